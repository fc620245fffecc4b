"""How does a table stand in a Word file?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ayil_desktop.printing import document, page, places, wordml
from ayil_desktop.printing.drawing import Drawing
from ayil_desktop.printing.wordml import Element, paragraph, runs

_POINTS_DOWN = 2.0
_SHARE_DOWN = 0.25  # of the letters, at most
_LINE = 0.5  # mm that the line below a row needs

Picture = Callable[[Drawing, float], Element]


def table_element(table: document.Table, *, width: float, size: float, picture: Picture) -> Element:
    """The table with the same columns as in the PDF, `width` in mm. `picture` makes a run of a drawing."""
    letters = places.letter_size(table, size)
    head = places.of_rows(places.head_rows(table), table.columns, is_head=True)
    body = places.of_rows(table.rows, table.columns, is_head=False)
    edges = places.edges(table.columns, head, body, page.millimetres(width), letters)
    widths = [(right - left) / page.POINTS_PER_MM for left, right in pairwise(edges)]
    made = _Cells(widths, letters, picture, table)
    return wordml.table(
        [*made.rows(head, is_head=True), *made.rows(body, is_head=False)], widths=widths, grid=table.grid
    )


class _Cells:
    """The rows of one table; a cell over several rows is written in each of them, empty after the first."""

    def __init__(self, widths: Sequence[float], size: float, picture: Picture, table: document.Table) -> None:
        self._widths = widths
        self._size = size
        self._picture = picture
        self._row_height, self._grid = table.row_height, table.grid
        self._down = min(_POINTS_DOWN, _SHARE_DOWN * size)

    def rows(self, placed: list[list[places.Place]], *, is_head: bool) -> Iterator[Element]:
        """Each row as an element; a heading within the table stays with the row below it."""
        reaching: list[places.Place] = []
        for number, begun in enumerate(placed):
            reaching = [place for place in reaching if place.end > number]
            cells = sorted((*reaching, *begun), key=lambda place: place.left)
            reaching += [place for place in begun if place.end - place.first > 1]
            height = 0 if is_head else self._row_height
            row = wordml.row([self._cell(place, number, is_head) for place in cells], is_head=is_head, height=height)
            is_first = number == 0 and len(placed) > 1
            if is_head or is_first or (len(cells) == 1 and len(self._widths) > 1) or any(cell.keep for cell in cells):
                wordml.set_keep_next(row)
            yield row

    def _cell(self, place: places.Place, number: int, is_head: bool) -> Element:
        is_first = place.first == number
        width = sum(self._widths[place.left : place.right])
        if place.drawing and not place.text and self._grid:
            field = replace(place.drawing, height=place.drawing.height - _LINE)
            return wordml.cell([wordml.tight(self._picture(field, width))], width=width)
        inside = runs(place.text, size=self._size, bold=place.bold) if is_first else []
        if is_first and place.drawing:
            inside.append(self._picture(place.drawing, width - 2 * wordml.CELL_EDGE / wordml.TWENTIETHS_PER_MM))
        text = paragraph(inside, align=place.align, before=self._down, after=self._down)
        wordml.set_mark(text, self._size)
        merge = "" if place.end - place.first == 1 else ("restart" if is_first else "continue")
        middle = "center" if is_head or self._row_height else "top"
        return wordml.cell([text], width=width, columns=place.right - place.left, merge=merge, middle=middle)


def plain_table(
    lines: Sequence[Sequence[Element]], *, widths: Sequence[float], height: float = 0, ruled: Sequence[int] = ()
) -> Element:
    """Paragraphs side by side, at least `height` mm high, with a line only under the `ruled` columns."""
    made = []
    for line in lines:
        cells = [
            wordml.cell(
                [inside],
                width=widths[number],
                borders="bottom" if number in ruled else "",
                middle="bottom" if height else "top",
            )
            for number, inside in enumerate(line)
        ]
        made.append(wordml.row(cells, height=height))
    return wordml.table(made, widths=widths, grid=False)
