"""What is in a drawing on paper? Lines, rectangles, polygons and words at places in mm; grey only.

The origin is the upper left corner, y grows downwards. A grey is 0 (black) to 1 (white).
"""

from dataclasses import dataclass
from typing import Literal

Hatch = Literal["", "/", "\\", "x", "-", "."]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """From one point to another. `width` in points; `dashed` draws 2 mm dashes."""

    start: Point
    end: Point
    width: float = 0.5
    grey: float = 0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box. `fill` is a grey or None; a `hatch` lies over the fill, so that kinds differ in black and white."""

    x: float
    y: float
    width: float
    height: float
    line: float = 0.5
    fill: float | None = None
    hatch: Hatch = ""


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape, such as the diamond of a milestone."""

    points: tuple[Point, ...]
    line: float = 0.5
    fill: float | None = 0


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line; y is their middle. With `width` (mm) they are cut with … where they do not fit."""

    x: float
    y: float
    text: str
    size: float = 9
    bold: bool = False
    align: Literal["left", "center", "right"] = "left"
    width: float | None = None


Shape = Line | Rectangle | Polygon | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a field of `width` by `height` mm, painted in their order.

    As a block it stands in the middle, and is made smaller as a whole where it would not fit on a page.
    In a table's Cell the field is stretched to the cell (sizes of words and strokes stay), so that vertical
    lines at the same x join from row to row: this is how a chart of bars runs beside wrapped words.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
