"""Of what is a page put together? Strips of a known height, one below the other, each with marks to be painted.

A line of text is a strip, a row of a table is a strip: what can stand on one page and end another. Everything is in
points from the strip's upper left corner, y downwards.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from ayil_desktop.printing import drawing, fonts


class Words(NamedTuple):
    """Text on a baseline; `stretch` is added to each space."""

    x: float
    y: float
    text: str
    face: fonts.Face
    size: float
    stretch: float = 0


class Rules(NamedTuple):
    """Straight black lines (x1, y1, x2, y2); `dash` is the length of a stroke and of the gap after it."""

    segments: tuple[tuple[float, float, float, float], ...]
    width: float = 0.5
    dash: tuple[float, float] = (0, 0)


class Picture(NamedTuple):
    """A drawing whose millimetres are `across` and `down` points long."""

    x: float
    y: float
    across: float
    down: float
    drawing: drawing.Drawing


class PageOf(NamedTuple):
    """The number of the page on which the heading so numbered came to stand, set against the right of `x`."""

    x: float
    y: float
    heading: int
    size: float


Mark = Words | Rules | Picture | PageOf


@dataclass(slots=True)
class Strip:
    """A piece of a page.

    `before` and `after` are white space, the larger of two neighbours counts; none at the top of a page. `keep` holds
    it on one page with the next strip. `head` is repeated above it where it begins a page. `is_text` counts as a line
    that a signature may stand below. `opening` is painted above it where it begins a page without a head, `closing`
    below it where it ends one.
    `divide(room)` gives two strips, the first no higher than `room`, or None.
    """

    height: float
    marks: list[Mark] = field(default_factory=list)
    before: float = 0
    after: float = 0
    keep: bool = False
    is_text: bool = False
    head: "tuple[Strip, ...]" = ()
    opening: Rules | None = None
    closing: Rules | None = None
    heading: int | None = None
    divide: Callable[[float], "tuple[Strip, Strip] | None"] | None = None


@dataclass(slots=True)
class Gap(Strip):
    """White space that was asked for; it falls away at the top of a page."""


@dataclass(slots=True)
class NewPage(Strip):
    """What follows begins a page."""


@dataclass(slots=True)
class Cut(Strip):
    """What follows begins the next of `parts` equal parts of the sheet."""

    parts: int = 2


def keep_together(strips: list[Strip]) -> list[Strip]:
    """The same strips, held on one page."""
    for strip in strips[:-1]:
        strip.keep = True
    return strips
