"""How are words, figures, states and clauses put on a screen, so that a person's name is never taken for markup?"""

from html import escape
from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ayil_desktop.language import clause_names
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, style

Words: TypeAlias = Message | str
"""A Message follows the language of the screen; a str is somebody's own text and stays as it is."""

Say: TypeAlias = Literal["", "muted", "strong", "heading", "figure", "refusal", "done", "due", "late"]
State: TypeAlias = Literal["plain", "accent", "done", "due", "late"]

_SIGNS: dict[State, str] = {
    "plain": "circle",
    "accent": "circle-dot",
    "done": "circle-check",
    "due": "alarm-clock",
    "late": "circle-alert",
}
_SAYS: dict[State, Say] = {"plain": "", "accent": "", "done": "done", "due": "due", "late": "late"}


def tooltip(words: Words) -> str:
    """Text for a tooltip in which every character is literal; Qt would guess otherwise."""
    text = str(words)
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def name_sign(sign: QAction, words: Words) -> None:
    """A sign within a line of text: for whoever does not see it, and as its tooltip."""
    sign.setText(str(words))
    sign.setToolTip(tooltip(words))


def literal(words: Words) -> str:
    """Text for a button or a line of a menu in which an ampersand is one; Qt would underline the letter after it."""
    return str(words).replace("&", "&&")


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and have the widget painted by it."""
    # None and "" say the same to the style sheet.
    if (widget.property(name) or "") != (value or ""):
        widget.setProperty(name, value)
        # One that was never shown gets its look when it is.
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class Label(QLabel):
    """Words on a screen, always plain text; `say` is the part they play in the style sheet."""

    def __init__(self, words: Words = "", *, say: Say = "", wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self._words: Words = ""
        self.say(say)
        self.set_words(words)

    def set_words(self, words: Words) -> None:
        self._words = words
        self.translate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def say(self, say: Say) -> None:
        """Change the part that the words play: done, due, late …"""
        set_look(self, "say", say)

    def translate(self) -> None:
        self.setText(str(self._words))
        self._keep_height()

    def _keep_height(self) -> None:
        """A layout that is short of room cuts wrapped words off rather than ask how high they are."""
        if self.wordWrap():
            # The style sheet has a say in the size of the letters.
            self.ensurePolished()
            # Asked while a minimum is set, Qt answers at least that minimum.
            self.setMinimumHeight(0)
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class Sign(QWidget):
    """An icon that stands beside words and means the same; it is never alone."""

    def __init__(self, name: str, ink: str = "text", *, side: int = style.ICON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = (name, ink)
        self.setFixedSize(QSize(side, side))

    def show_icon(self, name: str, ink: str) -> None:
        self._drawn = (name, ink)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self.rect(), *self._drawn)


class Figure(QWidget):
    """A number that is the message: large, with a caption under it («8 / 6», «11 members»)."""

    def __init__(self, figure: str = "", caption: Words = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = Label(say="figure", parent=self)
        self._caption = Label(say="muted", wraps=True, parent=self)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._figure)
        stack.addWidget(self._caption)
        self.show_figure(figure, caption)

    def show_figure(self, figure: str, caption: Words) -> None:
        self._figure.set_words(figure)
        self._caption.set_words(caption)
        self.translate()

    def translate(self) -> None:
        self._caption.translate()
        self.setAccessibleName(f"{self._figure.text()} {self._caption.text()}")


class Chip(QFrame):
    """A state: icon, word and colour together."""

    def __init__(
        self, state: State = "plain", words: Words = "", sign: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sign = Sign("circle", side=style.ICON - 2, parent=self)
        self._label = Label(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.STEP, style.STEP // 4, style.STEP, style.STEP // 4)
        row.setSpacing(style.STEP // 2 + 2)
        row.addWidget(self._sign)
        row.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(state, words, sign)

    def show_state(self, state: State, words: Words, sign: str = "") -> None:
        """`sign` is the name of an icon where the state's own does not say enough."""
        set_look(self, "chip", state)
        self._sign.show_icon(sign or _SIGNS[state], "muted" if state == "plain" else state)
        self._label.say(_SAYS[state])
        self._label.set_words(words)
        self.translate()

    def translate(self) -> None:
        self._label.translate()
        self.setAccessibleName(self._label.text())


class ClauseLink(QPushButton):
    """The name of a clause («Жобо, 5.3.1»), one click away from its text; `asked` gives its id.

    `is_short` where it stands in a list that is all of one regulation («5.3.1-пункт»).
    """

    asked = Signal(str)

    def __init__(self, clause: str = "", parent: QWidget | None = None, *, is_short: bool = False) -> None:
        super().__init__(parent)
        self._name = clause_names.numbered if is_short else clause_names.named
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)
        self.show_clause(clause)

    def show_clause(self, clause: str) -> None:
        self.clause = clause
        # Shown before it stands anywhere, it would be a window of its own for a moment.
        if not clause or self.parent() is not None:
            self.setVisible(bool(clause))
        else:
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        self.translate()

    def translate(self) -> None:
        self.setText(str(self._name(self.clause)))
        self.setAccessibleName(str(Message("Text of clause {clause}", clause=self.text())))
        self.setToolTip(tooltip(Message("Show the text of this clause")))

    def _ask(self) -> None:
        self.asked.emit(self.clause)


class Button(QPushButton):
    """A button with words; `main` is the one that a screen is about."""

    def __init__(self, words: Words, *, sign: str = "", main: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("main", main)
        set_icon(self, sign, "on_accent" if main else "text")
        self.translate()

    def set_words(self, words: Words) -> None:
        self._words = words
        self.translate()

    def translate(self) -> None:
        self.setText(literal(self._words))
        self.setAccessibleName(str(self._words))


def set_icon(button: QAbstractButton, sign: str, ink: str = "text") -> None:
    """Give a button an icon of the size that goes with words; an empty name gives none."""
    if sign:
        button.setIcon(icons.icon(sign, ink))
        button.setIconSize(QSize(style.ICON + style.STEP // 2 + 2, style.ICON))
