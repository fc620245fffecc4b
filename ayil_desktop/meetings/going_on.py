"""What comes next at the matter in hand, so that one key carries the secretary through the meeting?"""

from collections.abc import Sequence
from enum import StrEnum

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import candidates, rounds
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.candidates import Listed
from ayil_desktop.meetings.choices import ADOPTING, Change, DecisionKind, ItemKind, ItemState
from ayil_desktop.meetings.records import Meeting


class Next(StrEnum):
    """VOTE: enter and record votes. REPEAT: vote once more. CLOSE: nothing is decided, the matter is done with."""

    LIST = "list"
    VOTE = "vote"
    REPEAT = "repeat"
    DECIDE = "decide"
    CLOSE = "close"
    GO_ON = "go_on"
    END = "end"


WORDS = {
    Next.LIST: Message("Name the candidate"),
    Next.VOTE: Message("Record the vote"),
    Next.REPEAT: Message("Vote again"),
    Next.DECIDE: Message("Write the decision"),
    Next.CLOSE: Message("Close the matter"),
    Next.GO_ON: Message("Next matter"),
    Next.END: Message("Close the meeting"),
}


def step(meeting: Meeting, item: AgendaItem) -> Next:
    """What is usually done next; everything else stays possible."""
    if item.state is not ItemState.OPEN:
        return _after(meeting)
    if item.kind in rounds.CANDIDATE_BY_CANDIDATE:
        return _by_name(item)
    if item.kind is ItemKind.INFORMATION and not item.rounds:
        return Next.DECIDE
    if not item.rounds:
        return Next.VOTE
    last = item.rounds[-1]
    if last.outcome in ADOPTING:
        return Next.DECIDE
    return Next.REPEAT if rounds.is_undecided(last) else Next.CLOSE


def _after(meeting: Meeting) -> Next:
    return Next.GO_ON if first_open(meeting) else Next.END


def _by_name(item: AgendaItem) -> Next:
    names = candidates.listed(item)
    if not names:
        return Next.LIST
    if candidates.unvoted(names):
        return Next.VOTE
    if candidates.to_repeat(item):
        return Next.REPEAT
    return Next.DECIDE if any(one.is_adopted for one in names) else Next.CLOSE


def first_open(meeting: Meeting) -> AgendaItem | None:
    """The first matter that is still open; None where all are closed."""
    return next((one for one in meeting.items if one.state is ItemState.OPEN), None)


def next_open(meeting: Meeting, item: AgendaItem) -> AgendaItem | None:
    """The first open matter behind this one, else the first of all; None where all are closed."""
    still = [one for one in meeting.items if one.state is ItemState.OPEN and one.id != item.id]
    return next((one for one in still if one.place > item.place), still[0] if still else None)


def kind_of_decision(item: AgendaItem, *, recommends: bool) -> DecisionKind:
    """What a decision on this matter usually is; a body that only recommends recommends (R-32)."""
    if recommends and item.kind is ItemKind.DECISION:
        return DecisionKind.RECOMMEND
    return _KINDS[item.kind]


_KINDS = {
    ItemKind.INFORMATION: DecisionKind.NOTE,
    ItemKind.DECISION: DecisionKind.APPROVE,
    ItemKind.COMPOSITION: DecisionKind.COMPOSITION,
    ItemKind.ELECTION: DecisionKind.SELECT,
}


def decision_text(item: AgendaItem, language: str) -> str:
    """The words that offer themselves: what the votes name by name came to, else the draft; empty without either."""
    draft = item.draft_ru if language == "ru" else item.draft_ky
    told = "\n".join(one.into(language) for one in _of_votes(item))
    if item.kind in rounds.CANDIDATE_BY_CANDIDATE:
        return told or draft
    return draft if draft.strip() else told


def _of_votes(item: AgendaItem) -> list[Message]:
    names = candidates.listed(item)
    if item.kind is ItemKind.ELECTION:
        won = candidates.elected(item)
        return [Message("Elected: {names}.", names=won)] if len(won) == 1 else []
    if item.kind is ItemKind.INFORMATION:
        return [Message("The information is taken into account.")]
    out, new = _adopted(names, Change.EXCLUDE), _adopted(names, Change.INCLUDE)
    leaving = [Message("Excluded from the composition: {names}.", names=out)] if out else []
    joining = [Message("Included in the composition: {names}.", names=new)] if new else []
    return [*leaving, *joining]


def _adopted(names: Sequence[Listed], change: Change) -> tuple[str, ...]:
    return tuple(one.name for one in names if one.change is change and one.is_adopted)
