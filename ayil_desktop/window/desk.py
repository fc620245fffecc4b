"""How does the window carry out what a tab asks of it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ayil_desktop.language.message import Message
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.trouble import StoreTrouble
from ayil_desktop.widgets import notice
from ayil_desktop.widgets.tab import Duty

# Paper is not needed before something is printed, and SQLAlchemy not before something is changed.
if TYPE_CHECKING:
    from ayil_desktop.printing.document import Document
    from ayil_desktop.store.work import Done

Clock = Callable[[], date]


class OpenDesk(QObject):
    """The `Desk` of one open office. What it cannot do itself it passes on; the window listens."""

    touched = Signal(frozenset)
    saved = Signal(Message)
    said = Signal(Message)
    clause_asked = Signal(str)
    preview_asked = Signal(object, str)
    went = Signal(str, str)
    duties_changed = Signal(object)

    def __init__(
        self, store: Store, clock: Clock, wait: Callable[[], object] = lambda: None, parent: QObject | None = None
    ) -> None:
        """`wait` returns when the records of all subjects are known: before that nothing may be changed."""
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._wait = wait
        self._is_together = False

    @property
    def store(self) -> Store:
        return self._store

    def today(self) -> date:
        return self._clock()

    def run(self, action: Callable[[], Done]) -> Done | None:
        return self._carry_out(action)

    def run_together(self, title: Message, changes: Callable[[], object]) -> bool:
        # See above.
        from ayil_desktop.store.together import together

        self._wait()
        self._is_together = True
        try:
            done = together(self._store, title, changes)
        except StoreTrouble as trouble:
            notice.trouble(trouble.message)
            return False
        finally:
            self._is_together = False
        if done:
            self._tell(done)
        return True

    def undo(self) -> Done | None:
        # See above.
        from ayil_desktop.store import journal

        return self._carry_out(lambda: journal.undo(self._store))

    def redo(self) -> Done | None:
        # See above.
        from ayil_desktop.store import journal

        return self._carry_out(lambda: journal.redo(self._store))

    def show_clause(self, clause: str) -> None:
        self.clause_asked.emit(clause)

    def preview(self, make: Callable[[str], Document], name: str) -> None:
        self.preview_asked.emit(make, name)

    def go_to(self, subject: str, record: str) -> None:
        self.went.emit(subject, record)

    def tell(self, message: Message) -> None:
        self.said.emit(message)

    def show_duties(self, duties: Iterable[Duty]) -> None:
        self.duties_changed.emit(tuple(duties))

    def _carry_out(self, action: Callable[[], Done | None]) -> Done | None:
        """Refused passes through to the caller; a trouble of the disk is told here, where every action comes by."""
        if self._is_together:
            return action()
        self._wait()
        try:
            done = action()
        except StoreTrouble as trouble:
            notice.trouble(trouble.message)
            return None
        if done:
            self._tell(done)
        return done

    def _tell(self, done: Done) -> None:
        self.touched.emit(done.touched)
        self.saved.emit(done.message)
