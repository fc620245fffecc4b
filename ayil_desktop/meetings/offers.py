"""What offers itself for the next agenda: postponed matters, decisions that are late, proposals of members?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings.decisions import Standing
from ayil_desktop.meetings.plain_rows import MatterRow
from ayil_desktop.meetings.records import Meeting, Proposal
from ayil_desktop.meetings.register import Entry


class OfferKind(StrEnum):
    """Where an offer comes from."""

    POSTPONED = "postponed"
    OVERDUE = "overdue"
    PROPOSAL = "proposal"


KIND_NAMES = {
    OfferKind.POSTPONED: InContext("short", "Postponed"),
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
    meeting: Meeting, *, left_over: Sequence[MatterRow], unfinished: Sequence[Entry], proposed: Sequence[Proposal]
) -> tuple[Offer, ...]:
    """For the agenda of a meeting, what was postponed first; nothing of the meeting itself or of a later one."""
    late: dict[str, Entry] = {}
    for entry in unfinished:
        if entry.standing is Standing.OVERDUE and entry.met_on < meeting.date:
            late.setdefault(entry.decision_id, entry)
    return (
        *(_of_matter(row) for row in left_over if row.meeting_id != meeting.id and row.met_on <= meeting.date),
        *(_of_decision(entry) for entry in sorted(late.values(), key=lambda entry: entry.met_on)),
        *(_of_proposal(one) for one in open_proposals(proposed)),
    )


def open_proposals(proposed: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Those that are on no agenda and were not left out (CN-5.7.1)."""
    return tuple(one for one in proposed if one.item_id is None and not one.left_out_reason)


def _of_matter(row: MatterRow) -> Offer:
    return Offer(row.id, OfferKind.POSTPONED, row.text_ky, Message("Postponed on {date}", date=row.met_on))


def _of_decision(entry: Entry) -> Offer:
    """Of several late parts the first; an overdue entry always has its day."""
    origin = Message("Decided {date}, due {due}", date=entry.met_on, due=entry.due or entry.met_on)
    return Offer(entry.decision_id, OfferKind.OVERDUE, entry.text_ky, origin)


def _of_proposal(proposal: Proposal) -> Offer:
    if proposal.person is None:
        origin = Message("Proposed on {date}", date=proposal.on)
    else:
        origin = Message("{name}, {date}", name=proposal.person.name, date=proposal.on)
    return Offer(proposal.id, OfferKind.PROPOSAL, proposal.text, origin)
