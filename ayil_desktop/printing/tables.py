"""Which rows has a table on paper, how high are they, and which of them stay on one page?"""

from collections.abc import Iterator, Sequence

from ayil_desktop.printing import document, lines, page, places, rows
from ayil_desktop.printing.strips import Strip, keep_together

_AROUND = 5.0  # points above and below the table
_TWO_ROWS = 0.3  # of a page: two rows that are no higher begin and end a table together
_WHOLE = 0.25  # of a page: a table that is no higher stands on one

_Seen = dict[tuple[document.Text, bool, int, int], list[lines.Line]]


def table_strips(table: document.Table, *, width: float, height: float, size: float) -> list[Strip]:
    """The head's rows, held with the first row, then the rows, each with the head to repeat.

    Takes time in proportion to the rows. `width` and `height` are those of the field on the page that is written on.
    """
    size = places.letter_size(table, size)
    head = places.of_rows(places.head_rows(table), table.columns, is_head=True)
    body = places.of_rows(table.rows, table.columns, is_head=False)
    edges = places.edges(table.columns, head, body, width, size)
    heads = _Rows(rows.Look(size, table.grid, middle=True), edges, 0, height).strips(head)
    for strip in heads:
        strip.keep = True
    together = sum(strip.height for strip in heads)
    repeated = tuple(heads) if together < height / 2 else ()
    look = rows.Look(size, table.grid, middle=table.row_height > 0)
    strips = _Rows(look, edges, page.millimetres(table.row_height), height - together).strips(body)
    for strip in strips:
        strip.head = repeated
    _hold(strips, height)
    strips = heads + strips
    if strips:
        if strips[0].opening:
            strips[0].marks.append(strips[0].opening)
        strips[0].before = strips[-1].after = _AROUND
        strips[-1].keep = False
    return strips


def _hold(strips: list[Strip], height: float) -> None:
    """No short table is torn, and no row begins or ends a long one alone, unless the rows are high."""
    if sum(strip.height for strip in strips) < height * _WHOLE:
        keep_together(strips)
    for pair in (strips[:2], strips[-2:]):
        if len(pair) == 2 and sum(strip.height for strip in pair) < height * _TWO_ROWS:
            pair[0].keep = True


class _Rows:
    """The rows of a head or a body on their way to paper; a text that comes again is broken into lines once."""

    def __init__(self, look: rows.Look, edges: list[float], least: float, page_height: float) -> None:
        self._look = look
        self._edges = edges
        self._least = least
        self._page_height = page_height
        self._seen: _Seen = {}

    def strips(self, placed: list[list[places.Place]]) -> list[Strip]:
        """All rows; those that a cell holds together stay on one page, if a page can hold them."""
        strips: list[Strip] = []
        begin = 0
        for end in _group_ends(placed):
            if end - begin == 1:
                strips.append(self._single(placed[begin]))
            else:
                strips += self._group(placed[begin:end])
            begin = end
        return strips

    def _single(self, cells: list[places.Place]) -> Strip:
        texts = [self._lines(cell) for cell in cells]
        height = self._height(cells, texts)
        fields = [self._field(cell, text, height) for cell, text in zip(cells, texts, strict=True)]
        strip = rows.strip(fields, height, self._look, may_divide=height > self._page_height / 2)
        strip.keep = (len(fields) == 1 and len(self._edges) > 2) or any(cell.keep for cell in cells)
        return strip

    def _group(self, placed: list[list[places.Place]]) -> list[Strip]:
        """Rows that are joined by cells over several of them."""
        first = placed[0][0].first
        singles = [[place for place in row if place.end - place.first == 1] for row in placed]
        heights = [self._height(cells, [self._lines(cell) for cell in cells]) for cells in singles]
        for place in (place for row in placed for place in row):
            have = sum(heights[place.first - first : place.end - first])
            heights[place.end - first - 1] += max(0.0, self._needed(place, self._lines(place)) - have)
        is_kept = sum(heights) <= self._page_height
        if not is_kept:
            self._make_room(placed, heights, first)
        strips = []
        for number, height in enumerate(heights):
            cells = [place for row in placed[: number + 1] for place in row if place.end - first > number]
            fields = [self._part(place, number, heights, first, is_kept) for place in cells]
            fields.sort(key=lambda field: field.left)
            strips.append(rows.strip(fields, height, self._look, may_divide=not is_kept))
            strips[-1].keep = is_kept and number < len(heights) - 1
        return strips

    def _make_room(self, placed: list[list[places.Place]], heights: list[float], first: int) -> None:
        """Let the last row of each cell hold the lines that those above it, each for itself, do not."""
        for place in (place for row in placed for place in row):
            last = place.end - first - 1
            above = sum(self._look.lines_in(height) for height in heights[place.first - first : last])
            heights[last] = max(heights[last], self._look.height(len(self._lines(place)) - above))

    def _part(self, place: places.Place, number: int, heights: list[float], first: int, is_kept: bool) -> rows.Field:
        """What one row of a group shows of a cell: all its text in its first row, or as much as the row holds."""
        covered = heights[place.first - first : place.end - first]
        begins, ends = place.first - first == number, place.end - first - 1 == number
        text = self._lines(place)
        if is_kept:
            field = self._field(place, text if begins else [], sum(covered))
        else:
            above = sum(self._look.lines_in(height) for height in covered[: number + first - place.first])
            count = len(text) if ends else self._look.lines_in(heights[number])
            field = self._field(place, text[above : above + count], heights[number])
        return field._replace(begins=begins, ends=ends)

    def _field(self, place: places.Place, text: Sequence[lines.Line], height: float) -> rows.Field:
        left, right = self._edges[place.left], self._edges[place.right]
        return rows.Field(left, right, height, text, place.align, place.drawing)

    def _lines(self, place: places.Place) -> list[lines.Line]:
        key = (place.text, place.bold, place.left, place.right)
        found = self._seen.get(key)
        if found is None:
            room = max(self._edges[place.right] - self._edges[place.left] - 2 * rows.ACROSS, 1)
            found = lines.broken(place.text, size=self._look.size, width=room, bold=place.bold)
            self._seen[key] = found
        return found

    def _height(self, cells: Sequence[places.Place], texts: Sequence[Sequence[lines.Line]]) -> float:
        """The height of a row of cells of one row each."""
        needed = map(self._needed, cells, texts)
        return max(needed, default=max(self._look.height(1), self._least))

    def _needed(self, place: places.Place, text: Sequence[lines.Line]) -> float:
        drawn = page.millimetres(place.drawing.height) if place.drawing else 0.0
        return max(self._look.height(len(text)), drawn, self._least)


def _group_ends(placed: list[list[places.Place]]) -> Iterator[int]:
    """Before which rows no cell reaches over from above."""
    reach = 0
    for number, row in enumerate(placed):
        reach = max(reach, number + 1, max((place.end for place in row), default=0))
        if reach == number + 1:
            yield reach
