"""In which seats does the whole office find what is looked for?"""

from collections.abc import Sequence

from ayil_desktop.commission import records
from ayil_desktop.commission.records import Membership
from ayil_desktop.language import kyrgyz
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading


def seat(store: Store, membership_id: str) -> Membership | None:
    """The seat with that id, in whatever body; None if it is gone."""
    with reading(store) as session:
        return next((seat for seat in records.every_membership(session) if seat.id == membership_id), None)


def seats(store: Store, text: str) -> Sequence[Membership]:
    """Seats in any body whose person, position, village or telephone holds every word, in whatever spelling."""
    words = kyrgyz.fold(text).split()
    with reading(store) as session:
        found = records.every_membership(session) if words else ()
    return [seat for seat in found if all(word in _searched(seat) for word in words)]


def _searched(seat: Membership) -> str:
    person = seat.person
    return kyrgyz.fold(" ".join((person.name, seat.position_ky, seat.position_ru, person.village, person.phone)))
