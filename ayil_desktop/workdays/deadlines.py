"""What does a deadline in words mean, and in which words is a deadline written?

The words of a plan are law once they are approved: they are kept as they stand, and the days are read from them. What
is not understood is `unknown` and is never guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from ayil_desktop.workdays import deadline_grammar, deadline_phrases, deadline_words, deadline_writing, periods
from ayil_desktop.workdays.deadline_phrases import Every, Rhythm
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
    """Both days are included (R-47). by_date has no start; unknown has neither day, regular and as_needed only those of
    the period that they name, which judge nobody.

    Two deadlines that mean the same are equal, whatever their words.
    """

    kind: Kind
    start: date | None = None
    end: date | None = None
    every: Every = ""
    words: str = field(default="", compare=False)
    says_more: bool = field(default=False, compare=False)
    """Whether the words say more than kind and days: twice a year, at the end of each month."""

    @property
    def is_said_by_days(self) -> bool:
        """Whether other words can say the same; none say that something ends before it begins."""
        return self.kind is not Kind.UNKNOWN and not self.says_more and not self.is_backwards

    @property
    def is_backwards(self) -> bool:
        """Whether its last day comes before its first one: a slip that is kept until somebody mends it."""
        return self.start is not None and self.begins is None

    @property
    def begins(self) -> date | None:
        """The first day that counts."""
        return begins(self.start, self.end)

    @property
    def judged_by(self) -> tuple[date | None, date | None]:
        """The days by which it is due or late: what is done again and again or as needed has none."""
        return (None, None) if self.kind in (Kind.REGULAR, Kind.AS_NEEDED) else (self.start, self.end)


def begins(start: date | None, end: date | None) -> date | None:
    """The first day that counts; none where it would come after the last one, which judges then alone."""
    return None if start is not None and end is not None and end < start else start


@lru_cache(maxsize=1024)
def read(words: str, *, default_year: int | None = None) -> Deadline:
    """The deadline that Kyrgyz or Russian words name. Words without a year mean the default year, if there is one."""
    folded = deadline_words.folded(words)
    rhythm = deadline_phrases.rhythm(folded)
    if rhythm is not None:
        return _again(rhythm, None, words)
    reading = deadline_grammar.read(deadline_words.signs(folded), default_year)
    if reading is not None:
        return Deadline(Kind(reading.kind), reading.start, reading.end, words=words)
    return _within(folded, words) or Deadline(Kind.UNKNOWN, words=words)


def _again(rhythm: Rhythm, within: Period | None, words: str) -> Deadline:
    kind = Kind.AS_NEEDED if rhythm.is_as_needed else Kind.REGULAR
    start, end = within or (None, None)
    return Deadline(kind, start, end, rhythm.every, words, rhythm.says_more)


def _within(folded: str, words: str) -> Deadline | None:
    """«2019-жылы ай сайын», «ежемесячно в 2019 году»: a period that names its year beside words of a rhythm."""
    parts = folded.split()
    for cut in range(1, len(parts)):
        for days, again in ((parts[:cut], parts[cut:]), (parts[cut:], parts[:cut])):
            if len(days) > _WORDS_OF_DAYS or not _YEAR.search(" ".join(days)):
                continue
            rhythm = deadline_phrases.rhythm(" ".join(again), beside_days=True)
            period = _period(" ".join(days).strip(_BETWEEN)) if rhythm else None
            if period and rhythm and (period.last - period.first).days + 1 >= _LEAST[rhythm.every]:
                return _again(rhythm, period, words)
    return None


def _period(folded: str) -> Period | None:
    reading = deadline_grammar.read(deadline_words.signs(folded), None)
    if reading is None or reading.start is None or reading.start == reading.end:
        return None
    return Period(reading.start, reading.end)


_WORDS_OF_DAYS = 12
_YEAR = re.compile(r"\d{4}")
_BETWEEN = " ,;:-()"
_LEAST: Mapping[Every, int] = {"": 90, "day": 1, "week": 7, "month": 28, "quarter": 90, "half_year": 181, "year": 365}
"""How many days a period has in which something comes round so often; «March, regularly» contradicts itself."""


def write(deadline: Deadline, language: str) -> str:
    """The words of a plan in ky or ru, which `read` understands; one that is unknown or says more keeps its own words.

    ValueError for another language, and for a deadline whose kind lacks its days.
    """
    if not deadline.is_said_by_days:
        return deadline.words
    if deadline.kind in (Kind.REGULAR, Kind.AS_NEEDED) and deadline.start is not None and deadline.end is not None:
        within = _kind_of(deadline.start, deadline.end)
        return deadline_writing.within(
            deadline.kind, within, deadline.start, deadline.end, deadline.every, language, deadline.words
        )
    return deadline_writing.words(deadline.kind, deadline.start, deadline.end, deadline.every, language, deadline.words)


def from_dates(start: date | None, end: date) -> Deadline:
    """What somebody means who types two days: the largest whole period, else the days; without a start, by the end.

    Days that stand backwards are kept as they are.
    """
    if start is None:
        return Deadline(Kind.BY_DATE, None, end)
    return Deadline(Kind.DATE_RANGE if end < start else _kind_of(start, end), start, end)


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
