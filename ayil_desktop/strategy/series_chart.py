"""The measured values of an indicator as a line over time, with where it began and where it is to go."""

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.strategy.records import Indicator
from ayil_desktop.widgets import style

_LEFT, _RIGHT, _TOP, _BOTTOM = style.STEP * 11, style.STEP * 3, style.STEP * 3, style.STEP * 3
_DOT = 3.5


class SeriesChart(QWidget):
    """Points with their values; a dashed line is the target, a dotted one the base. Empty without values."""

    def __init__(self) -> None:
        super().__init__()
        self._values: Sequence[tuple[datetime.date, float]] = ()
        self._target: float | None = None
        self._base: float | None = None
        self.setMinimumSize(style.STEP * 30, style.STEP * 15)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_indicator(self, indicator: Indicator | None, target: float | None = None) -> None:
        """Its series on the way to a target; nothing where there is none."""
        self._values = [(one.on, one.value) for one in indicator.values] if indicator else ()
        self._target = target
        self._base = indicator.base if indicator else None
        told = ", ".join(f"{wording.short_date(on)}: {_number(value)}" for on, value in self._values)
        self.setAccessibleName(str(Message("Measured values: {values}", values=told or "–")))
        self.update()

    def points(self) -> list[QPointF]:
        """Where the values stand on the widget."""
        return [QPointF(self._x(on), self._y(value)) for on, value in self._values]

    def levels(self) -> list[float]:
        """Where it is to go and where it began, as far as these are known."""
        return [one for one in (self._target, self._base) if one is not None]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = style.colours()
        self._level(painter, self._target, Qt.PenStyle.DashLine, Message("Target"))
        self._level(painter, self._base, Qt.PenStyle.DotLine, Message("Base"))
        points = self.points()
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawPolyline(points)
        painter.setBrush(QColor(colours.accent))
        for point in points:
            painter.drawEllipse(point, _DOT, _DOT)
        self._name_points(painter, points)

    def _level(self, painter: QPainter, value: float | None, line: Qt.PenStyle, name: Message) -> None:
        if value is None:
            return
        height = self._y(value)
        painter.setPen(QPen(QColor(style.colours().muted), 1, line))
        painter.drawLine(QPointF(_LEFT, height), QPointF(self.width() - _RIGHT, height))
        words = QRectF(0, height - style.STEP * 2, _LEFT - style.STEP, style.STEP * 4)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{name}\n{_number(value)}"
        )

    def _name_points(self, painter: QPainter, points: Sequence[QPointF]) -> None:
        """Value above and day below; where they would run into each other only the first and the last."""
        painter.setPen(QColor(style.colours().text))
        wide = painter.fontMetrics().horizontalAdvance("00.00.0000") + style.STEP
        last = -float(wide)
        for place, (point, (on, value)) in enumerate(zip(points, self._values, strict=True)):
            is_last = place == len(points) - 1
            if not is_last and (point.x() - last < wide or points[-1].x() - point.x() < wide):
                continue
            last = point.x()
            box = QRectF(point.x() - wide, point.y() - style.STEP * 3, wide * 2, style.STEP * 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, _number(value))
            foot = QRectF(point.x() - wide, self.height() - style.STEP * 2.5, wide * 2, style.STEP * 2.5)
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, wording.short_date(on))

    def _x(self, on: datetime.date) -> float:
        days = [day for day, _ in self._values]
        span = (days[-1] - days[0]).days
        share = (on - days[0]).days / span if span else 0.5
        inset = style.STEP * 4
        return _LEFT + inset + share * (self.width() - _LEFT - _RIGHT - inset * 2)

    def _y(self, value: float) -> float:
        known = [one for _, one in self._values] + self.levels()
        low, high = min(known), max(known)
        share = (value - low) / (high - low) if high > low else 0.5
        return self.height() - _BOTTOM - style.STEP - share * (self.height() - _TOP - _BOTTOM - style.STEP * 2)


def _number(value: float) -> str:
    return wording.number(value, catalogue.current())
