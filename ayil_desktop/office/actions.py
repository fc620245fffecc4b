"""What can a clerk do about the office itself: its names, people, days, charters, acts and settings?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.office import charters, records, rules, terms
from ayil_desktop.office import settings as choices
from ayil_desktop.office.records import CharterVersion, DayOverride, Office, Order, OrderKind, Person, Setting, Sex
from ayil_desktop.refused import Refused
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import Done, done, reading, work

OFFICE_TEXTS = tuple(name for name in Office.labels if name != "is_practice")
NO_DAY = Message("Say from which day the charter is in force.")
PERSON_TEXTS = ("workplace", "position", "position_ru", "village")


def change_office(store: Store, *, values: Mapping[str, str]) -> Done:
    """Names, letterhead and head of the office; `values` by column, only those that change."""
    cleaned = {name: rules.line(text, field=name) for name, text in values.items()}
    with work(store, Message("Change the office's own data")) as session:
        own = own_row(session)
        for name, text in cleaned.items():
            setattr(own, rules.one_of(name, OFFICE_TEXTS), rules.phone(text) if name == "phone" else text)
        return done(session, own.id)


def own_row(session: Session) -> Office:
    """The office's row, made where there is none yet."""
    own = records.office(session)
    if own is None:
        own = Office()
        session.add(own)
    return own


def choose(store: Store, *, name: str, value: str) -> Done:
    """One setting; the default is kept as no row at all."""
    if value not in choices.CHOICES[name]:
        raise Refused(Message("Choose one of the values in the list."), field=name)
    with work(store, Message("Change a setting")) as session:
        row = records.setting(session, name)
        if value == choices.default(name):
            if row:
                session.delete(row)
        elif row:
            row.value = value
        else:
            session.add(Setting(name=name, value=value))
        return done(session)


def change_person(store: Store, *, person_id: str, values: Mapping[str, str], today: date) -> Done:
    """Name, year of birth, telephone, workplace, position, village; `values` by column, as typed."""
    with work(store, Message("Change the data of {name}", name=_person_name(store, person_id))) as session:
        person = session.get_one(Person, person_id)
        for name, text in values.items():
            _set_person_text(person, name, text, today)
        return done(session, person.id)


def record_marks(store: Store, *, person_id: str, values: Mapping[str, Sex | bool | None]) -> Done:
    """Sex, minority, disability: private marks for the composition check; None: not recorded."""
    with work(store, Message("Record marks of {name}", name=_person_name(store, person_id))) as session:
        person = session.get_one(Person, person_id)
        for name, value in values.items():
            setattr(person, rules.one_of(name, ("sex", "minority", "disability")), value)
        return done(session, person.id)


def new_person(session: Session, *, name: str, **values: object) -> Person:
    """Somebody not on record yet, in the work of another action; `values` are columns, checked by the caller."""
    person = Person(**values)
    name_person(person, rules.person_name(name))
    session.add(person)
    return person


def name_person(person: Person, name: str) -> None:
    """The name with what sorting and search need."""
    person.name, person.sort_key, person.folded = name, kyrgyz.sort_key(name), kyrgyz.fold(name)


def set_day(store: Store, *, day: date, is_working: bool, name: str, today: date) -> Done:
    """A day that is free or working against the calendar (R-10)."""
    rules.sensible_day(day, today=today, field="day")
    label = rules.line(name, field="name")
    with work(store, Message("Enter {day} in the table of days", day=day)) as session:
        rules.refuse_second_override(records.day_overrides(session), day)
        override = DayOverride(day=day, is_working=is_working, name=label)
        session.add(override)
        return done(session, override.id)


def change_day(store: Store, *, override_id: str, values: Mapping[str, object], today: date) -> Done:
    """`values` among day, is_working, name."""
    with work(store, Message("Change the table of days")) as session:
        override = session.get_one(DayOverride, override_id)
        for name, value in values.items():
            if name == "day":
                assert isinstance(value, date)
                others = [row for row in records.day_overrides(session) if row.id != override_id]
                rules.refuse_second_override(others, rules.sensible_day(value, today=today, field="day"))
            kept = rules.line(str(value), field="name") if name == "name" else value
            setattr(override, rules.one_of(name, ("day", "is_working", "name")), kept)
        return done(session, override.id)


def remove_days(store: Store, *, override_ids: Sequence[str]) -> Done:
    """These days follow the calendar again."""
    with work(store, Message("Remove from the table of days")) as session:
        for override_id in override_ids:
            session.delete(session.get_one(DayOverride, override_id))
        return done(session)


def adopt_charter(store: Store, *, key: str, in_force_from: date | None = None) -> Done:
    """A copy of a ready charter that the office may change; the day is needed where the text has none (R-42)."""
    ready = charters.ready_charter(key)
    with work(store, Message("Adopt the charter {name}", name=ready.name_ky)) as session:
        charter = put_charter(session, ready=ready, in_force_from=in_force_from)
        return done(session, charter.id)


def put_charter(
    session: Session, *, ready: charters.ReadyCharter, in_force_from: date | None = None, order: Order | None = None
) -> records.Charter:
    """The ready charter as records, in the work of another action."""
    day = in_force_from or ready.charter.in_force_from
    if day is None:
        raise Refused(NO_DAY, field="in_force_from")
    charter = records.Charter(origin=ready.key, name_ky=ready.name_ky, name_ru=ready.name_ru)
    version = CharterVersion(
        charter_id=charter.id,
        in_force_from=day,
        basis_ky=ready.basis_ky,
        basis_ru=ready.basis_ru,
        order_id=order.id if order else None,
        numbers=ready.charter.as_json(),
    )
    session.add_all((charter, version))
    return charter


def write_charter(store: Store, *, name_ky: str, in_force_from: date, today: date, name_ru: str = "") -> Done:
    """A charter of the office's own, with nothing regulated yet."""
    name = rules.needed_line(name_ky, field="name_ky")
    russian = rules.line(name_ru, field="name_ru")
    rules.sensible_day(in_force_from, today=today, field="in_force_from")
    with work(store, Message("Write the charter {name}", name=name)) as session:
        charter = put_own_charter(session, name_ky=name, name_ru=russian, in_force_from=in_force_from)
        return done(session, charter.id)


def put_own_charter(
    session: Session, *, name_ky: str, in_force_from: date | None, name_ru: str = ""
) -> records.Charter:
    """A charter in which nothing is regulated yet, in the work of another action."""
    if in_force_from is None:
        raise Refused(NO_DAY, field="in_force_from")
    charter = records.Charter(name_ky=name_ky, name_ru=name_ru)
    numbers = rules.unregulated().as_json()
    session.add_all((charter, CharterVersion(charter_id=charter.id, in_force_from=in_force_from, numbers=numbers)))
    return charter


def name_charter(store: Store, *, charter_id: str, name_ky: str, name_ru: str) -> Done:
    """The charter's names."""
    names = rules.needed_line(name_ky, field="name_ky"), rules.line(name_ru, field="name_ru")
    with work(store, Message("Rename the charter")) as session:
        charter = session.get_one(records.Charter, charter_id)
        charter.name_ky, charter.name_ru = names
        return done(session, charter.id)


def add_version(store: Store, *, charter_id: str, in_force_from: date, today: date, basis_ky: str = "") -> Done:
    """New numbers from a day on, to begin with those in force until then; older days keep theirs (CN-8.1)."""
    rules.sensible_day(in_force_from, today=today, field="in_force_from")
    basis = rules.line(basis_ky, field="basis_ky")
    with work(store, Message("New version of the charter from {day}", day=in_force_from)) as session:
        versions = records.charter(session, charter_id).versions
        rules.refuse_second_version(versions, in_force_from)
        held = rules.charter_for(versions, in_force_from)
        numbers = held.version.numbers if held else rules.unregulated().as_json()
        version = CharterVersion(
            charter_id=charter_id, in_force_from=in_force_from, basis_ky=basis, numbers=dict(numbers)
        )
        session.add(version)
        return done(session, version.id)


def change_number(store: Store, *, version_id: str, name: str, value: object) -> Done:
    """One number of one version, by the name that the charter has for it; None: not regulated."""
    with work(store, Message("Charter: {name}", name=terms.title(name))) as session:
        version = session.get_one(CharterVersion, version_id)
        version.numbers = rules.with_value(rules.charter_of(version), name, value).as_json()
        return done(session, version.id)


def note_number(store: Store, *, version_id: str, name: str, clause: str, from_text: bool) -> Done:
    """Where a number stands in the regulation, or that it is the office's own choice (R-44)."""
    cleaned = rules.line(clause, field="clause", longest=40)
    with work(store, Message("Charter: {name}", name=terms.title(name))) as session:
        version = session.get_one(CharterVersion, version_id)
        held = rules.charter_of(version)
        number = replace(held.number(name), clause=cleaned, from_text=from_text)
        version.numbers = replace(held, numbers={**held.numbers, name: number}).as_json()
        return done(session, version.id)


def change_groups(store: Store, *, version_id: str, groups: tuple[charters.Group, ...]) -> Done:
    """The groups that are to be represented, with their seats."""
    with work(store, Message("Charter: groups")) as session:
        version = session.get_one(CharterVersion, version_id)
        held = rules.charter_of(version)
        version.numbers = rules.sensible(replace(held, groups=groups)).as_json()
        return done(session, version.id)


def change_version(store: Store, *, version_id: str, values: Mapping[str, object], today: date) -> Done:
    """Day in force and basis of a version; `values` among in_force_from, basis_ky, basis_ru."""
    with work(store, Message("Change a version of the charter")) as session:
        version = session.get_one(CharterVersion, version_id)
        for name, value in values.items():
            rules.one_of(name, ("in_force_from", "basis_ky", "basis_ru"))
            if name == "in_force_from":
                assert isinstance(value, date)
                others = [row for row in records.charter(session, version.charter_id).versions if row.id != version_id]
                rules.refuse_second_version(others, rules.sensible_day(value, today=today, field=name))
                version.in_force_from = value
            else:
                setattr(version, name, rules.line(str(value), field=name))
        return done(session, version.id)


def remove_version(store: Store, *, version_id: str) -> Done:
    """A version entered by mistake; the last one of a charter stays."""
    with work(store, Message("Remove a version of the charter")) as session:
        version = session.get_one(CharterVersion, version_id)
        if len(records.charter(session, version.charter_id).versions) == 1:
            raise Refused(Message("A charter needs at least one version."), clause="CN-8.1")
        session.delete(version)
        return done(session)


def put_order(
    session: Session, *, number: str, day: date, kind: OrderKind = OrderKind.INSTRUCTION, **values: str
) -> Order:
    """The act of that kind, number and day, in the work of another action: the one on record, or a new one (R-19)."""
    for order in records.orders(session):
        if (order.kind, order.number, order.date) == (kind, number, day):
            return order
    order = Order(kind=kind, number=number, date=day, **values)
    session.add(order)
    return order


def _set_person_text(person: Person, name: str, text: str, today: date) -> None:
    if name == "name":
        name_person(person, rules.person_name(text))
    elif name == "birth_year":
        person.birth_year = rules.birth_year(text, today=today)
    elif name == "phone":
        person.phone = rules.phone(text)
    else:
        setattr(person, rules.one_of(name, PERSON_TEXTS), rules.line(text, field=name))


def _person_name(store: Store, person_id: str) -> str:
    """The step is named before its work begins."""
    with reading(store) as session:
        return session.get_one(Person, person_id).name
