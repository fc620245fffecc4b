"""What turned out to be wrong in sealed minutes, and who said so when?"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import minutes_actions
from ayil_desktop.meetings.add_line import AddLine
from ayil_desktop.meetings.minutes_records import CorrectionNote
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField


class CorrectionNotes(QWidget):
    """Dated notes beside sealed minutes: what was wrong in them. Shown once they are sealed."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._meeting_id = ""
        self._on = DateField("on", Message("Date"))
        fields = [
            TextField("text", Message("What was wrong, and what is right")),
            self._on,
            TextField("author", Message("By")),
        ]
        self.line = AddLine(desk, fields, Message("Add"), self._add, widths=(style.STEP * 17, style.STEP * 14))
        self.table: RecordTable[CorrectionNote] = RecordTable(
            [
                Column("on", Message("Date"), lambda row: row.on, width=100),
                Column("text", Message("Correction"), lambda row: row.text, width=260, stretches=True),
                Column("author", Message("By"), lambda row: row.author, width=130),
            ],
            key="meetings/correction-notes",
            name=Message("Correction notes"),
            empty=Message("Nothing was found wrong in the sealed minutes."),
            filters=False,
            whole_rows=True,
            lines=2,
        )
        self.line.clause_asked.connect(self.clause_asked)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(Label(Message("Correction notes"), say="heading"))
        stack.addWidget(self.line)
        stack.addWidget(self.table, 1)

    def show_opened(self, opened: Opened) -> None:
        """The notes on a meeting's minutes."""
        self._meeting_id = opened.meeting.id
        self.line.form.turn_to(self._meeting_id)
        self.setVisible(opened.is_sealed)
        self._on.set_value(self.desk.today())
        self.table.set_rows(opened.meeting.notes)

    def _add(self, **values: Any) -> Done:
        today = self.desk.today()
        on = values.pop("on") or today
        return minutes_actions.add_note(self.desk.store, meeting_id=self._meeting_id, on=on, today=today, **values)
