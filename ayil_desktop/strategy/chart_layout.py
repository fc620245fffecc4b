"""How large are the letters of a printed chart, and which rows and months does each of its pages hold?"""

import datetime
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ayil_desktop.printing import measuring
from ayil_desktop.printing.document import Cell, Column, Table
from ayil_desktop.strategy import chart_sheet, numbering
from ayil_desktop.strategy.bars import Row, Time
from ayil_desktop.strategy.chart_sheet import ChartSheet, Fitting
from ayil_desktop.workdays.periods import Period

USUAL = {"A4": 8.0, "A3": 9.0, "A5": 7.0}
"""Letters in points where nothing else decides."""
MONTH = 20.0
"""Millimetres of a month at a scale of 100 per cent."""
READABLE = 7.0
"""Smaller letters are hard to read on paper."""
_SMALLEST, _LARGEST, _STEP = 1.0, 11.0, 0.25
_SHARES = (0.045, 0.25, 0.14, 0.115)
"""Number, activity, responsible and deadline, in parts of the writing's width."""
_AT_FULL_SCALE = (11.0, 60.0, 34.0, 28.0)
"""The same in mm at a scale of 100 per cent."""
_MOST_WORDS = 0.6
_BAR_ROW = 0.6  # mm per point of the letters
_HEAD = 1.3
_AROUND = 4.0  # mm of white above and below the table, and for what rounding may add
_SPARE = 0.96
"""Of the height of pages that are glued side by side: Word's rows are a little higher, and none may slip off a page."""
_LINE = 0.18  # mm by which a line of Word's tables makes each row higher; it counts where letters are small
_DAYS_IN_A_MONTH = 30.44


@dataclass(frozen=True)
class Layout:
    """The letters in points; the widths of the words and the heights of the rows in mm; the time of each page across
    and the rows of each page down. `above` is what the head of the paper takes of the first pages, in mm."""

    letters: float
    widths: tuple[float, ...]
    times: tuple[Time, ...]
    bands: tuple[range, ...]
    heights: tuple[float, ...]
    above: float
    tail_pages: int

    @property
    def pages(self) -> int:
        """All sheets of paper together."""
        return len(self.times) * len(self.bands) + self.tail_pages

    @property
    def is_readable(self) -> bool:
        return self.letters >= READABLE

    @property
    def head(self) -> float:
        """The height of the time header, in mm."""
        return _HEAD * self.letters


def lay_out(
    rows: Sequence[Row], sheet: ChartSheet, *, today: datetime.date, above: float = 0, below: float = 0
) -> Layout:
    """The pages of the chosen rows. `above` and `below` the chart stand other things, so many mm high."""
    making = _Making(rows, sheet, chart_sheet.months(rows, sheet, today), above, below)
    if sheet.fitting is Fitting.SCALE:
        return making.at(USUAL[sheet.paper] * sheet.percent / 100)
    if sheet.fitting is Fitting.WIDTH:
        return making.at(USUAL[sheet.paper])
    return making.largest(1 if sheet.fitting is Fitting.PAGE else sheet.down)


def readable(rows: Sequence[Row], sheet: ChartSheet, *, today: datetime.date, above: float, below: float) -> ChartSheet:
    """The nearest sheet whose letters can be read: as wide, with the pages down that it takes, or a larger scale."""
    if sheet.fitting is Fitting.SCALE:
        return replace(sheet, percent=math.ceil(100 * READABLE / USUAL[sheet.paper]))
    across = sheet.across if sheet.fitting is Fitting.PAGES else 1
    wanted = replace(sheet, fitting=Fitting.PAGES, across=across)
    down = _Making(rows, wanted, chart_sheet.months(rows, wanted, today), above, below).pages_down(READABLE)
    if down > chart_sheet.MOST_PAGES:
        return replace(sheet, fitting=Fitting.WIDTH, across=1, down=1)
    return replace(wanted, down=down)


class _Making:
    """The same rows at different sizes of letters."""

    def __init__(
        self, rows: Sequence[Row], sheet: ChartSheet, months: Sequence[Period], above: float, below: float
    ) -> None:
        self._rows, self._sheet, self._months = rows, sheet, months
        self._above, self._below = above, below
        self._width, self._height = sheet.room

    def at(self, letters: float) -> Layout:
        """Pages that are glued side by side are cut here, with room for Word's lines; others by whoever writes them."""
        widths = self._widths()
        times = tuple(self._times(self._width - sum(widths)))
        return self._cut(letters, widths, times, _LINE if len(times) > 1 else 0.0)

    def _cut(self, letters: float, widths: tuple[float, ...], times: tuple[Time, ...], line: float) -> Layout:
        heights = self._heights(widths, letters)
        room = self._height - _HEAD * letters - _AROUND
        room *= _SPARE if len(times) > 1 else 1.0
        ruled = [height + line for height in heights]
        bands = tuple(_bands(self._rows, ruled, room - self._above, room))
        used = sum(ruled[place] for place in bands[-1]) + (self._above if len(bands) == 1 else 0)
        return Layout(
            letters=letters,
            widths=widths,
            times=times,
            bands=bands,
            heights=tuple(heights),
            above=self._above,
            tail_pages=int(used + self._below > room),
        )

    def largest(self, down: int) -> Layout:
        """The largest letters for which so many pages down are enough; the smallest ones where none are."""
        few, many = 0, round((_LARGEST - _SMALLEST) / _STEP)
        widths = self._widths()
        times = tuple(self._times(self._width - sum(widths)))
        while few < many:
            middle = (few + many + 1) // 2
            tried = self._cut(_SMALLEST + middle * _STEP, widths, times, _LINE)
            if len(tried.bands) + tried.tail_pages <= down:
                few = middle
            else:
                many = middle - 1
        return self.at(_SMALLEST + few * _STEP)

    def pages_down(self, letters: float) -> int:
        """How many pages are enough for letters of that size."""
        widths = self._widths()
        found = self._cut(letters, widths, tuple(self._times(self._width - sum(widths))), _LINE)
        return len(found.bands) + found.tail_pages

    def _widths(self) -> tuple[float, ...]:
        if self._sheet.fitting is Fitting.SCALE:
            wanted = [wide * self._sheet.percent / 100 for wide in _AT_FULL_SCALE]
        else:
            wanted = [share * self._width for share in _SHARES]
        if not self._sheet.with_responsible:
            del wanted[2]
        together = max(sum(wanted) / (_MOST_WORDS * self._width), 1.0)
        return tuple(round(wide / together, 2) for wide in wanted)

    def _heights(self, widths: Sequence[float], letters: float) -> list[float]:
        columns = tuple(Column(width=wide) for wide in widths)
        words = tuple(words_of(row, with_responsible=self._sheet.with_responsible) for row in self._rows)
        measured = measuring.row_heights(Table(columns, words, size=letters), width=sum(widths), size=letters)
        return [max(height, _BAR_ROW * letters) for height in measured]

    def _times(self, room: float) -> Iterator[Time]:
        """The time of each page across; no month is cut in two."""
        if self._sheet.fitting is Fitting.SCALE:
            per_day = MONTH / _DAYS_IN_A_MONTH * self._sheet.percent / 100
            count = max(int(room / (31 * per_day)), 1)
        else:
            pages = self._sheet.across if self._sheet.fitting is Fitting.PAGES else 1
            count = -(-len(self._months) // min(pages, len(self._months)))
            per_day = 0.0
        stretches = [self._months[place : place + count] for place in range(0, len(self._months), count)]
        longest = max((one[-1].last - one[0].first).days + 1 for one in stretches)
        for one in stretches:
            yield Time(one[0].first, one[-1].last, min(per_day or room, room / longest))


def words_of(row: Row, *, with_responsible: bool) -> tuple[Cell, ...]:
    """What stands at the left of a bar; a service in the middle, a task behind its number, held with the row below."""
    if row.level == 0:
        name = f"№{numbering.pointed(row.number)} {row.text}"
        return (Cell(name, bold=True, align="center", columns=4 if with_responsible else 3, keep=True),)
    if row.level == 1:
        return Cell(row.number, bold=True, keep=True), Cell(row.text, bold=True, columns=3 if with_responsible else 2)
    responsible = (Cell(row.responsible),) if with_responsible else ()
    return (Cell(row.number), Cell(row.text), *responsible, Cell(row.words))


def _bands(rows: Sequence[Row], heights: Sequence[float], first: float, later: float) -> Iterator[range]:
    """The rows of each page down; a head goes with the row below it, unless a page is too small for both."""
    begin, used, room = 0, 0.0, first
    for chain in _chains(rows):
        height = sum(heights[place] for place in chain)
        if used and used + height > room:
            yield range(begin, chain.start)
            begin, used, room = chain.start, 0.0, later
        used += height
    yield range(begin, len(rows))


def _chains(rows: Sequence[Row]) -> Iterator[range]:
    begin = 0
    for place, row in enumerate(rows):
        if row.level == 2 or place == len(rows) - 1:
            yield range(begin, place + 1)
            begin = place + 1
