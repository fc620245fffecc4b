"""What is a body's next duty: a notice that must go out, a quarter that runs without a meeting?"""

import datetime
from collections.abc import Collection, Sequence

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import notice_count, rules
from ayil_desktop.meetings.choices import State
from ayil_desktop.meetings.notice_count import Countdown, Pressure
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.workdays.periods import Quarter

Quarters = Sequence[tuple[Quarter, bool]]
"""Quarters without a held meeting, oldest first; True where the quarter is over (CN-7.1)."""

_PRESSING = (Pressure.AMPLE, Pressure.ADVISED_TODAY, Pressure.LAST_DAYS, Pressure.TOO_LATE)


def next_planned(meetings: Sequence[Meeting], otherwise: Collection[str] = ()) -> Meeting | None:
    """The first meeting whose notice has not been sent; those of `otherwise` need a new one (R-38)."""
    waiting = [one for one in meetings if one.state is State.PLANNED or one.id in otherwise]
    return min(waiting, key=lambda one: one.date, default=None)


def to_cancel(meetings: Sequence[Meeting], dissolved_on: datetime.date | None) -> Meeting | None:
    """The first meeting that is still planned after the last day of its body (CN-1.2)."""
    planned = [one for one in meetings if one.state in rules.OPEN_TO_PLANNING]
    after = [one for one in planned if rules.is_after_the_end(dissolved_on, one.date)]
    return min(after, key=lambda one: one.date, default=None)


def cancel_words(meeting: Meeting, dissolved_on: datetime.date) -> Message:
    """What is to be done about it."""
    return Message("Meeting of {date}: {duty}", date=meeting.date, duty=rules.after_the_end(meeting, dissolved_on))


def next_duty(
    planned: Meeting | None,
    counted: Countdown | None,
    quarters: Quarters,
    needed: int = 1,
    *,
    is_anew: bool = False,
) -> Message | None:
    """In one sentence; None where nothing is due. `is_anew`: the members were told otherwise."""
    if planned is not None and is_anew:
        return Message("Meeting of {date}: the members were told otherwise, send a new notice.", date=planned.date)
    if planned is not None and counted is not None and counted.pressure in _PRESSING:
        return Message("Meeting of {date}: {duty}", date=planned.date, duty=notice_count.words(counted))
    return None if planned is not None else quarter_words(quarters, needed)


def late_words(count: int) -> Message | None:
    """How many decisions should have been carried out by now; None where none should."""
    return Counted("{count} decision is overdue", "{count} decisions are overdue", count) if count else None


def quarter_words(quarters: Quarters, needed: int = 1) -> Message | None:
    """The quarter that runs without a meeting, otherwise those that were missed; None where all had one (CN-7.1)."""
    if not quarters:
        return None
    quarter, is_missed = quarters[-1]
    if needed > 1:
        return _too_few(quarter, is_missed, needed)
    if not is_missed:
        return Message("No meeting was held in this quarter yet; it ends on {day}.", day=quarter.last)
    if len(quarters) == 1:
        return Message("No meeting was held in: {quarter}.", quarter=quarter.name)
    return Counted(
        "{count} quarter without a meeting, the last one: {quarter}.",
        "{count} quarters without a meeting, the last one: {quarter}.",
        len(quarters),
        quarter=quarter.name,
    )


def _too_few(quarter: Quarter, is_missed: bool, needed: int) -> Message:
    """The same where the charter wants more than one meeting in a quarter."""
    if is_missed:
        return Message("Fewer than {needed} meetings were held in: {quarter}.", needed=needed, quarter=quarter.name)
    return Message(
        "Fewer than {needed} meetings were held in this quarter so far; it ends on {day}.",
        needed=needed,
        day=quarter.last,
    )
