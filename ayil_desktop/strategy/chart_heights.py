"""Where does each row begin when rows have different heights, and which row is at a height? No painting."""

from array import array
from collections.abc import Iterable


class Heights:
    """The tops of rows of different heights; one height changes without moving through all of them.

    A Fenwick tree over the heights: finding a row, its top, and changing a height are logarithmic.
    """

    def __init__(self, heights: Iterable[float]) -> None:
        self._heights = array("d", heights)
        self._tree = array("d", (0.0, *self._heights))
        for place in range(1, len(self._tree)):
            above = place + (place & -place)
            if above < len(self._tree):
                self._tree[above] += self._tree[place]

    @classmethod
    def alike(cls, count: int, height: float) -> "Heights":
        """So many rows of one height; made without adding them up, because a plan may have many thousands."""
        found = cls(())
        found._heights = array("d", (height,)) * count
        sums = array("d", (height,))
        while len(sums) < count:
            sums = sums + array("d", (height * (len(sums) + 1),)) + sums
        found._tree = array("d", (0.0,)) + sums[:count]
        return found

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> float:
        """The height of all rows together."""
        return self.top(len(self._heights))

    def height(self, row: int) -> float:
        """The height of one row."""
        return self._heights[row]

    def top(self, row: int) -> float:
        """Where a row begins; for the number of rows, where the last one ends."""
        found = 0.0
        while row > 0:
            found += self._tree[row]
            row -= row & -row
        return found

    def change(self, row: int, height: float) -> float:
        """Give a row another height; answers by how much everything below it moves."""
        difference = height - self._heights[row]
        self._heights[row] = height
        place = row + 1
        while place < len(self._tree):
            self._tree[place] += difference
            place += place & -place
        return difference

    def at(self, y: float) -> int:
        """The row at a height, the first one above all and the last one below all; -1 without rows."""
        if not self._heights:
            return -1
        place, rest = 0, y
        step = 1 << (len(self._heights).bit_length() - 1)
        while step:
            following = place + step
            if following < len(self._tree) and self._tree[following] <= rest:
                place, rest = following, rest - self._tree[following]
            step >>= 1
        return min(place, len(self._heights) - 1) if y >= 0 else 0

    def between(self, y0: float, y1: float) -> range:
        """The rows that a stretch touches."""
        if not self._heights or y1 <= 0 or y0 >= self.total:
            return range(0)
        return range(self.at(y0), self.at(y1) + 1)
