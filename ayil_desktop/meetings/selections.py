"""Which meetings does the office keep, with all that a screen or a page shows of them?"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, extract, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload, load_only, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from ayil_desktop.commission.records import Body, BodyName, Membership
from ayil_desktop.meetings.records import (
    AgendaItem,
    Attendance,
    Candidate,
    CompositionOrder,
    Decision,
    DecisionPart,
    DecisionParty,
    Delivery,
    DissentingOpinion,
    DueKind,
    FollowUp,
    FollowUpState,
    Invited,
    ItemAttachment,
    ItemState,
    Meeting,
    MeetingScan,
    Movement,
    Proposal,
    Recusal,
    RoundMember,
    Seal,
    Speech,
    State,
    VoteRound,
    WrittenOpinion,
)
from ayil_desktop.office.records import Charter


def _items() -> tuple[ORMOption, ...]:
    items = selectinload(Meeting.items)
    return (
        items.joinedload(AgendaItem.preparer),
        items.selectinload(AgendaItem.rounds).selectinload(VoteRound.voters),
        items.selectinload(AgendaItem.decisions).selectinload(Decision.parts),
        items.selectinload(AgendaItem.decisions).selectinload(Decision.parties).joinedload(DecisionParty.person),
        items.selectinload(AgendaItem.decisions).selectinload(Decision.follow_ups),
        items.selectinload(AgendaItem.speeches).joinedload(Speech.person),
        items.selectinload(AgendaItem.recusals).joinedload(Recusal.person),
        items.selectinload(AgendaItem.written_opinions).joinedload(WrittenOpinion.person),
        items.selectinload(AgendaItem.written_opinions).joinedload(WrittenOpinion.attachment),
        items.selectinload(AgendaItem.attachments).joinedload(ItemAttachment.attachment),
        items.selectinload(AgendaItem.candidates).joinedload(Candidate.person),
    )


def _whole() -> tuple[ORMOption, ...]:
    return (
        *_items(),
        joinedload(Meeting.body).selectinload(Body.names).joinedload(BodyName.order),
        joinedload(Meeting.body).joinedload(Body.charter).selectinload(Charter.versions),
        joinedload(Meeting.presiding),
        joinedload(Meeting.secretary),
        joinedload(Meeting.refers_to),
        selectinload(Meeting.attendance).joinedload(Attendance.person),
        selectinload(Meeting.movements).joinedload(Movement.person),
        selectinload(Meeting.invited).joinedload(Invited.proposed_by),
        selectinload(Meeting.deliveries).joinedload(Delivery.person),
        selectinload(Meeting.opinions).joinedload(DissentingOpinion.person),
        selectinload(Meeting.opinions).joinedload(DissentingOpinion.attachment),
        selectinload(Meeting.opinions).joinedload(DissentingOpinion.decision),
        selectinload(Meeting.sections),
        selectinload(Meeting.scans).joinedload(MeetingScan.attachment),
        selectinload(Meeting.notes),
        selectinload(Meeting.postings),
        joinedload(Meeting.seal),
    )


def meeting(session: Session, meeting_id: str) -> Meeting:
    """One meeting with everything that belongs to it; NoResultFound if it is gone."""
    return session.scalars(select(Meeting).options(*_whole()).where(Meeting.id == meeting_id)).unique().one()


def meeting_of_decision(session: Session, decision_id: str) -> str | None:
    """The meeting that took a decision; None where there is no such decision."""
    return session.scalar(select(Decision.meeting_id).where(Decision.id == decision_id))


def meeting_if_there(session: Session, meeting_id: str) -> Meeting | None:
    """One meeting with everything that belongs to it; None if it is gone."""
    return session.scalars(select(Meeting).options(*_whole()).where(Meeting.id == meeting_id)).unique().one_or_none()


def sitting(session: Session, meeting_id: str) -> Meeting:
    """One meeting with what a tick or a vote needs: matters, rounds, decisions, recusals, who was there.

    A third of the statements of `meeting`: this is read between two votes while people wait.
    """
    items = selectinload(Meeting.items)
    loading = (
        items.selectinload(AgendaItem.rounds),
        items.selectinload(AgendaItem.decisions),
        items.selectinload(AgendaItem.recusals),
        selectinload(Meeting.attendance),
        selectinload(Meeting.movements),
        joinedload(Meeting.presiding),
    )
    return session.scalars(select(Meeting).options(*loading).where(Meeting.id == meeting_id)).one()


def voters(session: Session, round_id: str) -> Sequence[RoundMember]:
    """The entitled members of a round, in the order of the list."""
    query = select(RoundMember).where(RoundMember.round_id == round_id)
    return session.scalars(query.order_by(RoundMember.place)).all()


def meetings_list(session: Session, body_id: str | None = None) -> Sequence[Meeting]:
    """Meetings as the list shows them, newest first: their own columns and nothing that hangs on them."""
    query = select(Meeting).order_by(Meeting.date.desc(), Meeting.created_at.desc())
    return session.scalars(query if body_id is None else query.where(Meeting.body_id == body_id)).all()


def whole_meetings(session: Session, body_id: str | None = None) -> Sequence[Meeting]:
    """Every meeting with everything, oldest first: for export, check and reports, not for a screen."""
    query = select(Meeting).options(*_whole()).order_by(Meeting.date, Meeting.created_at)
    return session.scalars(query if body_id is None else query.where(Meeting.body_id == body_id)).unique().all()


def meetings_with_tasks(session: Session, body_id: str | None = None) -> Sequence[Meeting]:
    """Meetings with matters, decisions and follow-up, oldest first: for the list of decisions and the next agenda."""
    items = selectinload(Meeting.items)
    query = (
        select(Meeting)
        .options(
            items.selectinload(AgendaItem.decisions).selectinload(Decision.parts),
            items.selectinload(AgendaItem.decisions).selectinload(Decision.parties),
            items.selectinload(AgendaItem.decisions).selectinload(Decision.follow_ups),
        )
        .order_by(Meeting.date, Meeting.created_at)
    )
    return session.scalars(query if body_id is None else query.where(Meeting.body_id == body_id)).all()


def proposals(session: Session, body_id: str) -> Sequence[Proposal]:
    """What members proposed for agendas, oldest first, with who did."""
    query = select(Proposal).options(joinedload(Proposal.person)).where(Proposal.body_id == body_id)
    return session.scalars(query.order_by(Proposal.on, Proposal.created_at)).all()


def taken_numbers(session: Session, body_id: str, year: int) -> Sequence[int]:
    """The numbers of a body's meetings of a calendar year that are already drawn."""
    query = select(Meeting.number).where(
        Meeting.body_id == body_id, extract("year", Meeting.date) == year, Meeting.number.is_not(None)
    )
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
        .options(joinedload(CompositionOrder.round))
        .where(Meeting.body_id == body_id, CompositionOrder.order_id.is_(None))
    )
    return session.scalars(query.order_by(CompositionOrder.created_at)).all()


def meetings_on(session: Session, body_id: str, day: datetime.date) -> Sequence[Meeting]:
    """The meetings of a body on one day that are not cancelled."""
    query = select(Meeting).where(Meeting.body_id == body_id, Meeting.date == day, Meeting.state != State.CANCELLED)
    return session.scalars(query).all()


def first_seat_on(session: Session, body_id: str) -> datetime.date | None:
    """The day on which a body began to sit; None where no member is recorded."""
    return session.scalar(select(func.min(Membership.starts)).where(Membership.body_id == body_id))


def referring_to(session: Session, meeting_id: str) -> Sequence[Meeting]:
    """Later meetings whose reason speaks of this one."""
    return session.scalars(select(Meeting).where(Meeting.refers_to_id == meeting_id)).all()


def continuing(session: Session, item_ids: Collection[str]) -> Sequence[AgendaItem]:
    """Matters that take up one of these again."""
    return session.scalars(select(AgendaItem).where(AgendaItem.continues_item_id.in_(item_ids))).all()


def left_over_items(session: Session, body_id: str) -> Sequence[AgendaItem]:
    """Postponed matters of a body that no later agenda has taken up, with their meeting, oldest first (NC-3.6)."""
    later = aliased(AgendaItem)
    query = (
        select(AgendaItem)
        .join(AgendaItem.meeting)
        .options(joinedload(AgendaItem.meeting))
        .where(Meeting.body_id == body_id, AgendaItem.state == ItemState.POSTPONED)
        .where(~exists().where(later.continues_item_id == AgendaItem.id))
    )
    return session.scalars(query.order_by(Meeting.date, AgendaItem.place)).all()


def open_decisions(session: Session, body_id: str, before: datetime.date) -> Sequence[Decision]:
    """Decisions of a body's meetings before a day with a term and without an end, on no later agenda (R-46).

    With what `decisions.tasks_of` needs: meeting, matter and its decisions, parts and follow-up. Those whose term is
    not over yet are among them.
    """
    later = aliased(AgendaItem)
    dated = or_(
        Decision.due_kind != DueKind.NONE,
        exists().where(DecisionPart.decision_id == Decision.id, DecisionPart.due_kind != DueKind.NONE),
    )
    query = (
        select(Decision)
        .join(Decision.meeting)
        .options(*_task(), joinedload(Decision.meeting))
        .where(Meeting.body_id == body_id, Meeting.date < before, dated, ~_is_ended())
        .where(~exists().where(later.continues_decision_id == Decision.id))
    )
    return session.scalars(query.order_by(Meeting.date, Decision.place)).unique().all()


def decisions_of(session: Session, body_id: str) -> Sequence[Decision]:
    """Every decision of a body with what the list over all meetings shows of it, the newest meeting first."""
    query = (
        select(Decision)
        .join(Decision.meeting)
        .outerjoin(AgendaItem, Decision.item_id == AgendaItem.id)
        .options(*_task(), selectinload(Decision.parties), joinedload(Decision.meeting))
        .where(Meeting.body_id == body_id)
    )
    newest = query.order_by(Meeting.date.desc(), Meeting.created_at.desc(), AgendaItem.place, Decision.place)
    return session.scalars(newest).unique().all()


def decision(session: Session, decision_id: str) -> Decision:
    """One decision with its meeting, matter, parts, parties and follow-up; NoResultFound if it is gone."""
    query = (
        select(Decision)
        .options(*_task(), selectinload(Decision.parties), joinedload(Decision.meeting))
        .where(Decision.id == decision_id)
    )
    return session.scalars(query).unique().one()


def _task() -> tuple[ORMOption, ...]:
    """A decision's number needs its matter and the other decisions on it; its standing its parts and follow-up."""
    matter = joinedload(Decision.item).load_only(AgendaItem.place, AgendaItem.text_ky, AgendaItem.text_ru)
    siblings = load_only(Decision.place, Decision.item_id)
    return (
        matter.selectinload(AgendaItem.decisions).options(siblings),
        selectinload(Decision.parts),
        selectinload(Decision.follow_ups),
    )


def _is_ended() -> ColumnElement[bool]:
    """Done or given up as a whole, whatever was entered later is judged by the rule; parts are judged there too."""
    ended = (FollowUpState.DONE, FollowUpState.CANCELLED)
    whole = and_(FollowUp.decision_id == Decision.id, FollowUp.part_id.is_(None), FollowUp.state.in_(ended))
    reopened = and_(
        FollowUp.decision_id == Decision.id, FollowUp.part_id.is_(None), FollowUp.state == FollowUpState.IN_PROGRESS
    )
    has_parts = exists().where(DecisionPart.decision_id == Decision.id)
    return and_(exists().where(whole), ~exists().where(reopened), ~has_parts)


@dataclass(frozen=True)
class Words:
    """One text of a meeting that the search looks through."""

    id: str
    meeting_id: str
    body_id: str
    date: datetime.date
    number: int | None
    text_ky: str
    text_ru: str


def matter_words(session: Session) -> Sequence[Words]:
    """The matters of all agendas as they are searched, newest meeting first."""
    query = (
        select(AgendaItem.id, Meeting.id, Meeting.body_id, Meeting.date, Meeting.number)
        .add_columns(AgendaItem.text_ky, AgendaItem.text_ru)
        .join(AgendaItem.meeting)
    )
    return [Words(*row) for row in session.execute(query.order_by(Meeting.date.desc(), AgendaItem.place))]


def decision_words(session: Session) -> Sequence[Words]:
    """The decisions of all meetings as they are searched, newest meeting first."""
    query = (
        select(Decision.id, Meeting.id, Meeting.body_id, Meeting.date, Meeting.number)
        .add_columns(Decision.text_ky, Decision.text_ru)
        .join(Decision.meeting)
    )
    return [Words(*row) for row in session.execute(query.order_by(Meeting.date.desc(), Decision.place))]


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
