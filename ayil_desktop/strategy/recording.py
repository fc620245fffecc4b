"""The window in which something is recorded that stays open after the approval."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done
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
