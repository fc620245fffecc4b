"""How is a member drawn in the list of the hall: tick, name, what is said of him, his vote?"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ayil_desktop.meetings import member_lines, vote_keys
from ayil_desktop.meetings.choices import Vote
from ayil_desktop.meetings.member_lines import MemberLine
from ayil_desktop.widgets import icons, style

ROW = Qt.ItemDataRole.UserRole + 1
_LINE = 20
_PAD = style.STEP
_CELL = QSize(24, 20)
_GAP = 3
_INKS = {Vote.FOR: "done", Vote.AGAINST: "late", Vote.ABSTAINED: "due"}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shown:
    """A line of the list; `asks_vote` where a vote by name is being entered."""

    line: MemberLine
    vote: Vote | None
    asks_vote: bool

    @property
    def notes(self) -> list[str]:
        return [str(note) for note in member_lines.notes(self.line)]

    @property
    def has_cells(self) -> bool:
        return self.asks_vote and self.line.may_vote


def tick_rect(row: QRect) -> QRect:
    """Where the tick is."""
    return QRect(row.left() + _PAD // 2, row.top() + (_height_of_line(row) - 18) // 2, 18, 18)


def cells(row: QRect) -> Mapping[Vote, QRect]:
    """Where the three votes are."""
    whole = (_CELL.width() + _GAP) * 3
    left, top = row.right() - whole - _PAD // 2, row.top() + (_height_of_line(row) - _CELL.height()) // 2
    return {
        vote: QRect(left + number * (_CELL.width() + _GAP), top, _CELL.width(), _CELL.height())
        for number, vote in enumerate(Vote)
    }


def _height_of_line(row: QRect) -> int:
    return min(row.height(), style.ROW)


class MemberPaint(QStyledItemDelegate):
    """One line for a member; one more for each thing that is to be said."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shown = index.data(ROW)
        return QSize(style.STEP * 20, style.ROW + (_LINE - 4) * len(shown.notes))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Shown = index.data(ROW)
        rect, state = option.rect, option.state
        colours = style.colours()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        self._paint_tick(painter, rect, shown)
        room = rect.adjusted(18 + _PAD + _PAD // 2, 0, -_PAD // 2, 0)
        words = QRect(room.left(), rect.top(), room.width(), _height_of_line(rect))
        if shown.has_cells:
            words.setRight(cells(rect)[Vote.FOR].left() - _PAD)
            self._paint_cells(painter, rect, shown)
        painter.setPen(QColor(colours.text if shown.line.is_present else colours.muted))
        _write(painter, words, shown.line.seat.name)
        painter.setPen(QColor(colours.muted))
        painter.setFont(style.smaller(option.font))
        for place, note in enumerate(shown.notes):
            top = rect.top() + style.ROW - 6 + (_LINE - 4) * place
            _write(painter, QRect(room.left(), top, room.width(), _LINE), note)
        painter.setFont(option.font)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_tick(self, painter: QPainter, rect: QRect, shown: Shown) -> None:
        colours, box = style.colours(), tick_rect(rect)
        present = shown.line.is_present
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.accent if present else colours.base))
        painter.setPen(QColor(colours.accent if present else colours.edge))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if present:
            icons.paint(painter, box.adjusted(2, 2, -2, -2), "check", "on_accent")

    def _paint_cells(self, painter: QPainter, rect: QRect, shown: Shown) -> None:
        """The chosen vote is a filled box, the others are empty ones: it is told without its colour too."""
        colours = style.colours()
        for vote, cell in cells(rect).items():
            chosen = shown.vote is vote
            ink = QColor(getattr(colours, _INKS[vote]))
            painter.setPen(ink if chosen else QColor(colours.line))
            painter.setBrush(ink if chosen else QColor(colours.base))
            painter.drawRoundedRect(cell, 4, 4)
            painter.setPen(QColor(colours.base if chosen else colours.muted))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(vote_keys.LETTERS[vote]))


def _write(painter: QPainter, room: QRect, words: str) -> None:
    elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
