"""The screen of the bodies: who sits on the commission on a day, and what does its composition lack?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from ayil_desktop.commission import roster_table, rules, shown
from ayil_desktop.commission.bodies_list import BodiesList
from ayil_desktop.commission.citing_desk import CitingDesk
from ayil_desktop.commission.commands import Commands
from ayil_desktop.commission.composition_panel import CompositionPanel
from ayil_desktop.commission.marks_form import MarksForm
from ayil_desktop.commission.roster_view import RosterView
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import beginning, memory, stepwise, style, tab
from ayil_desktop.widgets.empty_state import EmptyState
from ayil_desktop.widgets.folding import SidePanel
from ayil_desktop.widgets.tab import Command, Desk, Hit

# The records are mapped, and what changes them is loaded, when the first tab is filled.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Membership
    from ayil_desktop.commission.roster_edits import RosterEdits
    from ayil_desktop.commission.windows import Windows

_BODY = "commission/body"
_MADE_ROOM = "commission/made-room"
_BODIES = 168  # width of the list of bodies, in logical pixels


class Tab(tab.Tab):
    """Bodies at the left, the roster of the day in the middle, the composition check at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        desk = CitingDesk(desk, lambda: self.shown.charter.regulations)
        super().__init__(desk, parent)
        self._day: date | None = None
        self._made_room = memory.recall(_MADE_ROOM) is True
        self._body = str(memory.recall(_BODY) or "")
        self.offered = Commands(self)
        # From the outside in: whoever moves to another parent is styled anew, with all that stands on it.
        self._pages = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(style.STEP,) * 4)
        whole.addLayout(self._pages)
        self._columns_of_screen = QSplitter(self)
        self._pages.addWidget(self._columns_of_screen)
        self.bodies = BodiesList()
        self.left = SidePanel(
            Message("Bodies"), self.bodies, key="commission/bodies", side="left", parent=self._columns_of_screen
        )

    def fill(self) -> Iterator[None]:
        yield
        self.roster = RosterView(
            roster_table.columns(
                name=lambda seat, text: self.edits.change_name(seat, text),
                position=lambda seat, text: self.edits.change_position(seat, text),
                role=lambda seat, role: self.edits.change_role(seat, role),
                group=lambda seat, code: self.edits.change_group(seat, code),
                groups=lambda: self.shown.groups,
            ),
            self.offered.lines["add"],
            self.offered.lines["paste"],
            self._columns_of_screen,
        )
        yield
        self.marks = MarksForm()
        yield
        self.panel = CompositionPanel(self.marks)
        self.side = SidePanel(Message("Composition"), self.panel, key="commission/side", parent=self._columns_of_screen)
        yield
        self._lay_out()
        self._join()
        yield
        self._look_up()
        yield
        yield from self._show_in_steps()
        self.panel.list.hide()
        for part in self._drawn_one_by_one():
            part.setUpdatesEnabled(False)

    def unfold(self) -> Iterator[None]:
        for part in self._drawn_one_by_one():
            part.setUpdatesEnabled(True)
            yield from stepwise.drawn()
        self.panel.list.show()
        yield

    def _drawn_one_by_one(self) -> Sequence[QWidget]:
        """To draw all of the screen at once for the first time would be felt."""
        return self.roster.table, self.side

    @cached_property
    def edits(self) -> RosterEdits:
        """What is done with what the user types and drags."""
        # The user sees the members first, and changes them after that only.
        from ayil_desktop.commission.roster_edits import RosterEdits

        return RosterEdits(self.desk, lambda seat, role: self.windows.new_role(seat, role, self.shown.day))

    @cached_property
    def windows(self) -> Windows:
        # The user waits for this screen first, and for its windows after a click only.
        from ayil_desktop.commission.windows import Windows

        windows = Windows(self, self.desk)
        windows.found_body.connect(self._choose_body)
        windows.added.connect(self.go_to)
        # The button that opened the window may be gone with what it offered.
        for done in (windows.found_body, windows.added):
            done.connect(lambda _id: self.enter())
        return windows

    @property
    def day(self) -> date:
        """The day as of which the roster is shown; today until another is chosen."""
        return self._day or self.desk.today()

    def show_touched(self, touched: frozenset[str]) -> None:
        if touched & {"office", "commission"}:
            self._read()
        if "windows" in vars(self):
            self.windows.show_touched(touched)

    def translate(self) -> None:
        self._show()

    def commands(self) -> Sequence[Command]:
        return tuple(self.offered.lines.values())

    def hits(self, text: str) -> Sequence[Hit]:
        # A search asks the whole office, when all of it is loaded.
        from ayil_desktop.commission import finding

        return [
            Hit(seat.person.name, finding.described(seat), seat.id) for seat in finding.seats(self.desk.store, text)
        ]

    def go_to(self, record: str) -> None:
        """A member by the seat: in its body, on a day on which the seat counts."""
        # What was found is asked for.
        from ayil_desktop.commission import finding

        seat = finding.seat(self.desk.store, record)
        if seat is None:
            return
        self._body = seat.body_id
        if not rules.sits_on(seat, self.day):
            self._day = seat.starts
        self._read()
        self.roster.table.go_to(record)

    def fold_side(self, folded: bool) -> None:
        self.side.fold(folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen the list of bodies makes room, and comes back with the room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < style.NARROW
        if is_narrow and not self.left.is_folded:
            self._make_room_for_roster(True)
        elif self._made_room and not is_narrow:
            self._make_room_for_roster(False)

    def _make_room_for_roster(self, made: bool) -> None:
        """Remembered, so that a wide screen tomorrow shows what a narrow one folded today."""
        self._made_room = made
        memory.keep(_MADE_ROOM, made)
        self.left.fold(made)

    def _make_room(self, folded: bool) -> None:
        """What the list of bodies gives up goes to the roster."""
        left, middle, right = self._columns_of_screen.sizes()
        wanted = self.left.maximumWidth() if folded else _BODIES
        self._columns_of_screen.setSizes([wanted, middle + left - wanted, right])

    # What is shown

    def _read(self) -> None:
        self._look_up()
        self._show()

    def _look_up(self) -> None:
        self.shown = shown.read(self.desk.store, self._body, self.day)
        self._body = self.shown.body.id if self.shown.body else ""

    def _show(self) -> None:
        deque(self._show_in_steps(), maxlen=0)

    def _show_in_steps(self) -> Iterator[None]:
        seen = self.shown
        self._pages.setCurrentIndex(0 if seen.body else 1)
        self._empty.say(NO_BODY, (Message("Add the first body"), lambda: self.windows.body()))
        self.bodies.show_bodies(seen.bodies, seen.day, self._body)
        yield
        self.roster.show_body(seen, (NOBODY, Message("Add the first member"), lambda: self.windows.member(self.shown)))
        yield
        yield from self.panel.show_composition(
            seen.found,
            is_recorded=bool(seen.memberships),
            regulated_from=_early(seen),
            no_minority=bool(seen.body and seen.body.no_minority),
        )
        yield
        self._show_marks(self.roster.table.current())

    def _show_marks(self, seat: Membership | None) -> None:
        self.marks.show_member(seat, self.shown.groups)

    def _choose_body(self, body: str) -> None:
        self._body = body
        memory.keep(_BODY, body)
        self._read()

    def _choose_day(self, day: date | None) -> None:
        self._day = None if day == self.desk.today() else day
        self._read()

    # What is done

    def _record_mark(self, name: str, value: Any) -> None:
        seat = self.roster.table.current()
        if seat:
            self.edits.record_mark(seat, name, value)

    def _mark_groups(self, groups: list[str]) -> None:
        seat = self.roster.table.current()
        if seat:
            self.edits.mark_groups(seat, groups)

    def _set_no_minority(self, nobody: bool) -> None:
        self.edits.set_no_minority(self._body, nobody)

    def _move(self, seat: Membership, place: int) -> None:
        steps = place - [one.id for one in self.shown.seated].index(seat.id)
        self.edits.move(seat, self.day, steps)

    def _read_block(self, block: Sequence[Sequence[str]]) -> None:
        if self.shown.body is not None:
            self.windows.pasted(self.shown, block)

    # How it is put together

    def _join(self) -> None:
        table = self.roster.table
        self.bodies.chosen.connect(self._choose_body)
        self.bodies.add_asked.connect(lambda: self.windows.body())
        self.bodies.names_asked.connect(lambda: self.windows.names(self.shown))
        self.bodies.charter_asked.connect(lambda: self.windows.charter(self.shown))
        self.roster.day_chosen.connect(self._choose_day)
        self.roster.today.clicked.connect(lambda: self._choose_day(None))
        table.current_changed.connect(self._show_marks)
        table.activated.connect(lambda _seat: self.offered.open_card())
        table.pasted.connect(self._read_block)
        table.moved.connect(self._move)
        table.delete_asked.connect(lambda _seats: self.offered.remove())
        table.clause_asked.connect(self.desk.show_clause)
        self.roster.note.clause_asked.connect(self.desk.show_clause)
        self.panel.clause_asked.connect(self.desk.show_clause)
        self.panel.what_if_asked.connect(lambda: self.windows.what_if(self.shown))
        self.panel.no_minority_changed.connect(self._set_no_minority)
        self.marks.marked.connect(self._record_mark)
        self.marks.groups_marked.connect(self._mark_groups)
        for command in self.offered.of_members():
            table.menu.add(command.title, command.run, sign=command.icon)

    def _lay_out(self) -> None:
        self.roster.add_menu(Message("Acts"), "stamp", self.offered.of_members())
        self.roster.add_menu(Message("Print"), "printer", self.offered.papers())
        for part in (self.left, self.roster, self.side):
            self._columns_of_screen.addWidget(part)
            self._columns_of_screen.setCollapsible(self._columns_of_screen.count() - 1, False)
        self._columns_of_screen.setStretchFactor(1, 1)
        # More than nothing, so that it may be squeezed until `resizeEvent` folds it.
        self.left.setMinimumWidth(style.STEP * 5)
        # It may stand folded from the last time.
        begins = self.left.maximumWidth() if self.left.is_folded else _BODIES
        self._columns_of_screen.setSizes([begins, 800 + _BODIES - begins, 312])
        self.left.folded.connect(self._make_room)
        beginning.begin_at(self, self.roster.table)
        nothing = QWidget()
        self._pages.addWidget(nothing)
        self._empty = EmptyState(nothing)


NO_BODY = Message("No commission has been entered yet. Choose its charter and write its name; then come its members.")
NOBODY = Message(
    "Nobody sits on this body on this day. "
    "Enter the members one by one, or copy their list in Word or Excel and press Ctrl+V here."
)


def _early(seen: shown.Shown) -> Message | None:
    """What is said of a day before the charter was in force (R-34)."""
    held = seen.held
    if held is None or not held.is_early:
        return None
    return Message("For information only: the charter is in force from {day}.", day=held.version.in_force_from)
