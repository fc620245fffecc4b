"""What can the secretary do with a session: open it, close it, open it again, write down when it was?"""

import datetime

from ayil_desktop.commission import records as commission
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import competence, day, rules, selections
from ayil_desktop.meetings.choices import Presence, State
from ayil_desktop.meetings.vote_records import Attendance
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def open_session(store: Store, *, meeting_id: str, at: datetime.time | None = None) -> Done:
    """The meeting begins: everybody in force gets a line in the attendance, absent until ticked."""
    with work(store, Message("Open the meeting")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, rules.OPEN_TO_PLANNING)
        rules.check_agenda_is_there(meeting)
        rules.check_not_dissolved(commission.body(session, meeting.body_id).dissolved_on, meeting.date)
        found = day.of(session, meeting.body_id, meeting.date)
        known = {row.person_id for row in meeting.attendance}
        for seat in found.seats:
            if seat.person_id not in known:
                session.add(Attendance(meeting_id=meeting.id, person_id=seat.person_id, presence=Presence.ABSENT))
        meeting.state = State.IN_SESSION
        meeting.started_at = at
        meeting.attendance_recorded = True
        return done(session, meeting.id)


def close_session(store: Store, *, meeting_id: str, at: datetime.time | None = None) -> Done:
    """The meeting ends: held with the next number of its series, or not held for lack of a quorum (CN-7.3, R-38).

    One that was opened again keeps the number it has.
    """
    with work(store, Message("Close the meeting")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, (State.IN_SESSION,))
        found = day.of(session, meeting.body_id, meeting.date)
        if competence.may_be_held(found, meeting):
            rules.check_can_close(meeting.items)
            meeting.state = State.HELD
            meeting.number = meeting.number or rules.next_number(selections.taken_numbers(session, meeting))
        else:
            competence.check_nothing_decided(found, meeting)
            meeting.state, meeting.number = State.NOT_HELD, None
        rules.check_times(meeting.started_at, at)
        meeting.ended_at = at or meeting.ended_at
        return done(session, meeting.id)


def reopen_session(store: Store, *, meeting_id: str) -> Done:
    """A meeting that was closed goes on until its minutes are sealed: a matter was forgotten, or the attendance was
    entered wrongly. Closing judges it anew (CN-7.3)."""
    with work(store, Message("Open the session again")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, rules.OPEN_TO_WRITING)
        meeting.state = State.IN_SESSION
        return done(session, meeting.id)


def change_number(store: Store, *, meeting_id: str, number: str) -> Done:
    """Another number of a held meeting until its minutes are sealed: an office may begin here in the middle of a year,
    and the next ones count on from it."""
    with work(store, Message("Change the number of the meeting")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, rules.HELD_STATES)
        rules.check_not_sealed(meeting)
        meeting.number = rules.new_number(number, selections.taken_numbers(session, meeting))
        return done(session, meeting.id)


def change_times(
    store: Store,
    *,
    meeting_id: str,
    started_at: datetime.time | None,
    ended_at: datetime.time | None,
) -> Done:
    """When the meeting began and ended; the end cannot come before the beginning."""
    with work(store, Message("Change when the meeting began and ended")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_times(started_at, ended_at)
        rules.check_not_sealed(meeting)
        meeting.started_at, meeting.ended_at = started_at, ended_at
        return done(session, meeting.id)
