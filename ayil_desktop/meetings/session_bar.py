"""How does a session begin and end, who presides, who keeps the minutes?"""

from collections.abc import Sequence
from datetime import time
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    actions,
    attendance_actions,
    chair,
    competence,
    entries,
    member_lines,
    narrowing,
    session_actions,
)
from ayil_desktop.meetings.choices import State
from ayil_desktop.meetings.member_lines import MemberLine
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.office import terms
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, labels, style
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, ClauseLink, Label, Sign
from ayil_desktop.widgets.refusal import RefusalNote
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TimeField

_REOPENED = Message("Where the attendance was entered wrongly: correct it here, then close the meeting anew.")


class Chooser(QWidget):
    """A title and a list of members; where there is nothing to choose only the name stands there."""

    chosen = Signal(str)

    def __init__(self, title: Message) -> None:
        super().__init__()
        self._title = title
        self.title = Label(title, say="muted")
        self.name = Label()
        self.list = QComboBox()
        self.sign = Sign("triangle-alert", "due", side=style.ICON - 2)
        self.clause = ClauseLink("", self)
        self.list.activated.connect(lambda place: self.chosen.emit(self.list.itemData(place) or ""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP // 2 + 2)
        self.setMinimumHeight(style.STEP * 4)
        narrowing.let_shrink(self.list)
        for part in (self.sign, self.title, self.name, self.list, self.clause):
            row.addWidget(part)

    def show_choice(
        self, offered: Sequence[MemberLine], chosen: MemberLine | None, *, clause: str, fixed: bool
    ) -> None:
        """`fixed`: there is nothing to choose. `clause` is said where the choice is not the usual one."""
        self.name.setVisible(fixed)
        self.list.setVisible(not fixed)
        self.sign.setVisible(chosen is None)
        self.clause.show_clause(clause)
        self.name.set_words(chosen.seat.name if chosen else Message("nobody yet"))
        if fixed:
            return
        self.list.clear()
        known = {one.person_id for one in offered}
        lines = [*offered, *([chosen] if chosen and chosen.person_id not in known else [])]
        for one in lines:
            self.list.addItem(_named(one), one.person_id)
        self.list.setCurrentIndex(self.list.findData(chosen.person_id) if chosen else -1)
        self.list.setPlaceholderText(str(Message("Choose…")))

    def translate(self) -> None:
        self.title.translate()
        self.list.setAccessibleName(str(self._title))


class SessionBar(QWidget):
    """When it began, who presides (CN-5.4.2, CN-5.5), who keeps the minutes (R-17), and the end.

    `close_asked` comes with the button that ends the meeting; the panel knows what time it is.
    """

    clause_asked = Signal(str)
    close_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self._item_id = ""
        self.presiding = Chooser(Message("Presides:"))
        self.secretary = Chooser(Message("Keeps the minutes:"))
        self.times = Form(titles_beside=True)
        self.started = TimeField("started_at", Message("Began at"))
        self.ended = TimeField("ended_at", Message("Ended at"))
        self.times.add_row(self.started, self.ended)
        self.instruction = Form(titles_beside=True)
        self.instruction.add(
            DateField("chair_instruction_on", Message("The deputy presides by the chairman's instruction of"))
        )
        self.instruction_clause = ClauseLink("", self)
        self.close_button = Button(Message("Close the meeting"), sign="gavel")
        self.reopen_button = Button(Message("Open the session again"), sign="undo-2")
        self.note = RefusalNote()
        self._asked = QWidget()
        self._join()
        self._lay_out()

    def show_opened(self, opened: Opened, members: Sequence[MemberLine], *, item_id: str, may_change: bool) -> None:
        """The session as it stands at the matter in hand."""
        self._item_id = item_id
        if self._opened is not None and self._opened.meeting.id != opened.meeting.id:
            self.note.clear()
            self.times.revert()
            self.instruction.revert()
        self._opened = opened
        meeting = opened.meeting
        self.times.set_values({"started_at": _time(meeting.started_at), "ended_at": _time(meeting.ended_at)})
        self.times.setEnabled(may_change)
        self.ended.setVisible(meeting.state is not State.IN_SESSION)
        self._show_presiding(opened, members, may_change=may_change)
        self._show_secretary(opened, members, may_change=may_change)
        asks = chair.needs_instruction(opened.day.seats, meeting.presiding_id)
        self._asked.setVisible(asks)
        self.instruction_clause.show_clause(opened.day.cites("CN-5.5"))
        self.instruction.set_values({"chair_instruction_on": meeting.chair_instruction_on})
        self.instruction.setEnabled(may_change)
        self.close_button.setVisible(meeting.state is State.IN_SESSION)
        self.close_button.set_words(_close_words(opened))
        self.reopen_button.setVisible(meeting.state is State.NOT_HELD)
        self.reopen_button.setToolTip(labels.tooltip(_REOPENED))

    def minimumSizeHint(self) -> QSize:
        """One line; more only where the width asks for it."""
        return QSize(super().minimumSizeHint().width(), style.STEP * 4)

    def close_meeting(self, at: time | None) -> Done | None:
        """The meeting ends; a no is said below."""
        opened = self._opened
        if opened is None:
            return None
        self.note.clear()
        try:
            return self.desk.run(
                partial(session_actions.close_session, self.desk.store, meeting_id=opened.meeting.id, at=at)
            )
        except Refused as refused:
            self.note.show_refusal(refused)
            return None

    def _reopen(self) -> None:
        if self._opened is not None:
            meeting_id = self._opened.meeting.id
            doing.by_button(self.desk, partial(session_actions.reopen_session, self.desk.store, meeting_id=meeting_id))

    def _show_presiding(self, opened: Opened, members: Sequence[MemberLine], *, may_change: bool) -> None:
        offered = member_lines.may_preside(members)
        chosen = next((one for one in members if one.presides and one.may_vote), None)
        usual = chosen is not None and [one.person_id for one in offered] == [chosen.person_id]
        self.presiding.setVisible(opened.meeting.attendance_recorded)
        self.presiding.show_choice(
            offered,
            chosen,
            clause="" if usual else opened.day.cites("CN-5.4.2"),
            fixed=usual or not may_change or not offered,
        )

    def _show_secretary(self, opened: Opened, members: Sequence[MemberLine], *, may_change: bool) -> None:
        offered = member_lines.may_keep_minutes(members)
        own = next((one for one in offered if one.seat.role == "secretary"), None)
        chosen = next((one for one in members if one.keeps_minutes), own)
        self.secretary.setVisible(opened.meeting.attendance_recorded)
        self.secretary.show_choice(
            offered, chosen, clause="", fixed=(own is not None and chosen is own) or not may_change or not offered
        )

    def _preside(self, person_id: str) -> None:
        if self._opened is not None:
            preside = partial(attendance_actions.choose_presiding, self.desk.store, meeting_id=self._opened.meeting.id)
            doing.by_button(self.desk, partial(preside, person_id=person_id, item_id=self._item_id))

    def _keep_minutes(self, person_id: str) -> None:
        if self._opened is None:
            return
        own = any(seat.person_id == person_id and seat.role == "secretary" for seat in self._opened.day.seats)
        choose = partial(actions.choose_secretary, self.desk.store, meeting_id=self._opened.meeting.id)
        doing.by_button(self.desk, partial(choose, person_id=None if own else person_id))

    def _keep_times(self, *_: object) -> None:
        if self._opened is None:
            return
        meeting_id = self._opened.meeting.id
        try:
            started = entries.time(self.started.read() or "", field="started_at")
            ended = entries.time(self.ended.read() or "", field="ended_at")
        except Refused as refused:
            self.times.show_refusal(refused)
            return
        change = partial(session_actions.change_times, self.desk.store, meeting_id=meeting_id)
        doing.by_form(self.desk, self.times, partial(change, started_at=started, ended_at=ended))

    def _keep_instruction(self, name: str, value: object) -> None:
        if self._opened is not None:
            record = partial(actions.record_instruction, self.desk.store, meeting_id=self._opened.meeting.id)
            doing.by_form(self.desk, self.instruction, partial(record, on=value))

    def _join(self) -> None:
        self.close_button.clicked.connect(self.close_asked)
        self.reopen_button.clicked.connect(self._reopen)
        self.note.clause_asked.connect(self.clause_asked)
        self.presiding.chosen.connect(self._preside)
        self.secretary.chosen.connect(self._keep_minutes)
        self.times.committed.connect(self._keep_times)
        self.instruction.committed.connect(self._keep_instruction)
        for link in (self.presiding.clause, self.secretary.clause, self.instruction_clause):
            link.asked.connect(self.clause_asked)
        for form in (self.times, self.instruction):
            form.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        for field in (self.started, self.ended):
            field.entry.setFixedWidth(style.STEP * 8)
        self.instruction.field("chair_instruction_on").entry.setFixedWidth(style.STEP * 15)
        asked = QHBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(style.STEP // 2)
        asked.addWidget(self.instruction)
        asked.addWidget(self.instruction_clause, 0, Qt.AlignmentFlag.AlignTop)
        flow = QWidget()
        parts = FlowLayout(flow)
        parts.setSpacing(style.STEP * 2)
        flow.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for part in (self.times, self.presiding, self.secretary, self._asked):
            parts.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(style.STEP)
        row.addWidget(flow, 1)
        for button in (self.close_button, self.reopen_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addLayout(row)
        stack.addWidget(self.note)


def _named(line: MemberLine) -> str:
    if line.seat.role == "member":
        return line.seat.name
    return f"{line.seat.name} · {terms.role_title(line.seat.role)}"


def _time(at: time | None) -> str | None:
    return f"{at:%H:%M}" if at is not None else None


def _close_words(opened: Opened) -> Message:
    """What closing will come to: without a quorum the meeting was not held (R-38)."""
    if competence.may_be_held(opened.day, opened.meeting):
        return Message("Close the meeting")
    return Message("Close: not held, no quorum")
