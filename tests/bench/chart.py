"""The chart of a plan of so many rows: first paint and frames, beside a bare painted view of as many rows."""

import datetime
import json
import random
import statistics
import sys
import time

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.gantt import Gantt
from ayil_desktop.strategy.rules import State
from ayil_desktop.workdays.deadlines import Kind

FRAMES = 120
TODAY = datetime.date(2020, 6, 1)


def rows(count):
    random.seed(1)
    found = [Row("0", 0, "1", "Кызмат")]
    for number in range(1, count):
        begins = datetime.date(2020, 1, 1) + datetime.timedelta(days=random.randrange(0, 600))
        ends = begins + datetime.timedelta(days=random.randrange(5, 60))
        text = f"Иш-чара {number}: көңүл буруу, өткөрүү"
        state = random.choice(list(State))
        found.append(Row(str(number), 2, f"1.{number}", text, 0, "", "", Kind.DATE_RANGE, begins, ends, state))
    return found


class Floor(QAbstractScrollArea):
    """Bars and labels of equal height, painted where they are seen: the least that a chart can be."""

    def __init__(self, found):
        super().__init__()
        self.found = found

    def paintEvent(self, event):
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor("white"))
        top = self.verticalScrollBar().value()
        self.verticalScrollBar().setRange(0, len(self.found) * 24)
        for place in range(top // 24, min((top + self.viewport().height()) // 24 + 1, len(self.found))):
            row, y = self.found[place], place * 24 - top
            painter.drawText(QRectF(4, y, 310, 24), row.text)
            if row.starts:
                left = 320 + (row.starts - datetime.date(2020, 1, 1)).days * 1.5
                painter.fillRect(QRectF(left, y + 5, (row.ends - row.starts).days * 1.5, 14), QColor("#4a90d9"))


def measured(make):
    """Milliseconds from an empty widget to its first frame, and of frames while it is scrolled."""
    widget = make()
    began = time.perf_counter()
    widget.resize(1366, 640)
    widget.show()
    QApplication.processEvents()
    first = (time.perf_counter() - began) * 1000
    frames = []
    for number in range(FRAMES):
        widget.verticalScrollBar().setValue(number * 72)
        began = time.perf_counter()
        widget.viewport().repaint()
        frames.append((time.perf_counter() - began) * 1000)
    return first, statistics.median(frames), sorted(frames)[int(FRAMES * 0.95)]


def chart(found):
    gantt = Gantt()
    gantt.show_rows(found, today=TODAY)
    return gantt


if __name__ == "__main__":
    application = QApplication([])
    given = rows(int(sys.argv[1]))
    floor_first, floor_frame, _ = measured(lambda: Floor(given))
    first, frame, p95 = measured(lambda: chart(given))
    result = {"first": first, "frame": frame, "p95": p95, "floor_first": floor_first, "floor_frame": floor_frame}
    sys.stdout.write(json.dumps(result) + "\n")
