"""How is a new meeting planned, with the last day for its notice seen while one types?"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, notice_count, opened, plan_form
from ayil_desktop.meetings.choices import Kind
from ayil_desktop.meetings.plan_form import PlanForm
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.term_box import TermBox
from ayil_desktop.office import charters
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import doing, room, style
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.tab import Desk


class NewMeeting(QWidget):
    """The form of a meeting that does not exist yet; `planned` gives the id of the new one, `left` turns away."""

    planned = Signal(str)
    left = Signal()
    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._body_id = ""
        self._copy_of_id: str | None = None
        self._others: Sequence[Meeting] = ()
        self.form = PlanForm(self._earlier)
        self.term = TermBox()
        self.plan = Button(Message("Plan the meeting"), sign="calendar-check", main=True)
        self.cancel = Button(Message("Cancel"))
        self.form.enter_presses(self.plan)
        self.form.date.line.textChanged.connect(self._follow)
        self.form.kind.list.currentIndexChanged.connect(self._follow)
        self.form.clause_asked.connect(self.clause_asked)
        self.term.clause_asked.connect(self.clause_asked)
        self.plan.clicked.connect(self._plan)
        self.cancel.clicked.connect(self.left)
        self._lay_out()

    def begin(
        self,
        body_id: str,
        others: Sequence[Meeting],
        *,
        instead_of: Meeting | None = None,
        copy_of: Meeting | None = None,
    ) -> None:
        """An empty plan with place and time of the last meeting.

        `instead_of` is one that was not held (R-38); the invited persons of `copy_of` are invited again.
        """
        self._body_id, self._others = body_id, others
        self._copy_of_id = copy_of.id if copy_of else None
        model = copy_of or instead_of or (others[0] if others else None)
        self.form.revert()
        self.form.show_plan(
            {
                "date": None,
                "time": model.time if model else None,
                "place": model.place if model else "",
                "kind": Kind.REGULAR,
                "reason": "",
                "refers_to_id": instead_of.id if instead_of else None,
            }
        )
        self.form.date.setFocus()

    def _earlier(self) -> Sequence[Meeting]:
        return self._others

    def _follow(self) -> None:
        """The day decides the term; it is told as soon as the day is typed."""
        self._show_term(self._typed_date())

    def _typed_date(self) -> date | None:
        try:
            return self.form.date.read()
        except Refused:
            return None

    def _show_term(self, on: date | None) -> None:
        self.term.setVisible(on is not None)
        if on is None:
            return
        of_day = opened.day_of(self.desk.store, self._body_id, on)
        today = self.desk.today()
        counted = notice_count.count(
            of_day.charter, of_day.calendar, date=on, kind=self.form.kind.read() or Kind.REGULAR, today=today
        )
        self.term.show_countdown(counted, notice_count.feasts(counted, of_day.calendar, today))

    def _plan(self) -> None:
        self.form.clear_refusals()
        try:
            today = self.desk.today()
            with charters.citing(opened.day_of(self.desk.store, self._body_id, today).regulations):
                values = {name: plan_form.kept(name, value, today) for name, value in self.form.values().items()}
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        done = doing.by_form(
            self.desk,
            self.form,
            lambda: actions.plan_meeting(self.desk.store, body_id=self._body_id, copy_of_id=self._copy_of_id, **values),
        )
        if done and done.made:
            self.form.revert()
            self.planned.emit(done.made)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.plan)
        body, form, rest = QWidget(), QWidget(), QWidget()
        left = QVBoxLayout(form)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(style.STEP * 2)
        left.addWidget(self.form)
        left.addLayout(buttons)
        left.addStretch()
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        right = QVBoxLayout(rest)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.term, 1)
        room.beside(body, form, rest)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP * 2, style.STEP, style.STEP * 2, style.STEP * 2)
        stack.setSpacing(style.STEP)
        stack.addWidget(Label(Message("New meeting"), say="heading"))
        stack.addWidget(body, 1)
