"""Which letters are on the paper, and how wide are they?

One serif face in four styles, shipped with the program, with all Kyrgyz letters. A style is parsed once per process,
when a document first needs it; only the letters that a document uses go into its PDF.
"""

import threading
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics, ttfonts

from ayil_desktop import shipped
from ayil_desktop.printing import literal

MISSING = "□"  # stands for a sign that the face lacks, such as a smiling one
# What paper can show in place of some of those.
_LOOKALIKES = {"☐": "□", "☑": "■", "☒": "■", "✓": "√", "✔": "√", literal.SOFT_HYPHEN: ""}
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_WORDS_KEPT = 50_000

one_at_a_time = threading.Lock()
"""The tables of the faces belong to the process; two threads must not fill them at once."""


Coded = list[tuple[int, bytes]]
"""The codes of a text, in pieces that each belong to one numbered part of its face."""


class Pen(NamedTuple):
    """What a document says of one face: the codes of a text, and the name of one of the face's parts."""

    coded: Callable[[str], Coded]
    part: Callable[[int], str]


class Face:
    """One style of the serif face: what it draws for a word, and how wide that is."""

    def __init__(self, style: str) -> None:
        self.name = f"Serif-{style}"
        path = shipped.resource(f"fonts/LiberationSerif-{style}.ttf")
        font = self._font = ttfonts.TTFont(self.name, str(path), asciiReadable=False, shapable=False)
        pdfmetrics.registerFont(font)
        self._advances: dict[int, float] = font.face.charWidths
        self._glyphs: dict[int, int] = font.face.charToGlyph
        self._words: dict[str, tuple[str, float]] = {}
        self.space: float = self._advances[0x20] / 1000

    def word(self, word: str) -> tuple[str, float]:
        """The word as the face can draw it, and its width at a size of one point."""
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _WORDS_KEPT:
                self._words.clear()
            drawn = word if self._has(word) else "".join(map(self._drawable, word))
            known = self._words[word] = (drawn, sum(self._advances[ord(sign)] for sign in drawn) / 1000)
        return known

    @property
    def words_known(self) -> int:
        """How many words' widths are kept."""
        return len(self._words)

    def advance(self, sign: str) -> float:
        """The width of one drawable sign at a size of one point."""
        return self._advances[ord(sign)] / 1000

    def width(self, text: str, size: float) -> float:
        """The width in points of a line of text."""
        return self.word(text)[1] * size

    def lacks(self, sign: str) -> bool:
        """Whether a box stands for it on paper."""
        return self._drawable(sign) == MISSING and sign not in _LOOKALIKES

    def pen(self, made: object) -> Pen:
        """What writes in this face in a document of reportlab's."""
        return Pen(
            coded=lambda text: self._font.splitString(text, made),
            part=lambda number: self._font.getSubsetInternalName(number, made),
        )

    def _has(self, word: str) -> bool:
        return literal.SOFT_HYPHEN not in word and all(ord(sign) in self._glyphs for sign in word)

    def _drawable(self, sign: str) -> str:
        if sign in _LOOKALIKES:
            return _LOOKALIKES[sign]
        if ord(sign) in self._glyphs:
            return sign
        return "" if sign in _VARIATION_SELECTORS else MISSING


def face(*, bold: bool = False, italic: bool = False) -> Face:
    """The style to write in."""
    return _parsed(bold, italic)  # one for one style, whichever words it is asked for with


@cache
def _parsed(bold: bool, italic: bool) -> Face:
    return Face(
        {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}.get((bold, italic), "BoldItalic")
    )
