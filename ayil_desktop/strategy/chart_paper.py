"""How does the chart of a plan stand on paper? The same rows and bars as on the screen, in grey."""

import datetime
from collections.abc import Sequence

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.printing.document import Cell, Column, Row, Table
from ayil_desktop.printing.drawing import Drawing, Hatch, Label, Line, Polygon, Rectangle, Shape
from ayil_desktop.strategy import bars
from ayil_desktop.strategy.bars import Bar, Edge, Time
from ayil_desktop.strategy.rules import STATE_NAMES, State
from ayil_desktop.workdays import periods

WIDTHS = {"A4": 252.0, "A3": 375.0}
"""Of the writing on a lying sheet, in mm, less the margins."""
WORDS = {"A4": (13.0, 62.0, 27.0), "A3": (15.0, 105.0, 40.0)}
"""Number, activity and deadline, in mm; the chart has the rest."""
TALL = 8.0
BAR = 3.6
_SMALL = 7.0

HATCHES: dict[State, tuple[float | None, Hatch, str]] = {
    State.NOT_YET_DUE: (None, "", ""),
    State.DUE: (None, ".", "!"),
    State.IN_PROGRESS: (None, "/", "…"),
    State.LATE: (None, "x", "!!"),
    State.LATE_UNRECORDED: (None, "x", "?"),
    State.DONE: (0.55, "", "+"),
    State.DONE_LATE: (0.55, "\\", "+"),
    State.CANCELLED: (None, "-", "×"),
    State.UNDATED: (None, "", ""),
}
"""Fill, hatch and letter of each state: any one of them tells it on a black-and-white printer."""


def time_on(rows: Sequence[bars.Row], today: datetime.date, size: str) -> Time:
    """All months from the first to the last bar over the width that the words leave; no empty ones at the ends."""
    begins = min((row.starts or row.ends for row in rows if row.ends), default=today)
    ends = max((row.ends for row in rows if row.ends), default=today)
    trimmed = Time(begins.replace(day=1), periods.end_of_month(ends), 1.0)
    return bars.fit(trimmed, WIDTHS[size] - sum(WORDS[size]))


def table(rows: Sequence[bars.Row], time: Time, size: str, language: str) -> Table:
    """A row of words and bar for every row of the plan, under months that repeat on each page."""
    number, activity, deadline = WORDS[size]
    heads = (Message("№"), Message("Activity"), Message("Deadline"))
    titles = [one.into(language) for one in heads]
    return Table(
        columns=(
            Column(titles[0], width=number, align="center"),
            Column(titles[1], width=activity),
            Column(titles[2], width=deadline),
            Column("", width=round(time.width, 1)),
        ),
        rows=tuple(_row(row, time) for row in rows),
        head=((*(Cell(title) for title in titles), Cell(drawing=_months(time, language))),),
        size=8,
    )


def _row(row: bars.Row, time: Time) -> Row:
    is_head = row.level < 2
    return (
        Cell(row.number, bold=is_head),
        Cell(row.text, bold=is_head),
        Cell(row.words),
        Cell(drawing=_drawing(row, time)),
    )


def _months(time: Time, language: str) -> Drawing:
    shapes: list[Shape] = []
    for level, unit in enumerate(("year", "month")):
        for column in bars.columns(time, unit, 0, time.width):
            y = 2.5 + 5 * level
            words = (
                str(column.first.year)
                if unit == "year"
                else _month(column.first.month, column.right - column.left, language)
            )
            shapes.append(Label((column.left + column.right) / 2, y, words, _SMALL, align="center"))
            if column.left > 0:
                shapes.append(Line((column.left, 5.0 * level), (column.left, 10), 0.25))
    shapes.append(Line((0, 5), (time.width, 5), 0.25))
    return Drawing(round(time.width, 1), 10, tuple(shapes))


def _month(number: int, width: float, language: str) -> str:
    name = wording.month_name(number, language)
    return name if width > 2.1 * len(name) else name[:3] if width > 7 else str(number)


def _drawing(row: bars.Row, time: Time) -> Drawing:
    shapes: list[Shape] = [
        Line((column.left, 0), (column.left, TALL), 0.2, 0.7)
        for column in bars.columns(time, "month", 0, time.width)
        if column.left > 0
    ]
    bar = bars.bar(row, time)
    base = bars.base_bar(row, time)
    if base is not None:
        shapes.append(Rectangle(base.left, TALL - 1.4, base.width, 0.7, line=0, fill=0.6))
    if bar is not None:
        shapes.extend(_bracket(bar) if row.level < 2 else _bar(bar, row.state or State.NOT_YET_DUE))
    shapes.extend(Line((x, 2), (x, TALL - 2), 1.2) for x in bars.ticks(row, time))
    return Drawing(round(time.width, 1), TALL, tuple(shapes))


def _bracket(bar: Bar) -> list[Shape]:
    top = TALL / 2 - 1
    found: list[Shape] = [Rectangle(bar.left, top, bar.width, 1.0, line=0, fill=0.2)]
    for x, inward in ((bar.left, 1.4), (bar.right, -1.4)):
        found.append(Polygon(((x, top), (x + inward, top), (x, top + 2.4)), line=0, fill=0.2))
    return found


def _bar(bar: Bar, state: State) -> list[Shape]:
    """Firm ends are closed, soft ones open; a lead-in is only a dashed line up to the day."""
    fill, hatch, letter = HATCHES[state]
    top = TALL / 2 - BAR / 2
    bottom = top + BAR
    found: list[Shape] = [Rectangle(bar.left, top, bar.width, BAR, line=0, fill=fill if fill else 0.92, hatch=hatch)]
    dashed = bar.begin is Edge.LEAD
    for y in (top, bottom):
        found.append(Line((bar.left, y), (bar.right, y), 0.4, dashed=dashed))
    if bar.begin is Edge.FIRM:
        found.append(Line((bar.left, top), (bar.left, bottom), 0.6))
    if bar.end is Edge.FIRM:
        found.append(Line((bar.right, top - 0.6), (bar.right, bottom + 0.6), 1.0))
    if letter:
        found.append(Label(bar.right + 1, TALL / 2, letter, _SMALL))
    return found


def legend(language: str) -> str:
    """What the letters beside the bars say."""
    told = [f"{letter} {STATE_NAMES[state].into(language)}" for state, (_, _, letter) in HATCHES.items() if letter]
    return " · ".join(told)
