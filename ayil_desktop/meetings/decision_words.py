"""How is a decision told on paper: its words, its parts, who carries it out, by when, who controls?"""

import datetime
from collections.abc import Iterator

from ayil_desktop.language import wording
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import russian
from ayil_desktop.meetings.choices import DueKind, PartyRole
from ayil_desktop.meetings.decision_records import Decision, DecisionPart

SEVERAL = 2
"""The number of a word over names that are not counted out: one person or several, never the form for twenty-one."""


def text(holder: Decision | DecisionPart, language: str) -> str:
    """The words in a language; the Kyrgyz text where there is no Russian one (the Kyrgyz is the original)."""
    return russian.said(holder, "text_ky", language)


def lines(number: str, decision: Decision, language: str) -> Iterator[str]:
    """The decision with its number, its parts with their terms, the parties; the control stands last (CN-R.2)."""
    yield f"{number}. {text(decision, language)}"
    if decision.amendments:
        yield Message("Amendments: {text}", text=russian.said(decision, "amendments", language)).into(language)
    for part in decision.parts:
        yield f"{number}.{part.place}. {text(part, language)}"
        yield from _asked(decision, part.id, due(part.due_kind, part.due_on, "", language), language)
    words = russian.said(decision, "due_words", language)
    yield from _asked(decision, None, due(decision.due_kind, decision.due_on, words, language), language)


def _asked(decision: Decision, part_id: str | None, term: str, language: str) -> Iterator[str]:
    """Who, for whom, by when, under whose control; of one part, or of the decision as a whole."""
    yield named(decision, PartyRole.RESPONSIBLE, language, part_id)
    yield named(decision, PartyRole.ADDRESSEE, language, part_id)
    yield term
    yield named(decision, PartyRole.CONTROLLER, language, part_id)


def named(decision: Decision, role: PartyRole, language: str, part_id: str | None = None) -> str:
    """Who carries out, is addressed or controls, in one line; empty where nobody is named."""
    found = [
        russian.said(party, "name", language)
        for party in decision.parties
        if party.role is role and party.part_id == part_id
    ]
    if not found:
        return ""
    names, count = ", ".join(found), min(len(found), SEVERAL)
    if role is PartyRole.RESPONSIBLE:
        return Counted("Responsible: {names}.", "Responsible: {names}.", count, names=names).into(language)
    if role is PartyRole.ADDRESSEE:
        return Counted("Addressee: {names}.", "Addressees: {names}.", count, names=names).into(language)
    return Message("Control of the execution: {names}.", names=names).into(language)


def due(kind: DueKind, due_on: datetime.date | None, words: str, language: str) -> str:
    """The term in words, as the source wrote it where it did, the month where it is named (R-46); empty without."""
    if words:
        return Message("Term: {words}.", words=words).into(language)
    if kind is DueKind.DATE and due_on is not None:
        return Message("Term: {words}.", words=wording.date_until(due_on, language)).into(language)
    if kind is DueKind.NEXT_MEETING and due_on is not None:
        month, year = wording.month_attributive(due_on.month, language), wording.year_of(due_on.year, language)
        return Message("Term: before the regular meeting {month} {year}.", month=month, year=year).into(language)
    if kind is DueKind.NEXT_MEETING:
        return Message("Term: before the next regular meeting.").into(language)
    return ""
