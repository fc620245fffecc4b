"""The middle of the screen: the body in hand, the day it is looked at, its roster and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.commission import roster_table, rules
from ayil_desktop.commission.shown import Shown
from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.date_line import DateLine
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.menu_button import MenuButton
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.refusal import RefusalNote
from ayil_desktop.widgets.tab import Command

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Membership


class RosterView(QWidget):
    """`day_chosen` comes with a day typed or picked; the buttons run the commands that the tab gives."""

    day_chosen = Signal(date)

    def __init__(
        self, columns: Sequence[Column[Membership]], add: Command, paste: Command, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = labels.Label(say="heading", wraps=True)
        self.as_of = labels.Label(Message("as of"), say="muted")
        self.day = DateLine()
        self.today = labels.Button(Message("Today"))
        self.note = RefusalNote()
        self.add = labels.Button(add.title, sign=add.icon, main=True)
        self.paste = labels.Button(Message("Paste"), sign=paste.icon)
        self._paste_title = paste.title
        self.add.clicked.connect(lambda: add.run())
        self.paste.clicked.connect(lambda: paste.run())
        self.table: RecordTable[Membership] = RecordTable(
            columns,
            key="commission/members",
            name=Message("Members"),
            tip=roster_table.tip,
            reorderable=True,
            lines=2,
        )
        self._tools = FlowLayout()
        self._lay_out()
        self.day.editingFinished.connect(self._choose_day)
        self.day.picked.connect(self._choose_day)
        self.translate()

    def add_menu(self, title: Message, sign: str, commands: Sequence[Command]) -> None:
        """A button with a menu in the row of tools."""
        self._tools.insertWidget(self._tools.count() - 2, MenuButton(title, sign, commands))

    def show_body(self, shown: Shown, empty: tuple[Message, Message, Callable[[], object]]) -> None:
        """The roster of the day; `empty` says what to do first where nobody sits."""
        words, step, run = empty
        self.name.set_words(rules.short_name(shown.body, shown.day, catalogue.current()) if shown.body else "")
        self.name.setToolTip(labels.tooltip(_full_name(shown)))
        if not self.day.hasFocus() or not self.day.isModified():
            self.day.setText(wording.short_date(shown.day))
        self.table.set_empty(words, (step, run))
        self.table.set_rows(shown.seated)

    def translate(self) -> None:
        self.day.setAccessibleName(str(Message("The roster as of this day")))
        self.paste.setToolTip(labels.tooltip(self._paste_title))

    def _choose_day(self) -> None:
        self.note.clear()
        try:
            day = wording.parse_date(self.day.text(), field="day")
        except Refused as refused:
            self.note.show_refusal(refused)
            return
        self.day.setModified(False)
        self.day_chosen.emit(day)

    def _lay_out(self) -> None:
        self.day.setFixedWidth(style.STEP * 16)
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(self.name, 1)
        for part in (self.as_of, self.day, self.today):
            head.addWidget(part)
        self._tools.addWidget(self.add)
        self._tools.addWidget(self.paste)
        self._tools.addStretch()
        self._tools.addWidget(self.table.filter_line)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP, 0, style.STEP, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self.note)
        stack.addLayout(self._tools)
        stack.addWidget(self.table, 1)


def _full_name(shown: Shown) -> str:
    name = rules.name_on(shown.body.names, shown.day) if shown.body else None
    return name.name_ky if name else ""
