"""How is one numbered part of a decision entered, with its own term and who carries it out?"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import decision_actions, person_choices
from ayil_desktop.meetings.choices import PartyRole
from ayil_desktop.meetings.decision_actions import Party
from ayil_desktop.meetings.decision_records import Decision, DecisionPart
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.party_field import PartyField
from ayil_desktop.meetings.person_choices import Somebody
from ayil_desktop.meetings.term_fields import TermFields
from ayil_desktop.meetings.wordings_button import Wanted, WordingsButton
from ayil_desktop.widgets import doing, labels, style
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField


class PartForm(QFrame):
    """One part; each field is kept as soon as it is left."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk, opened: Opened) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.desk, self._opened = desk, opened
        self._part: DecisionPart | None = None
        self._wanted: Wanted | None = None
        self.number = Label()
        self.form = Form()
        text = self.form.add(LongTextField("text_ky", Message("What is to be done"), lines=2))
        self.wordings = WordingsButton(desk, text, lambda: self._wanted)
        self.term = TermFields(self.form)
        self.parties = PartyField(Message("Responsible"), self._choices)
        self.remove = QToolButton()
        self.remove.setAutoRaise(True)
        labels.set_icon(self.remove, "trash-2", "muted")
        self.form.committed.connect(self._keep)
        self.form.clause_asked.connect(self.clause_asked)
        self.parties.changed.connect(self._name)
        self.remove.clicked.connect(self._remove)
        self._lay_out()
        self.translate()

    def show_part(self, part: DecisionPart, decision: Decision, number: str, opened: Opened) -> None:
        self._part, self._opened = part, opened
        self._wanted = Wanted(opened.meeting.body_id, decision.kind, decision.id)
        self.number.set_words(f"{number}.{part.place}")
        self.form.set_values({"text_ky": part.text_ky})
        self.term.show_term(part.due_kind, part.due_on, since=opened.meeting.date)
        self.parties.show_parties(
            [Somebody(one.name, one.person_id, one.body_id) for one in decision.parties if one.part_id == part.id]
        )
        self.setEnabled(not opened.is_sealed)

    def translate(self) -> None:
        words = Message("Remove this part")
        self.remove.setToolTip(labels.tooltip(words))
        self.remove.setAccessibleName(str(words))

    def _choices(self) -> list[Choice]:
        return person_choices.everybody(self.desk.store, self._opened)

    def _keep(self, name: str, value: Any) -> None:
        if self._part is not None:
            change = partial(decision_actions.change_part, self.desk.store, part_id=self._part.id)
            self.term.keep(self.desk, self.form, change, (name, value))

    def _name(self, parties: list[Somebody]) -> None:
        part = self._part
        if part is None:
            return
        named = [Party(PartyRole.RESPONSIBLE, one.name, one.person_id, one.body_id) for one in parties]
        set_parties = partial(decision_actions.set_parties, self.desk.store, parties=named, part_id=part.id)
        doing.by_button(self.desk, partial(set_parties, decision_id=part.decision_id))

    def _remove(self) -> None:
        if self._part is not None:
            doing.by_button(self.desk, partial(decision_actions.remove_part, self.desk.store, part_id=self._part.id))

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        side.addStretch()
        side.addWidget(self.remove)
        fields = QVBoxLayout()
        fields.setSpacing(style.STEP // 2)
        fields.addWidget(self.form)
        fields.addWidget(self.parties)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.STEP, style.STEP, style.STEP, style.STEP)
        row.setSpacing(style.STEP)
        row.addLayout(side)
        row.addLayout(fields, 1)
