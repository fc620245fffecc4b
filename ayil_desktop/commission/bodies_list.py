"""Which bodies does the office have, and which of them is in hand?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ayil_desktop.commission import rules
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, labels, style

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Body

_ID = Qt.ItemDataRole.UserRole


class WrappingList(QListWidget):
    """Names wrap to the width that the list has now; Qt forgets the padding of the style when it measures them."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Give each item the height of its words beside the icon."""
        width = max(self.viewport().width() - style.ICON - style.STEP * 5, style.STEP * 4)
        room = QRect(0, 0, width, style.STEP * 100)
        for item in (self.item(line) for line in range(self.count())):
            words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, words.height() + style.STEP * 2))


class BodiesList(QWidget):
    """A list, and below it what can be done with the body in hand."""

    chosen = Signal(str)
    add_asked = Signal()
    names_asked = Signal()
    charter_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = WrappingList()
        self.list.currentItemChanged.connect(self._choose)
        self._shown: tuple[Sequence[Body], date] = ((), date.min)
        self._add = labels.Button(Message("Body"), sign="plus")
        self._names = labels.Button(Message("Names…"), sign="pencil")
        self._charter = labels.Button(Message("Charter…"), sign="scale")
        self._add.clicked.connect(self.add_asked)
        self._names.clicked.connect(self.names_asked)
        self._charter.clicked.connect(self.charter_asked)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.list, 1)
        for button in (self._add, self._names, self._charter):
            stack.addWidget(button)
        self.translate()

    def show_bodies(self, bodies: Sequence[Body], day: date, chosen: str) -> None:
        """The bodies in the office's order under the names of the day."""
        self._shown = (bodies, day)
        self.list.blockSignals(True)
        self.list.clear()
        for body in bodies:
            item = QListWidgetItem(rules.short_name(body, day, catalogue.current()))
            item.setData(_ID, body.id)
            item.setIcon(icons.icon("users" if body.dissolved_on is None else "archive", "accent"))
            item.setToolTip(labels.tooltip(_full_name(body, day)))
            self.list.addItem(item)
            if body.id == chosen:
                self.list.setCurrentItem(item)
        self.list.measure()
        self.list.blockSignals(False)
        for button in (self._names, self._charter):
            button.setEnabled(bool(bodies))

    def translate(self) -> None:
        self.list.setAccessibleName(str(Message("Bodies")))
        current = self.list.currentItem()
        self.show_bodies(*self._shown, current.data(_ID) if current else "")

    def _choose(self, current: QListWidgetItem | None) -> None:
        if current:
            self.chosen.emit(current.data(_ID))


def _full_name(body: Body, day: date) -> str:
    name = rules.name_on(body.names, day)
    return name.name_ky if name else ""
