"""How are the bars of a plan painted on the screen?

State by colour, hatch and letter; how sure the days are by the shape of the ends.
"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPen, QPolygonF

from ayil_desktop.language import catalogue, wording
from ayil_desktop.strategy.bars import Bar, Edge, Row, Time
from ayil_desktop.strategy.rules import State
from ayil_desktop.widgets.palette import Colours

BAR = 14.0
SUMMARY = 5.0
_FADE = 7.0


@dataclass(frozen=True)
class Look:
    """A state's colour name, hatch and letter: any one of them tells it."""

    ink: str
    hatch: Qt.BrushStyle
    letter: str


LOOKS = {
    State.NOT_YET_DUE: Look("accent", Qt.BrushStyle.NoBrush, ""),
    State.DUE: Look("due", Qt.BrushStyle.Dense6Pattern, "!"),
    State.IN_PROGRESS: Look("accent", Qt.BrushStyle.BDiagPattern, "…"),
    State.LATE: Look("late", Qt.BrushStyle.DiagCrossPattern, "!!"),
    State.LATE_UNRECORDED: Look("late", Qt.BrushStyle.DiagCrossPattern, "?"),
    State.DONE: Look("done", Qt.BrushStyle.SolidPattern, "✓"),
    State.DONE_LATE: Look("done", Qt.BrushStyle.FDiagPattern, "✓"),
    State.CANCELLED: Look("muted", Qt.BrushStyle.NoBrush, "×"),
    State.UNDATED: Look("muted", Qt.BrushStyle.NoBrush, ""),
}


def paint_bar(painter: QPainter, row: Row, bar: Bar, middle: float, colours: Colours, *, is_chosen: bool) -> None:
    """The bar of an activity, or the bracket of a service or task, around a height."""
    if row.level < 2:
        _summary(painter, bar, middle, QColor(colours.text if row.level == 0 else colours.muted))
        return
    look = LOOKS[row.state or State.NOT_YET_DUE]
    ink = QColor(getattr(colours, look.ink))
    box = QRectF(bar.left, middle - BAR / 2, max(bar.width, 3.0), BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(box, _ground(bar, box, ink))
    if look.hatch not in (Qt.BrushStyle.NoBrush, Qt.BrushStyle.SolidPattern):
        painter.fillRect(box, QBrush(ink, look.hatch))
    elif look.hatch is Qt.BrushStyle.SolidPattern:
        painter.fillRect(box.adjusted(0, BAR / 2, 0, 0), ink)
    _outline(painter, bar, box, ink, 2.0 if is_chosen else 1.0)
    if look.letter:
        _letter(painter, box, look.letter, colours)
    if row.state is State.CANCELLED:
        painter.setPen(QPen(ink, 1))
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))


def _letter(painter: QPainter, box: QRectF, letter: str, colours: Colours) -> None:
    """Within the bar on a ground of its own, because a hatch lies under it; beside a bar that is too short."""
    width = painter.fontMetrics().horizontalAdvance(letter) + 6.0
    place = QRectF(box.center().x() - width / 2, box.top() + 1, width, box.height() - 2)
    if box.width() < width + 6:
        place.moveLeft(box.right() + 3)
    painter.fillRect(place, QColor(colours.base))
    painter.setPen(QColor(colours.text))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter)


def _ground(bar: Bar, box: QRectF, ink: QColor) -> QBrush:
    """Pale within; soft ends fade out, a lead-in grows from nothing."""
    pale = QColor(ink)
    pale.setAlpha(70)
    nothing = QColor(ink)
    nothing.setAlpha(0)
    if bar.begin is Edge.FIRM and bar.end is Edge.FIRM:
        return QBrush(pale)
    fade = QLinearGradient(box.left(), 0, box.right(), 0)
    share = min(_FADE / max(box.width(), 1.0), 0.45)
    fade.setColorAt(0, pale if bar.begin is Edge.FIRM else nothing)
    fade.setColorAt(0.9 if bar.begin is Edge.LEAD else share, pale)
    fade.setColorAt(1 - share, pale)
    fade.setColorAt(1, nothing if bar.end is Edge.SOFT else pale)
    return QBrush(fade)


def _outline(painter: QPainter, bar: Bar, box: QRectF, ink: QColor, width: float) -> None:
    """Firm ends have a line, soft ends are open."""
    painter.setPen(QPen(ink, width))
    begin = box.left() if bar.begin is Edge.FIRM else box.left() + min(_FADE, box.width() / 3)
    end = box.right() if bar.end is Edge.FIRM else box.right() - min(_FADE, box.width() / 3)
    if bar.begin is not Edge.LEAD:
        painter.drawLine(QPointF(begin, box.top()), QPointF(end, box.top()))
        painter.drawLine(QPointF(begin, box.bottom()), QPointF(end, box.bottom()))
    if bar.begin is Edge.FIRM:
        painter.drawLine(box.topLeft(), box.bottomLeft())
    if bar.end is Edge.FIRM:
        painter.setPen(QPen(ink, width + 1))
        painter.drawLine(box.topRight(), box.bottomRight())


def _summary(painter: QPainter, bar: Bar, middle: float, ink: QColor) -> None:
    top = middle - SUMMARY / 2
    painter.fillRect(QRectF(bar.left, top, bar.width, SUMMARY - 1), ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x, inward in ((bar.left, 5.0), (bar.right, -5.0)):
        painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x + inward, top), QPointF(x, top + SUMMARY + 4)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_base(painter: QPainter, bar: Bar, middle: float, colours: Colours) -> None:
    """The approved days, thin and grey under the bar."""
    painter.fillRect(QRectF(bar.left, middle + BAR / 2 + 2, max(bar.width, 2.0), 3), QColor(colours.edge))


def paint_ticks(painter: QPainter, places: tuple[float, ...], middle: float, colours: Colours) -> None:
    """The times of a regular activity, a tick each."""
    painter.setPen(QPen(QColor(colours.done), 2))
    for x in places:
        painter.drawLine(QPointF(x, middle - BAR / 2), QPointF(x, middle + BAR / 2))


def paint_undated(painter: QPainter, row: Row, left: float, middle: float, colours: Colours) -> None:
    """A place for what has no date: its words, where the bars would be."""
    painter.setPen(QColor(colours.muted))
    words = row.words or catalogue.text("without a date")
    painter.drawText(QPointF(left + 8, middle + 4), f"◦ {words}")


def paint_link(painter: QPainter, start: QPointF, end: QPointF, colours: Colours) -> None:
    """From the end of one bar to the beginning of another, with a head."""
    painter.setPen(QPen(QColor(colours.edge), 1.2))
    turn = start.x() + 6
    painter.drawPolyline(QPolygonF([start, QPointF(turn, start.y()), QPointF(turn, end.y()), end]))
    painter.setBrush(QColor(colours.edge))
    painter.drawPolygon(QPolygonF([end, QPointF(end.x() - 5, end.y() - 3), QPointF(end.x() - 5, end.y() + 3)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def header_words(day: date, unit: str, width: float) -> str:
    """What a header column is called: 2019, I–IV, the month (shorter where it is narrow), the number of the week."""
    if unit == "year":
        return str(day.year)
    if unit == "quarter":
        return wording.roman((day.month - 1) // 3 + 1)
    if unit == "week":
        return str(min((day.day - 1) // 7, 3) + 1)
    name = wording.month_name(day.month, catalogue.current())
    return name if width > 9.0 * len(name) else name[:3] if width > 24 else str(day.month)


def small(font: QFont) -> QFont:
    """The face of the header, a little smaller than the body."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() - 1)
    return found


def today_line(painter: QPainter, time: Time, today: date, top: float, bottom: float, colours: Colours) -> None:
    """A line through today."""
    x = time.x(today) + time.per_day / 2
    painter.setPen(QPen(QColor(colours.late), 1.4, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
