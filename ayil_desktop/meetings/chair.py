"""Who presides over one vote?"""

from collections.abc import Sequence, Set

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import rules
from ayil_desktop.meetings.presence import Seat
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
    usual = rules.presiding(seats, voters)
    if named is None or usual is named:
        return Message("Nobody presides over this vote. Choose who presides.")
    if usual is None:
        return Message("{name} cannot preside: absent, or taking no part. Choose who presides.", name=named.name)
    return Message(
        "{name} cannot preside: absent, or taking no part. Choose {deputy} to preside.",
        name=named.name,
        deputy=usual.name,
    )
