"""From which day to which day does a month, a quarter, a half-year or a week of the plan run?"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, NamedTuple, Self

from ayil_desktop.language.message import Message

ROMAN = ("I", "II", "III", "IV")
WEEKS = 4
DECADES = 3


class Period(NamedTuple):
    """Both days are included."""

    first: date
    last: date


@dataclass(frozen=True, order=True)
class _PartOfYear:
    """A stretch of whole months that divides the year; `number` starts at 1, ValueError outside the year."""

    MONTHS: ClassVar[int]

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12 // self.MONTHS:
            raise ValueError(f"a year has no {type(self).__name__} {self.number}")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @classmethod
    def of(cls, day: date) -> Self:
        """The one that this day belongs to."""
        return cls(day.year, (day.month - 1) // cls.MONTHS + 1)

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * self.MONTHS + 1, 1)

    @property
    def last(self) -> date:
        return end_of_month(date(self.year, self.number * self.MONTHS, 1))

    @property
    def period(self) -> Period:
        return Period(self.first, self.last)

    def following(self) -> Self:
        """The next one, over the turn of the year."""
        year, position = divmod(self._count(), 12 // self.MONTHS)
        return type(self)(year, position + 1)

    def previous(self) -> Self:
        """The one before, over the turn of the year."""
        year, position = divmod(self._count() - 2, 12 // self.MONTHS)
        return type(self)(year, position + 1)

    def _count(self) -> int:
        return self.year * (12 // self.MONTHS) + self.number


class Quarter(_PartOfYear):
    """A calendar quarter (CN-7.1)."""

    MONTHS = 3

    @property
    def name(self) -> Message:
        return Message("Quarter {number} of {year}", number=ROMAN[self.number - 1], year=self.year)


class HalfYear(_PartOfYear):
    """January to June or July to December."""

    MONTHS = 6

    @property
    def name(self) -> Message:
        return Message("Half-year {number} of {year}", number=self.number, year=self.year)


def quarter_of(day: date) -> Quarter:
    """The quarter this day belongs to."""
    return Quarter.of(day)


def half_year_of(day: date) -> HalfYear:
    """The half-year this day belongs to."""
    return HalfYear.of(day)


def quarters(first: date, last: date) -> Iterator[Quarter]:
    """Every quarter that has a day from first to last, in order."""
    quarter = Quarter.of(first)
    while quarter.first <= last:
        yield quarter
        quarter = quarter.following()


def end_of_month(day: date) -> date:
    """The last day of the month that this day belongs to."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def years_after(day: date, years: int) -> date:
    """The same day some years later, for retention; 29 February becomes the 28th where there is none."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def whole_year(year: int) -> Period:
    """1 January to 31 December."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def month(year: int, number: int) -> Period:
    """The first to the last day of a month."""
    first = date(year, number, 1)
    return Period(first, end_of_month(first))


def week(year: int, number_of_month: int, number: int) -> Period:
    """A week of the plan (R-47): days 1-7, 8-14, 15-21, and 22 to the end of the month; ValueError for a fifth."""
    return _stretch(year, number_of_month, number, days=7, parts=WEEKS)


def decade(year: int, number_of_month: int, number: int) -> Period:
    """Ten days: 1-10, 11-20, and 21 to the end of the month; ValueError for a fourth."""
    return _stretch(year, number_of_month, number, days=10, parts=DECADES)


def _stretch(year: int, number_of_month: int, number: int, *, days: int, parts: int) -> Period:
    if not 1 <= number <= parts:
        raise ValueError(f"a month has {parts} such parts, not {number}")
    first = date(year, number_of_month, 1 + (number - 1) * days)
    return Period(first, end_of_month(first) if number == parts else first + timedelta(days - 1))
