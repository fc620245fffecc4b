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


Ticks = Sequence[tuple[datetime.date, bool]]
"""The days on record, and whether it was done on them."""


def done(ticks: Ticks) -> Days:
    return tuple(day for day, is_done in ticks if is_done)


def expected(words: str, begins: datetime.date | None, ends: datetime.date | None, ticks: Ticks) -> Days:
    """The last days of those weeks, months … between two days, and within those that the words name, in which it was
    not done, and the days on record on which it is still to be done. Where the words tell no rhythm, only these."""
    open_days = [day for day, is_done in ticks if not is_done]
    every, *own = _every(words)
    begins = max(filter(None, (begins, own[0])), default=None)
    ends = min(filter(None, (ends, own[1])), default=None)
    if not every or begins is None or ends is None:
        return tuple(open_days)
    due = _due(_lasts(every, begins, ends), [day for day, _ in ticks if day >= begins])
    return tuple(sorted({*due, *open_days})) if open_days else due


def _due(lasts: Days, ticked: Sequence[datetime.date]) -> Days:
    if not ticked:
        return lasts
    known = {bisect_left(lasts, day) for day in ticked}
    return tuple(day for place, day in enumerate(lasts) if place not in known)


@lru_cache(maxsize=1024)
def _every(words: str) -> tuple[Every, datetime.date | None, datetime.date | None]:
    """How often, and within which days where the words name any; the same words stand at many activities."""
    read = deadlines.read(words)
    return read.every, read.start, read.end


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
