"""How does a meeting begin?"""

from datetime import date, time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import entries, session_actions
from ayil_desktop.meetings.choices import State
from ayil_desktop.meetings.lack_line import LackLine
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.steps import Step
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import TimeField


class StartPage(QWidget):
    """The hour and one button; nothing else can be done before."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self.words = Label(say="heading", wraps=True)
        self.hint = Label(say="muted", wraps=True)
        self.lacks = LackLine()
        self.form = Form()
        self.at = self.form.add(TimeField("at", Message("Begins at")))
        self.open = Button(Message("Open the session"), sign="play", main=True)
        self.open.clicked.connect(self.open_session)
        self.lacks.clause_asked.connect(self.clause_asked)
        self.form.enter_presses(self.open)
        self.form.clause_asked.connect(self.clause_asked)
        self._lay_out()

    def show_opened(self, opened: Opened, now: time | None) -> None:
        """A meeting that has not begun, or will not take place."""
        is_other = self._opened is None or self._opened.meeting.id != opened.meeting.id
        self._opened = opened
        cancelled = opened.meeting.state is State.CANCELLED
        self.words.set_words(
            Message("The meeting was cancelled.") if cancelled else _not_begun(opened.meeting.date, self.desk.today())
        )
        self.hint.set_words(
            opened.meeting.cancelled_reason
            if cancelled
            else Message(
                "Open the session, then tick who came. Everything has a key: hold the mouse over it to see which."
            )
        )
        self.lacks.show_lacks(() if cancelled else opened.lacks(Step.NOTICE))
        for part in (self.form, self.open):
            part.setVisible(not cancelled)
        if is_other:
            self.form.revert()
            begins = now or opened.meeting.time
            self.form.set_values({"at": f"{begins:%H:%M}" if begins else None})

    def open_session(self) -> Done | None:
        """The meeting begins."""
        if self._opened is None:
            return None
        self.form.clear_refusals()
        try:
            at = entries.time(self.at.read() or "", field="at")
        except Refused as refused:
            self.form.show_refusal(refused)
            return None
        begin = partial(session_actions.open_session, self.desk.store, meeting_id=self._opened.meeting.id)
        return doing.by_form(self.desk, self.form, partial(begin, at=at))

    def _lay_out(self) -> None:
        self.at.entry.setFixedWidth(style.STEP * 10)
        self.form.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(style.STEP * 2)
        row.addWidget(self.form)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP * 3, style.STEP * 3, style.STEP * 3, style.STEP * 3)
        stack.setSpacing(style.STEP * 2)
        for part in (self.words, self.hint, self.lacks):
            stack.addWidget(part)
        stack.addLayout(row)
        stack.addStretch()


def _not_begun(day: date, today: date) -> Message:
    """It can be recorded on another day than its own, but nobody shall do that without seeing it."""
    if day > today:
        return Message("The meeting is planned for {date}; today is {today}.", date=day, today=today)
    return Message("The meeting of {date} has not begun yet.", date=day)
