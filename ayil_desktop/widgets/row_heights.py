"""How high is each row of a table whose cells wrap? As high as its longest cell needs, as in Excel and Word."""

from typing import Any

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QTableView

from ayil_desktop.widgets import columns, style
from ayil_desktop.widgets.record_model import RecordModel

_MOST_LINES = 5  # a cell that holds a page of text is read in its card, not in the table
_MOST_ROWS = 60  # longer tables keep one height: to ask each cell how much it needs would stop the screen
_PADDING = 2 * (5 + 2 + 3) + 2  # the style sheet's and Qt's own beside the words, and the line of the grid
_SIGN = style.ICON + style.STEP
_ENDLESS = 10_000
_HOW = (Qt.TextFlag.TextWordWrap, Qt.TextFlag.TextWrapAnywhere)  # between words, and within a word that is too long


class RowHeights(QObject):
    """Fits the rows again when what they show, or the width of a column, has changed; `fit` for rows that are new."""

    def __init__(self, view: QTableView, model: RecordModel[Any]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)
        view.horizontalHeader().sectionResized.connect(self._fit_soon)
        model.dataChanged.connect(self._fit_soon)

    def fit(self) -> None:
        """Each row as high as its words need."""
        self._later.stop()
        lines = self._model.rowCount()
        if lines <= _MOST_ROWS:
            head = self._view.verticalHeader()
            for line in range(lines):
                head.resizeSection(line, self._needed(line))

    def _needed(self, line: int) -> int:
        row = self._model.rows.row_at(line)
        metrics = self._view.fontMetrics()
        most = 1
        for place, column in enumerate(self._model.shape if row is not None else ()):
            words = columns.shown(column, row)
            room = self._view.columnWidth(place) - _PADDING - (_SIGN if column.sign and column.sign(row) else 0)
            if metrics.horizontalAdvance(words) > room > 0:
                place_for = QRect(0, 0, room, _ENDLESS)
                height = max(metrics.boundingRect(place_for, how, words).height() for how in _HOW)
                most = max(most, round(height / metrics.lineSpacing()))
        return style.ROW + (min(most, _MOST_LINES) - 1) * metrics.lineSpacing()

    def _fit_soon(self, *_: object) -> None:
        if not self._later.isActive():
            self._later.start()
