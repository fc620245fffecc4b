"""What can a clerk do with the members of a body?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from ayil_desktop.commission import records, rules
from ayil_desktop.commission.records import Membership, MembershipMark, Role
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office import records as office
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office.records import Order, OrderKind, Person
from ayil_desktop.refused import Refused
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import Done, done, reading, work


@dataclass(frozen=True)
class Act:
    """The act by which something holds, as on the paper (R-19). `starts` of a seat is its date (R-16)."""

    number: str
    date: date
    kind: OrderKind = OrderKind.INSTRUCTION


def add_member(
    store: Store, *, body_id: str, entry: MemberEntry, starts: date, today: date, act: Act | None = None
) -> Done:
    """A person and a seat. Without an act the check says that one is missing (CN-5.1a)."""
    with work(store, Message("Add the member {name}", name=office_rules.person_name(entry.name))) as session:
        (row,) = _put_members(session, body_id, [entry], starts=starts, today=today, order=put_act(session, act))
        return done(session, row.id)


def paste_members(
    store: Store, *, body_id: str, entries: Sequence[MemberEntry], starts: date, today: date, act: Act | None = None
) -> Done:
    """All members of a pasted block in one step; who is on record already by that name gets the seat."""
    named = [entry for entry in entries if entry.name]
    if not named:
        raise Refused(Message("There is no name in the pasted block."))
    message = Counted("Paste {count} member", "Paste {count} members", len(named))
    with work(store, message) as session:
        order = put_act(session, act)
        known = [_known(session, entry) for entry in named]
        _put_members(session, body_id, known, starts=starts, today=today, order=order)
        return done(session)


def change_seat(store: Store, *, membership_id: str, values: Mapping[str, str | Role | date | None]) -> Done:
    """Correct what was entered about a seat: role, category, category_words, position_ky, position_ru, starts, ends,
    discharge_reason. A real change of the role from a day on is `change_role`."""
    with work(store, Message("Correct the seat of {name}", name=_name_at(store, membership_id))) as session:
        row = session.get_one(Membership, membership_id)
        for field, value in values.items():
            setattr(row, office_rules.one_of(field, _SEAT_FIELDS), _seat_value(field, value))
        _check_seat(session, row)
        return done(session, row.id)


def mark_groups(store: Store, *, membership_id: str, groups: Sequence[str]) -> Done:
    """Further groups that a member represents besides the main one (R-22)."""
    with work(store, Message("Groups of {name}", name=_name_at(store, membership_id))) as session:
        row = records.membership(session, membership_id)
        for mark in row.marks:
            if mark.category not in groups:
                session.delete(mark)
        held = {mark.category for mark in row.marks}
        session.add_all(MembershipMark(membership_id=row.id, category=code) for code in groups if code not in held)
        return done(session, row.id)


def change_role(store: Store, *, membership_id: str, role: Role, act: Act, today: date) -> Done:
    """Another role from the day of an act on: the old seat ends the day before, a new one begins (R-16)."""
    with work(store, Message("New role of {name}", name=_name_at(store, membership_id))) as session:
        old = records.membership(session, membership_id)
        order = _needed_order(session, act, today)
        new = Membership(
            body_id=old.body_id,
            person_id=old.person_id,
            role=role,
            category=old.category,
            category_words=old.category_words,
            position_ky=old.position_ky,
            position_ru=old.position_ru,
            starts=order.date,
            ends=old.ends,
            place=old.place,
            appointing_order_id=order.id,
            discharging_order_id=old.discharging_order_id,
            discharge_reason=old.discharge_reason,
        )
        _end(old, order, "")
        session.add(new)
        session.add_all(MembershipMark(membership_id=new.id, category=mark.category) for mark in old.marks)
        return done(session, new.id)


def discharge(store: Store, *, membership_ids: Sequence[str], act: Act, today: date, reason: str = "") -> Done:
    """The head's order that ends seats: the last day is the one before the order (CN-6.5, R-16)."""
    cleaned = office_rules.line(reason, field="discharge_reason")
    names = ", ".join(_name_at(store, one) for one in membership_ids)
    with work(store, Message("Discharge: {names}", names=names)) as session:
        order = _needed_order(session, act, today)
        for one in membership_ids:
            _end(records.membership(session, one), order, cleaned)
        return done(session, order.id)


def enter_order(
    store: Store,
    *,
    body_id: str,
    act: Act,
    today: date,
    discharged: Sequence[str] = (),
    reasons: Mapping[str, str] | None = None,
    appointed: Sequence[MemberEntry] = (),
) -> Done:
    """The head's order on a change of the composition: who leaves (membership ids) and who joins, in one step."""
    with work(store, Message("Enter the act No. {number}", number=act.number)) as session:
        ending = [records.membership(session, one) for one in discharged]
        order = carry_out(
            session, body_id=body_id, act=act, today=today, ending=ending, joining=appointed, reasons=reasons
        )
        return done(session, order.id)


def carry_out(
    session: Session,
    *,
    body_id: str,
    act: Act,
    today: date,
    ending: Sequence[Membership],
    joining: Sequence[MemberEntry],
    reasons: Mapping[str, str] | None = None,
) -> Order:
    """The order itself, within the work of another action: who leaves and who joins from its day on (CN-6.5, R-16)."""
    order = _needed_order(session, act, today)
    for row in ending:
        _end(row, order, (reasons or {}).get(row.id, ""))
    _put_members(session, body_id, joining, starts=order.date, today=today, order=order)
    return order


def set_act(store: Store, *, membership_ids: Sequence[str], act: Act, today: date, moves_start: bool = False) -> Done:
    """The appointing act of seats that stand without one; `moves_start`: they begin on its day (CN-5.1a)."""
    with work(store, Message("Enter the act No. {number}", number=act.number)) as session:
        order = _needed_order(session, act, today)
        for one in membership_ids:
            row = records.membership(session, one)
            if moves_start:
                row.starts = order.date
            row.appointing_order_id = order.id
            _check_seat(session, row)
        return done(session, order.id)


def change_order(store: Store, *, order_id: str, act: Act, today: date) -> Done:
    """Correct number, day or kind of an act; days of seats that rest on it stay as they were entered."""
    checked = _checked(act, today)
    with work(store, Message("Correct the act No. {number}", number=checked.number)) as session:
        order = session.get_one(Order, order_id)
        order.kind, order.number, order.date = checked.kind, checked.number, checked.date
        return done(session, order.id)


def move_member(store: Store, *, membership_id: str, day: date, steps: int) -> Done:
    """Up (-1) or down (1) in the list of that day."""
    with work(store, Message("Move {name} in the list", name=_name_at(store, membership_id))) as session:
        row = session.get_one(Membership, membership_id)
        listed = {one.id: one for one in records.composition(session, row.body_id, day)}
        for one, place in rules.moved(list(listed.values()), membership_id, steps).items():
            listed[one].place = place
        return done(session, membership_id)


def remove_member(store: Store, *, membership_ids: Sequence[str]) -> Done:
    """Seats entered by mistake; a person whom nothing else mentions goes too. Who leaves by an order is discharged."""
    names = ", ".join(_name_at(store, one) for one in membership_ids)
    with work(store, Message("Remove: {names}", names=names)) as session:
        for one in membership_ids:
            row = records.membership(session, one)
            for mark in row.marks:
                session.delete(mark)
            session.delete(row)
            session.flush()
            person = session.get_one(Person, row.person_id)
            if not office.is_mentioned(session, person):
                session.delete(person)
        return done(session)


_SEAT_FIELDS = (
    "role", "category", "category_words", "position_ky", "position_ru", "starts", "ends", "discharge_reason",
)  # fmt: skip


def _put_members(
    session: Session, body_id: str, entries: Sequence[MemberEntry], *, starts: date, today: date, order: Order | None
) -> list[Membership]:
    office_rules.sensible_day(starts, today=today, field="starts")
    rules.seat_dates(starts, None, order_date=order.date if order else None)
    seats = list(records.memberships(session, body_id))
    held = rules.charter_on(records.body(session, body_id), starts)
    groups = held.charter.groups if held else ()
    put = []
    for entry in entries:
        category, words = rules.group_of(entry.category, entry.category_words, groups)
        person = session.get_one(Person, entry.person_id) if entry.person_id else _new_person(session, entry, today)
        rules.no_overlap(seats, person_id=person.id, starts=starts, ends=None)
        row = Membership(
            body_id=body_id,
            person_id=person.id,
            person=person,
            role=entry.role,
            category=category,
            category_words=words,
            position_ky=office_rules.line(entry.position_ky, field="position_ky"),
            position_ru=office_rules.line(entry.position_ru, field="position_ru"),
            starts=starts,
            place=rules.next_place(seats),
            appointing_order_id=order.id if order else None,
        )
        session.add(row)
        session.add_all(MembershipMark(membership_id=row.id, category=code) for code in entry.marks)
        seats.append(row)
        put.append(row)
    session.flush()
    return put


def _known(session: Session, entry: MemberEntry) -> MemberEntry:
    """The person on record by that name, where there is one."""
    if entry.person_id:
        return entry
    person = office.person_called(session, kyrgyz.fold(office_rules.person_name(entry.name)))
    return replace(entry, person_id=person.id) if person else entry


def _new_person(session: Session, entry: MemberEntry, today: date) -> Person:
    year = "" if entry.birth_year is None else str(entry.birth_year)
    return office_actions.new_person(
        session,
        name=entry.name,
        birth_year=office_rules.birth_year(year, today=today),
        phone=office_rules.phone(entry.phone),
        workplace=office_rules.line(entry.workplace, field="workplace"),
        village=office_rules.line(entry.village, field="village"),
        sex=entry.sex,
        minority=entry.minority,
        disability=entry.disability,
    )


def _check_seat(session: Session, row: Membership) -> None:
    """What a correction must not break."""
    order = session.get(Order, row.appointing_order_id) if row.appointing_order_id else None
    rules.seat_dates(row.starts, row.ends, order_date=order.date if order else None)
    held = rules.charter_on(records.body(session, row.body_id), row.starts)
    category, words = rules.group_of(row.category, row.category_words, held.charter.groups if held else ())
    row.category, row.category_words = category, words
    others = records.memberships(session, row.body_id)
    rules.no_overlap(others, person_id=row.person_id, starts=row.starts, ends=row.ends, apart_from=row.id)


def _end(row: Membership, order: Order, reason: str) -> None:
    row.ends = rules.discharge_end(row, order.date)
    row.discharging_order_id = order.id
    row.discharge_reason = reason


def _seat_value(field: str, value: str | Role | date | None) -> str | Role | date | None:
    if field in ("role", "starts", "ends", "category"):
        return value
    return office_rules.line(str(value), field=field)


def put_act(session: Session, act: Act | None) -> Order | None:
    """The act as a record, in the work of another action; None where no number was given."""
    if act is None or not act.number.strip():
        return None
    number = rules.order_number(act.number)
    return office_actions.put_order(session, number=number, day=act.date, kind=act.kind)


def _needed_order(session: Session, act: Act, today: date) -> Order:
    checked = _checked(act, today)
    return office_actions.put_order(session, number=checked.number, day=checked.date, kind=checked.kind)


def _checked(act: Act, today: date) -> Act:
    day = office_rules.sensible_day(act.date, today=today, field="order_date")
    return Act(rules.order_number(act.number), day, act.kind)


def _name_at(store: Store, membership_id: str) -> str:
    """The step is named before its work begins."""
    with reading(store) as session:
        return records.membership(session, membership_id).person.name
