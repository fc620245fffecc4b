"""Which quarters can be reported, which one is meant, and as of which day?"""

import datetime
from collections.abc import Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.strategy.records import Strategy
from ayil_desktop.workdays import periods
from ayil_desktop.workdays.periods import Quarter

AFTERWARDS = datetime.timedelta(days=30)
"""So long after its end a quarter is still reviewed and reported."""


def reported(day: datetime.date) -> Quarter:
    """The quarter that a report or a review of a day is about."""
    return Quarter.of(day - AFTERWARDS)


def offered(strategy: Strategy, today: datetime.date) -> Sequence[Quarter]:
    """From the one in which it begins to that of today, the newest first; that of today where it begins later."""
    known = [strategy.begins, *(one.on for one in strategy.baselines), *(one.on for one in strategy.reviews)]
    begins = min((day for day in known if day is not None), default=today)
    return list(periods.quarters(min(begins, today), today))[::-1]


def check(quarter: Quarter, strategy: Strategy, today: datetime.date) -> None:
    """Refused where nothing can be reported of it: it has not come, or was before the strategy."""
    every = offered(strategy, today)
    if quarter not in every:
        told = Message("A report can be of a quarter from {first} to {last}.", first=every[-1].name, last=every[0].name)
        raise Refused(told, field="quarter")


def expected(strategy: Strategy, today: datetime.date) -> Quarter:
    """The last one that has ended, or that was reviewed; the first of the strategy before either."""
    found = {Quarter.of(today).previous(), *(reported(one.on) for one in strategy.reviews if one.on <= today)}
    every = offered(strategy, today)
    return max(found & set(every), default=every[-1])


def as_of(quarter: Quarter, strategy: Strategy, today: datetime.date) -> datetime.date:
    """Today as long as the quarter is reported; later the day of its last review, or its own last day without one."""
    if today <= quarter.last + AFTERWARDS:
        return today
    return max((one.on for one in strategy.reviews if reported(one.on) == quarter), default=quarter.last)
