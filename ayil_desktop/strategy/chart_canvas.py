"""What is painted of a chart: the words of its rows at the left, their bars and arrows at the right?"""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ayil_desktop.strategy import bars, chart_arrows, chart_paint, chart_time, chart_words
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.chart_chosen import ChosenChart
from ayil_desktop.strategy.chart_paint import Inks
from ayil_desktop.strategy.chart_time import Ground
from ayil_desktop.strategy.chart_view import AROUND_A_BAR

_TICKS_APART = 6.0
"""Ticks that would stand nearer are not drawn."""


class ChartCanvas(ChosenChart):
    """Paints the parts of the view that are asked for; what lies over them meanwhile is left to who handles bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = Ground()
        self._without = -1
        """The row whose bar is left out."""
        self._behind: tuple[object, QPixmap] | None = None

    def row_shown(self, at: int) -> Row:
        """The row as it is painted."""
        return self.lines.row(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        inks = self.inks()
        parts: list[QRect] = list(event.region())  # type: ignore[call-overload]
        for rect in parts:
            if len(parts) > 1:
                painter.setClipRect(rect)
            self._paint(painter, rect, inks)
        painter.end()
        self.measure_soon()

    def _paint(self, painter: QPainter, rect: QRect, inks: Inks) -> None:
        top = self.verticalScrollBar().value()
        shown = self.lines.heights.between(top + rect.top(), top + rect.bottom())
        if rect.right() > self.split:
            painter.setFont(self.font())
            self._paint_time(painter, rect, shown, top, inks)
        if rect.left() <= self.split:
            self._paint_words(painter, rect, shown, top, inks)

    def paint_moving(self, at: int, rect: QRect) -> bool:
        """A part of one row's time while its bar is moved; what lies behind it is painted once. False beyond it."""
        row = self.row_rect(at) & self.time_rect()
        if not row.contains(rect):
            return False
        top, inks, stretch = self.verticalScrollBar().value(), self.inks(), self.stretch()
        behind, sharp = self._behind_of(at, row), self.devicePixelRatioF()
        painter = QPainter(self.viewport())
        within = QRectF(rect.translated(-row.topLeft()))
        painter.drawPixmap(QPointF(rect.topLeft()), behind, QRectF(within.topLeft() * sharp, within.size() * sharp))
        painter.setFont(self.font())
        painter.translate(self.split + 1 - stretch.x, 0)
        between = (float(stretch.x), float(stretch.x + stretch.width), stretch.x)
        self._paint_row(painter, at, chart_arrows.middle(self.lines, at, top), between, inks)
        chart_time.paint_today(painter, self.time, self.today, rect.top(), rect.height(), top, inks)
        self.paint_over(painter, range(at, at + 1), top, inks)
        painter.end()
        return True

    def _behind_of(self, at: int, row: QRect) -> QPixmap:
        known = (at, row.getRect(), self.stretch(), self.links.is_complete)
        if self._behind is None or self._behind[0] != known:
            sharp = self.devicePixelRatioF()
            picture = QPixmap(row.size() * sharp)
            picture.setDevicePixelRatio(sharp)
            painter = QPainter(picture)
            painter.setFont(self.font())
            painter.translate(-row.left(), -row.top())
            self._without = at
            top = self.verticalScrollBar().value()
            self._paint_time(painter, row, range(at, at + 1), top, self.inks())
            self._without = -1
            painter.end()
            self._behind = known, picture
        return self._behind[1]

    def _paint_words(self, painter: QPainter, rect: QRect, shown: range, top: int, inks: Inks) -> None:
        painter.fillRect(0, rect.top(), self.split, rect.height(), inks.base)
        heights, edges = self.lines.heights, []
        for at in shown:
            wrapped, y, height = self.wrapped(at), heights.top(at) - top, heights.height(at)
            is_meant = at == self.chosen_at or at in self.marks
            if is_meant or wrapped.is_bold:
                ground = inks.chosen if is_meant else inks.alternate
                painter.fillRect(QRectF(0, y, self.split, height), ground)
            edges.append(QLineF(0, y + height - 1, self.split, y + height - 1))
            painter.setPen(inks.written)
            chart_words.paint(painter, self.words, wrapped, y)
            if at == self.chosen_at and self.hasFocus():
                painter.setPen(inks.focus)
                painter.drawRect(QRectF(1, y + 1, self.split - 2, height - 3))
        painter.setPen(inks.line)
        painter.drawLines(edges)
        painter.setPen(inks.focus if self.line.is_held else inks.line)
        painter.drawLine(QLineF(self.split, rect.top(), self.split, rect.bottom()))

    def _paint_time(self, painter: QPainter, rect: QRect, shown: range, top: int, inks: Inks) -> None:
        stretch, heights = self.stretch(), self.lines.heights
        offset = self.split + 1 - stretch.x
        x0, x1 = max(rect.left(), self.split + 1) - offset, rect.right() + 1 - offset
        painter.translate(offset, 0)
        self._ground.paint(painter, stretch, QRectF(x0, rect.top(), x1 - x0, rect.height()), inks)
        painter.setPen(inks.line)
        painter.drawLines([QLineF(x0, y, x1, y) for y in [heights.top(at + 1) - top - 1 for at in shown]])
        for at in shown:
            if at != self._without:
                self._paint_row(painter, at, chart_arrows.middle(self.lines, at, top), (x0, x1, stretch.x), inks)
        for link in self.links.through(shown):
            ends = [bars.bar(self.lines.row(at), self.time) for at in link]
            chart_arrows.paint(painter, self.lines, link, ends, top, inks)
        chart_time.paint_today(painter, self.time, self.today, rect.top(), rect.height(), top, inks)
        if self._without < 0:
            self.paint_over(painter, shown, top, inks)
        painter.translate(-offset, 0)

    def _paint_row(
        self, painter: QPainter, at: int, middle: float, between: tuple[float, float, float], inks: Inks
    ) -> None:
        """What a row has between two lengths; the third one is where the view begins."""
        row, (x0, x1, _) = self.row_shown(at), between
        bar = bars.bar(row, self.time)
        if row.base is not None and (base := bars.base_bar(row, self.time)) is not None:
            chart_paint.paint_base(painter, base, middle, inks)
        if bar is not None:
            if bar.right + AROUND_A_BAR > x0 and bar.left - AROUND_A_BAR < x1:
                chart_paint.paint_bar(painter, row, bar, middle, inks, is_chosen=at == self.chosen_at)
        elif row.level == 2 and row.text:
            self._paint_times(painter, row, middle, between, inks)

    def _paint_times(
        self, painter: QPainter, row: Row, middle: float, between: tuple[float, float, float], inks: Inks
    ) -> None:
        """The ticks of a regular activity; its words where it has none, or too many for this scale."""
        x0, x1, left = between
        waiting = bars.open_ticks(row, self.time, x0 - AROUND_A_BAR, x1 + AROUND_A_BAR, apart=_TICKS_APART)
        if row.occurrences or bars.has_open_ticks(row, self.time, apart=_TICKS_APART):
            chart_paint.paint_ticks(painter, bars.ticks(row, self.time), waiting, middle, inks)
        else:
            chart_paint.paint_undated(painter, row, left, middle, inks)

    def paint_over(self, painter: QPainter, shown: range, scrolled: int, inks: Inks) -> None:
        """What lies over the bars while something is done with them; painted in the lengths of the time."""
