"""What can be undone since the office was opened, and whose turn is it to write?"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ayil_desktop.language.message import Message

# An office is opened before SQLAlchemy is loaded.
if TYPE_CHECKING:
    from sqlalchemy import Connection

STEPS = 30
"""So many steps of a sitting can be undone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A step that can be turned round: its id in the journal, and what the user calls it."""

    step: int
    title: Message


@dataclass(frozen=True, slots=True)
class Joint:
    """A step of several changes that is being made, and the transaction in which it is."""

    connection: Connection
    step: int


@dataclass(slots=True)
class Sitting:
    """The two stacks behind Undo and Redo; the newest is last."""

    undo: list[Entry] = field(default_factory=list)
    redo: list[Entry] = field(default_factory=list)

    @property
    def undo_step(self) -> Message | None:
        """What Undo would undo, for the menu; None where there is nothing."""
        return self.undo[-1].title if self.undo else None

    @property
    def redo_step(self) -> Message | None:
        """What Redo would do again, for the menu; None where there is nothing."""
        return self.redo[-1].title if self.redo else None

    def add(self, entry: Entry) -> None:
        """A new change: what was undone before it can no longer be done again."""
        self.redo.clear()
        self.push_undo(entry)

    def push_undo(self, entry: Entry) -> None:
        self.undo.append(entry)
        del self.undo[:-STEPS]

    def keep(self, entries: list[Entry]) -> None:
        """Only these can still be turned round, and nothing can be done again."""
        self.undo[:] = entries
        self.redo.clear()

    def end(self) -> None:
        """Nothing before this moment can be turned round."""
        self.undo.clear()
        self.redo.clear()


class Turns:
    """Many threads may read, one at a time writes; nobody writes inside his own reading: it would wait for itself."""

    def __init__(self) -> None:
        self._write = threading.Lock()
        self._mine = threading.local()
        self._is_over = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        if self._is("writing"):
            raise RuntimeError("reading() inside work(): use the session of work(), which sees the change")
        before = self._depth("reading")
        self._mine.reading = before + 1
        try:
            yield
        finally:
            self._mine.reading = before

    @contextmanager
    def writing(self, patience: float) -> Iterator[bool]:
        """Yields False where somebody else still writes after `patience` seconds."""
        if self._is("reading") or self._is("writing"):
            raise RuntimeError("work() inside reading() or work(): end the outer one first")
        if self._is_over:
            raise RuntimeError("work() after the office was closed")
        held = self._write.acquire(timeout=patience)
        self._mine.writing = int(held)
        try:
            yield held
        finally:
            self._mine.writing = 0
            if held:
                self._write.release()

    @property
    def joint(self) -> Joint | None:
        """The step of several changes that this thread is making."""
        found: Joint | None = getattr(self._mine, "joint", None)
        return found

    @contextmanager
    def joining(self, joint: Joint) -> Iterator[None]:
        """Inside the turn to write: changes until the end of the block belong to that step."""
        self._mine.joint = joint
        try:
            yield
        finally:
            self._mine.joint = None

    @contextmanager
    def ending(self, patience: float) -> Iterator[bool]:
        """The last turn of all. Yields False where somebody still writes after `patience` seconds."""
        held = self._write.acquire(timeout=patience)
        self._is_over = True
        try:
            yield held
        finally:
            if held:
                self._write.release()

    def _is(self, what: str) -> bool:
        return self._depth(what) > 0

    def _depth(self, what: str) -> int:
        depth: int = getattr(self._mine, what, 0)
        return depth
