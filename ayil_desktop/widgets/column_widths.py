"""How wide are the columns of a table, in which order do they stand, and how is that remembered?"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from ayil_desktop.widgets import memory, style
from ayil_desktop.widgets.columns import Column, Editor

_FLOOR = style.STEP * 9  # a column of words is not narrower, on whatever screen
_SHORT = style.STEP * 12  # what was made narrower than this holds dates or numbers
_PADDING = style.STEP * 2 + 2  # of a title, on both sides together; as in the style sheet


class ColumnWidths(QObject):
    """Keeps widths and order under a key of the memory; columns that stretch take what the others leave."""

    def __init__(self, view: QTableView, shape: Sequence[Column[Any]], key: str) -> None:
        super().__init__(view)
        self._view = view
        self._shape = shape
        self._key = f"{key}/columns"
        self._fits = False
        self._kept: Mapping[str, Any] = {}
        self._recall()
        self._head.sectionResized.connect(self._remember)
        self._head.sectionMoved.connect(self._remember)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    @property
    def _head(self) -> QHeaderView:
        return self._view.horizontalHeader()

    def translate(self) -> None:
        """Columns whose width the user has not set are wide enough for their titles in the language of the screen."""
        self._fits = True
        for place, column in enumerate(self._shape):
            width = self._kept.get(column.key)
            self._head.resizeSection(place, width if isinstance(width, int) else self._least(column))
        self._fits = False
        self._fit()

    def _least(self, column: Column[Any]) -> int:
        return max(column.width, self._title(column))

    def _title(self, column: Column[Any]) -> int:
        return self._head.fontMetrics().horizontalAdvance(str(column.title)) + _PADDING

    def _recall(self) -> None:
        kept = memory.recall(self._key)
        known = kept if isinstance(kept, dict) else {}
        widths, order = known.get("widths", {}), known.get("order", [])
        self._kept = widths if isinstance(widths, dict) else {}
        self.translate()
        places = {column.key: place for place, column in enumerate(self._shape)}
        if isinstance(order, list):
            for visual, key in enumerate(key for key in order if key in places):
                self._head.moveSection(self._head.visualIndex(places[key]), visual)

    def _remember(self) -> None:
        if self._fits:
            return
        stood = sorted(range(len(self._shape)), key=self._head.visualIndex)
        widths = {column.key: self._head.sectionSize(place) for place, column in enumerate(self._shape)}
        self._kept = widths
        memory.keep(self._key, {"widths": widths, "order": [self._shape[place].key for place in stood]})
        self._fit()

    def _fit(self) -> None:
        """Columns that stretch take what the others leave, never narrower than they were made.

        Where a small screen has no room for all, long words give way first: signs, dates and titles stay whole.
        """
        if self._fits:
            return
        room = self._view.viewport().width()
        widths = [self._head.sectionSize(place) for place in range(len(self._shape))]
        if not self._kept:
            widths = self._shrunk([self._least(column) for column in self._shape], room)
        stretching = [place for place, column in enumerate(self._shape) if column.stretches]
        if stretching:
            fixed = sum(width for place, width in enumerate(widths) if place not in stretching)
            share = (room - fixed) // len(stretching)
            for place in stretching:
                widths[place] = max(share, self._floor(self._shape[place]))
        self._fits = True
        for place, width in enumerate(widths):
            self._head.resizeSection(place, width)
        self._fits = False

    def _shrunk(self, widths: list[int], room: int) -> list[int]:
        floors = [min(width, self._floor(column)) for width, column in zip(widths, self._shape, strict=True)]
        over, spare = sum(widths) - room, sum(widths) - sum(floors)
        part = min(1.0, max(0, over) / spare) if spare else 0.0
        return [math.floor(width - part * (width - floor)) for width, floor in zip(widths, floors, strict=True)]

    def _floor(self, column: Column[Any]) -> int:
        if column.sign is not None or column.editor is Editor.DATE or column.width <= _SHORT:
            return self._least(column)
        return min(self._least(column), max(_FLOOR, self._title(column)))
