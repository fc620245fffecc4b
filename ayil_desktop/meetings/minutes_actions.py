"""What can the secretary do with the minutes: correct, sign, seal, add opinions and notes?"""

import datetime

from sqlalchemy.orm import Session

from ayil_desktop.commission import records as commission
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, entries, fact_days, minutes, rules, sealed, sealing, selections, signing
from ayil_desktop.meetings.choices import SEALED_STATES, State
from ayil_desktop.meetings.decision_records import DissentingOpinion
from ayil_desktop.meetings.minutes_records import CorrectionNote, MeetingScan, MinutesSection, Seal
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import files
from ayil_desktop.office import records as office
from ayil_desktop.office.files import Content
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import now
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, reading, work


def draft_minutes(store: Store, *, meeting_id: str) -> Done:
    """The minutes are there to be corrected; the program has written them already."""
    with work(store, Message("Draft the minutes")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_state(meeting, (State.HELD,))
        meeting.state = State.MINUTES_DRAFTED
        return done(session, meeting.id)


def edit_section(store: Store, *, meeting_id: str, language: str, key: str, text: str) -> Done:
    """Correct one section by hand; the program keeps what it had written beside it."""
    with work(store, Message("Correct the minutes")) as session:
        meeting = _open(session, meeting_id)
        written = minutes.section(meeting, day.of(session, meeting.body_id, meeting.date), language, key)
        if written is None:
            raise Refused(Message("This section is no longer in the minutes."), field="sections")
        row = next((one for one in meeting.sections if one.key == key and one.language == language), None)
        if row is None:
            row = MinutesSection(meeting_id=meeting.id, language=language, key=key)
            session.add(row)
        row.text, row.based_on = entries.text(text, field="text"), written.written
        return done(session, meeting.id)


def restore_section(store: Store, *, meeting_id: str, language: str, key: str) -> Done:
    """Give up the correction: the section says again what the program writes."""
    with work(store, Message("Take the program's text")) as session:
        meeting = _open(session, meeting_id)
        for row in meeting.sections:
            if row.key == key and row.language == language:
                session.delete(row)
        return done(session, meeting.id)


def keep_correction(store: Store, *, meeting_id: str, language: str, key: str) -> Done:
    """The correction stays although the facts have changed since; the mark goes away."""
    with work(store, Message("Keep the corrected text")) as session:
        meeting = _open(session, meeting_id)
        found = minutes.section(meeting, day.of(session, meeting.body_id, meeting.date), language, key)
        row = next((one for one in meeting.sections if one.key == key and one.language == language), None)
        if found is not None and row is not None:
            row.based_on = found.written
        return done(session, meeting.id)


def attach_scan(store: Store, *, meeting_id: str, content: Content, name: str) -> Done:
    """A scan of the signed minutes: pdf, jpg, png or tiff by its content, at most 25 MB."""
    with work(store, Message("Attach the scan {name}", name=name)) as session:
        meeting = _open(session, meeting_id)
        attachment = files.keep(store, session, content=content, name=name)
        session.add(MeetingScan(meeting_id=meeting.id, attachment_id=attachment.id, place=len(meeting.scans) + 1))
        return done(session, meeting.id)


def remove_scan(store: Store, *, scan_id: str) -> Done:
    """Take a scan off the minutes before they are sealed."""
    with work(store, Message("Remove a scan")) as session:
        scan = session.get_one(MeetingScan, scan_id)
        rules.check_not_sealed(session.get_one(Meeting, scan.meeting_id))
        session.delete(scan)
        return done(session, scan.meeting_id)


def seal(
    store: Store, *, meeting_id: str, signed_on: datetime.date, today: datetime.date, no_scan_reason: str = ""
) -> Done:
    """The signed minutes, or the act that the meeting was not held, are final: hashed, chained to the body's previous
    ones, never changed again.

    It cannot be undone, nor what was sealed by it; whoever calls this has asked the user first.
    """
    with work(store, _sealing(store, meeting_id), sealing=True) as session:
        meeting = _open(session, meeting_id)
        found = day.of(session, meeting.body_id, meeting.date)
        kyrgyz = minutes.sections(meeting, found, sealing.ORIGINAL)
        sealing.check_signed_on(meeting, signed_on, today)
        sealing.check_ready(meeting, found, no_scan_reason=no_scan_reason)
        meeting.state = State.NOT_HELD_SIGNED if meeting.state is State.NOT_HELD else State.SIGNED
        session.flush()
        russian = minutes.sections(meeting, found, sealing.TRANSLATION)
        signed = signing.of_minutes(meeting, found)
        head = sealed.head(commission.body(session, meeting.body_id), office.office(session), meeting.date)
        content = sealing.content(meeting, kyrgyz, russian=russian, signatories=signed, head=head)
        session.add(_seal(session, meeting, content, signed_on, no_scan_reason))
        return done(session, meeting.id)


def _sealing(store: Store, meeting_id: str) -> Message:
    with reading(store) as session:
        is_act = session.get_one(Meeting, meeting_id).state in rules.FAILED_STATES
    return Message("Seal the act") if is_act else Message("Seal the minutes")


def _seal(session: Session, meeting: Meeting, content: str, signed_on: datetime.date, no_scan_reason: str) -> Seal:
    last = selections.last_seal(session, meeting.body_id)
    previous = last.chain_hash if last else ""
    content_hash = sealing.digest(content)
    return Seal(
        meeting_id=meeting.id,
        body_id=meeting.body_id,
        link=last.link + 1 if last else 1,
        signed_on=signed_on,
        sealed_at=now(),
        no_scan_reason=entries.text(no_scan_reason, field="no_scan_reason"),
        content=content,
        content_hash=content_hash,
        previous_hash=previous,
        chain_hash=sealing.chained(previous, content_hash),
    )


def receive_dissent(
    store: Store,
    *,
    meeting_id: str,
    person_id: str,
    received_on: datetime.date,
    text: str,
    decision_id: str | None = None,
) -> Done:
    """A member's dissenting opinion; a late one is kept and marked late, also after sealing (CN-7.5a, R-9)."""
    if not text.strip():
        raise Refused(Message("Write the opinion."), field="text", clause="CN-7.5a")
    with work(store, Message("Receive a dissenting opinion")) as session:
        meeting = selections.meeting(session, meeting_id)
        if meeting.state not in rules.HELD_STATES:
            raise Refused(Message("The meeting has not been held."), field="meeting")
        found = day.of(session, meeting.body_id, meeting.date)
        if all(seat.person_id != person_id for seat in found.seats):
            raise Refused(Message("Only a member can dissent."), field="person_id", clause="CN-7.5a")
        opinion = DissentingOpinion(
            meeting_id=meeting.id,
            person_id=person_id,
            received_on=received_on,
            text=entries.text(text, field="text"),
            decision_id=decision_id,
        )
        fact_days.check_row(opinion, meeting.date, today=now().date())
        session.add(opinion)
        return done(session, opinion.id)


def remove_dissent(store: Store, *, opinion_id: str) -> Done:
    """Take back a dissenting opinion that was entered by mistake; one that is sealed with the minutes stays."""
    with work(store, Message("Remove a dissenting opinion")) as session:
        opinion = session.get_one(DissentingOpinion, opinion_id)
        meeting = selections.meeting(session, opinion.meeting_id)
        if meeting.seal is not None and opinion.id in meeting.seal.content:
            raise Refused(Message("This opinion is sealed with the minutes."))
        session.delete(opinion)
        return done(session, opinion.meeting_id)


def add_note(
    store: Store, *, meeting_id: str, on: datetime.date, today: datetime.date, text: str, author: str = ""
) -> Done:
    """A dated note beside sealed minutes, which stays for ever: what was wrong in them."""
    if not text.strip():
        raise Refused(Message("Write the correction."), field="text")
    with work(store, Message("Add a correction note")) as session:
        meeting = selections.meeting(session, meeting_id)
        if meeting.state not in SEALED_STATES:
            raise Refused(Message("The minutes are not sealed: correct them themselves."), field="text")
        sealing.check_noted_on(meeting.seal, on, today)
        note = CorrectionNote(
            meeting_id=meeting.id,
            on=on,
            text=entries.text(text, field="text"),
            author=entries.text(author, field="author"),
        )
        session.add(note)
        return done(session, note.id)


def _open(session: Session, meeting_id: str) -> Meeting:
    """The meeting with everything, while its minutes can still be written."""
    meeting = selections.meeting(session, meeting_id)
    rules.check_state(meeting, rules.OPEN_TO_WRITING)
    return meeting
