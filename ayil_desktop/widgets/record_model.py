"""What does Qt's table see of the rows: texts, ticks, colours, headings?"""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from ayil_desktop.widgets import columns, icons, labels, style
from ayil_desktop.widgets.columns import Column, Editor, Row
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.record_rows import Rows

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}
_NOWHERE = QModelIndex()
# To join two flags of Qt takes longer in Python than all else that is asked of a cell.
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TICKED = _SHOWN | Qt.ItemFlag.ItemIsUserCheckable
_EDITED = _SHOWN | Qt.ItemFlag.ItemIsEditable


class RecordModel(QAbstractTableModel, Generic[Row]):
    """Rows and columns as Qt asks for them. Changing a value goes through `enter`, which may raise Refused.

    `wraps` says that cells show more than one line of text.
    """

    def __init__(
        self,
        shape: Sequence[Column[Row]],
        rows: Rows[Row],
        *,
        tip: Callable[[Row], Words] | None,
        ink: Callable[[Row], str] | None,
        tick: Callable[[Index, bool], object],
        wraps: bool,
    ) -> None:
        super().__init__()
        self.shape = tuple(shape)
        self.rows = rows
        self.wraps = wraps
        self._tip = tip
        self._row_ink = ink
        self._tick = tick
        self._answers: dict[int, Callable[[Column[Row], Row], Any]] = {
            _Role.DisplayRole: columns.shown,
            _Role.EditRole: columns.shown,
            _Role.AccessibleTextRole: columns.spoken,
            _Role.CheckStateRole: _ticked,
            _Role.TextAlignmentRole: _aligned,
            _Role.DecorationRole: self._signed,
            _Role.ForegroundRole: self._coloured,
            _Role.ToolTipRole: self._tipped,
        }

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shape)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows.row_at(index.row()) if index.isValid() else None
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        column = self.shape[index.column()]
        if not columns.is_editable(column, row):
            return _SHOWN
        return _TICKED if column.editor is Editor.CHECK else _EDITED

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows.row_at(index.row())
        if row is None:
            return self._heading(index, role)
        answer = self._answers.get(role)
        return answer(self.shape[index.column()], row) if answer else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Qt asks only for ticks this way; typed values come through `enter`."""
        if role != _Role.CheckStateRole:
            return False
        self._tick(index, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._line_head(section, role)
        if role == _Role.DisplayRole:
            return str(self.shape[section].title)
        if role == _Role.ToolTipRole:
            return labels.tooltip(self.shape[section].title)
        return int(_ALIGNMENTS["left"]) if role == _Role.TextAlignmentRole else None

    def ink(self, column: Column[Row], row: Row) -> str:
        """The colour of a cell by its name: its own, or that of its row; empty for the usual one."""
        own = column.ink(row) if column.ink else ""
        return own or (self._row_ink(row) if self._row_ink else "")

    def enter(self, index: Index, value: Any) -> None:
        """Give the cell a new value; Refused where a rule says no. The same value again is nothing."""
        row, column = self.rows.row_at(index.row()), self.shape[index.column()]
        if row is None or column.set_value is None:
            return
        if value != column.value(row):
            column.set_value(row, value)

    def read(self, index: Index, text: str) -> Any:
        """The value that a text stands for in this cell; Refused where it stands for none."""
        row = self.rows.row_at(index.row())
        return None if row is None else columns.read(self.shape[index.column()], row, text)

    def text(self, line: int, place: int) -> str:
        """A cell as it is copied; a tick in words, a heading in its first cell."""
        row = self.rows.row_at(line)
        if row is None:
            return str(self.rows.heading_at(line)) if place == 0 else ""
        return columns.spoken(self.shape[place], row)

    def _heading(self, index: Index, role: int) -> Any:
        if role == _Role.DisplayRole and index.column() == 0:
            return str(self.rows.heading_at(index.row()))
        if role == _Role.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return QColor(style.colours().text) if role == _Role.ForegroundRole else None

    def _line_head(self, line: int, role: int) -> Any:
        if role == _Role.DisplayRole and self.rows.row_at(line) is not None:
            return str(self.rows.lines[line] + 1)
        return int(_ALIGNMENTS["centre"]) if role == _Role.TextAlignmentRole else None

    def _signed(self, column: Column[Row], row: Row) -> Any:
        name = column.sign(row) if column.sign else ""
        return icons.icon(name, self.ink(column, row) or "muted") if name else None

    def _coloured(self, column: Column[Row], row: Row) -> Any:
        ink = self.ink(column, row)
        return QColor(getattr(style.colours(), ink)) if ink else None

    def _tipped(self, column: Column[Row], row: Row) -> str:
        return labels.tooltip(self._tip(row) if self._tip else columns.shown(column, row))


def _ticked(column: Column[Row], row: Row) -> Qt.CheckState | None:
    if column.editor is not Editor.CHECK:
        return None
    value = column.value(row)
    if value is None:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked


def _aligned(column: Column[Row], row: Row) -> int:
    return int(_ALIGNMENTS[column.align])
