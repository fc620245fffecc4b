"""How are words, days, times and numbers typed into a form?"""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
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
    """Paragraphs; Enter begins a new line, Ctrl+Enter commits, Tab goes on. Its value is a str."""

    def __init__(self, name: str, title: Words, *, hint: Words = "", lines: int = 4) -> None:
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        super().__init__(name, title, self.text, hint=hint)
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + style.STEP * 2 + 4)
        self.text.textChanged.connect(self.touch)

    def read(self) -> str:
        return self.text.toPlainText().strip()

    def content(self) -> str:
        return self.text.toPlainText()

    def put(self, value: object) -> None:
        self.text.setPlainText(columns.as_text(value))

    def can_undo(self, redo: bool) -> bool:
        document = self.text.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()

    def is_commit_key(self, event: QKeyEvent) -> bool:
        return super().is_commit_key(event) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
