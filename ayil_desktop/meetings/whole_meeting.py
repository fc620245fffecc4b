"""How is a meeting read with everything that belongs to it, while somebody waits?

By short statements that are made once, and only of tables in which the meeting has rows. SQLAlchemy's own loading makes
a long statement for each table each time, and to make it takes longer than to carry it out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, cast

from sqlalchemy import CompoundSelect, Select, Table, bindparam, exists, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, RelationshipProperty, Session
from sqlalchemy.orm.attributes import set_committed_value

from ayil_desktop.commission.records import Body, BodyName
from ayil_desktop.meetings.agenda_records import AgendaItem, Candidate, ItemAttachment, Speech, WrittenOpinion
from ayil_desktop.meetings.decision_records import Decision, DecisionParty, DissentingOpinion
from ayil_desktop.meetings.minutes_records import MeetingScan
from ayil_desktop.meetings.records import Delivery, Invited, Meeting
from ayil_desktop.meetings.vote_records import Attendance, Movement, Recusal, VoteRound
from ayil_desktop.office.records import Charter
from ayil_desktop.store.base import Record

_Relation = InstrumentedAttribute[Any]

_HANGING: tuple[tuple[_Relation, ...], ...] = (
    (
        Meeting.items,
        Meeting.attendance,
        Meeting.movements,
        Meeting.invited,
        Meeting.deliveries,
        Meeting.opinions,
        Meeting.sections,
        Meeting.scans,
        Meeting.notes,
        Meeting.postings,
        Meeting.seal,
    ),
    (
        AgendaItem.rounds,
        AgendaItem.decisions,
        AgendaItem.speeches,
        AgendaItem.recusals,
        AgendaItem.written_opinions,
        AgendaItem.attachments,
        AgendaItem.candidates,
    ),
    (VoteRound.voters, Decision.parts, Decision.parties, Decision.follow_ups),
    (
        Meeting.body,
        Meeting.presiding,
        Meeting.secretary,
        Meeting.refers_to,
        AgendaItem.preparer,
        DecisionParty.person,
        Speech.person,
        Recusal.person,
        WrittenOpinion.person,
        WrittenOpinion.attachment,
        ItemAttachment.attachment,
        Candidate.person,
        Attendance.person,
        Movement.person,
        Invited.proposed_by,
        Delivery.person,
        DissentingOpinion.person,
        DissentingOpinion.attachment,
        DissentingOpinion.decision,
        MeetingScan.attachment,
    ),
    (Body.names, Body.charter),
    (BodyName.order, Charter.versions),
)
"""What hangs on what, from the meeting outwards."""

_MOST = 500  # ids in one statement


def fill(session: Session, meetings: Sequence[Meeting]) -> None:
    """Give meetings everything that belongs to them; what was read before stays as it is."""
    known: defaultdict[type[Record], list[Any]] = defaultdict(list, {Meeting: list(meetings)})
    there = _tables_of(session, meetings[0].id) if len(meetings) == 1 else None
    for relations in _HANGING:
        _give_targets(session, known, [one for one in relations if not _hangs(one)])
        for relation in relations:
            if _hangs(relation):
                is_empty = there is not None and _asked(relation) and _target(relation).__tablename__ not in there
                _give_children(session, known, relation, is_empty=is_empty)


def _give_children(session: Session, known: Any, relation: _Relation, *, is_empty: bool) -> None:
    """What hangs on its parents by their ids."""
    parents = [one for one in known[relation.class_] if relation.key not in one.__dict__]
    key, query = _children(relation)
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for ids in () if is_empty else _portions(one.id for one in parents):
        for child in session.scalars(query, {"ids": ids}):
            found[getattr(child, key)].append(child)
    is_list = _property(relation).uselist
    for parent in parents:
        children = found[parent.id]
        set_committed_value(parent, relation.key, children if is_list else next(iter(children), None))
    for parent in known[relation.class_]:
        value = parent.__dict__[relation.key]
        known[_target(relation)] += value if is_list else [value] if value is not None else []


def _give_targets(session: Session, known: Any, relations: Sequence[_Relation]) -> None:
    """What is named by its id; of each kind all at once."""
    wanted: defaultdict[type[Record], set[str]] = defaultdict(set)
    open_ends = []
    for relation in relations:
        key = _naming(relation)
        for one in known[relation.class_]:
            if relation.key not in one.__dict__:
                target_id = getattr(one, key)
                open_ends.append((one, relation, target_id))
                if target_id is not None:
                    wanted[_target(relation)].add(target_id)
    found: dict[type[Record], dict[str, Any]] = {}
    for target, ids in wanted.items():
        read = [one for part in _portions(sorted(ids)) for one in session.scalars(_by_id(target), {"ids": part})]
        found[target] = {one.id: one for one in read}
        known[target] += read
    for one, relation, target_id in open_ends:
        value = None if target_id is None else found[_target(relation)][target_id]
        set_committed_value(one, relation.key, value)


def _tables_of(session: Session, meeting_id: str) -> frozenset[str]:
    """Of the tables that name their meeting those in which this one has rows."""
    return frozenset(session.scalars(_there(), {"meeting": meeting_id}))


@cache
def _there() -> CompoundSelect[Any]:
    """One question for all of them; the answer names those that have any."""
    targets = [_target(one) for part in _HANGING for one in part if _hangs(one) and _asked(one)]
    tables = {cast(Table, target.__table__) for target in targets}
    return union_all(
        *(
            select(literal(table.name)).where(exists().where(table.columns["meeting_id"] == bindparam("meeting")))
            for table in sorted(tables, key=lambda one: one.name)
        )
    )


def _asked(relation: _Relation) -> bool:
    return "meeting_id" in _target(relation).__table__.columns


@cache
def _children(relation: _Relation) -> tuple[str, Select[Any]]:
    """The attribute by which they name their parent, and the question for those of some parents."""
    made = _property(relation)
    ((_, column),) = made.local_remote_pairs or ()
    key = made.mapper.get_property_by_column(column).key
    query = select(made.mapper.class_).where(column.in_(bindparam("ids", expanding=True)))
    return key, query.order_by(*made.order_by) if made.order_by else query


@cache
def _by_id(target: type[Record]) -> Select[Any]:
    return select(target).where(target.id.in_(bindparam("ids", expanding=True)))


@cache
def _naming(relation: _Relation) -> str:
    """The attribute that holds the id of what is named."""
    ((column, _),) = _property(relation).local_remote_pairs or ()
    return relation.parent.get_property_by_column(column).key


@cache
def _hangs(relation: _Relation) -> bool:
    """Whether the other side names this one, and not this one the other."""
    return _property(relation).direction.name == "ONETOMANY"


def _target(relation: _Relation) -> type[Record]:
    target: type[Record] = _property(relation).mapper.class_
    return target


def _property(relation: _Relation) -> RelationshipProperty[Any]:
    return cast("RelationshipProperty[Any]", relation.property)


def _portions(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(ids)
    while part := tuple(islice(rest, _MOST)):
        yield part
