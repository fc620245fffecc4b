"""When is a regular activity due again, as far as its words say? What they do not say is not invented."""

import datetime
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from ayil_desktop.workdays import deadlines, periods
from ayil_desktop.workdays.deadline_phrases import Every
from ayil_desktop.workdays.periods import HalfYear, Quarter

DAY = datetime.timedelta(days=1)
Days = tuple[datetime.date, ...]

_LAST: Mapping[Every, Callable[[datetime.date], datetime.date]] = {
    "day": lambda day: day,
    "week": lambda day: day + (6 - day.weekday()) * DAY,
    "month": periods.end_of_month,
    "quarter": lambda day: Quarter.of(day).last,
    "half_year": lambda day: HalfYear.of(day).last,
    "year": lambda day: day.replace(month=12, day=31),
}
"""The last day of the week, month … that a day belongs to."""


def expected(
    words: str, begins: datetime.date | None, ends: datetime.date | None, ticked: Sequence[datetime.date]
) -> Days:
    """The last days of those weeks, months … between two days in which nothing was ticked off.

    None where the words tell no rhythm.
    """
    every = _every(words)
    if not every or begins is None or ends is None:
        return ()
    lasts = _lasts(every, begins, ends)
    if not ticked:
        return lasts
    done = {bisect_left(lasts, day) for day in ticked if day >= begins}
    return tuple(day for place, day in enumerate(lasts) if place not in done)


@lru_cache(maxsize=1024)
def _every(words: str) -> Every:
    """The same words stand at many activities."""
    return deadlines.read(words).every


@lru_cache(maxsize=64)
def _lasts(every: Every, begins: datetime.date, ends: datetime.date) -> Days:
    return tuple(_each(_LAST[every], begins, ends))


def _each(
    last_of: Callable[[datetime.date], datetime.date], begins: datetime.date, ends: datetime.date
) -> Iterator[datetime.date]:
    day = begins
    while day <= ends:
        last = last_of(day)
        yield min(last, ends)
        day = last + DAY
