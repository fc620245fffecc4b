"""What can the secretary do with a meeting: plan it, send its notice and papers, cancel it, post what was decided?"""

import datetime

from sqlalchemy.orm import Session

from ayil_desktop.commission import records as commission
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, entries, fact_days, notices, rules, selections
from ayil_desktop.meetings.choices import DeliveryKind, Kind, State
from ayil_desktop.meetings.records import Invited, Meeting, Posting
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import now
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def plan_meeting(
    store: Store,
    *,
    body_id: str,
    date: datetime.date,
    time: datetime.time | None = None,
    place: str = "",
    kind: Kind = Kind.REGULAR,
    reason: str = "",
    refers_to_id: str | None = None,
    copy_of_id: str | None = None,
) -> Done:
    """A new meeting in the state planned; by default the chairman presides (CN-5.4.2).

    `copy_of_id` is an earlier meeting whose invited persons are invited again.
    """
    with work(store, Message("Plan the meeting of {date}", date=date)) as session:
        rules.check_plan(
            kind=kind,
            reason=reason,
            date=date,
            memberships=commission.memberships(session, body_id),
            dissolved_on=commission.body(session, body_id).dissolved_on,
        )
        _check_refers_to(session, refers_to_id, body_id, date)
        chairman = next((seat for seat in day.of(session, body_id, date).seats if seat.role == "chairman"), None)
        meeting = Meeting(
            body_id=body_id,
            date=date,
            time=time,
            place=entries.text(place, field="place"),
            place_ru=selections.known_place(session, entries.text(place, field="place")),
            kind=kind,
            reason=entries.text(reason, field="reason"),
            refers_to_id=refers_to_id,
            presiding_id=chairman.person_id if chairman else None,
        )
        session.add(meeting)
        session.flush()
        if copy_of_id is not None:
            _copy_invited(session, selections.meeting(session, copy_of_id), meeting)
        return done(session, meeting.id)


PLAN_FIELDS = ("date", "time", "place", "place_ru", "kind", "reason", "reason_ru", "refers_to_id")


def change_plan(store: Store, *, meeting_id: str, **fields: object) -> Done:
    """New date, time, place, kind, reason or link of a meeting that has not begun; the fields of `PLAN_FIELDS`."""
    with work(store, Message("Change the plan of the meeting")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, rules.OPEN_TO_PLANNING)
        before = meeting.place
        entries.put(meeting, PLAN_FIELDS, fields)
        if meeting.place != before and "place_ru" not in fields:
            meeting.place_ru = ""
            meeting.place_ru = selections.known_place(session, meeting.place)
        members = commission.memberships(session, meeting.body_id)
        ends = commission.body(session, meeting.body_id).dissolved_on
        rules.check_plan(
            kind=meeting.kind, reason=meeting.reason, date=meeting.date, memberships=members, dissolved_on=ends
        )
        if "date" in fields:
            fact_days.check_moved(meeting, now().date())
        _check_refers_to(session, meeting.refers_to_id, meeting.body_id, meeting.date)
        return done(session, meeting.id)


def _check_refers_to(session: Session, refers_to_id: str | None, body_id: str, date: datetime.date) -> None:
    if refers_to_id is not None:
        rules.check_refers_to(session.get_one(Meeting, refers_to_id), body_id=body_id, date=date)


def _copy_invited(session: Session, model: Meeting, meeting: Meeting) -> None:
    for guest in model.invited:
        session.add(
            Invited(
                meeting_id=meeting.id,
                name=guest.name,
                position=guest.position,
                position_ru=guest.position_ru,
                group=guest.group,
                place=guest.place,
            )
        )


def approve_agenda(store: Store, *, meeting_id: str, on: datetime.date | None) -> Done:
    """The day on which the chairman approved the agenda; None takes it back (CN-5.4.4)."""
    return _set(store, meeting_id, Message("Record the approval of the agenda"), agenda_approved_on=on)


def agree_invited(store: Store, *, meeting_id: str, on: datetime.date | None) -> Done:
    """The day on which the chairman agreed to the list of invited persons; None takes it back (CN-5.6.3)."""
    return _set(store, meeting_id, Message("Record the agreement to the invited persons"), invited_agreed_on=on)


def record_instruction(store: Store, *, meeting_id: str, on: datetime.date | None) -> Done:
    """The day of the chairman's instruction by which the deputy presides (CN-5.5)."""
    return _set(store, meeting_id, Message("Record the chairman's instruction"), chair_instruction_on=on)


def choose_secretary(store: Store, *, meeting_id: str, person_id: str | None) -> Done:
    """A secretary of this meeting where the body's own is absent; None: the body's own (R-17)."""
    return _set(store, meeting_id, Message("Choose the secretary of the meeting"), secretary_id=person_id)


def explain_late_notice(store: Store, *, meeting_id: str, reason: str) -> Done:
    """Why a notice that has been sent, to all or to one member, was late (CN-5.6.1)."""
    reason = entries.text(reason, field="late_notice_reason")
    return _set(store, meeting_id, Message("Record why the notice is late"), late_notice_reason=reason)


def _set(store: Store, meeting_id: str, message: Message, **fields: object) -> Done:
    with work(store, message) as session:
        meeting = session.get_one(Meeting, meeting_id)
        rules.check_not_sealed(meeting)
        for name, value in fields.items():
            setattr(meeting, name, value)
        fact_days.check_row(meeting, meeting.date, today=now().date(), columns=fields)
        return done(session, meeting.id)


def send_notice(store: Store, *, meeting_id: str, on: datetime.date, how: str = "", late_reason: str = "") -> Done:
    """The notice goes to every member who has none yet; the agenda freezes (CN-5.6.1)."""
    with work(store, Message("Send the notice")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, rules.OPEN_TO_PLANNING)
        found = day.of(session, meeting.body_id, meeting.date)
        rules.check_notice(found.charter, found.calendar, meeting, on=on, reason=late_reason)
        meeting.late_notice_reason = entries.text(late_reason, field="late_notice_reason")
        meeting.state = State.NOTIFIED
        meeting.agenda_frozen = True
        how, issue = entries.text(how, field="how"), _issue(meeting, DeliveryKind.NOTICE)
        for seat in rules.missing_deliveries(found.seats, meeting.deliveries, DeliveryKind.NOTICE):
            session.add(notices.sent(meeting, seat.person_id, DeliveryKind.NOTICE, on=on, how=how, issue=issue))
        return done(session, meeting.id)


def take_back_notice(store: Store, *, meeting_id: str) -> Done:
    """As if it had not been sent: day and agenda can be changed, and a new notice is needed (R-38).

    Where it was sent instead of an earlier one, that one holds again.
    """
    with work(store, Message("Take the notice back")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, (State.NOTIFIED,))
        if (last := notices.last_issue(meeting)) > 1:
            for row in notices.issues(meeting)[last]:
                session.delete(row)
            return done(session, meeting.id)
        for row in meeting.deliveries:
            session.delete(row)
        for item in meeting.items:
            item.is_late = False
        meeting.state = State.PLANNED
        meeting.agenda_frozen, meeting.late_notice_reason = False, ""
        return done(session, meeting.id)


def record_delivery(
    store: Store,
    *,
    meeting_id: str,
    person_id: str,
    kind: DeliveryKind,
    on: datetime.date | None,
    how: str | None = None,
) -> Done:
    """One member was sent the notice, the materials or the minutes on a day; None takes the entry back. Without `how`
    it went the way that is recorded."""
    with work(store, Message("Record the sending")) as session:
        meeting = selections.meeting(session, meeting_id)
        row = notices.of_person(meeting, person_id, kind)
        if on is None:
            if row is not None:
                session.delete(row)
            return done(session, meeting.id)
        _check_delivery(session, meeting, kind, on)
        way = entries.text(how, field="how") if how is not None else row.how if row is not None else ""
        if row is None:
            session.add(notices.sent(meeting, person_id, kind, on=on, how=way, issue=_issue(meeting, kind)))
        else:
            fact_days.check_received(on, row.received_on, today=now().date(), field="on")
            row.on, row.how = on, way
        return done(session, meeting.id)


def _issue(meeting: Meeting, kind: DeliveryKind) -> int:
    """Who is told by himself is told what the last notice is about."""
    return max(notices.last_issue(meeting), 1) if kind is DeliveryKind.NOTICE else 1


def _check_delivery(session: Session, meeting: Meeting, kind: DeliveryKind, on: datetime.date) -> None:
    fact_days.check(on, fact_days.of_delivery(kind), meeting=meeting.date, today=now().date(), field="on")
    if kind is DeliveryKind.NOTICE:
        found = day.of(session, meeting.body_id, meeting.date)
        rules.check_late_notice(found.charter, found.calendar, meeting, on=on, reason=meeting.late_notice_reason)


def deliver_to_all(store: Store, *, meeting_id: str, kind: DeliveryKind, on: datetime.date, how: str = "") -> Done:
    """Everybody who has not been sent it yet got it on this day."""
    with work(store, Message("Record the sending to all members")) as session:
        meeting = selections.meeting(session, meeting_id)
        _check_delivery(session, meeting, kind, on)
        how = entries.text(how, field="how")
        found = day.of(session, meeting.body_id, meeting.date)
        for seat in rules.missing_deliveries(found.seats, meeting.deliveries, kind):
            session.add(notices.sent(meeting, seat.person_id, kind, on=on, how=how, issue=_issue(meeting, kind)))
        return done(session, meeting.id)


def cancel_meeting(store: Store, *, meeting_id: str, reason: str) -> Done:
    """The meeting does not take place; before it began, with a reason."""
    if not reason.strip():
        raise Refused(Message("Write the reason."), field="cancelled_reason")
    with work(store, Message("Cancel the meeting")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, rules.OPEN_TO_PLANNING)
        meeting.state = State.CANCELLED
        meeting.cancelled_reason = entries.text(reason, field="cancelled_reason")
        return done(session, meeting.id)


def delete_meeting(store: Store, *, meeting_id: str) -> Done:
    """Take away a plan that was entered by mistake, with its agenda; only while nothing was sent."""
    with work(store, Message("Delete the plan of the meeting")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, (State.PLANNED,))
        if meeting.deliveries:
            raise Refused(Message("The notice has been sent. Cancel the meeting instead."))
        for row in [*meeting.invited, *meeting.sections, *meeting.attendance, *meeting.postings]:
            session.delete(row)
        _let_go(session, meeting)
        for item in meeting.items:
            _delete_item(session, item)
        session.flush()
        session.delete(meeting)
        return done(session)


def _let_go(session: Session, meeting: Meeting) -> None:
    """What points to the plan or to its matters is free again: proposals, later meetings, matters taken up later."""
    own = {item.id for item in meeting.items}
    for proposal in selections.proposals(session, meeting.body_id):
        if proposal.item_id in own:
            proposal.item_id = None
    for later in selections.referring_to(session, meeting.id):
        later.refers_to_id = None
    for item in selections.continuing(session, own):
        item.continues_item_id = None
    session.flush()


def _delete_item(session: Session, item: object) -> None:
    for rows in ("attachments", "candidates", "recusals", "speeches", "written_opinions"):
        for row in getattr(item, rows):
            session.delete(row)
    session.delete(item)


def post_information(store: Store, *, meeting_id: str, on: datetime.date, where: str, what: str = "") -> Done:
    """Where and when the notice-board sheet was put up (CN-3.1.8); also after sealing."""
    if not where.strip():
        raise Refused(Message("Write where it was posted."), field="where", clause="CN-3.1.8")
    with work(store, Message("Record the posting")) as session:
        where = entries.text(where, field="where")
        posting = Posting(meeting_id=meeting_id, on=on, where=where, what=entries.text(what, field="what"))
        fact_days.check_row(posting, session.get_one(Meeting, meeting_id).date, today=now().date())
        session.add(posting)
        return done(session, meeting_id)
