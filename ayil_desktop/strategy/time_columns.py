"""Which columns does time have at a scale, and which days does each of them stand for? Pure geometry, as the bars."""

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ayil_desktop.strategy.bars import DAY, Time
from ayil_desktop.workdays import periods


class Column(NamedTuple):
    """A stretch of the header: where it is, and the days it stands for."""

    left: float
    right: float
    first: datetime.date
    last: datetime.date
    unit: str
    """"decade", "year", "quarter", "month", "week" or "day"."""


NARROWEST = 26.0
"""A column of the lower header is at least so wide, otherwise the next unit is taken."""
NARROWEST_DAY = 18.0
"""The number of a day is shorter."""


def header_units(time: Time, narrowest: float = NARROWEST) -> tuple[str, str]:
    """The two units that are readable at this scale."""
    if time.per_day >= NARROWEST_DAY:
        return "week", "day"
    for unit, days in (("week", 7), ("month", 30), ("quarter", 91), ("year", 365)):
        if days * time.per_day >= narrowest:
            return ("month" if unit == "week" else "year"), unit
    return "decade", "decade"


def columns(time: Time, unit: str, x0: float, x1: float) -> Iterator[Column]:
    """The header columns of one unit that a stretch touches."""
    whole_width = time.width
    for first, last in _from(time, unit, max(time.day(max(x0, 0.0)), time.begins)):
        left = time.x(first)
        if left >= x1:
            return
        yield Column(max(left, 0.0), min(time.after(last), whole_width), first, last, unit)


def _from(time: Time, unit: str, day: datetime.date) -> Iterable[tuple[datetime.date, datetime.date]]:
    """The columns of one unit from a day on."""
    if unit == "day":
        return ((one, one) for one in _days(day, time.ends))
    every = _columns(time.begins, time.ends, unit)
    return every[max(bisect_right(every, (day, datetime.date.max)) - 1, 0) :]


def _days(day: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    while day <= last:
        yield day
        day += DAY


@lru_cache(maxsize=8)
def _columns(begins: datetime.date, ends: datetime.date, unit: str) -> list[tuple[datetime.date, datetime.date]]:
    """First and last days of all columns of one unit; they are the same at every scale."""
    found, day = [], _begin(begins, unit)
    while day <= ends:
        found.append((day, _end(day, unit)))
        day = found[-1][1] + DAY
    return found


def whole(first: datetime.date, last: datetime.date, unit: str) -> tuple[datetime.date, datetime.date]:
    """From the beginning to the end of the columns in which two days lie."""
    return _begin(first, unit), _end(_begin(last, unit), unit)


def _begin(day: datetime.date, unit: str) -> datetime.date:
    if unit == "day":
        return day
    if unit == "week":
        # The weeks of the plans: days 1-7, 8-14, 15-21, 22-end.
        return day.replace(day=min((day.day - 1) // 7, 3) * 7 + 1)
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return periods.quarter_of(day).first
    if unit == "decade":
        return datetime.date(max(day.year // _DECADE * _DECADE, datetime.MINYEAR), 1, 1)
    return day.replace(month=1, day=1)


def _end(day: datetime.date, unit: str) -> datetime.date:
    """Of the column that begins on a day."""
    if unit == "day":
        return day
    if unit == "week":
        return periods.end_of_month(day) if day.day >= 22 else day + 6 * DAY
    if unit == "month":
        return periods.end_of_month(day)
    if unit == "quarter":
        return periods.quarter_of(day).last
    years = _DECADE - 1 - day.year % _DECADE if unit == "decade" else 0
    return day.replace(year=day.year + years, month=12, day=31)


_DECADE = 10  # years; a mistyped year makes a plan so long
