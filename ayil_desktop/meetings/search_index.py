"""Which meetings, matters and decisions hold the words that somebody searches for?"""

from dataclasses import dataclass

from ayil_desktop.language import catalogue, kyrgyz, wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import rules, selections
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.selections import Words
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading
from ayil_desktop.widgets.tab import Hit

MOST = 20


@dataclass(frozen=True)
class _Line:
    folded: str
    title: str
    detail: Message
    record: str


class SearchIndex:
    """The words of the office's meetings, folded once; to be made anew after a change."""

    def __init__(self, store: Store) -> None:
        with reading(store) as session:
            meetings = selections.meetings_list(session)
            matters = selections.matter_words(session)
            decisions = selections.decision_words(session)
        self._lines = [
            *(_of_meeting(one) for one in meetings),
            *(_of_words(one, Message("Decision of {date}", date=one.date)) for one in decisions),
            *(_of_words(one, Message("Matter of {date}", date=one.date)) for one in matters),
        ]

    def find(self, text: str) -> list[Hit]:
        """What holds every word, however it was typed; the newest first, meetings before decisions before matters."""
        words = kyrgyz.fold(text).split()
        if not words:
            return []
        found = (line for line in self._lines if all(word in line.folded for word in words))
        return [Hit(line.title, str(line.detail), line.record) for line, _ in zip(found, range(MOST), strict=False)]


def _of_meeting(meeting: Meeting) -> _Line:
    number = "" if meeting.number is None else wording.number_sign(str(meeting.number), catalogue.current())
    short = wording.short_date(meeting.date)
    title = f"{short} {number}".strip()
    return _Line(
        folded=kyrgyz.fold(f"{title} {meeting.place} {meeting.reason}"),
        title=title,
        detail=Message("{state} · {place}", state=rules.state_name(meeting.state), place=meeting.place),
        record=meeting.id,
    )


def _of_words(words: Words, detail: Message) -> _Line:
    return _Line(
        folded=kyrgyz.fold(f"{words.text_ky} {words.text_ru}"),
        title=words.text_ky,
        detail=detail,
        record=words.id,
    )
