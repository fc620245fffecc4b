"""How are day, time, place and kind of a planned meeting changed, and what follows for the notice?"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ayil_desktop.meetings import actions, notice_count, plan_form
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.plan_form import PlanForm
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.term_box import TermBox
from ayil_desktop.office import charters
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import doing, room
from ayil_desktop.widgets.tab import Desk

_TOGETHER = ("kind", "reason")
"""An extraordinary meeting is kept once it has its reason, whichever of the two is entered last (CN-3.1.3)."""


class DayPage(QWidget):
    """The form at the left, the counted days at the right."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self._others: Sequence[Meeting] = ()
        self.form = PlanForm(self._earlier)
        self.term = TermBox()
        self.form.committed.connect(self._keep)
        self.form.clause_asked.connect(self.clause_asked)
        self.term.clause_asked.connect(self.clause_asked)
        room.beside(self, self.form, self.term)

    def show_opened(self, opened: Opened, others: Sequence[Meeting]) -> None:
        """The plan of a meeting; `others` are the meetings of its body."""
        if self._opened and self._opened.meeting.id != opened.meeting.id:
            self.form.revert()
        self._opened, self._others = opened, others
        self.form.show_meeting(opened.meeting)
        self.form.setEnabled(opened.is_planned)
        self.term.show_countdown(
            opened.countdown, notice_count.feasts(opened.countdown, opened.day.calendar, opened.today)
        )

    def _earlier(self) -> list[Meeting]:
        meeting = self._opened.meeting if self._opened else None
        return [one for one in self._others if meeting and one.id != meeting.id and one.date <= meeting.date]

    def _keep(self, name: str, value: Any) -> None:
        if self._opened is None:
            return
        meeting = self._opened.meeting
        try:
            with charters.citing(self._opened.day.regulations):
                changed = {name: plan_form.kept(name, value, self.desk.today())}
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        if name in _TOGETHER:
            changed = {"kind": self.form.kind.read(), "reason": self.form.reason.read()}
        done = doing.by_form(
            self.desk, self.form, lambda: actions.change_plan(self.desk.store, meeting_id=meeting.id, **changed)
        )
        if done and name in _TOGETHER:
            self.form.kind.revert()
