"""Who was in the room when a matter was voted on?"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from ayil_desktop.commission.records import Membership
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import Presence
from ayil_desktop.meetings.vote_records import Attendance, Movement, Recusal
from ayil_desktop.refused import Refused


@dataclass(frozen=True)
class Seat:
    """One entitled member of a meeting, as the composition of its day has it."""

    person_id: str
    name: str
    role: str
    place: int


def seats(composition: Sequence[Membership]) -> tuple[Seat, ...]:
    """The entitled members of a day in the order of the list; whoever holds two roles has one vote (CN-5.7.5)."""
    found: dict[str, Seat] = {}
    for number, membership in enumerate(composition, 1):
        if membership.person_id not in found or membership.role != "member":
            found[membership.person_id] = Seat(
                membership.person_id, membership.person.name, str(membership.role), number
            )
    return tuple(sorted(found.values(), key=lambda seat: seat.place))


def at_opening(attendance: Sequence[Attendance], entitled: Sequence[Seat]) -> frozenset[str]:
    """Who of the entitled members was there when the meeting began; ids of persons."""
    entitled_ids = {seat.person_id for seat in entitled}
    return frozenset(
        row.person_id for row in attendance if row.presence is Presence.PRESENT and row.person_id in entitled_ids
    )


def at_item(
    item: AgendaItem,
    *,
    items: Sequence[AgendaItem],
    opening: Set[str],
    movements: Sequence[Movement],
    entitled: Sequence[Seat],
) -> frozenset[str]:
    """Who of the entitled members was there for a matter: the opening, then who came and left before it (R-40)."""
    places = {one.id: one.place for one in items}
    present = set(opening)
    earlier = [move for move in movements if places.get(move.item_id, item.place + 1) <= item.place]
    for move in sorted(earlier, key=lambda move: (places[move.item_id], move.created_at)):
        (present.add if move.arrives else present.discard)(move.person_id)
    return frozenset(present & {seat.person_id for seat in entitled})


def from_matter(move: Movement, *, before: Sequence[AgendaItem], after: Sequence[AgendaItem]) -> AgendaItem:
    """From which matter a coming or leaving counts once the agenda is in another order or shorter (R-40).

    Everybody was there for the same matters as before: what came before the moment stays before it. Refused where the
    new order would turn that round.
    """
    place = next(number for number, one in enumerate(before) if one.id == move.item_id)
    earlier = {one.id for one in before[:place]}
    later = [one for one in after if one.id not in earlier]
    if not later or any(one.id in earlier for one in after[after.index(later[0]) :]):
        raise Refused(
            Message(
                "Somebody came or left before matter {number}; what was taken up before that stays before it. "
                "Correct that entry first.",
                number=before[place].place,
            ),
            field="agenda",
        )
    return later[0]


def recused(recusals: Sequence[Recusal]) -> frozenset[str]:
    """Who takes no part in a matter; ids of persons."""
    return frozenset(row.person_id for row in recusals)
