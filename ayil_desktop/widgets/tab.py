"""What is a tab of the window, and what may it ask of the desk it stands on?"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message

# Only for the type checker: at the first frame neither the store nor the paper is loaded.
if TYPE_CHECKING:
    from ayil_desktop.printing.document import Document
    from ayil_desktop.store.open_store import Store
    from ayil_desktop.store.work import Done

PRINT_MENU = "print"
EDIT_MENU = "edit"
VIEW_MENU = "view"
EXPORT_MENU = "export"
"""Within the file menu, beside the export of the whole office."""


def always() -> bool:
    return True


@dataclass(frozen=True)
class Command:
    """One line that a tab puts into a menu of the window while it is in front.

    `shortcut` is a portable key text ("F5", "Ctrl+Shift+N"); `icon` is a name that widgets.icons knows.
    `is_possible` is asked each time the menu opens and again before `run`, so a key pressed too early does nothing.
    """

    menu: str
    title: Message
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    is_possible: Callable[[], bool] = always


@dataclass(frozen=True)
class Hit:
    """One record that the search box found: what it is called, where it stands, and the id that `go_to` takes.

    Both texts are shown literally, in the user's language.
    """

    title: str
    detail: str
    record: str


@dataclass(frozen=True)
class Duty:
    """Something that is due, and where it is done: a record of a subject's tab; an empty one: the tab itself."""

    text: Message
    subject: str
    record: str = ""


class Desk(Protocol):
    """What a tab may ask of the window. Nothing else of the window is known to tabs."""

    @property
    def store(self) -> Store:
        """The open office."""

    def today(self) -> date:
        """The day it is; the one clock of all screens."""

    def run(self, action: Callable[[], Done]) -> Done | None:
        """Carry out an action; afterwards every built tab is told what was touched, undo and the status line follow.

        Raises Refused again, so that the caller shows it at the field. A trouble of the disk is told to the user here,
        and None comes back: what was typed then stays where it is.
        """

    def run_together(self, title: Message, changes: Callable[[], object]) -> bool:
        """Every `run` of these changes becomes one step with this name; the tabs are told when all are done.

        A Refused of one of them leaves nothing of the others and passes through; False where the disk stood in the way.
        """

    def show_clause(self, clause: str) -> None:
        """Open the text of a clause (CN-7.3) beside the work."""

    def preview(self, make: Callable[[str], Document], name: str) -> None:
        """Show a document page by page, ready to be printed or kept as PDF or Word file.

        `make` takes the language of the paper ("ky", "ru", "en") and may raise Refused; `name` is the file name that is
        offered, without its ending.
        """

    def go_to(self, subject: str, record: str) -> None:
        """Bring the tab of a subject to the front, at one record."""

    def tell(self, message: Message) -> None:
        """Say something in the status line that asks for no answer."""

    def show_duties(self, duties: Iterable[Duty]) -> None:
        """What is due, for the status line, the most pressing first; none where nothing is."""


class Tab(QWidget):
    """A subject's screen: the class named `Tab` in its module tab.py derives from this one.

    It is built when it is first shown, in the GUI thread, with the office open; it reads what it shows in `__init__`,
    or in `fill` where that takes long. Its texts are set in `translate()`, which its `__init__` calls as well.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def fill(self) -> Iterator[None]:
        """What the screen shows for the first time, in steps that the user does not feel; a step ends at each `yield`.

        Called once, right after `__init__`; nothing else of the screen is called before it has ended.
        """
        yield from ()

    def unfold(self) -> Iterator[None]:
        """What would keep the screen from being seen soon: it comes into sight in steps once the rest is in front.

        Called once, after `fill`.
        """
        yield from ()

    def fill_at_once(self) -> None:
        """The same for whoever does not wait beside it."""
        deque(chain(self.fill(), self.unfold()), maxlen=0)

    def show_touched(self, touched: frozenset[str]) -> None:
        """Redraw what changed, after every Done and undo; `touched` holds names of subjects ("commission")."""
        raise NotImplementedError

    def translate(self) -> None:
        """Set every text again: the language of the screen has changed."""
        raise NotImplementedError

    def commands(self) -> Sequence[Command]:
        """The lines for the menus, asked once, after the tab is built. Their titles follow the language."""
        return ()

    def hits(self, text: str) -> Sequence[Hit]:
        """The records that match what the user typed in the search box, best first, at most some twenty."""
        return ()

    def go_to(self, record: str) -> None:
        """Show one record, chosen by its id; an id that is gone changes nothing."""

    def enter(self) -> None:
        """Put the focus where the work begins; on an empty screen that is its first step."""
        # What is entered is seen, and so is loaded.
        from ayil_desktop.widgets import entering

        entering.place_in(self).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """The office is being closed: nothing is read after this."""

    def fold_side(self, folded: bool) -> None:
        """Fold or unfold the side panel (F9). A tab without one does nothing."""
