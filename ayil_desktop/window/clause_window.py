"""What does a clause say, and how do we read it?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ayil_desktop.language import catalogue, clause_names
from ayil_desktop.language.message import Message
from ayil_desktop.office import clauses
from ayil_desktop.office.clauses import Clause
from ayil_desktop.widgets import style
from ayil_desktop.widgets.labels import Label, Say
from ayil_desktop.window import standing

_ID = Qt.ItemDataRole.UserRole


class ClauseWindow(QDialog):
    """All clauses at the left, the chosen one at the right. Esc closes it; it never keeps the user from the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.search = QLineEdit()
        self.list = QListWidget()
        self.page = ClausePage()
        self._lay_out()
        self.resize(960, 600)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.translate()

    def show_clause(self, id: str = "") -> None:  # noqa: A002 - a clause's id is called so everywhere
        """Come to the front with this clause; without one, or with one that does not exist, the list is shown."""
        self.search.clear()
        self._select(id)
        standing.come_forward(self)
        (self.list if id else self.search).setFocus()

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Texts of the clauses")))
        self.search.setPlaceholderText(str(Message("Find a clause: number or words")))
        self.search.setAccessibleName(str(Message("Find a clause")))
        self.list.setAccessibleName(str(Message("Clauses")))
        self.page.setAccessibleName(str(Message("Texts of the clauses")))
        self._fill()

    def _fill(self) -> None:
        """The list keeps its place where the chosen clause is still in it."""
        chosen = self._chosen_id()
        self.list.clear()
        for clause in clauses.search(self.search.text(), catalogue.current()):
            item = QListWidgetItem(f"{_heading(clause)}\n{clause.texts.into(catalogue.current())}", self.list)
            item.setData(_ID, clause.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_heading(clause)}. {clause.texts.ky}")
        self._select(chosen)

    def _select(self, id: str) -> None:  # noqa: A002
        rows = (row for row in range(self.list.count()) if self.list.item(row).data(_ID) == id)
        self.list.setCurrentRow(next(rows, 0 if self.list.count() else -1))

    def _chosen_id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ID)) if item else ""

    def _show(self, item: QListWidgetItem | None) -> None:
        self.page.show_clause(clauses.find(str(item.data(_ID))) if item else None)

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(style.STEP, style.STEP, style.STEP, style.STEP)
        column.setSpacing(style.STEP)
        column.addWidget(self.search)
        column.addWidget(self.list)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(side)
        halves.addWidget(self.page)
        halves.setSizes([340, 620])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)


class ClausePage(QScrollArea):
    """One clause: id, chapter, the Kyrgyz text, its translation, our reading, the source. All can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clause: Clause | None = None
        self._id = _text(say="heading")
        self._chapter = _text(say="muted")
        self._panel = QFrame()
        self._ky = _text()
        self._translation = _text()
        self._reading_head = Label(Message("How we read it"), say="muted")
        self._reading = _text()
        self._source = _text(say="muted")
        self._lay_out()

    @property
    def labels(self) -> tuple[Label, ...]:
        """What the page says, from top to bottom."""
        said = (self._id, self._chapter, self._ky, self._translation, self._reading_head, self._reading)
        return (*said, self._source)

    def show_clause(self, clause: Clause | None) -> None:
        self._clause = clause
        self.translate()
        self.verticalScrollBar().setValue(0)

    def translate(self) -> None:
        language = catalogue.current()
        clause = self._clause
        self._id.set_words(_heading(clause) if clause else "")
        self._chapter.set_words(clause.chapter.into(language) if clause else Message("No clause has these words."))
        self._ky.set_words(clause.texts.ky if clause else "")
        self._translation.set_words(clause.texts.into(language) if clause and language != "ky" else "")
        self._reading.set_words("\n\n".join(reading.into(language) for reading in clause.readings) if clause else "")
        self._source.set_words(clause.source.into(language) if clause else "")
        self._panel.setVisible(clause is not None)
        self._translation.setVisible(bool(self._translation.text()))
        for label in (self._reading_head, self._reading):
            label.setVisible(bool(self._reading.text()))

    def _lay_out(self) -> None:
        self._panel.setProperty("panel", True)
        QVBoxLayout(self._panel).addWidget(self._ky)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(style.STEP * 3, style.STEP * 2, style.STEP * 3, style.STEP * 3)
        column.setSpacing(style.STEP)
        column.addWidget(self._id)
        column.addWidget(self._chapter)
        for part in (self._panel, self._translation, self._reading_head, self._reading, self._source):
            column.addSpacing(0 if part is self._reading else style.STEP)
            column.addWidget(part)
        column.addStretch()
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)


def _heading(clause: Clause) -> str:
    """As it is cited on the screens, and its id, by which the command line and files call it."""
    return f"{clause_names.named(clause.id)} ({clause.id})"


def _text(say: Say = "") -> Label:
    label = Label(say=say, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
