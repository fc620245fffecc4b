"""How far is one decision carried out, and how is the next entry on it made?"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Counted, InContext, Message
from ayil_desktop.meetings import decision_actions, decision_words, opened, register
from ayil_desktop.meetings.choices import FOLLOW_UP_NAMES, FollowUpState, PartyRole
from ayil_desktop.meetings.decision_records import Decision, FollowUp
from ayil_desktop.meetings.register import Entry
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice, Column
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField

_SIGNS = {
    FollowUpState.IN_PROGRESS: ("clock", "accent"),
    FollowUpState.DONE: ("circle-check", "done"),
    FollowUpState.CANCELLED: ("ban", "muted"),
}


class FollowUpCard(QWidget):
    """The words of a decision with who is named in it, the entries so far, and the form for one more."""

    clause_asked = Signal(str)
    meeting_asked = Signal(str)
    excerpt_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._entry: Entry | None = None
        self.title = Label(say="heading")
        self.text = Label(wraps=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.parties = Label(say="muted", wraps=True)
        self.history: RecordTable[FollowUp] = RecordTable(
            _columns(),
            key="meetings/follow-up",
            name=Message("Entries on the carrying out"),
            empty=Message("Nothing has been entered yet."),
            filters=False,
            whole_rows=True,
        )
        self.form = self._make_form()
        self.record = Button(Message("Record"), sign="check", main=True)
        self.form.enter_presses(self.record)
        self.to_meeting = Button(Message("To the meeting"), sign="gavel")
        self.excerpt = Button(Message("Excerpt"), sign="printer")
        self._join()
        self._lay_out()

    def show_entry(self, entry: Entry | None) -> None:
        """One line of the list; None where there is none."""
        if entry is None or self._entry is None or entry.id != self._entry.id:
            self.form.turn_to(entry.id if entry else "")
            self._offer()
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.title.set_words(Message("Decision {number}", number=entry.number))
        self.text.set_words(entry.text(catalogue.current()))
        decision = opened.decision(self.desk.store, entry.decision_id)
        self.parties.set_words(_parties(decision, entry.part_id))
        self.parties.setVisible(bool(self.parties.text()))
        self.history.set_rows([one for one in decision.follow_ups if one.part_id == entry.part_id])
        is_followed = entry.standing is not None
        for part in (self.history, self.form, self.record):
            part.setVisible(is_followed)

    def _begin(self) -> None:
        self.form.revert()
        self._offer()
        self.form.revert()

    def _offer(self) -> None:
        self.form.set_values({"state": None, "on": self.desk.today(), "note": "", "evidence": ""})

    def _record(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self.form.clear_refusals()
        try:
            values = self.form.values()
            if values["state"] is None:
                raise Refused(Message("Choose the state."), field="state")
            if values["on"] is None:
                raise Refused(Message("Enter the date."), field="on")
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        done = doing.by_form(self.desk, self.form, lambda: self._follow_up(entry, values))
        if done:
            self._begin()

    def _follow_up(self, entry: Entry, values: dict[str, Any]) -> Done:
        return decision_actions.follow_up(
            self.desk.store,
            decision_id=entry.decision_id,
            part_id=entry.part_id,
            state=values["state"],
            on=values["on"],
            note=values["note"],
            evidence=values["evidence"],
        )

    def _remove(self, rows: list[FollowUp]) -> None:
        ids = [row.id for row in rows]
        doing.by_button(self.desk, partial(decision_actions.remove_follow_up, self.desk.store, follow_up_ids=ids))

    def _make_form(self) -> Form:
        form = Form()
        states = [Choice(state, name) for state, name in FOLLOW_UP_NAMES.items()]
        form.add_row(ChoiceField("state", Message("State"), states), DateField("on", Message("Date")))
        form.field("on").setMinimumWidth(style.STEP * 16)
        form.add(TextField("note", Message("Note")))
        form.add(TextField("evidence", Message("Proof: act, photograph, letter")))
        return form

    def _join(self) -> None:
        self.record.clicked.connect(self._record)
        self.history.delete_asked.connect(self._remove)
        self.history.menu.add(Message("Remove the entry"), lambda: self._remove(self.history.marked()), sign="trash-2")
        self.to_meeting.clicked.connect(lambda: self.meeting_asked.emit(self._entry.meeting_id if self._entry else ""))
        self.excerpt.clicked.connect(lambda: self.excerpt_asked.emit(self._entry.decision_id if self._entry else ""))
        self.form.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, style.STEP, 0)
        inner.addWidget(self.text)
        inner.addWidget(self.parties)
        inner.addStretch()
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(words)
        buttons = QWidget()
        buttons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = FlowLayout(buttons)
        flow.addWidget(self.to_meeting)
        flow.addWidget(self.excerpt)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(style.STEP)
        left.addWidget(self.title)
        left.addWidget(scroll, 1)
        left.addWidget(buttons)
        right.addWidget(self.form)
        right.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP * 3)
        row.addLayout(left, 3)
        row.addWidget(self.history, 5)
        row.addLayout(right, 3)


def _columns() -> list[Column[FollowUp]]:
    return [
        Column("on", Message("Date"), lambda row: row.on, width=86),
        Column(
            "state",
            Message("State"),
            lambda row: FOLLOW_UP_NAMES[row.state],
            width=104,
            sign=lambda row: _SIGNS[row.state][0],
            ink=lambda row: _SIGNS[row.state][1],
        ),
        Column("note", Message("Note"), lambda row: row.note, width=104, stretches=True),
        Column("evidence", InContext("column", "Proof"), lambda row: row.evidence, width=70),
    ]


def _parties(decision: Decision, part_id: str | None) -> str:
    """Who is named in it, a line for each role."""
    named = {role: register.named(decision.parties, part_id, role) for role in PartyRole}
    lines: list[Message] = []
    if named[PartyRole.RESPONSIBLE]:
        count = min(len(named[PartyRole.RESPONSIBLE]), decision_words.SEVERAL)
        lines.append(Counted("Responsible: {names}", "Responsible: {names}", count, names=named[PartyRole.RESPONSIBLE]))
    if named[PartyRole.ADDRESSEE]:
        lines.append(Message("Addressed to: {names}", names=named[PartyRole.ADDRESSEE]))
    if named[PartyRole.CONTROLLER]:
        lines.append(Message("Control of the execution: {names}", names=named[PartyRole.CONTROLLER]))
    return "\n".join(str(line) for line in lines)
