"""What can the secretary do after the notice: tell the members anew, write down who has received it?"""

import datetime

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, entries, fact_days, notices, rules, selections
from ayil_desktop.meetings.choices import DeliveryKind, State
from ayil_desktop.refused import Refused
from ayil_desktop.store.clock import now
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def send_new_notice(store: Store, *, meeting_id: str, on: datetime.date, how: str = "", late_reason: str = "") -> Done:
    """To every member who was told otherwise, or nothing (CN-5.6.1, R-38); the earlier notices stay in the log.

    Also entered afterwards, where it was sent before the meeting.
    """
    with work(store, Message("Send a new notice")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_not_sealed(meeting)
        found = day.of(session, meeting.body_id, meeting.date)
        otherwise = {seat for told in notices.told_otherwise(meeting, found.seats) for seat in told.seats}
        if not otherwise or meeting.state in (State.PLANNED, State.CANCELLED):
            raise Refused(Message("What the members were told holds: no new notice is needed."), field="on")
        _check_comes_after(notices.last_sent(meeting) or on, on)
        rules.check_notice(found.charter, found.calendar, meeting, on=on, reason=late_reason)
        meeting.late_notice_reason = entries.text(late_reason, field="late_notice_reason")
        how = entries.text(how, field="how")
        issue, known = notices.last_issue(meeting) + 1, notices.current(meeting)
        told = [one for one in found.seats if one in otherwise or one.person_id not in known]
        for seat in told:
            session.add(notices.sent(meeting, seat.person_id, DeliveryKind.NOTICE, on=on, how=how, issue=issue))
        if meeting.state is State.NOTIFIED and len(told) == len(found.seats):
            for item in meeting.items:
                item.is_late = False
        return done(session, meeting.id)


def _check_comes_after(earlier: datetime.date, on: datetime.date) -> None:
    """Refused where it would be older than the notice that it is sent instead of."""
    if on < earlier:
        words = Message("The notice before it was sent on {day}; a new one comes later.", day=earlier)
        raise Refused(words, field="on")


def record_receipt(
    store: Store, *, meeting_id: str, person_id: str, kind: DeliveryKind, received_on: datetime.date | None
) -> Done:
    """A member had in hand on this day what was sent last; None: not known."""
    with work(store, Message("Record the receipt")) as session:
        meeting = selections.meeting(session, meeting_id)
        row = notices.of_person(meeting, person_id, kind)
        if row is None:
            raise Refused(NOTHING_SENT, field="received_on")
        fact_days.check_received(row.on, received_on, today=now().date(), field="received_on")
        row.received_on = received_on
        return done(session, meeting.id)


def record_way(store: Store, *, meeting_id: str, person_id: str, kind: DeliveryKind, how: str) -> Done:
    """What was sent to a member last went this way: by hand, by telephone."""
    with work(store, Message("Record the sending")) as session:
        meeting = selections.meeting(session, meeting_id)
        row = notices.of_person(meeting, person_id, kind)
        if row is None:
            raise Refused(NOTHING_SENT, field="how")
        row.how = entries.text(how, field="how")
        return done(session, meeting.id)


NOTHING_SENT = Message("Nothing was sent to this member yet.")
