"""Whom can a field of a meeting's screen offer: members of the day, guests, people and bodies of the office?"""

from collections.abc import Sequence
from dataclasses import dataclass

from ayil_desktop.commission import records as commission
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import opened as reading_of
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.office import records as office
from ayil_desktop.office import terms
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading
from ayil_desktop.widgets.columns import Choice


@dataclass(frozen=True)
class Somebody:
    """Who was chosen: a person on record, a body, or a name as it is."""

    name: str
    person_id: str | None = None
    body_id: str | None = None


def everybody(store: Store, opened: Opened) -> list[Choice]:
    """Members first, then the bodies, the other people of the office, and the guests of this meeting."""
    with reading(store) as session:
        people, bodies = office.people(session), commission.bodies(session)
    seated = {seat.person_id for seat in opened.day.seats}
    found = members(opened)
    for body in bodies:
        name = reading_of.body_name(body, opened.today)
        found.append(Choice(Somebody(name, body_id=body.id), name, Message("body")))
    for person in people:
        if person.id not in seated:
            found.append(Choice(Somebody(person.name, person_id=person.id), person.name, person.position))
    known = {str(choice.title) for choice in found}
    guests = [guest for guest in opened.meeting.invited if guest.name not in known]
    return [*found, *(Choice(Somebody(guest.name), guest.name, guest.position) for guest in guests)]


def members(opened: Opened) -> list[Choice]:
    """Who sits on the day, with the office in the body."""
    return [
        Choice(Somebody(seat.name, person_id=seat.person_id), seat.name, terms.role_title(seat.role))
        for seat in opened.day.seats
    ]


def others(store: Store, opened: Opened) -> list[Choice]:
    """People of the office who do not sit on the day."""
    seated = {seat.person_id for seat in opened.day.seats}
    with reading(store) as session:
        people: Sequence[office.Person] = office.people(session)
    return [
        Choice(Somebody(person.name, person_id=person.id), person.name, person.position)
        for person in people
        if person.id not in seated
    ]
