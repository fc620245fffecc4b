"""Which of many backups may go?

All of the last two days that had any, then one a day, a week, a month, a quarter, and every fiftieth whatever its date.
They are taken in the order of their numbers, newest first; dates only group them and are never compared with today.
"""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from typing import TypeVar

One = TypeVar("One")

ALWAYS = 3
"""So many of the newest stay whatever their dates."""

_TWO_DAYS, _AT_MOST_IN_THEM = 2, 48
_EVERY, _OF_THOSE = 50, 20
_PERIODS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (12, lambda at: at.date()),
    (10, lambda at: tuple(at.isocalendar())[:2]),
    (9, lambda at: (at.year, at.month)),
    (12, lambda at: (at.year, (at.month - 1) // 3)),
)


def superfluous(kept: Sequence[One], *, number: Callable[[One], int], at: Callable[[One], datetime]) -> list[One]:
    """Those that no rule keeps, oldest first."""
    newest_first = sorted(kept, key=number, reverse=True)
    stays = {number(one) for one in newest_first[:ALWAYS]}
    stays.update(number(one) for one in _of_the_last_days(newest_first, at))
    stays.update(number(one) for one in [one for one in newest_first if number(one) % _EVERY == 0][:_OF_THOSE])
    for most, period in _PERIODS:
        firsts: dict[Hashable, One] = {}
        for one in newest_first:
            firsts.setdefault(period(at(one)), one)
        stays.update(number(one) for one in list(firsts.values())[:most])
    return [one for one in reversed(newest_first) if number(one) not in stays]


def _of_the_last_days(newest_first: list[One], at: Callable[[One], datetime]) -> list[One]:
    days = list(dict.fromkeys(at(one).date() for one in newest_first))[:_TWO_DAYS]
    return [one for one in newest_first if at(one).date() in days][:_AT_MOST_IN_THEM]
