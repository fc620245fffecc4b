"""The table that is used everywhere: how do rows of plain Python objects behave as in Excel?

It knows nothing of where rows come from. `Column.set_value` runs an action; when the action has changed something, the
screen reads the rows again and gives them to `set_rows`, which keeps the current cell, the scrolling and whatever is
half typed.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Generic

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import beginning, cell_block, notice, record_place, refusal, style
from ayil_desktop.widgets.cell_block import Cell, RefusedAt
from ayil_desktop.widgets.cell_changes import CellChanges
from ayil_desktop.widgets.column_widths import ColumnWidths
from ayil_desktop.widgets.columns import Column, Row
from ayil_desktop.widgets.empty_state import EmptyState, FirstStep
from ayil_desktop.widgets.filter_line import FilterLine
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.record_grid import Grid
from ayil_desktop.widgets.record_model import Index, RecordModel
from ayil_desktop.widgets.record_rows import Rows, identity
from ayil_desktop.widgets.row_heights import RowHeights
from ayil_desktop.widgets.table_menu import TableMenu

_SLICE = 4  # milliseconds of preparation between two events of the window


class RecordTable(QWidget, Generic[Row]):
    """Rows in columns, with a filter line above and a sentence where there are none.

    `key` is the place in the memory ("commission/members"), `name` what a screen reader calls it. `section` puts rows
    that follow each other under headings; `tip` is the tooltip of a row and `ink` its colour. With `whole_rows` lines
    are marked, not cells. `lines` is how many lines of text a row shows while there are many; the filter of an
    `is_narrow` table is as wide as it.

    Signals: `current_changed` (row or None; again when it was read again), `activated` (row: a double click or Enter
    where nothing is edited, Ctrl+Enter elsewhere), `pasted` (block of texts), `moved` (row, its new place) by Alt+Up
    and Alt+Down or by dragging its number, `delete_asked` (marked rows), `clause_asked` (id).
    """

    current_changed = Signal(object)
    activated = Signal(object)
    pasted = Signal(list)
    moved = Signal(object, int)
    delete_asked = Signal(list)
    clause_asked = Signal(str)
    _dragged = Signal(int, int)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: str,
        name: Words,
        empty: Words = "",
        first_step: FirstStep | None = None,
        section: Callable[[Row], Words] | None = None,
        tip: Callable[[Row], Words] | None = None,
        ink: Callable[[Row], str] | None = None,
        reorderable: bool = False,
        filters: bool = True,
        is_narrow: bool = False,
        whole_rows: bool = False,
        lines: int = 1,
    ) -> None:
        super().__init__()
        self._name = name
        self._empty = (empty, first_step)
        self._reorderable = reorderable
        self._rows: Rows[Row] = Rows(columns, section=section)
        self._model = RecordModel(columns, self._rows, tip=tip, ink=ink, tick=self._tick, wraps=lines > 1)
        self.grid = Grid(self._model, self._enter, whole_rows=whole_rows)
        self.filter_line = FilterLine()
        self.menu = TableMenu(self.grid, self._sort_current)
        self._state = EmptyState(self.grid.viewport())
        self._changes = CellChanges(self, self.grid, self._change_together)
        self._widths = ColumnWidths(self.grid, columns, key)
        self._heights = RowHeights(self.grid, self._model) if lines > 1 else None
        self._committing = False
        self._waiting: Sequence[Row] | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._idle = QTimer(self, interval=0)
        self._preparation: Iterator[None] = iter(())
        self._lay_out(filters, is_narrow, lines)
        self._connect()
        self._rearrange(lambda: None)
        self.translate()

    # What is shown

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows. While a cell is being committed they wait until it is closed."""
        if self._committing:
            self._waiting = rows
            return
        if self._are_the_same(rows):
            self._rows.replace(rows, keep_order=True)
            self._model.dataChanged.emit(self._model.index(0, 0), self._last())
            self.current_changed.emit(self.current())
        else:
            self._rearrange(lambda: self._rows.replace(rows))
        self._preparation = self._rows.warm()
        self._idle.start()

    def rows(self) -> list[Row]:
        """All rows, shown or not, in the order in which they came."""
        return list(self._rows.every)

    def shown(self) -> list[Row]:
        """The rows as they stand on the screen."""
        return self._rows.shown()

    def sort_by(self, key: str | None, *, descending: bool = False) -> None:
        """By the column with this key; None puts the rows back into the order in which they came."""
        self._rearrange(lambda: self._rows.sort(key, descending=descending))
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.grid.horizontalHeader().setSortIndicator(-1 if key is None else self._column(key), order)

    def set_empty(self, empty: Words, first_step: FirstStep | None = None) -> None:
        """What is said while there are no rows, and the button for the first one."""
        self._empty = (empty, first_step)
        self._say_empty()

    # Where the user is

    def current(self) -> Row | None:
        """The row of the current cell."""
        index = self.grid.currentIndex()
        return self._rows.row_at(index.row()) if index.isValid() else None

    def current_column(self) -> str:
        """The key of the column of the current cell; empty where there is none."""
        index = self.grid.currentIndex()
        return self._model.shape[index.column()].key if index.isValid() else ""

    def marked(self) -> list[Row]:
        """The rows in which something is marked, from the top."""
        lines = sorted({index.row() for index in self.grid.selectedIndexes()})
        return [row for line in lines if (row := self._rows.row_at(line)) is not None]

    def go_to(self, wanted: Hashable, column: str = "") -> bool:
        """Make the row with this id the current one; False where it is not shown."""
        line = self._rows.line_of(wanted)
        if line is not None:
            self.grid.select_line(line, self._column(column) if column else max(self.grid.currentIndex().column(), 0))
        return line is not None

    def edit(self, wanted: Hashable, column: str) -> QWidget | None:
        """Open a cell as F2 does; None where the row is not shown or the cell cannot be edited."""
        return self.grid.open_editor(self.grid.currentIndex()) if self.go_to(wanted, column) else None

    def cut(self) -> None:
        self.grid.cut()

    def copy(self) -> None:
        self.grid.copy()

    def paste(self) -> None:
        self.grid.paste()

    def translate(self) -> None:
        self.setAccessibleName(str(self._name))
        self.grid.setAccessibleName(str(self._name))
        self._widths.translate()
        self._rearrange(lambda: self._rows.replace(self._rows.every, keep_order=True))

    # What the user does

    def _enter(self, index: Index, value: Any) -> None:
        """Commit a cell. Rows that are read again meanwhile wait: the editor still stands on the old ones.

        Where the disk stands in the way nothing was kept: what was typed stays, as after a no."""
        before = notice.board().troubles
        self._committing = True
        try:
            self._model.enter(index, value)
        finally:
            self._committing = False
        if notice.board().troubles != before:
            raise Refused(refusal.NOT_KEPT)

    def _tick(self, index: Index, ticked: bool | None) -> None:
        self._commit_without_editor(index, ticked)

    def _commit_without_editor(self, index: Index, value: Any) -> None:
        self.grid.unsay()
        try:
            self._enter(index, value)
        except Refused as refused:
            self.grid.say_no(index, refused)
        self._settle()

    def _settle(self) -> None:
        """Show the rows that waited: at once, or, where Qt still holds cells that will be gone, a moment later."""
        if self._waiting is not None and self._are_the_same(self._waiting):
            self._show_waiting()
        elif self._waiting is not None:
            self._later.start()

    def _show_waiting(self) -> None:
        rows, self._waiting = self._waiting, None
        if rows is not None:
            self.set_rows(rows)

    def _change_together(self, title: Message, cells: Sequence[Cell]) -> None:
        """One step for all; a no is said at its cell, and leaves the others as they were."""
        if len(cells) == 1:
            self._commit_without_editor(*cells[0])
            return
        self.grid.unsay()
        self._committing = True
        try:
            cell_block.change(self, title, cells, self._model.enter)
        except RefusedAt as no:
            self.grid.say_no(no.index, no.refused)
        finally:
            self._committing = False
        self._settle()

    def _move(self, by: int) -> None:
        row = self.current()
        place = self._rows.lines[self.grid.currentIndex().row()] + by if row is not None else -1
        if 0 <= place < len(self._rows.every):
            self.moved.emit(row, place)

    def _drag(self, line: int, before: int, after: int) -> None:
        """The number of a row was dragged: put it back, and tell where it shall stand; the store decides."""
        head = self.grid.verticalHeader()
        if head.visualIndex(line) != line:
            head.moveSection(after, before)
            self._dragged.emit(line, after)

    def _tell_dragged(self, line: int, after: int) -> None:
        self.moved.emit(self._rows.row_at(line), after)

    def _click_head(self, place: int) -> None:
        """Up, down, and the third time as the rows came."""
        key = self._model.shape[place].key
        if self._rows.sorted_by != key:
            self.sort_by(key)
        elif not self._rows.descending:
            self.sort_by(key, descending=True)
        else:
            self.sort_by(None)

    def _sort_current(self, descending: bool | None) -> None:
        self.sort_by(None if descending is None else self.current_column() or None, descending=bool(descending))

    def _filter(self, text: str) -> None:
        self._rearrange(lambda: self._rows.filter(text))

    def _activate(self, line: int) -> None:
        self.activated.emit(self._rows.row_at(line))

    def _tell_current(self, current: QModelIndex) -> None:
        self.grid.unsay_closed()
        self.current_changed.emit(self._rows.row_at(current.row()) if current.isValid() else None)

    # How the screen follows

    def _are_the_same(self, rows: Sequence[Row]) -> bool:
        same = [identity(row) for row in self._rows.every] == [identity(row) for row in rows]
        return same and bool(self._rows.lines) and not self._rows.headings

    def _rearrange(self, change: Callable[[], None]) -> None:
        """Change what is shown, and leave the user where she was."""
        place = record_place.of(self.grid, self._rows)
        self.grid.unsay()
        self._model.beginResetModel()
        change()
        self._model.endResetModel()
        self._span_headings()
        if self._heights is not None:
            self._heights.fit()
        self.grid.is_reorderable = self._reorderable and not (self._rows.sorted_by or self._rows.is_filtered)
        self.grid.verticalHeader().setSectionsMovable(self.grid.is_reorderable and not self._rows.headings)
        record_place.go_back(self.grid, self._rows, place)
        if self.current() is None:
            self.current_changed.emit(None)
        self._say_empty()

    def _span_headings(self) -> None:
        if self.grid.has_spans:
            self.grid.clearSpans()
        self.grid.has_spans = bool(self._rows.headings)
        for line, place in enumerate(self._rows.lines if self._rows.headings else ()):
            if place < 0:
                self.grid.setSpan(line, 0, 1, len(self._model.shape))

    def _say_empty(self) -> None:
        shown, every = len(self._rows.lines) - len(self._rows.headings), len(self._rows.every)
        self.filter_line.show_found(shown, every)
        if shown:
            self._state.hide()
        elif every:
            self._state.say(
                Message("Nothing fits the filter."), (Message("Clear the filter"), self.filter_line.line.clear)
            )
        else:
            self._state.say(*self._empty)

    def _prepare(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while clock.elapsed() < _SLICE:
            if next(self._preparation, self) is self:
                self._idle.stop()
                return

    def _column(self, key: str) -> int:
        return next(place for place, column in enumerate(self._model.shape) if column.key == key)

    def _last(self) -> QModelIndex:
        return self._model.index(len(self._rows.lines) - 1, len(self._model.shape) - 1)

    def _lay_out(self, filters: bool, is_narrow: bool, lines: int) -> None:
        numbers = self.grid.verticalHeader()
        numbers.setVisible(self._reorderable)
        height = style.ROW + (lines - 1) * self.fontMetrics().lineSpacing()
        numbers.setDefaultSectionSize(height)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.filter_line, 0, Qt.AlignmentFlag(0) if is_narrow else Qt.AlignmentFlag.AlignRight)
        stack.addWidget(self.grid, 1)
        self.filter_line.setVisible(filters)
        beginning.begin_at(self, self.grid)

    def _connect(self) -> None:
        grid, head = self.grid, self.grid.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self._click_head)
        grid.verticalHeader().sectionMoved.connect(self._drag)
        self._dragged.connect(self._tell_dragged, Qt.ConnectionType.QueuedConnection)
        grid.selectionModel().currentChanged.connect(self._tell_current)
        grid.activated_line.connect(self._activate)
        grid.deleted.connect(self._changes.delete)
        grid.cut_out.connect(self._changes.cut)
        grid.pasted.connect(self._changes.paste)
        grid.reordered.connect(self._move)
        grid.clause_asked.connect(self.clause_asked)
        grid.settled.connect(self._settle)
        grid.editors.left.connect(self._show_waiting)
        grid.left_upwards.connect(self.filter_line.setFocus)
        self.filter_line.changed.connect(self._filter)
        self.filter_line.left_downwards.connect(grid.setFocus)
        self._later.timeout.connect(self._show_waiting)
        self._idle.timeout.connect(self._prepare)
