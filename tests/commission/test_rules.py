"""Which changes of a body are allowed, and what follows from its dates?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ayil_desktop.commission import rules
from ayil_desktop.commission.records import Body, BodyName, Membership, MembershipMark, Role
from ayil_desktop.commission.rules import Appointee, Leaver, OrderDraft
from ayil_desktop.office import charters
from ayil_desktop.office.records import Charter, CharterVersion, Person, Sex
from ayil_desktop.refused import Refused

CHET_NURA = charters.ready_charter("chet-nura").charter
DAYS = some.dates(date(2018, 1, 1), date(2018, 3, 1))


def person(name="Асанов Эрмек", **values):
    return Person(name=name, sort_key=name, folded=name, **values)


def seat(starts, ends=None, *, who=None, role=Role.MEMBER, place=1, **values):
    who = who or person()
    return Membership(
        body_id="b", person_id=who.id, person=who, role=role, starts=starts, ends=ends, place=place, marks=[], **values
    )


def body(*versions, names=(), no_minority=False):
    charter = Charter(name_ky="Жобо", versions=list(versions)) if versions else None
    return Body(charter=charter, names=list(names), no_minority=no_minority)


def version(day, charter=CHET_NURA):
    return CharterVersion(in_force_from=day, numbers=charter.as_json())


def refusal(act, /, *given, **named):
    with pytest.raises(Refused) as refused:
        act(*given, **named)
    return refused.value


@pytest.mark.clause("NC-1.3")
def test_older_minutes_keep_the_older_name():
    old, new = BodyName(in_force_from=None, name_ky="Эски"), BodyName(in_force_from=date(2014, 6, 19), name_ky="Жаңы")
    names = [new, old]
    assert rules.name_on(names, date(2014, 5, 28)) is old
    assert rules.name_on(names, date(2014, 6, 11)) is old
    assert rules.name_on(names, date(2014, 6, 19)) is new
    assert rules.name_on(names, date(2014, 8, 21)) is new


def test_on_screen_a_body_has_its_short_name_in_the_language_of_the_screen():
    names = {"name_ky": "Жумушчу комиссия жөнүндө", "name_ru": "Рабочая комиссия", "short_ky": "", "short_ru": ""}
    name = BodyName(in_force_from=None, **names)
    one = body(names=[name])
    assert [rules.short_name(one, date(2019, 1, 1), language) for language in ("ky", "ru", "en")] == [
        "Жумушчу комиссия жөнүндө",
        "Рабочая комиссия",
        "Жумушчу комиссия жөнүндө",
    ]
    name.short_ky, name.short_ru = "ЖК", "РК"
    assert [rules.short_name(one, date(2019, 1, 1), language) for language in ("ky", "ru")] == ["ЖК", "РК"]
    assert rules.short_name(body(), date(2019, 1, 1), "ky") == ""


def test_before_its_first_name_a_body_is_called_by_it():
    first = BodyName(in_force_from=date(2018, 12, 24), name_ky="Комиссия")
    assert rules.name_on([first], date(2018, 10, 18)) is first
    assert rules.name_on([], date(2018, 10, 18)) is None


@pytest.mark.clause("CN-8.1")
def test_changing_the_minimum_from_a_day_leaves_earlier_days_alone():
    nine = CHET_NURA.with_number("min_members", 9)
    one = body(version(date(2018, 12, 24)), version(date(2025, 1, 1), nine))
    assert rules.charter_on(one, date(2024, 12, 31)).charter.whole("min_members") == 7
    assert rules.charter_on(one, date(2025, 1, 1)).charter.whole("min_members") == 9
    early = rules.charter_on(one, date(2018, 10, 18))
    assert early.is_early
    assert early.charter.whole("min_members") == 7
    assert rules.charter_on(body(), date(2025, 1, 1)) is None


@pytest.mark.clause("CN-5.1a")
def test_the_composition_of_a_day_follows_from_the_orders():
    first = [seat(date(2018, 12, 24), who=person(f"Мүчө {n}", sex=Sex.WOMAN)) for n in range(7)]
    later = seat(date(2019, 2, 1), who=person("Кийинки", sex=Sex.MAN))
    one = body(version(date(2018, 12, 24)))
    assert rules.composition_on(one, [*first, later], date(2019, 1, 31)).members == 7
    assert rules.composition_on(one, [*first, later], date(2019, 2, 1)).members == 8
    assert rules.composition_on(body(), first, date(2019, 2, 1)) is None


def test_marks_of_a_membership_reach_the_check():
    one = seat(date(2019, 1, 1), who=person("Активист", sex=Sex.WOMAN), category="other", appointing_order_id="o")
    one.marks.append(MembershipMark(category="activist"))
    found = rules.composition_on(body(version(date(2018, 12, 24)), no_minority=True), [one], date(2019, 2, 1))
    answers = {check.key: check.ok for check in found.checks}
    assert answers["group:activist"] is True
    assert answers["composition_by_order"] is True
    assert answers["min_minority"] is None


@pytest.mark.clause("CN-6.5")
def test_somebody_discharged_sits_until_the_day_before_the_order():
    """Voted out on 13 March 2019, the head's order of 20 March: a member until the 19th."""
    one = seat(date(2018, 10, 18))
    one.ends = rules.discharge_end(one, date(2019, 3, 20))
    assert one.ends == date(2019, 3, 19)
    assert rules.sits_on(one, date(2019, 3, 19))
    assert not rules.sits_on(one, date(2019, 3, 20))


def test_nobody_is_discharged_before_the_beginning_or_after_the_end():
    assert refusal(rules.discharge_end, seat(date(2019, 3, 20)), date(2019, 3, 20)).clause == "CN-6.5"
    gone = seat(date(2018, 10, 18), date(2019, 1, 31))
    assert refusal(rules.discharge_end, gone, date(2019, 3, 20)).field == "order_date"
    assert rules.discharge_end(gone, date(2019, 1, 20)) == date(2019, 1, 19)


def test_an_end_before_a_begin_is_refused_at_its_field():
    assert refusal(rules.seat_dates, date(2019, 3, 2), date(2019, 3, 1)).field == "ends"
    rules.seat_dates(date(2019, 3, 2), date(2019, 3, 2))
    rules.seat_dates(date(2019, 3, 2), None, order_date=date(2019, 3, 1))


@pytest.mark.clause("CN-5.1a")
def test_nobody_is_a_member_before_the_order():
    refused = refusal(rules.seat_dates, date(2019, 1, 31), None, order_date=date(2019, 2, 1))
    assert (refused.field, refused.clause) == ("starts", "CN-5.1a")


@given(DAYS, some.integers(0, 20) | some.none(), DAYS, some.integers(0, 20) | some.none())
def test_two_seats_of_a_person_are_refused_exactly_where_they_share_a_day(start, length, other_start, other_length):
    who = person()
    ends = None if length is None else start + timedelta(length)
    other_ends = None if other_length is None else other_start + timedelta(other_length)
    held = seat(start, ends, who=who)
    new = seat(other_start, other_ends, who=who)
    days = [date(2018, 1, 1) + timedelta(n) for n in range(90)]
    shared = any(rules.sits_on(held, day) and rules.sits_on(new, day) for day in days)
    dates = {"person_id": who.id, "starts": other_start, "ends": other_ends}
    if shared:
        assert refusal(rules.no_overlap, [held], **dates).field == "starts"
    else:
        rules.no_overlap([held], **dates)
    rules.no_overlap([held], apart_from=held.id, **dates)
    rules.no_overlap([held], **{**dates, "person_id": "somebody else"})


def test_an_overlap_says_since_when():
    who = person("Садыкова Керез")
    held = seat(date(2018, 10, 18), who=who)
    refused = refusal(rules.no_overlap, [held], person_id=who.id, starts=date(2019, 1, 1), ends=None)
    assert refused.reason.into("en") == "Садыкова Керез is a member since 18.10.2018 already."
    held.ends = date(2019, 1, 5)
    refused = refusal(rules.no_overlap, [held], person_id=who.id, starts=date(2019, 1, 1), ends=None)
    assert refused.reason.into("en") == "Садыкова Керез was a member from 18.10.2018 to 05.01.2019 already."


@pytest.mark.clause("CN-5.2")
def test_the_form_offers_seven_groups_and_own_words():
    assert len(CHET_NURA.groups) == 7
    for group in CHET_NURA.groups:
        assert rules.group_of(group.code, "", CHET_NURA.groups) == (group.code, "")
    assert rules.group_of("other", " айыл  башчысы ", CHET_NURA.groups) == ("other", "айыл башчысы")
    assert rules.group_of("", "left over", CHET_NURA.groups) == ("", "")
    assert refusal(rules.group_of, "other", " ", CHET_NURA.groups).field == "category_words"
    assert refusal(rules.group_of, "astronaut", "", CHET_NURA.groups).field == "category"


def test_a_group_is_read_in_words():
    assert rules.group_text("other", "айыл башчысы").into("en") == "айыл башчысы"
    assert rules.group_text("ngo", "").into("en") == "Non-governmental and public organisations"
    assert rules.group_text("", "").into("en") == "not recorded"


@pytest.mark.parametrize(("typed", "number"), [("135-б", "135-б"), (" № 135-б ", "135-б"), ("№", "№")])
def test_the_number_of_an_act_stands_as_on_the_paper(typed, number):
    assert rules.order_number(typed) == number


def test_an_act_without_a_number_is_refused():
    assert refusal(rules.order_number, "  ").field == "order_number"
    assert refusal(rules.order_number, "1" * 41).field == "order_number"


def test_a_body_has_one_name_a_day():
    names = [BodyName(in_force_from=date(2014, 6, 19), name_ky="Кеңеш")]
    assert refusal(rules.no_second_name, names, date(2014, 6, 19)).field == "in_force_from"
    rules.no_second_name(names, None)


def test_a_new_member_is_last_in_the_list():
    assert rules.next_place([]) == 1
    assert rules.next_place([seat(date(2019, 1, 1), place=4), seat(date(2019, 1, 1), place=2)]) == 5


def test_a_member_moves_up_and_down_the_list():
    one, two, three = (seat(date(2019, 1, 1), place=n) for n in (1, 2, 3))
    assert rules.moved([one, two, three], three.id, -1) == {three.id: 2, two.id: 3}
    assert rules.moved([one, two, three], one.id, 1) == {two.id: 1, one.id: 2}
    assert rules.moved([one, two, three], one.id, -1) == {}
    assert rules.moved([one, two, three], one.id, 9) == {two.id: 1, three.id: 2, one.id: 3}


def test_the_officers_come_first():
    seats = [seat(date(2019, 1, 1), role=role, place=n) for n, role in enumerate(reversed(rules.ROLE_ORDER))]
    assert [one.role for one in rules.by_role(seats)] == list(rules.ROLE_ORDER)


def test_a_position_is_printed_in_russian_where_it_is_recorded():
    one = seat(date(2019, 1, 1), position_ky="башчы", position_ru="")
    assert (rules.position(one, "ky"), rules.position(one, "ru")) == ("башчы", "башчы")
    one.position_ru = "глава"
    assert rules.position(one, "ru") == "глава"
    assert rules.appointee(one).position("ru") == "глава"
    assert Appointee("А", position_ky="башчы").position("ru") == "башчы"


@pytest.mark.clause("CN-5.1a")
def test_a_composition_is_approved_as_a_whole():
    order = rules.whole_order([seat(date(2019, 1, 1), position_ky="башчы", role=Role.CHAIRMAN)])
    assert order.whole == (Appointee("Асанов Эрмек", Role.CHAIRMAN, "башчы", None),)
    assert not order.is_empty()
    assert refusal(rules.whole_order, []).clause == "CN-5.1a"


def test_an_order_without_a_change_is_empty():
    assert OrderDraft().is_empty()
    assert not OrderDraft(discharged=[Leaver("Асанов Эрмек")]).is_empty()
