"""What can the secretary do with the Russian texts of a meeting?"""

from collections.abc import Mapping

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import entries, rules, russian, selections
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.russian import Text
from ayil_desktop.office import translated
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


def translate(store: Store, *, meeting_id: str, words: Mapping[str, str]) -> Done:
    """Russian wordings by `Text.id`; every record with the same Kyrgyz words gets them. Until the seal."""
    with work(store, Message("Write a Russian text")) as session:
        meeting = selections.meeting(session, meeting_id)
        rules.check_not_sealed(meeting)
        known = {one.id: one for one in russian.texts(meeting)}
        if not set(words) <= set(known):
            raise Refused(Message("This text is not in the meeting any more."), field="russian")
        for key, typed in words.items():
            text = known[key]
            _check_announced(meeting, text)
            written = _cleaned(text, typed)
            for place in text.places:
                row, side = session.get_one(place.kind, place.record), russian.side(place.column)
                setattr(row, side, written)
                translated.written(row, side)
        return done(session, meeting.id)


def _cleaned(text: Text, typed: str) -> str:
    """One line where the Kyrgyz text is one; Refused where it is too long to be meant."""
    try:
        return entries.text(typed, field=text.places[0].column)
    except Refused as refused:
        raise Refused(refused.reason, field="russian") from None


def _check_announced(meeting: Meeting, text: Text) -> None:
    """What the notice told in Russian too stays as it was told; what was missing may be filled in (CN-5.6.1)."""
    items = {item.id: item for item in meeting.items}
    for place in text.places:
        if place.kind is AgendaItem and place.column == "text_ky" and not text.is_missing:
            rules.check_announced(meeting, items[place.record])
