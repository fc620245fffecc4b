"""Which entries about the office are allowed, and which charter holds on a day?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ayil_desktop.office import charters, rules, terms
from ayil_desktop.office.charters import Charter, Group, Number, Share
from ayil_desktop.office.records import CharterVersion, DayOverride, Office
from ayil_desktop.refused import Refused

TODAY = date(2019, 3, 13)
CHET_NURA = charters.ready_charter("chet-nura").charter


def refusal(act, /, *given, **named):
    with pytest.raises(Refused) as refused:
        act(*given, **named)
    return refused.value


@pytest.mark.parametrize("name", ["<b>Асан</b>", "Асан & Ко", "=1+1", "Асан 🙂", "О'Нил", "Жетиген уулу Амантай"])
def test_a_name_stands_as_it_was_written(name):
    assert rules.person_name(name) == name


def test_marks_that_nobody_sees_are_left_out_of_a_name():
    assert rules.person_name("Асан\u202eов\u200f\tЭр\u00adмек\u0007 ") == "Асанов Эрмек"


def test_no_name_and_an_endless_name_are_refused():
    assert refusal(rules.person_name, " \u200e ").field == "name"
    long = refusal(rules.person_name, "А" * 10_000)
    assert long.field == "name"
    assert long.reason.into("en") == "This is too long: 10000 letters, at most 120 fit."


def test_lines_and_paragraphs_have_an_end():
    assert rules.paragraph(" бир \n\n эки \n", field="text") == "бир\n\nэки"
    assert refusal(rules.paragraph, "а" * (rules.TEXT_LENGTH + 1), field="text").field == "text"
    assert refusal(rules.needed_line, "", field="place").field == "place"
    assert rules.needed_line(" Орто-Нура ", field="place") == "Орто-Нура"


@pytest.mark.parametrize(("typed", "year"), [("1975", 1975), ("", None), ("2019", 2019), ("1899", 1899)])
def test_a_year_of_birth_is_a_year(typed, year):
    assert rules.birth_year(typed, today=TODAY) == year


@pytest.mark.parametrize("typed", ["75", "2020", "1898", "бир", "19.5", "١٩٧٥"])
def test_a_year_in_which_nobody_alive_was_born_is_refused(typed):
    assert refusal(rules.birth_year, typed, today=TODAY).field == "birth_year"


@pytest.mark.parametrize("typed", ["0555 12 34 56", "+996 (555) 12-34-56", "112", "0555123456, 0700112233", ""])
def test_telephone_numbers_stand_as_written(typed):
    assert rules.phone(typed) == typed


@pytest.mark.parametrize("typed", ["жок", "12", "0555 12 34 56 Асан", "1" * 16, "0555123456, үй"])
def test_what_is_no_telephone_number_is_refused(typed):
    assert refusal(rules.phone, typed).field == "phone"


@pytest.mark.parametrize("day", [date(219, 3, 13), date(2091, 3, 13), date(1990, 12, 31)])
def test_a_slip_in_the_year_is_refused(day):
    assert refusal(rules.sensible_day, day, today=TODAY, field="date").field == "date"
    assert rules.sensible_day(TODAY, today=TODAY, field="date") == TODAY


def version(day, minimum=7):
    return CharterVersion(in_force_from=day, numbers=CHET_NURA.with_number("min_members", minimum).as_json())


@pytest.mark.clause("CN-8.1")
def test_each_day_is_judged_by_the_version_in_force():
    versions = [version(date(2025, 1, 1), 9), version(date(2018, 12, 24), 7)]
    judged = {
        day: (held.charter.whole("min_members"), held.is_early)
        for day in (date(2018, 10, 18), date(2018, 12, 24), date(2024, 12, 31), date(2025, 1, 1))
        for held in [rules.charter_for(versions, day)]
    }
    assert list(judged.values()) == [(7, True), (7, False), (7, False), (9, False)]
    assert rules.charter_for([], TODAY) is None


def test_a_charter_has_one_version_and_a_day_one_override():
    assert refusal(rules.refuse_second_version, [version(TODAY)], TODAY).field == "in_force_from"
    rules.refuse_second_version([version(TODAY)], date(2020, 1, 1))
    override = DayOverride(day=TODAY, is_working=False)
    assert refusal(rules.refuse_second_override, [override], TODAY).field == "day"
    rules.refuse_second_override([override], date(2020, 1, 1))


HALF = {"numerator": 1, "denominator": 2, "strict": True}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_members", 9), ("min_members", None), ("quorum", HALF), ("majority_base", "voting"),
        ("presiding_decides_tie", False), ("min_sex_share_percent", 0), ("notice_working_days", 99),
    ],
)  # fmt: skip
def test_a_number_of_a_charter_may_have_these_values(name, value):
    assert rules.number_value(name, value) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_members", 0), ("min_members", "7"), ("min_members", True), ("min_members", 7.0), ("quorum", 6),
        ("quorum", {**HALF, "numerator": 3}), ("quorum", {"numerator": 1}), ("quorum", {**HALF, "strict": 1}),
        ("majority_base", "everybody"), ("presiding_decides_tie", 1), ("min_sex_share_percent", 51),
        ("notice_working_days", -1), ("quorum", {**HALF, "denominator": "2"}),
    ],
)  # fmt: skip
def test_other_values_are_refused_at_the_number(name, value):
    assert refusal(rules.number_value, name, value).field == name


def test_a_refused_number_says_its_bounds():
    assert refusal(rules.number_value, "min_members", 0).reason.into("en") == "Write a whole number from 1 to 99."


@pytest.mark.parametrize("key", ["chet-nura", "naryn-council", "osh-contest"])
def test_the_ready_charters_are_sensible_and_all_their_numbers_are_known(key):
    charter = charters.ready_charter(key).charter
    assert rules.sensible(charter) is charter
    assert set(charter.numbers) <= set(terms.TERMS)
    assert {group.code for group in charter.groups} <= set(terms.GROUPS)


def test_numbers_that_contradict_each_other_are_refused():
    both = CHET_NURA.with_number("exact_members", 5)
    assert refusal(rules.sensible, both).field == "exact_members"
    assert rules.with_value(CHET_NURA, "min_members", 9).whole("min_members") == 9
    assert refusal(rules.with_value, CHET_NURA, "min_members", 100).field == "min_members"


@pytest.mark.parametrize(
    "groups",
    [[Group(" ", "")], [Group("ngo", "", 0)], [Group("ngo", ""), Group("ngo", "")], [Group("ngo", "", 8, exact=True)]],
)
def test_groups_that_cannot_be_are_refused(groups):
    charter = Charter(None, {"exact_members": Number(7)}, tuple(groups))
    assert refusal(rules.sensible, charter).field == "groups"


def test_a_charter_of_a_newer_program_is_left_alone():
    assert rules.sensible(Charter(None, {"something_new": Number("?")})).number("something_new").value == "?"


def test_a_charter_can_be_completed_with_what_it_does_not_set():
    osh = charters.ready_charter("osh-contest").charter
    full = rules.complete(osh)
    assert list(full.numbers) == list(terms.TERMS)
    assert (full.whole("exact_members"), full.whole("min_members")) == (7, None)
    assert rules.complete(Charter(None, {"something_new": Number(1)})).number("something_new").value == 1
    assert all(not number.is_regulated for number in rules.unregulated().numbers.values())


OFFICE = Office(
    name_ky="Чет-Нура айыл өкмөтү", region_ky="Нарын облусу", district_ky="Нарын району",
    name_ru="айыл окмоту Чет-Нура", region_ru="", district_ru="", address="Орто-Нура", phone="", head_name="А.",
)  # fmt: skip


def test_the_letterhead_leaves_out_what_is_not_recorded():
    assert rules.letterhead(OFFICE, "ky") == ("Нарын облусу", "Нарын району", "Чет-Нура айыл өкмөтү")
    assert rules.letterhead(OFFICE, "ru") == ("айыл окмоту Чет-Нура",)
    assert rules.contact(OFFICE) == "Орто-Нура"


def test_what_the_paper_still_lacks_is_said():
    assert rules.missing_for_paper(OFFICE) == ()
    assert len(rules.missing_for_paper(None)) == 1
    assert len(rules.missing_for_paper(Office(name_ky="", head_name=""))) == 2


@given(some.integers(1, 9), some.integers(1, 9), some.booleans(), some.integers(0, 60))
def test_a_share_needs_the_least_number_that_satisfies_it(top, bottom, strict, base):
    share = Share(min(top, bottom), max(top, bottom), strict)
    needed = share.needed(base)
    for count in range(base + 2):
        reached = count * share.denominator - base * share.numerator
        assert (count >= needed) == (reached > 0 if strict else reached >= 0)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("min_members", 7, "7"), ("min_sex_share_percent", 30, "30 %"), ("quorum", HALF, "more than half"),
        ("quorum", {**HALF, "denominator": 5}, "more than 1/5"), ("presiding_decides_tie", True, "yes"),
        ("quorum", {"numerator": 3, "denominator": 5, "strict": False}, "at least 3/5"),
        ("presiding_decides_tie", False, "no"), ("majority_base", "present", "those present"),
        ("notice_working_days", 3, "working days: 3"), ("retention_years", 3, "years: 3"), ("new", 5, "5"),
        ("min_members", None, "not regulated"),
    ],
)  # fmt: skip
def test_every_value_can_be_read(name, value, text):
    assert terms.value_text(name, value).into("en") == text


def test_numbers_and_groups_that_nobody_knows_are_called_by_their_own_words():
    assert terms.title("something_new").into("en") == "something_new"
    assert terms.group_title("дыйкандар").into("en") == "дыйкандар"
    assert terms.role_title("chairman").into("en") == "Chairman"
