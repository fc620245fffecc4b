"""What can the secretary do with the list that a meeting votes on name by name?"""

from sqlalchemy.orm import Session

from ayil_desktop.commission.records import Role
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import candidates, day, entries, rules, selections
from ayil_desktop.meetings.agenda_records import AgendaItem, Candidate
from ayil_desktop.meetings.choices import Change
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.records import Person, Sex
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def add_candidate(
    store: Store,
    *,
    item_id: str,
    change: Change,
    name: str = "",
    person_id: str | None = None,
    role: Role | None = None,
    sex: Sex | None = None,
    position: str = "",
    position_ru: str = "",
) -> Done:
    """One more name at the end of the list (CN-6.2, CN-6.3); a person on record brings the name along."""
    with work(store, Message("Add a candidate")) as session:
        item, meeting = _item(session, item_id)
        called = session.get_one(Person, person_id).name if person_id else entries.text(name, field="name")
        found = day.of(session, meeting.body_id, meeting.date)
        candidates.check_listing(item, found, change=change, person_id=person_id, name=called)
        row = Candidate(
            meeting_id=meeting.id,
            item_id=item.id,
            place=len(item.candidates) + 1,
            change=change,
            person_id=person_id,
            name=called,
            role="" if role is None else role.value,
            sex=sex,
            position=entries.text(position, field="position"),
            position_ru=entries.text(position_ru, field="position"),
        )
        session.add(row)
        return done(session, row.id)


CANDIDATE_FIELDS = ("position", "role", "sex", "category", "minority", "disability")


def change_candidate(store: Store, *, candidate_id: str, **fields: object) -> Done:
    """What is known of a candidate besides the name; the fields of `CANDIDATE_FIELDS`."""
    with work(store, Message("Change a candidate")) as session:
        row = session.get_one(Candidate, candidate_id)
        rules.check_not_sealed(session.get_one(Meeting, row.meeting_id))
        entries.put(row, CANDIDATE_FIELDS, fields)
        return done(session, row.item_id)


def remove_candidate(store: Store, *, candidate_id: str) -> Done:
    """Take a name off the list; one that was voted on stays, because its round stays."""
    with work(store, Message("Remove a candidate")) as session:
        row = session.get_one(Candidate, candidate_id)
        item, _ = _item(session, row.item_id)
        own = next(one for one in candidates.listed(item) if one.record is not None and one.record.id == row.id)
        if own.rounds:
            raise Refused(Message("This candidate has been voted on. Remove the vote first."))
        session.delete(own.record)
        for place, other in enumerate([one for one in item.candidates if one.id != candidate_id], 1):
            other.place = place
        return done(session, item.id)


def _item(session: Session, item_id: str) -> tuple[AgendaItem, Meeting]:
    meeting = selections.meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
    rules.check_state(meeting, rules.WHILE_WRITING)
    return next(item for item in meeting.items if item.id == item_id), meeting
