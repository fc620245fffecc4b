"""Where in a table was the user, and how does she get back there after the rows were read again?"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from ayil_desktop.refused import Refused
from ayil_desktop.widgets import cell_editors
from ayil_desktop.widgets.record_grid import Grid
from ayil_desktop.widgets.record_rows import Rows, identity


@dataclass(frozen=True)
class HalfTyped:
    """An open cell: its row, its column, what stands in it, and the no that was said to it."""

    row: Hashable
    column: int
    words: Any
    refused: Refused | None


@dataclass(frozen=True)
class Place:
    """The current cell by its row and, if that is gone, by its line; the scrolling; what was half typed."""

    row: Hashable
    line: int
    column: int
    scrolled: int
    half_typed: tuple[HalfTyped, ...]


def of(grid: Grid, rows: Rows[Any]) -> Place:
    """To be asked before the rows change."""
    index = grid.currentIndex()
    row = rows.row_at(index.row()) if index.isValid() else None
    return Place(
        row=None if row is None else identity(row),
        line=index.row(),
        column=max(index.column(), 0),
        scrolled=grid.verticalScrollBar().value(),
        half_typed=tuple(_half_typed(grid, rows, editor) for editor in grid.editors.opened),
    )


def go_back(grid: Grid, rows: Rows[Any], place: Place) -> None:
    """To the same row, or to the one that took its place; what was half typed is open again."""
    line = rows.line_of(place.row) if place.row is not None else None
    if line is None and place.line >= 0:
        line = _nearest(rows, place.line)
    if line is not None:
        grid.select_line(line, place.column)
    grid.verticalScrollBar().setValue(place.scrolled)
    for half in place.half_typed:
        _reopen(grid, rows, half)


def _half_typed(grid: Grid, rows: Rows[Any], editor: QWidget) -> HalfTyped:
    index = grid.editors.opened[editor]
    row = rows.row_at(index.row())
    return HalfTyped(
        row=None if row is None else identity(row),
        column=index.column(),
        words=cell_editors.typed(editor),
        refused=grid.editors.refusals.get(editor),
    )


def _reopen(grid: Grid, rows: Rows[Any], half: HalfTyped) -> None:
    line = rows.line_of(half.row)
    editor = grid.open_editor(grid.records.index(line, half.column)) if line is not None else None
    if editor:
        grid.editors.put_back(editor, half.words, half.refused)


def _nearest(rows: Rows[Any], line: int) -> int | None:
    """The line, or the last row above it; None where there is none."""
    above = range(min(line, len(rows.lines) - 1), -1, -1)
    return next((near for near in above if rows.row_at(near) is not None), None)
