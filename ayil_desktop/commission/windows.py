"""Which windows open from the screen of the bodies, and how do they follow what is changed?"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ayil_desktop.commission import act_fields, act_windows, body_windows, member_windows
from ayil_desktop.commission.body_windows import Names
from ayil_desktop.commission.charter_window import CharterWindow
from ayil_desktop.commission.member_windows import Card
from ayil_desktop.commission.paste_window import PasteWindow
from ayil_desktop.commission.records import Membership, Role
from ayil_desktop.commission.rules import OrderDraft
from ayil_desktop.commission.shown import Shown
from ayil_desktop.commission.what_if import WhatIf
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done
from ayil_desktop.widgets.tab import Desk

Window = EntryWindow | Card | Names | CharterWindow | PasteWindow | WhatIf


class Windows(QObject):
    """One window at a time stands before the screen. `found_body` and `added` give ids."""

    found_body = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._over, self._desk = parent, desk
        self.opened: Window | None = None
        self._added_last = ""

    def show_touched(self, touched: frozenset[str]) -> None:
        """The windows that show what is kept read it again."""
        if isinstance(self.opened, Card | Names | CharterWindow):
            self.opened.show_touched(touched)

    def body(self) -> None:
        window = body_windows.found(self._over, self._desk)
        window.done_with.connect(lambda done: self.found_body.emit(_made(done)))
        self._open(window)

    def names(self, seen: Shown) -> None:
        self._open(Names(self._over, self._desk, seen))

    def charter(self, seen: Shown) -> None:
        self._open(CharterWindow(self._over, self._desk, seen))

    def member(self, seen: Shown) -> None:
        window = member_windows.add(self._over, self._desk, seen, after=self._added_last)
        window.done_with.connect(self._tell_added)
        self._open(window)

    def _tell_added(self, done: Done) -> None:
        self._added_last = _made(done)
        self.added.emit(self._added_last)

    def pasted(self, seen: Shown, block: Sequence[Sequence[str]]) -> None:
        self._open(PasteWindow(self._over, self._desk, seen, block))

    def card(self, seat: Membership) -> None:
        self._open(Card(self._over, self._desk, seat))

    def discharge(self, seats: Sequence[Membership], shown: date | None = None) -> None:
        """`shown` is the day of the roster: where the user chose one, it is the day of the act."""
        self._open(act_windows.discharge(self._over, self._desk, seats, self._told(shown)))

    def new_role(self, seat: Membership, role: Role | None = None, shown: date | None = None) -> None:
        self._open(act_windows.new_role(self._over, self._desk, seat, role, self._told(shown)))

    def _told(self, shown: date | None) -> date | None:
        return act_fields.day_told(shown, self._desk.today()) if shown else None

    def appoint(self, seats: Sequence[Membership]) -> None:
        self._open(act_windows.appoint(self._over, self._desk, seats))

    def what_if(self, seen: Shown) -> None:
        self._open(WhatIf(self._over, self._desk, seen))

    def draft_order(self, seen: Shown, draft: OrderDraft) -> None:
        self._open(act_windows.draft_order(self._over, self._desk, seen, draft))

    def _open(self, window: Window) -> None:
        window.clause_asked.connect(self._desk.show_clause)
        window.finished.connect(self._forget)
        self.opened = window
        window.open()

    def _forget(self) -> None:
        self.opened = None


def _made(done: Done) -> str:
    return done.made or ""
