"""How is the user told something? By one door: a bar within the window that blocks nothing.

Notices stand in a queue; what asks for nothing goes away by itself, what matters stays until it is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtCore import QObject, Signal

from ayil_desktop.widgets.labels import Words


class Severity(Enum):
    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    TROUBLE = "trouble"

    @property
    def passes(self) -> bool:
        """Whether it goes away by itself."""
        return self in (Severity.INFO, Severity.DONE)


def nothing() -> None:
    """What happens when a notice is closed without an answer, unless it says otherwise."""


@dataclass(frozen=True)
class Offer:
    """A button on a notice: a verb, and what it does. The notice is closed first."""

    words: Words
    run: Callable[[], object]


@dataclass(frozen=True, eq=False)
class Notice:
    """One thing told. `closed` is called when the user closes it without taking an offer."""

    severity: Severity
    words: Words
    offers: tuple[Offer, ...] = ()
    clause: str = ""
    closed: Callable[[], object] = nothing

    @property
    def passes(self) -> bool:
        return self.severity.passes and not self.offers


class Board(QObject):
    """The notices that are not closed yet, the oldest first."""

    changed = Signal()
    told = Signal(object)
    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[Notice] = []
        self.troubles = 0
        """How often trouble was told so far, the same words again included."""

    def tell(self, notice: Notice) -> Notice:
        """Put it in the queue. The same words twice at once are told once."""
        self.troubles += notice.severity is Severity.TROUBLE
        for waiting in self.notices:
            if not notice.offers and (waiting.severity, waiting.words) == (notice.severity, notice.words):
                return waiting
        self.notices.append(notice)
        self.told.emit(notice)
        self.changed.emit()
        return notice

    def take(self, notice: Notice, offer: Offer) -> None:
        """The user chose one of the offers."""
        self._remove(notice)
        offer.run()

    def close(self, notice: Notice) -> None:
        """The user, or the time, closed it. A notice that is closed already is left alone."""
        if notice in self.notices:
            self._remove(notice)
            notice.closed()

    def _remove(self, notice: Notice) -> None:
        self.notices.remove(notice)
        self.changed.emit()


@cache
def board() -> Board:
    """The one board of this program; the bar in the window shows it."""
    return Board()


def info(words: Words, *offers: Offer) -> Notice:
    """Something worth knowing that asks for nothing."""
    return board().tell(Notice(Severity.INFO, words, offers))


def done(words: Words, *offers: Offer) -> Notice:
    """What was asked for is done."""
    return board().tell(Notice(Severity.DONE, words, offers))


def warning(words: Words, *offers: Offer, clause: str = "") -> Notice:
    """A rule said no where there is no field to say it at, or something needs attention."""
    return board().tell(Notice(Severity.WARNING, words, offers, clause))


def trouble(words: Words, *offers: Offer) -> Notice:
    """The disk, the drive, the printer: what happened and what to do."""
    return board().tell(Notice(Severity.TROUBLE, words, offers))
