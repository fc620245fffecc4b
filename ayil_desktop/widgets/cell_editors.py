"""With what is a cell edited, and what happens to what was typed when a rule says no?"""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ayil_desktop.refused import Refused
from ayil_desktop.widgets import cell_paint, columns, labels, notice_bar
from ayil_desktop.widgets.columns import Choice, Editor
from ayil_desktop.widgets.date_line import DateLine
from ayil_desktop.widgets.keys import ENTER
from ayil_desktop.widgets.record_model import Index, RecordModel

CellEditor: TypeAlias = "QLineEdit | ChoiceCell"

_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ChoiceCell(QComboBox):
    """The choices of one cell; `decided` comes when the user picked one."""

    decided = Signal()

    def __init__(self, choices: list[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        for choice in choices:
            self.addItem(str(choice.title))
        self._by_list = False
        self.activated.connect(self._decide)

    def showPopup(self) -> None:
        self._by_list = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A letter that finds a choice in the closed list is not yet a decision.
        self._by_list = False
        super().keyPressEvent(event)

    def _decide(self) -> None:
        if self._by_list:
            self.decided.emit()

    @property
    def value(self) -> Any:
        return self._choices[self.currentIndex()].value if self.currentIndex() >= 0 else None

    def show_value(self, value: Any) -> None:
        places = (place for place, choice in enumerate(self._choices) if choice.value == value)
        self.setCurrentIndex(next(places, -1))


def typed(editor: QWidget) -> Any:
    """What stands in the editor: a text, or the value of a choice."""
    if isinstance(editor, ChoiceCell):
        return editor.value
    return editor.text() if isinstance(editor, QLineEdit) else None


class CellEditors(QStyledItemDelegate):
    """Opens the editor of a cell, reads it, and keeps it open with what was typed while the answer is no.

    `opened` knows the cell of each open editor, `refusals` the last answer where it was no; more than one is open only
    where earlier ones were refused.
    `refused` gives the editor and the Refused, `accepted` the editor; `moved` comes after a key that leaves a cell,
    with the lines and columns to go; `left` when that is over.
    """

    refused = Signal(QWidget, object)
    accepted = Signal(QWidget)
    moved = Signal(int, int)
    left = Signal()

    def __init__(self, parent: QObject, commit: Callable[[Index, Any], None]) -> None:
        super().__init__(parent)
        self._commit = commit
        self.opened: dict[QWidget, QPersistentModelIndex] = {}
        self.refusals: dict[QWidget, Refused] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = _model(index)
        column, row = model.shape[index.column()], model.rows.row_at(index.row())
        if row is None or column.editor is Editor.CHECK or model.wraps:
            super().paint(painter, option, index)
        else:
            cell_paint.paint(painter, option, column, row, model.ink(column, row))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = _model(index)
        column, row = model.shape[index.column()], model.rows.row_at(index.row())
        editor: CellEditor
        if column.editor is Editor.CHOICE and row is not None:
            editor = ChoiceCell(list(columns.choices(column, row)), parent)
            editor.decided.connect(self._decided)
        else:
            editor = DateLine(parent) if column.editor is Editor.DATE else QLineEdit(parent)
            if isinstance(editor, DateLine):
                editor.picked.connect(self._decided)
        editor.setProperty("cell", True)
        editor.setAccessibleName(str(column.title))
        self.opened[editor] = QPersistentModelIndex(index)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.opened.pop(editor, None)
        self.refusals.pop(editor, None)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Only once: the rows may be read again while somebody types."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        if isinstance(editor, ChoiceCell):
            row = _model(index).rows.row_at(index.row())
            editor.show_value(_model(index).shape[index.column()].value(row))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def put_back(self, editor: QWidget, words: Any, refused: Refused | None) -> None:
        """What was half typed before the rows were read again."""
        if isinstance(editor, ChoiceCell):
            editor.show_value(words)
        elif isinstance(editor, QLineEdit):
            editor.setText(words)
        if refused:
            self._refuse(editor, refused)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(editor, QLineEdit | ChoiceCell):
            return
        # Leaving the cell again must not ask the same question again.
        if editor in self.refusals and editor.property("asked") == _question(editor):
            return
        editor.setProperty("asked", _question(editor))
        try:
            self._commit(index, _value(editor, index))
        except Refused as refused:
            self._refuse(editor, refused)
        else:
            self._accept(editor)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        # A pixel over the lines of the grid on each side, as in Excel; a list covers its neighbours to be read whole.
        cell, above = option.rect.adjusted(-1, -1, 0, 0), editor.parentWidget()
        place = QRect(cell)
        if isinstance(editor, ChoiceCell) and above is not None:
            room = above.width()
            place.setWidth(max(cell.width(), min(editor.sizeHint().width(), room)))
            place.moveRight(min(place.right(), max(room - 1, cell.right())))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if editor not in self.opened:
            # Closed already, and only waiting to be deleted.
            return False
        if event.type() == QEvent.Type.FocusOut and notice_bar.has_focus():
            # What is asked there may be about the text in this cell.
            return False
        if isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit | ChoiceCell):
            move = self._move(editor, event)
            if move is not None:
                # The override keeps Tab and Enter from the shortcuts of the window.
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.leave(editor, *move)
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                # With Ctrl it changes the tab of the window; Qt would commit the cell a moment later.
                return False
        return super().eventFilter(editor, event)

    def leave(self, editor: QWidget, lines: int, across: int) -> None:
        """Take what was typed, close, and go on; with a no the editor stays as it is."""
        if editor not in self.opened:
            return
        editor.setProperty("asked", None)
        self.commitData.emit(editor)
        if editor not in self.refusals:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.moved.emit(lines, across)
        self.left.emit()

    def _refuse(self, editor: QWidget, refused: Refused) -> None:
        self.refusals[editor] = refused
        labels.set_look(editor, "refused", True)
        self.refused.emit(editor, refused)

    def _accept(self, editor: QWidget) -> None:
        self.refusals.pop(editor, None)
        labels.set_look(editor, "refused", False)
        self.accepted.emit(editor)

    def _move(self, editor: CellEditor, event: QKeyEvent) -> tuple[int, int] | None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or key not in _MOVES:
            return None
        if isinstance(editor, ChoiceCell) and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return None
        lines, across = _MOVES[key]
        if key in ENTER:
            return (-lines, across) if modifiers & Qt.KeyboardModifier.ShiftModifier else (lines, across)
        is_plain = not modifiers or (key == Qt.Key.Key_Backtab and modifiers == Qt.KeyboardModifier.ShiftModifier)
        return (lines, across) if is_plain else None

    def _decided(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.leave(editor, 0, 0)


def _question(editor: CellEditor) -> str:
    return str(typed(editor))


def _value(editor: CellEditor, index: Index) -> Any:
    return editor.value if isinstance(editor, ChoiceCell) else _model(index).read(index, editor.text())


def _model(index: Index) -> RecordModel[Any]:
    model = index.model()
    if not isinstance(model, RecordModel):
        raise TypeError(f"not a table of records: {model!r}")
    return model
