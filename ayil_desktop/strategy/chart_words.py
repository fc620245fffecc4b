"""How do the words of a row stand in the columns at the left of the chart, and how high is the row?

Wrapping a text is the dearest part of a frame, so the texts of the rows that were seen last are kept wrapped.
"""

from collections import OrderedDict
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextOption, QTransform

from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.chart_paint import BAR

PAD = 5.0
_KEPT = 400
_FLAGS = int(Qt.TextFlag.TextWordWrap)
_SHARES = (0.09, 0.5, 0.21, 0.2)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The texts of a row, each at its place from the row's own corner."""

    texts: tuple[tuple[QPointF, QStaticText], ...]
    height: float
    is_bold: bool


class Words:
    """The columns in a width and a face; `of` a row its texts, `height` without keeping them."""

    def __init__(self, font: QFont, width: float) -> None:
        self.width = width
        self.plain = font
        self.bold = QFont(font)
        self.bold.setBold(True)
        self._metrics = {False: QFontMetricsF(self.plain), True: QFontMetricsF(self.bold)}
        self._wide = self._metrics[True].averageCharWidth() * 1.6
        self._kept: OrderedDict[str, Wrapped] = OrderedDict()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def lefts(self) -> list[float]:
        """Where each column begins, and where the last one ends."""
        found = [0.0]
        for share in _SHARES:
            found.append(found[-1] + share * self.width)
        return found

    @property
    def line(self) -> float:
        """The height of a row with one line."""
        return self._height(self._metrics[False].height())

    def of(self, row: Row, arrow: str) -> Wrapped:
        """The wrapped texts of a row; `arrow` stands before the number of one that folds."""
        found = self._kept.get(row.key)
        if found is None:
            found = self._kept[row.key] = self._wrapped(row, arrow)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def forget(self, key: str) -> None:
        """A row has other words now."""
        self._kept.pop(key, None)

    def height(self, row: Row) -> float:
        """How high a row will be, by the words alone."""
        metrics = self._metrics[row.level < 2]
        return self._height(max(self._lines(metrics, text, width) for text, _, width in self._columns(row, "")))

    def _lines(self, metrics: QFontMetricsF, text: str, width: float) -> float:
        if len(text) * self._wide < width and "\n" not in text:
            return metrics.height()
        return metrics.boundingRect(QRectF(0, 0, width, 1_000_000), _FLAGS, text).height()

    def _height(self, lines: float) -> float:
        return float(ceil(max(lines, BAR + 4) + 2 * PAD + 1))

    def _columns(self, row: Row, arrow: str) -> list[tuple[str, float, float]]:
        """Text, left end and width; the title of a service or task has the whole width."""
        lefts = self.lefts()
        room = [right - left - 2 * PAD for left, right in pairwise(lefts)]
        if row.level < 2:
            number = f"{arrow} {row.number}" if arrow else row.number
            return [(number, PAD, room[0] + 2 * PAD), (row.text, lefts[1] + PAD, self.width - lefts[1] - 2 * PAD)]
        texts = (row.number, row.text, row.responsible, row.words)
        return [
            (text, left + PAD, max(width, 10.0)) for text, left, width in zip(texts, lefts, room, strict=False) if text
        ] or [("", PAD, room[0])]

    def _wrapped(self, row: Row, arrow: str) -> Wrapped:
        is_bold = row.level < 2
        font = self.bold if is_bold else self.plain
        texts = []
        for text, left, width in self._columns(row, arrow):
            one = QStaticText(text)
            one.setTextFormat(Qt.TextFormat.PlainText)
            one.setTextOption(self._option)
            one.setTextWidth(width)
            one.prepare(QTransform(), font)
            texts.append((QPointF(left, PAD), one))
        return Wrapped(tuple(texts), self._height(max(one.size().height() for _, one in texts)), is_bold)


def paint(painter: QPainter, words: Words, wrapped: Wrapped, y: float) -> None:
    """The texts of a row whose top is at y."""
    painter.setFont(words.bold if wrapped.is_bold else words.plain)
    painter.translate(0, y)
    for place, text in wrapped.texts:
        painter.drawStaticText(place, text)
    painter.translate(0, -y)
