"""Which days do the words of a deadline mean?

Every row of the grammar is a kind of deadline, the unit it is told in, and a pattern over the signs of
`deadline_words`. Groups of a pattern: a and b are the two ends, each with n (its number), m (its month), d (its day in
figures), and 0, 1 or 2 (a year before or after it). A wording that fits no row is not understood.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from ayil_desktop.workdays import periods
from ayil_desktop.workdays.deadline_words import Sign
from ayil_desktop.workdays.periods import HalfYear, Period, Quarter

Unit = Callable[[int, int, int], Period]


class Reading(NamedTuple):
    """What was understood; by_date has no start."""

    kind: str
    start: date | None
    end: date


def read(signs: Sequence[Sign], default_year: int | None) -> Reading | None:
    """The deadline of these signs, None where no row fits or the days it names do not exist."""
    letters = "".join(sign.letter for sign in signs)
    for row in _grammar():
        found = row.pattern.fullmatch(letters)
        if found:
            return _Ends(found, signs, default_year).reading(row)
    return None


class _Row(NamedTuple):
    kind: str
    unit: Unit
    pattern: re.Pattern[str]


class _Ends:
    """The two ends that a pattern found."""

    def __init__(self, found: re.Match[str], signs: Sequence[Sign], default_year: int | None) -> None:
        self._values = {name: signs[at].value for name in found.groupdict() if (at := found.start(name)) >= 0}
        self._default_year = default_year
        self._joint = found["j"] if "j" in found.re.groupindex else None
        self._is_range = any(name.startswith("b") for name in self._values)

    def reading(self, row: _Row) -> Reading | None:
        """None for days that do not exist, a missing year, and ends in the wrong order."""
        try:
            first = self._end("a", "b", row.unit)
            last = self._end("b", "a", row.unit) if self._is_range else first
        except (ValueError, _NoYear):
            return None
        if self._is_range and (self._years_contradict() or not self._follow(first, last)):
            return None
        return Reading(row.kind, None if row.kind == "by_date" else first.first, last.last)

    def _follow(self, first: Period, last: Period) -> bool:
        if self._joint == "&":
            return first.last + timedelta(days=1) == last.first
        return first.last < last.first

    def _years_contradict(self) -> bool:
        """«2026-жылдын I-II чейректери 2027»: a year before the whole and another one behind it."""
        before, behind = self._number("a0"), self._number("b1")
        return bool(before and behind and before != behind)

    def _end(self, side: str, other: str, unit: Unit) -> Period:
        day = self._values.get(side + "d")
        if isinstance(day, date):
            return Period(day, day)
        there = self._values.get(other + "d")
        day_there = there if isinstance(there, date) else None
        year = self._year(side) or self._year(other) or (day_there.year if day_there else self._default_year)
        if year is None:
            raise _NoYear
        month = self._number(side + "m") or self._number(other + "m") or (day_there.month if day_there else 0)
        return unit(year, month, self._number(side + "n"))

    def _year(self, side: str) -> int:
        years = [self._number(side + place) for place in "012" if side + place in self._values]
        if len(years) > 1:
            raise ValueError("two years for one end")
        return years[0] if years else 0

    def _number(self, name: str) -> int:
        value = self._values.get(name, 0)
        return value if isinstance(value, int) else 0


class _NoYear(Exception):
    """Neither the words nor the caller name a year."""


def _a_day(year: int, month: int, day: int) -> Period:
    return Period(date(year, month, day), date(year, month, day))


def _a_month(year: int, month: int, _: int) -> Period:
    return periods.month(year, month)


def _a_quarter(year: int, _: int, number: int) -> Period:
    return Quarter(year, number).period


def _a_half_year(year: int, _: int, number: int) -> Period:
    return HalfYear(year, number).period


def _a_year(year: int, _month: int, _number: int) -> Period:
    return periods.whole_year(year)


def _dated(side: str, core: str) -> str:
    """The core with a year before it, after it, or none; a year after one that has its own belongs to the other end."""
    return f"(?:(?P<{side}0>Y)y?[-&]?)?{core}(?({side}0)|(?:[-&]?(?P<{side}1>Y)y?)?)"


def _month(side: str, cases: str = "MK") -> str:
    return _dated(side, f"(?P<{side}m>[{cases}])m?")


def _day(side: str, cases: str = "MK", ending: str = "") -> str:
    """15-апрель and its cases, «апрелдин 15ине» where an ending is given, or 15.04.2026 with or without one."""
    spelled = _dated(side, f"(?P<{side}n>N)(?P<{side}m>[{cases}])m?")
    figures = f"(?P<{side}d>D)y?" + (f"{ending}?" if ending else "")
    return f"(?:{spelled}|{figures})"


def _numbered(side: str, word: str) -> str:
    """II чейреги, 1-аптасы."""
    return f"(?P<{side}n>[NO]){word}"


def _late_year(pattern: str) -> str:
    """«15-апрелге чейин 2019 жыл»: the year behind all the rest."""
    return pattern + "(?:[-&]?(?P<a2>Y)y?)?"


def _rows() -> Iterator[tuple[str, Unit, str]]:
    yield from _single_days()
    yield from _ends_of_something()
    yield from _day_ranges()
    yield from _month_rows()
    yield from _parts_of_months()
    yield from _parts_of_years()
    yield from _years()


def _single_days() -> Iterator[tuple[str, Unit, str]]:
    yield "date", _a_day, f"V?{_day('a')}"
    dative = _dated("a", "(?P<an>N)(?P<am>[GMK])[mu]?")
    yield "by_date", _a_day, _late_year(f"(?:{dative}|(?P<ad>D)y?g?)t")
    yield "by_date", _a_day, _late_year(_dated("a", "(?P<am>[MK])m?(?P<an>N)g") + "t")
    yield "by_date", _a_day, _late_year(_day("a", "F", "f") + "l")
    yield "by_date", _a_day, f"T{_day('a')}\\+?"


def _ends_of_something() -> Iterator[tuple[str, Unit, str]]:
    """«чейректин аягына чейин», «до конца квартала»: the last day of it."""
    units: tuple[tuple[Unit, str], ...] = (
        (_a_month, _month("a")),
        (_a_quarter, _dated("a", _numbered("a", "q"))),
        (_a_half_year, _dated("a", _numbered("a", "h"))),
        (_a_year, "(?:(?P<a0>Y)?y|(?P<a1>Y))"),
    )
    for unit, pattern in units:
        yield "by_date", unit, f"{pattern}et"
        yield "by_date", unit, f"Te{pattern}\\+?"


def _day_ranges() -> Iterator[tuple[str, Unit, str]]:
    year = "(?:(?P<a0>Y)y?-?)?"
    yield "date_range", _a_day, f"S?{_day('a')}[-P]{_day('b')}b?"
    yield "date_range", _a_day, f"S{_day('a')}T{_day('b')}"
    yield "date_range", _a_day, f"S?{year}(?P<an>N)[-P]{_day('b')}b?"
    yield "date_range", _a_day, f"S(?P<an>N)T{_day('b')}"
    yield "date_range", _a_day, f"{_day('a', 'F', 'f')}r?{_day('b', 'GMK', 'g')}t"
    yield "date_range", _a_day, f"{year}(?P<an>N)fr?{_day('b', 'GMK', 'g')}t"
    yield "date_range", _a_day, _dated("a", "(?P<am>[MK])m?(?P<an>N)fr?") + "(?P<bn>N)gt"


def _month_rows() -> Iterator[tuple[str, Unit, str]]:
    yield "month", _a_month, f"V?{_dated('a', '(?P<am>M|K(?=m))m?')}"
    yield "month", _a_month, f"L{_month('a')}"
    yield "month", _a_month, f"{_month('a')}b"
    yield "month_range", _a_month, f"[VL]?{_month('a')}(?P<j>[-&]){_month('b')}b?"
    yield "month_range", _a_month, f"S{_month('a')}P{_month('b')}"
    start, end = _dated("a", "(?P<am>F|[MK](?=i))i?"), _dated("b", "(?P<bm>G|[MK](?=u))u?")
    yield "month_range", _a_month, f"{start}r?{end}t"


def _parts_of_months() -> Iterator[tuple[str, Unit, str]]:
    parts: tuple[tuple[str, Unit, str], ...] = (
        ("week_of_month", periods.week, _numbered("a", "w")),
        ("week_range", periods.week, _several("w")),
        ("decade_of_month", periods.decade, _numbered("a", "d")),
        ("decade_of_month", periods.decade, _several("d")),
    )
    for kind, unit, part in parts:
        yield kind, unit, _late_year(f"V?{_month('a')}[-&]?{part}b?")
        yield kind, unit, f"[VL]?(?:(?P<a2>Y)y?[-&]?)?{part}&?{_month('a')}"
    yield from _over_months("week_range", periods.week, "w")
    yield from _over_months("decade_of_month", periods.decade, "d")


def _several(word: str) -> str:
    """1-2-аптасы, 1-я и 2-я недели: of one month."""
    return f"(?P<an>[NO]){word}?(?P<j>[-&])(?P<bn>[NO]){word}"


def _over_months(kind: str, unit: Unit, word: str) -> Iterator[tuple[str, Unit, str]]:
    """From a part of one month to a part of another."""
    first, last = (f"{_month(side)}[-&]?{_numbered(side, word)}" for side in "ab")
    yield kind, unit, f"{first}(?P<j>[-&]){last}b?"
    yield kind, unit, f"{first}fr?{last}gt"
    yield kind, unit, f"{_month('a')}[-&]?(?P<an>[NO]){word}?fr?(?P<bn>[NO]){word}gt"
    first, last = (f"{_numbered(side, word)}&?{_month(side)}" for side in "ab")
    yield kind, unit, f"{first}(?P<j>[-&]){last}"
    yield kind, unit, f"S{first}P{last}"


def _parts_of_years() -> Iterator[tuple[str, Unit, str]]:
    quarter, last = _dated("a", _numbered("a", "q")), _dated("b", _numbered("b", "q"))
    first = _dated("a", _numbered("a", "q?"))
    yield "quarter", _a_quarter, f"[VL]?{quarter}b?"
    yield "quarter_range", _a_quarter, f"[VL]?{first}(?P<j>[-&]){last}b?"
    yield "quarter_range", _a_quarter, f"S{first}P{last}"
    yield "quarter_range", _a_quarter, f"{first}fr?{last}gt"
    half, last_half = _dated("a", _numbered("a", "h")), _dated("b", _numbered("b", "h"))
    yield "half_year", _a_half_year, f"[VL]?{half}b?"
    yield "half_year", _a_half_year, f"[VL]?{_dated('a', _numbered('a', 'h?'))}(?P<j>[-&]){last_half}b?"
    yield "half_year", _a_half_year, f"S{_dated('a', _numbered('a', 'h?'))}P{last_half}"
    yield "half_year", _a_half_year, f"{_dated('a', _numbered('a', 'h?'))}fr?{last_half}gt"


def _years() -> Iterator[tuple[str, Unit, str]]:
    yield "year", _a_year, "V?(?P<a0>Y)y"
    yield "year", _a_year, "L(?P<a0>Y)y?"
    yield "year", _a_year, "(?P<a0>Y)yb"
    yield "year_range", _a_year, "[VL]?(?P<a0>Y)y?(?P<j>[-&])(?P<b0>Y)[yz]b?"
    yield "year_range", _a_year, "S(?P<a0>Y)y?P(?P<b0>Y)[yz]?"
    yield "year_range", _a_year, "(?P<a0>Y)xr?(?P<b0>Y)yt"


@cache
def _grammar() -> tuple[_Row, ...]:
    """Made when the first deadline is read: start-up must not wait for it."""
    return tuple(_Row(kind, unit, re.compile(pattern)) for kind, unit, pattern in _rows())
