"""With which operators of the PDF are words and lines written into a page?

reportlab's own writing goes through each letter of each line twice and through each number digit by digit. A letter's
code is reportlab's, which puts the letters that have one into the file.
"""

from collections.abc import Callable, Iterable

from ayil_desktop.printing import fonts
from ayil_desktop.printing.strips import Words


class Face:
    """One face in one document. A PDF divides it into parts of 255 letters; nearly all documents need one of them."""

    def __init__(self, pen: fonts.Pen) -> None:
        self._pen = pen
        self._codes = _Codes(pen.coded)
        self._names: dict[int, str] = {}

    def pieces(self, text: str) -> list[tuple[int, str]]:
        """The text in hexadecimal codes, a piece for each part that it needs."""
        try:
            return [(0, text.translate(self._codes))]
        except _OtherPart:
            return [(part, codes.hex()) for part, codes in self._pen.coded(text)]

    def name(self, part: int) -> str:
        """What the page calls that part."""
        if part not in self._names:
            self._names[part] = self._pen.part(part)
        return self._names[part]


class _OtherPart(Exception):
    """A letter that the first part of the face does not hold."""


class _Codes(dict[int, str]):
    """Codes in hexadecimal, of the letters so far; a new one is asked for."""

    def __init__(self, coded: Callable[[str], fonts.Coded]) -> None:
        super().__init__()
        self._coded = coded

    def __missing__(self, letter: int) -> str:
        ((part, code),) = self._coded(chr(letter))
        if part:
            raise _OtherPart
        self[letter] = code.hex()
        return self[letter]


def words(given: Iterable[tuple[float, float, Words]], face: Callable[[Words], Face]) -> str:
    """Words, each from its place on."""
    code = ["BT"]
    style: tuple[str, float, int] | None = None
    stretch = 0.0
    for x, y, mark in given:
        if mark.stretch != stretch:
            stretch = mark.stretch
            code.append(_written("%.7g Tw", (stretch,)))
        code.append(_written("1 0 0 1 %.7g %.7g Tm", (x, y)))
        its_face = face(mark)
        for part, codes in its_face.pieces(mark.text):
            if style != (mark.face.name, mark.size, part):
                style = (mark.face.name, mark.size, part)
                code.append(f"{its_face.name(part)} {mark.size:.7g} Tf")
            code.append(f"<{codes}> Tj")
    code.append("0 Tw ET" if stretch else "ET")
    return "\n".join(code)


def lines(given: Iterable[tuple[float, float, float, float]]) -> str:
    """Straight lines (x1, y1, x2, y2)."""
    code = ["n", *(_written("%.7g %.7g m %.7g %.7g l", one) for one in given), "S"]
    return "\n".join(code)


def _written(operator: str, numbers: tuple[float, ...]) -> str:
    """The operator with its numbers; a page may not write them with an exponent, as Python does the very small ones."""
    found = operator % numbers
    return found if "e" not in found else operator.replace("g", "f") % numbers
