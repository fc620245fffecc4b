"""How does a table answer to keys and mouse, as Excel does?"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QTableView, QWidget

from ayil_desktop.refused import Refused
from ayil_desktop.widgets import clipboard, kyrgyz_input, own_cells, repairing, style
from ayil_desktop.widgets.cell_editors import CellEditors, ChoiceCell
from ayil_desktop.widgets.keys import ENTER
from ayil_desktop.widgets.record_model import Index, RecordModel
from ayil_desktop.widgets.refusal import RefusalNote

_Key = Qt.Key
_NOTE = 320  # width of a refusal at a cell, in logical pixels
_Standard = QKeySequence.StandardKey
_OWN_SHORTCUTS = (_Standard.Cut, _Standard.Copy, _Standard.Paste, _Standard.SelectAll)


class Grid(QTableView):
    """The cells. It edits, moves, copies and pastes; what the rows mean is the business of the table around it."""

    activated_line = Signal(int)
    deleted = Signal()
    cut_out = Signal()
    pasted = Signal(list)
    reordered = Signal(int)
    left_upwards = Signal()
    settled = Signal()

    def __init__(self, model: RecordModel[Any], commit: Callable[[Index, Any], None], *, whole_rows: bool) -> None:
        super().__init__()
        self.records = model
        self.is_reorderable = False
        self.has_spans = False
        self._commit = commit
        self.editors = CellEditors(self, commit)
        self._note = RefusalNote(self.viewport(), floats=True)
        self._note_at = QPersistentModelIndex()
        self.clause_asked = self._note.clause_asked
        self.setModel(model)
        self.setItemDelegate(self.editors)
        self.editors.refused.connect(self._say_no_at)
        self.editors.accepted.connect(self._unsay_at)
        self.editors.moved.connect(self.go)
        self._settle(whole_rows)

    def go(self, lines: int, across: int) -> None:
        """To the next cell that is no heading; across the end of a line to the next one."""
        if across:
            target = self._beside(self.currentIndex(), across)
        else:
            target = self._below(self.currentIndex(), lines) if lines else self.currentIndex()
        self.setFocus()
        if target.isValid():
            self.setCurrentIndex(target)

    def open_editor(self, index: QModelIndex) -> QWidget | None:
        """Edit a cell with the cursor behind its text; None where it cannot be edited."""
        if self.indexWidget(index) is None and self._is_editable(index):
            # Qt opens no second cell while one is being edited; refused ones stay open.
            self.setState(QAbstractItemView.State.NoState)
            self.edit(index)
        editor = self.indexWidget(index)
        if isinstance(editor, QLineEdit):
            editor.end(False)
        elif isinstance(editor, ChoiceCell):
            editor.showPopup()
        return editor

    def finish(self) -> bool:
        """Take what was typed in open cells; False where the answer was no."""
        for editor in list(self.editors.opened):
            self.editors.leave(editor, 0, 0)
        # Rows that were read again in between have opened what was half typed in new editors.
        for editor in set(self.editors.opened) - set(self.editors.refusals):
            self.editors.leave(editor, 0, 0)
        return not self.editors.opened

    def say_no(self, index: Index, refused: Refused) -> None:
        """Say it under the cell; where the table ends, above it."""
        cell, room = self.visualRect(index), self.viewport().rect()
        self._note_at = QPersistentModelIndex(index)
        self._note.show_refusal(refused)
        self._note.setFixedWidth(min(max(cell.width(), _NOTE), room.width()))
        self._note.setFixedHeight(self._note.heightForWidth(self._note.width()))
        fits = cell.bottom() + self._note.height() <= room.bottom()
        left = max(0, min(cell.left(), room.width() - self._note.width()))
        self._note.move(left, cell.bottom() + 2 if fits else cell.top() - self._note.height())
        self._note.raise_()

    def unsay(self, index: Index | None = None) -> None:
        """Take back what was said at this cell, or at whichever."""
        if index is None or self._note_at == index:
            self._note_at = QPersistentModelIndex()
            self._note.clear()

    def unsay_closed(self) -> None:
        """What was said at a cell that is not open: it was about a tick or a paste, and the user has gone on."""
        if self._note_at not in self.editors.opened.values():
            self.unsay()

    @property
    def refusal(self) -> str:
        """What is said at a cell now; empty when nothing is."""
        return self._note.text

    def copy(self) -> None:
        """The marked block, for Excel, Word and a plain editor."""
        block = self.marked()
        if not block:
            return
        mime = QMimeData()
        mime.setText(clipboard.as_text(block))
        mime.setHtml(clipboard.as_html(block))
        own_cells.mark(mime, self.records, *self._marked_places())
        QGuiApplication.clipboard().setMimeData(mime)

    def cut(self) -> None:
        """Copy the marked block; the table around it empties the cells."""
        if self.selectedIndexes():
            self.copy()
            self.cut_out.emit()

    def marked(self) -> clipboard.Block:
        """The texts of the marked cells in the order of the screen; what lies unmarked between them is empty."""
        lines, places = self._marked_places()
        marked = {(index.row(), index.column()) for index in self.selectedIndexes()}
        return [
            [self.records.text(line, place) if (line, place) in marked else "" for place in places] for line in lines
        ]

    def _marked_places(self) -> tuple[list[int], list[int]]:
        """The lines and, as they stand on the screen, the columns in which something is marked."""
        indexes = self.selectedIndexes()
        places = sorted({index.column() for index in indexes}, key=self.horizontalHeader().visualIndex)
        return sorted({index.row() for index in indexes}), places

    def paste(self) -> None:
        """One value into the current cell where it can be edited; everything else is told as a block by `pasted`."""
        # None where another program holds the clipboard.
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        block = clipboard.block(mime.html() if mime.hasHtml() else "", mime.text()) if mime is not None else []
        if block:
            repairing.paste_block(block, self._take)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A refused editor stays, with what was typed, until it is right or Esc gives it up."""
        gives_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if gives_up or editor not in self.editors.refusals:
            self._unsay_at(editor)
            super().closeEditor(editor, hint)
        else:
            # Otherwise no other cell could be opened before this one is right.
            self.setState(QAbstractItemView.State.NoState)
        self.settled.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answers(event):
            self._type(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        editor = self.indexWidget(index)
        if isinstance(editor, ChoiceCell):
            editor.showPopup()
        if index.isValid() and not self._is_editable(index) and self.records.rows.row_at(index.row()) is not None:
            self.activated_line.emit(index.row())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """From nowhere to the first row. Qt takes the first line, and where that is a heading stays nowhere."""
        if self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        first = self.records.index(0, self.horizontalHeader().logicalIndex(0))
        return first if first.flags() & Qt.ItemFlag.ItemIsEnabled else self._below(first, 1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks through the cells of a table that can be edited and leaves it behind the last one."""
        target = self._beside(self.currentIndex(), 1 if forward else -1)
        if target.isValid() and self._is_edited_here():
            self.setCurrentIndex(target)
            return True
        return QWidget.focusNextPrevChild(self, forward)

    def _answers(self, event: QKeyEvent) -> bool:
        """Whether the key was one of ours."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(_Standard.Cut):
            self.cut()
        elif event.matches(_Standard.Copy):
            self.copy()
        elif event.matches(_Standard.Paste):
            self.paste()
        elif key in ENTER:
            self._enter(modifiers)
        elif key == _Key.Key_F2:
            self.open_editor(self.currentIndex())
        elif key == _Key.Key_Delete:
            self.deleted.emit()
        else:
            return self._leaves_or_reorders(event, modifiers)
        return True

    def _leaves_or_reorders(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        key = event.key()
        up_or_down = {_Key.Key_Up: -1, _Key.Key_Down: 1}.get(_Key(key))
        if up_or_down and modifiers == Qt.KeyboardModifier.AltModifier and self.is_reorderable:
            self.reordered.emit(up_or_down)
        elif key == _Key.Key_Up and not modifiers and not self._below(self.currentIndex(), -1).isValid():
            self.left_upwards.emit()
        elif key == _Key.Key_F6:
            QWidget.focusNextPrevChild(self, not modifiers & Qt.KeyboardModifier.ShiftModifier)
        else:
            return False
        return True

    def _type(self, event: QKeyEvent) -> None:
        """A letter opens the cell and replaces what is in it; Ң Ө Ү by Alt as well."""
        letter = kyrgyz_input.letter_of(event)
        if letter is None:
            super().keyPressEvent(event)
            return
        editor = self.open_editor(self.currentIndex())
        if isinstance(editor, QLineEdit):
            editor.selectAll()
            editor.insert(letter)

    def _enter(self, modifiers: Qt.KeyboardModifier) -> None:
        if self._is_edited_here() and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self.go(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif self.currentIndex().isValid():
            self.activated_line.emit(self.currentIndex().row())

    def _is_own(self, event: QKeyEvent) -> bool:
        alt_arrow = event.key() in (_Key.Key_Up, _Key.Key_Down) and event.modifiers() == Qt.KeyboardModifier.AltModifier
        return (
            any(event.matches(shortcut) for shortcut in _OWN_SHORTCUTS)
            or event.key() in (_Key.Key_Delete, _Key.Key_F2, _Key.Key_F6, *ENTER)
            or (alt_arrow and self.is_reorderable)
            or kyrgyz_input.letter_of(event) is not None
        )

    def _take(self, block: clipboard.Block) -> None:
        index = self.currentIndex()
        is_one = len(block) == len(block[0]) == 1 and len(self.selectedIndexes()) < 2
        if is_one and self._is_editable(index):
            self._paste_into(index, block[0][0])
        else:
            self.pasted.emit(block)

    def _paste_into(self, index: QModelIndex, text: str) -> None:
        try:
            self._commit(index, self.records.read(index, text))
        except Refused as refused:
            editor = self.open_editor(index)
            if editor:
                self.editors.put_back(editor, text, refused)
        self.settled.emit()

    def _say_no_at(self, editor: QWidget, refused: Refused) -> None:
        self.say_no(self.editors.opened[editor], refused)

    def _unsay_at(self, editor: QWidget) -> None:
        if editor in self.editors.opened:
            self.unsay(self.editors.opened[editor])

    def _is_editable(self, index: QModelIndex) -> bool:
        return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    def _is_edited_here(self) -> bool:
        return any(column.set_value is not None for column in self.records.shape)

    def _below(self, index: QModelIndex, lines: int) -> QModelIndex:
        target = index.siblingAtRow(index.row() + lines)
        while target.isValid() and not target.flags() & Qt.ItemFlag.ItemIsEnabled:
            target = target.siblingAtRow(target.row() + (1 if lines > 0 else -1))
        return target

    def _beside(self, index: QModelIndex, across: int) -> QModelIndex:
        """The next cell in reading order, as the columns stand on the screen."""
        header = self.horizontalHeader()
        place = header.visualIndex(index.column()) + across
        line = index
        if not 0 <= place < header.count():
            line = self._below(index, across)
            place = 0 if across > 0 else header.count() - 1
        return line.siblingAtColumn(header.logicalIndex(place)) if line.isValid() else QModelIndex()

    def _settle(self, whole_rows: bool) -> None:
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectRows if whole_rows else behaviour.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setDefaultSectionSize(style.ROW)
        self.verticalHeader().setMinimumSectionSize(style.ROW)
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(style.STEP * 4)

    def select_line(self, line: int, place: int) -> None:
        """Make a cell the current one and the only marked one."""
        index = self.records.index(line, place)
        selection = self.selectionModel()
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows:
            self.selectRow(line)
        self.scrollTo(index)
