"""May an amendment be decided on this day, and by this meeting (ST-R.1)?"""

import datetime

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.choices import HELD_STATES, State
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.refused import Refused
from ayil_desktop.strategy.approval_records import Amendment


def check_decision(
    amendment: Amendment, on: datetime.date, meeting: Meeting | None = None, today: datetime.date | None = None
) -> None:
    """Refused where it was decided before it was opened, on a day to come, or by a meeting that cannot have done so."""
    if on < amendment.opened_on:
        raise Refused(Message("The amendment was opened on {date}.", date=amendment.opened_on), field="decided_on")
    if today is not None and on > today:
        raise Refused(Message("This day has not come yet."), field="decided_on")
    if meeting is not None and not may_decide(meeting, amendment.opened_on, on):
        raise Refused(
            Message(
                "Only a meeting that was held from {first} to {last} can have decided it.",
                first=amendment.opened_on,
                last=on,
            ),
            field="meeting_id",
            clause="ST-R.1",
        )


def may_decide(meeting: Meeting, opened_on: datetime.date, until: datetime.date) -> bool:
    """Whether it was held between these days."""
    return meeting.state in HELD_STATES and opened_on <= meeting.date <= until


def check_may_come(meeting: Meeting, opened_on: datetime.date) -> None:
    """Refused where a meeting can no longer decide an amendment that is opened on a day."""
    if not may_still_decide(meeting, opened_on):
        raise Refused(
            Message("This meeting was before {date}, or it was not held.", date=opened_on),
            field="meeting_id",
            clause="ST-R.1",
        )


def may_still_decide(meeting: Meeting, opened_on: datetime.date) -> bool:
    """Whether it was held on the day or is still to come."""
    return meeting.state not in (State.CANCELLED, State.NOT_HELD) and meeting.date >= opened_on
