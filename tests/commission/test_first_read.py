"""Is what is read without the mapper what the mapper would read, and can it be changed at once?"""

import contextlib
import json
import subprocess
import sys
from datetime import date

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import inspect

from ayil_desktop import shipped
from ayil_desktop.commission import first_read, records, samples
from ayil_desktop.commission.records import Role
from ayil_desktop.language.message import Message
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office import first_read as office_first
from ayil_desktop.office import records as office_records
from ayil_desktop.office.records import OrderKind, Sex
from ayil_desktop.store import mapped, opening, plain, trouble
from ayil_desktop.store.base import Record
from ayil_desktop.store.work import reading, work
from tools import plain_records

DAY = date(2019, 3, 13)
RENAMED = "Муканова Роза", "Муканова Розалия"
NAMES = ["Өмүрбек «Ө» \"ң\" 'ү'", "<b>Асан</b> =1+1", "Садыкова Керез", "Ы" * 120]


@pytest.fixture
def full(store):
    """Everything that the first tab can meet: orders on both ends of a seat, further groups, marks known and unknown,
    a body that changed its name by an act, one that was dissolved, one without a charter, settings."""
    made = samples.make_practice(store)
    body = next(iter(made.bodies.values()))
    with work(store, Message("Add")) as session:
        for number, name in enumerate(NAMES):
            person = office_actions.new_person(session, name=name)
            person.sex = (Sex.WOMAN, Sex.MAN, None)[number % 3]
            person.minority = (True, False, None)[number % 3]
            person.birth_year = 1970 if number else None
            seat = records.Membership(body_id=body, person_id=person.id, role=Role.SECRETARY, starts=DAY)
            session.add(seat)
            session.flush()
            marks = ("ngo", "village")[: number % 3]
            session.add_all(records.MembershipMark(membership_id=seat.id, category=mark) for mark in marks)
        act = office_records.Order(kind=OrderKind.RESOLUTION, number="15/8", date=DAY)
        session.add(act)
        session.flush()
        body_row = records.body(session, body)
        body_row.dissolved_on, body_row.position = DAY, 7
        renamed = {"name_ky": "Жаңы аты", "in_force_from": DAY, "order_id": act.id}
        session.add(records.BodyName(body_id=body, **renamed))
        session.add_all(records.Body(position=place, no_minority=True) for place in (9, 3, 3))
        for place, seat in enumerate(reversed(records.memberships(session, body))):
            seat.place, seat.discharging_order_id = place // 2, act.id if place % 2 else None
            seat.ends = DAY if place % 2 else None
    office_actions.choose(store, name="signature_names", value="full")
    return store


def same(one, other, loads):
    """Column by column and value by value, down every path that was asked for; nothing else is there."""
    known = inspect(type(other)).column_attrs.keys()
    values = {name: getattr(other, name) for name in known}
    read = {name: vars(one)[name] for name in known}
    assert read == values
    assert {name: type(value) for name, value in read.items()} == {name: type(value) for name, value in values.items()}
    further = {}
    for name, _, rest in (path.partition(".") for path in loads):
        further.setdefault(name, []).extend([rest] if rest else [])
    assert set(vars(one)) == {*known, *further}
    for name, paths in further.items():
        mine, its = getattr(one, name), getattr(other, name)
        if isinstance(its, list):
            assert [row.id for row in mine] == [row.id for row in its]
        else:
            mine, its = ([row] if row is not None else [] for row in (mine, its))
        for pair in zip(mine, its, strict=True):
            same(*pair, paths)


def asked(store):
    """Each selection with the values by which the program asks for it."""
    with reading(store) as session:
        bodies = [body.id for body in records.bodies(session)]
    for selection in plain_records.selections():
        for by in bodies if selection.by else [None]:
            yield selection, by


def test_the_same_rows_come_in_the_same_order_with_the_same_values(full):
    classes = {mapper.class_.__name__: mapper.class_ for mapper in Record.registry.mappers}
    met = set()
    for selection, by in asked(full):
        with plain.reading(full) as office:
            mine = office.all(selection, by)
        with reading(full) as session:
            its = session.scalars(mapped.statement(classes[selection.record], selection, by)).all()
            assert [one.id for one in mine] == [one.id for one in its]
            for pair in zip(mine, its, strict=True):
                same(*pair, selection.loads)
            met |= {type(one).__name__ for one in session}
    assert met == {"Office", "Setting", "Body", "BodyName", "Charter", "CharterVersion", "Order"} | {
        "Membership",
        "Person",
        "MembershipMark",
    }


def test_one_row_is_one_record_wherever_it_is_met(full):
    with plain.reading(full) as office:
        seats = [seat for body in office.all(first_read.BODIES) for seat in office.all(first_read.MEMBERSHIPS, body.id)]
    acts = [seat.discharging_order for seat in seats if seat.discharging_order]
    assert len(acts) > 1 and len({id(act) for act in acts}) == 1


def test_an_empty_office_has_no_bodies(store):
    with plain.reading(store) as office:
        assert office.all(first_read.BODIES) == []
        assert office.all(first_read.MEMBERSHIPS, "nobody") == []


def test_what_was_not_asked_for_is_not_there(full):
    with plain.reading(full) as office:
        charter = next(body.charter for body in office.all(first_read.BODIES) if body.charter)
    with pytest.raises(AttributeError):
        charter.versions[0].charter  # noqa: B018


def test_nothing_can_be_written_through_it(full):
    with pytest.raises(driver.OperationalError, match="readonly"), full.plain() as connection:
        connection.execute("DELETE FROM person")


def test_a_change_does_not_see_itself_half_done(full):
    with pytest.raises(RuntimeError, match="inside work"), work(full, Message("Add")), plain.reading(full):
        pass


def test_what_was_changed_is_read_at_once(full):
    with plain.reading(full) as office:
        before = office_first.choices(office)
    office_actions.choose(full, name="signature_names", value="initials")
    with plain.reading(full) as office:
        assert before.signature_names == "full"
        assert office_first.choices(office).signature_names == "initials"


def test_a_folder_that_vanishes_is_told_and_read_again_when_it_is_back(store, tmp_path):
    here, away = store.folder, tmp_path / "away"
    here.rename(away)
    with pytest.raises(trouble.NoSuchFolder), plain.reading(store) as office:
        office.all(office_first.OFFICE)
    away.rename(here)
    with plain.reading(store) as office:
        assert office_first.office(office) is None


def test_bits_that_flip_during_the_work_are_told(full):
    content = bytearray(full.database.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    full.database.write_bytes(content)
    with pytest.raises(trouble.Damaged), plain.reading(full) as office:
        office.all(first_read.BODIES)


def test_the_tables_are_written_down_as_the_records_are_mapped():
    assert shipped.resource(plain.TABLES).read_text(encoding="utf-8") == plain_records.written(), (
        "python -m tools.plain_records"
    )


def test_what_is_typed_the_moment_the_first_tab_is_there_is_kept(store):
    samples.make_chet_nura(store)
    store.close()
    asked = [
        sys.executable,
        "-m",
        "tests.commission.typed_at_once",
        str(store.folder),
        "Муканова Роза",
        "Муканова Розалия",
    ]
    done = subprocess.run(asked, check=True, timeout=120, capture_output=True, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    assert not told["was_loaded"]
    assert [RENAMED[1] in names for names in told["shown"]] == [True, False, True]
    with contextlib.closing(opening.open_office(store.folder)) as again, plain.reading(again) as office:
        (body,) = [body.id for body in office.all(first_read.BODIES) if body.position == 1]
        assert RENAMED[1] in [seat.person.name for seat in office.all(first_read.MEMBERSHIPS, body)]
