"""May something be recorded of this day?"""

import datetime

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.strategy.records import Strategy


def check_has_come(on: object, today: datetime.date | None, *, field: str) -> None:
    """Refused for a day to come, where today is told; what is no day is another rule's."""
    if today is not None and isinstance(on, datetime.date) and on > today:
        raise Refused(Message("This day has not come yet."), field=field)


def check_begun(strategy: Strategy, on: datetime.date, *, field: str) -> None:
    """Refused before the strategy begins, where it tells its first day: nothing of it was done then."""
    if strategy.begins is not None and on < strategy.begins:
        raise Refused(
            Message("The strategy begins on {date}; this day is before it.", date=strategy.begins), field=field
        )


def check_review(strategy: Strategy, on: datetime.date, today: datetime.date | None = None) -> None:
    """Refused before the strategy begins, where it tells its first day, and for a day to come (ST-7.1)."""
    if strategy.begins is not None and on < strategy.begins:
        told = Message("The strategy begins on {date}; there is nothing to review before.", date=strategy.begins)
        raise Refused(told, field="on", clause="ST-7.1")
    check_has_come(on, today, field="on")


def warning(strategy: Strategy, on: datetime.date) -> Message | None:
    """What is told of a review after the strategy's last day; it may be the last one, or a mistyped year."""
    if strategy.ends is None or on <= strategy.ends:
        return None
    return Message("The review of {date} is after the last day of the strategy ({ends}).", date=on, ends=strategy.ends)
