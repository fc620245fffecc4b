"""Where in the whole office is what the user is looking for?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, labels
from ayil_desktop.widgets.tab import Hit

PAUSE = 150  # milliseconds without a key before the search begins
SHOWN = 12  # lines of the list; more is not an answer but a list


@dataclass(frozen=True)
class Found:
    """A hit and where it was found."""

    hit: Hit
    subject: str
    title: Message
    icon: str


Search = Callable[[str], Sequence[Found]]


class SearchBox(QLineEdit):
    """A field with a list under it that answers while the user types; `chosen` carries subject and record."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(160)
        self.setMaximumWidth(320)
        self.setClearButtonEnabled(True)
        self._sign = self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._search: Search = lambda _text: ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._show)
        self.textEdited.connect(lambda _text: self._pause.start())
        self._answers: Answers | None = None
        self.translate()

    def ask(self, search: Search) -> None:
        """Who answers from now on."""
        self._search = search
        self.clear()

    @property
    def answers(self) -> "Answers":
        """The list under the field: a child of the window, so that the keys stay in the field."""
        if self._answers is None:
            self._answers = Answers(self.window())
            self._answers.itemClicked.connect(self._choose)
        return self._answers

    def enter(self) -> None:
        """Come here by key: what stands in the field is marked, so that typing replaces it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def translate(self) -> None:
        self.setPlaceholderText(str(Message("Find (Ctrl+F)")))
        self.setAccessibleName(str(Message("Find in the whole office")))
        labels.name_sign(self._sign, Message("Find in the whole office"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Down, keys.Key_Up):
            self.answers.step(1 if event.key() == keys.Key_Down else -1)
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            self._pause.stop()
            if not self.answers.isVisible():
                self._show()
            self._choose(self.answers.currentItem())
        elif event.key() == keys.Key_Escape and self.answers.isVisible():
            self.answers.hide()
        else:
            super().keyPressEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._answers:
            self._answers.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pause.stop()
        self.answers.hide()

    def _show(self) -> None:
        text = self.text().strip()
        if text:
            self.answers.show_under(self, self._search(text))
        else:
            self.answers.hide()

    def _choose(self, item: QListWidgetItem | None) -> None:
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        if isinstance(found, Found):
            self.answers.hide()
            self.clear()
            self.chosen.emit(found.subject, found.hit.record)


class Answers(QListWidget):
    """What was found, two lines each: the name, and where it stands."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.hide()

    def show_under(self, field: QWidget, found: Sequence[Found]) -> None:
        self.setAccessibleName(str(Message("Found")))
        self.clear()
        for one in found[:SHOWN]:
            self._add(one)
        if not found:
            self._add_nothing()
        self.setCurrentRow(0)
        self._place(field, field.window())
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())

    def _add(self, found: Found) -> None:
        where = " · ".join(part for part in (str(found.title), found.hit.detail) if part)
        item = QListWidgetItem(icons.icon(found.icon, "muted"), f"{found.hit.title}\n{where}", self)
        item.setData(Qt.ItemDataRole.UserRole, found)

    def _add_nothing(self) -> None:
        item = QListWidgetItem(str(Message("Nothing found")), self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _place(self, field: QWidget, window: QWidget) -> None:
        width = min(window.width() - 16, max(field.width(), 420))
        corner = field.mapTo(window, QPoint(field.width(), field.height() + 2))
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth() + 4
        top = corner.y()
        self.setGeometry(corner.x() - width, top, width, min(height, window.height() - top - 8))
