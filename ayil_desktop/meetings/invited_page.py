"""Who besides the members is invited, who proposed them, and has the chairman agreed to the list?"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import actions, invited_actions, pasted_rows
from ayil_desktop.meetings.add_line import AddLine
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Invited
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, room, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField

GROUPS = (
    Choice("", Message("Not recorded")),
    Choice("lsg", Message("Local self-government")),
    Choice("ngo", Message("Public organisation")),
    Choice("business", Message("Business")),
    Choice("activist", Message("Activist of the community")),
    Choice("user", Message("User of the service")),
    Choice("expert", Message("State body or outside expert")),
)
"""Whom an invited person speaks for (CN-3.1.6, CN-4.1.3)."""


class InvitedPage(QWidget):
    """The line for one more, the day of the chairman's agreement, and the table."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self._proposer = ChoiceField("proposed_by_id", Message("Proposed by"), [Choice(None, _NOBODY)])
        self._guest = ChoiceField(
            "is_guest", InContext("person", "How"), [Choice(False, _INVITED), Choice(True, _GUEST)]
        )
        self.add_line = self._make_add_line()
        self.agreement = room.narrow(DateField("invited_agreed_on", Message("Agreed with the chairman on")))
        self.table: RecordTable[Invited] = RecordTable(
            self._columns(),
            key="meetings/invited",
            name=Message("Invited persons"),
            empty=Message("Nobody is invited besides the members."),
        )
        self.agreement.committed.connect(self._agree)
        self.table.delete_asked.connect(self._remove)
        self.table.pasted.connect(self._paste)
        self.table.menu.add(Message("Take off the list"), lambda: self._remove(self.table.marked()), sign="trash-2")
        for part in (self.add_line, self.agreement, self.table):
            part.clause_asked.connect(self.clause_asked)
        self._lay_out()

    def show_opened(self, opened: Opened) -> None:
        """The list of a meeting."""
        self._opened = opened
        self.add_line.form.turn_to(opened.meeting.id)
        # Whoever is entered once the meeting has begun was not invited before it (CN-7.2).
        self._guest.set_value(not opened.is_planned)
        self._proposer.set_choices(self._proposers())
        self.table.set_rows(opened.meeting.invited)
        self.agreement.set_values({"invited_agreed_on": opened.meeting.invited_agreed_on})
        for part in (self.add_line, self.agreement):
            part.setEnabled(not opened.is_sealed)

    def _columns(self) -> list[Column[Invited]]:
        return [
            self._column("name", Message("Name"), width=160),
            self._column("position", Message("Position"), width=140, stretches=True),
            self._column("group", Message("Speaks for"), width=150, editor=Editor.CHOICE, choices=GROUPS),
            self._column(
                "proposed_by_id",
                Message("Proposed by"),
                width=150,
                editor=Editor.CHOICE,
                choices=lambda row: self._proposers(),
            ),
            Column("guest", InContext("person", "How"), lambda row: _GUEST if row.is_guest else _INVITED, width=76),
            self._column("came", Message("Came"), width=70, align="centre", editor=Editor.CHECK),
        ]

    def _column(self, key: str, title: Message, **look: Any) -> Column[Invited]:
        return Column(
            key,
            title,
            lambda row: getattr(row, key),
            set_value=lambda row, value: self._change(row, key, value),
            may_edit=lambda row: self._opened is not None and not self._opened.is_sealed,
            **look,
        )

    def _change(self, row: Invited, key: str, value: Any) -> None:
        if key == "group":
            value = value or ""
        self.desk.run(lambda: invited_actions.change_invited(self.desk.store, invited_id=row.id, **{key: value}))

    def _proposers(self) -> list[Choice]:
        seats = self._opened.day.seats if self._opened else ()
        return [Choice(None, _NOBODY), *(Choice(seat.person_id, seat.name) for seat in seats)]

    def _invite(self, **values: Any) -> Done:
        meeting_id = self._opened.meeting.id if self._opened else ""
        values["group"], values["is_guest"] = values["group"] or "", bool(values["is_guest"])
        return invited_actions.invite(self.desk.store, meeting_id=meeting_id, **values)

    def _paste(self, block: Sequence[Sequence[str]]) -> None:
        """A list that was copied in Word or Excel: names, and posts beside them."""
        people = pasted_rows.pairs(block)
        if self._opened is not None and people:
            invite = partial(
                invited_actions.invite_all, self.desk.store, meeting_id=self._opened.meeting.id, people=people
            )
            doing.by_button(self.desk, partial(invite, is_guest=not self._opened.is_planned))

    def _agree(self, name: str, value: Any) -> None:
        if self._opened is not None:
            meeting_id = self._opened.meeting.id
            doing.by_form(
                self.desk,
                self.agreement,
                lambda: actions.agree_invited(self.desk.store, meeting_id=meeting_id, on=value),
            )

    def _remove(self, rows: Sequence[Invited]) -> None:
        ids = [row.id for row in rows]
        doing.by_button(self.desk, partial(invited_actions.remove_invited, self.desk.store, invited_ids=ids))

    def _make_add_line(self) -> AddLine:
        group = ChoiceField("group", Message("Speaks for"), GROUPS)
        group.set_value("")
        names = (TextField("name", Message("Name")), TextField("position", Message("Position")))
        widths = (style.STEP * 22, style.STEP * 20, style.STEP * 20, style.STEP * 15)
        fields = (*names, group, self._proposer, self._guest)
        line = AddLine(self.desk, fields, Message("Add"), self._invite, widths=widths, titled=True)
        line.added.connect(self.go_to)
        return line

    def go_to(self, invited_id: str) -> None:
        """Show somebody in the list."""
        self.table.go_to(invited_id)

    def _lay_out(self) -> None:
        # Over the table, where its filter line leaves room at the left.
        head = QHBoxLayout()
        head.setSpacing(style.STEP * 3)
        head.addWidget(self.agreement, 0, Qt.AlignmentFlag.AlignTop)
        head.addStretch()
        head.addWidget(self.table.filter_line)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, style.STEP, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.add_line)
        stack.addLayout(head)
        stack.addWidget(self.table, 1)


_NOBODY = Message("Nobody")
_INVITED = InContext("person", "Invited")
_GUEST = InContext("person", "Guest")
