"""Where does each row of a plan stand, and where does each bar begin and end? Pure geometry for screen and paper.

Lengths are in whatever unit the painter uses (pixels, millimetres); days are days. Nothing here paints.
"""

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ayil_desktop.strategy.rules import State
from ayil_desktop.workdays import periods
from ayil_desktop.workdays.deadlines import Kind

DAY = datetime.timedelta(days=1)


class Edge(StrEnum):
    """How sure an end of a bar is: FIRM a day, SOFT a whole period, LEAD no first day is written."""

    FIRM = "firm"
    SOFT = "soft"
    LEAD = "lead"


LEAD_DAYS = 7
"""How far the light lead-in of a "by" bar reaches before its day (the days in which it is due)."""

SURE_KINDS = (Kind.DATE, Kind.DATE_RANGE, Kind.BY_DATE)


@dataclass(frozen=True)
class Row:
    """One line of the chart: a service (level 0), a task (1) or an activity (2).

    Days are inclusive. `occurrences` are the ticks of a regular activity; `base` are the approved days where they
    differ. `parent` is the place of the row above it in the tree, -1 for a service.
    """

    key: str
    level: int
    number: str
    text: str
    parent: int = -1
    responsible: str = ""
    words: str = ""
    kind: Kind = Kind.UNKNOWN
    starts: datetime.date | None = None
    ends: datetime.date | None = None
    state: State | None = None
    occurrences: tuple[datetime.date, ...] = ()
    base: tuple[datetime.date | None, datetime.date] | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bar:
    """A drawn stretch from `left` to `right`, with how sure its ends are."""

    left: float
    right: float
    begin: Edge
    end: Edge

    @property
    def width(self) -> float:
        return self.right - self.left


class Heights:
    """The tops of rows of different heights; one height changes without moving through all of them.

    A Fenwick tree over the heights: finding a row, its top, and changing a height are logarithmic.
    """

    def __init__(self, heights: Sequence[float]) -> None:
        self._heights = list(heights)
        self._tree = [0.0, *self._heights]
        for place in range(1, len(self._tree)):
            above = place + (place & -place)
            if above < len(self._tree):
                self._tree[above] += self._tree[place]

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        """The height of all rows together."""
        return self.top(len(self._heights))

    def height(self, row: int) -> float:
        """The height of one row."""
        return self._heights[row]

    def top(self, row: int) -> float:
        """Where a row begins; for the number of rows, where the last one ends."""
        found = 0.0
        while row > 0:
            found += self._tree[row]
            row -= row & -row
        return found

    def change(self, row: int, height: float) -> float:
        """Give a row another height; answers by how much everything below it moves."""
        difference = height - self._heights[row]
        self._heights[row] = height
        place = row + 1
        while place < len(self._tree):
            self._tree[place] += difference
            place += place & -place
        return difference

    def at(self, y: float) -> int:
        """The row at a height, the first one above all and the last one below all; -1 without rows."""
        if not self._heights:
            return -1
        place, rest = 0, y
        step = 1 << (len(self._heights).bit_length() - 1)
        while step:
            following = place + step
            if following < len(self._tree) and self._tree[following] <= rest:
                place, rest = following, rest - self._tree[following]
            step >>= 1
        return min(place, len(self._heights) - 1) if y >= 0 else 0

    def between(self, y0: float, y1: float) -> range:
        """The rows that a stretch touches."""
        if not self._heights or y1 <= 0 or y0 >= self.total:
            return range(0)
        return range(self.at(y0), self.at(y1) + 1)


class Scale(StrEnum):
    """How much of the time fits: a week, a month, a quarter, a year per column, or everything."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FIT = "fit"


PER_DAY = {Scale.WEEK: 22.0, Scale.MONTH: 6.0, Scale.QUARTER: 2.2, Scale.YEAR: 0.7}
"""Pixels per day of each scale on the screen."""


@dataclass(frozen=True)
class Time:
    """Days to lengths: `begins` is at 0, each day is `per_day` wide."""

    begins: datetime.date
    ends: datetime.date
    per_day: float

    @property
    def width(self) -> float:
        """Of all days, the last one included."""
        return ((self.ends - self.begins).days + 1) * self.per_day

    def x(self, day: datetime.date) -> float:
        """Where a day begins."""
        return (day - self.begins).days * self.per_day

    def after(self, day: datetime.date) -> float:
        """Where a day ends."""
        return self.x(day) + self.per_day

    def day(self, x: float) -> datetime.date:
        """The day at a length, kept within the years that a date can have."""
        return self.begins + datetime.timedelta(days=int(x // self.per_day))

    def scaled(self, per_day: float) -> "Time":
        """The same days at another scale."""
        return Time(self.begins, self.ends, per_day)


def time_of(rows: Sequence[Row], *, today: datetime.date, per_day: float) -> Time:
    """From the month before the first bar to the month after the last one; around today where nothing has a date."""
    days = [day for row in rows for day in (row.starts, row.ends) if day is not None] or [today]
    first = periods.end_of_month(min(days).replace(day=1) - DAY).replace(day=1)
    last = periods.end_of_month(periods.end_of_month(max(days)) + DAY)
    return Time(first, last, per_day)


def fit(time: Time, width: float) -> Time:
    """The scale at which everything fits into a width."""
    return time.scaled(max(width, 1.0) / ((time.ends - time.begins).days + 1))


def bar(row: Row, time: Time) -> Bar | None:
    """The bar of a row; None for a regular one (it has ticks) and for one without a date."""
    if row.ends is None or row.kind is Kind.REGULAR:
        return None
    right = time.after(row.ends)
    if row.starts is None:
        return Bar(time.x(row.ends - (LEAD_DAYS - 1) * DAY), right, Edge.LEAD, Edge.FIRM)
    soft = Edge.FIRM if row.level < 2 or row.kind in SURE_KINDS else Edge.SOFT
    return Bar(time.x(row.starts), right, soft, soft)


def base_bar(row: Row, time: Time) -> Bar | None:
    """The approved bar under the present one; None where nothing differs."""
    if row.base is None:
        return None
    starts, ends = row.base
    return Bar(time.x(starts or ends - (LEAD_DAYS - 1) * DAY), time.after(ends), Edge.FIRM, Edge.FIRM)


def ticks(row: Row, time: Time) -> tuple[float, ...]:
    """The middles of a regular activity's times."""
    return tuple(time.x(day) + time.per_day / 2 for day in row.occurrences)


def spans(rows: Sequence[Row]) -> list[Row]:
    """The same rows with services and tasks reaching from their first to their last activity."""
    firsts: dict[int, datetime.date] = {}
    lasts: dict[int, datetime.date] = {}
    for row in rows:
        above = row.parent
        while row.level == 2 and row.ends is not None and above >= 0:
            first = row.starts or row.ends
            firsts[above] = min(firsts.get(above, first), first)
            lasts[above] = max(lasts.get(above, row.ends), row.ends)
            above = rows[above].parent
    return [
        replace(row, starts=firsts[place], ends=lasts[place], kind=Kind.DATE_RANGE)
        if place in lasts and row.level < 2
        else row
        for place, row in enumerate(rows)
    ]


def under(row: Row, parent: int) -> Row:
    """The same row below another one of a shorter list."""
    return replace(row, parent=parent)


def visible(rows: Sequence[Row], folded: frozenset[str]) -> list[int]:
    """The places of the rows that are shown when some services and tasks are folded."""
    hidden: set[int] = set()
    found = []
    for place, row in enumerate(rows):
        above = row.parent
        if above >= 0 and (above in hidden or rows[above].key in folded):
            hidden.add(place)
        else:
            found.append(place)
    return found


@dataclass(frozen=True)
class Column:
    """A stretch of the header: where it is, and the days it stands for."""

    left: float
    right: float
    first: datetime.date
    last: datetime.date
    unit: str
    """"year", "quarter", "month", "week" or "day"."""


NARROWEST = 26.0
"""A column of the lower header is at least so wide, otherwise the next unit is taken."""


def header_units(time: Time, narrowest: float = NARROWEST) -> tuple[str, str]:
    """The two units that are readable at this scale."""
    for unit, days in (("week", 7), ("month", 30), ("quarter", 91)):
        if days * time.per_day >= narrowest:
            return ("month" if unit == "week" else "year"), unit
    return "year", "year"


def columns(time: Time, unit: str, x0: float, x1: float) -> Iterator[Column]:
    """The header columns of one unit that a stretch touches."""
    day = _begin(max(time.day(max(x0, 0.0)), time.begins), unit)
    while day <= time.ends and time.x(day) < x1:
        last = _end(day, unit)
        yield Column(max(time.x(day), 0.0), min(time.after(last), time.width), day, last, unit)
        day = last + DAY


def _begin(day: datetime.date, unit: str) -> datetime.date:
    if unit == "week":
        # The weeks of the plans: days 1-7, 8-14, 15-21, 22-end.
        return day.replace(day=min((day.day - 1) // 7, 3) * 7 + 1)
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return periods.quarter_of(day).first
    return day.replace(month=1, day=1)


def _end(day: datetime.date, unit: str) -> datetime.date:
    if unit == "week":
        return periods.end_of_month(day) if day.day >= 22 else day + 6 * DAY
    if unit == "month":
        return periods.end_of_month(day)
    if unit == "quarter":
        return periods.quarter_of(day).last
    return day.replace(month=12, day=31)


def estimated_height(row: Row, letters_per_line: int, line: float, padding: float) -> float:
    """A row's height before its text is measured: lines by letters, at least one."""
    lines = max(1, -(-len(row.text) // max(letters_per_line, 1)))
    return lines * line + 2 * padding


def root(rows: Sequence[Row], row: Row) -> Row:
    """The service that a row belongs to; a service itself is its own."""
    while row.parent >= 0:
        row = rows[row.parent]
    return row


def kept(every: Sequence[Row], keys: Collection[str]) -> list[Row]:
    """The rows with these keys and all above them, their parents counted anew."""
    wanted: set[int] = set()
    for place, row in enumerate(every):
        above = place if row.key in keys else -1
        while above >= 0:
            wanted.add(above)
            above = every[above].parent
    places = {old: new for new, old in enumerate(sorted(wanted))}
    return [under(every[old], places.get(every[old].parent, -1)) for old in sorted(wanted)]
