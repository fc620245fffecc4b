"""Which meetings does the office keep, with all that a screen or a page shows of them?"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, extract, func, or_, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session, joinedload, selectinload

from ayil_desktop.commission.records import Membership
from ayil_desktop.meetings import whole_meeting
from ayil_desktop.meetings.agenda_records import AgendaItem, ItemAttachment, Proposal
from ayil_desktop.meetings.choices import NOT_BEGUN, DecisionKind, State
from ayil_desktop.meetings.decision_records import CompositionOrder, Decision, DecisionParty
from ayil_desktop.meetings.minutes_records import Seal
from ayil_desktop.meetings.records import Delivery, Invited, Meeting
from ayil_desktop.meetings.vote_records import RoundMember, VoteRound
from ayil_desktop.office import records as office
from ayil_desktop.office import settings

_NEWEST_FIRST = (Meeting.date.desc(), Meeting.created_at.desc())


def meeting(session: Session, meeting_id: str) -> Meeting:
    """One meeting with everything that belongs to it; NoResultFound if it is gone."""
    found = meeting_if_there(session, meeting_id)
    if found is None:
        raise NoResultFound(f"no meeting {meeting_id}")
    return found


def meeting_of_decision(session: Session, decision_id: str) -> str | None:
    """The meeting that took a decision; None where there is no such decision."""
    return session.scalar(select(Decision.meeting_id).where(Decision.id == decision_id))


def meeting_if_there(session: Session, meeting_id: str) -> Meeting | None:
    """One meeting with everything that belongs to it; None if it is gone."""
    found = session.scalars(select(Meeting).where(Meeting.id == meeting_id)).one_or_none()
    if found is not None:
        whole_meeting.fill(session, [found])
    return found


def meeting_as_it_stands(session: Session, meeting_id: str) -> Meeting | None:
    """One meeting with what its state makes matter: what has not begun has no votes, and is read in half the time."""
    state = session.scalar(select(Meeting.state).where(Meeting.id == meeting_id))
    if state not in NOT_BEGUN:
        return meeting_if_there(session, meeting_id)
    items = selectinload(Meeting.items)
    loading = (
        items.joinedload(AgendaItem.preparer),
        items.selectinload(AgendaItem.attachments).joinedload(ItemAttachment.attachment),
        selectinload(Meeting.invited).joinedload(Invited.proposed_by),
        selectinload(Meeting.deliveries),
    )
    return session.scalars(select(Meeting).options(*loading).where(Meeting.id == meeting_id)).one()


def sitting(session: Session, meeting_id: str) -> Meeting:
    """One meeting with what a tick or a vote needs: matters, rounds, decisions, recusals, who was there.

    A third of the statements of `meeting`: this is read between two votes while people wait.
    """
    items = selectinload(Meeting.items)
    loading = (
        items.selectinload(AgendaItem.rounds),
        items.selectinload(AgendaItem.candidates),
        items.selectinload(AgendaItem.decisions),
        items.selectinload(AgendaItem.recusals),
        selectinload(Meeting.attendance),
        selectinload(Meeting.movements),
        joinedload(Meeting.presiding),
    )
    return session.scalars(select(Meeting).options(*loading).where(Meeting.id == meeting_id)).one()


def told_of_another(session: Session, body_id: str) -> Sequence[Meeting]:
    """The meetings still to begin of which some notice told another day, time or place, with what was sent."""
    otherwise = (
        Delivery.told_date != Meeting.date,
        Delivery.told_time.is_distinct_from(Meeting.time),
        Delivery.told_place != Meeting.place,
    )
    query = (
        select(Meeting)
        .options(selectinload(Meeting.deliveries))
        .where(Meeting.body_id == body_id, Meeting.state == State.NOTIFIED)
        .where(Meeting.deliveries.any(and_(Delivery.told_date.is_not(None), or_(*otherwise))))
    )
    return session.scalars(query.order_by(Meeting.date)).all()


def known_place(session: Session, place: str) -> str:
    """How the latest meeting at a place calls it in Russian; empty where none does."""
    query = select(Meeting.place_ru).where(Meeting.place == place, Meeting.place_ru != "")
    return session.scalar(query.order_by(Meeting.date.desc()).limit(1)) or ""


def known_party(session: Session, name: str) -> str:
    """How a party to a decision was called in Russian before; empty where none of that name was."""
    query = select(DecisionParty.name_ru).where(DecisionParty.name == name, DecisionParty.name_ru != "")
    return session.scalar(query.order_by(DecisionParty.created_at.desc()).limit(1)) or ""


def voters(session: Session, round_id: str) -> Sequence[RoundMember]:
    """The entitled members of a round, in the order of the list."""
    query = select(RoundMember).where(RoundMember.round_id == round_id)
    return session.scalars(query.order_by(RoundMember.place)).all()


def meetings_list(session: Session, body_id: str | None = None) -> Sequence[Meeting]:
    """Meetings as the list shows them, newest first: their own columns and nothing that hangs on them."""
    query = select(Meeting).order_by(*_NEWEST_FIRST)
    return session.scalars(query if body_id is None else query.where(Meeting.body_id == body_id)).all()


def stamps(session: Session, body_id: str) -> Sequence[tuple[str, datetime.datetime]]:
    """The meetings of a body by their ids, newest first, each with when it was last changed."""
    query = select(Meeting.id, Meeting.changed_at).where(Meeting.body_id == body_id)
    return [(row.id, row.changed_at) for row in session.execute(query.order_by(*_NEWEST_FIRST))]


def meetings_alone(session: Session, ids: Collection[str]) -> Sequence[Meeting]:
    """These meetings, in any order: their own columns and nothing that hangs on them."""
    return session.scalars(select(Meeting).where(Meeting.id.in_(ids))).all() if ids else ()


def whole_meetings(session: Session, body_id: str | None = None) -> Sequence[Meeting]:
    """Every meeting with everything, oldest first: for export, check and reports, not for a screen."""
    query = select(Meeting).order_by(Meeting.date, Meeting.created_at)
    found = session.scalars(query if body_id is None else query.where(Meeting.body_id == body_id)).all()
    whole_meeting.fill(session, found)
    return found


def proposals(session: Session, body_id: str) -> Sequence[Proposal]:
    """What members proposed for agendas, oldest first, with who did."""
    query = select(Proposal).options(joinedload(Proposal.person)).where(Proposal.body_id == body_id)
    return session.scalars(query.order_by(Proposal.on, Proposal.created_at)).all()


def taken_numbers(session: Session, meeting: Meeting) -> Sequence[int]:
    """The numbers that other meetings have drawn of the series from which this one gets its own: that of its body and
    calendar year, and of its kind where the office counts the kinds apart."""
    year = extract("year", Meeting.date) == meeting.date.year
    query = select(Meeting.number).where(Meeting.body_id == meeting.body_id, year, Meeting.id != meeting.id)
    if settings.read(office.settings(session)).number_series == "by_kind":
        query = query.where(Meeting.kind == meeting.kind)
    return [number for number in session.scalars(query) if number is not None]


def last_seal(session: Session, body_id: str) -> Seal | None:
    """The newest link of a body's chain of minutes."""
    return session.scalars(select(Seal).where(Seal.body_id == body_id).order_by(Seal.link.desc()).limit(1)).first()


def seals(session: Session, body_id: str) -> Sequence[Seal]:
    """A body's chain of minutes, oldest first."""
    return session.scalars(select(Seal).where(Seal.body_id == body_id).order_by(Seal.link)).all()


def open_composition_orders(session: Session, body_id: str) -> Sequence[CompositionOrder]:
    """Voted changes of a body's composition that no order of the head has carried out yet (CN-6.5)."""
    query = (
        select(CompositionOrder)
        .join(Meeting, CompositionOrder.meeting_id == Meeting.id)
        .options(joinedload(CompositionOrder.round).joinedload(VoteRound.item).selectinload(AgendaItem.candidates))
        .where(Meeting.body_id == body_id, CompositionOrder.order_id.is_(None))
    )
    return session.scalars(query.order_by(CompositionOrder.created_at)).all()


def orders_on_votes_of(session: Session, body_id: str, day: datetime.date) -> frozenset[str]:
    """The ids of the head's orders that carry out what the body voted on a day, whenever they were given."""
    query = (
        select(CompositionOrder.order_id)
        .join(Meeting, CompositionOrder.meeting_id == Meeting.id)
        .where(Meeting.body_id == body_id, Meeting.date == day, CompositionOrder.order_id.is_not(None))
    )
    return frozenset(order for order in session.scalars(query) if order is not None)


def first_seat_on(session: Session, body_id: str) -> datetime.date | None:
    """The day on which a body began to sit; None where no member is recorded."""
    return session.scalar(select(func.min(Membership.starts)).where(Membership.body_id == body_id))


def referring_to(session: Session, meeting_id: str) -> Sequence[Meeting]:
    """Later meetings whose reason speaks of this one."""
    return session.scalars(select(Meeting).where(Meeting.refers_to_id == meeting_id)).all()


def continuing(session: Session, item_ids: Collection[str]) -> Sequence[AgendaItem]:
    """Matters that take up one of these again."""
    return session.scalars(select(AgendaItem).where(AgendaItem.continues_item_id.in_(item_ids))).all()


def decided_words(
    session: Session, body_id: str, kind: DecisionKind, language: str, *, but_decision: str | None, most: int
) -> Sequence[str]:
    """How the body worded its decisions of a kind, each wording once, the latest first."""
    words = Decision.text_ru if language == "ru" else Decision.text_ky
    query = (
        select(words)
        .join(Meeting, Decision.meeting_id == Meeting.id)
        .where(Meeting.body_id == body_id, Decision.kind == kind, words != "", Decision.id != (but_decision or ""))
        .group_by(words)
        .order_by(func.max(Meeting.date).desc(), func.max(Decision.created_at).desc())
    )
    return session.scalars(query.limit(most)).all()


def decision(session: Session, decision_id: str) -> Decision:
    """One decision with its meeting, parties and follow-up; NoResultFound if it is gone."""
    loading = (selectinload(Decision.parties), selectinload(Decision.follow_ups), joinedload(Decision.meeting))
    return session.scalars(select(Decision).options(*loading).where(Decision.id == decision_id)).one()


@dataclass(frozen=True)
class Whereabouts:
    """Where a record of this subject is shown: its body, its meeting, and what it is."""

    record: Meeting | AgendaItem | Decision | Proposal
    body_id: str
    meeting_id: str | None


def where_is(session: Session, record_id: str) -> Whereabouts | None:
    """The place of a meeting, matter, decision or proposal; None where there is none with this id."""
    meeting = session.get(Meeting, record_id)
    if meeting is not None:
        return Whereabouts(meeting, meeting.body_id, meeting.id)
    proposal = session.get(Proposal, record_id)
    if proposal is not None:
        return Whereabouts(proposal, proposal.body_id, None)
    part = session.get(AgendaItem, record_id) or session.get(Decision, record_id)
    if part is None:
        return None
    return Whereabouts(part, session.get_one(Meeting, part.meeting_id).body_id, part.meeting_id)
