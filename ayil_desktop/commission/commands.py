"""What do the menus offer about the body in hand, its members and its papers?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from ayil_desktop.commission import rules
from ayil_desktop.language.message import InContext, Message
from ayil_desktop.widgets import clipboard, notice, tab
from ayil_desktop.widgets.tab import Command, Desk

# Only for the type checker: the records are mapped, and what changes them is loaded, when the first tab is filled.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Membership
    from ayil_desktop.commission.roster_edits import RosterEdits
    from ayil_desktop.commission.roster_view import RosterView
    from ayil_desktop.commission.shown import Shown
    from ayil_desktop.commission.windows import Windows


class Screen(Protocol):
    """What the commands work on; all but the desk is asked for only when one of them is run."""

    desk: Desk
    roster: RosterView
    shown: Shown

    @property
    def edits(self) -> RosterEdits: ...

    @property
    def windows(self) -> Windows: ...


class Commands:
    """`lines` has each by a short name, in the order of the menus."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.lines = self._lines()

    def of_members(self) -> Sequence[Command]:
        """What can be done with the members in hand."""
        return [self.lines[name] for name in ("card", "discharge", "role", "act", "remove")]

    def papers(self) -> Sequence[Command]:
        """What can be printed."""
        return [self.lines[name] for name in ("roster", "order", "analysis")]

    def open_card(self) -> None:
        seat = self._screen.roster.table.current()
        if seat:
            self._screen.windows.card(seat)

    def remove(self) -> None:
        seats = self._marked()
        if seats:
            self._screen.edits.remove(seats)

    def _lines(self) -> dict[str, Command]:
        has_body = self._has_body
        has_members = self._has_members
        edit, printing = tab.EDIT_MENU, tab.PRINT_MENU
        return {
            "add": Command(
                edit,
                InContext("command", "Member"),
                lambda: self._screen.windows.member(self._screen.shown),
                "Ctrl+Shift+M",
                "plus",
                has_body,
            ),
            "paste": Command(edit, Message("Paste list"), self._paste, "Ctrl+Shift+V", "clipboard-paste", has_body),
            "card": Command(edit, Message("Card of the member…"), self.open_card, "", "user", self._has_member),
            "discharge": Command(
                edit,
                Message("Discharge by an act…"),
                self._with_marked(lambda seats: self._screen.windows.discharge(seats, self._screen.shown.day)),
                "",
                "user-minus",
                self._has_member,
            ),
            "role": Command(edit, Message("New role by an act…"), self._new_role, "", "user-check", self._has_member),
            "act": Command(
                edit,
                Message("Enter the appointing act…"),
                self._with_marked(lambda seats: self._screen.windows.appoint(seats)),
                "",
                "stamp",
                self._has_member,
            ),
            "remove": Command(
                edit, Message("Remove what was entered by mistake"), self.remove, "", "trash-2", self._has_member
            ),
            "what-if": Command(
                edit,
                Message("What if…"),
                lambda: self._screen.windows.what_if(self._screen.shown),
                "Ctrl+Shift+W",
                "scale",
                has_body,
            ),
            "roster": Command(
                printing,
                Message("Roster…"),
                self._print_roster,
                "Ctrl+P",
                "users",
                has_body,
            ),
            "order": Command(
                printing, Message("Draft order on the composition…"), self._print_order, "", "stamp", has_members
            ),
            "analysis": Command(
                printing,
                Message("Analysis of the composition…"),
                self._print_analysis,
                "",
                "scale",
                has_body,
            ),
        }

    def _has_body(self) -> bool:
        return self._screen.shown.body is not None

    def _has_members(self) -> bool:
        return bool(self._screen.shown.seated)

    def _has_member(self) -> bool:
        return self._screen.roster.table.current() is not None

    def _marked(self) -> list[Membership]:
        """The members in hand: those that are marked."""
        current = self._screen.roster.table.current()
        return self._screen.roster.table.marked() or ([current] if current else [])

    def _paste(self) -> None:
        # PySide promises an object, but an empty clipboard has none.
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if held is None or not clipboard.block(held.html(), held.text()):
            notice.info(Message("There is nothing to paste: copy the list in Word or Excel first."))
            return
        self._screen.roster.table.setFocus()
        self._screen.roster.table.paste()

    def _print_roster(self) -> None:
        # Paper comes when it is asked for.
        from ayil_desktop.commission import screen_papers

        screen_papers.roster(self._screen.desk, self._screen.shown)

    def _print_analysis(self) -> None:
        # Paper comes when it is asked for.
        from ayil_desktop.commission import screen_papers

        screen_papers.analysis(self._screen.desk, self._screen.shown)

    def _print_order(self) -> None:
        """The order that approves the composition as it stands (CN-5.1a)."""
        self._screen.windows.draft_order(self._screen.shown, rules.whole_order(self._screen.shown.seated))

    def _new_role(self) -> None:
        seat = self._screen.roster.table.current()
        if seat:
            self._screen.windows.new_role(seat, shown=self._screen.shown.day)

    def _with_marked(self, run: Callable[[list[Membership]], object]) -> Callable[[], None]:
        """For commands that are about the members in hand."""

        def command() -> None:
            seats = self._marked()
            if seats:
                run(seats)

        return command
