"""When was a meeting's notice sent, and to whom?"""

import datetime

from ayil_desktop.meetings.choices import DeliveryKind
from ayil_desktop.meetings.records import Meeting


def first_sent(meeting: Meeting) -> datetime.date | None:
    """The day of the first notice; None while none is sent."""
    days = [row.on for row in meeting.deliveries if row.kind is DeliveryKind.NOTICE]
    return min(days, default=None)


def last_sent(meeting: Meeting) -> datetime.date | None:
    """The day of the last notice: this one decides whether everybody was told in time."""
    days = [row.on for row in meeting.deliveries if row.kind is DeliveryKind.NOTICE]
    return max(days, default=None)
