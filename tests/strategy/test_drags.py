"""Does a dragged bar keep the precision of its deadline?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ayil_desktop.strategy import bars, drags
from ayil_desktop.strategy.bars import Row, Time
from ayil_desktop.strategy.chart_drag import Drag, Handle, handle_at
from ayil_desktop.strategy.drags import moved, stretched
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Deadline, Kind

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


def test_one_step_of_the_keyboard_is_one_step_of_the_kind():
    for kind, deadline in ((Kind.MONTH, MAY), (Kind.WEEK_OF_MONTH, WEEK), (Kind.BY_DATE, BY)):
        assert moved(deadline, drags.step_days(kind)) != deadline


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
