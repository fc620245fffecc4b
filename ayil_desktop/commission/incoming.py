"""What in an exported file can no commission hold: seats that end before they begin, two seats of one person?"""

from ayil_desktop.commission import rules
from ayil_desktop.commission.records import Membership
from ayil_desktop.office.records import Person
from ayil_desktop.transfer.incoming import Incoming, grouped


def check(incoming: Incoming) -> None:
    """Refused at the place of the first fault."""
    people = incoming.by_id(Person)
    for seats in grouped(incoming.all(Membership), "body_id").values():
        for number, seat in enumerate(seats):
            seat.person = people[seat.person_id]
            with incoming.at(seat):
                rules.seat_dates(seat.starts, seat.ends)
                rules.no_overlap(seats[:number], person_id=seat.person_id, starts=seat.starts, ends=seat.ends)
