"""What can a clerk do with bodies and their members? On a real office."""

from datetime import date

import pytest

from ayil_desktop.commission import actions, body_actions, records, rules
from ayil_desktop.commission.actions import Act
from ayil_desktop.commission.records import Role
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.office import records as office
from ayil_desktop.office.records import OrderKind, Sex
from ayil_desktop.refused import Refused
from ayil_desktop.store import history, journal
from ayil_desktop.store.work import reading

TODAY = date(2019, 3, 13)
FOUNDED = Act("135-б", date(2018, 10, 18), OrderKind.ORDER)


@pytest.fixture
def body(store):
    return body_actions.found_body(store, name_ky="Жумушчу комиссия", charter_key="chet-nura").made


def add(store, body, name="Асанов Эрмек", *, starts=FOUNDED.date, act=FOUNDED, **values):
    entry = MemberEntry(name=name, **values)
    return actions.add_member(store, body_id=body, entry=entry, starts=starts, act=act, today=TODAY).made


def names(store, body, day=TODAY):
    with reading(store) as session:
        return [seat.person.name for seat in records.composition(session, body, day)]


def seat_of(store, seat):
    with reading(store) as session:
        return records.membership(session, seat)


def refusal(act, /, *given, **named):
    with pytest.raises(Refused) as refused:
        act(*given, **named)
    return refused.value


@pytest.mark.clause("CN-1.2")
def test_a_body_is_permanent_until_somebody_dissolves_it(store, body):
    with reading(store) as session:
        assert records.body(session, body).dissolved_on is None
    body_actions.change_body(store, body_id=body, values={"dissolved_on": date(2020, 1, 1), "no_minority": True})
    with reading(store) as session:
        kept = records.body(session, body)
        assert (kept.dissolved_on, kept.no_minority) == (date(2020, 1, 1), True)


@pytest.mark.clause("CN-R.1")
def test_the_charter_names_the_resolution_it_rests_on(store, body):
    with reading(store) as session:
        version = records.body(session, body).charter.versions[0]
    assert "24-декабрь 2018-жылдагы №15/8" in version.basis_ky
    assert version.in_force_from == date(2018, 12, 24)


def test_two_bodies_of_one_kind_share_the_charter(store, body):
    body_actions.found_body(store, name_ky="Экинчи", charter_key="chet-nura")
    with reading(store) as session:
        assert len(office.charters(session)) == 1
        assert [one.position for one in records.bodies(session)] == [1, 2]


def test_a_draft_charter_needs_a_day(store):
    refused = refusal(body_actions.found_body, store, name_ky="Конкурстук комиссия", charter_key="osh-contest")
    assert refused.field == "in_force_from"
    made = body_actions.found_body(
        store, name_ky="Конкурстук комиссия", charter_key="osh-contest", charter_from=date(2019, 1, 1)
    ).made
    with reading(store) as session:
        assert records.body(session, made).charter.versions[0].in_force_from == date(2019, 1, 1)


def test_a_body_may_stand_without_a_charter(store):
    made = body_actions.found_body(store, name_ky="Кеңеш", short_ky="КК").made
    with reading(store) as session:
        kept = records.body(session, made)
        assert kept.charter is None
        assert rules.composition_on(kept, [], TODAY) is None
    assert refusal(body_actions.found_body, store, name_ky=" ").field == "name_ky"


@pytest.mark.clause("NC-1.3")
@pytest.mark.clause("NC-1.4")
def test_a_body_changes_its_name_by_an_act(store, body):
    act = Act("242-б", date(2014, 6, 19), OrderKind.ORDER)
    made = body_actions.rename_body(
        store, body_id=body, name_ky="Кеңеш", short_ky="КК", in_force_from=act.date, act=act
    ).made
    with reading(store) as session:
        kept = records.body(session, body)
        assert rules.name_on(kept.names, date(2014, 6, 18)).name_ky == "Жумушчу комиссия"
        assert rules.name_on(kept.names, date(2014, 6, 19)).short_ky == "КК"
        assert rules.name_on(kept.names, date(2014, 6, 19)).order.number == "242-б"
    refused = refusal(body_actions.rename_body, store, body_id=body, name_ky="Башка", in_force_from=act.date)
    assert refused.field == "in_force_from"
    body_actions.change_name(store, name_id=made, values={"name_ky": "Кеңешме", "in_force_from": date(2014, 7, 1)})
    with reading(store) as session:
        kept = records.body(session, body)
        assert rules.name_on(kept.names, date(2014, 6, 20)).name_ky == "Жумушчу комиссия"
    assert refusal(body_actions.change_name, store, name_id=made, values={"in_force_from": None}).clause == "NC-1.3"


def test_only_an_unused_body_is_removed(store, body):
    add(store, body)
    refusal(body_actions.remove_body, store, body_id=body)
    empty = body_actions.found_body(store, name_ky="Ката").made
    body_actions.remove_body(store, body_id=empty)
    with reading(store) as session:
        assert [one.id for one in records.bodies(session)] == [body]
    journal.undo(store)
    with reading(store) as session:
        assert records.body(session, empty).names[0].name_ky == "Ката"


def test_a_member_is_a_person_a_seat_and_an_act(store, body):
    made = add(
        store, body, "Садыкова Керез", role=Role.SECRETARY, category="responsible_secretary", sex=Sex.WOMAN,
        position_ky="жооптуу катчы", birth_year=1975, phone="0555 12 34 56", marks=("activist",),
    )  # fmt: skip
    seat = seat_of(store, made)
    assert (seat.person.name, seat.person.sex, seat.person.birth_year) == ("Садыкова Керез", Sex.WOMAN, 1975)
    assert (seat.role, seat.category, seat.starts) == (Role.SECRETARY, "responsible_secretary", FOUNDED.date)
    assert (seat.appointing_order.number, seat.appointing_order.kind) == ("135-б", OrderKind.ORDER)
    assert [mark.category for mark in seat.marks] == ["activist"]


def test_one_act_appoints_many(store, body):
    add(store, body, "Бир")
    add(store, body, "Эки")
    with reading(store) as session:
        assert len(office.orders(session)) == 1


@pytest.mark.clause("CN-5.1a")
def test_a_member_counts_from_the_day_of_the_order(store, body):
    add(store, body, act=Act("7", date(2019, 2, 1)), starts=date(2019, 2, 1))
    assert names(store, body, date(2019, 1, 31)) == []
    assert names(store, body, date(2019, 2, 1)) == ["Асанов Эрмек"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "А" * 10_000}, "name"),
        ({"birth_year": 2091}, "birth_year"),
        ({"phone": "жок"}, "phone"),
        ({"category": "other"}, "category_words"),
        ({"starts": date(2018, 10, 17)}, "starts"),
        ({"starts": date(219, 1, 1)}, "starts"),
        ({"act": Act("1" * 50, FOUNDED.date)}, "order_number"),
    ],
)
def test_a_wrong_entry_is_refused_at_its_field_and_nothing_is_kept(store, body, values, field):
    assert refusal(add, store, body, **values).field == field
    with reading(store) as session:
        assert not office.people(session)
        assert not office.orders(session)


@pytest.mark.parametrize("name", ["<b>Асан</b>", "Асан & Ко", "=1+1", "Асан 🙂"])
def test_names_are_literal(store, body, name):
    add(store, body, name)
    assert names(store, body) == [name]


def test_nobody_sits_twice(store, body):
    seat = seat_of(store, add(store, body))
    entry = MemberEntry(name="Асанов Эрмек", person_id=seat.person_id)
    again = {"body_id": body, "entry": entry, "starts": TODAY, "today": TODAY}
    assert refusal(actions.add_member, store, **again).field == "starts"
    actions.discharge(store, membership_ids=[seat.id], act=Act("9", date(2019, 3, 1)), today=TODAY)
    actions.add_member(store, **again)
    assert names(store, body, date(2019, 3, 5)) == []
    assert names(store, body) == ["Асанов Эрмек"]


PASTED = [
    MemberEntry("Мусурканов Азамат", role=Role.CHAIRMAN),
    MemberEntry("Садыкова Керез", role=Role.SECRETARY),
    MemberEntry(""),
    MemberEntry("Муканова Роза"),
]


def test_a_pasted_block_is_one_step(store, body):
    done = actions.paste_members(store, body_id=body, entries=PASTED, starts=FOUNDED.date, act=FOUNDED, today=TODAY)
    assert done.message.into("en") == "Paste 3 members"
    assert done.touched == {"office", "commission"}
    assert names(store, body) == ["Мусурканов Азамат", "Садыкова Керез", "Муканова Роза"]
    journal.undo(store)
    assert names(store, body) == []
    journal.redo(store)
    assert len(names(store, body)) == 3


def test_a_pasted_block_with_one_bad_row_leaves_nothing(store, body):
    bad = [*PASTED, MemberEntry("А" * 1000)]
    assert refusal(actions.paste_members, store, body_id=body, entries=bad, starts=FOUNDED.date, today=TODAY)
    assert names(store, body) == []
    refusal(actions.paste_members, store, body_id=body, entries=[MemberEntry("")], starts=TODAY, today=TODAY)


def test_who_is_on_record_is_not_made_twice(store, body):
    add(store, body, "Өмүрбеков Марс")
    other = body_actions.found_body(store, name_ky="Башка комиссия").made
    entries = [MemberEntry("Омурбеков Марс")]
    actions.paste_members(store, body_id=other, entries=entries, starts=TODAY, today=TODAY)
    with reading(store) as session:
        assert len(office.people(session)) == 1


@pytest.mark.clause("CN-6.5")
@pytest.mark.clause("CN-5.1a")
def test_the_roster_changes_on_the_day_of_the_heads_order(store, body):
    seat = add(store, body)
    act = Act("21", date(2019, 3, 20))
    actions.enter_order(
        store, body_id=body, act=act, discharged=[seat], reasons={seat: "өз арызы"},
        appointed=[MemberEntry("Жаңы Мүчө")], today=TODAY,
    )  # fmt: skip
    assert names(store, body, date(2019, 3, 19)) == ["Асанов Эрмек"]
    assert names(store, body, date(2019, 3, 20)) == ["Жаңы Мүчө"]
    kept = seat_of(store, seat)
    assert (kept.ends, kept.discharging_order.number, kept.discharge_reason) == (date(2019, 3, 19), "21", "өз арызы")
    journal.undo(store)
    assert names(store, body, date(2019, 3, 20)) == ["Асанов Эрмек"]


def test_a_discharge_without_a_number_is_refused(store, body):
    seat = add(store, body)
    refused = refusal(actions.discharge, store, membership_ids=[seat], act=Act(" ", TODAY), today=TODAY)
    assert refused.field == "order_number"
    early = Act("1", FOUNDED.date)
    assert refusal(actions.discharge, store, membership_ids=[seat], act=early, today=TODAY).clause == "CN-6.5"


def test_another_role_is_another_seat(store, body):
    seat = add(store, body, category="activist", marks=("ngo",))
    new = actions.change_role(
        store, membership_id=seat, role=Role.DEPUTY, act=Act("3", date(2019, 3, 1)), today=TODAY
    ).made
    assert seat_of(store, seat).ends == date(2019, 2, 28)
    kept = seat_of(store, new)
    assert (kept.role, kept.starts, kept.category) == (Role.DEPUTY, date(2019, 3, 1), "activist")
    assert [mark.category for mark in kept.marks] == ["ngo"]
    assert names(store, body) == ["Асанов Эрмек"]


def test_a_seat_is_corrected_and_checked_again(store, body):
    seat = add(store, body)
    values = {"role": Role.SECRETARY, "category": "other", "category_words": "айыл башчысы", "position_ru": "староста"}
    actions.change_seat(store, membership_id=seat, values=values)
    kept = seat_of(store, seat)
    assert (kept.role, kept.category_words, kept.position_ru) == (Role.SECRETARY, "айыл башчысы", "староста")
    early = {"starts": date(2018, 1, 1)}
    assert refusal(actions.change_seat, store, membership_id=seat, values=early).field == "starts"
    backwards = {"ends": date(2018, 10, 17)}
    assert refusal(actions.change_seat, store, membership_id=seat, values=backwards).field == "ends"
    with pytest.raises(KeyError):
        actions.change_seat(store, membership_id=seat, values={"person_id": "somebody"})


def test_a_corrected_seat_must_not_overlap(store, body):
    first = add(store, body)
    second = actions.change_role(
        store, membership_id=first, role=Role.DEPUTY, act=Act("3", date(2019, 3, 1)), today=TODAY
    ).made
    late = {"ends": date(2019, 3, 1)}
    assert refusal(actions.change_seat, store, membership_id=first, values=late).field == "starts"
    assert seat_of(store, second).starts == date(2019, 3, 1)


def test_further_groups_come_and_go(store, body):
    seat = add(store, body, marks=("ngo", "business"))
    actions.mark_groups(store, membership_id=seat, groups=["activist", "ngo"])
    assert {mark.category for mark in seat_of(store, seat).marks} == {"activist", "ngo"}


@pytest.mark.clause("CN-5.1a")
def test_seats_without_an_act_get_one(store, body):
    one, two = add(store, body, "Бир", act=None), add(store, body, "Эки", act=None)
    with reading(store) as session:
        found = rules.composition_on(records.body(session, body), records.composition(session, body, TODAY), TODAY)
    assert [check.ok for check in found.checks if check.clause == "CN-5.1a"] == [False]
    late = Act("5", date(2018, 11, 1))
    refused = refusal(actions.set_act, store, membership_ids=[one, two], act=late, today=TODAY)
    assert refused.field == "starts"
    actions.set_act(store, membership_ids=[one, two], act=late, today=TODAY, moves_start=True)
    assert seat_of(store, two).starts == late.date
    with reading(store) as session:
        found = rules.composition_on(records.body(session, body), records.composition(session, body, TODAY), TODAY)
    assert [check.ok for check in found.checks if check.clause == "CN-5.1a"] == [True]


def test_an_act_is_corrected(store, body):
    seat = seat_of(store, add(store, body))
    right = Act("136-б", date(2018, 10, 18), OrderKind.INSTRUCTION)
    actions.change_order(store, order_id=seat.appointing_order_id, act=right, today=TODAY)
    assert seat_of(store, seat.id).appointing_order.number == "136-б"


def test_the_list_is_put_in_order(store, body):
    for name in ("Бир", "Эки", "Үч"):
        last = add(store, body, name)
    actions.move_member(store, membership_id=last, day=TODAY, steps=-1)
    assert names(store, body) == ["Бир", "Үч", "Эки"]
    journal.undo(store)
    assert names(store, body) == ["Бир", "Эки", "Үч"]


def test_a_member_entered_by_mistake_is_removed_with_the_person(store, body):
    seat = add(store, body, marks=("ngo",))
    actions.remove_member(store, membership_ids=[seat])
    with reading(store) as session:
        assert not office.people(session)
    journal.undo(store)
    assert names(store, body) == ["Асанов Эрмек"]


def test_a_person_who_sits_elsewhere_stays(store, body):
    seat = seat_of(store, add(store, body))
    other = body_actions.found_body(store, name_ky="Башка комиссия").made
    entry = MemberEntry(name=seat.person.name, person_id=seat.person_id)
    actions.add_member(store, body_id=other, entry=entry, starts=TODAY, today=TODAY)
    actions.remove_member(store, membership_ids=[seat.id])
    assert names(store, other) == ["Асанов Эрмек"]


def test_private_marks_are_not_in_the_history(store, body):
    add(store, body, sex=Sex.WOMAN, minority=True, disability=True)
    changes = [change for line in history.history(store) for change in line.changes]
    assert "Асанов Эрмек" in [change.new for change in changes]
    private = {office.Person.labels[name] for name in ("sex", "minority", "disability")}
    assert not [change for change in changes if change.label in private]
