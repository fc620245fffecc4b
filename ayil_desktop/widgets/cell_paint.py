"""How is a cell drawn?

By one call instead of the seven questions that Qt's own delegate asks the model for each cell: a page of a long table
has some two hundred cells, and each question costs more than drawing the words.
"""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ayil_desktop.widgets import columns, icons, style
from ayil_desktop.widgets.columns import Column

PAD = 7  # logical pixels between the line of the grid and the words
_SIGN = 16
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
        painter.fillRect(rect, QColor(colours.accent_soft))
    room = rect.adjusted(PAD, 0, -PAD, 0)
    name = column.sign(row) if column.sign else ""
    if name:
        icons.paint(painter, QRect(room.left(), rect.top(), _SIGN, rect.height()), name, ink or "muted")
        room.setLeft(room.left() + _SIGN + PAD)
    words = columns.shown(column, row)
    if words:
        painter.setPen(QColor(getattr(colours, ink or "text")))
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _ALIGNMENTS[column.align], elided)
    if state & _FOCUSED:
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
