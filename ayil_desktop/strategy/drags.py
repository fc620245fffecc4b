"""What becomes of a deadline when its bar is moved or stretched? The precision stays: a month bar moves by months."""

import datetime
from collections.abc import Callable, Mapping
from typing import NamedTuple

from ayil_desktop.workdays import periods
from ayil_desktop.workdays.deadlines import Deadline, Kind
from ayil_desktop.workdays.periods import Period

DAY = datetime.timedelta(days=1)


class Unit(NamedTuple):
    """In what a deadline is told: its periods are counted through all years; one of them is of a kind, or several."""

    one: Kind
    several: Kind
    number: Callable[[datetime.date], int]
    """Of the period in which a day lies."""
    period: Callable[[int], Period]

    def beginning_near(self, day: datetime.date) -> int:
        """The period that begins nearest to a day."""
        here = self.number(day)
        return here if day - self.period(here).first <= self.period(here + 1).first - day else here + 1

    def ending_near(self, day: datetime.date) -> int:
        """The period that ends nearest to a day."""
        here = self.number(day)
        return here if self.period(here).last - day <= day - self.period(here - 1).last else here - 1


def _months(one: Kind, several: Kind, months: int) -> Unit:
    def number(day: datetime.date) -> int:
        return (day.year * 12 + day.month - 1) // months

    def period(count: int) -> Period:
        return Period(_first_of(count * months), periods.end_of_month(_first_of((count + 1) * months - 1)))

    return Unit(one, several, number, period)


def _first_of(months: int) -> datetime.date:
    return datetime.date(months // 12, months % 12 + 1, 1)


def _parts_of_months(one: Kind, several: Kind, parts: int, days: int, part: Callable[[int, int, int], Period]) -> Unit:
    def number(day: datetime.date) -> int:
        return (day.year * 12 + day.month - 1) * parts + min((day.day - 1) // days, parts - 1)

    def period(count: int) -> Period:
        months, place = divmod(count, parts)
        first = _first_of(months)
        return part(first.year, first.month, place + 1)

    return Unit(one, several, number, period)


def _a_day(number: int) -> Period:
    day = datetime.date.fromordinal(number)
    return Period(day, day)


_DAYS = Unit(Kind.DATE, Kind.DATE_RANGE, datetime.date.toordinal, _a_day)
_UNITS = (
    _parts_of_months(Kind.WEEK_OF_MONTH, Kind.WEEK_RANGE, periods.WEEKS, 7, periods.week),
    _parts_of_months(Kind.DECADE_OF_MONTH, Kind.DECADE_OF_MONTH, periods.DECADES, 10, periods.decade),
    _months(Kind.MONTH, Kind.MONTH_RANGE, 1),
    _months(Kind.QUARTER, Kind.QUARTER_RANGE, 3),
    _months(Kind.HALF_YEAR, Kind.HALF_YEAR, 6),
    _months(Kind.YEAR, Kind.YEAR_RANGE, 12),
)
_UNIT_OF: Mapping[Kind, Unit] = {kind: unit for unit in _UNITS for kind in (unit.one, unit.several)}
"""What is told in days stands in none of them."""


def moved(deadline: Deadline, days: int, *, by_days: bool = False) -> Deadline:
    """The whole bar moved by about so many days; `by_days` gives up the precision for exact days.

    A bar without a last day does not move.
    """
    if deadline.end is None or days == 0:
        return deadline
    unit, first = _unit(deadline, by_days), deadline.start or deadline.end
    steps = unit.beginning_near(first + days * DAY) - unit.number(first)
    return stepped(deadline, begin=steps, end=steps, by_days=by_days)


def stretched(deadline: Deadline, *, begin_by: int = 0, end_by: int = 0, by_days: bool = False) -> Deadline:
    """One end moved by about so many days; an end never passes the other one."""
    if deadline.end is None:
        return deadline
    unit, first = _unit(deadline, by_days), deadline.start or deadline.end
    begin = unit.beginning_near(first + begin_by * DAY) - unit.number(first) if begin_by else 0
    end = unit.ending_near(deadline.end + end_by * DAY) - unit.number(deadline.end) if end_by else 0
    return stepped(deadline, begin=begin, end=end, by_days=by_days)


def stepped(deadline: Deadline, *, begin: int = 0, end: int = 0, by_days: bool = False) -> Deadline:
    """Its ends so many weeks, months … or days further, as it is told; an end never passes the other one.

    What is to be done by a day has no first one; only `by_days` gives it one.
    """
    if deadline.end is None or begin == end == 0:
        return deadline
    unit = _unit(deadline, by_days)
    if deadline.start is None:
        return _stepped_last_day(deadline.end, begin, end, by_days=by_days)
    first, last = unit.number(deadline.start) + begin, unit.number(deadline.end) + end
    if first > last:
        first, last = (last, last) if begin else (first, first)
    kind = unit.one if first == last else unit.several
    return Deadline(kind, unit.period(first).first, unit.period(last).last)


def _stepped_last_day(day: datetime.date, begin: int, end: int, *, by_days: bool) -> Deadline:
    if by_days and begin < 0 == end:
        return Deadline(Kind.DATE_RANGE, day + begin * DAY, day)
    return Deadline(Kind.BY_DATE, None, day + end * DAY)


def _unit(deadline: Deadline, by_days: bool) -> Unit:
    return _DAYS if by_days or deadline.start is None else _UNIT_OF.get(deadline.kind, _DAYS)
