"""How is a cell drawn?

By one call instead of the seven questions that Qt's own delegate asks the model for each cell: a page of a long table
has some two hundred cells, and each question costs more than drawing the words.
"""

from functools import cache
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ayil_desktop.widgets import columns, icons, style
from ayil_desktop.widgets.columns import Column

PAD = 7  # logical pixels between the line of the grid and the words
_SIGN = 16
_KNOWN_TEXTS = 4000
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}
# To join two flags of Qt takes longer in Python than to draw a word.
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


def paint(painter: QPainter, option: QStyleOptionViewItem, column: Column[Any], row: Any, ink: str) -> None:
    """The sign and the words of a cell on one line, its mark and its focus; `ink` is a colour's name, or empty."""
    rect, state, colours = option.rect, option.state.value, style.colours()
    if state & _SELECTED:
        painter.fillRect(rect, _colour(colours.accent_soft))
    room = rect.adjusted(PAD, 0, -PAD, 0)
    name = column.sign(row) if column.sign else ""
    if name:
        icons.paint(painter, QRect(room.left(), rect.top(), _SIGN, rect.height()), name, ink or "muted")
        room.setLeft(room.left() + _SIGN + PAD)
    words = columns.shown(column, row)
    if words:
        painter.setPen(_colour(getattr(colours, ink or "text")))
        painter.drawText(room, _ALIGNMENTS[column.align], _elided(painter, words, room.width()))
    if state & _FOCUSED:
        painter.setPen(QPen(_colour(colours.accent), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


@cache
def _colour(name: str) -> QColor:
    """Read once: to read a colour from its text takes as long as to draw a line with it."""
    return QColor(name)


_fitting: dict[tuple[str, int, float], str] = {}


def _elided(painter: QPainter, words: str, room: int) -> str:
    """How much of the words fits; to find out takes as long as to draw them, and a page is drawn again and again."""
    key = (words, room, painter.font().pointSizeF())
    found = _fitting.get(key)
    if found is None:
        if len(_fitting) >= _KNOWN_TEXTS:
            _fitting.clear()
        found = _fitting[key] = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    return found
