"""Where does each row of a plan stand, and where does each bar begin and end? Pure geometry for screen and paper.

Lengths are in whatever unit the painter uses (pixels, millimetres); days are days. Nothing here paints.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ayil_desktop.strategy.standing import State
from ayil_desktop.workdays import deadlines, periods
from ayil_desktop.workdays.deadlines import Deadline, Kind

DAY = datetime.timedelta(days=1)


class Edge(StrEnum):
    """How sure an end of a bar is: FIRM a day, SOFT a whole period, LEAD no first day is written."""

    FIRM = "firm"
    SOFT = "soft"
    LEAD = "lead"


LEAD_DAYS = 7
"""How far the light lead-in of a "by" bar reaches before its day (the days in which it is due)."""

SURE_KINDS = (Kind.DATE, Kind.DATE_RANGE, Kind.BY_DATE)


class Row(NamedTuple):
    """One line of the chart: a service (level 0), a task (1) or an activity (2).

    Days are inclusive. `occurrences` are the days on which a regular activity was done, `expected` those by which it is
    due again, as far as its words say; `base` are the approved days where they differ. `parent` is the place of the row
    above it in the tree, -1 for a service.
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
    expected: tuple[datetime.date, ...] = ()

    @property
    def begins(self) -> datetime.date | None:
        """The first day from which something is drawn."""
        return deadlines.begins(self.starts, self.ends)

    @property
    def deadline(self) -> Deadline:
        """As its bar shows it: where the days stand backwards, by the last one."""
        is_backwards = self.starts is not None and self.begins is None
        return Deadline(Kind.BY_DATE if is_backwards else self.kind, self.begins, self.ends)


class Bar(NamedTuple):
    """A drawn stretch from `left` to `right`, with how sure its ends are."""

    left: float
    right: float
    begin: Edge
    end: Edge

    @property
    def width(self) -> float:
        return self.right - self.left


Span = tuple[datetime.date, datetime.date]


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


class Rows(list[Row]):
    """The rows of a chart with the first and the last day of all that they show, None where nothing has a date.

    Whoever makes the rows looks through them once; the chart of many thousands is painted without asking each again.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        super().__init__(rows)
        self.reach = _reach_of(self)


def _reach_of(rows: Sequence[Row]) -> Span | None:
    """Services reach over their activities (`spans`), so only they are asked, besides what was ticked off or approved;
    every row where they tell nothing."""
    telling = [row for row in rows if row.parent < 0 or row.base or row.occurrences or row.expected]
    days = [day for row in telling for day in (row.starts, row.ends, *(row.base or ()), *_ticked(row)) if day]
    days = days or [day for row in rows for day in (row.starts, row.ends) if day]
    return (min(days), max(days)) if days else None


def time_of(rows: Sequence[Row], *, today: datetime.date, per_day: float) -> Time:
    """From the month before the first day to the month after the last one, and to today where that is near; around
    today where nothing has a date."""
    reach = rows.reach if isinstance(rows, Rows) else _reach_of(rows)
    begins, ends = reach or (today, today)
    first = periods.end_of_month(begins.replace(day=1) - DAY).replace(day=1)
    last = periods.end_of_month(periods.end_of_month(ends) + DAY)
    if first - _NEAR <= today <= last + _NEAR:
        first, last = min(first, today.replace(day=1)), max(last, periods.end_of_month(today))
    return Time(first, last, per_day)


_NEAR = 92 * DAY
"""Today is shown when it is no more than a quarter away; a plan of years ago is not stretched up to it."""


def fit(time: Time, width: float) -> Time:
    """The scale at which everything fits into a width."""
    return time.scaled(max(width, 1.0) / ((time.ends - time.begins).days + 1))


def bar(row: Row, time: Time) -> Bar | None:
    """The bar of a row; None for a regular one (it has ticks) and for one without a date."""
    if row.ends is None or row.kind is Kind.REGULAR:
        return None
    right = time.after(row.ends)
    begins = row.begins
    if begins is None:
        return Bar(time.x(row.ends - (LEAD_DAYS - 1) * DAY), right, Edge.LEAD, Edge.FIRM)
    soft = Edge.FIRM if row.level < 2 or row.kind in SURE_KINDS else Edge.SOFT
    return Bar(time.x(begins), right, soft, soft)


def base_bar(row: Row, time: Time) -> Bar | None:
    """The approved bar under the present one; None where nothing differs."""
    if row.base is None:
        return None
    starts, ends = row.base
    begins = deadlines.begins(starts, ends) or ends - (LEAD_DAYS - 1) * DAY
    return Bar(time.x(begins), time.after(ends), Edge.FIRM, Edge.FIRM)


def _ticked(row: Row) -> Iterator[datetime.date]:
    """The days between which a regular activity has ticks."""
    yield from row.occurrences
    yield from row.expected[:1]
    yield from row.expected[-1:]


def ticks(row: Row, time: Time) -> tuple[float, ...]:
    """The middles of the days on which a regular activity was done."""
    return tuple(time.x(day) + time.per_day / 2 for day in row.occurrences)


def has_open_ticks(row: Row, time: Time, *, apart: float) -> bool:
    """Whether there are days by which it is due again that do not run together."""
    days = row.expected
    return bool(days) and (days[-1] - days[0]).days * time.per_day >= (len(days) - 1) * apart


def open_ticks(row: Row, time: Time, x0: float, x1: float, *, apart: float) -> tuple[float, ...]:
    """The middles of those days, as far as a stretch holds them; none where they would run together."""
    if not has_open_ticks(row, time, apart=apart):
        return ()
    return tuple(x for x in (time.x(day) + time.per_day / 2 for day in row.expected) if x0 <= x <= x1)


def spans(rows: Sequence[Row], of_tasks: Mapping[str, Span] | None = None) -> Rows:
    """The same rows with services and tasks reaching from their first to their last activity.

    `of_tasks` are the reaches of the tasks by their keys, where they are known without asking the activities.
    """
    found, reached = list(rows), _reached(rows, range(len(rows)), of_tasks)
    for place, (first, last) in reached.items():
        found[place] = _reaching(found[place], first, last)
    return Rows(found)


def exchanged(rows: Sequence[Row], others: Mapping[int, Row]) -> Rows:
    """The same rows where some activities, by their places, are others; only the services above them are asked anew."""
    found = list(rows)
    for place, row in others.items():
        found[place] = row
    for service in sorted({_root(rows, place) for place in others}):
        below = range(service, _end_of(rows, service))
        reached = _reached(found, below)
        for place in below:
            if found[place].level < 2:
                found[place] = _reaching(found[place], *reached.get(place, (None, None)))
    return Rows(found)


def _reaching(row: Row, first: datetime.date | None, last: datetime.date | None) -> Row:
    """A service or a task with the days of what lies below it."""
    kind = Kind.UNKNOWN if last is None else Kind.DATE_RANGE
    is_same = (row.starts, row.ends, row.kind) == (first, last, kind)
    return row if is_same else row._replace(starts=first, ends=last, kind=kind)


def _root(rows: Sequence[Row], place: int) -> int:
    while rows[place].parent >= 0:
        place = rows[place].parent
    return place


def _end_of(rows: Sequence[Row], service: int) -> int:
    """The place after the last row below a service."""
    return next((place for place in range(service + 1, len(rows)) if rows[place].parent < 0), len(rows))


def _reached(rows: Sequence[Row], places: Iterable[int], of_tasks: Mapping[str, Span] | None = None) -> dict[int, Span]:
    """The first and the last day of what lies below services and tasks, by their places."""
    found: dict[int, Span] = {}
    for place in places:
        row = rows[place]
        if of_tasks is not None and row.level == 1 and row.key in of_tasks:
            found[place] = of_tasks[row.key]
        elif of_tasks is None and row.level == 2 and row.ends is not None:
            _reach(found, row.parent, row.begins or row.ends, row.ends)
    # From the last one up: a task comes after its service.
    for place in sorted(found, reverse=True):
        _reach(found, rows[place].parent, *found[place])
    return found


def _reach(found: dict[int, Span], place: int, first: datetime.date, last: datetime.date) -> None:
    if place < 0:
        return
    known = found.get(place)
    if known is None:
        found[place] = first, last
    elif first < known[0] or last > known[1]:
        found[place] = min(first, known[0]), max(last, known[1])


def first_drawn(rows: Sequence[Row]) -> dict[int, datetime.date]:
    """By the places of services and tasks the first day of a lead-in below them that comes before their own."""
    found: dict[int, datetime.date] = {}
    for place in range(len(rows) - 1, -1, -1):
        row = rows[place]
        day = found.get(place)
        if row.level == 2 and row.ends is not None and row.begins is None and row.kind is not Kind.REGULAR:
            day = row.ends - (LEAD_DAYS - 1) * DAY
        if day is not None and row.parent >= 0:
            found[row.parent] = min(day, found.get(row.parent, day))
    return {place: day for place, day in found.items() if day < (rows[place].starts or day)}


def under(row: Row, parent: int) -> Row:
    """The same row below another one of a shorter list."""
    return row._replace(parent=parent)


def visible(rows: Sequence[Row], folded: frozenset[str]) -> Sequence[int]:
    """The places of the rows that are shown when some services and tasks are folded."""
    if not folded:
        return range(len(rows))
    hidden: set[int] = set()
    found = []
    for place, row in enumerate(rows):
        above = row.parent
        if above >= 0 and (above in hidden or rows[above].key in folded):
            hidden.add(place)
        else:
            found.append(place)
    return found


def root(rows: Sequence[Row], row: Row) -> Row:
    """The service that a row belongs to; a service itself is its own."""
    return row if row.parent < 0 else rows[_root(rows, row.parent)]


def kept(every: Sequence[Row], keys: Collection[str]) -> Rows:
    """The rows with these keys and all above them, their parents counted anew."""
    wanted: set[int] = set()
    for place, row in enumerate(every):
        above = place if row.key in keys else -1
        while above >= 0:
            wanted.add(above)
            above = every[above].parent
    places = {old: new for new, old in enumerate(sorted(wanted))}
    return Rows(under(every[old], places.get(every[old].parent, -1)) for old in sorted(wanted))
