"""Who of the members was sent the notice, the materials and the minutes, when and how?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import actions, last_days, notice_actions, notices, rules
from ayil_desktop.meetings.choices import DELIVERY_NAMES, DeliveryKind, State
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Delivery
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import beginning
from ayil_desktop.widgets.columns import Column, Editor
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk


@dataclass(frozen=True)
class DeliveryRow:
    """One member of the day and what was sent to her."""

    seat: Seat
    sent: dict[DeliveryKind, Delivery]
    last: dict[DeliveryKind, date | None]
    is_told_otherwise: bool = False
    """The notice said another day, time or place than is planned now."""

    @property
    def id(self) -> str:
        """Of the member: there is one row for each."""
        return self.seat.person_id

    def on(self, kind: DeliveryKind) -> date | None:
        """When it was sent; None: not yet."""
        return self.sent[kind].on if kind in self.sent else None

    def received(self, kind: DeliveryKind) -> date | None:
        """When the member had it in hand; None: not known."""
        return self.sent[kind].received_on if kind in self.sent else None

    def is_late(self, kind: DeliveryKind) -> bool:
        """Whether it came after the last day, where there is one."""
        on, last = self.on(kind), self.last.get(kind)
        return on is not None and last is not None and on > last


def rows(opened: Opened) -> list[DeliveryRow]:
    """One line for each member of the day, in the order of the list."""
    term = last_days.notice_term(opened.day.charter, opened.day.calendar, opened.meeting.date)
    last = {DeliveryKind.NOTICE: term.notice_by, DeliveryKind.MATERIALS: term.materials_by}
    otherwise = {seat for told in notices.told_otherwise(opened.meeting, opened.day.seats) for seat in told.seats}
    return [
        DeliveryRow(
            seat,
            {
                one.kind: one
                for one in sorted(opened.meeting.deliveries, key=lambda one: one.issue)
                if one.person_id == seat.person_id
            },
            last,
            seat in otherwise,
        )
        for seat in opened.day.seats
    ]


class DeliveryTable(QWidget):
    """The log; a date can be typed, changed or emptied for each member."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self.table: RecordTable[DeliveryRow] = RecordTable(
            self._columns(),
            key="meetings/deliveries",
            name=Message("What was sent to whom"),
            empty=Message("No members are recorded for the day of the meeting."),
            filters=False,
        )
        self.table.clause_asked.connect(self.clause_asked)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.table)
        beginning.begin_at(self, self.table)

    def show_opened(self, opened: Opened) -> None:
        """The log of a meeting."""
        self._opened = opened
        self.table.set_rows(rows(opened))

    def _columns(self) -> list[Column[DeliveryRow]]:
        return [
            Column("name", Message("Member"), lambda row: row.seat.name, width=136, stretches=True),
            self._date(DeliveryKind.NOTICE),
            Column(
                "how",
                Message("How"),
                lambda row: row.sent[DeliveryKind.NOTICE].how if DeliveryKind.NOTICE in row.sent else "",
                width=142,
                set_value=self._set_how,
                may_edit=lambda row: DeliveryKind.NOTICE in row.sent,
            ),
            Column(
                "received",
                InContext("notice", "Received"),
                lambda row: row.received(DeliveryKind.NOTICE),
                width=86,
                editor=Editor.DATE,
                set_value=self._set_received,
                may_edit=lambda row: DeliveryKind.NOTICE in row.sent,
            ),
            self._date(DeliveryKind.MATERIALS),
            self._date(DeliveryKind.MINUTES),
        ]

    def _date(self, kind: DeliveryKind) -> Column[DeliveryRow]:
        return Column(
            kind.value,
            DELIVERY_NAMES[kind],
            lambda row: row.on(kind),
            width=110,
            editor=Editor.DATE,
            set_value=lambda row, value: self._record(row, kind, value),
            may_edit=lambda row: self.may_record(kind),
            sign=lambda row: _sign(row, kind),
            ink=lambda row: _ink(row, kind),
        )

    def may_record(self, kind: DeliveryKind) -> bool:
        """A notice is sent first as a whole, which freezes the agenda; minutes come after the meeting."""
        state = self._opened.meeting.state if self._opened else State.CANCELLED
        if kind is DeliveryKind.MINUTES:
            return state in rules.HELD_STATES
        return state not in (State.CANCELLED, State.PLANNED)

    def _record(self, row: DeliveryRow, kind: DeliveryKind, on: date | None) -> None:
        self._keep(actions.record_delivery, row, kind, on=on)

    def _set_how(self, row: DeliveryRow, how: str) -> None:
        self._keep(notice_actions.record_way, row, DeliveryKind.NOTICE, how=how)

    def _set_received(self, row: DeliveryRow, received_on: date | None) -> None:
        self._keep(notice_actions.record_receipt, row, DeliveryKind.NOTICE, received_on=received_on)

    def _keep(self, action: Callable[..., Done], row: DeliveryRow, kind: DeliveryKind, **values: Any) -> None:
        if self._opened is not None:
            of_member = partial(action, self.desk.store, meeting_id=self._opened.meeting.id, person_id=row.id)
            self.desk.run(lambda: of_member(kind=kind, **values))


def _sign(row: DeliveryRow, kind: DeliveryKind) -> str:
    if row.on(kind) is None:
        return ""
    if _holds_no_more(row, kind):
        return "triangle-alert"
    return "circle-alert" if row.is_late(kind) else "check"


def _ink(row: DeliveryRow, kind: DeliveryKind) -> str:
    if _holds_no_more(row, kind):
        return "due"
    return "late" if row.is_late(kind) else ""


def _holds_no_more(row: DeliveryRow, kind: DeliveryKind) -> bool:
    return kind is DeliveryKind.NOTICE and row.is_told_otherwise
