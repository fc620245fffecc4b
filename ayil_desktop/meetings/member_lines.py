"""How does each member of the day stand at one matter, and what does a tick of the secretary mean there?"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ayil_desktop.commission.records import Role
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import chair, frozen_bases, presence
from ayil_desktop.meetings import day as days
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import ItemState, Presence
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.rounds import Hall
from ayil_desktop.meetings.vote_records import Movement, VoteRound
from ayil_desktop.office import terms


@dataclass(frozen=True)
class MemberLine:
    """One member of the day: at the opening, and now that a matter is in hand."""

    seat: Seat
    at_opening: Presence
    reason: str
    is_present: bool
    is_recused: bool
    moved: Movement | None
    """The last coming or leaving up to the matter."""
    has_written: bool
    """Gave an opinion on the matter in writing (CN-5.7.7)."""
    presides: bool
    keeps_minutes: bool
    """Chosen to keep the minutes of this meeting (R-17)."""

    @property
    def person_id(self) -> str:
        return self.seat.person_id

    @property
    def may_vote(self) -> bool:
        """Present and not recused: nobody else has a vote (CN-5.7.5, CN-5.7.6b)."""
        return self.is_present and not self.is_recused


def lines(meeting: Meeting, day: Day, item: AgendaItem, corrected: VoteRound | None = None) -> tuple[MemberLine, ...]:
    """Every member in force on the day, in the order of the list; guests and experts are none (CN-4.1.3).

    They stand as at the vote that is corrected, where one is.
    """
    here = frozen_bases.here_at(day, meeting, item, corrected) if corrected else days.present_at(day, meeting, item)
    recused = presence.recused(item.recusals)
    rows = {row.person_id: row for row in meeting.attendance}
    wrote = {row.person_id for row in item.written_opinions}
    moved = _last_moves(meeting, item)
    found = []
    for seat in day.seats:
        row = rows.get(seat.person_id)
        found.append(
            MemberLine(
                seat=seat,
                at_opening=row.presence if row else Presence.ABSENT,
                reason=row.reason if row else "",
                is_present=seat.person_id in here,
                is_recused=seat.person_id in recused,
                moved=moved.get(seat.person_id),
                has_written=seat.person_id in wrote,
                presides=seat.person_id == meeting.presiding_id,
                keeps_minutes=seat.person_id == meeting.secretary_id,
            )
        )
    return tuple(found)


def _last_moves(meeting: Meeting, item: AgendaItem) -> dict[str, Movement]:
    places = {one.id: one.place for one in meeting.items}
    earlier = [move for move in meeting.movements if places.get(move.item_id, item.place + 1) <= item.place]
    ordered = sorted(earlier, key=lambda move: (places[move.item_id], move.created_at))
    return {move.person_id: move for move in ordered}


def hall(members: Sequence[MemberLine]) -> Hall:
    """The same in numbers."""
    return Hall(
        members_in_force=len(members),
        present=sum(one.is_present for one in members),
        recused=sum(one.is_present and one.is_recused for one in members),
    )


def voters(members: Sequence[MemberLine]) -> tuple[str, ...]:
    """Who has a vote on the matter; ids of persons in the order of the list."""
    return tuple(one.person_id for one in members if one.may_vote)


class Tick(StrEnum):
    """What ticking a member records."""

    AT_OPENING = "at_opening"
    COMES = "comes"
    LEAVES = "leaves"
    TAKES_BACK = "takes_back"


def tick(meeting: Meeting, item: AgendaItem, line: MemberLine) -> Tick:
    """Before anything was voted on or closed a tick corrects the opening; then somebody comes or leaves (R-40).

    Ticked once more at the same matter, the coming or leaving is taken back.
    """
    if line.moved is not None and line.moved.item_id == item.id:
        return Tick.TAKES_BACK
    if not is_under_way(meeting):
        return Tick.AT_OPENING
    return Tick.LEAVES if line.is_present else Tick.COMES


def is_under_way(meeting: Meeting) -> bool:
    """Whether anything was voted on, decided or closed yet."""
    return any(item.rounds or item.decisions or item.state is not ItemState.OPEN for item in meeting.items)


def may_preside(members: Sequence[MemberLine]) -> tuple[MemberLine, ...]:
    """Who is offered to preside (CN-5.4.2, CN-5.5)."""
    here = [one.person_id for one in members if one.may_vote]
    offered = {seat.person_id for seat in chair.may_preside([one.seat for one in members], here)}
    return tuple(one for one in members if one.person_id in offered)


def may_keep_minutes(members: Sequence[MemberLine]) -> tuple[MemberLine, ...]:
    """Who is offered to keep the minutes: nobody but the secretary where present, else any member present (R-17)."""
    here = tuple(one for one in members if one.is_present)
    return tuple(one for one in here if one.seat.role == Role.SECRETARY) or here


def notes(line: MemberLine) -> tuple[Message, ...]:
    """What is said of a member besides the name: office in the body, how he came to be there or not, what he wrote."""
    found: list[Message] = []
    if line.seat.role != Role.MEMBER:
        found.append(terms.role_title(line.seat.role))
    if line.presides and line.seat.role != Role.CHAIRMAN:
        found.append(Message("presides"))
    if line.keeps_minutes:
        found.append(Message("keeps the minutes"))
    found.extend(_standing(line))
    if line.has_written:
        found.append(_WROTE_AND_CAME if line.is_present else Message("gave an opinion in writing"))
    return tuple(found)


_WROTE_AND_CAME = Message("gave an opinion in writing, but is here")


def _standing(line: MemberLine) -> list[Message]:
    if line.moved is not None:
        return [_moved(line.moved)]
    if line.is_present:
        return [Message("takes no part in this matter")] if line.is_recused else []
    if line.reason:
        return [Message("absent: {reason}", reason=line.reason)]
    return [Message("excused")] if line.at_opening is Presence.EXCUSED else []


def _moved(move: Movement) -> Message:
    if move.at is None:
        return Message("came later") if move.arrives else Message("left")
    at = f"{move.at:%H:%M}"
    return Message("{at} came", at=at) if move.arrives else Message("{at} left", at=at)
