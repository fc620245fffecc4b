"""How large is the sheet, and where on it may be written?"""

from dataclasses import dataclass
from typing import Literal

Paper = Literal["A3", "A4", "A5"]
Orientation = Literal["portrait", "landscape"]

POINTS_PER_MM = 72 / 25.4

# Width and height in mm, upright.
SIZES: dict[Paper, tuple[float, float]] = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}


@dataclass(frozen=True, slots=True)
class Margins:
    """White edges in mm. The left one is wide because the sheets are stitched into a file there."""

    left: float = 30
    right: float = 15
    top: float = 20
    bottom: float = 20


MARGINS = Margins()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page in points (1/72 inch), y growing downwards from its top edge."""

    width: float
    height: float
    left: float
    top: float
    writing_width: float
    writing_height: float

    @property
    def bottom(self) -> float:
        """Where the writing ends."""
        return self.top + self.writing_height


def millimetres(length: float) -> float:
    """A length in mm, in points."""
    return length * POINTS_PER_MM


def size(paper: Paper, orientation: Orientation) -> tuple[float, float]:
    """Width and height of the paper in mm."""
    short, long = SIZES[paper]
    return (long, short) if orientation == "landscape" else (short, long)


def sheet(paper: Paper, orientation: Orientation, margins: Margins) -> Sheet:
    """The page that a document is set on."""
    width, height = size(paper, orientation)
    return Sheet(
        width=millimetres(width),
        height=millimetres(height),
        left=millimetres(margins.left),
        top=millimetres(margins.top),
        writing_width=millimetres(width - margins.left - margins.right),
        writing_height=millimetres(height - margins.top - margins.bottom),
    )
