"""How does a line of text stand between its edges?"""

from ayil_desktop.printing import document, lines
from ayil_desktop.printing.strips import Mark, Rules, Strip, Words

LEADING = 1.2  # from baseline to baseline, in sizes
_BASELINE = 0.935  # from the top of a line to its baseline, in sizes, when the leading is LEADING
_WIDEST_GAP = 1.5  # the most that a space grows in a justified line, in sizes
_UNDERLINE = 0.13


def baseline(size: float, leading: float = LEADING) -> float:
    """How far below the top of a line of that leading (in sizes) the letters stand."""
    return size * (_BASELINE - (LEADING - leading) / 2)


def marks(line: lines.Line, *, x: float, y: float, room: float, align: document.Align, size: float) -> list[Mark]:
    """The line's words on the baseline `y`, from `x` on in a field `room` wide."""
    stretch = _stretch(line, room, size) if align == "justify" else 0.0
    begin = x + _shift(align, room - line.width)
    written: list[Mark] = []
    for fragment in line.fragments:
        if not fragment.text:
            continue
        left = begin + fragment.x + stretch * fragment.gaps_before
        written.append(Words(left, y, fragment.text, fragment.face, size, stretch))
        if fragment.underline:
            right = left + fragment.width + stretch * lines.gaps_in(fragment.text)
            below = y + size * _UNDERLINE
            written.append(Rules(((left, below, right, below),), size / 20))
    return written


def text_strips(
    text: document.Text,
    *,
    x: float = 0,
    room: float,
    size: float,
    align: document.Align = "left",
    bold: bool = False,
    indent: float = 0,
) -> list[Strip]:
    """The text as one strip for each line, `indent` moving the first line in."""
    strips = []
    for number, line in enumerate(lines.broken(text, size=size, width=room, indent=indent, bold=bold)):
        inward = 0 if number else indent
        written = marks(line, x=x + inward, y=baseline(size), room=room - inward, align=align, size=size)
        strips.append(Strip(size * LEADING, written, is_text=True))
    return strips


def beside(left: list[Strip], right: list[Strip]) -> list[Strip]:
    """Two columns of lines of one leading, made into one; each line holds what stands on its height."""
    longer, shorter = (left, right) if len(left) >= len(right) else (right, left)
    for strip, other in zip(longer, shorter, strict=False):
        strip.marks.extend(other.marks)
    return longer


def _stretch(line: lines.Line, room: float, size: float) -> float:
    """What each space grows by; a line that would be torn apart stays as it is: one that nearly reaches the edge looks
    like a mistake."""
    if line.is_last or not line.gaps:
        return 0.0
    grown = (room - line.width) / line.gaps
    return grown if grown <= size * _WIDEST_GAP else 0.0


def _shift(align: document.Align, spare: float) -> float:
    match align:
        case "right":
            return spare
        case "center":
            return spare / 2
        case _:
            return 0.0
