"""How is recorded, corrected and taken out what stays open after the approval?"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing
from ayil_desktop.widgets.columns import Column, Editor, Row, of_field
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk


def window(
    parent: QWidget, desk: Desk, title: Message, form: Form, action: Callable[..., Done], table: RecordTable[Any]
) -> EntryWindow:
    """What was recorded is the current row of the table then."""

    def run(values: Mapping[str, Any]) -> Done | None:
        return desk.run(lambda: action(**values))

    made = EntryWindow(parent, title, form, Message("Record"), run)
    made.done_with.connect(lambda done: table.go_to(done.made))
    return made


def day(change: Callable[[str, Row, Any], object]) -> Column[Row]:
    """The column of the day on which it was recorded."""
    return of_field("on", Message("Date"), change, width=110, editor=Editor.DATE)


def take_out(table: RecordTable[Any], desk: Desk, action: Callable[..., Done], named: str) -> None:
    """The Delete key takes marked rows out; the action gets their ids under a name."""

    def run(rows: Sequence[Any]) -> None:
        doing.by_button(desk, partial(action, desk.store, **{named: [one.id for one in rows]}))

    table.delete_asked.connect(run)
