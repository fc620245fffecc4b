"""What does a passer-by read of a meeting on the notice board?"""

from collections.abc import Iterator
from dataclasses import dataclass

from ayil_desktop.language import wording
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import (
    as_in_the_minutes,
    carried,
    decision_words,
    decisions,
    notice_paper,
    paper_parts,
    rules,
    russian,
)
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import LEFT, DecisionKind, ItemKind, Kind, State
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.office import clauses
from ayil_desktop.printing import one_page
from ayil_desktop.printing.document import (
    Block,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Run,
    Subtitle,
    Title,
)

AIM = "CN-2.1"
WITH_THIS_AIM = "chet-nura"
"""The charter whose bodies have it."""


@dataclass(frozen=True)
class _Cut:
    """How small the letters are, how many letters of each decision stand there, and how many decisions."""

    size: float
    letters: int = 10_000
    decisions: int = 10_000


_CUTS = (
    *(_Cut(size) for size in (14, 13, 12, 11)),
    *(_Cut(11, letters) for letters in (600, 400, 250, 160)),
    *(_Cut(10, letters) for letters in (160, 110, 80)),
    *(_Cut(10, 80, count) for count in range(30, 0, -3)),
)


def board_notice(paper: MeetingPaper, language: str) -> Document:
    """One page for everybody (CN-3.1.8, CN-5.6.4): what was decided, nothing of anybody's person.

    Before the meeting it is the announcement (CN-7.2). Long texts are set smaller, then cut.
    """
    if paper.meeting.state in (*rules.OPEN_TO_PLANNING, State.IN_SESSION):
        return notice_paper.announcement(paper, language)
    made = _sheet(paper, language, _CUTS[0])
    for cut in _CUTS:
        made = _sheet(paper, language, cut)
        if one_page.stands_on(made):
            break
    return made


def _sheet(paper: MeetingPaper, language: str, cut: _Cut) -> Document:
    return Document(
        Message("Information for the notice board").into(language),
        tuple(_blocks(paper, language, cut)),
        language,
        footer=paper_parts.footer(paper, language),
        page_numbers=False,
        size=cut.size,
    )


def _blocks(paper: MeetingPaper, language: str, cut: _Cut) -> Iterator[Block]:
    yield paper_parts.letterhead(paper)
    yield Title(Message("Information").into(language).upper())
    yield Subtitle(paper_parts.body_name(paper, language))
    aim = _aim(paper, language)
    if aim:
        yield Paragraph(aim, align="left")
    yield Paragraph(_told(paper, language), align="left")
    if paper.meeting.state is not State.CANCELLED:
        yield from _decisions(paper, language, cut)
    yield from _next(paper, language)
    if paper.meeting.state in rules.HELD_STATES:
        yield Paragraph((Run(_where_to_read(paper, language), italic=True),), indent=False)
    yield Paragraph(Message("Posted: {blank}", blank="_" * 24).into(language), indent=False, align="right")


def _where_to_read(paper: MeetingPaper, language: str) -> str:
    """Under the name of the office: a council may be a town's."""
    name = paper.office.name_ky if paper.office else ""
    if language == "ru" and paper.office and paper.office.name_ru:
        name = paper.office.name_ru
    if name:
        return Message("The full minutes can be read here: {office}.", office=name).into(language)
    return Message("The full minutes can be read in the ayil okmotu.").into(language)


def _aim(paper: MeetingPaper, language: str) -> str:
    """The aim as the regulation says it (CN-2.1); an office that took the regulation over has it without the name."""
    charter = paper.meeting.body.charter
    if charter is None or charter.origin != WITH_THIS_AIM:
        return ""
    clause = clauses.find(AIM)
    if clause is not None and paper.office is not None and "Чет-Нура" in paper.office.name_ky:
        return clause.texts.into(language)
    return Message(
        "The aim of the Commission is to assist the local self-government bodies in ensuring an effective process "
        "of organising services and to raise the effectiveness of the managerial work of the ayil okmotu."
    ).into(language)


def _told(paper: MeetingPaper, language: str) -> str:
    meeting, on = paper.meeting, wording.date_on(paper.meeting.date, language)
    is_regular = meeting.kind is Kind.REGULAR
    considered = sum(item.state not in LEFT for item in meeting.items)
    if meeting.state is State.CANCELLED:
        return Message("The meeting planned for {date} does not take place.", date=meeting.date).into(language)
    if meeting.state in rules.FAILED_STATES:
        return Message("The meeting of {date} was not held for lack of a quorum.", date=meeting.date).into(language)
    if is_regular:
        return Counted(
            "The regular meeting was held {on}; {count} matter was considered.",
            "The regular meeting was held {on}; {count} matters were considered.",
            considered,
            on=on,
        ).into(language)
    return Counted(
        "An extraordinary meeting was held {on}; {count} matter was considered.",
        "An extraordinary meeting was held {on}; {count} matters were considered.",
        considered,
        on=on,
    ).into(language)


def _decisions(paper: MeetingPaper, language: str, cut: _Cut) -> Iterator[Block]:
    every = [
        _public(paper, item, number, decision, language)
        for item in paper.meeting.items
        for number, decision in decisions.numbered(item)
        if carried.is_carried(decision, item)
    ]
    if not every:
        return
    yield Heading(Message("Decisions").into(language), level=3)
    shown = [_shortened(text, cut.letters, language) for text in every[: cut.decisions]]
    yield NumberedList(tuple(shown))
    if len(shown) < len(every):
        more = Counted("and {count} more decision", "and {count} more decisions", len(every) - len(shown))
        yield Paragraph(more.into(language))


def _public(paper: MeetingPaper, item: AgendaItem, number: str, decision: Decision, language: str) -> str:
    """The words of a decision and of its parts, as the minutes have them; who leaves or joins is nobody's business on a
    board."""
    if item.kind is ItemKind.COMPOSITION or decision.kind is DecisionKind.COMPOSITION:
        return Message("The composition is to be changed.").into(language)
    corrected = as_in_the_minutes.corrected_decision(paper, item, number, decision, language)
    if corrected is not None:
        return corrected
    whole = decision_words.text(decision, language)
    parts = (decision_words.text(one, language) for one in decision.parts)
    return " ".join((whole, *(part for part in parts if part not in whole)))


def _shortened(text: str, letters: int, language: str) -> str:
    if len(text) <= letters:
        return text
    head = text[:letters].rsplit(" ", 1)[0].rstrip(",;:–- ")
    return f"{head}… {Message('(in full in the minutes)').into(language)}"


def _next(paper: MeetingPaper, language: str) -> Iterator[Block]:
    coming = paper.next_meeting
    if coming is None:
        return
    when = f"{wording.date_head(coming.date, language)}, {wording.weekday(coming.date, language)}"
    if coming.time is not None:
        when += f", {coming.time:%H:%M}"
    where = f", {russian.said(coming, 'place', language)}" if coming.place else ""
    label = Message("Next meeting:").into(language)
    yield Paragraph((Run(f"{label} ", bold=True), Run(when + where + ".")), indent=False)
