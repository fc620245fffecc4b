"""What does a deadline in words mean, and in which words is a deadline written?

The words of a plan are law once they are approved: they are kept as they stand, and the days are read from them. What
is not understood is `unknown` and is never guessed.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.workdays import deadline_grammar, deadline_phrases, deadline_words, deadline_writing, periods
from ayil_desktop.workdays.deadline_phrases import Every
from ayil_desktop.workdays.periods import HalfYear, Period, Quarter


class Kind(StrEnum):
    """How sure the days of a deadline are."""

    BY_DATE = "by_date"
    DATE = "date"
    DATE_RANGE = "date_range"
    WEEK_OF_MONTH = "week_of_month"
    WEEK_RANGE = "week_range"
    DECADE_OF_MONTH = "decade_of_month"
    MONTH = "month"
    MONTH_RANGE = "month_range"
    QUARTER = "quarter"
    QUARTER_RANGE = "quarter_range"
    HALF_YEAR = "half_year"
    YEAR = "year"
    YEAR_RANGE = "year_range"
    REGULAR = "regular"
    AS_NEEDED = "as_needed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Both days are included (R-47). by_date has no start; regular, as_needed and unknown have neither day.

    Two deadlines that mean the same are equal, whatever their words.
    """

    kind: Kind
    start: date | None = None
    end: date | None = None
    every: Every = ""
    words: str = field(default="", compare=False)


@lru_cache(maxsize=1024)
def read(words: str, *, default_year: int | None = None) -> Deadline:
    """The deadline that Kyrgyz or Russian words name. Words without a year mean the default year, if there is one."""
    folded = deadline_words.folded(words)
    if deadline_phrases.is_as_needed(folded):
        return Deadline(Kind.AS_NEEDED, words=words)
    every = deadline_phrases.regular(folded)
    if every is not None:
        return Deadline(Kind.REGULAR, every=every, words=words)
    reading = deadline_grammar.read(deadline_words.signs(folded), default_year)
    if reading is None:
        return Deadline(Kind.UNKNOWN, words=words)
    return Deadline(Kind(reading.kind), reading.start, reading.end, words=words)


def write(deadline: Deadline, language: str) -> str:
    """The words of a plan in ky or ru, which `read` understands; an unknown deadline keeps its own words.

    ValueError for another language, and for a deadline whose kind lacks its days.
    """
    if deadline.kind is Kind.UNKNOWN:
        return deadline.words
    return deadline_writing.words(deadline.kind, deadline.start, deadline.end, deadline.every, language, deadline.words)


def from_dates(start: date | None, end: date) -> Deadline:
    """What somebody means who types two days: the largest whole period, else the days; without a start, by the end.

    Refused when the end is before the start.
    """
    if start is None:
        return Deadline(Kind.BY_DATE, None, end)
    if end < start:
        raise Refused(Message("The end {end} is before the start {start}", end=end, start=start), field="end")
    return Deadline(_kind_of(start, end), start, end)


def _kind_of(start: date, end: date) -> Kind:
    wholes = (
        (Kind.YEAR, Kind.YEAR_RANGE, periods.whole_year(start.year), periods.whole_year(end.year)),
        (Kind.HALF_YEAR, None, HalfYear.of(start).period, HalfYear.of(end).period),
        (Kind.QUARTER, Kind.QUARTER_RANGE, Quarter.of(start).period, Quarter.of(end).period),
        (Kind.MONTH, Kind.MONTH_RANGE, periods.month(start.year, start.month), periods.month(end.year, end.month)),
    )
    for one, several, first, last in wholes:
        kind = one if first == last else several
        if kind and (first.first, last.last) == (start, end):
            return kind
    return Kind.DATE if start == end else _kind_within_month(start, end)


def _kind_within_month(start: date, end: date) -> Kind:
    weeks = [periods.week(start.year, start.month, number + 1) for number in range(periods.WEEKS)]
    if Period(start, end) in weeks:
        return Kind.WEEK_OF_MONTH
    if any(week.first == start for week in weeks) and any(week.last == end for week in weeks):
        return Kind.WEEK_RANGE
    return Kind.DATE_RANGE
