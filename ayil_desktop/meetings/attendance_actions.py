"""What can the secretary record of a member in a session: there or not, came, left, takes no part, presides?"""

import datetime

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import chair, day, entries, open_session, presence, rules
from ayil_desktop.meetings.choices import Presence
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.vote_records import Attendance, Movement, Recusal
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def mark_attendance(store: Store, *, meeting_id: str, person_id: str, status: Presence, reason: str = "") -> Done:
    """How one member stood at the opening; only somebody who sits on that day can be present (CN-5.7.6b)."""
    with work(store, Message("Mark the attendance")) as session:
        meeting, found = open_session.meeting(session, meeting_id)
        open_session.check_member(found, person_id)
        row = next((one for one in meeting.attendance if one.person_id == person_id), None)
        if row is None:
            row = Attendance(meeting_id=meeting.id, person_id=person_id, presence=status)
            meeting.attendance.append(row)
        row.presence, row.reason = status, entries.text(reason, field="reason")
        _follow_presiding(meeting, found, person_id)
        return done(session, meeting.id)


def mark_all_present(store: Store, *, meeting_id: str) -> Done:
    """Everybody without a reason of absence is present."""
    with work(store, Message("Mark all present")) as session:
        meeting, found = open_session.meeting(session, meeting_id)
        for row in meeting.attendance:
            if row.presence is Presence.ABSENT and not row.reason:
                row.presence = Presence.PRESENT
        _follow_presiding(meeting, found, meeting.presiding_id or "")
        return done(session, meeting.id)


def choose_presiding(store: Store, *, meeting_id: str, person_id: str, item_id: str = "") -> Done:
    """Who presides from a matter on (the last one, where none is named); every later round records it."""
    with work(store, Message("Choose who presides")) as session:
        meeting, found = open_session.meeting(session, meeting_id)
        open_session.check_member(found, person_id)
        in_hand = next((one for one in meeting.items if one.id == item_id), meeting.items[-1])
        here = day.present_at(found, meeting, in_hand) - presence.recused(in_hand.recusals)
        chair.check_may_preside(found.seats, here, person_id)
        meeting.presiding_id = person_id
        return done(session, meeting.id)


def record_movement(
    store: Store,
    *,
    item_id: str,
    person_id: str,
    arrives: bool,
    at: datetime.time | None = None,
) -> Done:
    """A member came or left before a matter was taken up; rounds already recorded keep their base (R-40)."""
    with work(store, Message("Record who came or left")) as session:
        item, meeting, found = open_session.matter(session, item_id)
        open_session.check_member(found, person_id)
        is_there = person_id in day.present_at(found, meeting, item)
        if is_there is arrives:
            text = Message("This member is already there.") if arrives else Message("This member is not there.")
            raise Refused(text, field=f"presence:{person_id}")
        session.add(Movement(meeting_id=meeting.id, item_id=item.id, person_id=person_id, arrives=arrives, at=at))
        return done(session, meeting.id)


def remove_movement(store: Store, *, movement_id: str) -> Done:
    """Take back a coming or leaving that was entered by mistake."""
    with work(store, Message("Remove who came or left")) as session:
        movement = session.get_one(Movement, movement_id)
        rules.check_not_sealed(session.get_one(Meeting, movement.meeting_id))
        session.delete(movement)
        return done(session, movement.meeting_id)


def change_movement(store: Store, *, movement_id: str, at: datetime.time | None) -> Done:
    """At what time somebody came or left; None where nobody looked at the clock."""
    with work(store, Message("Change when somebody came or left")) as session:
        movement = session.get_one(Movement, movement_id)
        rules.check_not_sealed(session.get_one(Meeting, movement.meeting_id))
        movement.at = at
        return done(session, movement.meeting_id)


def recuse(store: Store, *, item_id: str, person_id: str, recused: bool = True, reason: str = "") -> Done:
    """A member takes no part in one matter, or does after all (R-48)."""
    with work(store, Message("Record a recusal")) as session:
        item, meeting, found = open_session.matter(session, item_id)
        open_session.check_member(found, person_id)
        row = next((one for one in item.recusals if one.person_id == person_id), None)
        if recused and row is None:
            why = entries.text(reason, field="reason")
            session.add(Recusal(meeting_id=meeting.id, item_id=item.id, person_id=person_id, reason=why))
        elif not recused and row is not None:
            session.delete(row)
        return done(session, item.id)


def _follow_presiding(meeting: Meeting, found: Day, person_id: str) -> None:
    """Who presides is offered anew while nobody has voted: that person is absent, or the chairman comes (CN-5.5)."""
    present = presence.at_opening(meeting.attendance, found.seats)
    if any(item.rounds for item in meeting.items):
        return
    if meeting.presiding_id not in present or _is_chairman(found, person_id):
        seat = chair.presiding(found.seats, present)
        meeting.presiding_id = seat.person_id if seat else None


def _is_chairman(found: Day, person_id: str) -> bool:
    return any(seat.person_id == person_id and seat.role == "chairman" for seat in found.seats)
