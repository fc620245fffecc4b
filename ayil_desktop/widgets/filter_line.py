"""How does the user narrow down a table, and see that she did?"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, labels, style


class FilterLine(QWidget):
    """A line with a funnel, and beside it how many rows fit. Esc empties it; Enter and Down go on into the table.

    `steps` is its usual width.
    """

    changed = Signal(str)
    left_downwards = Signal()

    def __init__(self, steps: int = 26) -> None:
        super().__init__()
        self.line = _Line(self, steps)
        self.line.textChanged.connect(self.changed)
        self.line.left_downwards.connect(self.left_downwards)
        self._found = labels.Label(say="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP)
        row.addWidget(self._found)
        row.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)
        self.translate()

    def show_found(self, shown: int, every: int) -> None:
        """How many of all rows fit; nothing while the line is empty."""
        self._found.set_words(Message("{shown} of {every}", shown=shown, every=every))
        self._found.setVisible(bool(self.line.text()))

    def translate(self) -> None:
        self.line.setPlaceholderText(str(Message("Filter")))
        self.line.setAccessibleName(str(Message("Filter")))
        labels.name_sign(self.line.sign, Message("Filter"))


class _Line(QLineEdit):
    left_downwards = Signal()

    def __init__(self, parent: QWidget, steps: int) -> None:
        super().__init__(parent)
        self._steps = steps
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(style.STEP * 13)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.sign = QAction(icons.icon("funnel", "muted"), "", self)
        self.addAction(self.sign, QLineEdit.ActionPosition.LeadingPosition)

    def sizeHint(self) -> QSize:
        return QSize(style.STEP * self._steps, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
