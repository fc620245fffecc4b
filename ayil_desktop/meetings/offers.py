"""What offers itself for the next agenda: postponed matters, decisions that are late, proposals of members?"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import decisions
from ayil_desktop.meetings.decisions import Standing
from ayil_desktop.meetings.records import AgendaItem, Decision, Meeting, Proposal


class OfferKind(StrEnum):
    """Where an offer comes from."""

    POSTPONED = "postponed"
    OVERDUE = "overdue"
    PROPOSAL = "proposal"


KIND_NAMES = {
    OfferKind.POSTPONED: Message("Postponed"),
    OfferKind.OVERDUE: Message("Overdue"),
    OfferKind.PROPOSAL: Message("Proposal"),
}


@dataclass(frozen=True)
class Offer:
    """One thing that could be taken up; `id` is that of the matter, the decision or the proposal."""

    id: str
    kind: OfferKind
    text: str
    origin: Message


def offers(
    meeting: Meeting,
    *,
    left_over: Sequence[AgendaItem],
    undone: Sequence[Decision],
    proposed: Sequence[Proposal],
    meetings: Sequence[Meeting],
    today: datetime.date,
) -> tuple[Offer, ...]:
    """For the agenda of a meeting, what was postponed first; nothing of the meeting itself or of a later one."""
    return (
        *(_of_matter(item) for item in left_over if _is_earlier(item.meeting, meeting)),
        *(_of_decision(one, meetings, today) for one in undone if _is_late(one, meetings, today)),
        *(_of_proposal(one) for one in open_proposals(proposed)),
    )


def open_proposals(proposed: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Those that are on no agenda and were not left out (CN-5.7.1)."""
    return tuple(one for one in proposed if one.item_id is None and not one.left_out_reason)


def _is_earlier(other: Meeting, meeting: Meeting) -> bool:
    return other.id != meeting.id and other.date <= meeting.date


def _is_late(decision: Decision, meetings: Sequence[Meeting], today: datetime.date) -> bool:
    return any(task.standing is Standing.OVERDUE for task in decisions.tasks_of(decision, meetings, today))


def _of_matter(item: AgendaItem) -> Offer:
    origin = Message("postponed on {date}", date=item.meeting.date)
    return Offer(item.id, OfferKind.POSTPONED, item.text_ky, origin)


def _of_decision(decision: Decision, meetings: Sequence[Meeting], today: datetime.date) -> Offer:
    late = [task.due for task in decisions.tasks_of(decision, meetings, today) if task.standing is Standing.OVERDUE]
    due = min(day for day in late if day is not None)
    origin = Message("decided on {date}, due on {due}", date=decision.meeting.date, due=due)
    return Offer(decision.id, OfferKind.OVERDUE, decision.text_ky, origin)


def _of_proposal(proposal: Proposal) -> Offer:
    if proposal.person is None:
        origin = Message("proposed on {date}", date=proposal.on)
    else:
        origin = Message("{name}, {date}", name=proposal.person.name, date=proposal.on)
    return Offer(proposal.id, OfferKind.PROPOSAL, proposal.text, origin)
