"""How is time painted: the two rows of the header, the lines and free days behind the bars, today?"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from ayil_desktop.language import catalogue, wording
from ayil_desktop.strategy import bars, time_columns
from ayil_desktop.strategy.bars import Time
from ayil_desktop.strategy.chart_paint import Inks
from ayil_desktop.strategy.time_columns import Column
from ayil_desktop.workdays.calendar import SATURDAY

_DAYS_FROM = 4.0
"""Pixels per day from which free days are shown."""


@dataclass(frozen=True)
class Stretch:
    """A part of the time: from x on, so wide and tall; two equal ones look the same. `exceptions` are the days that are
    not as their weekday says: holidays, and Saturdays and Sundays that are worked."""

    time: Time
    x: int
    width: int
    tall: int
    exceptions: frozenset[date]


class Ground:
    """What lies behind the bars of a stretch: weekends and days off where a day is wide enough, ends of columns."""

    def __init__(self) -> None:
        self._of: Stretch | None = None
        self._weekends: list[QRectF] = []
        self._days_off: list[QRectF] = []
        self._worked: list[QRectF] = []
        self._lines: list[QLineF] = []

    def paint(self, painter: QPainter, stretch: Stretch, rect: QRectF, inks: Inks) -> None:
        """A part of it; what stays the same from frame to frame is reckoned once."""
        if stretch != self._of:
            self._reckon(stretch)
        painter.fillRect(rect, inks.base)
        for days, ink in ((self._weekends, inks.window), (self._days_off, inks.hover), (self._worked, inks.base)):
            for day in days:
                painter.fillRect(day, ink)
        if self._lines:
            painter.setPen(inks.line)
            painter.drawLines(self._lines)

    def _reckon(self, stretch: Stretch) -> None:
        self._of, time, tall = stretch, stretch.time, stretch.tall
        x0, x1 = float(stretch.x), float(stretch.x + stretch.width)
        self._weekends, self._days_off, self._worked = [], [], []
        if time.per_day >= _DAYS_FROM:
            first = time.day(max(x0, 0.0))
            saturday = first + (SATURDAY - first.weekday()) * bars.DAY
            while time.x(saturday) < x1:
                self._weekends.append(QRectF(time.x(saturday), 0, 2 * time.per_day, tall))
                saturday += _WEEK
            for day in stretch.exceptions:
                kind = self._days_off if day.weekday() < SATURDAY else self._worked
                kind.append(QRectF(time.x(day), 0, time.per_day, tall))
        unit = time_columns.header_units(time)[1]
        self._lines = [QLineF(one.left, 0, one.left, tall) for one in time_columns.columns(time, unit, x0, x1)]


_WEEK = 7 * bars.DAY


def paint_today(painter: QPainter, time: Time, today: date, top: int, tall: int, scrolled: int, inks: Inks) -> None:
    """A dashed line through today; its dashes move with the rows."""
    x = time.x(today) + time.per_day / 2
    painter.setPen(inks.today)
    painter.drawLine(QLineF(x, top - (scrolled + top) % 8 - 8, x, top + tall))


def paint_header(painter: QPainter, stretch: Stretch, left: int, inks: Inks) -> None:
    """Two rows of columns; the words of the upper one stay in view as long as their column does."""
    half, lines = stretch.tall / 2, []
    for level, unit in enumerate(time_columns.header_units(stretch.time)):
        painter.setPen(inks.written if level == 0 else inks.quiet)
        for column in time_columns.columns(stretch.time, unit, stretch.x, stretch.x + stretch.width):
            begin = left + (max(column.left, stretch.x) if level == 0 else column.left) - stretch.x
            end = left + column.right - stretch.x
            lines.append(QLineF(end, level * half, end, (level + 1) * half))
            still, width, height = inks.header_words(upper_words(column) if level == 0 else lower_words(column))
            x = begin + (end - begin - width) / 2 if unit == "day" else begin + 4
            if x + width <= end or level:
                painter.drawStaticText(QPointF(x, level * half + (half - height) / 2), still)
    painter.setPen(inks.line)
    painter.drawLines(lines)


def upper_words(column: Column) -> str:
    """2010–2019; 2019; May 2019; May 2019 · 1-7."""
    day = column.first
    if column.unit == "decade":
        return f"{day.year}–{column.last.year}"
    if column.unit == "year":
        return str(day.year)
    month = f"{wording.month_name(day.month, catalogue.current())} {day.year}"
    return f"{month} · {day.day}–{column.last.day}" if column.unit == "week" else month


def lower_words(column: Column) -> str:
    """The year, I–IV, the month (shorter where it is narrow), the number of the week, the day."""
    day, width = column.first, column.right - column.left
    if column.unit in ("decade", "year"):
        return str(day.year)
    if column.unit == "quarter":
        return wording.roman((day.month - 1) // 3 + 1)
    if column.unit == "week":
        return str(min((day.day - 1) // 7, 3) + 1)
    if column.unit == "day":
        return str(day.day)
    name = wording.month_name(day.month, catalogue.current())
    return name if width > 9.0 * len(name) else name[:3] if width > 24 else str(day.month)
