"""How is a decision told on paper: its words, its parts, who carries it out, by when, who controls?"""

import datetime
from collections.abc import Iterator

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.records import Decision, DecisionPart, DueKind, PartyRole


def text(holder: Decision | DecisionPart, language: str) -> str:
    """The words in a language; the Kyrgyz text where there is no Russian one (the Kyrgyz is the original)."""
    return holder.text_ru if language == "ru" and holder.text_ru else holder.text_ky


def lines(number: str, decision: Decision, language: str) -> Iterator[str]:
    """The decision with its number, its parts with their terms, the parties; the control stands last (CN-R.2)."""
    yield f"{number}. {text(decision, language)}"
    if decision.amendments:
        yield Message("Amendments: {text}", text=decision.amendments).into(language)
    for part in decision.parts:
        yield f"{number}.{part.place}. {text(part, language)}"
        yield due(part.due_kind, part.due_on, "", language)
    yield named(decision, PartyRole.RESPONSIBLE, language)
    yield named(decision, PartyRole.ADDRESSEE, language)
    yield due(decision.due_kind, decision.due_on, decision.due_words, language)
    yield named(decision, PartyRole.CONTROLLER, language)


def named(decision: Decision, role: PartyRole, language: str) -> str:
    """Who carries out, is addressed or controls, in one line; empty where nobody is named."""
    names = ", ".join(party.name for party in decision.parties if party.role is role)
    if not names:
        return ""
    if role is PartyRole.RESPONSIBLE:
        return Message("Responsible: {names}.", names=names).into(language)
    if role is PartyRole.ADDRESSEE:
        return Message("Addressee: {names}.", names=names).into(language)
    return Message("Control of the execution: {names}.", names=names).into(language)


def due(kind: DueKind, due_on: datetime.date | None, words: str, language: str) -> str:
    """The term in words, as the source wrote it where it did; empty without a term."""
    if words:
        return Message("Term: {words}.", words=words).into(language)
    if kind is DueKind.DATE and due_on is not None:
        return Message("Term: {words}.", words=wording.date_until(due_on, language)).into(language)
    if kind is DueKind.NEXT_MEETING:
        return Message("Term: before the next regular meeting.").into(language)
    return ""
