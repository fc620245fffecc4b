"""What does the screen show of a body on a day? Everything is read at once, in one short reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ayil_desktop.commission import composition, first_read, rules
from ayil_desktop.commission.composition import Composition, Seat
from ayil_desktop.office import first_read as office_first
from ayil_desktop.office.charters import NO_CHARTER, Charter, Group
from ayil_desktop.office.rules import InForce
from ayil_desktop.office.settings import Settings
from ayil_desktop.store import plain
from ayil_desktop.store.open_store import Store

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Body, Membership
    from ayil_desktop.office.records import Office


@dataclass(frozen=True)
class Shown:
    """One body on one day, with what its papers need; `body` None in an office without bodies."""

    day: date
    office: Office | None
    settings: Settings
    bodies: Sequence[Body]
    body: Body | None
    memberships: Sequence[Membership]

    @cached_property
    def seated(self) -> Sequence[Membership]:
        """Who sits on that day."""
        return rules.sitting(self.memberships, self.day)

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """The same as the composition check sees them."""
        return composition.seats(self.seated)

    @cached_property
    def held(self) -> InForce | None:
        """The charter of that day."""
        return rules.charter_on(self.body, self.day) if self.body else None

    @cached_property
    def charter(self) -> Charter:
        """Its numbers; of a body without a charter nothing is regulated."""
        held = self.held
        return held.charter if held else NO_CHARTER

    @cached_property
    def groups(self) -> Sequence[Group]:
        """The groups that the charter wants represented."""
        return self.charter.groups

    @cached_property
    def found(self) -> Composition | None:
        """The composition check, None where there is no body."""
        if self.body is None:
            return None
        return composition.examined(self.charter, self.seats, self.day, no_minority=self.body.no_minority)


def read(store: Store, body_id: str, day: date) -> Shown:
    """The body with that id, or the first one if it is gone."""
    with plain.reading(store) as reading:
        bodies = reading.all(first_read.BODIES)
        body = next((body for body in bodies if body.id == body_id), bodies[0] if bodies else None)
        return Shown(
            day=day,
            office=office_first.office(reading),
            settings=office_first.choices(reading),
            bodies=bodies,
            body=body,
            memberships=reading.all(first_read.MEMBERSHIPS, body.id) if body else (),
        )
