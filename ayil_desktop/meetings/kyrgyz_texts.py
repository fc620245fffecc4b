"""Which words of a Russian paper stand there in Kyrgyz, because nobody has written them in Russian?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ayil_desktop.commission import rules as commission_rules
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.printing import text
from ayil_desktop.printing.document import Document

_LETTER = re.compile(r"[^\W\d_]")


def told(paper: MeetingPaper, document: Document, *, in_footer: bool = True) -> Document:
    """The document with the number of its texts that have no Russian words, and one small line at its foot."""
    if document.language != "ru":
        return document
    said = _joined(text.render(document))
    count = sum(one in said for one in set(_without_russian(paper)))
    if not count:
        return document
    remark = Message("What is not translated stands in Kyrgyz.").into("ru") if in_footer else ""
    footer = " · ".join(filter(None, (document.footer, remark)))
    return replace(document, footer=footer, untranslated=count)


def _without_russian(paper: MeetingPaper) -> Iterator[str]:
    for words in _kept(paper):
        joined = _joined(words)
        if _LETTER.search(joined):
            yield joined


def _kept(paper: MeetingPaper) -> Iterator[str]:
    """Everything typed in one language only, and what has a Russian side that is empty."""
    meeting = paper.meeting
    name = commission_rules.name_on(meeting.body.names, meeting.date)
    if name is not None and not name.name_ru:
        yield name.name_ky
    if paper.office is not None and not paper.office.place_ru:
        yield paper.office.place_ky
    yield from (meeting.place, meeting.reason, meeting.late_notice_reason)
    yield from (row.reason for row in meeting.attendance)
    yield from (row.how for row in meeting.deliveries)
    yield from (guest.position for guest in meeting.invited)
    yield from (seat.position_ky for seat in paper.day.composition if not seat.position_ru)
    yield from (one.text for one in meeting.opinions)
    for item in meeting.items:
        yield from _of_item(item)


def _of_item(item: AgendaItem) -> Iterator[str]:
    if not item.text_ru:
        yield item.text_ky
    if not item.draft_ru:
        yield item.draft_ky
    yield item.speaker.partition(", ")[2]
    yield item.state_reason
    for speech in item.speeches:
        yield from (speech.position, speech.text)
    yield from (row.reason for row in item.recusals)
    yield from (one.text for one in item.written_opinions)
    yield from (one.label for one in item.rounds)
    for decision in item.decisions:
        yield from _of_decision(decision)


def _of_decision(decision: Decision) -> Iterator[str]:
    if not decision.text_ru:
        yield decision.text_ky
    yield from (one.text_ky for one in decision.parts if not one.text_ru)
    yield from (decision.amendments, decision.due_words)


def _joined(words: str) -> str:
    return " ".join(words.split())
