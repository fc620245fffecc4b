"""Where does the user type just now, and how is text put there, whichever kind of field it is?"""

from typing import TypeAlias

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

Place: TypeAlias = QLineEdit | QTextEdit | QPlainTextEdit


def of(widget: QObject | None) -> Place | None:
    """The field itself, or the line inside a list that can be typed in; None where nothing can be typed."""
    if isinstance(widget, QComboBox):
        widget = widget.lineEdit()
    if not isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) or widget.isReadOnly():
        return None
    if isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal:
        return None
    return widget


def current() -> Place | None:
    """Where the cursor blinks."""
    return of(QApplication.focusWidget())


def is_there(place: Place) -> bool:
    """Whether the field was not closed meanwhile."""
    return shiboken6.isValid(place) and place.isVisible()


def text(place: Place) -> str:
    return place.text() if isinstance(place, QLineEdit) else place.toPlainText()


def start(place: Place) -> int:
    """Where the next text will begin: at the cursor, or where the marked text begins."""
    if isinstance(place, QLineEdit):
        return place.selectionStart() if place.hasSelectedText() else place.cursorPosition()
    return place.textCursor().selectionStart()


def end(place: Place) -> int:
    """Where the cursor is."""
    return place.cursorPosition() if isinstance(place, QLineEdit) else place.textCursor().position()


def insert(place: Place, words: str) -> None:
    """As if typed: it replaces what is marked and can be undone in the field."""
    if isinstance(place, QLineEdit):
        place.insert(words)
    else:
        place.insertPlainText(words)


def replace(place: Place, at: int, old: str, new: str) -> bool:
    """Put `new` where `old` stands, at best at its old place; False where it does not stand there any more."""
    whole = text(place)
    found = at if whole[at : at + len(old)] == old else whole.find(old)
    if found < 0:
        return False
    _mark(place, found, len(old))
    insert(place, new)
    return True


def _mark(place: Place, at: int, length: int) -> None:
    if isinstance(place, QLineEdit):
        place.setSelection(at, length)
        return
    cursor = place.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
    place.setTextCursor(cursor)
