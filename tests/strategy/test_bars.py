"""Where do rows and bars stand?"""

from datetime import date, timedelta
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.strategy import bars, time_columns
from ayil_desktop.strategy.bars import Edge, Row, Time
from ayil_desktop.strategy.chart_heights import Heights
from ayil_desktop.workdays.deadlines import Kind

HEIGHTS = st.lists(st.integers(1, 400), min_size=1, max_size=80)
YEAR = Time(date(2019, 1, 1), date(2019, 12, 31), 2.0)


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 79), st.integers(1, 400)), max_size=30))
def test_tops_are_the_prefix_sums_after_any_changes(heights, changes):
    rows, plain = Heights(heights), list(heights)
    for place, height in changes:
        if place < len(plain):
            assert rows.change(place, height) == height - plain[place]
            plain[place] = height
    assert [rows.top(row) for row in range(len(plain) + 1)] == [0, *accumulate(plain)]
    assert [rows.height(row) for row in range(len(plain))] == plain
    assert rows.total == sum(plain)
    assert len(rows) == len(plain)


@given(HEIGHTS, st.data())
def test_the_row_at_a_height_is_the_one_whose_top_is_above_it(heights, data):
    rows = Heights(heights)
    row = data.draw(st.integers(0, len(heights) - 1))
    into = data.draw(st.floats(0, 0.99)) * heights[row]
    assert rows.at(rows.top(row) + into) == row


def test_beyond_the_ends_the_first_and_the_last_row_answer():
    rows = Heights([10, 20])
    assert (rows.at(-5), rows.at(31), Heights([]).at(3)) == (0, 1, -1)


@given(HEIGHTS, st.integers(-100, 20_000), st.integers(1, 2_000))
def test_a_view_touches_the_rows_that_a_plain_search_finds(heights, y, tall):
    rows = Heights(heights)
    tops = [rows.top(row) for row in range(len(heights) + 1)]
    plain = [row for row in range(len(heights)) if tops[row] <= y + tall and tops[row + 1] > y]
    assert list(rows.between(y, y + tall)) == plain


@given(st.integers(0, 364), st.floats(0.05, 60))
def test_a_day_and_its_place_are_inverse(days, per_day):
    time = YEAR.scaled(per_day)
    day = time.begins + timedelta(days=days)
    assert time.day(time.x(day) + per_day / 2) == day
    assert time.after(day) - time.x(day) == pytest.approx(per_day)


def test_everything_fits_into_the_width():
    assert bars.fit(YEAR, 730).width == pytest.approx(730)


def row(kind, starts, ends, **more):
    return Row("key", 2, "1.1", "Иш", kind=kind, starts=starts, ends=ends, **more)


def test_a_month_is_soft_at_both_ends():
    found = bars.bar(row(Kind.MONTH, date(2019, 3, 1), date(2019, 3, 31)), YEAR)
    assert (found.left, found.right, found.begin, found.end) == (118, 180, Edge.SOFT, Edge.SOFT)


def test_a_last_day_is_firm_with_a_light_week_before_it():
    found = bars.bar(row(Kind.BY_DATE, None, date(2019, 4, 15)), YEAR)
    assert (found.begin, found.end, found.width) == (Edge.LEAD, Edge.FIRM, 14)


def test_exact_days_are_firm():
    found = bars.bar(row(Kind.DATE_RANGE, date(2019, 4, 1), date(2019, 4, 2)), YEAR)
    assert (found.begin, found.end) == (Edge.FIRM, Edge.FIRM)


def test_regular_and_undated_rows_have_no_bar():
    assert bars.bar(row(Kind.REGULAR, None, None), YEAR) is None
    assert bars.bar(row(Kind.UNKNOWN, None, None), YEAR) is None
    assert bars.ticks(row(Kind.REGULAR, None, None, occurrences=(date(2019, 1, 2),)), YEAR) == (3.0,)


def test_the_approved_days_have_a_bar_of_their_own():
    moved = row(Kind.MONTH, date(2019, 4, 1), date(2019, 4, 30), base=(date(2019, 3, 1), date(2019, 3, 31)))
    assert (bars.base_bar(moved, YEAR).left, bars.base_bar(moved, YEAR).right) == (118, 180)
    assert bars.base_bar(row(Kind.MONTH, date(2019, 4, 1), date(2019, 4, 30)), YEAR) is None


TREE = [
    Row("s", 0, "1", "Кызмат"),
    Row("t", 1, "1", "Маселе", parent=0),
    Row("a", 2, "1.1", "Иш", parent=1, kind=Kind.MONTH, starts=date(2019, 3, 1), ends=date(2019, 3, 31)),
    Row("b", 2, "1.2", "Иш", parent=1, kind=Kind.BY_DATE, ends=date(2019, 4, 20)),
    Row("u", 1, "2", "Маселе", parent=0),
]


def test_services_and_tasks_reach_from_their_first_to_their_last_activity():
    found = bars.spans(TREE)
    assert [(one.starts, one.ends) for one in found[:2]] == [(date(2019, 3, 1), date(2019, 4, 20))] * 2
    assert (found[4].starts, found[4].ends) == (None, None)


DAYS = st.none() | st.dates(date(2019, 1, 1), date(2019, 12, 31))
ACTIVITIES = st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=4)
PLANS = st.lists(st.lists(ACTIVITIES, max_size=3), min_size=1, max_size=3)


def tree_of(services):
    """Services of tasks of the first and last days of their activities."""
    found = []
    for tasks in services:
        service = len(found)
        found.append(Row(f"s{service}", 0, "1", "Кызмат"))
        for activities in tasks:
            task = len(found)
            found.append(Row(f"t{task}", 1, "1", "Маселе", parent=service))
            for first, last in activities:
                key = f"a{len(found)}"
                found.append(Row(key, 2, "1.1", "Иш", task, kind=Kind.DATE_RANGE, starts=first, ends=last))
    return found


@given(PLANS, st.data())
def test_activities_that_were_exchanged_reach_as_if_all_were_asked(services, data):
    rows = tree_of(services)
    places = [place for place, row in enumerate(rows) if row.level == 2]
    others = {}
    if places:
        chosen = data.draw(st.lists(st.sampled_from(places), unique=True))
        others = {place: rows[place]._replace(starts=data.draw(DAYS), ends=data.draw(DAYS)) for place in chosen}
    found = bars.exchanged(bars.spans(rows), others)
    anew = bars.spans([others.get(place, row) for place, row in enumerate(rows)])
    assert (found, found.reach) == (anew, anew.reach)


def test_a_folded_row_hides_everything_below_it():
    assert list(bars.visible(TREE, frozenset())) == [0, 1, 2, 3, 4]
    assert bars.visible(TREE, frozenset({"t"})) == [0, 1, 4]
    assert bars.visible(TREE, frozenset({"s"})) == [0]


def test_time_reaches_a_month_beyond_the_bars():
    found = bars.time_of(bars.spans(TREE), today=date(2019, 3, 5), per_day=1)
    assert (found.begins, found.ends) == (date(2019, 2, 1), date(2019, 5, 31))


def test_rows_know_the_days_of_everything_that_is_drawn():
    """What was approved, ticked off or is due again lies beyond what the services reach over."""
    early = row(Kind.MONTH, date(2019, 3, 1), date(2019, 3, 31), base=(None, date(2018, 11, 30)), parent=1)
    regular = row(Kind.REGULAR, None, None, parent=1, expected=(date(2019, 5, 1), date(2020, 2, 1)))
    found = bars.spans([*TREE[:4], early, regular])
    assert found.reach == (date(2018, 11, 30), date(2020, 2, 1))
    assert bars.kept(found, {"a", "b"}).reach == (date(2019, 3, 1), date(2019, 4, 20))
    for rows in (found, bars.kept(found, {"a"}), bars.spans([TREE[4]])):
        time = bars.time_of(rows, today=date(2019, 3, 5), per_day=1)
        assert time == bars.time_of(list(rows), today=date(2019, 3, 5), per_day=1)


@pytest.mark.parametrize(
    ("per_day", "units"),
    [
        (22.0, ("week", "day")),
        (6.0, ("month", "week")),
        (2.2, ("year", "month")),
        (0.3, ("year", "quarter")),
        (0.1, ("year", "year")),
        (0.05, ("decade", "decade")),
    ],
)
def test_the_header_has_the_units_that_are_readable(per_day, units):
    assert time_columns.header_units(YEAR.scaled(per_day)) == units


@given(st.sampled_from(["week", "month", "quarter", "year", "decade"]))
def test_header_columns_cover_the_year_without_gap_or_overlap(unit):
    found = list(time_columns.columns(YEAR, unit, 0, YEAR.width))
    assert found[0].left == 0
    assert found[-1].right == YEAR.width
    assert all(before.last + bars.DAY == after.first for before, after in pairwise(found))
