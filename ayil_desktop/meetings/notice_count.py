"""Until when must the notice go out, which days were counted for that, and how does it stand today?"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import last_days
from ayil_desktop.meetings.choices import OPEN_TO_PLANNING, Kind
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.charters import Charter
from ayil_desktop.workdays.calendar import Free, WorkCalendar


class Pressure(StrEnum):
    """How it stands: AMPLE and ADVISED_TODAY are calm, LAST_DAYS is amber, TOO_LATE and SENT_LATE are red (R-8).

    SHORT is a notice of an extraordinary meeting after its day, which its reason allows (R-11).
    """

    NOT_REGULATED = "not_regulated"
    AMPLE = "ample"
    ADVISED_TODAY = "advised_today"
    LAST_DAYS = "last_days"
    TOO_LATE = "too_late"
    SHORT = "short"
    SENT = "sent"
    SENT_LATE = "sent_late"
    SENT_SHORT = "sent_short"
    OVER = "over"


@dataclass(frozen=True)
class CountedDay:
    """One day between the advised day and the meeting; `count` is its number back from the meeting, 0 uncounted."""

    day: datetime.date
    count: int
    free: Free | None
    is_meeting: bool
    is_last: bool
    is_advised: bool


@dataclass(frozen=True)
class Countdown:
    """The term of one meeting's notice as it stands on one day; `left` counts working days, below zero when over."""

    notice_by: datetime.date | None
    advised_by: datetime.date | None
    days: tuple[CountedDay, ...]
    left: int
    pressure: Pressure
    sent_on: datetime.date | None
    clause: str


def feasts(counted: Countdown, calendar: WorkCalendar, today: datetime.date) -> Message | None:
    """What to tell of feasts that are only estimated and may fall among the counted days."""
    if not counted.days:
        return None
    return calendar.warning_for(today, (counted.days[0].day, counted.days[-1].day))


def count(
    charter: Charter,
    calendar: WorkCalendar,
    *,
    date: datetime.date,
    kind: Kind,
    today: datetime.date,
    sent_on: datetime.date | None = None,
    is_awaited: bool = True,
) -> Countdown:
    """For a meeting of that day and kind; `is_awaited` is False when it is cancelled or over: nothing presses then."""
    term = last_days.notice_term(charter, calendar, date)
    pressure = _pressure(term, kind, today=today, sent_on=sent_on, is_awaited=is_awaited)
    return Countdown(
        notice_by=term.notice_by,
        advised_by=term.advised_by,
        days=_days(calendar, term, date),
        left=0 if term.notice_by is None else calendar.working_days_left(today, term.notice_by),
        pressure=pressure,
        sent_on=sent_on,
        clause=charter.clause("notice_working_days"),
    )


def of_meeting(
    charter: Charter,
    calendar: WorkCalendar,
    meeting: Meeting,
    today: datetime.date,
    *,
    sent_on: datetime.date | None,
) -> Countdown:
    """For a planned or notified meeting, or one that is over; `sent_on` is the day of its last notice, None where none
    was sent or a new one is needed."""
    return count(
        charter,
        calendar,
        date=meeting.date,
        kind=meeting.kind,
        today=today,
        sent_on=sent_on,
        is_awaited=meeting.state in OPEN_TO_PLANNING,
    )


def _pressure(
    term: last_days.NoticeTerm, kind: Kind, *, today: datetime.date, sent_on: datetime.date | None, is_awaited: bool
) -> Pressure:
    if term.notice_by is None or term.advised_by is None:
        return Pressure.NOT_REGULATED
    is_soft = kind is Kind.EXTRAORDINARY
    if sent_on is not None:
        late = Pressure.SENT_SHORT if is_soft else Pressure.SENT_LATE
        return late if sent_on > term.notice_by else Pressure.SENT
    if not is_awaited:
        return Pressure.OVER
    if today > term.notice_by:
        return Pressure.SHORT if is_soft else Pressure.TOO_LATE
    if today > term.advised_by or today == term.notice_by:
        return Pressure.LAST_DAYS
    return Pressure.ADVISED_TODAY if today == term.advised_by else Pressure.AMPLE


def _days(calendar: WorkCalendar, term: last_days.NoticeTerm, date: datetime.date) -> tuple[CountedDay, ...]:
    """From the advised day to the meeting, counted backwards; a meeting on a free day is counted all the same."""
    if term.notice_by is None or term.advised_by is None:
        return ()
    found: list[CountedDay] = []
    number = 0
    for one in reversed(calendar.walk(min(term.advised_by, term.notice_by), date)):
        is_counted = one.is_working and one.day != date
        number += is_counted
        found.append(
            CountedDay(
                day=one.day,
                count=number if is_counted else 0,
                free=one.free,
                is_meeting=one.day == date,
                is_last=one.day == term.notice_by,
                is_advised=one.day == term.advised_by,
            )
        )
    return tuple(reversed(found))


def words(counted: Countdown) -> Message:
    """How it stands, in one sentence."""
    last, advised = counted.notice_by, counted.advised_by
    if last is None or advised is None:
        return Message("The charter sets no term for the notice.")
    if counted.sent_on is not None:
        return _SENT[counted.pressure](counted.sent_on, last)
    if counted.pressure in _AFTERWARDS:
        return _AFTERWARDS[counted.pressure](last)
    return _ahead(counted, last, advised)


_SENT = {
    Pressure.SENT: lambda day, last: Message("The notice was sent on {day}, in time.", day=day),
    Pressure.SENT_LATE: lambda day, last: Message(
        "The notice was sent on {day}; the last day was {last}.", day=day, last=last
    ),
    Pressure.SENT_SHORT: lambda day, last: Message(
        "The notice was sent on {day}, after {last}. An extraordinary meeting may be called at shorter notice.",
        day=day,
        last=last,
    ),
}
_AFTERWARDS = {
    Pressure.OVER: lambda last: Message("No notice is recorded; its last day was {last}.", last=last),
    Pressure.TOO_LATE: lambda last: Message(
        "The last day for the notice was {last}. It can still be sent with a reason, or choose a later day.", last=last
    ),
    Pressure.SHORT: lambda last: Message(
        "The last day for the notice was {last}. An extraordinary meeting may be called at shorter notice.", last=last
    ),
}


def _ahead(counted: Countdown, last: datetime.date, advised: datetime.date) -> Message:
    if counted.pressure is Pressure.LAST_DAYS:
        if counted.left == 0:
            return Message("Today is the last day for the notice.")
        return Message("The notice must go out by {last}; {advised} would have been safer.", last=last, advised=advised)
    if advised == last:
        return Message("Send the notice by {last}.", last=last)
    if counted.pressure is Pressure.ADVISED_TODAY:
        return Message("Send the notice today; {last} is the last day.", last=last)
    return Message("Send the notice by {advised}; {last} is the last day.", advised=advised, last=last)


def left_words(counted: Countdown) -> Message:
    """What the large figure counts."""
    if counted.left < 0:
        return Counted("working day too late", "working days too late", -counted.left)
    return Counted("working day left", "working days left", counted.left)


def day_words(day: CountedDay) -> Message | Free:
    """What one day of the count is: the meeting, why it is free, or which working day before the meeting."""
    if day.is_meeting:
        return Message("the meeting")
    if day.free is not None:
        return day.free
    if day.is_last:
        return Message("{count}, the last day for the notice", count=_back(day))
    if day.is_advised:
        return Message("{count}, advised for the notice", count=_back(day))
    return _back(day)


def _back(day: CountedDay) -> Message:
    return Counted("{count} working day before", "{count} working days before", day.count)
