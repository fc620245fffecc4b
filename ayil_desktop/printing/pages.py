"""On which page, and how far down, does each strip stand?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ayil_desktop.printing import page
from ayil_desktop.printing.strips import Cut, Gap, NewPage, Rules, Strip


class Placed(NamedTuple):
    """A strip and the distance of its upper edge from that of the sheet, in points."""

    y: float
    strip: Strip


@dataclass(slots=True)
class Page:
    """What stands on one sheet, and where it is to be cut."""

    placed: list[Placed] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)


def filled(strips: list[Strip], sheet: page.Sheet) -> list[Page]:
    """The pages; at least one. Takes time in proportion to the strips."""
    filling = _Filling(sheet)
    for chain in _chains(strips):
        first = chain[0]
        if isinstance(first, NewPage):
            filling.turn()
        elif isinstance(first, Cut):
            filling.cut(first.parts)
        else:
            filling.put_chain(chain)
    return [one for one in filling.pages if one.placed] or filling.pages[:1]


def _chains(strips: list[Strip]) -> Iterator[list[Strip]]:
    """What must stay on one page; breaks and cuts are alone."""
    chain: list[Strip] = []
    for strip in strips:
        if isinstance(strip, NewPage | Cut):
            if chain:
                yield chain
            yield [strip]
            chain = []
            continue
        chain.append(strip)
        if not strip.keep:
            yield chain
            chain = []
    if chain:
        yield chain


class _Filling:
    """The pages so far and the place where the next strip goes."""

    def __init__(self, sheet: page.Sheet) -> None:
        self.pages = [Page()]
        self._sheet = sheet
        self._y = sheet.top
        self._after = 0.0  # white space that the last strip asks for below it
        self._is_empty = True  # nothing stands on this page or part of it
        self._drops_gaps = False

    def turn(self) -> None:
        """Begin a page because somebody asked for it."""
        self._next_page(on_purpose=True)

    def cut(self, parts: int) -> None:
        """Begin the next part of the sheet, or the next sheet."""
        part = self._sheet.height / parts
        below = (int(self._y / part) + 1) * part
        if below > self._sheet.height - part / 2:
            self._next_page(on_purpose=True)
            return
        self.pages[-1].cuts.append(below)
        self._begin_part(below + self._sheet.top, on_purpose=True)

    def put_chain(self, chain: list[Strip]) -> None:
        """Place the strips on this page, or on the next one, or, if none can hold them, from here on."""
        if self._y + height(chain, self._is_empty, self._drops_gaps, self._after) <= self._bottom:
            for strip in chain:
                self._put(strip)
        elif len(chain) == 1 and self._is_tall(chain[0]):
            self._put_parts(chain[0])
        elif not self._is_fresh and (self._fits_a_page(chain) or self._y > self._middle):
            self._next_page(on_purpose=False)
            self.put_chain(chain)
        else:
            for strip in chain:
                self._put_somewhere(strip)

    def _put_somewhere(self, strip: Strip) -> None:
        """Place one strip of a chain that no page can hold."""
        if self._y + self._height_here(strip) <= self._bottom:
            self._put(strip)
        elif strip.divide:
            self._put_parts(strip)
        else:
            if not self._is_fresh:
                self._next_page(on_purpose=False)
            self._put(strip)

    def _put_parts(self, strip: Strip) -> None:
        """Place a strip that may go on over several pages."""
        rest: Strip | None = strip
        while rest:
            around = self._height_here(rest) - rest.height
            if self._y + around + rest.height <= self._bottom or not rest.divide:
                self._put(rest)
                return
            parts = rest.divide(self._bottom - self._y - around)
            if parts is None and self._is_fresh:
                self._put(rest)
                return
            if parts:
                first, after = parts
                first.head, first.before = rest.head, rest.before
                after.head, after.after = rest.head, rest.after
                self._put(first)
                rest = after
            self._next_page(on_purpose=False)

    def _put(self, strip: Strip) -> None:
        if self._is_empty:
            if isinstance(strip, Gap) and self._drops_gaps:
                return
            for head in strip.head:
                self._place(head)
            if not strip.head:
                self._place_rules(strip.opening)
        else:
            self._y += max(self._after, strip.before)
        self._place(strip)
        self._after = strip.after
        self._is_empty = False

    def _place_rules(self, rules: Rules | None) -> None:
        """The closing line of a table that goes on on the next page, or its opening line there."""
        if rules:
            self.pages[-1].placed.append(Placed(self._y, Strip(0, [rules])))

    def _place(self, strip: Strip) -> None:
        self.pages[-1].placed.append(Placed(self._y, strip))
        self._y += strip.height

    def _begin_part(self, y: float, *, on_purpose: bool) -> None:
        self._y = y
        self._after = 0.0
        self._is_empty = True
        self._drops_gaps = not on_purpose

    def _next_page(self, *, on_purpose: bool) -> None:
        if self.pages[-1].placed:
            self._place_rules(self.pages[-1].placed[-1].strip.closing)
            self.pages.append(Page())
        self._begin_part(self._sheet.top, on_purpose=on_purpose)

    @property
    def _is_fresh(self) -> bool:
        return self._is_empty and self._y == self._sheet.top

    @property
    def _bottom(self) -> float:
        return self._sheet.bottom + 0.01

    @property
    def _middle(self) -> float:
        return self._sheet.top + self._sheet.writing_height / 2

    def _is_tall(self, strip: Strip) -> bool:
        return strip.divide is not None and strip.height > self._sheet.writing_height / 2

    def _fits_a_page(self, chain: list[Strip]) -> bool:
        return height(chain, True, True, 0) <= self._sheet.writing_height

    def _height_here(self, strip: Strip) -> float:
        return height([strip], self._is_empty, self._drops_gaps, self._after)


def height(chain: list[Strip], is_empty: bool = True, drops_gaps: bool = False, after: float = 0.0) -> float:
    """The height of the strips on a page that is empty or not, with the white space and a repeated head."""
    found = 0.0
    for strip in chain:
        if is_empty:
            if isinstance(strip, Gap) and drops_gaps:
                continue
            found += sum(head.height for head in strip.head)
            is_empty = False
        else:
            found += max(after, strip.before)
        found += strip.height
        after = strip.after
    return found
