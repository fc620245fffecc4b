"""What do the long lists read of many meetings at once? Plain values, a hundred times cheaper than whole records."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from ayil_desktop.meetings.agenda_records import AgendaItem, Proposal
from ayil_desktop.meetings.choices import (
    ASKED_FOR_UNDATED,
    HELD_STATES,
    NEVER_MET,
    DecisionKind,
    DueKind,
    FollowUpState,
    ItemState,
    PartyRole,
)
from ayil_desktop.meetings.decision_records import Decision, DecisionPart, DecisionParty, FollowUp
from ayil_desktop.meetings.records import Invited, Meeting
from ayil_desktop.office.records import Person


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision with what its number needs: the place of its matter, its own, and how many share the matter."""

    id: str
    meeting_id: str
    met_on: datetime.date
    meeting_number: int | None
    item_place: int | None
    place: int
    siblings: int
    kind: DecisionKind
    text_ky: str
    text_ru: str
    due_kind: DueKind
    due_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class PartRow:
    """One numbered part of a decision."""

    id: str
    decision_id: str
    place: int
    text_ky: str
    text_ru: str
    due_kind: DueKind
    due_on: datetime.date | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """Somebody named in a decision, or in one part of it."""

    decision_id: str
    part_id: str | None
    role: PartyRole
    name: str


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One entry on how a decision, or one part of it, is carried out."""

    decision_id: str
    part_id: str | None
    state: FollowUpState
    on: datetime.date
    created_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class DecisionRows:
    """Decisions in their order, with what hangs on them."""

    decisions: Sequence[DecisionRow]
    parts: Sequence[PartRow]
    parties: Sequence[PartyRow]
    follow_ups: Sequence[FollowUpRow]


def decisions_of(session: Session, body_id: str) -> DecisionRows:
    """Every decision of a body, the newest meeting first."""
    return _rows(session, Meeting.body_id == body_id)


def open_decisions(session: Session, body_id: str, before: datetime.date, most: int) -> DecisionRows:
    """Decisions of a body's meetings before a day that have a term or give somebody a task, no end that is sure, and
    stand on no agenda that is still to be gone through: what an earlier meeting heard and left undone comes back.

    The newest of them, at most so many. Which of them are due, the rule says.
    """
    taken = (
        select(AgendaItem.continues_decision_id)
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(AgendaItem.continues_decision_id.is_not(None))
        .where(or_(Meeting.date >= before, Meeting.state.not_in(HELD_STATES)))
    )
    with_parts = select(DecisionPart.decision_id).where(DecisionPart.due_kind != DueKind.NONE)
    asks = or_(Decision.due_kind != DueKind.NONE, Decision.id.in_(with_parts), Decision.kind.in_(ASKED_FOR_UNDATED))
    wanted = and_(
        Meeting.body_id == body_id,
        Meeting.date < before,
        asks,
        Decision.id.not_in(taken),
        or_(Decision.id.not_in(_whole(ended=True)), Decision.id.in_(_whole(ended=False)), Decision.id.in_(with_parts)),
    )
    return _rows(session, wanted, most)


def perhaps_late(session: Session, body_id: str, today: datetime.date) -> DecisionRows:
    """Decisions of a body whose term may be over: a day that is past, or a meeting; without an end that is sure.

    Which of them are late, the rule says.
    """
    with_parts = select(DecisionPart.decision_id).where(_may_be_over(DecisionPart, today))
    is_open = or_(Decision.id.not_in(_whole(ended=True)), Decision.id.in_(_whole(ended=False)))
    wanted = and_(
        Meeting.body_id == body_id,
        or_(and_(_may_be_over(Decision, today), is_open), Decision.id.in_(with_parts)),
    )
    return _rows(session, wanted)


def _may_be_over(holder: type[Decision] | type[DecisionPart], today: datetime.date) -> ColumnElement[bool]:
    is_past = and_(holder.due_kind == DueKind.DATE, holder.due_on < today)
    return or_(holder.due_kind == DueKind.NEXT_MEETING, is_past)


def _whole(*, ended: bool) -> Any:
    """The decisions for which as a whole an end (or, with False, progress) was entered; the last entry decides."""
    ends = (FollowUpState.DONE, FollowUpState.CANCELLED)
    is_end = FollowUp.state.in_(ends) if ended else FollowUp.state.not_in(ends)
    return select(FollowUp.decision_id).where(FollowUp.part_id.is_(None), is_end)


def _rows(session: Session, wanted: ColumnElement[bool], most: int | None = None) -> DecisionRows:
    sibling = aliased(Decision)
    siblings = select(func.count()).where(sibling.item_id == Decision.item_id).correlate(Decision).scalar_subquery()
    query = (
        select(Decision.id, Meeting.id, Meeting.date, Meeting.number, AgendaItem.place, Decision.place, siblings)
        .add_columns(Decision.kind, Decision.text_ky, Decision.text_ru, Decision.due_kind, Decision.due_on)
        .join(Meeting, Decision.meeting_id == Meeting.id)
        .outerjoin(AgendaItem, Decision.item_id == AgendaItem.id)
        .where(wanted)
        .order_by(Meeting.date.desc(), Meeting.created_at.desc(), AgendaItem.place, Decision.place)
    )
    found = [DecisionRow(*row) for row in session.execute(query.limit(most))]
    # Of few decisions their own rows are asked for, of all of them those of the body: a list of ids has its bounds.
    ids = None if most is None else [one.id for one in found]

    def hanging(query: Any, column: Any) -> Any:
        if ids is not None:
            return session.execute(query.where(column.in_(ids)))
        return session.execute(
            query.join(Decision, column == Decision.id).join(Meeting, Decision.meeting_id == Meeting.id).where(wanted)
        )

    part = select(DecisionPart.id, DecisionPart.decision_id, DecisionPart.place, DecisionPart.text_ky)
    part = part.add_columns(DecisionPart.text_ru, DecisionPart.due_kind, DecisionPart.due_on)
    party = select(DecisionParty.decision_id, DecisionParty.part_id, DecisionParty.role, DecisionParty.name)
    entry = select(FollowUp.decision_id, FollowUp.part_id, FollowUp.state, FollowUp.on, FollowUp.created_at)
    return DecisionRows(
        decisions=found,
        parts=[PartRow(*row) for row in hanging(part.order_by(DecisionPart.place), DecisionPart.decision_id)],
        parties=[PartyRow(*row) for row in hanging(party.order_by(DecisionParty.place), DecisionParty.decision_id)],
        follow_ups=[FollowUpRow(*row) for row in hanging(entry.order_by(FollowUp.on), FollowUp.decision_id)],
    )


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One matter that was postponed, or that was to be heard at a meeting that did not take place."""

    id: str
    meeting_id: str
    met_on: datetime.date
    text_ky: str
    took_place: bool


def left_over(session: Session, body_id: str) -> Sequence[MatterRow]:
    """Matters of a body that were left over and that no later agenda has taken up, oldest first (NC-3.6, R-38)."""
    taken = select(AgendaItem.continues_item_id).where(AgendaItem.continues_item_id.is_not(None))
    query = (
        select(AgendaItem.id, Meeting.id, Meeting.date, AgendaItem.text_ky, Meeting.state.not_in(NEVER_MET))
        .join(Meeting, AgendaItem.meeting_id == Meeting.id)
        .where(Meeting.body_id == body_id, AgendaItem.id.not_in(taken), AgendaItem.state != ItemState.WITHDRAWN)
        .where(or_(AgendaItem.state == ItemState.POSTPONED, Meeting.state.in_(NEVER_MET)))
    )
    return [MatterRow(*row) for row in session.execute(query.order_by(Meeting.date, AgendaItem.place))]


@dataclass(frozen=True, slots=True)
class Words:
    """One text of a meeting that the search looks through; `beside` is what else its line shows: names, parts."""

    id: str
    date: datetime.date
    text_ky: str
    text_ru: str
    beside: str


def matter_words(session: Session) -> Sequence[Words]:
    """The matters of all agendas, the newest meeting first; beside them who speaks and prepares, and the drafts."""
    shown = (AgendaItem.speaker, AgendaItem.speaker_ru, AgendaItem.draft_ky, AgendaItem.draft_ru, Person.name)
    query = select(AgendaItem.id, Meeting.date, AgendaItem.text_ky, AgendaItem.text_ru, _joined(shown))
    query = query.join(Meeting, AgendaItem.meeting_id == Meeting.id)
    query = query.outerjoin(Person, AgendaItem.preparer_id == Person.id)
    return [Words(*row) for row in session.execute(query.order_by(Meeting.date.desc(), AgendaItem.place))]


def decision_words(session: Session) -> Sequence[Words]:
    """The decisions of all meetings, the newest meeting first; beside them their parts, and who is named in them."""
    beside: dict[str, list[str]] = defaultdict(list)
    hanging = (
        select(DecisionPart.decision_id, _joined((DecisionPart.text_ky, DecisionPart.text_ru))),
        select(DecisionParty.decision_id, DecisionParty.name),
    )
    for said in hanging:
        for decision, text in session.execute(said):
            beside[decision].append(text)
    query = select(Decision.id, Meeting.date, Decision.text_ky, Decision.text_ru)
    query = query.join(Meeting, Decision.meeting_id == Meeting.id)
    found = session.execute(query.order_by(Meeting.date.desc(), Decision.place))
    return [Words(*row, "\n".join(beside.get(row[0], ()))) for row in found]


def proposal_words(session: Session) -> Sequence[Words]:
    """The proposals of members, the newest first; beside them who made them."""
    query = select(Proposal.id, Proposal.on, Proposal.text, literal(""), _joined((Person.name,)))
    query = query.outerjoin(Person, Proposal.person_id == Person.id).order_by(Proposal.on.desc())
    return [Words(*row) for row in session.execute(query)]


def invited_names(session: Session) -> Mapping[str, str]:
    """Who was invited to each meeting besides the members, by its id."""
    shown = func.group_concat(_joined((Invited.name, Invited.position)), "\n")
    query = select(Invited.meeting_id, shown).group_by(Invited.meeting_id)
    return {meeting: names for meeting, names in session.execute(query)}


def _joined(parts: Iterable[Any]) -> Any:
    """In one text, each on a line; nothing for what is not known."""
    known: list[Any] = [func.coalesce(part, "") for part in parts]
    return reduce(lambda text, part: text.concat("\n").concat(part), known)
