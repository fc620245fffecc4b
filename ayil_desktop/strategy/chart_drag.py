"""What is being dragged in the chart, and what would the deadline become?"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ayil_desktop.strategy import bars, drags, time_columns
from ayil_desktop.strategy.bars import Bar, Edge, Row, Time
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Deadline, Kind

GRIP = 5.0
"""How near to an end the pointer must be, in pixels."""
_STILL = 3.0
"""A pointer that moves less than this clicks, it does not drag."""


class Handle(StrEnum):
    """By what a bar was taken: as a whole, by one of its ends, or just beyond its end, from where links are drawn.

    NEW: it is drawn where there was none.
    """

    WHOLE = "whole"
    BEGIN = "begin"
    END = "end"
    LINK = "link"
    NEW = "new"


def handle_of(row: Row, time: Time, x: float, *, by_days: bool = False) -> Handle | None:
    """What the pointer would take of an activity's row; None beside its bar.

    What is to be done by a day has no first one to take; only by days it gets one.
    """
    bar = bars.bar(row, time) if row.level == 2 else None
    if bar is not None:
        handle = handle_at(bar, x)
        return Handle.WHOLE if handle is Handle.BEGIN and bar.begin is Edge.LEAD and not by_days else handle
    return Handle.NEW if may_be_placed(row) else None


def may_be_placed(row: Row) -> bool:
    """Whether an activity has no dates yet and may get some; a regular one has its ticks instead."""
    return row.level == 2 and row.ends is None and row.kind is not Kind.REGULAR


def handle_at(bar: Bar, x: float) -> Handle | None:
    """What the pointer would take of a bar; None beside it."""
    if bar.right + GRIP < x <= bar.right + 3 * GRIP:
        return Handle.LINK
    if abs(x - bar.right) <= GRIP:
        return Handle.END
    if abs(x - bar.left) <= GRIP and bar.width > 3 * GRIP:
        return Handle.BEGIN
    return Handle.WHOLE if bar.left <= x <= bar.right else None


@dataclass
class Drag:
    """A drag from its first press; `deadline` follows the pointer, `before` is what it was."""

    key: str
    handle: Handle
    row: Row
    pressed_at: float
    is_moving: bool = False
    before: Deadline = field(init=False)
    deadline: Deadline = field(init=False)
    shown: Row = field(init=False)
    """The row as it would be."""

    def __post_init__(self) -> None:
        self.before = self.deadline = self.row.deadline
        self.shown = self.row

    def move_to(self, x: float, time: Time, *, by_days: bool) -> None:
        """The pointer is at x now."""
        self.is_moving = self.is_moving or abs(x - self.pressed_at) > _STILL
        days = round((x - self.pressed_at) / time.per_day)
        if self.handle is Handle.WHOLE:
            self.deadline = drags.moved(self.before, days, by_days=by_days)
        elif self.handle is Handle.END:
            self.deadline = drags.stretched(self.before, end_by=days, by_days=by_days)
        elif self.handle is Handle.BEGIN:
            self.deadline = drags.stretched(self.before, begin_by=self._begun(x, days, time), by_days=by_days)
        elif self.handle is Handle.NEW and self.is_moving:
            self.deadline = self._drawn(x, time, by_days=by_days)
        now = self.deadline
        if (now.kind, now.start, now.end) != (self.shown.kind, self.shown.starts, self.shown.ends):
            self.shown = self.row._replace(kind=now.kind, starts=now.start, ends=now.end)

    def _begun(self, x: float, days: int, time: Time) -> int:
        """A lead-in is no first day: what is pulled out of it begins where the pointer is."""
        end = self.before.end
        return days if end is None or self.before.start is not None else (time.day(x) - end).days

    def _drawn(self, x: float, time: Time, *, by_days: bool) -> Deadline:
        """As many whole columns of the header as the pointer has passed, or days."""
        first, last = sorted((time.day(self.pressed_at), time.day(x)))
        unit = "day" if by_days else time_columns.header_units(time)[1]
        made = deadlines.from_dates(*time_columns.whole(first, last, unit))
        return replace(made, kind=Kind.WEEK_RANGE) if unit == "week" and made.kind is Kind.DATE_RANGE else made
