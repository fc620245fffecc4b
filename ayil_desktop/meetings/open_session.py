"""Which meeting or matter is to be written on, and can anything of its session still be changed?"""

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, rules, selections
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.refused import Refused


def meeting(session: Session, meeting_id: str) -> tuple[Meeting, Day]:
    """Refused before the session and once the minutes are sealed (CN-7.7)."""
    sitting = selections.sitting(session, meeting_id)
    rules.check_state(sitting, rules.STILL_OPEN)
    return sitting, day.of(session, sitting.body_id, sitting.date)


def matter(session: Session, item_id: str) -> tuple[AgendaItem, Meeting, Day]:
    """As `meeting`, for one of its matters."""
    sitting, found = meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
    return next(item for item in sitting.items if item.id == item_id), sitting, found


def check_member(found: Day, person_id: str) -> None:
    """Refused for somebody who does not sit on that day (CN-5.7.6b)."""
    if all(seat.person_id != person_id for seat in found.seats):
        raise Refused(
            Message("This person is not a member on {date}.", date=found.date), field="person_id", clause="CN-5.7.6b"
        )
