"""Where does each line of a text end?"""

import re
from typing import NamedTuple

from ayil_desktop.printing import document, fonts, hyphens, literal

# A number sign, a lone initial, a count belong to the word after them.
_STICKS_TO_NEXT = re.compile(r"[(«]?(№|[A-ZА-ЯЁҢӨҮ]\.|\d{1,3})|[(«„]")
_MOST_CARRIED = 3  # words to the next line; more of them are no name and no count
_DASHES = frozenset("–—-")
_YEAR, _OF_A_YEAR = re.compile(r"[(«]?\d{4}"), re.compile(r"((г|гг|ж|жж)\.|жыл\w*)\W*")


class Fragment(NamedTuple):
    """Words in one style, `x` points and so many spaces from the beginning of the line."""

    x: float
    text: str
    face: fonts.Face
    underline: bool
    width: float
    gaps_before: int = 0


class Line(NamedTuple):
    """What stands side by side. `is_last`: a line break or the end of the text follows."""

    fragments: tuple[Fragment, ...]
    width: float
    gaps: int
    is_last: bool


class _Word(NamedTuple):
    """What no space parts: pieces of one or more styles."""

    pieces: tuple[tuple[str, fonts.Face, bool, float], ...]
    width: float


def broken(text: document.Text, *, size: float, width: float, indent: float = 0, bold: bool = False) -> list[Line]:
    """The text in lines of at most `width` points, the first one shorter by `indent`."""
    if isinstance(text, str):
        return _plain(literal.clean(text), fonts.face(bold=bold), size, width, indent)
    return _styled(text, size, width, indent, bold)


def balanced_width(text: document.Text, *, size: float, width: float, bold: bool = False) -> float:
    """The least width that needs no more lines than `width` does: no word stands alone in a title's last line."""
    fewest = len(broken(text, size=size, width=width, bold=bold))
    narrow, wide = min(width, max(width / 2, longest_word(text, bold=bold) * size + 1)), width
    while wide - narrow > size:
        middle = (narrow + wide) / 2
        if len(broken(text, size=size, width=middle, bold=bold)) > fewest:
            narrow = middle
        else:
            wide = middle
    return wide


def longest_word(text: document.Text, *, bold: bool = False) -> float:
    """The width of the longest word at a size of one point."""
    face = fonts.face(bold=bold)
    return max(face.word(word)[1] for word in literal.clean(document.plain(text)).replace("\n", " ").split(" "))


def longest_line(text: document.Text, *, bold: bool = False) -> float:
    """The width of the text at a size of one point if nothing but its own line breaks divides it."""
    face = fonts.face(bold=bold)
    return max(_width(line, face) for line in literal.clean(document.plain(text)).split("\n"))


def shortened(text: str, *, size: float, width: float, bold: bool = False) -> str:
    """One line of the text, cut with … where it is wider than `width` points."""
    face = fonts.face(bold=bold)
    text = face.word(" ".join(literal.clean(text).split()))[0]
    if face.width(text, size) <= width:
        return text
    room = width / size - face.advance("…")
    end = 0
    while (room := room - face.advance(text[end])) >= 0:
        end += 1
    return text[:end].rstrip() + "…"


def _width(line: str, face: fonts.Face) -> float:
    words: float = sum(face.word(word)[1] for word in line.split(" "))
    return words + face.space * line.count(" ")


def _plain(text: str, face: fonts.Face, size: float, width: float, indent: float) -> list[Line]:
    lines: list[Line] = []
    space = face.space * size
    for part in text.split("\n"):
        words, widths = [], []
        for word in part.split(" "):
            drawn, wide = face.word(word)
            if wide * size > width - indent:
                for piece in hyphens.divide(_divisible(word, drawn), (width - indent) / size, face.advance):
                    words.append(piece)
                    widths.append(face.word(piece)[1] * size)
            else:
                words.append(drawn)
                widths.append(wide * size)
        begin = 0
        for end in _ends(words, widths, space, width, 0 if lines else indent):
            wide = sum(widths[begin:end]) + space * (end - begin - 1)
            joined = " ".join(words[begin:end])
            lines.append(Line((Fragment(0, joined, face, False, wide),), wide, gaps_in(joined), end == len(words)))
            begin = end
    return lines


def _divisible(word: str, drawn: str) -> str:
    """The word to divide: with its soft hyphens if these are all that the face does not draw."""
    return word if word.replace(literal.SOFT_HYPHEN, "") == drawn else drawn


def gaps_in(text: str) -> int:
    """How many spaces grow when the line is stretched."""
    return text.count(" ") + text.count(literal.NO_BREAK_SPACE)


def _ends(words: list[str], widths: list[float], space: float, width: float, indent: float) -> list[int]:
    """After which words the lines end: as many words as fit, none ending with № or «, none beginning – or «жыл»."""
    ends = []
    begin, used, room = 0, 0.0, width - indent + 0.01
    for index, wide in enumerate(widths):
        if index > begin and used + space + wide > room:
            end = _better_end(words, begin, index)
            carried = sum(widths[end:index]) + space * (index - end)
            if carried + wide > width:
                end, carried = index, 0.0
            ends.append(end)
            begin, room, used = end, width + 0.01, carried + wide
        else:
            used += wide if index == begin else space + wide
    return [*ends, len(words)]


def _better_end(words: list[str], begin: int, end: int) -> int:
    better = end
    if words[better] in _DASHES or (_OF_A_YEAR.fullmatch(words[better]) and _YEAR.fullmatch(words[better - 1])):
        better -= 1
    while better - 1 > begin and _STICKS_TO_NEXT.fullmatch(words[better - 1]):
        better -= 1
    return better if better > begin and end - better <= _MOST_CARRIED else end


def _styled(runs: tuple[document.Run, ...], size: float, width: float, indent: float, bold: bool) -> list[Line]:
    lines: list[Line] = []
    space = fonts.face().space * size
    for words in _paragraphs(runs, size, width - indent, bold):
        texts = ["".join(piece[0] for piece in word.pieces) for word in words]
        begin = 0
        for end in _ends(texts, [word.width for word in words], space, width, 0 if lines else indent):
            lines.append(_line(words[begin:end], space, is_last=end == len(words)))
            begin = end
    return lines


def _line(words: list[_Word], space: float, *, is_last: bool) -> Line:
    """The words side by side; neighbours in one style become one fragment."""
    fragments: list[Fragment] = []
    texts: list[str] = []
    begin, x, gaps = 0.0, 0.0, 0
    style: tuple[fonts.Face, bool] | None = None

    def close() -> None:
        if style:
            fragments.append(Fragment(begin, "".join(texts), *style, x - begin, gaps))

    for count, word in enumerate(words):
        gap = " " if count else ""
        for text, face, underline, wide in word.pieces:
            if style == (face, underline):
                texts.append(gap + text)
            else:
                close()
                gaps += sum(map(gaps_in, texts)) + len(gap)
                style, texts, begin = (face, underline), [text], x + space * len(gap)
            x += space * len(gap) + wide
            gap = ""
        if gap:  # an empty word: two spaces in a row
            x += space
            texts.extend(gap if texts else "")
    close()
    return Line(tuple(fragments), x, gaps + sum(map(gaps_in, texts)), is_last)


def _paragraphs(runs: tuple[document.Run, ...], size: float, room: float, bold: bool) -> list[list[_Word]]:
    """The words between line breaks; a word goes on from one run into the next unless a space parts them."""
    paragraphs: list[list[_Word]] = [[]]
    pieces: list[tuple[str, fonts.Face, bool, float]] = []
    used = 0.0

    def close() -> None:
        nonlocal used
        paragraphs[-1].append(_Word(tuple(pieces), used))
        pieces.clear()
        used = 0.0

    for run in runs:
        face = fonts.face(bold=run.bold or bold, italic=run.italic)
        for number, part in enumerate(literal.clean(run.text).split("\n")):
            if number:
                close()
                paragraphs.append([])
            for count, word in enumerate(part.split(" ")):
                if count:
                    close()
                for piece, wide in _fitting(word, face, size, room) if word else ():
                    if pieces and used + wide > room:
                        close()
                    pieces.append((piece, face, run.underline, wide))
                    used += wide
    close()
    return paragraphs


def _fitting(word: str, face: fonts.Face, size: float, room: float) -> list[tuple[str, float]]:
    drawn, wide = face.word(word)
    if wide * size <= room:
        return [(drawn, wide * size)]
    parts = hyphens.divide(_divisible(word, drawn), room / size, face.advance)
    return [(part, face.width(part, size)) for part in parts]
