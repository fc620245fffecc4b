"""How is a decision filled in: its words, its parts, who carries it out, whom it goes to, who controls, by when?"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import decision_actions, narrowing, person_choices
from ayil_desktop.meetings.add_line import AddLine
from ayil_desktop.meetings.choices import DECISION_KIND_NAMES, PARTY_NAMES, PartyRole
from ayil_desktop.meetings.decision_actions import Party
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.older_russian import OlderRussian
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.part_form import PartForm
from ayil_desktop.meetings.party_field import PartyField
from ayil_desktop.meetings.person_choices import Somebody
from ayil_desktop.meetings.term_fields import TermFields
from ayil_desktop.meetings.wordings_button import Wanted, WordingsButton
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.choice_fields import CheckField, ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField, TextField

FIELDS = ("kind", "text_ky", "text_ru", "with_amendments", "amendments")


class DecisionForm(QWidget):
    """One decision; each field is kept as soon as it is left."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk, opened: Opened) -> None:
        super().__init__()
        self.desk, self._opened = desk, opened
        self._decision: Decision | None = None
        self._number = ""
        self.form = Form()
        self.text = self.form.add(LongTextField("text_ky", Message("Decision in Kyrgyz"), lines=3))
        kinds = [Choice(kind, name) for kind, name in DECISION_KIND_NAMES.items()]
        kind = self.form.add(ChoiceField("kind", Message("Kind of decision"), kinds))
        narrowing.let_shrink(kind.list)
        self.term = TermFields(self.form)
        self.form.add(CheckField("with_amendments", Message("Adopted with amendments")))
        self.amendments = self.form.add(LongTextField("amendments", Message("Amendments"), lines=2))
        self.parties = {role: PartyField(title, self._choices) for role, title in PARTY_NAMES.items()}
        self.russian = Form()
        text_ru = self.russian.add(LongTextField("text_ru", Message("Decision in Russian"), lines=2))
        self._older = OlderRussian(text_ru, Message("Decision in Russian"), "text_ky")
        self.wordings = [WordingsButton(desk, field, self._wanted) for field in (self.text, text_ru)]
        self.parts: list[PartForm] = []
        self.add_part = AddLine(
            desk, [TextField("text_ky", Message("One more part: what is to be done"))], Message("Add"), self._add_part
        )
        self.remove = Button(Message("Remove the decision"), sign="trash-2")
        self._join()
        self._lay_out()

    def show_decision(self, decision: Decision, number: str, opened: Opened) -> None:
        """As it is kept; what is half typed stays."""
        self._decision, self._opened, self._number = decision, opened, number
        for form in (self.form, self.russian):
            form.set_values({name: getattr(decision, name) for name in FIELDS})
        self._older.show_row(decision)
        self.amendments.setVisible(decision.with_amendments)
        self.term.show_term(decision.due_kind, decision.due_on, since=opened.meeting.date)
        for role, field in self.parties.items():
            field.show_parties([_somebody(one) for one in _of_role(decision, role)])
        self._show_parts(decision, opened)
        self.setEnabled(not opened.is_sealed)

    def _show_parts(self, decision: Decision, opened: Opened) -> None:
        while len(self.parts) > len(decision.parts):
            gone = self.parts.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.parts) < len(decision.parts):
            part = PartForm(self.desk, opened)
            part.clause_asked.connect(self.clause_asked)
            self.parts.append(part)
            self._parts.addWidget(part)
        for form, row in zip(self.parts, decision.parts, strict=True):
            form.show_part(row, decision, self._number, opened)

    def _choices(self) -> list[Choice]:
        return person_choices.everybody(self.desk.store, self._opened)

    def _wanted(self) -> Wanted | None:
        decision = self._decision
        return Wanted(self._opened.meeting.body_id, decision.kind, decision.id) if decision else None

    def _keep(self, form: Form, name: str, value: Any) -> None:
        decision = self._decision
        if decision is not None:
            change = partial(decision_actions.change_decision, self.desk.store, decision_id=decision.id)
            self.term.keep(self.desk, form, change, (name, value), decision.due_words)

    def _name(self, role: PartyRole, parties: Sequence[Somebody]) -> None:
        decision = self._decision
        if decision is None:
            return
        named = [
            Party(other, one.name, one.person_id, one.body_id)
            for other in PartyRole
            for one in (parties if other is role else [_somebody(row) for row in _of_role(decision, other)])
        ]
        set_parties = partial(decision_actions.set_parties, self.desk.store, decision_id=decision.id)
        doing.by_button(self.desk, partial(set_parties, parties=named))

    def _add_part(self, **values: Any) -> Done:
        decision_id = self._decision.id if self._decision else ""
        return decision_actions.add_part(self.desk.store, decision_id=decision_id, text_ky=values["text_ky"])

    def _remove(self) -> None:
        if self._decision is not None:
            remove = partial(decision_actions.remove_decision, self.desk.store, decision_id=self._decision.id)
            doing.by_button(self.desk, remove)

    def _join(self) -> None:
        for form in (self.form, self.russian):
            form.committed.connect(partial(self._keep, form))
            form.clause_asked.connect(self.clause_asked)
        for role, field in self.parties.items():
            field.changed.connect(partial(self._name, role))
        self.add_part.clause_asked.connect(self.clause_asked)
        self.remove.clicked.connect(self._remove)

    def _lay_out(self) -> None:
        parties = QGridLayout()
        parties.setHorizontalSpacing(style.STEP * 2)
        parties.setVerticalSpacing(style.STEP)
        parties.addWidget(self.parties[PartyRole.RESPONSIBLE], 0, 0, 1, 2)
        parties.addWidget(self.parties[PartyRole.CONTROLLER], 1, 0)
        parties.addWidget(self.parties[PartyRole.ADDRESSEE], 1, 1)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(style.STEP)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP * 2, 0, 0, style.STEP)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.form)
        stack.addLayout(parties)
        stack.addWidget(self.russian)
        stack.addLayout(self._parts)
        stack.addWidget(self.add_part)
        stack.addLayout(buttons)


def _of_role(decision: Decision, role: PartyRole) -> list[Any]:
    return [one for one in decision.parties if one.role is role and one.part_id is None]


def _somebody(row: Any) -> Somebody:
    return Somebody(row.name, row.person_id, row.body_id)
