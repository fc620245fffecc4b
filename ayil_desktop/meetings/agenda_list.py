"""How does the secretary see the agenda during the session, and go from matter to matter?"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_rows import AgendaRow
from ayil_desktop.widgets import icons, labels, style

ROW = Qt.ItemDataRole.UserRole + 1
_PAD = style.STEP
_SIGN = style.ICON
_INDENT = style.STEP * 3
_MOST_LINES = 3

Index = QModelIndex | QPersistentModelIndex


class Matters(QAbstractListModel):
    """The rows of the agenda."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[AgendaRow] = ()

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.text}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.number} {row.text}: {row.state}"
        return labels.tooltip(row.text) if role == Qt.ItemDataRole.ToolTipRole else None


class MatterPaint(QStyledItemDelegate):
    """The sign, the number, the words on up to three lines, and below them the state in a word."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: AgendaRow = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else style.STEP * 24
        metrics = QFontMetrics(option.font)
        lines = len(wrapped(_words(row), option.font, _room(QRect(0, 0, width, 0), row).width()))
        return QSize(style.STEP * 12, (lines + 1) * metrics.lineSpacing() + _PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AgendaRow = index.data(ROW)
        rect, colours = option.rect, style.colours()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        room = _room(rect, row)
        line = QFontMetrics(option.font).lineSpacing()
        top = rect.top() + _PAD // 2
        sign = QRect(room.left() - _SIGN - _PAD // 2 - 2, top + (line - _SIGN) // 2, _SIGN, _SIGN)
        icons.paint(painter, sign, row.sign, row.ink)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.text))
        for words in wrapped(_words(row), option.font, room.width()):
            painter.drawText(room.left(), top + painter.fontMetrics().ascent(), words)
            top += line
        painter.setFont(style.smaller(option.font))
        painter.setPen(QColor(getattr(colours, row.ink)))
        elided = painter.fontMetrics().elidedText(str(row.state), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room.left(), top + painter.fontMetrics().ascent(), elided)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _words(row: AgendaRow) -> str:
    return f"{row.number} {row.text}" if row.key else f"{row.number}. {row.text}"


def _room(rect: QRect, row: AgendaRow) -> QRect:
    left = rect.left() + _PAD + _SIGN + _PAD // 2 + (_INDENT if row.key else 0)
    return QRect(left, rect.top(), max(rect.right() - _PAD // 2 - left, style.STEP * 4), rect.height())


def wrapped(words: str, font: QFont, width: int) -> list[str]:
    """The words on lines of this width; what does not fit into three of them is cut off with an ellipsis."""
    layout = QTextLayout(words.replace("\n", " "), font)
    layout.beginLayout()
    found: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == _MOST_LINES - 1:
            rest = words[start:].replace("\n", " ")
            found.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        found.append(words[start : start + line.textLength()].strip())
    layout.endLayout()
    return found or [""]


class AgendaList(QListView):
    """Up and Down go through the matters and the names below them. `chosen` gives the row."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.matters = Matters()
        self._telling = True
        self.setModel(self.matters)
        self.setItemDelegate(MatterPaint(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(style.ROW * 3)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._tell)
        self.translate()

    def show_rows(self, rows: Sequence[AgendaRow], item_id: str, key: tuple[str, str] | None) -> None:
        """These rows with one of them current; nothing is told of it."""
        self._telling = False
        if list(rows) != list(self.matters.rows):
            self.matters.show_rows(rows)
        for number, row in enumerate(rows):
            if (row.item_id, row.key) == (item_id, key):
                self.setCurrentIndex(self.matters.index(number))
        self._telling = True

    def go_on(self, by: int) -> None:
        """The row after or before."""
        place = self.currentIndex().row() + by
        if 0 <= place < self.matters.rowCount():
            self.setCurrentIndex(self.matters.index(place))

    def translate(self) -> None:
        self.setAccessibleName(str(Message("Agenda")))
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Letters are left to the panel."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tell(self, current: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.chosen.emit(self.matters.rows[current.row()])
