"""What do members want on an agenda, and what became of it?"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import opened, proposal_actions
from ayil_desktop.meetings.add_line import AddLine
from ayil_desktop.meetings.agenda_records import Proposal
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.office import rules as office_rules
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.labels import Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField


class ProposalList(QWidget):
    """The line for a new proposal and the table of all, the newest first (CN-5.7.1)."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._body_id = ""
        self._seats: Sequence[Seat] = ()
        self._by = ChoiceField("person_id", Message("Proposed by"), [Choice(None, _BY)])
        self._on = DateField("on", Message("Date"))
        fields = [TextField("text", Message("New proposal for the agenda")), self._by, self._on]
        self.add_line = AddLine(desk, fields, Message("Add"), self._propose, widths=(style.STEP * 24, style.STEP * 17))
        self.table: RecordTable[Proposal] = RecordTable(
            self._columns(),
            key="meetings/proposals",
            name=Message("Proposals for the agenda"),
            empty=Message("Members may propose matters at any time. Write the first proposal above."),
        )
        self.add_line.added.connect(self.table.go_to)
        self.table.delete_asked.connect(self._remove)
        self.table.menu.add(Message("Leave the proposal out…"), self._leave_out, sign="ban")
        self.table.menu.add(Message("Remove the proposal"), lambda: self._remove(self.table.marked()), sign="trash-2")
        for part in (self.add_line, self.table):
            part.clause_asked.connect(self.clause_asked)
        self._lay_out()

    def show_body(self, body_id: str) -> None:
        """The proposals to a body."""
        self._body_id = body_id
        self.add_line.form.turn_to(body_id)
        self._seats = opened.day_of(self.desk.store, body_id, self.desk.today()).seats
        self._by.set_choices([Choice(None, _BY), *self._members(None)[1:]])
        self._on.set_value(self.desk.today())
        self.table.set_rows(opened.proposals_of(self.desk.store, body_id))

    def _columns(self) -> list[Column[Proposal]]:
        return [
            self._column("on", Message("Date"), width=100, editor=Editor.DATE),
            self._column("person_id", Message("Proposed by"), width=190, editor=Editor.CHOICE, choices=self._members),
            self._column("text", Message("Proposal"), width=300, stretches=True),
            Column(
                "state",
                Message("State"),
                _state,
                width=140,
                sign=lambda row: _look(row)[0],
                ink=lambda row: _look(row)[1],
            ),
            self._column("left_out_reason", Message("Why it was left out"), width=200),
        ]

    def _column(self, key: str, title: Message, **look: Any) -> Column[Proposal]:
        return Column(
            key,
            title,
            lambda row: getattr(row, key),
            set_value=lambda row, value: self._change(row, key, value),
            may_edit=lambda row: row.item_id is None,
            **look,
        )

    def _change(self, row: Proposal, key: str, value: Any) -> None:
        if key == "on" and value is None:
            raise Refused(Message("Enter the date."), field="on")
        if key == "on":
            office_rules.sensible_day(value, today=self.desk.today(), field="on")
        self.desk.run(lambda: proposal_actions.change_proposal(self.desk.store, proposal_id=row.id, **{key: value}))

    def _members(self, row: Proposal | None) -> list[Choice]:
        found = [Choice(None, _NOBODY), *(Choice(seat.person_id, seat.name) for seat in self._seats)]
        now = row.person if row else None
        if now is not None and all(choice.value != now.id for choice in found):
            found.append(Choice(now.id, now.name))
        return found

    def _propose(self, **values: Any) -> Done:
        today = self.desk.today()
        on = office_rules.sensible_day(values.pop("on") or today, today=today, field="on")
        return proposal_actions.propose(self.desk.store, body_id=self._body_id, on=on, **values)

    def _leave_out(self) -> None:
        row = self.table.current()
        if row is not None:
            doing.by_line(
                self.desk,
                Message("Why is the proposal left out?"),
                lambda reason: proposal_actions.leave_out_proposal(self.desk.store, proposal_id=row.id, reason=reason),
            )

    def _remove(self, rows: Sequence[Proposal]) -> None:
        ids = [row.id for row in rows]
        doing.by_button(self.desk, partial(proposal_actions.remove_proposal, self.desk.store, proposal_ids=ids))

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP * 2, style.STEP, style.STEP * 2, style.STEP * 2)
        stack.setSpacing(style.STEP)
        stack.addWidget(Label(Message("Proposals for the agenda"), say="heading"))
        stack.addWidget(self.add_line)
        stack.addWidget(self.table, 1)


_NOBODY = Message("Not recorded")
_BY = Message("Proposed by…")


def _state(row: Proposal) -> Message:
    if row.item_id is not None:
        return Message("On an agenda")
    return Message("Left out") if row.left_out_reason else Message("Waits")


def _look(row: Proposal) -> tuple[str, str]:
    if row.item_id is not None:
        return "circle-check", "done"
    return ("ban", "muted") if row.left_out_reason else ("circle-dot", "accent")
