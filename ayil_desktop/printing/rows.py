"""How is one row of a table painted, and how is it divided when it is taller than a page?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from typing import NamedTuple

from ayil_desktop.printing import document, lines, writing
from ayil_desktop.printing.drawing import Drawing
from ayil_desktop.printing.strips import Mark, Picture, Rules, Strip

ACROSS = 4.0  # points of white at the left and right in a cell
_DOWN = 2.4  # and above and below; less in a table of very small letters
_DOWN_SHARE = 0.3  # of the letters, at most
_LEADING = 1.14
_FEWEST_LINES = 2  # that may stand alone at the end of a page


@dataclass(frozen=True, slots=True)
class Look:
    """What all rows share. `middle`: text stands in the middle of its cell's height."""

    size: float
    grid: bool
    middle: bool

    @property
    def leading(self) -> float:
        """From line to line, in points."""
        return self.size * _LEADING

    @property
    def down(self) -> float:
        """The white above and below the text of a cell."""
        return min(_DOWN, _DOWN_SHARE * self.size)

    def height(self, count: int) -> float:
        """The height of a cell with so many lines."""
        return count * self.leading + 2 * self.down

    def lines_in(self, height: float) -> int:
        """How many lines a cell of that height holds."""
        return max(0, int((height - 2 * self.down + 0.01) / self.leading))


class Field(NamedTuple):
    """What one row shows of a cell, from `left` to `right`.

    `height` is that of the cell, which is more than the row's if it reaches over several: it begins in one of them
    and ends in another.
    """

    left: float
    right: float
    height: float
    text: Sequence[lines.Line]
    align: document.Align
    drawing: Drawing | None = None
    begins: bool = True
    ends: bool = True


def strip(fields: Sequence[Field], height: float, look: Look, *, may_divide: bool) -> Strip:
    """The row, painted."""
    marks: list[Mark] = []
    for field in fields:
        if field.drawing and field.begins:
            across, down = field.right - field.left, field.height
            marks.append(
                Picture(field.left, 0, across / field.drawing.width, down / field.drawing.height, field.drawing)
            )
        if field.text:
            marks += _text_marks(field, look)
    row = Strip(height, marks, is_text=True)
    if look.grid:
        edges = (*(field.left for field in fields), fields[-1].right)
        marks.append(_grid(edges, tuple(field.ends for field in fields), height))
        row.opening = _across(edges[0], edges[-1])
        row.closing = None if all(field.ends for field in fields) else row.opening
    if may_divide:
        row.divide = partial(_divided, fields, height, look)
    return row


def _text_marks(field: Field, look: Look) -> list[Mark]:
    # Without lines around it, the text begins where the paragraphs above and below the table begin.
    inset = ACROSS if look.grid else 0.0
    room = field.right - field.left - inset - ACROSS
    y = writing.baseline(look.size, _LEADING) + look.down
    if look.middle:
        y += (field.height - look.height(len(field.text))) / 2
    marks: list[Mark] = []
    for number, line in enumerate(field.text):
        down = y + number * look.leading
        marks += writing.marks(line, x=field.left + inset, y=down, room=room, align=field.align, size=look.size)
    return marks


@lru_cache(maxsize=256)
def _grid(edges: tuple[float, ...], ends: tuple[bool, ...], height: float) -> Rules:
    """The lines beside the cells and below those that end; the line above is the lower one of the row before.

    Most rows of a table share one.
    """
    segments = [(edge, 0.0, edge, height) for edge in edges]
    number = 0
    for is_ending, cells in groupby(ends):
        count = len(list(cells))
        if is_ending:
            segments.append((edges[number], height, edges[number + count], height))
        number += count
    return Rules(tuple(segments))


@lru_cache(maxsize=256)
def _across(left: float, right: float) -> Rules:
    return Rules(((left, 0, right, 0),))


def _divided(fields: Sequence[Field], height: float, look: Look, room: float) -> tuple[Strip, Strip] | None:
    """As many lines of each cell as the room holds, and the rest."""
    count = look.lines_in(room)
    longest = max(len(field.text) for field in fields)
    if count < min(_FEWEST_LINES, longest - 1) or count < 1:
        return None
    upper = look.height(count)
    lower = max(look.height(max(longest - count, 1)), height - upper)
    first = [field._replace(text=field.text[:count], height=upper, ends=False) for field in fields]
    rest = [field._replace(text=field.text[count:], height=lower, begins=False) for field in fields]
    return strip(first, upper, look, may_divide=False), strip(rest, lower, look, may_divide=longest > count)
