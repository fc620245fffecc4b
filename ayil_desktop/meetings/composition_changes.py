"""Which voted changes of the composition wait for the head's order, and what will it say?"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ayil_desktop.commission.records import Membership, Role
from ayil_desktop.commission.rules import Appointee, Ground, Leaver, OrderDraft, sits_on
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import candidates
from ayil_desktop.meetings.agenda_records import Candidate
from ayil_desktop.meetings.choices import HELD_STATES, Change
from ayil_desktop.meetings.decision_records import CompositionOrder
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.refused import Refused


@dataclass(frozen=True)
class Pending:
    """One adopted change: who leaves or joins, decided at which meeting."""

    order_id: str
    change: Change
    name: str
    person_id: str | None
    role: Role
    meeting: Meeting
    listed: Candidate | None = None
    """What the list of the meeting knew of who joins."""


def pending(waiting: Sequence[CompositionOrder], meetings: Sequence[Meeting]) -> tuple[Pending, ...]:
    """The changes that no order has carried out yet, in the order in which they were voted (CN-6.5)."""
    by_id = {meeting.id: meeting for meeting in meetings}
    return tuple(
        Pending(
            order_id=row.id,
            change=row.round.change or Change.INCLUDE,
            name=row.round.candidate_name,
            person_id=row.round.candidate_id,
            role=Role(row.round.candidate_role or Role.MEMBER),
            meeting=by_id[row.meeting_id],
            listed=candidates.of_round(row.round.item, row.round),
        )
        for row in waiting
    )


def check_decided(changes: Sequence[Pending]) -> None:
    """Refused while a meeting that voted them has not ended: until then its votes may still change (CN-6.5)."""
    for one in changes:
        if one.meeting.state not in HELD_STATES:
            raise Refused(
                Message("The meeting of {date} has not ended. Close it first.", date=one.meeting.date), clause="CN-6.5"
            )


def draft(changes: Sequence[Pending], memberships: Sequence[Membership]) -> OrderDraft:
    """The head's order that carries the changes out; its grounds are the minutes that decided them (CN-6.5)."""
    roles = {seat.person_id: seat.role for seat in memberships if seat.ends is None}
    held = {(str(one.meeting.number or ""), one.meeting.date): None for one in changes}
    return OrderDraft(
        discharged=tuple(
            Leaver(name=one.name, role=roles.get(one.person_id or "", Role.MEMBER))
            for one in changes
            if one.change is Change.EXCLUDE
        ),
        appointed=tuple(joining(changes, memberships).values()),
        grounds=tuple(Ground(number=number, date=date) for number, date in held),
    )


def _joining(one: Pending, known: Mapping[str, Membership]) -> Appointee:
    """With the post that the list of the meeting names, or else an order before it where the person has sat on the
    body."""
    seat = known.get(one.person_id or "")
    ky, ru = "", ""
    if one.listed is not None and one.listed.position:
        ky, ru = one.listed.position, one.listed.position_ru
    elif seat is not None:
        ky, ru = seat.position_ky, seat.position_ru
    return Appointee(name=one.name, role=one.role, position_ky=ky, position_ru=ru)


def joining(changes: Sequence[Pending], memberships: Sequence[Membership]) -> Mapping[str, Appointee]:
    """Who joins, by `Pending.order_id`."""
    known = {seat.person_id: seat for seat in memberships}
    return {one.order_id: _joining(one, known) for one in changes if one.change is not Change.EXCLUDE}


def seats_that_end(
    changes: Sequence[Pending], memberships: Sequence[Membership], day: datetime.date
) -> tuple[Membership, ...]:
    """The seats of those who are voted out, as they stand on a day."""
    leaving = {one.person_id for one in changes if one.change is Change.EXCLUDE}
    return tuple(seat for seat in memberships if seat.person_id in leaving and sits_on(seat, day))
