"""How does the chart of a plan stand on paper? The same rows and bars as on the screen, in grey."""

import datetime
import math
from collections.abc import Iterator, Sequence

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.printing.document import Block, Cell, Column, PageBreak, Space, Table
from ayil_desktop.printing.drawing import Drawing, Hatch, Label, Line, Polygon, Rectangle, Shape
from ayil_desktop.strategy import bars, chart_layout, chart_links, time_columns
from ayil_desktop.strategy.bars import Bar, Edge, Time
from ayil_desktop.strategy.chart_layout import Layout
from ayil_desktop.strategy.chart_links import Piece
from ayil_desktop.strategy.standing import STATE_NAMES, State
from ayil_desktop.workdays.deadlines import Kind

LOOKS: dict[State, tuple[float, Hatch, str]] = {
    State.NOT_YET_DUE: (0.92, "", ""),
    State.DUE: (0.92, ".", "!"),
    State.IN_PROGRESS: (0.92, "/", "…"),
    State.LATE: (0.92, "x", "!!"),
    State.LATE_UNRECORDED: (0.92, "x", "?"),
    State.DONE: (0.55, "", "✓"),
    State.DONE_LATE: (0.55, "\\", "✓"),
    State.CANCELLED: (0.92, "-", "×"),
    State.UNDATED: (0.92, "", ""),
}
"""Fill, hatch and letter of each state: any one of them tells it on a black-and-white printer."""

_HEADS = (Message("No."), Message("Activity"), Message("Responsible"), Message("Deadline"))
_POINT = 25.4 / 72
_BAR = 0.42  # mm per point of the letters, as are the lengths below
_TICK, _TICKS_APART = 0.8, 1.3  # mm
_NARROWEST_COLUMN = 0.8
_PER_LETTER = 0.2  # of a word, roughly
_LEGEND = 8.0  # points
_LEGEND_COLUMNS = 6  # at most; as many as fill its lines, each as wide as its words need
_LEGEND_CELL = 40.0  # mm, at least
_LEGEND_ROOM = 7  # letters that a cell is wider than its words


def pages(rows: Sequence[bars.Row], layout: Layout, today: datetime.date, language: str) -> list[Block]:
    """The tables of all pages: across first, then down; the words and the months stand on each of them."""
    drawings = [_Drawings(rows, layout, time, today) for time in layout.times]
    if len(drawings) == 1:
        # Pages that are left to the table may be typed in afterwards in a Word file.
        return [_table(drawings[0], range(len(rows)), language)]
    blocks: list[Block] = []
    for number, band in enumerate(layout.bands):
        for place, drawn in enumerate(drawings):
            blocks.extend([PageBreak()] if blocks else [])
            # The pages that are glued side by side begin at one height.
            blocks.extend([Space(layout.above)] if not number and place and layout.above else [])
            blocks.append(_table(drawn, band, language))
    return blocks


def _table(drawn: "_Drawings", band: range, language: str) -> Table:
    layout, time = drawn.layout, drawn.time
    with_responsible = len(layout.widths) == 4
    titles = [one.into(language) for one in _HEADS]
    if not with_responsible:
        del titles[2]
    columns = [Column(title, width=width) for title, width in zip(titles, layout.widths, strict=True)]
    rows = tuple(
        (
            *chart_layout.words_of(drawn.rows[place], with_responsible=with_responsible),
            Cell(drawing=drawn.of(place)),
        )
        for place in band
    )
    return Table(
        columns=(*columns, Column("", width=round(time.width, 2))),
        rows=rows,
        head=((*(Cell(title) for title in titles), Cell(drawing=_header(time, layout, language))),),
        size=layout.letters,
    )


class _Drawings:
    """What stands beside the words on the pages of one stretch of time; what all rows share is found once."""

    def __init__(self, rows: Sequence[bars.Row], layout: Layout, time: Time, today: datetime.date) -> None:
        self.rows, self.layout, self.time = rows, layout, time
        self._first = bars.first_drawn(rows)
        unit = time_columns.header_units(time, _NARROWEST_COLUMN * layout.letters)[1]
        self._edges = [one.left for one in time_columns.columns(time, unit, 0, time.width) if one.left > 0]
        self._today = time.x(today) + time.per_day / 2 if time.begins <= today <= time.ends else None
        self._links = chart_links.pieces(rows, time)

    def of(self, place: int) -> Drawing:
        """Of one row: the lines of the months, today, the arrows that pass, and its bar."""
        height = self.layout.heights[place]
        shapes: list[Shape] = [Line((x, 0), (x, height), 0.2, 0.7) for x in self._edges]
        if self._today is not None:
            shapes.append(Line((self._today, 0), (self._today, height), 0.6, 0.35, dashed=True))
        shapes.extend(_link(piece, height) for piece in self._links.get(place, ()))
        row = self.rows[place]
        row = row._replace(starts=self._first.get(place, row.starts))
        shapes.extend(_painted(row, self.time, height, self.layout.letters))
        return Drawing(round(self.time.width, 2), height, tuple(shapes))


def _header(time: Time, layout: Layout, language: str) -> Drawing:
    """Two rows of time, in units that are readable at this scale."""
    shapes: list[Shape] = []
    half = layout.head / 2
    letters = layout.letters * 0.9
    for level, unit in enumerate(time_columns.header_units(time, _NARROWEST_COLUMN * layout.letters)):
        for column in time_columns.columns(time, unit, 0, time.width):
            width = column.right - column.left
            middle = (column.left + column.right) / 2
            words = _header_words(column, letters, language, is_upper=level == 0)
            shapes.append(Label(middle, half * (level + 0.5), words, letters, align="center", width=width))
            if column.left > 0:
                shapes.append(Line((column.left, half * level), (column.left, layout.head), 0.25))
    shapes.append(Line((0, half), (time.width, half), 0.25))
    return Drawing(round(time.width, 2), layout.head, tuple(shapes))


def _header_words(column: time_columns.Column, letters: float, language: str, *, is_upper: bool) -> str:
    day, width = column.first, column.right - column.left
    if column.unit in ("decade", "year"):
        return str(day.year)
    if column.unit == "quarter":
        return wording.roman((day.month - 1) // 3 + 1)
    if column.unit == "week":
        return str(min((day.day - 1) // 7, 3) + 1)
    name = wording.month_name(day.month, language) + (f" {day.year}" if is_upper else "")
    widest = _PER_LETTER * letters
    return name if width > widest * len(name) else name[:3] if width > widest * 3.5 else str(day.month)


def _painted(row: bars.Row, time: Time, height: float, letters: float) -> list[Shape]:
    """The bar of a row, its approved days, its ticks; where it has no day, its words stand in their place."""
    thick = _BAR * letters
    bar, base = bars.bar(row, time), bars.base_bar(row, time)
    shapes: list[Shape] = []
    if base is not None:
        shapes.append(_base(base, height / 2 + thick / 2, letters))
    if bar is not None:
        middle = height / 2
        is_head = row.level < 2
        state = row.state or State.NOT_YET_DUE
        return shapes + (
            _bracket(bar, middle, letters) if is_head else bar_shapes(bar, state, middle, letters, time.width)
        )
    top, bottom = height / 2 - thick / 2, height / 2 + thick / 2
    shapes.extend(_ticks(row, time, top, bottom))
    if _stands_in_words(row) and not bars.has_open_ticks(row, time, apart=_TICKS_APART):
        shapes.append(Rectangle(1, top, time.width - 2, thick, line=0, fill=1))
        shapes.append(Label(1.5, height / 2, f"◦ {row.words}", letters * 0.9, width=time.width - 3))
    return shapes


def _stands_in_words(row: bars.Row) -> bool:
    """Whether an activity has neither a bar nor a tick of what was done."""
    is_barred = row.ends is not None and row.kind is not Kind.REGULAR
    return row.level == 2 and not is_barred and not row.occurrences


def _ticks(row: bars.Row, time: Time, top: float, bottom: float) -> Iterator[Shape]:
    """Filled where a regular activity was done, open where it is due."""
    for x in bars.open_ticks(row, time, 0, time.width, apart=_TICKS_APART):
        yield Rectangle(x - _TICK / 2, top, _TICK, bottom - top, line=0.3, fill=1)
    for x in bars.ticks(row, time):
        yield Rectangle(x - _TICK / 2, top, _TICK, bottom - top, line=0, fill=0.2)


def _base(bar: Bar, below: float, letters: float) -> Shape:
    """The approved days: thin and grey under the bar."""
    return Rectangle(bar.left, below + 0.03 * letters, bar.width, 0.06 * letters, line=0, fill=0.5)


def _bracket(bar: Bar, middle: float, letters: float) -> list[Shape]:
    high, inward, down = (length * letters for length in (0.12, 0.17, 0.3))
    top = middle - high
    found: list[Shape] = [Rectangle(bar.left, top, bar.width, high, line=0, fill=0.2)]
    for x, turned in ((bar.left, inward), (bar.right, -inward)):
        found.append(Polygon(((x, top), (x + turned, top), (x, top + down)), line=0, fill=0.2))
    return found


def bar_shapes(bar: Bar, state: State, middle: float, letters: float, room: float) -> list[Shape]:
    """Firm ends are closed, soft ones open; a lead-in is only a dashed line up to the day. `room` is the chart's."""
    fill, hatch, letter = LOOKS[state]
    thick = _BAR * letters
    top, bottom = middle - thick / 2, middle + thick / 2
    found: list[Shape] = [Rectangle(bar.left, top, bar.width, thick, line=0, fill=fill, hatch=hatch)]
    for y in (top, bottom):
        found.append(Line((bar.left, y), (bar.right, y), 0.4, dashed=bar.begin is Edge.LEAD))
    if bar.begin is Edge.FIRM:
        found.append(Line((bar.left, top), (bar.left, bottom), 0.6))
    if bar.end is Edge.FIRM:
        found.append(Line((bar.right, top - 0.6), (bar.right, bottom + 0.6), 1.0))
    if state is State.CANCELLED:
        found.append(Line((bar.left, middle), (bar.right, middle), 0.8))
    return found + (_letter(bar, letter, middle, letters, room) if letter else [])


def _letter(bar: Bar, letter: str, middle: float, letters: float, room: float) -> list[Shape]:
    """In the bar on white, because a hatch lies under it; beside one that is too short."""
    size = letters * 0.95
    wide, high = size * _POINT * (0.45 * len(letter) + 0.55), size * _POINT * 0.95
    left, right = max(bar.left, 0.0), min(bar.right, room)
    centre = (left + right) / 2
    if right - left < wide + 1.5:
        centre = bar.right + wide / 2 + 0.8 if bar.right + wide + 1 < room else bar.left - wide / 2 - 0.8
    ground = Rectangle(centre - wide / 2, middle - high / 2, wide, high, line=0, fill=1)
    return [ground, Label(centre, middle, letter, size, bold=True, align="center")]


def _link(piece: Piece, height: float) -> Shape:
    if len(piece) == 3:
        return Polygon(tuple((x, y * height) for x, y in piece), line=0, fill=0.25)
    (x1, y1), (x2, y2) = piece
    return Line((x1, y1 * height), (x2, y2 * height), 0.5, 0.25)


def legend(rows: Sequence[bars.Row], language: str, *, has_today: bool, width: float) -> Table:
    """What the bars, hatches, letters and lines say that stand in the chart; only those that do."""
    told = [
        (Cell(drawing=drawn), words.into(language))
        for words, drawn in [*_states(rows), *_edges(rows), *_others(rows, has_today)]
    ]
    most = min(_LEGEND_COLUMNS, max(int(width / _LEGEND_CELL), 1))
    count = math.ceil(len(told) / max(math.ceil(len(told) / most), 1))
    lines = [told[place : place + count] for place in range(0, len(told), count)]
    longest = [max(len(words) for _, words in told[place::count]) for place in range(count)]
    columns = [one for letters in longest for one in (Column(width=13), Column(weight=letters + _LEGEND_ROOM))]
    return Table(
        tuple(columns), tuple(tuple(cell for pair in line for cell in pair) for line in lines), grid=False, size=_LEGEND
    )


_SAMPLE_WIDTH, _SAMPLE_HEIGHT = 13.0, 5.0


def _sample(*shapes: Shape) -> Drawing:
    return Drawing(_SAMPLE_WIDTH, _SAMPLE_HEIGHT, shapes)


def _sample_bar(state: State, begin: Edge, end: Edge) -> Drawing:
    return _sample(*bar_shapes(Bar(0, 11, begin, end), state, _SAMPLE_HEIGHT / 2, 8, _SAMPLE_WIDTH))


def _states(rows: Sequence[bars.Row]) -> list[tuple[Message, Drawing]]:
    barred = [row for row in rows if row.level == 2 and row.ends is not None and row.kind is not Kind.REGULAR]
    there = {row.state or State.NOT_YET_DUE for row in barred}
    return [(STATE_NAMES[state], _sample_bar(state, Edge.FIRM, Edge.FIRM)) for state in LOOKS if state in there]


_EDGE_NAMES = (
    (Edge.FIRM, Edge.FIRM, Message("From a day to a day")),
    (Edge.SOFT, Edge.SOFT, Message("Some time in the period")),
    (Edge.LEAD, Edge.FIRM, Message("Not later than the day")),
)


def _edges(rows: Sequence[bars.Row]) -> list[tuple[Message, Drawing]]:
    """How sure the days are, where not all are alike."""
    sure = Time(datetime.date.min, datetime.date.max, 1.0)
    found = [bars.bar(row, sure) for row in rows if row.level == 2]
    there = {(bar.begin, bar.end) for bar in found if bar is not None}
    if len(there) < 2:
        return []
    return [
        (words, _sample_bar(State.NOT_YET_DUE, begin, end))
        for begin, end, words in _EDGE_NAMES
        if (begin, end) in there
    ]


def _others(rows: Sequence[bars.Row], has_today: bool) -> list[tuple[Message, Drawing]]:
    found: list[tuple[Message, Drawing]] = []
    if any(row.level < 2 and row.ends is not None for row in rows):
        bracket = _bracket(Bar(1, 12, Edge.FIRM, Edge.FIRM), _SAMPLE_HEIGHT / 2, 8)
        found.append((Message("From the first to the last activity"), _sample(*bracket)))
    if any(_stands_in_words(row) and not row.expected for row in rows):
        found.append((Message("Without a date, in words"), _sample(Label(5, _SAMPLE_HEIGHT / 2, "◦ …", 8))))
    if any(row.occurrences for row in rows):
        ticks = (Rectangle(x, 1, _TICK, _SAMPLE_HEIGHT - 2, line=0, fill=0.2) for x in (3.0, 7.0, 11.0))
        found.append((Message("Regularly, each time"), _sample(*ticks)))
    if any(row.expected for row in rows):
        ticks = (Rectangle(x, 1, _TICK, _SAMPLE_HEIGHT - 2, line=0.3, fill=1) for x in (3.0, 7.0, 11.0))
        found.append((Message("Regularly, due again"), _sample(*ticks)))
    if any(row.base is not None for row in rows):
        found.append((Message("Days as approved"), _sample(Rectangle(1, 2.5, 11, 0.5, line=0, fill=0.5))))
    if any(row.needs for row in rows):
        arrow = Polygon(((12, 2.75), (10, 1.9), (10, 3.6)), line=0, fill=0.25)
        found.append((Message("Comes after"), _sample(Line((2, 2.75), (10, 2.75), 0.5, 0.25), arrow)))
    if has_today:
        found.append((Message("Today"), _sample(Line((7, 0), (7, _SAMPLE_HEIGHT), 0.6, 0.35, dashed=True))))
    return found
