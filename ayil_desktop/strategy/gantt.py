"""The chart of a plan on the screen: a tree of rows at the left, their time at the right, in one painted view.

Only what is seen is painted, so a plan of twenty thousand rows opens like one of twenty.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import bars, chart_paint, drags
from ayil_desktop.strategy.bars import Heights, Row, Scale, Time
from ayil_desktop.strategy.chart_drag import Drag, Handle, handle_at
from ayil_desktop.strategy.rules import STATE_NAMES
from ayil_desktop.widgets import labels, style
from ayil_desktop.workdays.deadlines import Deadline

HEADER = 44
PAD = 5.0
INDENT = 14.0
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft

COLUMN_TITLES = (Message("№"), Message("Activity"), Message("Responsible"), Message("Deadline"))
_SHARES = (0.09, 0.5, 0.21, 0.2)


class Gantt(QAbstractScrollArea):
    """Rows with bars. `chosen` a row by its key, `opened` on Enter or double click, `dragged` a new deadline,
    `linked` (before, after) when an arrow was drawn."""

    chosen = Signal(str)
    opened = Signal(str)
    dragged = Signal(str, object)
    linked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._shown: list[int] = []
        self._heights = Heights([])
        self._measured: set[int] = set()
        self._folded: set[str] = set()
        self._place_of: dict[str, int] = {}
        self._today = date(2000, 1, 1)
        self._free: frozenset[date] = frozenset()
        self._time = Time(self._today, self._today, bars.PER_DAY[Scale.MONTH])
        self._scale = Scale.MONTH
        self._split = 460
        self._chosen = -1
        self._drag: Drag | None = None
        self.setViewportMargins(0, HEADER, 0, 0)
        self._header = _Header(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        style.look().changed.connect(self.viewport().update)
        self.translate()

    # What is shown

    def show_rows(self, rows: Sequence[Row], *, today: date, free_days: Iterable[date] = ()) -> None:
        """Another plan or another state of it; what was chosen, folded and scrolled stays where it can."""
        chosen = self.chosen_key
        anchor = self._anchor()
        self._rows, self._today, self._free = rows, today, frozenset(free_days)
        per_day = self._time.per_day
        self._time = bars.time_of(rows, today=today, per_day=per_day)
        self._lay_rows()
        self._chosen = self._place_of.get(chosen, -1)
        self._scroll_to(anchor)
        if self._scale is Scale.FIT:
            self.set_scale(Scale.FIT)
        self.viewport().update()
        self._header.update()

    def change_row(self, row: Row) -> None:
        """One row is another; it and the rows above it in the tree are painted again, nothing else."""
        place = next((at for at, one in enumerate(self._rows) if one.key == row.key), -1)
        if place < 0:
            return
        changed = list(self._rows)
        changed[place] = row
        self._rows = changed
        self._measured.discard(place)
        while place >= 0:
            self._update_row(place)
            place = self._rows[place].parent

    @property
    def chosen_key(self) -> str:
        """The key of the chosen row, empty where none is."""
        return self._rows[self._shown[self._chosen]].key if 0 <= self._chosen < len(self._shown) else ""

    @property
    def scale(self) -> Scale:
        return self._scale

    def translate(self) -> None:
        self.setAccessibleName(str(Message("Chart of the plan")))
        self._header.update()
        self.viewport().update()

    def _lay_rows(self) -> None:
        self._shown = bars.visible(self._rows, frozenset(self._folded))
        self._place_of = {self._rows[place].key: at for at, place in enumerate(self._shown)}
        self._measured.clear()
        line = QFontMetricsF(self.font()).lineSpacing()
        letters = max(int((self._split * _SHARES[1] - 2 * PAD) / (line * 0.42)), 8)
        self._heights = Heights([bars.estimated_height(self._rows[place], letters, line, PAD) for place in self._shown])
        self._adjust_bars()

    def _adjust_bars(self) -> None:
        height, width = self.viewport().height(), self.viewport().width() - self._split
        self.verticalScrollBar().setRange(0, max(int(self._heights.total) - height, 0))
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setSingleStep(30)
        self.horizontalScrollBar().setRange(0, max(int(self._time.width) - width, 0))
        self.horizontalScrollBar().setPageStep(max(width, 1))
        self.horizontalScrollBar().setSingleStep(40)

    def _anchor(self) -> tuple[str, float]:
        """The row at the top of the view, and how far into it the view begins."""
        y = float(self.verticalScrollBar().value())
        at = self._heights.at(y)
        return (self._rows[self._shown[at]].key, y - self._heights.top(at)) if at >= 0 else ("", 0.0)

    def _scroll_to(self, anchor: tuple[str, float]) -> None:
        at = self._place_of.get(anchor[0])
        if at is not None:
            self.verticalScrollBar().setValue(int(self._heights.top(at) + anchor[1]))

    # Scale

    def set_scale(self, scale: Scale) -> None:
        """Another scale; the day in the middle stays in the middle."""
        self._scale = scale
        room = float(max(self.viewport().width() - self._split, 50))
        wanted = bars.fit(self._time, room).per_day if scale is Scale.FIT else bars.PER_DAY[scale]
        self._zoom(wanted, room / 2)

    def _zoom(self, per_day: float, at: float) -> None:
        day = (self.horizontalScrollBar().value() + at) / self._time.per_day
        self._time = self._time.scaled(min(max(per_day, 0.05), 60.0))
        self._adjust_bars()
        self.horizontalScrollBar().setValue(int(day * self._time.per_day - at))
        self.viewport().update()
        self._header.update()

    def jump_to(self, day: date) -> None:
        """A day into the middle of the view."""
        room = self.viewport().width() - self._split
        self.horizontalScrollBar().setValue(int(self._time.x(day) - room / 2))

    def go_to(self, key: str) -> None:
        """A row into the view, chosen, with its bar; folded rows above it open."""
        place = next((at for at, row in enumerate(self._rows) if row.key == key), -1)
        if place < 0:
            return
        above = self._rows[place].parent
        while above >= 0:
            self._folded.discard(self._rows[above].key)
            above = self._rows[above].parent
        self._lay_rows()
        self._choose(self._place_of[key])
        row = self._rows[place]
        if row.ends:
            self.jump_to(row.starts or row.ends)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = style.colours()
        view = self.viewport().rect()
        painter.fillRect(view, QColor(colours.base))
        top = self.verticalScrollBar().value()
        self._measure(top, top + view.height())
        top = self.verticalScrollBar().value()
        shown = self._heights.between(top + event.rect().top(), top + event.rect().bottom())
        self._paint_time(painter, view, shown, top)
        self._paint_words(painter, view, shown, top)
        painter.setPen(QColor(colours.line))
        painter.drawLine(self._split, 0, self._split, view.height())

    def _measure(self, y0: float, y1: float) -> None:
        """The exact heights of the rows in view; the top row stays where it is."""
        anchor = self._anchor()
        metrics = QFontMetricsF(self.font())
        moved = False
        for at in self._heights.between(y0, y1):
            if at in self._measured:
                continue
            self._measured.add(at)
            row = self._rows[self._shown[at]]
            exact = self._exact_height(row, metrics)
            moved = self._heights.change(at, exact) != 0 or moved
        if moved:
            self._adjust_bars()
            self._scroll_to(anchor)

    def _exact_height(self, row: Row, metrics: QFontMetricsF) -> float:
        if row.level < 2:
            width = self._split * (1 - _SHARES[0]) - 2 * PAD
            return metrics.boundingRect(QRectF(0, 0, width, 10_000), int(_WORDS), row.text).height() + 2 * PAD + 2
        texts = (row.text, row.responsible, row.words)
        heights = [
            metrics.boundingRect(QRectF(0, 0, self._split * share - 2 * PAD, 10_000), int(_WORDS), text).height()
            for text, share in zip(texts, _SHARES[1:], strict=True)
        ]
        return max(*heights, chart_paint.BAR) + 2 * PAD + 2

    def _row_rect(self, at: int, scrolled: float) -> QRectF:
        return QRectF(0, self._heights.top(at) - scrolled, self.viewport().width(), self._heights.height(at))

    def _paint_words(self, painter: QPainter, view: QRect, shown: range, scrolled: float) -> None:
        colours = style.colours()
        painter.setClipRect(QRect(0, 0, self._split, view.height()))
        plain, bold = self.font(), QFont(self.font())
        bold.setBold(True)
        for at in shown:
            row = self._rows[self._shown[at]]
            rect = self._row_rect(at, scrolled)
            ground = colours.accent_soft if at == self._chosen else colours.alternate if row.level < 2 else colours.base
            painter.fillRect(QRectF(0, rect.top(), self._split, rect.height()), QColor(ground))
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(0, rect.bottom()), QPointF(self._split, rect.bottom()))
            painter.setPen(QColor(colours.text))
            painter.setFont(bold if row.level < 2 else plain)
            self._paint_row_words(painter, row, rect)
            if at == self._chosen and self.hasFocus():
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.drawRect(QRectF(1, rect.top() + 1, self._split - 2, rect.height() - 2))
        painter.setClipping(False)

    def _paint_row_words(self, painter: QPainter, row: Row, rect: QRectF) -> None:
        left = self._split * _SHARES[0]
        if row.level < 2:
            arrow = "▸ " if row.key in self._folded else "▾ "
            painter.drawText(QRectF(PAD, rect.top() + PAD, left, rect.height()), int(_WORDS), arrow + row.number)
            painter.drawText(
                QRectF(left + PAD, rect.top() + PAD, self._split - left - 2 * PAD, rect.height() - PAD),
                int(_WORDS),
                row.text,
            )
            return
        x = 0.0
        for text, share in zip((row.number, row.text, row.responsible, row.words), _SHARES, strict=True):
            box = QRectF(x + PAD, rect.top() + PAD, self._split * share - 2 * PAD, rect.height() - PAD)
            painter.drawText(box, int(_WORDS), text)
            x += self._split * share

    def _paint_time(self, painter: QPainter, view: QRect, shown: range, scrolled: float) -> None:
        colours = style.colours()
        painter.setClipRect(QRect(self._split, 0, view.width() - self._split, view.height()))
        painter.save()
        offset = self.horizontalScrollBar().value()
        painter.translate(self._split - offset, 0)
        x0, x1 = float(offset), float(offset + view.width() - self._split)
        self._paint_grid(painter, x0, x1, view.height())
        for at in shown:
            row = self._rows[self._shown[at]]
            rect = self._row_rect(at, scrolled)
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(x0, rect.bottom()), QPointF(x1, rect.bottom()))
            self._paint_row_time(painter, row, rect.center().y(), x0, at)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_links(painter, shown, scrolled)
        chart_paint.today_line(painter, self._time, self._today, 0, view.height(), colours)
        painter.restore()
        painter.setClipping(False)

    def _paint_grid(self, painter: QPainter, x0: float, x1: float, height: int) -> None:
        colours = style.colours()
        if self._time.per_day >= 4:
            day = self._time.day(max(x0, 0))
            while self._time.x(day) < x1:
                if day.weekday() >= 5 or day in self._free:
                    free = QRectF(self._time.x(day), 0, self._time.per_day, height)
                    painter.fillRect(free, QColor(colours.alternate if day.weekday() >= 5 else colours.hover))
                day += bars.DAY
        painter.setPen(QColor(colours.line))
        for column in bars.columns(self._time, bars.header_units(self._time)[1], x0, x1):
            painter.drawLine(QPointF(column.left, 0), QPointF(column.left, height))

    def _paint_row_time(self, painter: QPainter, row: Row, middle: float, x0: float, at: int) -> None:
        colours = style.colours()
        drag = self._drag if self._drag and self._drag.key == row.key else None
        if drag is not None:
            row = drag.preview(row)
        bar = bars.bar(row, self._time)
        base = bars.base_bar(row, self._time)
        if base is not None:
            chart_paint.paint_base(painter, base, middle, colours)
        if bar is not None:
            chart_paint.paint_bar(painter, row, bar, middle, colours, is_chosen=at == self._chosen)
        elif row.occurrences:
            chart_paint.paint_ticks(painter, bars.ticks(row, self._time), middle, colours)
        elif row.level == 2:
            chart_paint.paint_undated(painter, row, x0, middle, colours)

    def _paint_links(self, painter: QPainter, shown: range, scrolled: float) -> None:
        for at in shown:
            row = self._rows[self._shown[at]]
            for key in row.needs:
                before = self._place_of.get(key)
                ends = (
                    bars.bar(self._rows[self._shown[before]], self._time) if before is not None else None,
                    bars.bar(row, self._time),
                )
                if before is not None and ends[0] is not None and ends[1] is not None:
                    start = QPointF(ends[0].right, self._row_rect(before, scrolled).center().y())
                    goal = QPointF(ends[1].left, self._row_rect(at, scrolled).center().y())
                    chart_paint.paint_link(painter, start, goal, style.colours())

    def _update_row(self, place: int) -> None:
        at = self._place_of.get(self._rows[place].key)
        if at is not None:
            rect = self._row_rect(at, self.verticalScrollBar().value()).toAlignedRect()
            self.viewport().update(rect.adjusted(0, -2, 0, 2))

    def paint_header(self, painter: QPainter, rect: QRect) -> None:
        """Two rows of time and the titles of the columns; called by the strip above the view."""
        colours = style.colours()
        painter.fillRect(rect, QColor(colours.window))
        painter.setFont(chart_paint.small(self.font()))
        painter.setPen(QColor(colours.muted))
        x = 0.0
        for title, share in zip(COLUMN_TITLES, _SHARES, strict=True):
            box = QRectF(x + PAD, 0, self._split * share - 2 * PAD, HEADER)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, str(title))
            x += self._split * share
        painter.setClipRect(QRect(self._split, 0, rect.width() - self._split, HEADER))
        offset = self.horizontalScrollBar().value()
        for level, unit in enumerate(bars.header_units(self._time)):
            self._paint_header_row(painter, level, unit, offset, rect.width() - self._split)
        painter.setClipping(False)
        painter.setPen(QColor(colours.line))
        painter.drawLine(0, HEADER - 1, rect.width(), HEADER - 1)
        painter.drawLine(self._split, 0, self._split, HEADER)

    def _paint_header_row(self, painter: QPainter, level: int, unit: str, offset: int, room: int) -> None:
        colours = style.colours()
        half = HEADER / 2
        for column in bars.columns(self._time, unit, offset, offset + room):
            left = max(column.left, offset) if level == 0 else column.left
            box = QRectF(self._split + left - offset, level * half, column.right - left, half)
            painter.setPen(QColor(colours.line))
            painter.drawLine(box.topRight(), box.bottomRight())
            painter.setPen(QColor(colours.text if level == 0 else colours.muted))
            words = chart_paint.header_words(column.first, unit, box.width())
            if level == 0 and unit == "month":
                words += f" {column.first.year}"
            painter.drawText(box.adjusted(4, 0, -2, 0), Qt.AlignmentFlag.AlignVCenter, words)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._heights.at(event.position().y() + self.verticalScrollBar().value())
        if at < 0 or event.position().y() + self.verticalScrollBar().value() >= self._heights.total:
            return
        row = self._rows[self._shown[at]]
        if row.level < 2 and event.position().x() < self._split * _SHARES[0]:
            self._fold(row.key)
            return
        self._choose(at)
        bar = bars.bar(row, self._time)
        x = event.position().x() - self._split + self.horizontalScrollBar().value()
        handle = handle_at(bar, x) if bar and row.level == 2 and event.position().x() > self._split else None
        if handle is not None:
            self._drag = Drag(row.key, handle, row, x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x() - self._split + self.horizontalScrollBar().value()
        if self._drag is not None:
            by_days = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._drag.move_to(x, self._time.per_day, by_days=by_days)
            self._update_key(self._drag.key)
            return
        at = self._heights.at(event.position().y() + self.verticalScrollBar().value())
        row = self._rows[self._shown[at]] if at >= 0 else None
        bar = bars.bar(row, self._time) if row and row.level == 2 else None
        handle = handle_at(bar, x) if bar and event.position().x() > self._split else None
        shapes = {Handle.WHOLE: Qt.CursorShape.SizeAllCursor, Handle.LINK: Qt.CursorShape.CrossCursor}
        self.viewport().setCursor(
            Qt.CursorShape.ArrowCursor if handle is None else shapes.get(handle, Qt.CursorShape.SizeHorCursor)
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        if drag.handle is Handle.LINK:
            at = self._heights.at(event.position().y() + self.verticalScrollBar().value())
            target = self._rows[self._shown[at]] if at >= 0 else None
            if target is not None and target.level == 2 and target.key != drag.key:
                self.linked.emit(drag.key, target.key)
        elif drag.deadline != drag.before:
            self.dragged.emit(drag.key, drag.deadline)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.chosen_key:
            self.opened.emit(self.chosen_key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = 1.2 if event.angleDelta().y() > 0 else 1 / 1.2
            self._zoom(self._time.per_day * factor, max(event.position().x() - self._split, 0.0))
            return
        super().wheelEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._move_by_key(event) or self._change_by_key(event)):
            super().keyPressEvent(event)

    def _move_by_key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -12,
            Qt.Key.Key_PageDown: 12,
            Qt.Key.Key_Home: -len(self._shown),
            Qt.Key.Key_End: len(self._shown),
        }
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.key() not in steps or not self._shown:
            return False
        self._choose(min(max(self._chosen + steps[Qt.Key(event.key())], 0), len(self._shown) - 1))
        return True

    def _change_by_key(self, event: QKeyEvent) -> bool:
        """Enter opens, ← → fold; with Alt the bar moves, with Alt+Ctrl its end, Shift counts single days; + − zoom."""
        key, row = event.key(), self._rows[self._shown[self._chosen]] if self.chosen_key else None
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(self._time.per_day * (1 / 1.3 if key == Qt.Key.Key_Minus else 1.3), 200.0)
            return True
        if row is None or key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.key)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._nudge(row, -1 if key == Qt.Key.Key_Left else 1, event.modifiers())
        elif row.level < 2 and (row.key in self._folded) is (key == Qt.Key.Key_Right):
            self._fold(row.key)
        elif key == Qt.Key.Key_Left and row.parent >= 0:
            self._choose(self._place_of[self._rows[row.parent].key])
        return True

    def _nudge(self, row: Row, by: int, keys: Qt.KeyboardModifier) -> None:
        """One step of the bar's own precision, or a day with Shift."""
        if row.level < 2 or row.ends is None:
            return
        before = Deadline(row.kind, row.starts, row.ends)
        by_days = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        days = by * (1 if by_days else drags.step_days(before.kind))
        if keys & Qt.KeyboardModifier.ControlModifier:
            after = drags.stretched(before, end_by=days, by_days=by_days)
        else:
            after = drags.moved(before, days, by_days=by_days)
        if after != before:
            self.dragged.emit(row.key, after)

    # Choosing and folding

    def _choose(self, at: int) -> None:
        old, self._chosen = self._chosen, at
        for one in (old, at):
            if 0 <= one < len(self._shown):
                self._update_row(self._shown[one])
        top, bottom = self._heights.top(at), self._heights.top(at) + self._heights.height(at)
        bar = self.verticalScrollBar()
        if top < bar.value():
            bar.setValue(int(top))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(int(bottom - self.viewport().height()) + 1)
        if at != old:
            self.chosen.emit(self.chosen_key)

    def _fold(self, key: str) -> None:
        anchor, chosen = self._anchor(), self.chosen_key
        self._folded.symmetric_difference_update({key})
        self._lay_rows()
        self._chosen = self._place_of.get(chosen, self._place_of.get(key, -1))
        self._scroll_to(anchor)
        self.viewport().update()

    def _update_key(self, key: str) -> None:
        at = self._place_of.get(key)
        if at is not None:
            self._update_row(self._shown[at])

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            at = self._heights.at(
                float(self.viewport().mapFromGlobal(_place(event)).y()) + self.verticalScrollBar().value()
            )
            if at >= 0:
                self.viewport().setToolTip(labels.tooltip(self._told(self._rows[self._shown[at]])))
        return super().viewportEvent(event)

    def _told(self, row: Row) -> str:
        parts = [f"{row.number} {row.text}", row.responsible, row.words]
        if row.state is not None:
            parts.append(STATE_NAMES[row.state].into(catalogue.current()))
        return "\n".join(part for part in parts if part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._header.setGeometry(0, 0, self.viewport().width(), HEADER)
        split = max(min(460, int(self.viewport().width() * 0.48)), 240)
        if split != self._split:
            anchor = self._anchor()
            self._split = split
            self._lay_rows()
            self._scroll_to(anchor)
        self._adjust_bars()
        if self._scale is Scale.FIT:
            self.set_scale(Scale.FIT)

    def scrollContentsBy(self, dx: int, _dy: int) -> None:
        self.viewport().update()
        if dx:
            self._header.update()


def _place(event: QEvent) -> QPoint:
    found: QPoint = event.globalPos()  # type: ignore[attr-defined]
    return found


class _Header(QWidget):
    """The strip above the rows that does not scroll away."""

    def __init__(self, gantt: Gantt) -> None:
        super().__init__(gantt)
        self._gantt = gantt

    def paintEvent(self, event: QPaintEvent) -> None:
        self._gantt.paint_header(QPainter(self), self.rect())
