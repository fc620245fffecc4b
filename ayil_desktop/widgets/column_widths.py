"""How wide are the columns of a table, in which order do they stand, and how is that remembered?"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from ayil_desktop.widgets import memory
from ayil_desktop.widgets.columns import Column


class ColumnWidths(QObject):
    """Keeps widths and order under a key of the memory; columns that stretch take what the others leave."""

    def __init__(self, view: QTableView, shape: Sequence[Column[Any]], key: str) -> None:
        super().__init__(view)
        self._view = view
        self._shape = shape
        self._key = f"{key}/columns"
        self._fits = False
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

    def _recall(self) -> None:
        kept = memory.recall(self._key)
        known = kept if isinstance(kept, dict) else {}
        widths, order = known.get("widths", {}), known.get("order", [])
        for place, column in enumerate(self._shape):
            width = widths.get(column.key, column.width) if isinstance(widths, dict) else column.width
            self._head.resizeSection(place, width if isinstance(width, int) else column.width)
        places = {column.key: place for place, column in enumerate(self._shape)}
        if isinstance(order, list):
            for visual, key in enumerate(key for key in order if key in places):
                self._head.moveSection(self._head.visualIndex(places[key]), visual)

    def _remember(self) -> None:
        if self._fits:
            return
        stood = sorted(range(len(self._shape)), key=self._head.visualIndex)
        widths = {column.key: self._head.sectionSize(place) for place, column in enumerate(self._shape)}
        memory.keep(self._key, {"widths": widths, "order": [self._shape[place].key for place in stood]})
        self._fit()

    def _fit(self) -> None:
        """Never narrower than the column was made."""
        stretching = [place for place, column in enumerate(self._shape) if column.stretches]
        if not stretching or self._fits:
            return
        fixed = sum(self._head.sectionSize(place) for place in range(len(self._shape)) if place not in stretching)
        share = (self._view.viewport().width() - fixed) // len(stretching)
        self._fits = True
        for place in stretching:
            self._head.resizeSection(place, max(share, self._shape[place].width))
        self._fits = False
