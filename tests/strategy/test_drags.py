"""Does a dragged bar keep the precision of its deadline?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.strategy import bars, chart_keys
from ayil_desktop.strategy.bars import Row, Time
from ayil_desktop.strategy.chart_drag import Drag, Handle, handle_at, handle_of
from ayil_desktop.strategy.chart_keys import End, Step
from ayil_desktop.strategy.drags import moved, stretched
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Deadline, Kind
from tests.workdays.test_deadlines import CASES

MAY = Deadline(Kind.MONTH, date(2019, 5, 1), date(2019, 5, 31))
WEEK = Deadline(Kind.WEEK_OF_MONTH, date(2019, 5, 22), date(2019, 5, 31))
BY = Deadline(Kind.BY_DATE, None, date(2019, 4, 15))
TIME = Time(date(2019, 1, 1), date(2019, 12, 31), 2.0)


def test_a_month_moves_by_months():
    assert moved(MAY, 20) == Deadline(Kind.MONTH, date(2019, 6, 1), date(2019, 6, 30))
    assert moved(MAY, 10) == MAY
    assert moved(MAY, -92) == Deadline(Kind.MONTH, date(2019, 2, 1), date(2019, 2, 28))


def test_a_quarter_moves_by_quarters():
    quarter = Deadline(Kind.QUARTER, date(2019, 10, 1), date(2019, 12, 31))
    assert moved(quarter, 80) == Deadline(Kind.QUARTER, date(2020, 1, 1), date(2020, 3, 31))
    assert moved(quarter, 30) == quarter


def test_a_week_of_the_plan_moves_to_the_next_week_of_the_plan():
    assert moved(WEEK, 8) == Deadline(Kind.WEEK_OF_MONTH, date(2019, 6, 1), date(2019, 6, 7))
    assert moved(WEEK, -7) == Deadline(Kind.WEEK_OF_MONTH, date(2019, 5, 15), date(2019, 5, 21))


def test_a_last_day_moves_by_days_and_stays_a_last_day():
    assert moved(BY, 3) == Deadline(Kind.BY_DATE, None, date(2019, 4, 18))
    assert stretched(BY, end_by=-2) == Deadline(Kind.BY_DATE, None, date(2019, 4, 13))


def test_by_days_a_month_becomes_exact_days():
    assert moved(MAY, 2, by_days=True) == Deadline(Kind.DATE_RANGE, date(2019, 5, 3), date(2019, 6, 2))


def test_a_stretched_month_becomes_months():
    assert stretched(MAY, end_by=31) == Deadline(Kind.MONTH_RANGE, date(2019, 5, 1), date(2019, 6, 30))
    assert stretched(MAY, begin_by=-61).start == date(2019, 3, 1)


@pytest.mark.parametrize("deadline", [Deadline(Kind.REGULAR, None, None), Deadline(Kind.UNKNOWN, None, None)])
def test_what_has_no_day_does_not_move(deadline):
    assert moved(deadline, 40) == deadline
    assert stretched(deadline, end_by=40) == deadline


DAYS = st.dates(date(2018, 1, 1), date(2024, 12, 31))


@st.composite
def dated(draw):
    """A deadline of any kind that has days."""
    first, second = sorted((draw(DAYS), draw(DAYS)))
    return draw(st.sampled_from([deadlines.from_dates(first, second), deadlines.from_dates(None, second), MAY, WEEK]))


@given(dated(), st.integers(-900, 900), st.integers(-900, 900), st.booleans())
def test_the_ends_never_cross(deadline, begin_by, end_by, by_days):
    for found in (
        stretched(deadline, begin_by=begin_by, by_days=by_days),
        stretched(deadline, end_by=end_by, by_days=by_days),
        moved(deadline, end_by, by_days=by_days),
    ):
        assert found.start is None or found.start <= found.end


@given(dated(), st.integers(-900, 900))
def test_words_of_a_moved_deadline_are_understood_again(deadline, days):
    found = moved(deadline, days)
    read = deadlines.read(deadlines.write(found, "ky"))
    assert (read.start, read.end) == (found.start, found.end)


# Every deadline of the 83 cases: a family is told in one unit, whether in one of them or in several.
FAMILIES = [
    {Kind.BY_DATE},
    {Kind.DATE, Kind.DATE_RANGE},
    {Kind.WEEK_OF_MONTH, Kind.WEEK_RANGE},
    {Kind.DECADE_OF_MONTH},
    {Kind.MONTH, Kind.MONTH_RANGE},
    {Kind.QUARTER, Kind.QUARTER_RANGE},
    {Kind.HALF_YEAR},
    {Kind.YEAR, Kind.YEAR_RANGE},
]
FAR = Time(date(2018, 1, 1), date(2032, 12, 31), 3.0)


def family(deadline):
    return next(kinds for kinds in FAMILIES if deadline.kind in kinds)


def said(deadline):
    return deadlines.write(deadline, "ky"), deadlines.write(deadline, "ru")


def keeps_its_precision(deadline, after):
    """The words in both languages mean these days in the same unit."""
    assert after.kind in family(deadline)
    assert {deadlines.read(words) for words in said(after)} == {after}


DATED = [one["words"] for one in CASES if one["end"]]


def test_seventy_and_more_cases_have_days_of_every_family():
    assert len(DATED) == len(CASES) - sum(one["end"] is None for one in CASES) > 70
    assert {kind for words in DATED for kind in family(deadlines.read(words))} == set().union(*FAMILIES)


STEPS = [(end, by) for end in End for by in (1, -1, 5)]


@pytest.mark.parametrize("words", DATED)
def test_a_step_and_one_back_leave_every_deadline_of_the_plans_as_it_was(words):
    before = deadlines.read(words)
    for end, by in STEPS:
        there = chart_keys.stepped(before, Step(end, by))
        back = chart_keys.stepped(there, Step(end, -by))
        keeps_its_precision(before, there)
        keeps_its_precision(before, back)
        # One that is made shorter is never less than one week, month … of its kind.
        if end is End.BOTH or (end is End.END) == (by > 0):
            assert there != before or (before.kind is Kind.BY_DATE and end is End.BEGIN)
            assert back == before
            assert said(back) == said(before)


@pytest.mark.parametrize("words", DATED)
@pytest.mark.parametrize("by_days", [False, True], ids=["kept", "with Shift"])
def test_the_mouse_does_what_the_keyboard_does(words, by_days):
    before = deadlines.read(words)
    row = Row("a", 2, "1.1", "Иш", kind=before.kind, starts=before.start, ends=before.end)
    bar = bars.bar(row, FAR)
    handles = {End.BOTH: Handle.WHOLE, End.BEGIN: Handle.BEGIN, End.END: Handle.END}
    for end, by in STEPS:
        wanted = chart_keys.stepped(before, Step(end, by, by_days))
        then = bars.bar(row._replace(starts=wanted.start, ends=wanted.end), FAR)
        begin, goal = (bar.right, then.right) if end is End.END else (bar.left, then.left)
        if before.start is None and end is End.BEGIN:
            goal = FAR.x(wanted.start or wanted.end)
        drag = Drag("a", handles[end], row, pressed_at=begin)
        drag.move_to(goal, FAR, by_days=by_days)
        assert drag.deadline == wanted


def test_the_beginning_of_what_is_due_by_a_day_is_taken_with_shift_only():
    row = Row("a", 2, "1.1", "Иш", kind=BY.kind, starts=None, ends=BY.end)
    left = bars.bar(row, FAR).left
    assert handle_of(row, FAR, left) is Handle.WHOLE
    assert handle_of(row, FAR, left, by_days=True) is Handle.BEGIN
    drag = Drag("a", Handle.BEGIN, row, pressed_at=left)
    drag.move_to(FAR.x(date(2019, 4, 1)), FAR, by_days=True)
    assert said(drag.deadline)[0] == "2019-жылдын 1-апрелинен 15-апрелине чейин"
    drag.move_to(FAR.x(date(2019, 4, 1)), FAR, by_days=False)
    assert drag.deadline == BY


def test_weeks_of_the_plan_go_over_the_end_of_a_month_in_words_that_say_so():
    weeks = deadlines.read("2019 жыл августтун 3-4-аптасы")
    assert said(moved(weeks, 7)) == (
        "2019 жыл августтун 4-аптасы – сентябрдын 1-аптасы",
        "4-я неделя августа – 1-я неделя сентября 2019 г.",
    )


def test_a_year_of_weeks_later_is_the_same_week_of_the_next_year():
    assert moved(WEEK, 366) == deadlines.read("2020 жыл майдын 4-аптасы")


def test_a_bar_is_taken_by_its_middle_its_ends_or_just_beyond():
    time = TIME
    row = Row("a", 2, "1.1", "Иш", kind=MAY.kind, starts=MAY.start, ends=MAY.end)
    bar = bars.bar(row, time)
    handles = [handle_at(bar, x) for x in (bar.left - 20, bar.left, bar.left + 30, bar.right, bar.right + 10)]
    assert handles == [None, Handle.BEGIN, Handle.WHOLE, Handle.END, Handle.LINK]


def test_a_drag_follows_the_pointer_and_knows_where_it_began():
    row = Row("a", 2, "1.1", "Иш", kind=MAY.kind, starts=MAY.start, ends=MAY.end)
    drag = Drag("a", Handle.WHOLE, row, pressed_at=100)
    drag.move_to(160, TIME, by_days=False)
    assert drag.before == MAY
    assert drag.deadline.start == date(2019, 6, 1)
    assert drag.shown.ends == date(2019, 6, 30)
    drag.move_to(100, TIME, by_days=False)
    assert drag.deadline == MAY
