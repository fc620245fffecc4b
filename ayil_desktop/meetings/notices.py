"""When was a meeting's notice sent, to whom, what did it tell, and does the meeting still stand so?"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.choices import OPEN_TO_PLANNING, SEALED_STATES, DeliveryKind, Kind, State
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Delivery, Meeting
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


@dataclass(frozen=True)
class Told:
    """What a notice told some members of the day: when and where the meeting was to be."""

    date: datetime.date
    time: datetime.time | None
    place: str
    place_ru: str = ""
    seats: tuple[Seat, ...] = ()
    """The members who were told so."""

    def words(self, language: str) -> str:
        """13.03.2019, 10:00, the place."""
        place = self.place_ru if language == "ru" and self.place_ru else self.place
        return _joined(wording.short_date(self.date), self.time, place)

    def differs(self, meeting: Meeting) -> str:
        """Only what is otherwise now."""
        day = "" if self.date == meeting.date else wording.short_date(self.date)
        time = None if self.time == meeting.time else self.time
        return _joined(day, time, "" if same_place(self.place, meeting.place) else self.place)


def _joined(day: str, time: datetime.time | None, place: str) -> str:
    return ", ".join(filter(None, (day, f"{time:%H:%M}" if time else "", place.strip())))


def same_place(told: str, planned: str) -> bool:
    """Spaces that nobody sees make no other place."""
    return told.split() == planned.split()


def sent(meeting: Meeting, person_id: str, kind: DeliveryKind, *, on: datetime.date, how: str, issue: int) -> Delivery:
    """A new line of the log; a notice keeps what it tells."""
    row = Delivery(meeting_id=meeting.id, person_id=person_id, kind=kind, on=on, how=how, issue=issue)
    if kind is DeliveryKind.NOTICE:
        row.told_date, row.told_time = meeting.date, meeting.time
        row.told_place, row.told_place_ru = meeting.place, meeting.place_ru
    return row


def issues(meeting: Meeting) -> Mapping[int, Sequence[Delivery]]:
    """The notices of a meeting, first to last, each with the lines of its log."""
    found: dict[int, list[Delivery]] = {}
    for row in sorted(meeting.deliveries, key=lambda one: one.issue):
        if row.kind is DeliveryKind.NOTICE:
            found.setdefault(row.issue, []).append(row)
    return found


def sent_anew(meeting: Meeting) -> tuple[datetime.date, ...]:
    """The days of the notices after the first."""
    return tuple(min(row.on for row in rows) for issue, rows in issues(meeting).items() if issue > 1)


def last_issue(meeting: Meeting) -> int:
    """How many notices were sent, each instead of the one before; 0: none."""
    return max(issues(meeting), default=0)


def current(meeting: Meeting) -> Mapping[str, Delivery]:
    """By person: the last notice of each."""
    return {row.person_id: row for rows in issues(meeting).values() for row in rows}


def of_person(meeting: Meeting, person_id: str, kind: DeliveryKind) -> Delivery | None:
    """What somebody was sent last of a kind."""
    own = [row for row in meeting.deliveries if row.person_id == person_id and row.kind is kind]
    return max(own, key=lambda row: row.issue, default=None)


def holds(row: Delivery, meeting: Meeting) -> bool:
    """Whether the meeting stands as a notice told it, as far as is known."""
    if row.told_date is None:
        return True
    return not Told(row.told_date, row.told_time, row.told_place).differs(meeting)


def told_otherwise(meeting: Meeting, seats: Sequence[Seat]) -> tuple[Told, ...]:
    """What members of the day were told that is no longer so; a new day, time or place needs a new notice (R-38).

    Of a notice that was sent before the program kept what it told, nothing is known.
    """
    rows = current(meeting)
    found: dict[Told, list[Seat]] = {}
    for seat in seats:
        row = rows.get(seat.person_id)
        if row is not None and row.told_date is not None and not holds(row, meeting):
            told = Told(row.told_date, row.told_time, row.told_place, row.told_place_ru or _same_russian(row, meeting))
            found.setdefault(told, []).append(seat)
    return tuple(Told(one.date, one.time, one.place, one.place_ru, tuple(who)) for one, who in found.items())


NEVER_SENT_ANEW = (State.PLANNED, State.CANCELLED, *SEALED_STATES)


def may_be_sent_anew(meeting: Meeting, seats: Sequence[Seat]) -> bool:
    """A new notice is needed, or can still be entered, because members were told otherwise (R-38)."""
    return meeting.state not in NEVER_SENT_ANEW and bool(told_otherwise(meeting, seats))


def is_needed_anew(meeting: Meeting, seats: Sequence[Seat]) -> bool:
    """Whether a new notice can still tell the members before the meeting begins."""
    return meeting.state is State.NOTIFIED and bool(told_otherwise(meeting, seats))


def _same_russian(row: Delivery, meeting: Meeting) -> str:
    return meeting.place_ru if same_place(row.told_place, meeting.place) else ""


def otherwise_words(meeting: Meeting, told: Sequence[Told]) -> Message:
    """What is otherwise, for who reads the plan; after the beginning nothing else can be told any more."""
    differs = "; ".join(one.differs(meeting) for one in told)
    if meeting.state in OPEN_TO_PLANNING:
        return Message("The members were told otherwise ({told}): a new notice is needed", told=differs)
    return Message(
        "The members were told otherwise ({told}): enter the new notice, or write why there was none", told=differs
    )


def log(meeting: Meeting, language: str) -> tuple[str, ...]:
    """One line for each notice: when it was sent to how many, and what it told them."""
    found = []
    for rows in issues(meeting).values():
        for told in dict.fromkeys((row.told_date, row.told_time, row.told_place, row.told_place_ru) for row in rows):
            date, time, place, place_ru = told
            own = [row for row in rows if (row.told_date, row.told_time, row.told_place) == told[:3]]
            if date is not None:
                words = Told(date, time, place, place_ru).words(language)
                on = min(row.on for row in own)
                line = Message("Notice of {on} to {count} members: {told}", on=on, count=len(own), told=words)
                found.append(line.into(language))
    return tuple(found)
