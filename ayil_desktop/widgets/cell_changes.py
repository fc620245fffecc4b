"""What becomes of the marked cells of a table at Delete, Ctrl+X and Ctrl+V?"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QMetaMethod, QMimeData, QModelIndex, QObject, SignalInstance
from PySide6.QtGui import QGuiApplication

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import cell_block, notice, own_cells
from ayil_desktop.widgets.cell_block import Cell
from ayil_desktop.widgets.clipboard import Block
from ayil_desktop.widgets.record_grid import Grid


class _Table(Protocol):
    """Whoever shows the cells, and is asked about whole rows."""

    @property
    def delete_asked(self) -> SignalInstance: ...

    @property
    def pasted(self) -> SignalInstance: ...

    def marked(self) -> Sequence[Any]: ...

    def isSignalConnected(self, signal: QMetaMethod) -> bool: ...


class CellChanges(QObject):
    """What stands in the cells is changed here, as one step; rows are the business of the screen."""

    def __init__(self, table: _Table, grid: Grid, change: Callable[[Message, Sequence[Cell]], None]) -> None:
        """`change` gives the cells their values as a step of that name."""
        super().__init__(grid)
        self._table, self._grid, self._change = table, grid, change

    def delete(self) -> None:
        """Cells are emptied; rows, and cells in which nothing can be entered, are a question for the screen."""
        cells = cell_block.marked(self._grid)
        if cell_block.are_lines(self._grid, cells) or not any(cell_block.may_change(one) for one in cells):
            if self._table.marked():
                self._table.delete_asked.emit(self._table.marked())
        else:
            self._change_to(EMPTY_CELLS, lambda: cell_block.emptied(self._grid, cells))

    def cut(self) -> None:
        """What was copied goes: rows where whole rows are marked, otherwise what stands in the cells."""
        cells = cell_block.marked(self._grid)
        if cell_block.are_lines(self._grid, cells) and self._is_heard(self._table.delete_asked):
            self._table.delete_asked.emit(self._table.marked())
        elif cells and all(cell_block.may_change(one) for one in cells):
            self._change_to(CUT_CELLS, lambda: cell_block.emptied(self._grid, cells))
        else:
            notice.info(NOT_CUT)

    def paste(self, block: Block) -> None:
        """For the screen, which makes rows of it; its own cells, and what no screen takes, go into the cells, from the
        marked ones on."""
        cells, is_one = cell_block.marked(self._grid), len(block) == len(block[0]) == 1
        fits_in = bool(cells) and all(cell_block.may_change(one) for one in cells)
        goes_in = fits_in and (is_one or self._is_own(cells))
        if self._is_heard(self._table.pasted) and not goes_in:
            self._table.pasted.emit(block)
        elif not any(column.set_value is not None for column in self._grid.records.shape):
            notice.info(ONLY_SHOWS)
        elif not cells or (is_one and not fits_in):
            notice.info(cell_block.CLOSED)
        else:
            self._change_to(FILL_CELLS, lambda: cell_block.filled(self._grid, cells, block))

    def _change_to(self, title: Message, wanted: Callable[[], Sequence[Cell]]) -> None:
        try:
            changes = wanted()
        except cell_block.RefusedAt as no:
            self._grid.say_no(no.index, no.refused)
        else:
            self._change(title, changes)

    def _is_own(self, cells: Sequence[QModelIndex]) -> bool:
        # None where another program holds the clipboard.
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        return own_cells.fit(mime, self._grid.records, cell_block.across(self._grid, cells[0]))

    def _is_heard(self, signal: SignalInstance) -> bool:
        return self._table.isSignalConnected(QMetaMethod.fromSignal(signal))


EMPTY_CELLS, CUT_CELLS, FILL_CELLS = Message("Empty cells"), Message("Cut cells"), Message("Paste into cells")
NOT_CUT = Message("This cannot be cut: it only shows what was entered elsewhere. It was copied.")
ONLY_SHOWS = Message("Nothing can be pasted into this table: it only shows what was entered elsewhere.")
