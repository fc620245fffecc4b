"""Does the base that was frozen with a vote still match who was there and who took part by the entries of now?

A later entry never changes a recorded vote (R-40). Where the two contradict each other, the outcome rests on people who
were not there, or leaves some out (CN-7.3, CN-7.4): it is told at the vote, and the minutes are not sealed with it.
Somebody who came or left in the same matter after the vote contradicts nothing, but it is told as well.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import presence
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.vote_records import Movement, RoundMember, VoteRound
from ayil_desktop.refused import Refused


@dataclass(frozen=True)
class Difference:
    """Whom one vote counted otherwise than the entries of now; names in the order of the list."""

    gone: tuple[str, ...] = ()
    """Counted as present, but not there by the attendance."""
    uncounted: tuple[str, ...] = ()
    """There by the attendance, but not counted as present."""
    recused: tuple[str, ...] = ()
    """Took part in the vote, but recorded as taking no part in the matter."""
    not_recused: tuple[str, ...] = ()
    """Counted as taking no part, which is recorded no more."""
    left_after: tuple[str, ...] = ()
    came_after: tuple[str, ...] = ()

    @property
    def is_contradiction(self) -> bool:
        """Whether the vote and the entries cannot both be right."""
        return bool(self.gone or self.uncounted or self.recused or self.not_recused)


def here_at(found: Day, meeting: Meeting, item: AgendaItem, one: VoteRound) -> frozenset[str]:
    """Who was there for a vote by the entries of now, but for who came or left in the same matter after it (R-40)."""
    return _here(found, meeting, item, but=_later(meeting, item, one))


def _later(meeting: Meeting, item: AgendaItem, one: VoteRound) -> list[Movement]:
    return [move for move in meeting.movements if move.item_id == item.id and move.created_at > one.created_at]


def difference(found: Day, meeting: Meeting, item: AgendaItem, one: VoteRound) -> Difference:
    """Of the members whom both know; who sits on another roster by now is told by `corrected_roster`."""
    if not meeting.attendance_recorded:
        return Difference()
    now = _here(found, meeting, item)
    then = here_at(found, meeting, item, one) if _later(meeting, item, one) else now
    apart = presence.recused(item.recusals)
    seats = {seat.person_id for seat in found.seats}
    known = [voter for voter in one.voters if voter.person_id in seats]
    both = [voter for voter in known if voter.present and voter.person_id in then]
    return Difference(
        gone=_names(voter for voter in known if voter.present and voter.person_id not in then),
        uncounted=_names(voter for voter in known if not voter.present and voter.person_id in then),
        recused=_names(voter for voter in both if not voter.recused and voter.person_id in apart),
        not_recused=_names(voter for voter in both if voter.recused and voter.person_id not in apart),
        left_after=_names(voter for voter in known if voter.person_id in then - now),
        came_after=_names(voter for voter in known if voter.person_id in now - then),
    )


def _here(found: Day, meeting: Meeting, item: AgendaItem, but: Collection[Movement] = ()) -> frozenset[str]:
    return presence.at_item(
        item,
        items=meeting.items,
        opening=presence.at_opening(meeting.attendance, found.seats),
        movements=[move for move in meeting.movements if move not in but],
        entitled=found.seats,
    )


def _names(voters: Iterable[RoundMember]) -> tuple[str, ...]:
    return tuple(voter.name for voter in voters)


def contradicted(found: Day, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The matters with a vote that contradicts the entries of now."""
    return tuple(
        item
        for item in meeting.items
        if any(difference(found, meeting, item, one).is_contradiction for one in item.rounds)
    )


def words(matters: Collection[AgendaItem]) -> Message:
    """Which matters these are and what can be done."""
    return Message(
        "The votes on matters {numbers} do not match who was there: correct the vote or the attendance",
        numbers=", ".join(str(item.place) for item in matters),
    )


def check(found: Day, meeting: Meeting) -> None:
    """Refused while a vote rests on other people than the attendance and the recusals tell (CN-7.3, CN-7.4)."""
    if matters := contradicted(found, meeting):
        raise Refused(words(matters), field="decisions", clause=found.charter.clause("majority"))
