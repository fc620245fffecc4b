"""How do the words of a row stand in the columns at the left of the chart, and how high is the row?

Wrapping a text is the dearest part of a frame. So the rows that were seen last are kept wrapped, and what stands in
many rows (who answers, the words of a deadline) is wrapped once.
"""

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextOption, QTransform

from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.chart_paint import BAR

PAD = 5.0
_KEPT = 400
_YEAR, _DAY = re.compile(r"(?<=\d{4}) (?=г\.|жыл)"), re.compile(r"(?<=\d-)(?=[^\W\d])")
"""Where the words of a deadline would be parted badly: «2019 / г.», «15- / апрелге»."""
_FLAGS = int(Qt.TextFlag.TextWordWrap)
_SHARES = (0.083, 0.464, 0.225, 0.228)
_NARROW = 10.0
_LETTERS = 120
"""So many letters tell how wide one is."""

_Column = tuple[str, float, float]
"""Text, left end and width."""
_Text = tuple[QStaticText, float]
"""A wrapped text and its height."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The texts of a row, each at its place from the row's own corner."""

    texts: Sequence[tuple[QPointF, QStaticText]]
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
        self._line = {is_bold: metrics.height() for is_bold, metrics in self._metrics.items()}
        self._wide = self._metrics[True].averageCharWidth() * 1.6
        self._kept: OrderedDict[str, Wrapped] = OrderedDict()
        self._shared: dict[tuple[str, float], _Text] = {}
        self._blank = QStaticText()
        self._blank.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._blank.setTextOption(option)
        self._lefts = [0.0, *accumulate(share * width for share in _SHARES)]
        self._room = [max(right - left - 2 * PAD, _NARROW) for left, right in pairwise(self._lefts)]

    def lefts(self) -> Sequence[float]:
        """Where each column begins, and where the last one ends."""
        return self._lefts

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

    def forget_rows(self) -> None:
        """Every row may have other words now; what stands in many is still wrapped as it is."""
        self._kept.clear()

    def height(self, row: Row) -> float:
        """How high a row will be, by the words alone."""
        is_bold = row.level < 2
        return self._height(max(self._lines(is_bold, text, width) for text, _, width in self._columns(row, "")))

    def usual(self, rows: Sequence[Row]) -> float:
        """The height of a usual one among these rows, from the number of their letters alone."""
        letters = "".join(row.text for row in rows)[:_LETTERS]
        wide = self._metrics[False].horizontalAdvance(letters) / max(len(letters), 1)
        return round(sum(self._guess(row, wide) for row in rows) / len(rows)) if rows else self._height(0)

    def _guess(self, row: Row, wide: float) -> float:
        lines = max(ceil(len(text) * wide / (width * _FILLED)) for text, _, width in self._columns(row, ""))
        return self._height(lines * self._line[row.level < 2])

    def _lines(self, is_bold: bool, text: str, width: float) -> float:
        if len(text) * self._wide < width and "\n" not in text:
            return self._line[is_bold]
        return self._metrics[is_bold].boundingRect(QRectF(0, 0, width, 1_000_000), _FLAGS, text).height()

    def _height(self, lines: float) -> float:
        return float(ceil(max(lines, BAR + 4) + 2 * PAD + 1))

    def _columns(self, row: Row, arrow: str) -> Sequence[_Column]:
        """The title of a service or task has the whole width."""
        lefts, room = self._lefts, self._room
        if row.level < 2:
            number = f"{arrow} {row.number}" if arrow else row.number
            return ((number, PAD, room[0] + 2 * PAD), (row.text, lefts[1] + PAD, self.width - lefts[1] - 2 * PAD))
        texts = (row.number, row.text, row.responsible, _held(row.words))
        return [(text, left + PAD, width) for text, left, width in zip(texts, lefts, room, strict=False) if text] or [
            ("", PAD, room[0])
        ]

    def _wrapped(self, row: Row, arrow: str) -> Wrapped:
        is_bold, texts, height = row.level < 2, [], 0.0
        for text, left, width in self._columns(row, arrow):
            one, tall = self._still(text, width, self.bold) if is_bold else self._shared_text(text, width)
            texts.append((QPointF(left, PAD), one))
            height = max(height, tall)
        return Wrapped(texts, self._height(height), is_bold)

    def _shared_text(self, text: str, width: float) -> _Text:
        found = self._shared.get((text, width))
        if found is None:
            if len(self._shared) > _KEPT:
                self._shared.clear()
            found = self._shared[text, width] = self._still(text, width, self.plain)
        return found

    def _still(self, text: str, width: float, font: QFont) -> _Text:
        one = QStaticText(self._blank)
        one.setTextWidth(width)
        one.setText(text)
        one.prepare(_STRAIGHT, font)
        return one, one.size().height()


def _held(words: str) -> str:
    return _DAY.sub("\u2060", _YEAR.sub("\u00a0", words))


_FILLED = 0.85
"""Of a line; it ends before the word that does not fit."""
_STRAIGHT = QTransform()


def paint(painter: QPainter, words: Words, wrapped: Wrapped, y: float) -> None:
    """The texts of a row whose top is at y."""
    painter.setFont(words.bold if wrapped.is_bold else words.plain)
    painter.translate(0, y)
    for place, text in wrapped.texts:
        painter.drawStaticText(place, text)
    painter.translate(0, -y)
