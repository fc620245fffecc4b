"""How does the secretary tick who is there and take the votes, by keys, while people talk?"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import member_paint, vote_keys
from ayil_desktop.meetings.choices import VOTE_NAMES
from ayil_desktop.meetings.member_paint import ROW, MemberPaint, Shown
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.keys import ENTER

_FORGET = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ELSEWHERE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

Index = QModelIndex | QPersistentModelIndex


class Members(QAbstractListModel):
    """The lines; a line that stays the same member keeps its place and the mark on it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Shown] = []

    def show_rows(self, rows: Sequence[Shown]) -> None:
        known = [row.line.person_id for row in self.rows]
        if known != [row.line.person_id for row in rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        changed = [number for number, pair in enumerate(zip(self.rows, rows, strict=True)) if pair[0] != pair[1]]
        self.rows = list(rows)
        for number in changed:
            self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.line.seat.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return labels.tooltip("\n".join((row.line.seat.name, *row.notes)))
        return None


def spoken(row: Shown) -> str:
    """A line as a screen reader says it."""
    there = Message("present") if row.line.is_present else Message("not present")
    vote = VOTE_NAMES[row.vote] if row.vote else (Message("not voted yet") if row.has_cells else "")
    return ", ".join(str(part) for part in (row.line.seat.name, there, *row.notes, vote) if str(part))


class MemberList(QListView):
    """Space ticks, a letter or digit votes, Enter goes to the next who votes, the menu key opens what is done seldom.

    `ticked` and `voted` give a person's id, `voted` also the vote (None: taken back); `menu_asked` the id and where.
    `taken_back` comes with Ctrl+Z while `can_take_back` says that votes are entered which are not recorded yet.
    """

    ticked = Signal(str)
    voted = Signal(str, object)
    menu_asked = Signal(str, QPoint)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.members = Members()
        self.can_take_back: Callable[[], bool] = bool
        self.may_change = True
        self.setModel(self.members)
        self.setItemDelegate(MemberPaint(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(style.ROW * 3)
        self.translate()

    def show_members(self, rows: Sequence[Shown]) -> None:
        """These lines; the first is the current one where none was."""
        before = [len(row.notes) for row in self.members.rows]
        self.members.show_rows(rows)
        if before != [len(row.notes) for row in rows]:
            self.scheduleDelayedItemsLayout()
        if not self.currentIndex().isValid() and rows:
            self.setCurrentIndex(self.members.index(0))

    @property
    def person_id(self) -> str:
        """Whose line is the current one; empty where there is none."""
        index = self.currentIndex()
        return self.members.rows[index.row()].line.person_id if index.isValid() else ""

    def go_to(self, person_id: str) -> None:
        """Make somebody's line the current one."""
        for number, row in enumerate(self.members.rows):
            if row.line.person_id == person_id:
                self.setCurrentIndex(self.members.index(number))

    def go_on(self, by: int = 1) -> None:
        """The next (or the one before) who votes now; who is absent or recused is passed over."""
        place = self.currentIndex().row() + by
        rows = self.members.rows
        while 0 <= place < len(rows) and not rows[place].has_cells:
            place += by
        if 0 <= place < len(rows):
            self.setCurrentIndex(self.members.index(place))

    def translate(self) -> None:
        self.setAccessibleName(str(Message("Members in the hall")))
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are votes here."""

    def event(self, event: QEvent) -> bool:
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        if event.type() == QEvent.Type.ShortcutOverride and is_undo and self.can_take_back():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self.can_take_back():
            self.taken_back.emit()
        elif event.modifiers() & _ELSEWHERE:
            event.ignore()
        elif not self._answers(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.setCurrentIndex(self.indexAt(event.pos()))
        self.ask_menu()

    def ask_menu(self) -> None:
        """The menu of the current line, below its name."""
        if self.person_id and self.may_change:
            place = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.person_id, self.viewport().mapToGlobal(place + QPoint(style.STEP * 3, 0)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self.may_change:
            self._press(self.members.rows[index.row()], event.position().toPoint())

    def _press(self, row: Shown, point: QPoint) -> None:
        rect = self.visualRect(self.currentIndex())
        if point.x() <= member_paint.tick_rect(rect).right() + style.STEP // 2:
            self.ticked.emit(row.line.person_id)
            return
        for vote, cell in member_paint.cells(rect).items() if row.has_cells else ():
            if cell.contains(point):
                self.voted.emit(row.line.person_id, None if row.vote is vote else vote)

    def _answers(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        if not self.person_id or not self.may_change:
            return False
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit(self.person_id)
        elif event.key() in ENTER:
            self.go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in _FORGET:
            self.voted.emit(self.person_id, None)
        elif (vote := vote_keys.vote_of(event.text())) is not None:
            self.voted.emit(self.person_id, vote)
        else:
            return False
        return True
