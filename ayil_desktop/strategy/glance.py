"""Which rows does the chart of a large plan have, read without everything else that belongs to the strategy?

Ten thousand activities take seconds to read with all that cards and papers need; the chart need not wait for that. Its
first frame needs the rows at the top and how many there are in all. Columns are read here, no records.
"""

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import Connection, Date, Table, case, func, select
from sqlalchemy.orm import Session

from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    approval_records,
    bars,
    chart_rows,
    follow_up_records,
    records,
    rhythm,
    russian,
    selections,
    standing,
)
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.follow_up_records import ReviewEntry
from ayil_desktop.strategy.standing import Days
from ayil_desktop.workdays.deadlines import Kind

EMPTY: Mapping[str, Any] = MappingProxyType({})
LARGE = 1000
"""A plan of fewer activities is read whole at once."""
FIRST = 80
"""So many rows at least are read for the first frame: more than the highest screen shows."""

_SERVICES, _TASKS, _ACTIVITIES, _REVIEWS = (
    cast("Table", one.__table__)
    for one in (records.PriorityService, records.Task, records.Activity, follow_up_records.Review)
)
_SERVICE, _TASK, _ACTIVITY, _REVIEW = _SERVICES.c, _TASKS.c, _ACTIVITIES.c, _REVIEWS.c
_STRATEGY, _RESPONSIBLE, _OCCURRENCE, _LINK, _ENTRY, _BASELINE, _AMENDMENT = (
    cast("Table", one.__table__).c
    for one in (
        records.Strategy,
        records.Responsible,
        follow_up_records.Occurrence,
        records.Link,
        follow_up_records.ReviewEntry,
        approval_records.Baseline,
        approval_records.Amendment,
    )
)
_KINDS: Mapping[str, Kind] = {kind.value: kind for kind in Kind}


def first_of_large(store: Store, today: datetime.date, language: str) -> Sequence[Row]:
    """The first rows of the newest strategy where its plan is large, the others blank; none where the plan is small."""
    with reading(store) as session:
        connection = session.connection()
        query = select(_STRATEGY.id).order_by(_STRATEGY.begins.desc(), _STRATEGY.created_at.desc())
        newest = connection.scalar(query.limit(1))
        if newest is None:
            return ()
        glance = _Glance(connection, newest, today, language)
        return glance.first_rows() if glance.count >= LARGE else ()


def of_newest(store: Store, today: datetime.date, language: str) -> Sequence[Row]:
    """All rows of the newest strategy."""
    with reading(store) as session:
        return rows(session, selections.strategies(session)[0].id, today, language)


def rows(session: Session, strategy_id: str, today: datetime.date, language: str) -> list[Row]:
    """The same rows as `chart_rows.rows`."""
    return _Glance(session.connection(), strategy_id, today, language).rows()


class _Glance:
    """One strategy as its tables have it."""

    def __init__(self, connection: Connection, strategy_id: str, today: datetime.date, language: str) -> None:
        self._connection, self._id, self._today, self._language = connection, strategy_id, today, language

    def rows(self) -> list[Row]:
        """Every service, task and activity."""
        return bars.spans(list(self._rows(self._activities(self._approved()))))

    @property
    def count(self) -> int:
        """How many activities there are."""
        return sum(one.count for one in self._reached.values())

    def first_rows(self) -> list[Row]:
        """The rows at the top; below them every activity is blank.

        What was approved is not looked at, unless it judges while an amendment is open.
        """
        some, count = [], 0
        for task in itertools.chain.from_iterable(self._tasks.values()):
            if count < FIRST:
                some.append(task.id)
            count += 1 + (self._reached[task.id].count if task.id in self._reached else 0)
        read = self._activities(self._approved() if self._is_amending else {}, some)
        spans = {key: (one.first, one.last) for key, one in self._reached.items() if one.last is not None}
        return bars.spans(list(self._rows(read, self._reached)), spans)

    def _rows(self, activities: Mapping[str, Sequence[Row]], blank: Mapping[str, Any] = EMPTY) -> Iterator[Row]:
        """The activities of a task, or as many blank ones as it has."""
        place = 0
        for priority in self._services():
            service = place
            yield Row(priority.id, 0, str(priority.place), self._said(priority.name_ky, priority.name_ru))
            place += 1
            for task in self._tasks.get(priority.id, ()):
                yield Row(task.id, 1, task.number, self._said(task.title_ky, task.title_ru), service)
                below = [one._replace(parent=place) for one in activities.get(task.id, ())]
                if not below and task.id in blank:
                    below = [Row(f"{task.id}/", 2, "", "", place, kind=Kind.REGULAR)] * blank[task.id].count
                yield from below
                place += 1 + len(below)

    def _said(self, kyrgyz: str, in_russian: str) -> str:
        return russian.said(kyrgyz, in_russian, self._language)

    # What is asked of the tables

    def _services(self) -> Sequence[Any]:
        query = select(_SERVICE.id, _SERVICE.place, _SERVICE.name_ky, _SERVICE.name_ru)
        return self._all(query.where(_SERVICE.strategy_id == self._id).order_by(_SERVICE.place))

    @cached_property
    def _tasks(self) -> Mapping[str, Sequence[Any]]:
        """By their services."""
        query = select(_TASK.id, _TASK.priority_id, _TASK.number, _TASK.title_ky, _TASK.title_ru)
        of_service = query.join(_SERVICES, _SERVICE.id == _TASK.priority_id).where(_SERVICE.strategy_id == self._id)
        return _by(self._all(of_service.order_by(_SERVICE.place, _TASK.place)), 1)

    @cached_property
    def _reached(self) -> Mapping[str, Any]:
        """How many activities each task has, and from which day to which they reach."""
        first = func.min(case((_ACTIVITY.starts <= _ACTIVITY.ends, _ACTIVITY.starts), else_=_ACTIVITY.ends), type_=Date)
        query = select(
            _ACTIVITY.task_id,
            func.count().label("count"),
            first.filter(_ACTIVITY.ends.is_not(None)).label("first"),
            func.max(_ACTIVITY.ends).label("last"),
        )
        return {one.task_id: one for one in self._of_plan(query.group_by(_ACTIVITY.task_id))}

    def _activities(self, approved: Mapping[str, Any], tasks: Sequence[str] | None = None) -> Mapping[str, list[Row]]:
        """The rows of activities by their tasks: of all, or of some; their parents are not known yet."""
        query = select(
            _ACTIVITY.id,
            _ACTIVITY.task_id,
            _ACTIVITY.number,
            self._column(_ACTIVITY.text_ky, _ACTIVITY.text_ru),
            self._column(_ACTIVITY.deadline_ky, _ACTIVITY.deadline_ru),
            _ACTIVITY.deadline_kind,
            _ACTIVITY.starts,
            _ACTIVITY.ends,
            _ACTIVITY.deadline_ky,
        ).order_by(_ACTIVITY.place)
        responsible, ticked, needs = self._responsible(tasks), self._ticked(tasks), self._needs(tasks)
        entries, today, years, is_amending = self._entries(), self._today, self._years(), self._is_amending
        found: dict[str, list[Row]] = defaultdict(list)
        for key, task, number, text, words, kind, starts, ends, as_approved in self._of_plan(query, tasks):
            days, ticks, then = (starts, ends), ticked.get(key, ()), approved.get(key)
            counted = (standing.approved_days(then) if then else None) if is_amending else days
            found[task].append(
                Row(
                    key,
                    2,
                    number,
                    text,
                    -1,
                    responsible.get(key, ""),
                    words,
                    _KINDS[kind],
                    starts,
                    ends,
                    standing.state_of(counted, entries.get(key), today) if counted else None,
                    rhythm.done(ticks),
                    chart_rows.base(days, then) if then else None,
                    needs.get(key, ()),
                    rhythm.expected(as_approved, *years, ticks) if kind == Kind.REGULAR else (),
                )
            )
        return found

    def _responsible(self, tasks: Sequence[str] | None) -> Mapping[str, str]:
        names = self._column(_RESPONSIBLE.text, _RESPONSIBLE.text_ru)
        query = select(_RESPONSIBLE.activity_id, names).join(_ACTIVITIES, _ACTIVITY.id == _RESPONSIBLE.activity_id)
        found: dict[str, str] = {}
        for key, name in self._of_plan(query.order_by(_RESPONSIBLE.place), tasks):
            found[key] = chart_rows.joined((found[key], name) if key in found else (name,))
        return found

    def _ticked(self, tasks: Sequence[str] | None) -> Mapping[str, tuple[tuple[datetime.date, bool], ...]]:
        query = select(_OCCURRENCE.activity_id, _OCCURRENCE.on, _OCCURRENCE.is_done)
        joined = query.join(_ACTIVITIES, _ACTIVITY.id == _OCCURRENCE.activity_id).order_by(_OCCURRENCE.on)
        return _gathered((key, (day, is_done)) for key, day, is_done in self._of_plan(joined, tasks))

    def _needs(self, tasks: Sequence[str] | None) -> Mapping[str, tuple[str, ...]]:
        query = select(_LINK.after_id, _LINK.before_id)
        joined = query.join(_ACTIVITIES, _ACTIVITY.id == _LINK.after_id).order_by(_LINK.created_at)
        return _gathered(self._of_plan(joined, tasks))

    def _years(self) -> Days:
        """The first and the last day of the strategy; where it names none, of its plans."""
        begins, ends = self._all(select(_STRATEGY.begins, _STRATEGY.ends).where(_STRATEGY.id == self._id))[0]
        dated = [one for one in self._reached.values() if one.last is not None]
        if begins is not None and ends is not None:
            return begins, ends
        return (min(one.first for one in dated), max(one.last for one in dated)) if dated else (None, None)

    def _entries(self) -> Mapping[str, ReviewEntry]:
        """What the latest review that says anything says of each activity."""
        query = (
            select(_ENTRY.activity_id, _ENTRY.progress, _ENTRY.done_on)
            .join(_REVIEWS, _REVIEW.id == _ENTRY.review_id)
            .where(_REVIEW.strategy_id == self._id, _REVIEW.on <= self._today)
            .order_by(_REVIEW.on)
        )
        return {one.activity_id: cast("ReviewEntry", one) for one in self._all(query)}

    @cached_property
    def _is_amending(self) -> bool:
        """As `rules.open_amendment`."""
        query = select(func.count()).where(_AMENDMENT.strategy_id == self._id)
        return bool(self._connection.scalar(query.where(_AMENDMENT.decided_on.is_(None), ~_AMENDMENT.withdrawn)))

    def _approved(self) -> Mapping[str, Any]:
        query = select(_BASELINE.content).where(_BASELINE.strategy_id == self._id).order_by(_BASELINE.number.desc())
        content = self._connection.scalar(query.limit(1))
        return standing.approved_in(content) if content else {}

    def _of_plan(self, query: Any, tasks: Sequence[str] | None = None) -> Sequence[Any]:
        """Only what belongs to the activities of these tasks, or of all tasks of the strategy."""
        if tasks is not None:
            return self._all(query.where(_ACTIVITY.task_id.in_(tasks)))
        in_plan = query.join(_TASKS, _TASK.id == _ACTIVITY.task_id).join(_SERVICES, _SERVICE.id == _TASK.priority_id)
        return self._all(in_plan.where(_SERVICE.strategy_id == self._id))

    def _all(self, query: Any) -> Sequence[Any]:
        return self._connection.execute(query).all()

    def _column(self, kyrgyz: Any, in_russian: Any) -> Any:
        """As `russian.said`, of columns."""
        return case((in_russian != "", in_russian), else_=kyrgyz) if self._language == "ru" else kyrgyz


def _by(found: Iterable[Any], column: int) -> Mapping[str, Sequence[Any]]:
    """Rows by the id in one of their columns."""
    by: dict[str, list[Any]] = defaultdict(list)
    for one in found:
        by[one[column]].append(one)
    return by


def _gathered(pairs: Iterable[Any]) -> Mapping[str, tuple[Any, ...]]:
    """What belongs to each first one, in order."""
    found: dict[str, tuple[Any, ...]] = {}
    for key, one in pairs:
        found[key] = (*found.get(key, ()), one)
    return found
