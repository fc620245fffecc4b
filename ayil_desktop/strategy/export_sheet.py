"""Which cells of a sheet does each bar of a plan fill, and how?"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ayil_desktop.strategy import bars, time_columns
from ayil_desktop.strategy.bars import Row, Time
from ayil_desktop.strategy.chart_sheet import extent
from ayil_desktop.strategy.standing import State
from ayil_desktop.strategy.time_columns import Column
from ayil_desktop.workdays import periods
from ayil_desktop.workdays.periods import Period

_MOST_WEEKS, _MOST_MONTHS = 24, 240
"""Months up to which a cell is a week, and up to which it is a month; then it is a quarter."""

STATE_LOOKS: Mapping[State, tuple[Mapping[str, Any], str]] = {
    State.NOT_YET_DUE: ({"bg_color": "#9FC3DC"}, ""),
    State.DUE: ({"bg_color": "#F5C451", "fg_color": "#FFFFFF", "pattern": 18}, "!"),
    State.IN_PROGRESS: ({"bg_color": "#6FA8CC", "fg_color": "#FFFFFF", "pattern": 14}, "…"),
    State.LATE: ({"bg_color": "#E58A7F", "fg_color": "#FFFFFF", "pattern": 16}, "!!"),
    State.LATE_UNRECORDED: ({"bg_color": "#E58A7F", "fg_color": "#FFFFFF", "pattern": 16}, "?"),
    State.DONE: ({"bg_color": "#7FB98A"}, "✓"),
    State.DONE_LATE: ({"bg_color": "#7FB98A", "fg_color": "#FFFFFF", "pattern": 13}, "✓"),
    State.CANCELLED: ({"bg_color": "#C8CDD3", "fg_color": "#FFFFFF", "pattern": 11}, "×"),
}
"""Colour, hatch and letter; any one of them tells the state."""

_HEAD_LOOK = {"bg_color": "#44546A"}
_LEAD_LOOK = {"bg_color": "#DCE6EE"}


@dataclass(frozen=True)
class Cells:
    """The columns of time, each a week, month or quarter (`unit`); `groups` are those under one upper heading."""

    unit: str
    columns: tuple[Column, ...]
    groups: tuple[range, ...]

    def touched(self, first: datetime.date, last: datetime.date) -> list[int]:
        """The columns that have a day from first to last."""
        return [place for place, one in enumerate(self.columns) if one.first <= last and one.last >= first]


def cells(rows: Sequence[Row], today: datetime.date) -> Cells:
    """From the first to the last month in which something is drawn."""
    found = extent(rows) or Period(today, today)
    first, last = found.first.replace(day=1), periods.end_of_month(found.last)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    unit = "week" if months <= _MOST_WEEKS else "month" if months <= _MOST_MONTHS else "quarter"
    time = Time(first, last, 1.0)
    columns = tuple(time_columns.columns(time, unit, 0, time.width))
    return Cells(unit, columns, tuple(_groups(columns, unit)))


def _groups(columns: Sequence[Column], unit: str) -> list[range]:
    """The weeks of a month, the months or quarters of a year."""

    def above(column: Column) -> tuple[int, int]:
        return (column.first.year, column.first.month if unit == "week" else 0)

    starts = [place for place, one in enumerate(columns) if not place or above(one) != above(columns[place - 1])]
    return [range(begin, end) for begin, end in zip(starts, [*starts[1:], len(columns)], strict=True)]


def painted(row: Row, cells: Cells) -> dict[int, tuple[Mapping[str, Any], str]]:
    """How the cells of a row look that its bar or its times touch, and the letter in them, by column."""
    if row.level < 2:
        return {place: (_HEAD_LOOK, "") for place in _of_bar(row, cells)}
    found: dict[int, tuple[Mapping[str, Any], str]] = {
        place: ({}, "•") for day in row.occurrences for place in cells.touched(day, day)
    }
    look, letter = STATE_LOOKS.get(row.state or State.NOT_YET_DUE, ({}, ""))
    places = _of_bar(row, cells)
    for place in places:
        # Without a first day only the last cell is sure.
        is_lead = row.begins is None and place != places[-1]
        found[place] = (_LEAD_LOOK if is_lead else look, letter if place == places[-1] else "")
    return found


def _of_bar(row: Row, cells: Cells) -> list[int]:
    bar = bars.bar(row, Time(datetime.date.min, datetime.date.max, 1.0))
    if bar is None or row.ends is None:
        return []
    return cells.touched(row.begins or row.ends - (bars.LEAD_DAYS - 1) * bars.DAY, row.ends)
