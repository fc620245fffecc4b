"""Which words of a Russian paper stand there in Kyrgyz, because nobody has written them in Russian?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ayil_desktop.commission import rules as commission_rules
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import russian
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
    older = {_joined(one.russian) for one in russian.texts(paper.meeting) if one.is_outdated}
    document = replace(document, outdated=sum(one in said for one in older))
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
    """What has a Russian side that is empty."""
    meeting = paper.meeting
    name = commission_rules.name_on(meeting.body.names, meeting.date)
    if name is not None and not name.name_ru:
        yield name.name_ky
    if paper.office is not None and not paper.office.place_ru:
        yield paper.office.place_ky
    yield from (seat.position_ky for seat in paper.day.composition if not seat.position_ru)
    for one in russian.texts(meeting):
        if one.is_missing:
            yield one.kyrgyz


def _joined(words: str) -> str:
    return " ".join(words.split())
