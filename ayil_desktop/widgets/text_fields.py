"""How are words, days, times and numbers typed into a form?"""

import math
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ayil_desktop.language import wording
from ayil_desktop.widgets import columns, style
from ayil_desktop.widgets.date_line import DateLine
from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.labels import Words


class _LineField(Field):
    """What the fields of one line have in common."""

    def __init__(self, name: str, title: Words, *, hint: Words = "", line: QLineEdit | None = None) -> None:
        self.line = line or QLineEdit()
        super().__init__(name, title, self.line, hint=hint)
        self.line.textEdited.connect(self.touch)

    def content(self) -> str:
        return self.line.text()

    def put(self, value: object) -> None:
        self.line.setText(columns.as_text(value))
        self.line.setCursorPosition(0)

    def can_undo(self, redo: bool) -> bool:
        return self.line.isRedoAvailable() if redo else self.line.isUndoAvailable()


class TextField(_LineField):
    """Words on one line; its value is a str, empty where nothing was typed."""

    def read(self) -> str:
        return columns.one_line(self.line.text())


class NumberField(_LineField):
    """12 or 27,3; its value is an int, a float, or None."""

    def read(self) -> int | float | None:
        return columns.read_number(self.content(), field=self.name) if self.content().strip() else None


class WholeNumberField(NumberField):
    """12; its value is an int, or None. Where 12 is none that could stand here, `example` is."""

    def __init__(self, name: str, title: Words, *, hint: Words = "", example: int = 12) -> None:
        super().__init__(name, title, hint=hint)
        self._example = example

    def read(self) -> int | float | None:
        typed = self.content()
        if not typed.strip():
            return None
        return columns.read_number(typed, field=self.name, is_whole=True, example=self._example)


class MoneyField(NumberField):
    """Whole som: 50 000 while it is only read, 50000 while one types in it; both are read."""

    def put(self, value: object) -> None:
        is_read = isinstance(value, int) and not self.line.hasFocus()
        super().put(wording.thousands(value) if is_read and isinstance(value, int) else value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and not self.is_touched:
            self.revert()
        return done


class TimeField(_LineField):
    """10.00, 10:00 or 1000; its value is a str like 10:00, or None."""

    rewrites = True

    def read(self) -> str | None:
        return wording.parse_time(self.content(), field=self.name) if self.content().strip() else None


class DateField(_LineField):
    """13.3.19 and other usual writings, or picked from a calendar; its value is a date or None."""

    rewrites = True

    def __init__(self, name: str, title: Words, *, hint: Words = "") -> None:
        line = DateLine()
        super().__init__(name, title, hint=hint, line=line)
        line.picked.connect(self.commit)

    def read(self) -> date | None:
        return wording.parse_date(self.content(), field=self.name) if self.content().strip() else None


class LongTextField(Field):
    """Paragraphs; Enter begins a new line, Ctrl+Enter commits, Tab goes on. Its value is a str.

    The box shows `lines` lines; with `most` it grows with its text to as many, and scrolls beyond.
    """

    def __init__(self, name: str, title: Words, *, hint: Words = "", lines: int = 4, most: int = 0) -> None:
        self.text = _Grown(lines, most) if most else _Lines(lines)
        super().__init__(name, title, self.text, hint=hint)
        self.text.textChanged.connect(self.touch)

    def read(self) -> str:
        return self.text.toPlainText().strip()

    def content(self) -> str:
        return self.text.toPlainText()

    def put(self, value: object) -> None:
        words, cursor = columns.as_text(value), self.text.textCursor()
        at = cursor.position() if words == self.read() else 0
        self.text.setPlainText(words)
        # Who left the field for a moment goes on where she was.
        cursor.setPosition(min(at, self.text.document().characterCount() - 1))
        self.text.setTextCursor(cursor)

    def can_undo(self, redo: bool) -> bool:
        document = self.text.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()

    def is_commit_key(self, event: QKeyEvent) -> bool:
        return super().is_commit_key(event) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class _Lines(QPlainTextEdit):
    """As high as that many lines."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._show(lines)

    def _show(self, lines: int) -> None:
        # Qt rounds each line up, and scrolls unless its margin is left free below the last one too.
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())
        self.setFixedHeight(lines * line + int(self.document().documentMargin()) + style.STEP * 2 + 4)


class _Grown(_Lines):
    """As high as its text between two numbers of lines."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least)
        self._least, self._most = least, most
        self.textChanged.connect(self._grow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Qt lays out and counts only the lines in view; those that would come into view are asked for here."""
        block, written = self.document().firstBlock(), 0
        while block.isValid() and written < self._most:
            self.document().documentLayout().blockBoundingRect(block)
            written += block.layout().lineCount()
            block = block.next()
        self._show(max(self._least, min(written, self._most)))
