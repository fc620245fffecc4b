"""Which rows of a plan are shown, how high is each, and where does it stand? No painting.

Heights are guesses until somebody measures them: to wrap the texts of many thousands of rows before the first frame
would take seconds.
"""

from collections.abc import Iterable, Sequence

from ayil_desktop.strategy import bars
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.chart_heights import Heights


class Tree:
    """The rows of a plan less those that are folded away. `at` counts shown rows, `place` all rows."""

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()
        self._own: list[Row] | None = None
        self.shown: Sequence[int] = ()
        self.heights = Heights(())
        self.folded: set[str] = set()
        self._known = bytearray()
        self._places: dict[str, int] | None = None
        self._ats: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self.shown)

    def show(self, rows: Sequence[Row], guess: float) -> None:
        """Another plan; every row is as high as the guess."""
        self.rows, self._own, self._places = rows, None, None
        self.lay(guess)

    def lay(self, guess: float) -> None:
        """All heights are guesses again, after a fold or another width."""
        self.shown = bars.visible(self.rows, frozenset(self.folded))
        self.heights = Heights.alike(len(self.shown), guess)
        self._known = bytearray(len(self.shown))
        self._ats = None

    def row(self, at: int) -> Row:
        """The shown row."""
        return self.rows[self.shown[at]]

    def place(self, key: str) -> int:
        """Where the row stands among all rows; -1 where there is none."""
        if self._places is None:
            self._places = {row.key: place for place, row in enumerate(self.rows)}
        return self._places.get(key, -1)

    def at(self, key: str) -> int:
        """Where the row stands among those that are shown; -1 for a folded or unknown one."""
        if self._ats is None:
            self._ats = {self.rows[place].key: at for at, place in enumerate(self.shown)}
        return self._ats.get(key, -1)

    def at_height(self, y: float) -> int:
        """The shown row at a height of the whole plan; -1 below the last one."""
        return self.heights.at(y) if 0 <= y < self.heights.total else -1

    def change(self, row: Row) -> list[int]:
        """A row is another: it and all above it in the tree, as places among those that are shown."""
        place = self.place(row.key)
        if place < 0:
            return []
        if self._own is None:
            # Those that were shown belong to somebody else.
            self.rows = self._own = list(self.rows)
        self._own[place] = row
        at = self.at(row.key)
        if at >= 0:
            self._known[at] = _GUESS
        found = []
        while place >= 0:
            found.append(self.at(self.rows[place].key))
            place = self.rows[place].parent
        return [one for one in found if one >= 0]

    def open_to(self, key: str) -> None:
        """Nothing above a row is folded any more; to be laid afterwards."""
        self.folded -= {row.key for row in self._above(self.place(key))}

    def _above(self, place: int) -> Iterable[Row]:
        while place >= 0 and self.rows[place].parent >= 0:
            place = self.rows[place].parent
            yield self.rows[place]

    def is_exact(self, at: int) -> bool:
        """Whether a shown row is as high as it is painted."""
        return self._known[at] == _EXACT

    def first_guess(self) -> int:
        """The first shown row whose height nobody has measured; -1 where there is none."""
        return self._known.find(_GUESS)

    def measured(self, at: int, height: float, *, is_exact: bool = False) -> None:
        """The height of a shown row: as its texts will wrap, or exactly as they are painted."""
        self._known[at] = _EXACT if is_exact else _MEASURED
        if height != self.heights.height(at):
            self.heights.change(at, height)


_GUESS, _MEASURED, _EXACT = range(3)
