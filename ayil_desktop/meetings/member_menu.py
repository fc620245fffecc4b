"""What can be recorded of a member besides presence and vote, and by which question is it asked for?"""

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import attendance_actions, entries
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import Presence
from ayil_desktop.meetings.member_lines import MemberLine
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.opinion_window import OpinionWindow
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, icons
from ayil_desktop.widgets.tab import Desk

Act = Callable[[], Done]
Clock = Callable[[], time | None]
"""The time of day to the minute; None where the meeting is not held at this very moment."""


class MemberMenu(QMenu):
    """Filled anew for each member."""

    def __init__(self, desk: Desk, parent: QWidget, now: Clock) -> None:
        super().__init__(parent)
        self.desk = desk
        self._now = now

    def fill(self, line: MemberLine, item: AgendaItem, opened: Opened) -> None:
        """The lines that the member's standing at the matter allows."""
        self.clear()
        self._opening(line, opened)
        self.addSeparator()
        self._movement(line, item)
        self._part_taken(line, item)
        if not line.is_present:
            self._line(Message("Opinion in writing…"), "file-text", lambda: self._write(line, item, opened))

    def _opening(self, line: MemberLine, opened: Opened) -> None:
        """How the member stood when the meeting began."""
        mark = partial(attendance_actions.mark_attendance, self.desk.store, meeting_id=opened.meeting.id)
        for status, words, sign in (
            (Presence.PRESENT, Message("Was present at the opening"), "user-check"),
            (Presence.ABSENT, Message("Was absent at the opening"), "user-x"),
        ):
            if line.at_opening is not status or line.reason:
                self._do(words, sign, partial(mark, person_id=line.person_id, status=status))
        self._line(Message("Excused, with a reason…"), "user-minus", lambda: self._excuse(line, opened))

    def _excuse(self, line: MemberLine, opened: Opened) -> None:
        mark = partial(attendance_actions.mark_attendance, self.desk.store, meeting_id=opened.meeting.id)
        doing.by_line(
            self.desk,
            Message("Why is {name} absent?", name=line.seat.name),
            lambda reason: mark(person_id=line.person_id, status=Presence.EXCUSED, reason=reason),
            suggested=line.reason,
        )

    def _movement(self, line: MemberLine, item: AgendaItem) -> None:
        move, number = line.moved, item.place
        if move is not None:
            self._line(Message("At what time…"), "clock", lambda: self._ask_time(line))
        if move is not None and move.item_id == item.id:
            words = Message("Did not come then") if move.arrives else Message("Did not leave then")
            self._do(words, "undo-2", partial(attendance_actions.remove_movement, self.desk.store, movement_id=move.id))
            return
        words = Message("Leaves before matter {number}", number=number)
        if not line.is_present:
            words = Message("Comes before matter {number}", number=number)
        self._do(words, "clock", partial(self._move, line, item))

    def _move(self, line: MemberLine, item: AgendaItem) -> Done:
        """Somebody comes or leaves before the matter in hand (R-40)."""
        return attendance_actions.record_movement(
            self.desk.store,
            item_id=item.id,
            person_id=line.person_id,
            arrives=not line.is_present,
            at=self._now(),
        )

    def _ask_time(self, line: MemberLine) -> None:
        move = line.moved
        if move is None:
            return
        known = f"{move.at:%H:%M}" if move.at else ""
        question = Message("At what time? {name}", name=line.seat.name)
        doing.by_line(self.desk, question, partial(self._change_time, move.id), suggested=known)

    def _change_time(self, movement_id: str, typed: str) -> Done:
        at = entries.time(typed, field="at")
        return attendance_actions.change_movement(self.desk.store, movement_id=movement_id, at=at)

    def _part_taken(self, line: MemberLine, item: AgendaItem) -> None:
        recuse = partial(attendance_actions.recuse, self.desk.store, item_id=item.id, person_id=line.person_id)
        if line.is_recused:
            self._do(Message("Takes part in this matter"), "user-check", partial(recuse, recused=False))
        elif line.is_present:
            self._line(Message("Takes no part in this matter…"), "user-x", lambda: self._recuse(line, recuse))

    def _recuse(self, line: MemberLine, recuse: Callable[..., Done]) -> None:
        question = Message("Why does {name} take no part in this matter?", name=line.seat.name)
        doing.by_line(self.desk, question, lambda reason: recuse(reason=reason))

    def _write(self, line: MemberLine, item: AgendaItem, opened: Opened) -> None:
        parent = self.parentWidget()
        if parent is not None:
            window = OpinionWindow(parent, self.desk, line, item, opened)
            window.clause_asked.connect(self.desk.show_clause)
            window.open()

    def _do(self, words: Message, sign: str, act: Act) -> None:
        self._line(words, sign, partial(self._try, act))

    def _line(self, words: Message, sign: str, run: Callable[[], object]) -> None:
        line = self.addAction(icons.icon(sign), str(words))
        line.triggered.connect(lambda _checked=False: run())

    def _try(self, act: Act) -> None:
        doing.by_button(self.desk, act)
