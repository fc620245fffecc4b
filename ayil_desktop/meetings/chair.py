"""Who presides over a meeting and over one vote, and who keeps the minutes?"""

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, replace

from ayil_desktop.commission.records import Role
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.refused import Refused


def of_vote(seats: Sequence[Seat], voters: Set[str], named: Sequence[str | None]) -> Seat | None:
    """The first of those named who is there for the vote and takes part in it (CN-5.5, CN-7.6).

    `voters` are present and not recused; `named` who presides now and, for a vote that is corrected, who did then.
    None where the body has no recorded members; Refused where none of them can, with who is to be chosen instead.
    """
    if not seats:
        return None
    by_id = {seat.person_id: seat for seat in seats}
    able = [by_id[one] for one in named if one in voters and one in by_id]
    if able:
        return able[0]
    raise Refused(_reason(seats, voters, by_id.get(named[0] or "")), field="presiding", clause="CN-5.5")


def _reason(seats: Sequence[Seat], voters: Set[str], named: Seat | None) -> Message:
    usual = presiding(seats, voters)
    if named is None or usual is named:
        return Message("Nobody presides over this vote. Choose who presides.")
    if usual is None:
        return Message("{name} cannot preside: absent, or taking no part. Choose who presides.", name=named.name)
    return Message(
        "{name} cannot preside: absent, or taking no part. Choose {deputy} to preside.",
        name=named.name,
        deputy=usual.name,
    )


@dataclass(frozen=True)
class Presided:
    """Somebody who presided, and over which matters a vote names him; of the last one who was chosen perhaps none."""

    person_id: str
    name: str
    matters: tuple[int, ...] = ()


def presided(meeting: Meeting) -> tuple[Presided, ...]:
    """Everybody who presided over a vote, in the order of the matters, then who presides now (CN-5.5, CN-7.7)."""
    found: dict[str, Presided] = {}
    for item in meeting.items:
        for one in item.rounds:
            if one.presiding_id is not None:
                before = found.get(one.presiding_id, Presided(one.presiding_id, one.presiding_name))
                matters = tuple(dict.fromkeys((*before.matters, item.place)))
                found[one.presiding_id] = replace(before, matters=matters)
    last = meeting.presiding
    if last is not None:
        known = found.get(last.id, Presided(last.id, last.name))
        found[last.id] = replace(known, name=last.name)
    return tuple(found.values())


def presiding(seats: Sequence[Seat], present: Collection[str]) -> Seat | None:
    """Who presides unless somebody else is named: the chairman, in his absence the deputy (CN-5.4.2, CN-5.5)."""
    for role in (Role.CHAIRMAN, Role.DEPUTY):
        for seat in seats:
            if seat.role == role and seat.person_id in present:
                return seat
    return None


def may_preside(seats: Sequence[Seat], present: Collection[str]) -> tuple[Seat, ...]:
    """The chairman; in his absence the deputy (CN-5.5); without both any member who is present."""
    here = tuple(seat for seat in seats if seat.person_id in present)
    first = presiding(here, present)
    return here if first is None else tuple(seat for seat in here if seat.role == first.role)


def check_may_preside(seats: Sequence[Seat], present: Collection[str], person_id: str) -> None:
    """Refused for who is absent, and for anybody else while the chairman or the deputy is there (CN-5.4.2, CN-5.5)."""
    if person_id not in present:
        raise Refused(Message("Who presides must be present."), field="presiding", clause="CN-5.5")
    allowed = may_preside(seats, present)
    if person_id not in {seat.person_id for seat in allowed}:
        first = allowed[0]
        if first.role == Role.CHAIRMAN:
            text, clause = Message("The chairman is present and presides: {name}.", name=first.name), "CN-5.4.2"
        else:
            text, clause = Message("In the chairman's absence the deputy presides: {name}.", name=first.name), "CN-5.5"
        raise Refused(text, field="presiding", clause=clause)


def keeps_minutes(seats: Sequence[Seat], present: Collection[str]) -> Seat | None:
    """The secretary where present; None: a secretary of the meeting has to be chosen (R-17)."""
    return next((seat for seat in seats if seat.role == Role.SECRETARY and seat.person_id in present), None)


def needs_instruction(seats: Sequence[Seat], presiding_id: str | None) -> bool:
    """Whether the day of the chairman's instruction is to be asked for: the deputy presides (CN-5.5)."""
    return any(seat.role == Role.DEPUTY and seat.person_id == presiding_id for seat in seats)
