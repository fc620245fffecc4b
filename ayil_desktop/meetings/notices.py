"""When was a meeting's notice sent, and to whom?"""

import datetime
from collections.abc import Sequence

from ayil_desktop.meetings.choices import DeliveryKind, Kind
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.charters import Charter


def first_sent(meeting: Meeting) -> datetime.date | None:
    """The day of the first notice; None while none is sent."""
    days = [row.on for row in meeting.deliveries if row.kind is DeliveryKind.NOTICE]
    return min(days, default=None)


def last_sent(meeting: Meeting) -> datetime.date | None:
    """The day of the last notice: this one decides whether everybody was told in time."""
    days = [row.on for row in meeting.deliveries if row.kind is DeliveryKind.NOTICE]
    return max(days, default=None)


def is_missing(charter: Charter, meeting: Meeting) -> bool:
    """Whether a meeting sat although the members were told of it nowhere, and the charter asks for that (CN-5.6.1).

    Of a meeting whose attendance nobody recorded the notice is not known either.
    """
    if charter.whole("notice_working_days") is None or not meeting.attendance_recorded:
        return False
    return first_sent(meeting) is None


def is_unexplained(charter: Charter, meeting: Meeting) -> bool:
    """Whether a reason is missing too; an extraordinary meeting may be called at any notice (R-11)."""
    return is_missing(charter, meeting) and meeting.kind is Kind.REGULAR and not meeting.late_notice_reason.strip()


def untold(charter: Charter, meeting: Meeting, seats: Sequence[Seat]) -> tuple[str, ...]:
    """The members of the day for whom no notice is recorded although the others have one (CN-5.6.1); their names."""
    if charter.whole("notice_working_days") is None or first_sent(meeting) is None:
        return ()
    told = {row.person_id for row in meeting.deliveries if row.kind is DeliveryKind.NOTICE}
    return tuple(seat.name for seat in seats if seat.person_id not in told)
