"""What becomes of a deadline when its bar is moved or stretched? The precision stays: a month bar moves by months."""

import datetime
from dataclasses import replace

from ayil_desktop.workdays import deadlines, periods
from ayil_desktop.workdays.deadlines import Deadline, Kind

DAY = datetime.timedelta(days=1)

STEP_MONTHS = {
    Kind.MONTH: 1,
    Kind.MONTH_RANGE: 1,
    Kind.QUARTER: 3,
    Kind.QUARTER_RANGE: 3,
    Kind.HALF_YEAR: 6,
    Kind.YEAR: 12,
    Kind.YEAR_RANGE: 12,
}
"""By how many months a whole period of this kind moves at a time."""
WEEK_KINDS = (Kind.WEEK_OF_MONTH, Kind.WEEK_RANGE)
_DAYS_OF_A_MONTH = 30.4


def step_days(kind: Kind) -> int:
    """By about how many days a bar of this kind moves in one step of its own precision."""
    months = STEP_MONTHS.get(kind)
    return round(months * _DAYS_OF_A_MONTH) if months else 7 if kind in WEEK_KINDS else 1


def moved(deadline: Deadline, days: int, *, by_days: bool = False) -> Deadline:
    """The whole bar moved by about so many days; `by_days` gives up the precision for exact days.

    A bar without a last day does not move.
    """
    if deadline.end is None or days == 0:
        return deadline
    if by_days:
        return _exact(_shifted(deadline.start, days), deadline.end + days * DAY)
    months = STEP_MONTHS.get(deadline.kind)
    if months is not None:
        return _by_months(deadline, months * round(days / (_DAYS_OF_A_MONTH * months)))
    if deadline.kind in WEEK_KINDS:
        return _by_weeks(deadline, round(days / 7))
    if deadline.kind is Kind.DECADE_OF_MONTH:
        return _exact(_shifted(deadline.start, days), deadline.end + days * DAY)
    return replace(deadline, start=_shifted(deadline.start, days), end=deadline.end + days * DAY)


def stretched(deadline: Deadline, *, begin_by: int = 0, end_by: int = 0, by_days: bool = False) -> Deadline:
    """One end moved by about so many days; an end never passes the other one."""
    if deadline.end is None or (begin_by == 0 and end_by == 0):
        return deadline
    months = STEP_MONTHS.get(deadline.kind)
    if months is not None and deadline.start is not None and not by_days:
        start = _add_months(deadline.start, round(begin_by / _DAYS_OF_A_MONTH))
        end = periods.end_of_month(_add_months(deadline.end.replace(day=1), round(end_by / _DAYS_OF_A_MONTH)))
        if start > end:
            start, end = (end.replace(day=1), end) if begin_by else (start, periods.end_of_month(start))
        return deadlines.from_dates(start, end)
    start_day = None if deadline.start is None and begin_by == 0 else (deadline.start or deadline.end) + begin_by * DAY
    end_day = deadline.end + end_by * DAY
    if start_day is not None and start_day > end_day:
        start_day, end_day = (end_day, end_day) if begin_by else (start_day, start_day)
    if start_day is None:
        return replace(deadline, end=end_day)
    return _exact(start_day, end_day)


def _shifted(day: datetime.date | None, days: int) -> datetime.date | None:
    return None if day is None else day + days * DAY


def _exact(start: datetime.date | None, end: datetime.date) -> Deadline:
    if start is None:
        return Deadline(Kind.BY_DATE, None, end)
    return Deadline(Kind.DATE if start == end else Kind.DATE_RANGE, start, end)


def _by_months(deadline: Deadline, months: int) -> Deadline:
    if deadline.start is None or deadline.end is None:
        return deadline
    start = _add_months(deadline.start, months)
    end = periods.end_of_month(_add_months(deadline.end.replace(day=1), months))
    return replace(deadline, start=start, end=end)


def _add_months(day: datetime.date, months: int) -> datetime.date:
    count = day.year * 12 + day.month - 1 + months
    first = datetime.date(count // 12, count % 12 + 1, 1)
    return first.replace(day=min(day.day, periods.end_of_month(first).day))


def _by_weeks(deadline: Deadline, weeks: int) -> Deadline:
    """Over the weeks of the plans, four a month (R-47)."""
    if deadline.start is None or deadline.end is None:
        return deadline
    first, last = _week_number(deadline.start) + weeks, _week_number(deadline.end) + weeks
    return replace(deadline, start=_week(first)[0], end=_week(last)[1])


def _week_number(day: datetime.date) -> int:
    return (day.year * 12 + day.month - 1) * 4 + min((day.day - 1) // 7, 3)


def _week(number: int) -> tuple[datetime.date, datetime.date]:
    months, week = divmod(number, 4)
    first = datetime.date(months // 12, months % 12 + 1, week * 7 + 1)
    return first, periods.end_of_month(first) if week == 3 else first + 6 * DAY
