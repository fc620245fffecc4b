"""What is being dragged in the chart, and what would the deadline become?"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ayil_desktop.strategy import drags
from ayil_desktop.strategy.bars import Bar, Row
from ayil_desktop.workdays.deadlines import Deadline

GRIP = 5.0
"""How near to an end the pointer must be, in pixels."""


class Handle(StrEnum):
    """By what a bar was taken: as a whole, by one of its ends, or just beyond its end, from where links are drawn."""

    WHOLE = "whole"
    BEGIN = "begin"
    END = "end"
    LINK = "link"


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
    before: Deadline = field(init=False)
    deadline: Deadline = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.deadline = Deadline(self.row.kind, self.row.starts, self.row.ends)

    def move_to(self, x: float, per_day: float, *, by_days: bool) -> None:
        """The pointer is at x now."""
        days = round((x - self.pressed_at) / per_day)
        if self.handle is Handle.WHOLE:
            self.deadline = drags.moved(self.before, days, by_days=by_days)
        elif self.handle is Handle.END:
            self.deadline = drags.stretched(self.before, end_by=days, by_days=by_days)
        elif self.handle is Handle.BEGIN:
            self.deadline = drags.stretched(self.before, begin_by=days, by_days=by_days)

    def preview(self, row: Row) -> Row:
        """The row as it would be."""
        now = self.deadline
        return replace(row, kind=now.kind, starts=now.start, ends=now.end)
