"""Who was sent the minutes, and where were the people told what was decided?"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, notice_actions, steps
from ayil_desktop.meetings.add_line import AddLine
from ayil_desktop.meetings.choices import DeliveryKind
from ayil_desktop.meetings.delivery_table import DeliveryRow
from ayil_desktop.meetings.delivery_table import rows as delivery_rows
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Posting
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.columns import Column, Editor
from ayil_desktop.widgets.labels import Button, ClauseLink, Figure, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField

_MINUTES = DeliveryKind.MINUTES
_CLAUSES = ("CN-5.6.5", "CN-3.1.8")


class SendingPage(QWidget):
    """Members who got the minutes at the left, «9 / 11» (CN-5.6.5); postings at the right (CN-3.1.8, CN-5.6.4)."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self.sent = Figure()
        self.to_all = Button(Message("Sent to all today"), sign="check")
        self.log: RecordTable[DeliveryRow] = RecordTable(
            self._columns(),
            key="meetings/minutes-sent",
            name=Message("To whom the minutes were sent"),
            empty=Message("No members are recorded for the day of the meeting."),
            filters=False,
        )
        self._on = DateField("on", Message("Posted on"))
        self.line = AddLine(
            desk,
            [TextField("where", Message("Where it was posted")), self._on],
            Message("Add"),
            self._post,
            widths=(style.STEP * 17,),
        )
        self.postings: RecordTable[Posting] = RecordTable(
            [
                Column("on", Message("Posted on"), lambda row: row.on, width=165),
                Column("where", Message("Place"), lambda row: row.where, width=200, stretches=True),
            ],
            key="meetings/postings",
            name=Message("Where information was posted"),
            empty=Message("Print the notice-board sheet, put it up, and write here where."),
            filters=False,
            whole_rows=True,
        )
        self.to_all.clicked.connect(self._send_to_all)
        self._clauses = [ClauseLink("", self) for _ in _CLAUSES]
        for part in (self.line, self.log):
            part.clause_asked.connect(self.clause_asked)
        for link in self._clauses:
            link.asked.connect(self.clause_asked)
        self._lay_out()

    def show_opened(self, opened: Opened) -> None:
        """What happened to the minutes of a meeting."""
        self._opened = opened
        for link, clause in zip(self._clauses, _CLAUSES, strict=True):
            link.show_clause(opened.day.cites(clause))
        self.line.form.turn_to(opened.meeting.id)
        members = len(opened.day.seats)
        missing = steps.missing(opened.meeting, opened.day, _MINUTES)
        self.sent.show_figure(f"{members - missing} / {members}", Message("members were sent the minutes"))
        self.to_all.setVisible(missing > 0)
        self.log.set_rows(delivery_rows(opened))
        self._on.set_value(self.desk.today())
        self.postings.set_rows(opened.meeting.postings)

    def _columns(self) -> list[Column[DeliveryRow]]:
        return [
            Column("name", Message("Member"), lambda row: row.seat.name, width=130, stretches=True),
            Column(
                "on",
                Message("Minutes sent on"),
                lambda row: row.on(_MINUTES),
                width=165,
                editor=Editor.DATE,
                set_value=lambda row, on: self._record(actions.record_delivery, row, on=on),
                sign=lambda row: "check" if row.on(_MINUTES) else "",
            ),
            Column(
                "how",
                Message("How"),
                _how,
                width=100,
                set_value=lambda row, how: self._record(notice_actions.record_way, row, how=how),
                may_edit=lambda row: row.on(_MINUTES) is not None,
            ),
        ]

    def _record(self, action: Callable[..., Done], row: DeliveryRow, **values: Any) -> None:
        if self._opened is not None:
            of_member = partial(action, self.desk.store, meeting_id=self._opened.meeting.id, person_id=row.id)
            self.desk.run(lambda: of_member(kind=_MINUTES, **values))

    def _send_to_all(self) -> None:
        if self._opened is not None:
            meeting_id, today = self._opened.meeting.id, self.desk.today()
            doing.by_button(
                self.desk,
                lambda: actions.deliver_to_all(self.desk.store, meeting_id=meeting_id, kind=_MINUTES, on=today),
            )

    def _post(self, **values: Any) -> Done:
        on = values.pop("on") or self.desk.today()
        meeting_id = self._opened.meeting.id if self._opened else ""
        return actions.post_information(self.desk.store, meeting_id=meeting_id, on=on, **values)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP * 2)
        head.addWidget(self.sent, 1)
        side = QVBoxLayout()
        side.addWidget(self._clauses[0], 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self.to_all)
        side.addStretch()
        head.addLayout(side)
        left = QVBoxLayout()
        left.setSpacing(style.STEP)
        left.addLayout(head)
        left.addWidget(self.log, 1)
        title = QHBoxLayout()
        title.addWidget(Label(Message("On the notice boards"), say="heading"))
        title.addWidget(self._clauses[1])
        title.addStretch()
        right = QVBoxLayout()
        right.setSpacing(style.STEP)
        right.addLayout(title)
        right.addWidget(self.line)
        right.addWidget(self.postings, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.STEP, 0, 0)
        row.setSpacing(style.STEP * 3)
        row.addLayout(left, 1)
        row.addLayout(right, 1)


def _how(row: DeliveryRow) -> str:
    return row.sent[_MINUTES].how if _MINUTES in row.sent else ""
