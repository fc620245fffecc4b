"""How do the matters of an agenda stand in a table, and how are they changed, ordered and taken off there?"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import agenda_actions, lacking, pasted_rows, rules
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import ITEM_STATE_NAMES, ItemState
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.widgets import beginning, doing, style
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk

_MARKS = {
    ItemState.DECIDED: (Message("Decided"), "circle-check", "done"),
    ItemState.POSTPONED: (ITEM_STATE_NAMES[ItemState.POSTPONED], "clock", "due"),
    ItemState.WITHDRAWN: (Message("Withdrawn"), "ban", "muted"),
}
_LATE = (Message("Added late"), "alarm-clock", "due")
_NOTHING = ("", "", "")


class AgendaTable(QWidget):
    """The matters by their numbers; `chosen` gives the current one or None."""

    chosen = Signal(object)
    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self.table: RecordTable[AgendaItem] = RecordTable(
            self._columns(),
            key="meetings/agenda",
            name=Message("Agenda"),
            empty=Message("The agenda is empty. Write the first matter above."),
            ink=_ink,
            reorderable=True,
            filters=False,
            tip=_in_russian,
            lines=2,
        )
        self.table.current_changed.connect(self.chosen)
        self.table.moved.connect(self._move)
        self.table.pasted.connect(self._paste)
        self.table.delete_asked.connect(self._remove)
        self.table.clause_asked.connect(self.clause_asked)
        self.table.menu.add(Message("Withdraw the matter…"), self.withdraw, sign="ban")
        self.table.menu.add(Message("Take the matter off"), self._remove_marked, sign="trash-2")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.table)
        self.setMinimumHeight(style.ROW * 4)
        beginning.begin_at(self, self.table)

    def show_opened(self, opened: Opened) -> None:
        """The agenda of a meeting."""
        self._opened = opened
        self.table.set_rows(opened.meeting.items)

    def go_to(self, item_id: str) -> bool:
        """Make a matter the current one."""
        return self.table.go_to(item_id)

    def withdraw(self) -> None:
        """The current matter is not taken up; its number and its words stay, with the reason."""
        item = self.table.current()
        if item is not None:
            doing.by_line(
                self.desk,
                Message("Why is the matter withdrawn?"),
                lambda reason: agenda_actions.set_item_state(
                    self.desk.store, item_id=item.id, state=ItemState.WITHDRAWN, reason=reason
                ),
            )

    def _columns(self) -> list[Column[AgendaItem]]:
        kinds = [Choice(kind, name) for kind, name in rules.ITEM_KIND_NAMES.items()]
        return [
            self._column("text_ky", InContext("table", "Matter in Kyrgyz"), width=170, stretches=True),
            self._column("kind", Message("Kind"), width=144, editor=Editor.CHOICE, choices=kinds),
            self._column("speaker", Message("Speaker"), width=128),
            self._column(
                "preparer_id", Message("Prepared by"), width=140, editor=Editor.CHOICE, choices=self._preparers
            ),
            Column("draft", InContext("column", "Draft decision"), _draft, width=104, sign=_draft_sign, ink=_draft_ink),
            Column("papers", Message("Papers"), _papers, width=60, sign=_papers_sign),
            Column("mark", Message("State"), lambda item: _mark(item)[0], width=122, sign=lambda item: _mark(item)[1]),
        ]

    def _column(self, key: str, title: Message, **look: Any) -> Column[AgendaItem]:
        return Column(
            key,
            title,
            lambda item: getattr(item, key),
            set_value=lambda item, value: self._change(item, key, value),
            may_edit=lambda item: self._opened is not None and not self._opened.is_sealed,
            **look,
        )

    def _change(self, item: AgendaItem, key: str, value: Any) -> None:
        self.desk.run(lambda: agenda_actions.change_item(self.desk.store, item_id=item.id, **{key: value}))

    def _preparers(self, item: AgendaItem) -> list[Choice]:
        return preparers(self._opened.day.seats if self._opened else (), item)

    def _move(self, item: AgendaItem, place: int) -> None:
        doing.by_button(self.desk, lambda: agenda_actions.move_item(self.desk.store, item_id=item.id, place=place + 1))
        if self._opened is not None:
            self.table.go_to(item.id)

    def _paste(self, block: Sequence[Sequence[str]]) -> None:
        """A list that was copied in Word or Excel becomes matters at the end."""
        matters = pasted_rows.pairs(block)
        if self._opened is not None and matters:
            add = partial(agenda_actions.add_items, self.desk.store, meeting_id=self._opened.meeting.id)
            done = doing.by_button(self.desk, partial(add, matters=matters))
            if done and done.made:
                self.table.go_to(done.made)

    def _remove(self, items: Sequence[AgendaItem]) -> None:
        ids = [item.id for item in items]
        if ids:
            doing.by_button(self.desk, partial(agenda_actions.remove_item, self.desk.store, item_ids=ids))

    def _remove_marked(self) -> None:
        self._remove(self.table.marked())


def preparers(seats: Sequence[Seat], item: AgendaItem | None) -> list[Choice]:
    """Nobody, or one of the members; and who prepares the matter now, a member or not."""
    found = [Choice(None, Message("Nobody yet")), *(Choice(seat.person_id, seat.name) for seat in seats)]
    now = item.preparer if item else None
    if now is not None and all(choice.value != now.id for choice in found):
        found.append(Choice(now.id, now.name))
    return found


def _in_russian(item: AgendaItem) -> str:
    """What is edited here is the Kyrgyz text: whoever reads Russian has the other beside it, where there is one."""
    return item.text_ru if catalogue.current() == "ru" else ""


def _mark(item: AgendaItem) -> tuple[Message | str, str, str]:
    if item.state in _MARKS:
        return _MARKS[item.state]
    return _LATE if item.is_late else _NOTHING


def _ink(item: AgendaItem) -> str:
    return "muted" if item.state is ItemState.WITHDRAWN else ""


def _draft(item: AgendaItem) -> Message | str:
    if item.draft_ky.strip():
        return item.draft_ky
    return Message("missing") if lacking.needs_draft(item) else Message("not needed")


def _lacks_draft(item: AgendaItem) -> bool:
    return lacking.needs_draft(item) and not item.draft_ky.strip()


def _draft_sign(item: AgendaItem) -> str:
    return "triangle-alert" if _lacks_draft(item) else ""


def _draft_ink(item: AgendaItem) -> str:
    if _lacks_draft(item):
        return "due"
    return "" if item.draft_ky.strip() else "muted"


def _papers(item: AgendaItem) -> str:
    return str(len(item.attachments)) if item.attachments else ""


def _papers_sign(item: AgendaItem) -> str:
    return "paperclip" if item.attachments else ""
