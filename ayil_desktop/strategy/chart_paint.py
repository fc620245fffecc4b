"""How are the bars of a plan painted on the screen?

State by colour, hatch and letter; how sure the days are by the shape of the ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF, QStaticText

from ayil_desktop.language import catalogue
from ayil_desktop.strategy.bars import Bar, Edge, Row
from ayil_desktop.strategy.standing import State
from ayil_desktop.widgets import style
from ayil_desktop.widgets.palette import Colours

BAR = 14.0
SUMMARY = 5.0
TICK = 3.0
"""How wide the tick of a regular activity is."""
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


class Ink:
    """The brushes and pens of one state, made once."""

    def __init__(self, look: Look, colours: Colours) -> None:
        self.color = QColor(getattr(colours, look.ink))
        self.pale, self.nothing = QColor(self.color), QColor(self.color)
        self.pale.setAlpha(70)
        self.nothing.setAlpha(0)
        self.hatch = None if look.hatch in (Qt.BrushStyle.NoBrush, Qt.BrushStyle.SolidPattern) else QBrush(look.hatch)
        if self.hatch is not None:
            self.hatch.setColor(self.color)
        self.is_half_filled = look.hatch is Qt.BrushStyle.SolidPattern
        self.letter = look.letter
        self.pens = {False: QPen(self.color, 1.0), True: QPen(self.color, 2.0)}
        self.ends = {False: QPen(self.color, 2.0), True: QPen(self.color, 3.0)}
        self._strips: dict[tuple[int, int, bool], QPixmap] = {}
        self._grounds: dict[tuple[Edge, Edge, int], QBrush] = {}

    def ground(self, bar: Bar, width: float) -> QBrush:
        """Pale within; soft ends fade out, a lead-in grows from nothing. From 0 to the width."""
        kind = (bar.begin, bar.end, 0 if bar.begin is bar.end is Edge.FIRM else round(width))
        found = self._grounds.get(kind)
        if found is None:
            if len(self._grounds) > _KEPT:
                self._grounds.clear()
            found = self._grounds[kind] = QBrush(self._fade(bar, width, self.pale)) if kind[2] else QBrush(self.pale)
        return found

    def fill(self, bar: Bar, width: float) -> QBrush:
        """As the ground, in the full colour."""
        if bar.begin is bar.end is Edge.FIRM:
            return QBrush(self.color)
        return QBrush(self._fade(bar, width, self.color))

    def faded(self, width: int, phase: int, *, is_falling: bool) -> QPixmap:
        """A strip of the hatch that fades out to its right, or grows from its left; `phase` is where the pattern is."""
        kind = (width, phase, is_falling)
        found = self._strips.get(kind)
        if found is None:
            if len(self._strips) > _STRIPS:
                self._strips.clear()
            found = self._strips[kind] = self._strip(*kind)
        return found

    def _strip(self, width: int, phase: int, is_falling: bool) -> QPixmap:
        strip = QPixmap(width, round(BAR))
        strip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(strip)
        painter.setBrushOrigin(-phase, 0)
        painter.fillRect(strip.rect(), self.hatch or QBrush())
        fade = QLinearGradient(width, 0, 0, 0) if is_falling else QLinearGradient(0, 0, width, 0)
        fade.setColorAt(0, Qt.GlobalColor.transparent)
        fade.setColorAt(1, Qt.GlobalColor.black)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.fillRect(strip.rect(), fade)
        painter.end()
        return strip

    def _fade(self, bar: Bar, width: float, full: QColor) -> QLinearGradient:
        fade = QLinearGradient(0, 0, width, 0)
        share = fade_of(width) / max(width, 1.0)
        fade.setColorAt(0, full if bar.begin is Edge.FIRM else self.nothing)
        fade.setColorAt(0.9 if bar.begin is Edge.LEAD else share, full)
        fade.setColorAt(1 - share, full)
        fade.setColorAt(1, self.nothing if bar.end is Edge.SOFT else full)
        return fade


def fade_of(width: float) -> float:
    """How far a soft end of a bar so wide fades."""
    return min(_FADE, 0.45 * max(width, 1.0))


_KEPT = 200
_STRIPS = 40
PATTERN = 8
"""Hatches repeat after so many pixels."""


class Inks:
    """Everything that the chart is painted with, in one set of colours and one face."""

    def __init__(self, colours: Colours, font: QFont) -> None:
        self.of = {state: Ink(look, colours) for state, look in LOOKS.items()}
        self.base, self.alternate = QColor(colours.base), QColor(colours.alternate)
        self.chosen, self.hover, self.window = (
            QColor(colours.accent_soft),
            QColor(colours.hover),
            QColor(colours.window),
        )
        self.text, self.muted, self.edge = QColor(colours.text), QColor(colours.muted), QColor(colours.edge)
        self.line = QPen(QColor(colours.line))
        self.written, self.quiet = QPen(self.text), QPen(self.muted)
        self.focus = QPen(QColor(colours.accent), 2)
        self.link = QPen(self.edge, 1)
        self.drawn = QPen(QColor(colours.accent), 1.6)
        self.tick, self.waiting = QColor(colours.done), QPen(QColor(colours.muted), 1)
        self.today = QPen(QColor(colours.late), 2)
        self.today.setDashPattern([2, 2])
        self.today.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.letters = {look.letter: _still(look.letter, font) for look in LOOKS.values() if look.letter}
        self.small = style.smaller(font)
        self._header: dict[tuple[str, float], tuple[QStaticText, float, float]] = {}

    def header_words(self, words: str, room: float = -1.0) -> tuple[QStaticText, float, float]:
        """A text of the header, wrapped where its room is narrow, with its width and height."""
        found = self._header.get((words, room))
        if found is None:
            if len(self._header) > _KEPT:
                self._header.clear()
            found = self._header[words, room] = _still(words, self.small, room)
        return found

    def brackets(self, level: int) -> QColor:
        """The colour of a service's or a task's bracket."""
        return self.text if level == 0 else self.muted


@lru_cache(maxsize=4)
def inks(colours: Colours, face: str) -> Inks:
    """Made once for each set of colours and each face (`QFont.toString`)."""
    font = QFont()
    font.fromString(face)
    return Inks(colours, font)


def _still(words: str, font: QFont, room: float = -1.0) -> tuple[QStaticText, float, float]:
    """A text that is painted often, with its width and height."""
    still = QStaticText(words)
    still.setTextFormat(Qt.TextFormat.PlainText)
    still.setTextWidth(room)
    still.prepare(font=font)
    return still, still.size().width(), still.size().height()


def paint_bar(painter: QPainter, row: Row, bar: Bar, middle: float, inks: Inks, *, is_chosen: bool) -> None:
    """The bar of an activity, or the bracket of a service or task, around a height."""
    if row.level < 2:
        _summary(painter, bar, middle, inks.brackets(row.level))
        return
    ink = inks.of[row.state or State.NOT_YET_DUE]
    width, top = max(bar.width, 3.0), middle - BAR / 2
    box = QRectF(bar.left, top, width, BAR)
    # Patterns and fades are fixed to the bar, not to the view: what is scrolled is not painted again.
    painter.setBrushOrigin(QPointF(bar.left, top))
    painter.fillRect(box, ink.ground(bar, width))
    if ink.hatch is not None:
        _hatch(painter, bar, box, ink)
    elif ink.is_half_filled:
        painter.fillRect(QRectF(bar.left, middle, width, BAR / 2), ink.fill(bar, width))
    _outline(painter, bar, box, ink, is_chosen=is_chosen)
    if ink.letter:
        _letter(painter, box, ink.letter, inks)
    if row.state is State.CANCELLED:
        painter.setPen(ink.pens[False])
        painter.drawLine(QLineF(box.left(), middle, box.right(), middle))


def _hatch(painter: QPainter, bar: Bar, box: QRectF, ink: Ink) -> None:
    """The hatch goes where the bar goes: at a soft end it fades, over a lead-in it grows."""
    left, right = round(box.left()), round(box.right())
    lead = right - left if bar.begin is Edge.LEAD else 0
    fade = 0 if lead else round(fade_of(right - left))
    begin = left + (lead or (fade if bar.begin is Edge.SOFT else 0))
    end = right - (fade if bar.end is Edge.SOFT else 0)
    top = round(box.top())
    painter.setBrushOrigin(left, top)
    painter.fillRect(QRect(begin, top, end - begin, round(BAR)), ink.hatch or QBrush())
    if begin > left:
        painter.drawPixmap(left, top, ink.faded(begin - left, 0, is_falling=False))
    if end < right:
        painter.drawPixmap(end, top, ink.faded(right - end, (end - left) % PATTERN, is_falling=True))


def _letter(painter: QPainter, box: QRectF, letter: str, inks: Inks) -> None:
    """Within the bar on a ground of its own, because a hatch lies under it; beside a bar that is too short."""
    still, width, height = inks.letters[letter]
    left = box.center().x() - width / 2 if box.width() >= width + 12 else box.right() + 6
    painter.fillRect(QRectF(left - 3, box.top() + 1, width + 6, BAR - 2), inks.base)
    painter.setPen(inks.written)
    painter.drawStaticText(QPointF(left, box.center().y() - height / 2), still)


def _outline(painter: QPainter, bar: Bar, box: QRectF, ink: Ink, *, is_chosen: bool) -> None:
    """Firm ends have a line, soft ends are open."""
    left, right, top, bottom = box.left(), box.right(), box.top(), box.bottom()
    begin = left if bar.begin is Edge.FIRM else left + min(_FADE, box.width() / 3)
    end = right if bar.end is Edge.FIRM else right - min(_FADE, box.width() / 3)
    lines = []
    if bar.begin is not Edge.LEAD:
        lines += [QLineF(begin, top, end, top), QLineF(begin, bottom, end, bottom)]
    if bar.begin is Edge.FIRM:
        lines.append(QLineF(left, top, left, bottom))
    if lines:
        painter.setPen(ink.pens[is_chosen])
        painter.drawLines(lines)
    if bar.end is Edge.FIRM:
        painter.setPen(ink.ends[is_chosen])
        painter.drawLine(QLineF(right, top, right, bottom))


def _summary(painter: QPainter, bar: Bar, middle: float, ink: QColor) -> None:
    top = middle - SUMMARY / 2
    painter.fillRect(QRectF(bar.left, top, bar.width, SUMMARY - 1), ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x, inward in ((bar.left, 5.0), (bar.right, -5.0)):
        painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x + inward, top), QPointF(x, top + SUMMARY + 4)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_base(painter: QPainter, bar: Bar, middle: float, inks: Inks) -> None:
    """The approved days, thin and grey under the bar."""
    painter.fillRect(QRectF(bar.left, middle + BAR / 2 + 2, max(bar.width, 2.0), 3), inks.edge)


def paint_ticks(painter: QPainter, done: Sequence[float], waiting: Sequence[float], middle: float, inks: Inks) -> None:
    """A tick for each time of a regular activity: filled where it was done, open where it is due."""
    painter.setPen(inks.waiting)
    painter.drawRects([QRectF(x - TICK / 2, middle - BAR / 2, TICK, BAR) for x in waiting])
    for x in done:
        painter.fillRect(QRectF(x - TICK / 2, middle - BAR / 2, TICK + 1, BAR + 1), inks.tick)


def paint_undated(painter: QPainter, row: Row, left: float, middle: float, inks: Inks) -> None:
    """A place for what has no date: its words, where the bars would be."""
    painter.setPen(inks.quiet)
    words = row.words or catalogue.text("without a date")
    painter.drawText(QPointF(left + 8, middle + 4), f"◦ {words}")
