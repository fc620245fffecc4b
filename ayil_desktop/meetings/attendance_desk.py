"""Who is in the hall for the matter in hand, and how does a key or a line of the menu change that?"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from ayil_desktop.meetings import attendance_actions, member_lines, quorum_words
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import ItemKind, Presence
from ayil_desktop.meetings.hall_panel import HallPanel
from ayil_desktop.meetings.member_lines import MemberLine, Tick
from ayil_desktop.meetings.member_menu import Clock, MemberMenu
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.widgets import doing
from ayil_desktop.widgets.tab import Desk


class AttendanceDesk(QObject):
    """Joins the list of the hall with what is recorded of its members; their votes belong to the desk of the votes."""

    def __init__(self, desk: Desk, hall: HallPanel, now: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.hall = desk, hall
        self.menu = MemberMenu(desk, parent, now)
        self._now = now
        self._opened: Opened | None = None
        self._item: AgendaItem | None = None
        self._members: Sequence[MemberLine] = ()
        self._may_change = False
        hall.members.ticked.connect(self.tick)
        hall.members.menu_asked.connect(self._open_menu)
        hall.all_present_asked.connect(self.tick_all)

    def show_item(self, opened: Opened, item: AgendaItem, members: Sequence[MemberLine], *, may_change: bool) -> None:
        """The quorum for a matter; its members are listed with their votes."""
        self._opened, self._item, self._members, self._may_change = opened, item, members, may_change
        hall = quorum_words.standing(opened.day, item, member_lines.hall(members))
        has_composition = any(other.kind is ItemKind.COMPOSITION for other in opened.meeting.items)
        self.hall.show_hall(hall, tells_both=has_composition, is_known=opened.meeting.attendance_recorded)

    def tick(self, person_id: str) -> None:
        """Present or not: at the opening, or from the matter in hand on (R-40)."""
        found, item, line = self._opened, self._item, self._line(person_id)
        if found is None or item is None or line is None or not self._may_change:
            return
        store = self.desk.store
        meaning = member_lines.tick(found.meeting, item, line)
        if meaning is Tick.AT_OPENING:
            status = Presence.ABSENT if line.is_present else Presence.PRESENT
            mark = partial(attendance_actions.mark_attendance, store, meeting_id=found.meeting.id)
            doing.by_button(self.desk, partial(mark, person_id=person_id, status=status))
        elif meaning is Tick.TAKES_BACK and line.moved is not None:
            doing.by_button(self.desk, partial(attendance_actions.remove_movement, store, movement_id=line.moved.id))
        else:
            move = partial(attendance_actions.record_movement, store, item_id=item.id, person_id=person_id)
            doing.by_button(self.desk, partial(move, at=self._now(), arrives=meaning is Tick.COMES))

    def tick_all(self) -> None:
        """Everybody came who has no reason for being absent."""
        if self._opened is not None:
            mark = partial(attendance_actions.mark_all_present, self.desk.store, meeting_id=self._opened.meeting.id)
            doing.by_button(self.desk, mark)

    def _open_menu(self, person_id: str, place: QPoint) -> None:
        found, item, line = self._opened, self._item, self._line(person_id)
        if line is not None and item is not None and found is not None:
            self.menu.fill(line, item, found)
            self.menu.popup(place)

    def _line(self, person_id: str) -> MemberLine | None:
        return next((one for one in self._members if one.person_id == person_id), None)
