"""On which sheets does the chart of a plan stand, how are they filled, and which of its rows are on them?"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ayil_desktop.printing import page
from ayil_desktop.printing.page import MARGINS, Margins, Orientation, Paper
from ayil_desktop.strategy import bars
from ayil_desktop.strategy.bars import Row
from ayil_desktop.workdays import deadlines, periods
from ayil_desktop.workdays.periods import Period, Quarter


class Fitting(StrEnum):
    """How the chart is brought onto paper."""

    WIDTH = "width"
    """One page wide, as many pages down as there are rows."""
    PAGE = "page"
    PAGES = "pages"
    """So many pages across and down, with the largest letters for which they are enough."""
    SCALE = "scale"


class Edges(StrEnum):
    """How wide the white edges of the paper are."""

    STANDARD = "standard"
    """Those of every paper of the office: its sheets are stitched into a file at the left."""
    NARROW = "narrow"
    OWN = "own"


NARROW = Margins(left=10, right=10, top=15, bottom=15)
"""The foot of the page stands below the writing, and no printer reaches the edge of the sheet."""


@dataclass(frozen=True)
class ChartSheet:
    """What the user chooses before the chart is printed.

    `of` is a service's id, empty for all. `period` is "" for the whole plan, "2019" a year, "2019/3" a quarter.
    `percent` counts from the usual letters and months; it matters for SCALE only, `across` and `down` for PAGES only,
    the millimetres of the four edges for OWN only.
    """

    paper: Paper = "A4"
    fitting: Fitting = Fitting.WIDTH
    across: int = 1
    down: int = 1
    percent: int = 100
    of: str = ""
    period: str = ""
    with_responsible: bool = True
    with_approval: bool = True
    orientation: Orientation = "landscape"
    edges: Edges = Edges.STANDARD
    left: int = round(MARGINS.left)
    right: int = round(MARGINS.right)
    top: int = round(MARGINS.top)
    bottom: int = round(MARGINS.bottom)

    @property
    def margins(self) -> Margins:
        """The white edges, in mm."""
        if self.edges is Edges.STANDARD:
            return MARGINS
        return NARROW if self.edges is Edges.NARROW else Margins(self.left, self.right, self.top, self.bottom)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the edges, in mm."""
        width, height = page.size(self.paper, self.orientation)
        return width - self.margins.left - self.margins.right, height - self.margins.top - self.margins.bottom


MOST_PAGES = 20
LEAST_PERCENT, MOST_PERCENT = 25, 200
LEAST_EDGES = {"left": 10, "right": 10, "top": 15, "bottom": 15}
MOST_EDGE = 50


def days(period: str) -> Period | None:
    """The days of a period as it is named in a ChartSheet; None for the whole plan."""
    if not period:
        return None
    year, _, quarter = period.partition("/")
    return Quarter(int(year), int(quarter)).period if quarter else periods.whole_year(int(year))


def periods_of(rows: Sequence[Row]) -> Iterator[str]:
    """The years that a plan touches, each followed by its quarters; nothing of a plan that has no day."""
    found = extent(rows)
    if found is None:
        return
    year = 0
    for quarter in periods.quarters(found.first, found.last):
        if quarter.year != year:
            year = quarter.year
            yield str(year)
        yield f"{quarter.year}/{quarter.number}"


def extent(rows: Sequence[Row]) -> Period | None:
    """From the first to the last day on which something is drawn; None where nothing is."""
    found = [day for row in rows for day in _drawn_days(row)]
    return Period(min(found), max(found)) if found else None


def chosen(rows: Sequence[Row], sheet: ChartSheet) -> list[Row]:
    """The rows of the service and of the period, with all rows above them in the tree."""
    period = days(sheet.period)
    keys = {
        row.key
        for row in rows
        if (not sheet.of or bars.root(rows, row).key == sheet.of) and (period is None or _is_within(row, period))
    }
    return bars.kept(rows, keys)


def months(rows: Sequence[Row], sheet: ChartSheet, today: datetime.date) -> list[Period]:
    """The months of the chart, from the first to the last in which something is drawn; at least one."""
    found = extent(rows) or Period(today, today)
    period = days(sheet.period) or found
    day, last = max(found.first, period.first).replace(day=1), min(found.last, period.last)
    within: list[Period] = []
    while day <= last or not within:
        within.append(periods.month(day.year, day.month))
        day = within[-1].last + bars.DAY
    return within


def _drawn_days(row: Row) -> Iterator[datetime.date]:
    if row.ends is not None:
        yield row.begins or row.ends
        yield row.ends
    yield from row.occurrences
    yield from row.expected
    if row.base is not None:
        yield deadlines.begins(*row.base) or row.base[1]
        yield row.base[1]


def _is_within(row: Row, period: Period) -> bool:
    """Whether something of an activity is drawn in the period."""
    if row.level < 2:
        return False
    if any(period.first <= day <= period.last for day in (*row.occurrences, *row.expected)):
        return True
    return row.ends is not None and (row.begins or row.ends) <= period.last and row.ends >= period.first
