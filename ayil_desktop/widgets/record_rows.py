"""Which rows of a table are shown, in which order?

No Qt here. What sorting and searching compare is worked out once for each text, in idle moments where there are any:
the Kyrgyz order of thousands of names takes longer than a key press may.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Generic

from ayil_desktop.language import kyrgyz
from ayil_desktop.widgets import columns
from ayil_desktop.widgets.columns import Column, Editor, Row
from ayil_desktop.widgets.labels import Words

_KNOWN_TEXTS = 40_000
_BETWEEN_CELLS = "\x1f"

_sort_key = lru_cache(_KNOWN_TEXTS)(kyrgyz.sort_key)
_fold = lru_cache(_KNOWN_TEXTS)(kyrgyz.fold)


def identity(row: Any) -> Hashable:
    """What makes a row the same one after it was read again: its id, or for plain values themselves."""
    known: Hashable = getattr(row, "id", None)
    return id(row) if known is None else known


class Rows(Generic[Row]):
    """All rows of a table and the lines that are shown of them: `lines[n]` is the place of a row in `every`, or for a
    heading -1 - its place in `headings`."""

    def __init__(self, shape: Sequence[Column[Row]], *, section: Callable[[Row], Words] | None = None) -> None:
        self._columns = {column.key: column for column in shape}
        self._section = section
        self._words: list[str] = []
        self._found: list[int] | None = None
        self._folds: list[str] = []
        self._keys: dict[str, list[Any]] = {}
        self.every: list[Row] = []
        self.lines: list[int] = []
        self.headings: list[Words] = []
        self.sorted_by: str | None = None
        self.descending = False

    def replace(self, rows: Sequence[Row], *, keep_order: bool = False) -> None:
        """Other rows. `keep_order` is for the same ones read again: a line that was edited must not jump away."""
        self.every = list(rows)
        self._found = None
        self._folds.clear()
        self._keys.clear()
        if not (keep_order and (self.sorted_by or self._words)):
            self._arrange()

    def sort(self, key: str | None, *, descending: bool = False) -> None:
        """By a column, or for None in the order in which the rows came. Empty cells stay at the end."""
        self.sorted_by, self.descending = key, descending
        self._arrange()

    def filter(self, text: str) -> None:
        """Only rows in which every word of the text occurs in some cell, whichever letters it was typed with."""
        self._words = [kyrgyz.fold(word) for word in text.split()]
        self._found = None
        self._arrange()

    @property
    def is_filtered(self) -> bool:
        return bool(self._words)

    def row_at(self, line: int) -> Row | None:
        """The row that stands there; None for a heading."""
        return self.every[self.lines[line]] if self.lines[line] >= 0 else None

    def heading_at(self, line: int) -> Words | None:
        """The words of a heading; None for a row."""
        return self.headings[-1 - self.lines[line]] if self.lines[line] < 0 else None

    def line_of(self, wanted: Hashable) -> int | None:
        """Where the row with this identity stands; None where it is not shown."""
        for line, place in enumerate(self.lines):
            if place >= 0 and identity(self.every[place]) == wanted:
                return line
        return None

    def shown(self) -> list[Row]:
        """The rows as they stand, without headings."""
        return [self.every[place] for place in self.lines if place >= 0]

    def warm(self) -> Iterator[None]:
        """Work out beforehand what sorting and searching will compare, one row at a step."""
        for place, row in enumerate(self.every):
            if len(self._folds) == place:
                self._folds.append(self._folded(row))
            for key, column in self._columns.items():
                known = self._keys.setdefault(key, [])
                if len(known) == place:
                    known.append(_key(column, row))
            yield

    def _arrange(self) -> None:
        places = self._matching() if self._words else list(range(len(self.every)))
        if self.sorted_by is not None:
            places = self._sorted(places, self.sorted_by)
        self.headings = []
        self.lines = places if self._section is None or self.sorted_by else self._with_headings(places, self._section)

    def _with_headings(self, places: list[int], section: Callable[[Row], Words]) -> list[int]:
        lines: list[int] = []
        for place in places:
            heading = section(self.every[place])
            if not self.headings or self.headings[-1] != heading:
                self.headings.append(heading)
                lines.append(-len(self.headings))
            lines.append(place)
        return lines

    def _matching(self) -> list[int]:
        """Looked for once, in whichever order they are shown then."""
        if self._found is None:
            self._found = self._look_for()
        return list(self._found)

    def _look_for(self) -> list[int]:
        self._folds.extend(self._folded(row) for row in self.every[len(self._folds) :])
        first, *others = self._words
        places = [place for place, text in enumerate(self._folds) if first in text]
        for word in others:
            places = [place for place in places if word in self._folds[place]]
        return places

    def _folded(self, row: Row) -> str:
        return _BETWEEN_CELLS.join(_fold(columns.shown(column, row)) for column in self._columns.values())

    def _sorted(self, places: list[int], key: str) -> list[int]:
        keys = self._keys.setdefault(key, [])
        keys.extend(_key(self._columns[key], row) for row in self.every[len(keys) :])
        full = [place for place in places if keys[place] is not None]
        full.sort(key=keys.__getitem__, reverse=self.descending)
        if len(full) == len(places):
            return full
        return full + [place for place in places if keys[place] is None]


def _key(column: Column[Row], row: Row) -> Any:
    """What the column sorts a row by; None for an empty cell."""
    if column.sort_key is not None:
        return column.sort_key(row)
    if column.editor in (Editor.DATE, Editor.NUMBER, Editor.CHECK):
        return column.value(row)
    return _sort_key(columns.shown(column, row)) or None
