"""In which seats does the whole office find what is looked for?"""

from collections.abc import Iterable, Sequence

from ayil_desktop.commission import records
from ayil_desktop.commission.choices import OTHER
from ayil_desktop.commission.records import Membership
from ayil_desktop.language import sought
from ayil_desktop.language.sought import Said
from ayil_desktop.office import acts, terms
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading

MOST = 20


def seat(store: Store, membership_id: str) -> Membership | None:
    """The seat with that id, in whatever body; None if it is gone."""
    with reading(store) as session:
        return next((seat for seat in records.every_membership(session) if seat.id == membership_id), None)


def seats(store: Store, text: str) -> Sequence[Membership]:
    """Seats in any body of which every word is said, in whatever spelling and language: of the person, or of the seat
    as the roster and its tips show it."""
    words = sought.words(text)
    with reading(store) as session:
        found = records.every_membership(session) if words else ()
    return [seat for seat in found if sought.holds(sought.folded(_said(seat)), words)][:MOST]


def described(seat: Membership) -> str:
    """Below the name of who was found: the role, and the position as the order wrote it."""
    return " · ".join(filter(None, (str(terms.role_title(seat.role.value)), seat.position_ky)))


def _said(seat: Membership) -> Iterable[Said]:
    person = seat.person
    yield from (person.name, seat.position_ky, seat.position_ru, person.village, person.phone, person.workplace)
    yield from (terms.role_title(seat.role.value), seat.category_words, seat.starts, seat.ends, seat.discharge_reason)
    for code in (seat.category, *(mark.category for mark in seat.marks)):
        yield terms.group_title(code) if code and code != OTHER else None
    yield from (acts.brief(order) for order in (seat.appointing_order, seat.discharging_order) if order)
