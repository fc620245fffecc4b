"""Which arrows between rows cross a part of the chart, and how are they painted?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QDeadlineTimer, QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from ayil_desktop.strategy.bars import Bar
from ayil_desktop.strategy.chart_paint import Inks
from ayil_desktop.strategy.chart_tree import Tree

_BUCKET = 64
_FAR = 16
_OUT = 6.0
"""How far an arrow leaves the end of a bar before it turns."""

Link = tuple[int, int]
"""The shown rows of the one before and the one after."""


_NEAR = 100


def near(tree: Tree, shown: range) -> Iterator[Link]:
    """The links into some rows from others not far above or below: what can be found without knowing all."""
    needing = [(key, at) for at in shown for key in tree.row(at).needs]
    if needing:
        around = range(max(shown[0] - _NEAR, 0), min(shown[-1] + _NEAR, len(tree)))
        ats = {tree.row(at).key: at for at in around}
        yield from ((ats[key], at) for key, at in needing if key in ats)


def into(tree: Tree, rows: Iterable[int]) -> Iterator[Link]:
    """The links that shown rows need."""
    for at in rows:
        for key in tree.row(at).needs:
            before = tree.at(key)
            if before >= 0:
                yield before, at


class Links:
    """All links between shown rows, found by the rows that they pass: in buckets, long ones in a list of their own."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._buckets: dict[int, list[Link]] = defaultdict(list)
        self._long: list[Link] = []
        self._rest: Iterator[Link] | None = None
        self.is_complete = False

    def find_more(self, slice_of_time: QDeadlineTimer) -> bool:
        """Look for them for a while; True once all are known."""
        if self._rest is None:
            tree = self._tree
            self._rest = into(tree, (at for at, place in enumerate(tree.shown) if tree.rows[place].needs))
        for number, link in enumerate(self._rest):
            self._put(link)
            if number % _BUCKET == 0 and slice_of_time.hasExpired():
                return False
        self.is_complete = True
        return True

    def _put(self, link: Link) -> None:
        first, last = min(link) // _BUCKET, max(link) // _BUCKET
        if last - first > _FAR:
            self._long.append(link)
            return
        for bucket in range(first, last + 1):
            self._buckets[bucket].append(link)

    def through(self, shown: range) -> set[Link]:
        """Those that begin, end or pass in a stretch of rows; until all are known, those from near rows."""
        if not shown:
            return set()
        if not self.is_complete:
            return set(near(self._tree, shown))
        first, last = shown[0], shown[-1]
        some = (
            link for bucket in range(first // _BUCKET, last // _BUCKET + 1) for link in self._buckets.get(bucket, ())
        )
        return {link for found in (some, self._long) for link in found if min(link) <= last and max(link) >= first}

    def of(self, at: int) -> list[Link]:
        """Those that begin or end in a row."""
        return [link for link in self.through(range(at, at + 1)) if at in link]


def paint(painter: QPainter, tree: Tree, link: Link, ends: Sequence[Bar | None], scrolled: float, inks: Inks) -> None:
    """An arrow from the end of one bar to the beginning of another."""
    before, after = ends
    if before is None or after is None:
        return
    painter.setPen(inks.link)
    painter.setBrush(inks.edge)
    arrow(
        painter,
        QPointF(before.right, middle(tree, link[0], scrolled)),
        QPointF(after.left, middle(tree, link[1], scrolled)),
        tree.heights.height(link[1]) / 2,
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)


def middle(tree: Tree, at: int, scrolled: float) -> float:
    """The height of a row's bar in the view."""
    return tree.heights.top(at) - scrolled + tree.heights.height(at) // 2


def arrow(painter: QPainter, start: QPointF, end: QPointF, half: float) -> None:
    """Straight down where there is room; else around, between the rows."""
    turn = start.x() + _OUT
    corners = [start, QPointF(turn, start.y())]
    if end.x() < turn + 2:
        between = end.y() - half if end.y() > start.y() else end.y() + half
        before = end.x() - _OUT - 4
        corners += [QPointF(turn, between), QPointF(before, between), QPointF(before, end.y()), end]
    else:
        corners += [QPointF(turn, end.y()), end]
    painter.drawPolyline(QPolygonF(corners))
    painter.drawPolygon(QPolygonF([end, QPointF(end.x() - 6, end.y() - 3.5), QPointF(end.x() - 6, end.y() + 3.5)]))
