"""Which cells does somebody mean who marks several of them, and how are they changed as one step?"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import refusal
from ayil_desktop.widgets.clipboard import Block
from ayil_desktop.widgets.record_grid import Grid
from ayil_desktop.widgets.tab import Tab

_CHANGED = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable

Cell = tuple[QModelIndex, Any]
"""A cell and the value that it shall have."""


class RefusedAt(Exception):
    """A rule said no at this cell."""

    def __init__(self, index: QModelIndex, refused: Refused) -> None:
        super().__init__(refused)
        self.index, self.refused = index, refused


def marked(grid: Grid) -> list[QModelIndex]:
    """The marked cells of the rows, from the top, as the columns stand on the screen."""
    head, rows = grid.horizontalHeader(), grid.records.rows
    cells = [one for one in grid.selectedIndexes() if rows.row_at(one.row()) is not None]
    return sorted(cells, key=lambda one: (one.row(), head.visualIndex(one.column())))


def are_lines(grid: Grid, cells: Sequence[QModelIndex]) -> bool:
    """Whether whole rows are marked, so that the rows are meant and not what stands in them."""
    count = grid.records.columnCount()
    seen = sum(not grid.isColumnHidden(place) for place in range(count))
    return bool(cells) and count > 1 and len(cells) >= seen * len({one.row() for one in cells})


def across(grid: Grid, first: QModelIndex) -> list[int]:
    """The columns from this cell on, as they stand on the screen."""
    head = grid.horizontalHeader()
    seen = [head.logicalIndex(place) for place in range(head.visualIndex(first.column()), head.count())]
    return [place for place in seen if not grid.isColumnHidden(place)]


def may_change(index: QModelIndex) -> bool:
    """Whether something can be entered there."""
    return bool(index.flags() & _CHANGED)


def emptied(grid: Grid, cells: Sequence[QModelIndex]) -> list[Cell]:
    """Each with what its column has for nothing, from the right, as what is said of a thing stands behind it; RefusedAt
    where something must stand there."""
    return [(one, _read(grid, one, "")) for one in reversed(cells)]


def filled(grid: Grid, cells: Sequence[QModelIndex], block: Block) -> list[Cell]:
    """One value in every marked cell, or a block from the first of them on; RefusedAt where it does not go in."""
    if len(block) == len(block[0]) == 1:
        return [(one, _read(grid, one, block[0][0])) for one in cells]
    lines = _lines(grid, cells[0], len(block))
    places = _across(grid, cells[0], len(block[0]))
    return [
        (there, _read(grid, there, text))
        for line, texts in zip(lines, block, strict=True)
        for place, text in zip(places, texts, strict=True)
        for there in (grid.records.index(line, place),)
    ]


def change(place: QWidget, title: Message, cells: Sequence[Cell], enter: Callable[[QModelIndex, Any], None]) -> None:
    """All of them as one step, or none; RefusedAt where a rule says no, Refused where the disk stands in the way."""

    def changes() -> None:
        for index, value in cells:
            try:
                enter(index, value)
            except Refused as refused:
                raise RefusedAt(index, refused) from refused

    tab = _tab_of(place)
    if tab is None:
        changes()
    elif not tab.desk.run_together(title, changes):
        raise Refused(refusal.NOT_KEPT)


def _tab_of(place: QWidget) -> Tab | None:
    above: QWidget | None = place
    while above is not None and not isinstance(above, Tab):
        above = above.parentWidget()
    return above


def _read(grid: Grid, index: QModelIndex, text: str) -> Any:
    if not may_change(index):
        raise RefusedAt(index, Refused(CLOSED))
    try:
        return grid.records.read(index, text)
    except Refused as refused:
        raise RefusedAt(index, refused) from refused


def _lines(grid: Grid, first: QModelIndex, count: int) -> list[int]:
    rows = grid.records.rows
    below = [line for line in range(first.row(), len(rows.lines)) if rows.row_at(line) is not None]
    if len(below) < count:
        said = Message("Lines copied: {count}; lines from here on: {room}.", count=count, room=len(below))
        raise RefusedAt(first, Refused(said))
    return below[:count]


def _across(grid: Grid, first: QModelIndex, count: int) -> list[int]:
    places = across(grid, first)
    if len(places) < count:
        said = Message("Columns copied: {count}; columns from here on: {room}.", count=count, room=len(places))
        raise RefusedAt(first, Refused(said))
    return places[:count]


CLOSED = Message("This cell cannot be written in. Choose another one and paste again.")
