"""On which days can something that belongs to a meeting have happened?"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_records import WrittenOpinion
from ayil_desktop.meetings.choices import DELIVERY_NAMES, DeliveryKind
from ayil_desktop.meetings.decision_records import CompositionOrder, DissentingOpinion
from ayil_desktop.meetings.minutes_records import CorrectionNote
from ayil_desktop.meetings.records import Delivery, Meeting, Posting
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import Record


@dataclass(frozen=True)
class Span:
    """How many years before and after the meeting are believed; 0: not before it, or not after it."""

    before: int
    after: int


PREPARING = Span(1, 0)
"""What makes a meeting ready: its notice, its agenda, the opinions of those who will be absent."""
STANDING = Span(10, 0)
"""An instruction may hold for every meeting to come."""
FOLLOWING = Span(0, 10)
AROUND = Span(1, 10)

_DAYS: Mapping[type[Record], Mapping[str, Span]] = {
    Meeting: {"agenda_approved_on": PREPARING, "invited_agreed_on": PREPARING, "chair_instruction_on": STANDING},
    WrittenOpinion: {"received_on": PREPARING},
    DissentingOpinion: {"received_on": FOLLOWING},
    CompositionOrder: {"handed_over_on": FOLLOWING},
    CorrectionNote: {"on": FOLLOWING},
    Posting: {"on": AROUND},
}
KINDS: tuple[type[Record], ...] = (*_DAYS, Delivery)
"""The records that `check_row` knows."""


def check(
    day: datetime.date, span: Span, *, meeting: datetime.date, today: datetime.date | None = None, field: str
) -> None:
    """Refused where it would lie on the wrong side of the meeting, or so far away that the year is a slip.

    What follows an old meeting can be as far from it as today is.
    """
    if day > meeting and not span.after:
        raise Refused(Message("This cannot be later than the meeting of {date}.", date=meeting), field=field)
    if day < meeting and not span.before:
        raise Refused(Message("This cannot be earlier than the meeting of {date}.", date=meeting), field=field)
    is_believed = _later(meeting) <= _later(day, span.before) and _later(day) <= _later(meeting, span.after)
    if not is_believed and not (today is not None and meeting < day and day.year <= today.year):
        reason = Message("Check the year: {day} is too far from the meeting of {date}.", day=day, date=meeting)
        raise Refused(reason, field=field)


def check_received(sent: datetime.date, received: datetime.date | None, *, today: datetime.date, field: str) -> None:
    """Refused where something was in a member's hands before it was sent, or is not there yet."""
    if received is None:
        return
    if received < sent:
        raise Refused(Message("It was sent on {date}: it cannot have been received earlier.", date=sent), field=field)
    if received > today:
        raise Refused(Message("What was received cannot lie after today."), field=field)


def check_row(
    row: Record, meeting: datetime.date, *, today: datetime.date, columns: Collection[str] | None = None
) -> None:
    """Refused at the first column (of these, where they are named) whose day cannot be."""
    for column, span in _days_of(row).items():
        day = getattr(row, column) if columns is None or column in columns else None
        if day is not None:
            check(day, span, meeting=meeting, today=today, field=column)


def check_moved(meeting: Meeting, today: datetime.date) -> None:
    """Refused at the new day of a meeting with which what is recorded of it does not agree."""
    opinions = [one for item in meeting.items for one in item.written_opinions]
    for row in (meeting, *meeting.deliveries, *meeting.postings, *opinions):
        try:
            check_row(row, meeting.date, today=today)
        except Refused as no:
            fault = no.reason if isinstance(no.reason, Message) else str(no.reason)
            raise Refused(Message("{what}: {fault}", what=_name(row, no.field), fault=fault), field="date") from no


def of_delivery(kind: DeliveryKind) -> Span:
    """Notice and materials come before the meeting, its minutes after it."""
    return FOLLOWING if kind is DeliveryKind.MINUTES else PREPARING


def _days_of(row: Record) -> Mapping[str, Span]:
    return {"on": of_delivery(row.kind)} if isinstance(row, Delivery) else _DAYS[type(row)]


def _name(row: Record, column: str) -> Message:
    return DELIVERY_NAMES[row.kind] if isinstance(row, Delivery) else row.labels[column]


def _later(day: datetime.date, years: int = 0) -> tuple[int, int, int]:
    """The day some years later, as far as it takes to compare: no calendar has the year 10009."""
    return day.year + years, day.month, day.day
