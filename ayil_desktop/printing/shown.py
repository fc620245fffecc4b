"""How do words get into a page of a PDF?

By its operators for text, written here: reportlab's own go through each letter of each line once more. A letter's code
is reportlab's, which puts the letters that have one into the file.
"""

from collections.abc import Callable, Iterable

from ayil_desktop.printing import fonts
from ayil_desktop.printing.strips import Words

_SMALL = 1e-4


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


class Text:
    """The words of a page as one piece of its stream."""

    def __init__(self, words: Iterable[tuple[float, float, Words]], face: Callable[[Words], Face]) -> None:
        self._words = words
        self._face = face

    def getCode(self) -> str:
        """The operators."""
        code = ["BT"]
        style: tuple[str, float, int] | None = None
        stretch = 0.0
        for x, y, mark in self._words:
            if mark.stretch != stretch:
                stretch = mark.stretch
                code.append(f"{number(stretch)} Tw")
            code.append(f"1 0 0 1 {number(x)} {number(y)} Tm")
            face = self._face(mark)
            for part, codes in face.pieces(mark.text):
                if style != (mark.face.name, mark.size, part):
                    style = (mark.face.name, mark.size, part)
                    code.append(f"{face.name(part)} {number(mark.size)} Tf")
                code.append(f"<{codes}> Tj")
        code.append("0 Tw ET" if stretch else "ET")
        return "\n".join(code)


def number(given: float) -> str:
    """A length as a page writes it: seven digits, and never with an exponent."""
    return f"{given:.7g}" if abs(given) >= _SMALL else f"{given:.6f}"
