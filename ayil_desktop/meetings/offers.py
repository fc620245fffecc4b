"""What offers itself for the next agenda: matters left over, decisions that are not done, proposals of members?"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings.agenda_records import Proposal
from ayil_desktop.meetings.choices import ASKED_FOR_UNDATED
from ayil_desktop.meetings.decisions import UNFINISHED, Standing
from ayil_desktop.meetings.plain_rows import MatterRow
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.register import Entry


class OfferKind(StrEnum):
    """Where an offer comes from."""

    POSTPONED = "postponed"
    OVERDUE = "overdue"
    DUE = "due"
    PROPOSAL = "proposal"


KIND_NAMES = {
    OfferKind.POSTPONED: InContext("short", "Postponed"),
    OfferKind.OVERDUE: Message("Overdue"),
    OfferKind.DUE: Message("To be done"),
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
    """For the agenda of a meeting, what was left over first; nothing of the meeting itself or of a later one.

    Of the undone decisions those that are late, then those whose day comes by the meeting: a term before the next
    regular meeting is reported to that meeting (R-46). The tasks without a term come last.
    """
    return (
        *(_of_matter(row) for row in left_over if row.meeting_id != meeting.id and row.met_on <= meeting.date),
        *(_of_decision(entry) for entry in _undone(meeting, unfinished)),
        *(_of_proposal(one) for one in open_proposals(proposed)),
    )


def open_proposals(proposed: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Those that are on no agenda and were not left out (CN-5.7.1)."""
    return tuple(one for one in proposed if one.item_id is None and not one.left_out_reason)


def _undone(meeting: Meeting, unfinished: Sequence[Entry]) -> list[Entry]:
    """Of several parts of a decision the one that is most pressing."""
    due = (entry for entry in unfinished if entry.met_on < meeting.date and _is_asked_for(entry, meeting.date))
    found: dict[str, Entry] = {}
    for entry in sorted(due, key=_pressing):
        found.setdefault(entry.decision_id, entry)
    return list(found.values())


def _is_asked_for(entry: Entry, day: datetime.date) -> bool:
    if entry.standing not in UNFINISHED:
        return False
    return entry.kind in ASKED_FOR_UNDATED if entry.due is None else entry.due <= day


def _pressing(entry: Entry) -> tuple[bool, bool, datetime.date, datetime.date]:
    return entry.standing is not Standing.OVERDUE, entry.due is None, entry.met_on, entry.due or entry.met_on


def _of_matter(row: MatterRow) -> Offer:
    if row.took_place:
        origin = Message("Postponed on {date}", date=row.met_on)
    else:
        origin = Message("The meeting of {date} was not held", date=row.met_on)
    return Offer(row.id, OfferKind.POSTPONED, row.text_ky, origin)


def _of_decision(entry: Entry) -> Offer:
    kind = OfferKind.OVERDUE if entry.standing is Standing.OVERDUE else OfferKind.DUE
    if entry.due is None:
        origin = Message("Decided {date}, without a term", date=entry.met_on)
    else:
        origin = Message("Decided {date}, due {due}", date=entry.met_on, due=entry.due)
    return Offer(entry.decision_id, kind, entry.text_ky, origin)


def _of_proposal(proposal: Proposal) -> Offer:
    if proposal.person is None:
        origin = Message("Proposed on {date}", date=proposal.on)
    else:
        origin = Message("{name}, {date}", name=proposal.person.name, date=proposal.on)
    return Offer(proposal.id, OfferKind.PROPOSAL, proposal.text, origin)
