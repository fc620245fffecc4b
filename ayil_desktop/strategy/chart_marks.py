"""Which rows of the chart are marked together, as in Excel: from one to another, or one by one?"""

from collections.abc import Iterable, Sequence

from ayil_desktop.strategy.chart_tree import Tree


class Marks:
    """The marked rows by their keys, besides the chosen one; none where only that is meant."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.keys: frozenset[str] = frozenset()
        self._from = ""
        """The row from which a stretch is marked."""

    def __contains__(self, at: int) -> bool:
        return bool(self.keys) and self._tree.row(at).key in self.keys

    def begin(self, key: str) -> None:
        """One row is chosen; a stretch would begin at it."""
        self._from, self.keys = key, frozenset()

    def reach(self, at: int) -> None:
        """Everything from where the stretch began to this row."""
        begin = max(self._tree.at(self._from), 0)
        self.keys = self._keys(range(min(begin, at), max(begin, at) + 1))

    def turn(self, chosen: str, key: str) -> None:
        """One more row, or one less; the chosen one counts as marked."""
        self.keys = (self.keys or frozenset({chosen} - {""})) ^ {key}
        self._from = key

    def every(self) -> None:
        """All rows that are shown."""
        self.keys = self._keys(range(len(self._tree)))

    def clear(self) -> None:
        self.keys = frozenset()

    def forget_gone(self) -> None:
        """Rows that are not there any more, or folded away, are not marked."""
        self.keys = frozenset(key for key in self.keys if self._tree.at(key) >= 0)

    def in_order(self, chosen: str) -> Sequence[str]:
        """The marked rows from the top down; the chosen one where none is marked."""
        if not self.keys:
            return [chosen] if chosen else []
        return sorted(self.keys, key=self._tree.at)

    def _keys(self, rows: Iterable[int]) -> frozenset[str]:
        return frozenset(self._tree.row(at).key for at in rows)
