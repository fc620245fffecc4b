"""Which columns and rows does each cell of a table cover, and where do the columns stand?"""

from collections.abc import Sequence
from typing import NamedTuple

from ayil_desktop.printing import columns, document, rows
from ayil_desktop.printing.drawing import Drawing

_SMALLER = 2.0  # than the document's letters


class Place(NamedTuple):
    """A cell: the columns it covers, from `left` to before `right`, and its rows, from `first` to before `end`."""

    text: document.Text
    bold: bool
    align: document.Align
    drawing: Drawing | None
    left: int
    right: int
    first: int
    end: int
    keep: bool = False


def letter_size(table: document.Table, size: float) -> float:
    """The table's letters in a document of letters of that size."""
    return table.size or max(size - _SMALLER, 8)


def head_rows(table: document.Table) -> tuple[document.Row, ...]:
    """The head as given, or the columns' titles, or none."""
    titles = tuple(column.title for column in table.columns)
    return table.head or ((titles,) if any(titles) else ())


def of_rows(
    given: Sequence[document.Row], columns_given: Sequence[document.Column], *, is_head: bool
) -> list[list[Place]]:
    """For each row the cells that begin in it, blank ones where the row is short."""
    free_from = [0] * len(columns_given)  # the row in which no cell from above covers the column any more
    found = []
    for number, row in enumerate(given):
        places: list[Place] = []
        cells = iter(row)
        column = 0
        while column < len(columns_given):
            if free_from[column] > number:
                column += 1
                continue
            place = _place(next(cells, ""), column, number, columns_given[column], is_head)
            if place.right > len(columns_given) or place.end > len(given):
                place = place._replace(right=min(place.right, len(columns_given)), end=min(place.end, len(given)))
            places.append(place)
            free_from[column : place.right] = [place.end] * (place.right - column)
            column = place.right
        if next(cells, None) is not None:
            raise ValueError(f"row {number} of the table has more cells than there are columns")
        found.append(places)
    return found


def _place(given: str | document.Cell, column: int, row: int, look: document.Column, is_head: bool) -> Place:
    align: document.Align = "center" if is_head else look.align
    if isinstance(given, str):
        return Place(given, is_head, align, None, column, column + 1, row, row + 1)
    if given.columns > 1 and not is_head:
        align = "left"
    right, end = column + given.columns, row + given.rows
    return Place(
        given.text, given.bold or is_head, given.align or align, given.drawing, column, right, row, end, given.keep
    )


def edges(
    given: Sequence[document.Column], head: list[list[Place]], body: list[list[Place]], width: float, size: float
) -> list[float]:
    """Where the columns begin, and at last where the table ends."""
    wanted = columns.widths(
        given,
        head=_texts(head, len(given)),
        body=_texts(body, len(given)),
        width=width,
        size=size,
        padding=2 * rows.ACROSS,
    )
    found = [0.0]
    for wide in wanted:
        found.append(found[-1] + wide)
    return found


def _texts(placed: list[list[Place]], count: int) -> list[set[document.Text]]:
    """The different texts of each column that stand in it alone."""
    texts: list[set[document.Text]] = [set() for _ in range(count)]
    for row in placed:
        for place in row:
            if place.right - place.left == 1:
                texts[place.left].add(place.text)
    return texts
