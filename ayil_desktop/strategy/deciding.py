"""May an amendment be opened on this day, and decided on that one, by this act or meeting (ST-R.1)?

When it was opened in the program does not matter to its decision: a council decides on the third, and the secretary
records both on the tenth. It comes after what it amends, and not before today.
"""

import datetime
from collections.abc import Collection, Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.choices import FAILED_STATES, HELD_STATES, NEVER_MET, State
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.refused import Refused
from ayil_desktop.strategy import recorded_days
from ayil_desktop.strategy.approval_records import Baseline


def since(baselines: Sequence[Baseline]) -> datetime.date:
    """The day of the last approval: what an amendment changes was decided on it."""
    return max(baselines, key=lambda one: one.number).on


def check_day(on: datetime.date, approved_on: datetime.date, today: datetime.date | None = None, *, field: str) -> None:
    """Refused before the approval that is amended, and where today is told after it."""
    if on < approved_on:
        told = Message("The plan was approved on {date}; what amends it cannot be earlier.", date=approved_on)
        raise Refused(told, field=field, clause="ST-R.1")
    recorded_days.check_has_come(on, today, field=field)


OPENED_AGAIN = (State.IN_SESSION, *FAILED_STATES)
"""How a meeting may stand that was opened again after it had decided."""


def check_decision(
    approved_on: datetime.date,
    on: datetime.date,
    meeting: Meeting | None = None,
    today: datetime.date | None = None,
    *,
    states: Collection[State] = HELD_STATES,
) -> None:
    """Refused before what it amends was approved, on a day to come, or by a meeting that cannot have decided it."""
    check_day(on, approved_on, today, field="decided_on")
    if meeting is not None and not (meeting.state in states and approved_on <= meeting.date <= on):
        raise Refused(
            Message(
                "Only a meeting that was held from {first} to {last} can have decided it.", first=approved_on, last=on
            ),
            field="meeting_id",
            clause="ST-R.1",
        )


def check_act(of: datetime.date, on: datetime.date) -> None:
    """Refused where something would be decided before the resolution that decides it."""
    if on < of:
        raise Refused(Message("The resolution is of {date}; it decided nothing before.", date=of), field="decided_on")


def may_decide(meeting: Meeting, approved_on: datetime.date, until: datetime.date) -> bool:
    """Whether it was held between these days."""
    return meeting.state in HELD_STATES and approved_on <= meeting.date <= until


def check_may_come(meeting: Meeting, approved_on: datetime.date) -> None:
    """Refused where a meeting cannot decide an amendment of what was approved on a day."""
    if not may_still_decide(meeting, approved_on):
        raise Refused(
            Message("This meeting was before {date}, or it was not held.", date=approved_on),
            field="meeting_id",
            clause="ST-R.1",
        )


def may_still_decide(meeting: Meeting, approved_on: datetime.date) -> bool:
    """Whether it was held since, or is still to come."""
    return meeting.state not in NEVER_MET and meeting.date >= approved_on
