"""Is what is half typed taken before a command runs, a tab changes, or the window closes, and what if it cannot be?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import ask, refusal
from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.record_grid import Grid


def finish_typing() -> bool:
    """Commit the field or the cell that has the focus; False where a rule said no to it, which is then said there."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None:
        if isinstance(widget, Field):
            widget.commit()
            return not widget.refusal
        if isinstance(widget, Grid):
            return widget.finish()
        widget = widget.parentWidget()
    return True


@dataclass(frozen=True)
class Unkept:
    """What was typed and not taken: where, and why."""

    place: QWidget
    title: str
    reason: Words


def unkept(window: QWidget) -> list[Unkept]:
    """What a rule said no to, a full disk kept from being saved, or no button took yet, on every page of a window."""
    fields = [
        Unkept(field.entry, field.title.text(), field.refusal or refusal.NOT_KEPT)
        for field in window.findChildren(Field)
        if field.tells and field.is_touched
    ]
    cells = [
        Unkept(editor, editor.accessibleName(), refusal.reason(refused))
        for grid in window.findChildren(Grid)
        for editor, refused in grid.editors.refusals.items()
    ]
    waiting = [
        Unkept(field.entry, field.title.text(), field.refusal or _told(words))
        for form in window.findChildren(Form)
        for field, words in form.half_typed()
    ]
    return fields + cells + waiting


def _told(words: str) -> str:
    """So much of it that one knows it again."""
    return words if len(words) <= _MOST else f"{words[:_MOST]}…"


_MOST = 200


def may_leave(window: QWidget, bring: Callable[[QWidget], object] = lambda _place: None) -> bool:
    """Take what is half typed in a window; where that cannot be, the user is asked whether to leave without it.

    Whoever goes back to it stands in it; `bring` brings the page to the front on which it is."""
    finish_typing()
    left = unkept(window)
    if not left:
        return True
    first = left[0]
    question = Message("What was typed in “{field}” is not saved. Leave without it?", field=first.title)
    if ask.yes_no(question, yes=Message("Leave without it"), no=Message("Go back to it"), detail=first.reason):
        return True
    bring(first.place)
    first.place.setFocus(Qt.FocusReason.OtherFocusReason)
    return False
