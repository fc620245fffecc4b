"""Which rules, which members and which working days held on the day of a meeting?"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ayil_desktop.commission import records as commission
from ayil_desktop.commission.records import Membership
from ayil_desktop.meetings import presence, selections
from ayil_desktop.meetings.agenda_records import AgendaItem, WrittenOpinion
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import charters
from ayil_desktop.office import records as office
from ayil_desktop.office.charters import Charter
from ayil_desktop.workdays.calendar import Override, WorkCalendar


@dataclass(frozen=True)
class Day:
    """What a body's rules are given for one day."""

    date: datetime.date
    charter: Charter
    composition: Sequence[Membership]
    seats: tuple[Seat, ...]
    calendar: WorkCalendar
    recommends: bool = False
    """Whether what it decides are recommendations: the body's standing, told of meetings before its charter too
    (R-32)."""
    regulations: frozenset[str] = frozenset()
    """Whose clauses bind the body: {"CN"}; empty where its charter names none."""
    rules_from: datetime.date | None = None
    """When the body's first charter came into force, where that was after this day: nothing is judged by it yet
    (CN-8.1, R-34)."""
    own_orders: frozenset[str] = frozenset()
    """The head's orders that carry out votes of that day: they do not change who sat on it (R-16)."""
    dissolved_on: datetime.date | None = None
    """The last day of the body; None: it is permanent (CN-1.2)."""

    def cites(self, clause: str) -> str:
        """The clause where it binds the body, otherwise nothing."""
        return charters.cited(clause, self.regulations)


def of(session: Session, body_id: str, date: datetime.date, known: Day | None = None) -> Day:
    """The charter version, the composition and the calendar of a day; `known` is what was read of the body before,
    where nothing but its meetings was changed since."""
    own = selections.orders_on_votes_of(session, body_id, date)
    if known is not None and (known.date, known.own_orders) == (date, own):
        return known
    body = commission.body(session, body_id)
    composition = _sitting(session, body_id, date, own)
    versions = body.charter.versions if body.charter else ()
    since = min((version.in_force_from for version in versions), default=date)
    charter = charters.in_force(versions, date)
    standing = charter if since <= date else charters.in_force(versions, since)
    return Day(
        date=date,
        charter=charter,
        composition=composition,
        seats=presence.seats(composition),
        calendar=calendar(session),
        recommends=standing.flag("decisions_are_recommendations", default=False),
        regulations=standing.regulations,
        rules_from=since if since > date else None,
        own_orders=own,
        dissolved_on=body.dissolved_on,
    )


def composition_of(session: Session, body_id: str, date: datetime.date) -> Sequence[Membership]:
    """Who sits in a meeting of a day.

    An order of the head counts from its day on, but a meeting of that same day still sat with the old composition where
    the order carries out its own votes (R-16).
    """
    return _sitting(session, body_id, date, selections.orders_on_votes_of(session, body_id, date))


def _sitting(session: Session, body_id: str, date: datetime.date, own: Collection[str]) -> Sequence[Membership]:
    sitting = commission.composition(session, body_id, date)
    if not own:
        return sitting
    stay = {one.id for one in sitting if not (one.appointing_order_id in own and one.starts == date)}
    eve = date - datetime.timedelta(days=1)
    return [
        one
        for one in commission.memberships(session, body_id)
        if one.id in stay or (one.discharging_order_id in own and one.ends == eve)
    ]


def regulations(body: commission.Body) -> frozenset[str]:
    """Whose clauses bind a body, by whichever version of its charter."""
    versions = body.charter.versions if body.charter else ()
    return frozenset().union(*(charters.in_force(versions, one.in_force_from).regulations for one in versions))


def charter_of(body: commission.Body, date: datetime.date) -> Charter:
    """The version of a body's charter that holds on a day."""
    return charters.in_force(body.charter.versions, date) if body.charter else charters.NO_CHARTER


def calendar(session: Session) -> WorkCalendar:
    """The working days of Kyrgyzstan with the office's own changes."""
    rows = office.day_overrides(session)
    return WorkCalendar({row.day: Override(row.day, row.is_working, row.name) for row in rows})


def present_at(day: Day, meeting: Meeting, item: AgendaItem) -> frozenset[str]:
    """Who of the members was there for a matter; ids of persons."""
    return presence.at_item(
        item,
        items=meeting.items,
        opening=presence.at_opening(meeting.attendance, day.seats),
        movements=meeting.movements,
        entitled=day.seats,
    )


def written_by_absent(day: Day, meeting: Meeting, item: AgendaItem) -> tuple[WrittenOpinion, ...]:
    """The opinions in writing that count as such: who came after all speaks for himself (CN-5.7.7)."""
    if not item.written_opinions:
        return ()
    here = present_at(day, meeting, item)
    return tuple(one for one in item.written_opinions if one.person_id not in here)


def written_by_present(day: Day, meeting: Meeting) -> tuple[tuple[AgendaItem, WrittenOpinion], ...]:
    """The others with their matters: kept, but not printed while their authors are there."""
    return tuple(
        (item, one)
        for item in meeting.items
        for one in item.written_opinions
        if one not in written_by_absent(day, meeting, item)
    )
