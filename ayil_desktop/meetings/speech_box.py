"""Who was heard on a matter, who spoke, and how is one more entered while they talk?"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import speech_actions
from ayil_desktop.meetings.add_line import AddLine
from ayil_desktop.meetings.agenda_records import AgendaItem, Speech
from ayil_desktop.meetings.name_field import NameField
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import TextField

_KINDS = (
    Choice(True, InContext("speech", "Heard")),
    Choice(False, InContext("speech", "Spoke")),
)


class SpeechBox(QWidget):
    """A line to enter one more, and the entries as a table in which everything can be corrected."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._item: AgendaItem | None = None
        self._opened: Opened | None = None
        self.kind = ChoiceField("is_report", InContext("speech", "What"), _KINDS)
        self.who = NameField("name", Message("Who"), self._people)
        self.add_line = AddLine(
            desk,
            [self.who, self.kind, TextField("text", Message("What was said"))],
            Message("Add"),
            self._add,
            widths=(style.STEP * 14,),
        )
        self.table: RecordTable[Speech] = RecordTable(
            self._columns(), key="meetings/speeches", name=Message("Who was heard and who spoke"), filters=False
        )
        self.table.delete_asked.connect(self._remove)
        self.add_line.clause_asked.connect(self.clause_asked)
        self.kind.set_value(True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addWidget(self.add_line)
        stack.addWidget(self.table)

    def show_item(self, item: AgendaItem, opened: Opened, *, may_change: bool) -> None:
        """The entries of a matter."""
        is_other = self._item is None or self._item.id != item.id
        self._item, self._opened = item, opened
        self.add_line.form.turn_to(item.id)
        if is_other or not self.kind.is_touched:
            self.kind.set_value(not item.speeches)
        self.table.set_rows(item.speeches)
        self.table.setVisible(bool(item.speeches))
        lines = min(len(item.speeches), 4)
        self.table.setFixedHeight(style.ROW * (lines + 1) + style.STEP)
        self.add_line.setVisible(may_change)
        self.table.setEnabled(may_change)

    def summary(self) -> str:
        """Everybody in one line."""
        return "; ".join(name_of(speech) for speech in self._item.speeches) if self._item else ""

    def _people(self) -> Sequence[Choice]:
        if self._opened is None:
            return ()
        members = [Choice(seat.person_id, seat.name) for seat in self._opened.day.seats]
        return [*members, *(Choice(None, guest.name) for guest in self._opened.meeting.invited)]

    def _add(self, **values: Any) -> Done:
        person = self.who.known
        return speech_actions.record_speech(
            self.desk.store,
            item_id=self._item.id if self._item else "",
            name=values["name"],
            position=self._position(values["name"]),
            text=values["text"],
            person_id=person if isinstance(person, str) else None,
            is_report=bool(values["is_report"]),
        )

    def _position(self, name: str) -> str:
        """The post of somebody invited; members are known by their office in the body."""
        invited = self._opened.meeting.invited if self._opened else []
        return next((guest.position for guest in invited if guest.name == name), "")

    def _change(self, speech: Speech, field: str, value: Any) -> None:
        self.desk.run(lambda: speech_actions.change_speech(self.desk.store, speech_id=speech.id, **{field: value}))

    def _remove(self, speeches: Sequence[Speech]) -> None:
        ids = [speech.id for speech in speeches]
        doing.by_button(self.desk, partial(speech_actions.remove_speech, self.desk.store, speech_ids=ids))

    def _columns(self) -> list[Column[Speech]]:
        return [
            Column(
                "is_report",
                InContext("speech", "What"),
                lambda one: one.is_report,
                width=110,
                editor=Editor.CHOICE,
                choices=_KINDS,
                set_value=lambda one, value: self._change(one, "is_report", value),
            ),
            Column(
                "name",
                Message("Who"),
                name_of,
                width=200,
                set_value=lambda one, value: self._change(one, "name", value),
            ),
            Column(
                "text",
                Message("What was said"),
                lambda one: one.text,
                width=240,
                set_value=lambda one, value: self._change(one, "text", value),
                stretches=True,
            ),
        ]


def name_of(speech: Speech) -> str:
    """The name as it was given, else that of the person on record."""
    return speech.name or (speech.person.name if speech.person else "")
