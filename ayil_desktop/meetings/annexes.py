"""Which papers are attached to the minutes, in the order of their numbers?

What is sealed keeps its number: an opinion that comes after the sealing stands behind all that were there before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, last_days, russian, sealed
from ayil_desktop.meetings.agenda_records import AgendaItem, WrittenOpinion
from ayil_desktop.meetings.choices import FAILED_STATES
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.decision_records import DissentingOpinion
from ayil_desktop.meetings.records import Meeting


@dataclass(frozen=True)
class Annex:
    """One attached paper. Opinions have an author and a page of their own; other papers are only listed."""

    title: str
    author: str = ""
    text: str = ""
    is_late: bool = False
    after_sealing: bool = False

    @property
    def has_page(self) -> bool:
        """Whether the minutes print it; papers of the matters lie beside them."""
        return bool(self.author)


def of(meeting: Meeting, found: Day, language: str) -> tuple[Annex, ...]:
    """Written opinions, dissenting opinions (late ones marked, R-9) and the papers of the matters (CN-7.5b).

    An act that no meeting was held has none: nothing was spoken about.
    """
    if meeting.state in FAILED_STATES:
        return ()
    until = last_days.dissent_until(found.charter, found.calendar, meeting.date)
    dissents = [
        _dissent(one, meeting, language, last_days.is_late_opinion(until, one.received_on)) for one in _by_day(meeting)
    ]
    sealed = (
        *(_written(meeting, item, one, language) for item, one in _by_absent(meeting, found)),
        *(one for one in dissents if not one.after_sealing),
        *_papers(meeting, language),
    )
    return (*sealed, *(one for one in dissents if one.after_sealing))


def _by_absent(meeting: Meeting, found: Day) -> list[tuple[AgendaItem, WrittenOpinion]]:
    return [(item, one) for item in meeting.items for one in day.written_by_absent(found, meeting, item)]


def _by_day(meeting: Meeting) -> list[DissentingOpinion]:
    return sorted(meeting.opinions, key=lambda one: (one.received_on, one.created_at))


def _written(meeting: Meeting, item: AgendaItem, opinion: WrittenOpinion, language: str) -> Annex:
    name = sealed.name_of(meeting, opinion.person)
    title = Message("Written opinion of {name} on matter {number}", name=name, number=item.place)
    return Annex(title.into(language), name, _said(opinion, language))


def _dissent(opinion: DissentingOpinion, meeting: Meeting, language: str, is_late: bool) -> Annex:
    on = wording.date_on(opinion.received_on, language)
    name = sealed.name_of(meeting, opinion.person)
    title = Message("Dissenting opinion of {name}, received {on}", name=name, on=on)
    return Annex(title.into(language), name, _said(opinion, language), is_late, is_after_sealing(meeting, opinion))


def is_after_sealing(meeting: Meeting, opinion: DissentingOpinion) -> bool:
    """Whether the opinion came when the minutes were final already; it is kept beside them (R-9)."""
    return meeting.seal is not None and opinion.id not in meeting.seal.content


def _said(opinion: WrittenOpinion | DissentingOpinion, language: str) -> str:
    if opinion.text or opinion.attachment is None:
        return russian.said(opinion, "text", language)
    return Message("See the attached file “{name}”.", name=opinion.attachment.name).into(language)


def _papers(meeting: Meeting, language: str) -> Iterator[Annex]:
    for item in meeting.items:
        for paper in item.attachments:
            title = Message("{name} (matter {number})", name=paper.attachment.name, number=item.place)
            yield Annex(title.into(language))


def lines(found: tuple[Annex, ...], language: str, *, start: int = 1) -> Iterator[str]:
    """The numbered list of annexes as the minutes have it, late ones marked."""
    for number, annex in enumerate(found, start):
        late = " " + Message("(late)").into(language) if annex.is_late else ""
        yield f"{number}. {annex.title}{late}"
