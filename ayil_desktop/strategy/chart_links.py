"""Which pieces of the arrows between activities fall into each row of a printed chart?"""

from collections.abc import Sequence

from ayil_desktop.strategy import bars
from ayil_desktop.strategy.bars import Row, Time

Piece = tuple[tuple[float, float], ...]
"""A line (two points) or the head of an arrow (three): x in mm, y as a share of the row's height."""

_TURN = 1.2  # mm from the end of a bar to the turn of its arrow
_HEAD = (1.4, 0.12)  # mm, share of the row


def pieces(rows: Sequence[Row], time: Time) -> dict[int, list[Piece]]:
    """By the place of the row; an arrow to or from something that has no bar is left out."""
    places = {row.key: place for place, row in enumerate(rows)}
    found: dict[int, list[Piece]] = {}
    for after, row in enumerate(rows):
        for key in row.needs:
            before = places.get(key)
            if before is not None:
                _add(found, rows, before, after, time)
    return found


def _add(found: dict[int, list[Piece]], rows: Sequence[Row], before: int, after: int, time: Time) -> None:
    first, second = bars.bar(rows[before], time), bars.bar(rows[after], time)
    if first is None or second is None:
        return
    turn, goal = first.right + _TURN, second.left
    leaves, enters = (1.0, 0.0) if after > before else (0.0, 1.0)
    found.setdefault(before, []).extend([((first.right, 0.5), (turn, 0.5)), ((turn, 0.5), (turn, leaves))])
    for between in range(min(before, after) + 1, max(before, after)):
        found.setdefault(between, []).append(((turn, 0.0), (turn, 1.0)))
    back = goal - _HEAD[0]
    found.setdefault(after, []).extend(
        [
            ((turn, enters), (turn, 0.5)),
            ((turn, 0.5), (goal, 0.5)),
            ((goal, 0.5), (back, 0.5 - _HEAD[1]), (back, 0.5 + _HEAD[1])),
        ]
    )
