"""How is a plan moved through on the screen: which rows and which time are in view, and what has to be painted?

Only what has come into view is painted, and what was painted is moved; so a plan of twenty thousand rows opens and
scrolls like one of twenty.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import bars, chart_paint, chart_words
from ayil_desktop.strategy.bars import Row, Scale, Time
from ayil_desktop.strategy.chart_arrows import Links
from ayil_desktop.strategy.chart_header import HEADER, ChartHeader
from ayil_desktop.strategy.chart_marks import Marks
from ayil_desktop.strategy.chart_paint import Inks
from ayil_desktop.strategy.chart_split import Split
from ayil_desktop.strategy.chart_time import Stretch
from ayil_desktop.strategy.chart_tree import Tree
from ayil_desktop.strategy.chart_words import Words
from ayil_desktop.strategy.standing import STATE_NAMES, UNDECIDED
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.palette import Colours

OPEN, FOLDED = "▾", "▸"
_AT_SPLIT = 4
_SAMPLE = 20
_REST = 60
"""Milliseconds without scrolling after which the heights of rows out of view are measured."""
AROUND_A_BAR = 24
"""How far an arrow or a letter may reach beyond a bar."""
_BAR_BAND = 16
"""So far above and below its middle anything of a bar is painted."""
_SLICE = 4
"""Milliseconds of that at a time."""


class ChartView(QAbstractScrollArea):
    """Rows with bars, folded and scrolled. `chosen` a row by its key."""

    chosen = Signal(str)
    scaled = Signal(object)
    """The scale that was set, or None where somebody zoomed to another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Tree()
        self.today = date(2000, 1, 1)
        self.exceptions: frozenset[date] = frozenset()
        self.time = Time(self.today, self.today, bars.PER_DAY[Scale.MONTH])
        self.chosen_at = -1
        self.links = Links(self.lines)
        self._scale, self._is_fitted = Scale.MONTH, False
        self._inks: tuple[Colours, Inks] | None = None
        self.marks = Marks(self.lines)
        self.line = Split()
        self.words = Words(self.font(), self.split)
        self._is_quiet, self._is_whole = False, True
        self._idle = QTimer(self, singleShot=True, interval=_REST)
        self._idle.timeout.connect(self.measure_more)
        self.verticalScrollBar().setSingleStep(30)
        self.horizontalScrollBar().setSingleStep(40)
        self.setViewportMargins(0, HEADER, 0, 0)
        self.header = ChartHeader(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        style.look().changed.connect(self.paint_anew)
        self.translate()

    # What is shown

    def show_rows(
        self, rows: Sequence[Row], *, today: date, exceptions: Iterable[date] = (), is_whole: bool = True
    ) -> None:
        """Another plan or another state of it; what was chosen, folded and scrolled stays where it can.

        While some of it is blank (`is_whole` False), nothing is measured or looked for beyond the view.
        """
        self._is_whole = is_whole
        chosen, anchor = self.chosen_key, self._anchor()
        self.today, self.exceptions = today, frozenset(exceptions)
        self.time = bars.time_of(rows, today=today, per_day=self.time.per_day)
        self.words.forget_rows()
        self.lines.show(rows, self._guess(rows))
        self._laid(chosen, anchor)
        if self._is_fitted:
            self.set_scale(Scale.FIT)

    def change_row(self, row: Row) -> None:
        """One row is another; it and the rows above it in the tree are painted again, nothing else."""
        before = self.lines.rows[self.lines.place(row.key)] if self.lines.place(row.key) >= 0 else row
        self.words.forget(row.key)
        changed = self.lines.change(row)
        if before.needs != row.needs:
            self.links = Links(self.lines)
            self.update_time()
        if self._measure_view():
            self.viewport().update()
        for at in changed:
            self.update_row(at)
        if changed:
            self.update_links_of(changed[0], before)

    @property
    def chosen_key(self) -> str:
        """The key of the chosen row, empty where none is."""
        return self.lines.row(self.chosen_at).key if 0 <= self.chosen_at < len(self.lines) else ""

    @property
    def split(self) -> int:
        """Where the columns end and the time begins."""
        return self.line.at

    @property
    def scale(self) -> Scale:
        return self._scale

    def translate(self) -> None:
        self.setAccessibleName(str(Message("Chart of the plan")))
        self.paint_anew()

    def told(self, row: Row) -> str:
        """Everything about a row in a few lines."""
        parts = [f"{row.number} {row.text}", row.responsible, row.words]
        if row.level == 2:
            told = UNDECIDED if row.state is None else STATE_NAMES[row.state]
            parts.append(told.into(catalogue.current()))
        return "\n".join(part for part in parts if part)

    # Heights

    def _guess(self, rows: Sequence[Row]) -> float:
        """The height of a usual row, from a few of them."""
        known = rows if self._is_whole else [row for row in rows[: 2 * _SAMPLE] if row.text]
        return self.words.usual(known[:: max(len(known) // _SAMPLE, 1)][:_SAMPLE])

    def _lay(self) -> None:
        """The same rows in another width or folded otherwise."""
        chosen, anchor = self.chosen_key, self._anchor()
        self.lines.lay(self._guess(self.lines.rows))
        self._laid(chosen, anchor)

    def _laid(self, chosen: str, anchor: tuple[str, float]) -> None:
        self.links = Links(self.lines)
        self.marks.forget_gone()
        self.chosen_at = self.lines.at(chosen) if chosen else -1
        at = self.lines.at(anchor[0]) if anchor[0] else -1
        self._is_quiet = True
        self._adjust_bars()
        self._set_top(self.lines.heights.top(at) + anchor[1] if at >= 0 else float(self.verticalScrollBar().value()))
        self._measure_view()
        self.paint_anew()

    def _anchor(self) -> tuple[str, float]:
        """The row at the top of the view, and how far into it the view begins."""
        y = float(self.verticalScrollBar().value())
        at = self.lines.heights.at(y)
        return (self.lines.row(at).key, y - self.lines.heights.top(at)) if at >= 0 and y > 0 else ("", 0.0)

    def rows_in_view(self) -> range:
        top = self.verticalScrollBar().value()
        return self.lines.heights.between(top, top + self.viewport().height())

    def _measure_view(self) -> bool:
        """The exact heights of the rows in view. True where what was seen before could not stay where it is."""
        has_moved = False
        for _ in range(AT_MOST):
            shown = self.rows_in_view()
            new = [at for at in shown if not self.lines.is_exact(at)]
            if not new:
                break
            seen = [at for at in shown if self.lines.is_exact(at)]
            anchor = seen[0] if seen else shown[0]
            before, total = self.lines.heights.top(anchor), self.lines.heights.total
            for at in new:
                self.lines.measured(at, self.wrapped(at).height, is_exact=True)
            is_beyond = bool(seen) and (new[0] > seen[-1] or new[-1] < seen[0])
            has_moved |= self._shift(self.lines.heights.top(anchor) - before)
            has_moved |= not is_beyond and self.lines.heights.total != total
        return has_moved

    def measure_more(self) -> None:
        """Heights of rows out of view, as many as nobody notices; then again until all are known."""
        slice_of_time = QDeadlineTimer(_SLICE)
        if not self.links.is_complete and self.links.find_more(slice_of_time):
            self.update_time()
        anchor = self.lines.heights.at(self.verticalScrollBar().value())
        before = self.lines.heights.top(anchor)
        at = self.lines.first_guess()
        while at >= 0 and not slice_of_time.hasExpired():
            self.lines.measured(at, self.words.height(self.lines.row(at)))
            at = self.lines.first_guess()
        if self._shift(self.lines.heights.top(anchor) - before):
            self.viewport().update()
        if self.isVisible() and (at >= 0 or not self.links.is_complete):
            self._idle.start(_SLICE_EVERY)

    def measure_soon(self) -> None:
        """When nothing is painted for a while, where there is anything left to measure."""
        if self._is_whole and (not self.links.is_complete or self.lines.first_guess() >= 0):
            self._idle.start(_REST)

    def wrapped(self, at: int) -> chart_words.Wrapped:
        """The words of a shown row, as they are painted."""
        row = self.lines.row(at)
        return self.words.of(row, "" if row.level == 2 else FOLDED if row.key in self.lines.folded else OPEN)

    def _shift(self, by: float) -> bool:
        """Rows above the view are higher by so much: the bar moves, the picture does not. True where it has to."""
        down = self.verticalScrollBar()
        wanted = down.value() + int(by)
        self._set_top(wanted)
        return down.value() != wanted

    def _set_top(self, top: float) -> None:
        """Where the view begins, without moving what is painted."""
        self._is_quiet = True
        down = self.verticalScrollBar()
        down.setRange(0, max(int(self.lines.heights.total) - self.viewport().height(), 0))
        down.setValue(int(top))
        self._is_quiet = False

    def _adjust_bars(self) -> None:
        view, across = self.viewport().size(), self.horizontalScrollBar()
        width = view.width() - self.split
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(int(self.lines.heights.total) - view.height(), 0))
        across.setRange(0, max(int(self.time.width) - width, 0))
        across.setPageStep(max(width, 1))

    # Scale and place

    def set_scale(self, scale: Scale) -> None:
        """Another scale; the day in the middle stays in the middle."""
        self._scale = scale
        room = float(max(self.viewport().width() - self.split, 50))
        wanted = bars.fit(self.time, room).per_day if scale is Scale.FIT else bars.PER_DAY[scale]
        self._zoom(wanted, room / 2)
        self._is_fitted = scale is Scale.FIT
        self.scaled.emit(scale)

    def zoom(self, per_day: float, at: float) -> None:
        """Another width of a day; the day at a place of the view stays there. Nothing is fitted to the view then."""
        self._is_fitted = False
        self._zoom(per_day, at)
        self.scaled.emit(None)

    def _zoom(self, per_day: float, at: float) -> None:
        day = (self.horizontalScrollBar().value() + at) / self.time.per_day
        self.time = self.time.scaled(min(max(per_day, 0.05), 60.0))
        self._is_quiet = True
        self._adjust_bars()
        self.horizontalScrollBar().setValue(int(day * self.time.per_day - at))
        self._is_quiet = False
        self.update_time()

    def jump_to(self, day: date) -> None:
        """A day into the middle of the view."""
        room = self.viewport().width() - self.split
        self.horizontalScrollBar().setValue(int(self.time.x(day) - room / 2))

    def fold(self, key: str) -> None:
        """Fold what is open, open what is folded."""
        chosen, anchor = self.chosen_key, self._anchor()
        self.lines.folded.symmetric_difference_update({key})
        self.words.forget(key)
        self.lines.lay(self._guess(self.lines.rows))
        self._laid(chosen if self.lines.at(chosen) >= 0 else key, anchor)

    @property
    def number_width(self) -> float:
        """Of the first column, where services and tasks are folded."""
        return self.words.lefts()[1]

    def is_at_split(self, x: float) -> bool:
        """Whether the pointer is where the splitter is taken."""
        return abs(x - self.split) <= _AT_SPLIT

    def set_split(self, x: float) -> None:
        """Where the columns end and the time begins; remembered as a share of the width."""
        self.line.keep(x, self.viewport().width())
        self._take_split()

    def _take_split(self) -> None:
        if self.line.fit(self.viewport().width()):
            self.words = Words(self.font(), self.split)
            self._lay()
        self._adjust_bars()
        if self._is_fitted:
            self.set_scale(Scale.FIT)

    # What is painted again

    def inks(self) -> Inks:
        """What the chart is painted with in the colours and the face of now."""
        colours = style.colours()
        if self._inks is None or self._inks[0] is not colours:
            self._inks = colours, chart_paint.inks(colours, self.font().toString())
        return self._inks[1]

    def paint_anew(self) -> None:
        """Everything."""
        self.viewport().update()
        self.header.update()

    def update_time(self) -> None:
        """All that stands in time."""
        self.viewport().update(self.time_rect())
        self.header.update()

    def time_rect(self) -> QRect:
        view = self.viewport().rect()
        return view.adjusted(min(self.split + 1, view.width()), 0, 0, 0)

    def stretch(self) -> Stretch:
        """The part of the time that is in view."""
        width = max(self.viewport().width() - self.split - 1, 1)
        return Stretch(self.time, self.horizontalScrollBar().value(), width, self.viewport().height(), self.exceptions)

    def row_rect(self, at: int) -> QRect:
        """Of a shown row, in the view."""
        top = self.lines.heights.top(at) - self.verticalScrollBar().value()
        return QRect(0, int(top), self.viewport().width(), int(self.lines.heights.height(at)))

    def bar_rect(self, at: int) -> QRect:
        """Where the bar of a shown row stands, and what goes with it: a row of many lines is much higher."""
        row = self.row_rect(at)
        middle = row.top() + row.height() // 2
        return QRect(0, middle - _BAR_BAND, row.width(), 2 * _BAR_BAND) & row & self.time_rect()

    def update_row(self, at: int) -> None:
        if 0 <= at < len(self.lines):
            self.viewport().update(self.row_rect(at))

    def update_links_of(self, at: int, before: Row) -> None:
        """The arrows from and to a row that was another before, no wider than they are."""
        for link in self.links.of(at):
            bar_of = [bars.bar(self.lines.row(one), self.time) for one in link] + [bars.bar(before, self.time)]
            xs = [x for one in bar_of if one is not None for x in (one.left, one.right)]
            if xs:
                left = int(min(xs)) - self.horizontalScrollBar().value() + self.split
                rows = self.row_rect(link[0]).united(self.row_rect(link[1]))
                narrow = QRect(
                    left - AROUND_A_BAR, rows.top(), int(max(xs) - min(xs)) + 2 * AROUND_A_BAR, rows.height()
                )
                self.viewport().update(narrow & self.time_rect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What is painted moves along, and the strip that comes into view is painted."""
        if self._is_quiet:
            return
        if dx:
            self.update_time()
        if not dy:
            return
        if self._measure_view() or abs(dy) >= self.viewport().height():
            self.viewport().update()
        else:
            self.viewport().scroll(0, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.setGeometry(0, 0, self.viewport().width(), HEADER)
        self._take_split()
        if self._measure_view():
            self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._inks = None
            self.words = Words(self.font(), self.split)
            self._lay()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            y = self.viewport().mapFromGlobal(_place(event)).y() + self.verticalScrollBar().value()
            at = self.lines.at_height(y)
            self.viewport().setToolTip(labels.tooltip(self.told(self.lines.row(at)) if at >= 0 else ""))
        return super().viewportEvent(event)


AT_MOST = 6
"""So often heights may bring other rows into view, whose heights are then measured."""
_SLICE_EVERY = 12


def _place(event: QEvent) -> QPoint:
    found: QPoint = event.globalPos()  # type: ignore[attr-defined]
    return found
