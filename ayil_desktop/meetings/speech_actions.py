"""What can the secretary do with what was said on a matter?"""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import entries, rules, selections
from ayil_desktop.meetings.agenda_records import AgendaItem, Speech
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def record_speech(
    store: Store,
    *,
    item_id: str,
    name: str = "",
    position: str = "",
    text: str = "",
    person_id: str | None = None,
    is_report: bool = False,
) -> Done:
    """Who was heard or spoke on a matter, member or not (CN-4.1.1)."""
    if not name.strip() and person_id is None:
        raise Refused(Message("Write who spoke."), field="name")
    with work(store, Message("Record who spoke")) as session:
        item = _item(session, item_id)
        speech = Speech(
            meeting_id=item.meeting_id,
            item_id=item.id,
            place=len(item.speeches) + 1,
            is_report=is_report,
            person_id=person_id,
            name=entries.text(name, field="name"),
            position=entries.text(position, field="position"),
            text=entries.text(text, field="text"),
        )
        session.add(speech)
        return done(session, speech.id)


SPEECH_FIELDS = ("name", "position", "text", "is_report", "person_id")


def change_speech(store: Store, *, speech_id: str, **fields: object) -> Done:
    """Correct who spoke or what was said; the fields of `SPEECH_FIELDS`."""
    with work(store, Message("Change what was said")) as session:
        speech = session.get_one(Speech, speech_id)
        rules.check_not_sealed(session.get_one(Meeting, speech.meeting_id))
        entries.put(speech, SPEECH_FIELDS, fields)
        return done(session, speech.item_id)


def remove_speech(store: Store, *, speech_ids: Sequence[str]) -> Done:
    """Take back entries of who spoke."""
    with work(store, Message("Remove who spoke")) as session:
        for speech_id in speech_ids:
            speech = session.get_one(Speech, speech_id)
            rules.check_not_sealed(session.get_one(Meeting, speech.meeting_id))
            session.delete(speech)
        return done(session)


def _item(session: Session, item_id: str) -> AgendaItem:
    meeting = selections.meeting(session, session.get_one(AgendaItem, item_id).meeting_id)
    rules.check_state(meeting, rules.WHILE_WRITING)
    return next(item for item in meeting.items if item.id == item_id)
