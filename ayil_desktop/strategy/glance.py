"""Which rows does the chart of a large plan have, read without everything else that belongs to the strategy?

Ten thousand activities take seconds to read with all that cards and papers need; the chart need not wait for that.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import bars, chart_rows, plan_paper, records, rules, russian
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.chart_rows import Parts
from ayil_desktop.strategy.records import (
    Activity,
    Baseline,
    Link,
    Occurrence,
    PriorityService,
    Responsible,
    Review,
    ReviewEntry,
    Task,
)

LARGE = 1000
"""A plan of fewer activities is read whole at once."""


def of_large(store: Store, today: datetime.date, language: str) -> Sequence[Row]:
    """The rows of the newest strategy where its plan is large; none where it is read whole soon enough."""
    with reading(store) as session:
        known = records.strategies(session)
        if not known or session.scalars(_of_plan(select(func.count(Activity.id)), known[0].id)).one() < LARGE:
            return ()
        return rows(session, known[0].id, today, language)


def rows(session: Session, strategy_id: str, today: datetime.date, language: str) -> list[Row]:
    """The same rows as `chart_rows.rows`, of columns only."""
    approved, entries = _approved(session, strategy_id), _entries(session, strategy_id, today)
    parts = _parts(session, strategy_id)
    tasks, activities = _tasks(session, strategy_id), _activities(session, strategy_id)
    found: list[Row] = []
    for priority in _priorities(session, strategy_id):
        service = len(found)
        found.append(
            Row(priority.id, 0, str(priority.place), plan_paper.name(cast("PriorityService", priority), language))
        )
        for task in tasks.get(priority.id, ()):
            at = len(found)
            found.append(Row(task.id, 1, task.number, russian.said(task.title_ky, task.title_ru, language), service))
            for one in activities.get(task.id, ()):
                activity = cast("Activity", one)
                state = rules.state(activity, entries.get(activity.id), today)
                its = parts.get(activity.id, Parts())
                found.append(chart_rows.activity_row(activity, at, state, approved.get(activity.id), language, its))
    return bars.spans(found)


def _of_plan(query: Any, strategy_id: str) -> Any:
    """Only the activities of one strategy."""
    return (
        query.join(Task, Task.id == Activity.task_id)
        .join(PriorityService, PriorityService.id == Task.priority_id)
        .where(PriorityService.strategy_id == strategy_id)
    )


def _priorities(session: Session, strategy_id: str) -> Sequence[Any]:
    table = PriorityService.__table__
    query = select(table).where(PriorityService.strategy_id == strategy_id)
    return session.execute(query.order_by(PriorityService.place)).all()


def _tasks(session: Session, strategy_id: str) -> Mapping[str, Sequence[Any]]:
    query = select(Task.id, Task.priority_id, Task.number, Task.title_ky, Task.title_ru).join(
        PriorityService, PriorityService.id == Task.priority_id
    )
    found = session.execute(query.where(PriorityService.strategy_id == strategy_id).order_by(Task.place))
    return _by(found, 1)


def _activities(session: Session, strategy_id: str) -> Mapping[str, Sequence[Any]]:
    query = select(
        Activity.id,
        Activity.task_id,
        Activity.number,
        Activity.text_ky,
        Activity.text_ru,
        Activity.deadline_ky,
        Activity.deadline_ru,
        Activity.deadline_kind,
        Activity.starts,
        Activity.ends,
    )
    return _by(session.execute(_of_plan(query, strategy_id).order_by(Activity.place)), 1)


def _by(found: Iterable[Any], column: int) -> Mapping[str, Sequence[Any]]:
    """Rows by the id in one of their columns."""
    by: dict[str, list[Any]] = defaultdict(list)
    for one in found:
        by[one[column]].append(one)
    return by


def _parts(session: Session, strategy_id: str) -> Mapping[str, Parts]:
    people = select(Responsible.activity_id, Responsible.text, Responsible.text_ru).join(Activity)
    done = select(Occurrence.activity_id, Occurrence.on).join(Activity)
    links = select(Link.after_id, Link.before_id).join(Activity, Activity.id == Link.after_id)
    responsible = _by(session.execute(_of_plan(people, strategy_id).order_by(Responsible.place)), 0)
    occurrences = _by(session.execute(_of_plan(done, strategy_id).order_by(Occurrence.on)), 0)
    needs = _by(session.execute(_of_plan(links, strategy_id).order_by(Link.created_at)), 0)
    return {
        key: Parts(
            responsible.get(key, ()),
            [one.on for one in occurrences.get(key, ())],
            [one.before_id for one in needs.get(key, ())],
        )
        for key in responsible.keys() | occurrences.keys() | needs.keys()
    }


def _entries(session: Session, strategy_id: str, today: datetime.date) -> Mapping[str, ReviewEntry]:
    """What the latest review that says anything says of each activity."""
    query = (
        select(ReviewEntry.activity_id, ReviewEntry.progress, ReviewEntry.done_on)
        .join(Review)
        .where(Review.strategy_id == strategy_id, Review.on <= today)
        .order_by(Review.on)
    )
    return {one.activity_id: cast("ReviewEntry", one) for one in session.execute(query)}


def _approved(session: Session, strategy_id: str) -> Mapping[str, Any]:
    query = select(Baseline.content).where(Baseline.strategy_id == strategy_id).order_by(Baseline.number.desc())
    content = session.scalars(query.limit(1)).first()
    return chart_rows.approved_in(content) if content else {}
