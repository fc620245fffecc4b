"""Which records is a paper of a meeting made from, and which meeting is meant?"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, decisions, rules, selections
from ayil_desktop.meetings.agenda_records import Proposal
from ayil_desktop.meetings.choices import State
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import records as office_records
from ayil_desktop.office import settings as office_settings
from ayil_desktop.office.records import Office
from ayil_desktop.office.settings import Settings
from ayil_desktop.refused import Refused


@dataclass(frozen=True)
class MeetingPaper:
    """One meeting with its day, its office and the office's choices: what every handout of a meeting is given."""

    office: Office | None
    meeting: Meeting
    day: Day
    settings: Settings
    proposals: Sequence[Proposal] = ()
    """What members proposed and this agenda took up (CN-5.7.1)."""
    next_meeting: Meeting | None = None
    """The next planned one of the same body."""


def of(session: Session, meeting_id: str) -> MeetingPaper:
    """Everything for the papers of one meeting; NoResultFound if it is gone."""
    meeting = selections.meeting(session, meeting_id)
    items = {item.id for item in meeting.items}
    return MeetingPaper(
        office=office_records.office(session),
        meeting=meeting,
        day=day.of(session, meeting.body_id, meeting.date),
        settings=office_settings.read(office_records.settings(session)),
        proposals=[one for one in selections.proposals(session, meeting.body_id) if one.item_id in items],
        next_meeting=_next(selections.meetings_list(session, meeting.body_id), meeting),
    )


def _next(meetings: Sequence[Meeting], meeting: Meeting) -> Meeting | None:
    coming = [one for one in meetings if one.date > meeting.date and one.state in rules.OPEN_TO_PLANNING]
    return min(coming, key=lambda one: one.date, default=None)


_NAMED = 80
"""How much of a wrong name is told again."""


def found(meetings: Sequence[Meeting], name: str) -> Meeting:
    """The meeting that an id, a number or a date names; Refused if there is none or there are several."""
    named = [one for one in meetings if one.id == name] or _numbered(meetings, name) or _dated(meetings, name)
    if not named:
        raise Refused(Message("There is no meeting “{name}”.", name=wording.shortened(name, _NAMED)), field="of")
    if len(named) > 1:
        dates = ", ".join(wording.short_date(one.date) for one in named)
        raise Refused(Message("Several meetings are called “{name}”: {dates}.", name=name, dates=dates), field="of")
    return named[0]


def _numbered(meetings: Sequence[Meeting], name: str) -> list[Meeting]:
    """By its number, 3, or by number and year as offices may write it, 3/2026."""
    number, _, year = name.partition("/")
    if not number.isdecimal() or (year and not year.isdecimal()):
        return []
    return [one for one in meetings if one.number == int(number) and year in ("", str(one.date.year))]


def _dated(meetings: Sequence[Meeting], name: str) -> list[Meeting]:
    try:
        date = wording.parse_date(name)
    except Refused:
        return []
    return [one for one in meetings if one.date == date]


def next_or_last(meetings: Sequence[Meeting], today: datetime.date) -> Meeting:
    """The next meeting from today on, else the latest: the one that is meant when nobody says which. A cancelled one
    only where there is no other."""
    if not meetings:
        raise Refused(Message("There is no meeting yet."), field="of")
    known = [one for one in meetings if one.state is not State.CANCELLED] or meetings
    coming = [one for one in known if one.date >= today]
    return min(coming, key=lambda one: one.date) if coming else max(known, key=lambda one: one.date)


def last_held(meetings: Sequence[Meeting], today: datetime.date) -> Meeting:
    """The latest meeting that was held, which minutes and excerpts are asked of; without one as `next_or_last`."""
    held = [one for one in meetings if one.state in rules.HELD_STATES]
    return max(held, key=lambda one: one.date) if held else next_or_last(meetings, today)


def decision(meeting: Meeting, name: str) -> Decision:
    """The decision with that number (2.1), else that many in the meeting (the 3rd); Refused where it has none."""
    every = [pair for item in meeting.items for pair in decisions.numbered(item)]
    by_number = [one for number, one in every if number == name]
    if by_number:
        return by_number[0]
    if not name.isdecimal() or not 1 <= int(name) <= len(every):
        raise Refused(
            Message("The meeting has {count} decisions; there is no number {place}.", count=len(every), place=name),
            field="of",
        )
    return every[int(name) - 1][1]
