"""What does the head's order do to a composition that a meeting voted to change?"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy.orm import Session

from ayil_desktop.commission import actions as commission_actions
from ayil_desktop.commission import records as commission
from ayil_desktop.commission.actions import Act
from ayil_desktop.commission.rules import Appointee, MemberEntry
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import composition_changes, fact_days, selections
from ayil_desktop.meetings.composition_changes import Pending
from ayil_desktop.meetings.decision_records import CompositionOrder
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import now
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work


class Post(NamedTuple):
    """Who a new member is, in both languages."""

    ky: str
    ru: str


def hand_over(store: Store, *, body_id: str, on: datetime.date, meeting_id: str = "") -> Done:
    """The minutes went to the ayil okmotu on that day, for the head's order (CN-6.5): of one meeting, or of all."""
    with work(store, Message("Record the hand-over of the minutes")) as session:
        waiting = _waiting(session, body_id, meeting_id)
        changes = _pending(session, body_id, waiting)
        composition_changes.check_decided(changes)
        for one in changes:
            fact_days.check(on, fact_days.FOLLOWING, meeting=one.meeting.date, today=now().date(), field="on")
        for row in waiting:
            row.handed_over_on = on
        return done(session, body_id)


def enter_head_order(
    store: Store,
    *,
    body_id: str,
    act: Act,
    today: datetime.date,
    meeting_id: str = "",
    entries: Mapping[str, MemberEntry] | None = None,
    posts: Mapping[str, Post] | None = None,
) -> Done:
    """The head's order is there: from its date on the new composition counts, in one step (R-16, CN-6.5).

    It carries out what one meeting voted, or everything that waits.

    `entries` gives, by the pending change's id, what is known of those who join besides what the list knew; `posts`
    the posts as the signed order names them, otherwise they are those of its draft.
    """
    with work(store, Message("Enter the head's order No. {number}", number=act.number)) as session:
        waiting = _waiting(session, body_id, meeting_id)
        changes = _pending(session, body_id, waiting)
        if not changes:
            raise Refused(Message("No change of the composition waits for an order."), clause="CN-6.5")
        composition_changes.check_decided(changes)
        latest = max(one.meeting.date for one in changes)
        if act.date < latest:
            raise Refused(
                Message("The change was voted on {date}; its order cannot be earlier.", date=latest),
                field="order_date",
                clause="CN-6.5",
            )
        seats = commission.memberships(session, body_id)
        ending = composition_changes.seats_that_end(changes, seats, act.date)
        order = commission_actions.carry_out(
            session,
            body_id=body_id,
            act=act,
            today=today,
            ending=ending,
            joining=_joining(changes, seats, entries or {}, posts or {}),
        )
        _close(waiting, order.id)
        return done(session, order.id)


def _waiting(session: Session, body_id: str, meeting_id: str) -> list[CompositionOrder]:
    every = selections.open_composition_orders(session, body_id)
    return [row for row in every if meeting_id in ("", row.meeting_id)]


def _pending(session: Session, body_id: str, waiting: Sequence[CompositionOrder]) -> tuple[Pending, ...]:
    return composition_changes.pending(waiting, selections.meetings_list(session, body_id))


def _known(one: Pending, drafted: Appointee) -> MemberEntry:
    """What the list of the meeting knew of who joins, with the post of the draft order."""
    entry = MemberEntry(name=one.name, position_ky=drafted.position_ky, position_ru=drafted.position_ru)
    row = one.listed
    if row is None:
        return entry
    return replace(entry, category=row.category, sex=row.sex, minority=row.minority, disability=row.disability)


def _joining(
    changes: Sequence[Pending],
    seats: Sequence[commission.Membership],
    entries: Mapping[str, MemberEntry],
    posts: Mapping[str, Post],
) -> list[MemberEntry]:
    drafted = composition_changes.joining(changes, seats)
    found = []
    for one in changes:
        if one.order_id in drafted:
            entry = entries.get(one.order_id) or _known(one, drafted[one.order_id])
            post = posts.get(one.order_id, Post(entry.position_ky, entry.position_ru))
            found.append(
                replace(
                    entry,
                    name=entry.name or one.name,
                    person_id=one.person_id or "",
                    role=one.role,
                    position_ky=post.ky,
                    position_ru=post.ru,
                )
            )
    return found


def _close(waiting: Sequence[CompositionOrder], order_id: str) -> None:
    for row in waiting:
        row.order_id = order_id
