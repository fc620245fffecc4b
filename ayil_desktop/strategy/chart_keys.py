"""Which keys move and stretch a bar, and where does it go?"""

import datetime
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import drags
from ayil_desktop.workdays import deadlines, periods
from ayil_desktop.workdays.deadlines import Deadline


class End(Enum):
    """What of the bar goes."""

    BOTH = "both"
    BEGIN = "begin"
    END = "end"


@dataclass(frozen=True)
class Step:
    """One step of a bar's own precision, or a day: `by` -1 is earlier, 1 is later."""

    end: End
    by: int
    by_days: bool = False


EARLIER, LATER = Step(End.BOTH, -1), Step(End.BOTH, 1)
BEGIN_EARLIER, BEGIN_LATER = Step(End.BEGIN, -1), Step(End.BEGIN, 1)
END_EARLIER, END_LATER = Step(End.END, -1), Step(End.END, 1)

NAMES = {
    EARLIER: Message("Move it earlier"),
    LATER: Message("Move it later"),
    BEGIN_EARLIER: Message("Let it begin earlier"),
    BEGIN_LATER: Message("Let it begin later"),
    END_EARLIER: Message("Let it end earlier"),
    END_LATER: Message("Let it end later"),
}

# Not Ctrl+Alt: on many office PCs it turns the whole screen.
_KEYS = {
    (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier): (EARLIER, "Alt+←"),
    (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier): (LATER, "Alt+→"),
    (Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier): (BEGIN_EARLIER, "Alt+Home"),
    (Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier): (BEGIN_LATER, "Alt+End"),
    (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier): (END_EARLIER, "Ctrl+←"),
    (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier): (END_LATER, "Ctrl+→"),
}


def step_of(event: QKeyEvent) -> Step | None:
    """What a key asks for; Shift counts single days."""
    by_days = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    held = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
    found = _KEYS.get((Qt.Key(event.key()), held))
    return None if found is None else Step(found[0].end, found[0].by, by_days)


def keys_of(step: Step) -> str:
    """As the menu writes them."""
    return next(words for one, words in _KEYS.values() if one == step)


def stepped(before: Deadline, step: Step) -> Deadline:
    """The deadline one step further."""
    begin = 0 if step.end is End.END else step.by
    end = 0 if step.end is End.BEGIN else step.by
    return drags.stepped(before, begin=begin, end=end, by_days=step.by_days)


def placed(today: datetime.date) -> Deadline:
    """The first dates of an activity without any: the month of today, to be moved on from there."""
    month = periods.month(today.year, today.month)
    return deadlines.from_dates(month.first, month.last)
