"""What in an exported file can no meeting hold: more votes than voters, two meetings with one number, a broken seal?"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from ayil_desktop.commission.records import Membership
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import decisions, fact_days, rounds, rules, russian, sealing
from ayil_desktop.meetings.agenda_records import AgendaItem, Candidate, ItemAttachment, Speech, WrittenOpinion
from ayil_desktop.meetings.choices import SEALED_STATES, DeliveryKind, Kind, State
from ayil_desktop.meetings.decision_records import (
    CompositionOrder,
    Decision,
    DecisionPart,
    DecisionParty,
    DissentingOpinion,
    FollowUp,
)
from ayil_desktop.meetings.minutes_records import Seal
from ayil_desktop.meetings.records import Delivery, Meeting, WrittenAtLength
from ayil_desktop.meetings.vote_records import Attendance, Movement, Recusal, RoundMember, VoteRound
from ayil_desktop.office import rules as office_rules
from ayil_desktop.store.base import Record
from ayil_desktop.transfer.incoming import Incoming, grouped

_PARENTS: tuple[tuple[type[Record], str, type[Record]], ...] = (
    *((kind, "item_id", AgendaItem) for kind in (ItemAttachment, Movement, Recusal, Speech, WrittenOpinion)),
    *((kind, "item_id", AgendaItem) for kind in (Candidate, VoteRound, Decision)),
    *((kind, "round_id", VoteRound) for kind in (RoundMember, Decision, CompositionOrder)),
    *((kind, "decision_id", Decision) for kind in (DecisionPart, DecisionParty, DissentingOpinion)),
    (DecisionParty, "part_id", DecisionPart),
)
"""What belongs to which part of the same meeting: the seal of a meeting covers them all."""


def check(incoming: Incoming) -> None:
    """Refused at the place of the first fault."""
    for kind, column, parent in _PARENTS:
        _check_one_meeting(incoming, kind, column, parent)
    _check_meetings(incoming)
    _check_days(incoming)
    _check_notices(incoming)
    _check_rounds(incoming)
    _check_decisions(incoming)
    _check_seals(incoming)
    _check_translated(incoming)


def _check_one_meeting(incoming: Incoming, kind: type[Record], column: str, parent: type[Record]) -> None:
    parents = incoming.by_id(parent)
    for row in incoming.all(kind):
        known = parents.get(getattr(row, column) or "")
        if known is not None and _meeting_of(known) != _meeting_of(row):
            incoming.refuse(row, column, Message("This belongs to another meeting."))


def _meeting_of(row: Record) -> str:
    meeting_id: str = vars(row)["meeting_id"]
    return meeting_id


_NUMBERED = (*rules.HELD_STATES, State.IN_SESSION)
"""One that was held and is open again keeps its number."""


def _check_meetings(incoming: Incoming) -> None:
    meetings = incoming.by_id(Meeting)
    taken: set[tuple[str, int, Kind, int]] = set()
    places: set[tuple[str, int]] = set()
    for meeting in meetings.values():
        with incoming.at(meeting):
            rules.check_times(meeting.started_at, meeting.ended_at)
            office_rules.sensible_day(meeting.date, today=_last_seen(meeting), field="date")
        earlier = meetings.get(meeting.refers_to_id or "")
        if earlier is not None and earlier.body_id != meeting.body_id:
            incoming.refuse(meeting, "refers_to_id", Message("This belongs to another body."))
        if meeting.number is not None:
            # The kinds apart, whatever the office chooses now: what it chose before has left its numbers.
            number = (meeting.body_id, meeting.date.year, meeting.kind, meeting.number)
            if meeting.state not in _NUMBERED or meeting.number < 1:
                incoming.refuse(meeting, "number", Message("Only a meeting that was held has a number, from 1 on."))
            if number in taken:
                incoming.refuse(meeting, "number", Message("Another meeting of that year has this number already."))
            taken.add(number)
    for item in incoming.all(AgendaItem):
        if (item.meeting_id, item.place) in places:
            incoming.refuse(item, "place", Message("Another matter of this agenda has this number already."))
        places.add((item.meeting_id, item.place))


def _last_seen(record: Record) -> datetime.date:
    """A file is read without a clock: as on the day of the last change, or of the first where a clock went wrong."""
    return max(record.changed_at, record.created_at).date()


def _check_days(incoming: Incoming) -> None:
    meetings = incoming.by_id(Meeting)
    for kind in fact_days.KINDS:
        for row in incoming.all(kind):
            meeting = row if isinstance(row, Meeting) else meetings[_meeting_of(row)]
            with incoming.at(row):
                fact_days.check_row(row, meeting.date, today=_last_seen(row))


def _check_notices(incoming: Incoming) -> None:
    """A notice that was sent anew comes after another, and only a notice tells anything."""
    for row in incoming.all(Delivery):
        if row.issue < 1 or (row.issue > 1 and row.kind is not DeliveryKind.NOTICE):
            incoming.refuse(row, "issue", Message("Only a notice is sent anew, from number 1 on."))
        if row.told_date is not None and row.kind is not DeliveryKind.NOTICE:
            incoming.refuse(row, "told_date", Message("Only a notice tells when the meeting is."))
        with incoming.at(row):
            fact_days.check_received(row.on, row.received_on, today=_last_seen(row), field="received_on")


def _check_rounds(incoming: Incoming) -> None:
    items, meetings = incoming.by_id(AgendaItem), incoming.by_id(Meeting)
    voters = grouped(incoming.all(RoundMember), "round_id")
    known = _known_members(incoming)
    for one in incoming.all(VoteRound):
        meeting = meetings[one.meeting_id]
        for voter in voters.get(one.id, ()):
            if voter.present and not {meeting.body_id, meeting.id} & known.get(voter.person_id, set()):
                incoming.refuse(voter, "person_id", Message("This person was never a member of the body."))
            with incoming.at(voter, "vote"):
                rounds.check_voter(voter, one.method)
        with incoming.at(one):
            rounds.check_candidate(items[one.item_id].kind, one.change, one.candidate_name)
            rounds.check_recorded(one, voters.get(one.id, ()))


def _known_members(incoming: Incoming) -> Mapping[str, set[str]]:
    """By person: the bodies with a seat of that person, and the meetings that noted the person as a member.

    A seat that was entered by mistake can be removed afterwards; who was there then stays in the attendance.
    """
    found: dict[str, set[str]] = {}
    for seat in incoming.all(Membership):
        found.setdefault(seat.person_id, set()).add(seat.body_id)
    noted: Sequence[Attendance | Movement] = [*incoming.all(Attendance), *incoming.all(Movement)]
    for row in noted:
        found.setdefault(row.person_id, set()).add(row.meeting_id)
    return found


def _check_decisions(incoming: Incoming) -> None:
    meetings, found = incoming.by_id(Meeting), incoming.by_id(Decision)
    votes, parts = incoming.by_id(VoteRound), incoming.by_id(DecisionPart)
    dated: Sequence[Decision | DecisionPart] = [*found.values(), *parts.values()]
    for one in dated:
        with incoming.at(one):
            decisions.check_due(one.due_kind, one.due_on, decided_on=meetings[one.meeting_id].date)
    for decision in found.values():
        if decision.round_id and votes[decision.round_id].item_id != decision.item_id:
            incoming.refuse(decision, "round_id", Message("This vote was on another matter."))
    for entry in incoming.all(FollowUp):
        if entry.part_id and parts[entry.part_id].decision_id != entry.decision_id:
            incoming.refuse(entry, "part_id", Message("This part belongs to another decision."))
        meeting = meetings[found[entry.decision_id].meeting_id]
        with incoming.at(entry):
            fact_days.check(entry.on, fact_days.FOLLOWING, meeting=meeting.date, today=_last_seen(entry), field="on")


def _check_seals(incoming: Incoming) -> None:
    meetings = incoming.by_id(Meeting)
    sealed = {seal.meeting_id for seal in incoming.all(Seal)}
    for seal in incoming.all(Seal):
        meeting = meetings[seal.meeting_id]
        if seal.body_id != meeting.body_id:
            incoming.refuse(seal, "body_id", Message("This belongs to another body."))
        if meeting.state not in SEALED_STATES:
            incoming.refuse(meeting, "state", Message("The minutes are sealed, so the meeting is signed."))
        with incoming.at(seal, "content"):
            sealing.sealed_sections(seal)
    for meeting in meetings.values():
        if meeting.state in SEALED_STATES and meeting.id not in sealed:
            incoming.refuse(meeting, "state", Message("The minutes are signed, but their seal is not in the file."))


def _check_translated(incoming: Incoming) -> None:
    """A Russian text that says earlier Kyrgyz words is one of its record's own."""
    kinds: Sequence[type[Any]] = WrittenAtLength.__subclasses__()
    for kind in kinds:
        known = {russian.side(column) for column in kind.at_length}
        for row in incoming.all(kind):
            if not set(row.russian_of) <= known:
                incoming.refuse(row, "russian_of", Message("This is no Russian text of the record."))
