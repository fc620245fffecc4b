"""What can the secretary do with what absent members write on a matter?"""

import datetime
from collections.abc import Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, entries, fact_days, open_session, rules, selections
from ayil_desktop.meetings.agenda_records import AgendaItem, WrittenOpinion
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import now
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def give_written_opinion(
    store: Store,
    *,
    item_id: str,
    person_id: str,
    text: str,
    received_on: datetime.date | None = None,
    attachment_id: str | None = None,
) -> Done:
    """An absent member's opinion: read out and attached, it is neither presence nor vote (CN-5.7.7, R-14)."""
    if not text.strip() and attachment_id is None:
        raise Refused(Message("Write the opinion or attach its paper."), field="text", clause="CN-5.7.7")
    with work(store, Message("Record a written opinion")) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = selections.meeting(session, item.meeting_id)
        rules.check_state(meeting, rules.WHILE_WRITING)
        found = day.of(session, meeting.body_id, meeting.date)
        item = next(one for one in meeting.items if one.id == item_id)
        open_session.check_member(found, person_id)
        if person_id in day.present_at(found, meeting, item):
            raise Refused(
                Message("Only a member who is absent gives an opinion in writing."),
                field="person_id",
                clause="CN-5.7.7",
            )
        row = next((one for one in item.written_opinions if one.person_id == person_id), None)
        if row is None:
            row = WrittenOpinion(meeting_id=meeting.id, item_id=item.id, person_id=person_id)
            session.add(row)
        row.text = entries.text(text, field="text")
        row.received_on, row.attachment_id = received_on, attachment_id
        fact_days.check_row(row, meeting.date, today=now().date())
        return done(session, item.id)


def remove_written_opinion(store: Store, *, opinion_ids: Sequence[str]) -> Done:
    """Take back written opinions that were entered by mistake, or whose author came after all."""
    with work(store, Message("Remove a written opinion")) as session:
        for opinion_id in opinion_ids:
            opinion = session.get_one(WrittenOpinion, opinion_id)
            rules.check_not_sealed(session.get_one(Meeting, opinion.meeting_id))
            session.delete(opinion)
        return done(session)
