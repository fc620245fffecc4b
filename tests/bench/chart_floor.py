"""The floor of the chart: a bare painted view with a grid, labels of one line, plain bars and links."""

import random

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea

ROW, LABEL = 24, 320
FILLS = [QColor("#4a90d9"), QColor("#58a55c"), QColor("#d98c4a")]


def tasks(count):
    """Name, first day, length in days, and the row that it needs (-1: none)."""
    random.seed(1)
    return [
        (
            f"Иш-чара {number}: көңүл буруу, өткөрүү",
            random.randrange(0, 340),
            random.randrange(2, 40),
            number - random.randrange(1, 9) if number > 9 and number % 3 == 0 else -1,
        )
        for number in range(count)
    ]


class Floor(QAbstractScrollArea):
    """Paints the rows in view at every frame and keeps nothing."""

    def __init__(self, found):
        super().__init__()
        self.found = found
        self.per_day = 4.0
        self.frames = 0
        self.set_ranges()

    def set_ranges(self):
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, len(self.found) * ROW - self.viewport().height()))
        across.setRange(0, max(0, int(400 * self.per_day) - self.viewport().width() + LABEL))

    def zoom(self, per_day):
        self.per_day = per_day
        self.set_ranges()
        self.viewport().update()

    def drag(self, place, first):
        """One bar begins at another day."""
        name, _, length, needs = self.found[place]
        self.found[place] = (name, first, length, needs)
        self.viewport().update(0, place * ROW - self.verticalScrollBar().value(), self.viewport().width(), ROW)

    def resizeEvent(self, event):
        self.set_ranges()

    def paintEvent(self, event):
        painter = QPainter(self.viewport())
        x0, y0 = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        rect = event.rect()
        painter.fillRect(rect, Qt.GlobalColor.white)
        shown = range(max(0, (y0 + rect.top()) // ROW), min(len(self.found), (y0 + rect.bottom()) // ROW + 1))
        self.paint_grid(painter, rect, x0)
        for place in shown:
            self.paint_bar(painter, place, x0, y0)
        painter.fillRect(QRect(0, rect.top(), LABEL, rect.height()), Qt.GlobalColor.white)
        painter.setPen(QColor("#202020"))
        for place in shown:
            box = QRect(6, place * ROW - y0, LABEL - 12, ROW)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.found[place][0])
        painter.end()
        self.frames += 1

    def paint_grid(self, painter, rect, x0):
        painter.setPen(QColor("#e4e4e4"))
        day = int(x0 / self.per_day) // 7 * 7
        while (x := LABEL + int(day * self.per_day) - x0) < self.viewport().width():
            if x >= LABEL:
                painter.drawLine(x, rect.top(), x, rect.bottom())
            day += 7

    def paint_bar(self, painter, place, x0, y0):
        _, first, length, needs = self.found[place]
        y = place * ROW - y0
        box = QRectF(LABEL + first * self.per_day - x0, y + 5, length * self.per_day, ROW - 10)
        painter.fillRect(box, FILLS[place % 3])
        if needs >= 0:
            _, begun, took, _ = self.found[needs]
            x = LABEL + (begun + took) * self.per_day - x0
            painter.setPen(QColor("#888888"))
            painter.drawLine(QPointF(x, needs * ROW - y0 + 12), QPointF(x, y + 12))
            painter.drawLine(QPointF(x, y + 12), QPointF(box.left(), y + 12))
