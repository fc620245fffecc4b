"""What stands in the list of matters beside a session: which is done, which is in hand, who is voted on under it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import candidates, choices, minutes
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.candidates import Listed
from ayil_desktop.meetings.choices import Change, ItemKind, ItemState, Outcome


@dataclass(frozen=True)
class AgendaRow:
    """A matter, or a name that is voted on under it; `key` tells which name."""

    item_id: str
    key: tuple[str, str] | None
    number: str
    text: str
    sign: str
    ink: str
    state: Message


_STATES = {
    ItemState.OPEN: ("circle", "muted"),
    ItemState.DECIDED: ("circle-check", "done"),
    ItemState.POSTPONED: ("clock", "due"),
    ItemState.WITHDRAWN: ("ban", "muted"),
}
_OUTCOMES = {
    Outcome.ADOPTED: ("check", "done"),
    Outcome.REJECTED: ("x", "late"),
    Outcome.NO_QUORUM: ("ban", "due"),
    Outcome.NOT_REGULATED: ("info", "muted"),
}
_CHANGES: Mapping[Change, Message] = {
    Change.EXCLUDE: InContext("candidate", "exclude"),
    Change.INCLUDE: InContext("candidate", "include"),
    Change.ELECT: InContext("candidate", "elect"),
}


def rows(items: Sequence[AgendaItem], in_hand: str) -> tuple[AgendaRow, ...]:
    """The matters in their order, each with its names below it."""
    found: list[AgendaRow] = []
    for item in items:
        found.append(matter(item, is_in_hand=item.id == in_hand))
        found.extend(_name(item, place, one) for place, one in enumerate(candidates.listed(item)))
    return tuple(found)


def matter(item: AgendaItem, *, is_in_hand: bool) -> AgendaRow:
    """The one in hand is told from the others only while it is open."""
    sign, ink = _STATES[item.state]
    words = choices.ITEM_STATE_NAMES[item.state]
    if item.state is ItemState.OPEN and is_in_hand:
        sign, ink, words = "play", "accent", Message("In hand")
    elif item.state is ItemState.DECIDED and item.kind is ItemKind.INFORMATION:
        words = Message("Heard")
    text = minutes.item_text(item, catalogue.current())
    return AgendaRow(item.id, None, f"{item.place}", text, sign, ink, words)


def _name(item: AgendaItem, place: int, one: Listed) -> AgendaRow:
    letter = f"{candidates.letter(place)})"
    text = one.name if one.change is Change.ELECT else f"{_CHANGES[one.change]}: {one.name}"
    if one.last is None:
        return AgendaRow(item.id, one.key, letter, text, "circle", "muted", Message("Not voted on yet"))
    if item.kind is ItemKind.ELECTION and one.name in candidates.elected(item):
        return AgendaRow(item.id, one.key, letter, text, "circle-check", "done", Message("Elected"))
    sign, ink = _OUTCOMES[one.last.outcome]
    return AgendaRow(item.id, one.key, letter, text, sign, ink, choices.OUTCOME_NAMES[one.last.outcome])
