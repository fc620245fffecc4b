"""How wide are the columns of a table, in which order do they stand, and how is that remembered?"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from ayil_desktop.widgets import memory, style
from ayil_desktop.widgets.columns import Column

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
        title = self._head.fontMetrics().horizontalAdvance(str(column.title)) + _PADDING
        return max(column.width, title)

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
        """Never narrower than the column was made."""
        stretching = [place for place, column in enumerate(self._shape) if column.stretches]
        if not stretching or self._fits:
            return
        fixed = sum(self._head.sectionSize(place) for place in range(len(self._shape)) if place not in stretching)
        share = (self._view.viewport().width() - fixed) // len(stretching)
        self._fits = True
        for place in stretching:
            self._head.resizeSection(place, max(share, self._least(self._shape[place])))
        self._fits = False
