"""The chart of a plan under the hand: how are bars moved, stretched, drawn and linked, by mouse and by keyboard?"""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QWidget

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import bars, chart_arrows, chart_drag, chart_keys, chart_paint
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.chart_canvas import ChartCanvas
from ayil_desktop.strategy.chart_drag import Drag, Handle
from ayil_desktop.strategy.chart_paint import BAR, Inks
from ayil_desktop.workdays.deadlines import Deadline

__all__ = ["Gantt"]

_SHAPES = {
    Handle.WHOLE: Qt.CursorShape.SizeAllCursor,
    Handle.BEGIN: Qt.CursorShape.SizeHorCursor,
    Handle.END: Qt.CursorShape.SizeHorCursor,
    Handle.LINK: Qt.CursorShape.CrossCursor,
    Handle.NEW: Qt.CursorShape.CrossCursor,
}
_MARKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ENDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGE_STEP = 24
"""By how many pixels the view follows a drag beyond its edge."""


class Gantt(ChartCanvas):
    """Rows with bars. `chosen` a row by its key, `opened` on a click on its bar, Enter or double click, `dragged` a new
    deadline, `linked` (before, after) when an arrow was drawn."""

    opened = Signal(str)
    dragged = Signal(str, object)
    linked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag: Drag | None = None
        self._pointer = QPointF()
        self._is_splitting = False
        self.link_from = ""
        """The key of the row from which an arrow is being drawn by keyboard."""

    def row_shown(self, at: int) -> Row:
        row = self.lines.row(at)
        return self._drag.shown if self._drag and self._drag.key == row.key else row

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self.is_at_split(self._pointer.x()):
            self._is_splitting = True
            return
        at = self._at(self._pointer)
        if at < 0:
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            if at not in self.marks:
                self.choose(at)
            return
        row, keys = self.lines.row(at), event.modifiers()
        if row.level < 2 and self._pointer.x() < self.number_width and not keys & _MARKING:
            self.fold(row.key)
            return
        handle = self._handle(at, self._pointer, keys)
        if not self._mark(at, keys, is_on_bar=handle is not None):
            self.choose(at)
        if handle is not None and not keys & Qt.KeyboardModifier.ControlModifier:
            self._drag = Drag(row.key, handle, row, self._x(self._pointer))

    def _mark(self, at: int, keys: Qt.KeyboardModifier, *, is_on_bar: bool) -> bool:
        """Ctrl marks one row more, Shift all up to it; a bar taken with Shift is moved by days."""
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.mark_one(at)
        elif keys & Qt.KeyboardModifier.ShiftModifier and not is_on_bar:
            self.mark_to(at)
        else:
            return False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._is_splitting:
            self.set_split(self._pointer.x())
        elif self._drag is not None:
            self._follow(self._drag, event.modifiers())
        else:
            self._show_what_can_be_taken(event.modifiers())

    def _show_what_can_be_taken(self, keys: Qt.KeyboardModifier) -> None:
        at = self._at(self._pointer)
        handle = self._handle(at, self._pointer, keys) if at >= 0 else None
        shape = _SHAPES[handle] if handle else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.SplitHCursor if self.is_at_split(self._pointer.x()) else shape)

    def _follow(self, drag: Drag, keys: Qt.KeyboardModifier) -> None:
        """The bar goes with the pointer, the view goes with both; its arrows follow when it is let go."""
        self._scroll_at_edge()
        drag.move_to(self._x(self._pointer), self.time, by_days=bool(keys & Qt.KeyboardModifier.ShiftModifier))
        self._update_drag(drag)

    def _update_drag(self, drag: Drag) -> None:
        if drag.handle is Handle.LINK:
            self.viewport().update(self.time_rect())
        else:
            self.viewport().update(self.bar_rect(self.lines.at(drag.key)))

    def _scroll_at_edge(self) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if not 0 <= self._pointer.y() < self.viewport().height():
            down.setValue(down.value() + (_EDGE_STEP if self._pointer.y() > 0 else -_EDGE_STEP))
        if not self.split <= self._pointer.x() < self.viewport().width():
            across.setValue(across.value() + (_EDGE_STEP if self._pointer.x() > self.split else -_EDGE_STEP))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer, self._is_splitting = event.position(), False
        drag, self._drag = self._drag, None
        if drag is None:
            return
        self._update_drag(drag)
        if not drag.is_moving:
            if drag.handle in (Handle.WHOLE, Handle.BEGIN, Handle.END):
                self.opened.emit(drag.key)
        elif drag.handle is Handle.LINK:
            self._link(drag.key, self._at(self._pointer))
        elif drag.deadline != drag.before:
            self.dragged.emit(drag.key, drag.deadline)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.chosen_key and self._at(event.position()) == self.chosen_at:
            self.opened.emit(self.chosen_key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = 1.2 if event.angleDelta().y() > 0 else 1 / 1.2
            self.zoom(self.time.per_day * factor, max(event.position().x() - self.split, 0.0))
            return
        super().wheelEvent(event)

    def _at(self, place: QPointF) -> int:
        return self.lines.at_height(place.y() + self.verticalScrollBar().value())

    def _x(self, place: QPointF) -> float:
        return place.x() - self.split - 1 + self.horizontalScrollBar().value()

    def _handle(self, at: int, place: QPointF, keys: Qt.KeyboardModifier) -> Handle | None:
        if place.x() <= self.split:
            return None
        by_days = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        return chart_drag.handle_of(self.lines.row(at), self.time, self._x(place), by_days=by_days)

    def _link(self, before: str, at: int) -> None:
        """An arrow ends in a row."""
        if at >= 0 and self.lines.row(at).level == 2 and self.lines.row(at).key != before:
            self.linked.emit(before, self.lines.row(at).key)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._split_by_key(event) or self._cancel(event) or self._mark_by_key(event):
            return
        if self._move_by_key(event) or self._change_by_key(event):
            return
        super().keyPressEvent(event)

    def hold_split(self) -> None:
        """The line between the columns and the time is moved by ← and → now; Enter keeps it, Esc takes it back.

        Asked for once more, it is kept too.
        """
        self.setFocus()
        if self.line.is_held:
            self.line.let_go()
        else:
            self.line.hold()
        self.paint_anew()

    def _split_by_key(self, event: QKeyEvent) -> bool:
        """Shift+F6, as in MS Project; any other key than those that move the line lets it go."""
        key, is_shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_F6 and is_shift:
            self.hold_split()
            return True
        if not self.line.is_held or key == Qt.Key.Key_Shift:
            return False
        place = self.line.moved(key, self.viewport().width(), is_fine=is_shift)
        if place is not None:
            self.set_split(place)
        if place is None or key == Qt.Key.Key_Escape:
            self.line.let_go()
        self.paint_anew()
        return place is not None or key in _ENDING

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.line.is_held:
            self.line.let_go()
            self.paint_anew()
        super().focusOutEvent(event)

    def _cancel(self, event: QKeyEvent) -> bool:
        """Esc lets go of what is dragged, drawn or marked."""
        if event.key() != Qt.Key.Key_Escape or not (self._drag or self.link_from or self.marks.keys):
            return False
        self._drag, self.link_from = None, ""
        self.unmark()
        self.update_time()
        return True

    def _mark_by_key(self, event: QKeyEvent) -> bool:
        """Ctrl+A marks all rows, Ctrl+Space the chosen one or not."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() == Qt.Key.Key_A:
            self.mark_all()
        elif event.key() == Qt.Key.Key_Space and self.chosen_key:
            self.mark_one(self.chosen_at)
        else:
            return False
        return True

    def _move_by_key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -max(len(self.rows_in_view()) - 2, 1),
            Qt.Key.Key_PageDown: max(len(self.rows_in_view()) - 2, 1),
            Qt.Key.Key_Home: -len(self.lines),
            Qt.Key.Key_End: len(self.lines),
        }
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() not in steps or not len(self.lines):
            return False
        at = min(max(self.chosen_at + steps[Qt.Key(event.key())], 0), len(self.lines) - 1)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.mark_to(at)
        else:
            self.choose(at)
        if self.link_from:
            self.update_time()
        return True

    def _change_by_key(self, event: QKeyEvent) -> bool:
        """Enter opens or ends an arrow, Ctrl+Enter begins one, ← → fold, + − zoom; what moves bars: `chart_keys`."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(self.time.per_day * (1 / 1.3 if key == Qt.Key.Key_Minus else 1.3), self.time_rect().width() / 2)
            return True
        if not self.chosen_key:
            return False
        row = self.lines.row(self.chosen_at)
        step = chart_keys.step_of(event)
        if step is not None:
            self.nudge(row, step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.begin_link()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold_by_key(row, is_left=key == Qt.Key.Key_Left)
        else:
            return False
        return True

    def _enter(self, row: Row) -> None:
        before, self.link_from = self.link_from, ""
        if before:
            self._link(before, self.chosen_at)
            self.update_time()
        else:
            self.opened.emit(row.key)

    def _fold_by_key(self, row: Row, *, is_left: bool) -> None:
        if row.level < 2 and (row.key in self.lines.folded) is not is_left:
            self.fold(row.key)
        elif is_left and row.parent >= 0:
            self.choose(self.lines.at(self.lines.rows[row.parent].key))

    def begin_link(self) -> None:
        """An arrow from the chosen activity; it ends where Enter is pressed."""
        if self.chosen_key and self.lines.row(self.chosen_at).level == 2:
            self.link_from = self.chosen_key
            self.update_time()

    def nudge(self, row: Row, step: chart_keys.Step) -> None:
        """One step of the bar's own precision, or a day; an activity without dates comes into this month."""
        after = self._nudged(row, step)
        if after is not None:
            self.dragged.emit(row.key, after)

    def _nudged(self, row: Row, step: chart_keys.Step) -> Deadline | None:
        """None where the step changes nothing."""
        before = row.deadline
        if chart_drag.may_be_placed(row):
            return chart_keys.placed(self.today)
        after = chart_keys.stepped(before, step) if row.level == 2 else before
        return after if after != before else None

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the bar of the chosen row, each line with its key."""
        row = self.lines.row(self.chosen_at)
        for step, words in chart_keys.NAMES.items():
            line = menu.addAction(f"{words}\t{chart_keys.keys_of(step)}")
            is_of_bar = row.ends is not None or step.end is chart_keys.End.BOTH
            line.setEnabled(is_of_bar and self._nudged(row, step) is not None)
            line.triggered.connect(lambda _checked=False, one=step: self.nudge(row, one))
        menu.addSeparator()
        line = menu.addAction(f"{Message('Draw an arrow to what comes after it')}\tCtrl+Enter")
        line.triggered.connect(self.begin_link)

    # What lies over the bars meanwhile

    def paintEvent(self, event: QPaintEvent) -> None:
        drag = self._drag
        is_moving = drag is not None and drag.is_moving and drag.handle is not Handle.LINK
        if drag is None or not is_moving or not self.paint_moving(self.lines.at(drag.key), event.rect()):
            super().paintEvent(event)

    def paint_over(self, painter: QPainter, shown: range, scrolled: int, inks: Inks) -> None:
        if self._drag is not None and self._drag.is_moving:
            if self._drag.handle is Handle.LINK:
                self._paint_arrow(painter, self._drag.key, self._at(self._pointer), scrolled, inks)
            elif self.lines.at(self._drag.key) in shown:
                self._paint_days(painter, self._drag, scrolled, inks)
        elif self.link_from and self.chosen_key != self.link_from:
            self._paint_arrow(painter, self.link_from, self.chosen_at, scrolled, inks)

    def _paint_arrow(self, painter: QPainter, key: str, to: int, scrolled: int, inks: Inks) -> None:
        """To the bar of the row that it would end in, or to the pointer."""
        at = self.lines.at(key)
        begin = bars.bar(self.lines.row(at), self.time) if at >= 0 else None
        if begin is None:
            return
        row = self.lines.row(to) if to >= 0 else None
        bar = bars.bar(row, self.time) if row is not None and row.level == 2 and row.key != key else None
        end = QPointF(self._x(self._pointer), self._pointer.y())
        if bar is not None:
            end = QPointF(bar.left, chart_arrows.middle(self.lines, to, scrolled))
        painter.setPen(inks.drawn)
        painter.setBrush(inks.drawn.color())
        chart_arrows.arrow(painter, QPointF(begin.right, chart_arrows.middle(self.lines, at, scrolled)), end, BAR)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_days(self, painter: QPainter, drag: Drag, scrolled: int, inks: Inks) -> None:
        """Where the bar was, and the days that it would have, beside it."""
        at = self.lines.at(drag.key)
        bar, before = bars.bar(drag.shown, self.time), bars.bar(drag.row, self.time)
        if bar is None or drag.deadline.end is None:
            return
        if before is not None:
            chart_paint.paint_base(painter, before, chart_arrows.middle(self.lines, at, scrolled), inks)
        days = [drag.deadline.start, drag.deadline.end]
        words = " – ".join(wording.short_date(day) for day in dict.fromkeys(days) if day is not None)
        width = painter.fontMetrics().horizontalAdvance(words) + 8.0
        box = QRectF(bar.right + 20, chart_arrows.middle(self.lines, at, scrolled) - BAR / 2 - 1, width, BAR + 2)
        if box.right() > self.horizontalScrollBar().value() + self.time_rect().width():
            box.moveRight(bar.left - 8)
        painter.fillRect(box, inks.chosen)
        painter.setPen(inks.written)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
