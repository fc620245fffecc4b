"""Which bodies does the office have, and which of them is in hand?"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ayil_desktop.commission import rules
from ayil_desktop.commission.records import Body
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, labels, style

_ID = Qt.ItemDataRole.UserRole


class BodiesList(QWidget):
    """A list, and below it what can be done with the body in hand."""

    chosen = Signal(str)
    add_asked = Signal()
    names_asked = Signal()
    charter_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
