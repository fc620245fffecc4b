"""What stands above the rows of a chart and does not scroll away with them?"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import chart_time
from ayil_desktop.strategy.chart_words import PAD

# The view makes its header.
if TYPE_CHECKING:
    from ayil_desktop.strategy.chart_view import ChartView

HEADER = 44
COLUMN_TITLES = (Message("№"), Message("Activity"), Message("Responsible"), Message("Deadline"))


class ChartHeader(QWidget):
    """The strip above the rows that does not scroll away; the splitter can be taken here too."""

    def __init__(self, view: "ChartView") -> None:
        super().__init__(view)
        self._view = view
        self._is_taken = False
        self.setMouseTracking(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter, self.rect())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_taken = self._view.is_at_split(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_near = self._is_taken or self._view.is_at_split(event.position().x())
        self.setCursor(Qt.CursorShape.SplitHCursor if is_near else Qt.CursorShape.ArrowCursor)
        if self._is_taken:
            self._view.set_split(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_taken = False

    def _paint(self, painter: QPainter, rect: QRect) -> None:
        """Two rows of time and the titles of the columns."""
        view = self._view
        inks = view.inks()
        painter.fillRect(rect, inks.window)
        painter.setFont(inks.small)
        painter.save()
        painter.setClipRect(QRect(view.split, 0, rect.width() - view.split, HEADER))
        chart_time.paint_header(painter, replace(view.stretch(), tall=HEADER), view.split + 1, inks)
        painter.restore()
        painter.setPen(inks.quiet)
        lefts = view.words.lefts()
        for title, left, right in zip(COLUMN_TITLES, lefts, lefts[1:], strict=False):
            still, _, height = inks.header_words(str(title), max(right - left - 2 * PAD, 1.0))
            painter.drawStaticText(QPointF(left + PAD, (HEADER - height) / 2), still)
        painter.setPen(inks.line)
        painter.drawLine(0, HEADER - 1, rect.width(), HEADER - 1)
        painter.drawLine(view.split, 0, view.split, HEADER)
