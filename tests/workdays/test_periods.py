"""Do quarters, half-years and the plan's weeks run over the right days?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.workdays import periods
from ayil_desktop.workdays.periods import HalfYear, Quarter

DAYS = st.dates(date(1992, 1, 1), date(2099, 12, 31))
PARTS = st.sampled_from([Quarter, HalfYear])


def test_a_quarter_has_three_months():
    quarter = periods.quarter_of(date(2019, 5, 14))
    assert quarter == Quarter(2019, 2)
    assert quarter.period == (date(2019, 4, 1), date(2019, 6, 30))
    assert date(2019, 6, 30) in quarter
    assert date(2019, 7, 1) not in quarter


def test_a_half_year_has_six():
    half = periods.half_year_of(date(2019, 7, 1))
    assert half == HalfYear(2019, 2)
    assert half.period == (date(2019, 7, 1), date(2019, 12, 31))


def test_parts_of_a_year_are_named_for_the_reader():
    assert Quarter(2026, 4).name.into("en") == "Quarter IV of 2026"
    assert HalfYear(2026, 1).name.into("en") == "Half-year 1 of 2026"


@pytest.mark.parametrize("wrong", [lambda: Quarter(2026, 0), lambda: Quarter(2026, 5), lambda: HalfYear(2026, 3)])
def test_a_year_has_no_fifth_quarter(wrong):
    with pytest.raises(ValueError, match="a year has no"):
        wrong()


@given(DAYS, PARTS)
def test_every_day_lies_in_one_part_and_the_next_begins_the_day_after(day, part):
    here = part.of(day)
    assert day in here
    assert here.following().first == here.last + timedelta(days=1)
    assert here.following().previous() == here
    assert here.previous().following() == here
    assert here.previous() < here < here.following()


def test_quarters_between_two_days_include_those_that_are_only_begun():
    assert list(periods.quarters(date(2018, 12, 24), date(2019, 4, 1))) == [
        Quarter(2018, 4),
        Quarter(2019, 1),
        Quarter(2019, 2),
    ]
    assert list(periods.quarters(date(2019, 4, 1), date(2019, 3, 31))) == []


@pytest.mark.parametrize(
    ("day", "years", "after"),
    [
        (date(2018, 12, 24), 3, date(2021, 12, 24)),
        (date(2020, 2, 29), 3, date(2023, 2, 28)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
    ],
)
def test_retention_ends_on_the_same_day_of_a_later_year(day, years, after):
    assert periods.years_after(day, years) == after


def test_a_month_ends_on_its_last_day():
    assert periods.end_of_month(date(2028, 2, 3)) == date(2028, 2, 29)
    assert periods.month(2026, 9) == (date(2026, 9, 1), date(2026, 9, 30))
    assert periods.whole_year(2026) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(("number", "first", "last"), [(1, 1, 7), (2, 8, 14), (3, 15, 21), (4, 22, 31)])
def test_the_fourth_week_of_a_plan_reaches_the_end_of_the_month(number, first, last):
    assert periods.week(2019, 7, number) == (date(2019, 7, first), date(2019, 7, last))


@pytest.mark.parametrize(("number", "first", "last"), [(1, 1, 10), (2, 11, 20), (3, 21, 28)])
def test_the_third_decade_reaches_the_end_of_the_month(number, first, last):
    assert periods.decade(2026, 2, number) == (date(2026, 2, first), date(2026, 2, last))


@pytest.mark.parametrize("wrong", [(periods.week, 0), (periods.week, 5), (periods.decade, 4)])
def test_a_month_has_no_fifth_week_and_no_fourth_decade(wrong):
    stretch, number = wrong
    with pytest.raises(ValueError, match="a month has"):
        stretch(2019, 7, number)
