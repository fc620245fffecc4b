"""By which sign does a line of a list begin: a number («1.», «1)»), a dash or a bullet?"""

import re
from typing import NamedTuple

DASH, BULLET = "–", "•"
SIGNS = ("1.", "1)", DASH, BULLET)
_NUMBER = re.compile(r"(\d{1,2})([.)])\s+(?=\S)")
_POINT = re.compile(r"([-–—]|[•·▪§])\s+(?=\S)")


class Line(NamedTuple):
    """What stands in a line: its sign ("" where it has none), the number it counts, and its words."""

    sign: str
    number: int
    words: str


def read(written: str) -> Line:
    """A line as somebody typed or pasted it."""
    line = written.strip()
    if found := _NUMBER.match(line):
        return Line("1" + found[2], int(found[1]), line[found.end() :])
    if found := _POINT.match(line):
        return Line(DASH if found[1] in "-–—" else BULLET, 1, line[found.end() :])
    return Line("", 1, line)


def counts(sign: str) -> bool:
    """Whether it numbers what stands behind it."""
    return sign[:1] == "1"


def signed(sign: str, number: int, words: str) -> str:
    """The line as it is written and printed."""
    mark = f"{number}{sign[1:]}" if counts(sign) else sign
    return f"{mark} {words}" if mark else words
