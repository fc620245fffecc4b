"""What was changed in this office, when, and by which step?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ayil_desktop.language import figures
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.store import journal
from ayil_desktop.store.history import Change, Line
from ayil_desktop.store.open_store import Store
from ayil_desktop.widgets import style
from ayil_desktop.widgets.labels import Button
from ayil_desktop.window import standing

STEPS = 100  # read at first, and more by each click


class HistoryWindow(QDialog):
    """The steps, the newest first; each opens to what it changed. Esc closes the window."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._store = store
        self._limit = STEPS
        self.tree = QTreeWidget()
        self.earlier = Button(Message("Show earlier steps"), sign="history")
        self.earlier.clicked.connect(self._show_more)
        self._lay_out()
        self.resize(760, 560)
        self.translate()

    def show_touched(self) -> None:
        """Something was changed; a closed window reads again when it is opened."""
        if self.isVisible():
            self._fill()

    def bring(self) -> None:
        self._fill()
        standing.come_forward(self)
        self.tree.setFocus()

    def translate(self) -> None:
        self.setWindowTitle(str(Message("History of changes")))
        self.tree.setHeaderLabels([str(Message("When")), str(Message("What"))])
        self.tree.setAccessibleName(self.windowTitle())
        self._fill()

    def _fill(self) -> None:
        lines = journal.history(self._store, self._limit)
        self.tree.clear()
        self.tree.addTopLevelItems([_step(line) for line in lines])
        self.earlier.setVisible(len(lines) == self._limit)

    def _show_more(self) -> None:
        self._limit += STEPS
        self._fill()

    def _lay_out(self) -> None:
        self.tree.setColumnCount(2)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(style.STEP,) * 4)
        column.setSpacing(style.STEP)
        column.addWidget(self.tree)
        row = QHBoxLayout()
        row.addWidget(self.earlier)
        row.addStretch()
        column.addLayout(row)


def _step(line: Line) -> QTreeWidgetItem:
    item = QTreeWidgetItem([figures.short_moment(line.at), _one_line(_what(line))])
    item.addChildren([QTreeWidgetItem(["", _one_line(_change(change))]) for change in line.changes])
    if line.left_out:
        item.addChild(QTreeWidgetItem(["", str(Counted("and {count} more", "and {count} more", line.left_out))]))
    return item


def _what(line: Line) -> str:
    """The step, and what it was about: the meeting, the matter, the member."""
    return " · ".join((str(line.message), *line.about))


def _change(change: Change) -> str:
    """What a new record holds needs no arrow; it came from nothing."""
    told = change.text
    if change.old is None and change.new is not None:
        told = Message("{field}: {value}", field=change.label, value=change.new)
    return str(Message("{record}: {change}", record=change.name, change=told) if change.name else told)


def _one_line(text: str) -> str:
    """Rows are one line high; a long text is cut by the view, ten thousand characters already here."""
    return " ".join(text[:500].split())
