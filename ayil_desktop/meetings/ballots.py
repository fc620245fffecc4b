"""What is a secret vote given with: which ballots, and how many of them on a sheet?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import day, minutes, paper_parts, rounds, russian, vote_words
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import VOTE_NAMES, Change, ItemKind, Method
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.printing.document import (
    Block,
    Checkboxes,
    CutLine,
    Document,
    KeepTogether,
    Paragraph,
    Run,
)
from ayil_desktop.printing.page import Margins
from ayil_desktop.refused import Refused

PARTS = 4
"""Ballots on a sheet; a longer one takes two of the parts."""
MARGINS = Margins(top=8, bottom=8)
SIZE = 12


@dataclass(frozen=True)
class Question:
    """What one ballot asks: a matter, and where it is about a person, who and to which end; empty: to be written."""

    item: AgendaItem
    candidate: str = ""
    change: Change | None = None
    label: str = ""
    label_ru: str = ""


def ballot(paper: MeetingPaper, language: str, questions: Sequence[Question] | None = None) -> Document:
    """Ballots for the questions given, otherwise for those of the secret rounds, otherwise for every matter.

    As many as members are there, before the meeting as are in force. Refused where no matter is voted on.
    """
    asked = _asked(paper) if questions is None else questions
    if not asked:
        raise Refused(Message("No matter of this meeting is voted on."), field="agenda")
    blocks: list[Block] = []
    for question in asked:
        one = KeepTogether(tuple(_ballot(paper, question, language)))
        for _ in range(_copies(paper, question.item)):
            blocks += [one, CutLine(PARTS)]
    return Document(
        Message("Ballot").into(language),
        tuple(blocks[:-1]),
        language,
        margins=MARGINS,
        page_numbers=False,
        size=SIZE,
        draft=paper_parts.mark(paper, language),
    )


def _asked(paper: MeetingPaper) -> list[Question]:
    items = [item for item in paper.meeting.items if item.kind is not ItemKind.INFORMATION]
    secret = [
        Question(item, one.candidate_name, one.change, one.label, one.label_ru)
        for item in items
        for one in item.rounds
        if one.method is Method.SECRET
    ]
    return secret or [question for item in items for question in _of_item(item)]


def _of_item(item: AgendaItem) -> list[Question]:
    """The rounds voted so far, else those to come."""
    found = [Question(item, one.candidate_name, one.change, one.label, one.label_ru) for one in item.rounds]
    return found or to_come(item)


def to_come(item: AgendaItem) -> list[Question]:
    """One vote for each candidate on the list that was not voted yet (CN-6.2, CN-6.3); without a list one vote."""
    voted = {(one.change, one.candidate_name) for one in item.rounds}
    listed = [Question(item, one.name, one.change) for one in item.candidates if (one.change, one.name) not in voted]
    return listed or ([] if item.rounds else [Question(item)])


def _copies(paper: MeetingPaper, item: AgendaItem) -> int:
    """One for each member who is there; before the meeting for each in force; a sheet where nobody is recorded."""
    present = day.present_at(paper.day, paper.meeting, item) if paper.meeting.attendance_recorded else ()
    return len(present) or len(paper.day.seats) or PARTS


def _ballot(paper: MeetingPaper, question: Question, language: str) -> Iterator[Block]:
    yield Paragraph((Run(Message("Ballot").into(language).upper(), bold=True),), align="center", indent=False)
    day_words = paper_parts.day(paper, language)
    yield Paragraph(f"{paper_parts.body_name(paper, language)}, {day_words}", align="center", indent=False, size=9)
    words = f"{question.item.place}. {minutes.item_text(question.item, language)}"
    yield Paragraph(words, align="left", indent=False)
    yield from _about(question, language)
    if language == "ru" and _is_in_kyrgyz_only(question):
        in_kyrgyz = Message("The words that are put to the vote were adopted in Kyrgyz only.")
        yield Paragraph(in_kyrgyz.into(language), align="left", indent=False, size=9)
    options = tuple(name.into(language).lower() for name in VOTE_NAMES.values())
    yield Checkboxes(options, columns=3, large=True)
    rule = Message("Put a mark in one box. A ballot with several marks or without any is invalid.")
    yield Paragraph(rule.into(language), align="center", indent=False, size=9)


def _is_in_kyrgyz_only(question: Question) -> bool:
    """What is asked has no Russian words: the motion where it has one, else the matter."""
    return not question.label_ru.strip() if question.label.strip() else not question.item.text_ru.strip()


def _about(question: Question, language: str) -> Iterator[Block]:
    words = about(question, language)
    if words:
        yield Paragraph((Run(words, bold=True),), align="left", indent=False, size=13)


def about(question: Question, language: str) -> str:
    """The candidate and what is proposed, or lines to write them on; otherwise the words of the vote."""
    if question.item.kind not in rounds.CANDIDATE_BY_CANDIDATE:
        return russian.said(question, "label", language)
    name = question.candidate or "_" * 30
    proposed = vote_words.CHANGES[question.change].into(language) if question.change else "_" * 20
    return f"{name} – {proposed}"
