"""What of a strategy has changed since it was read, and how is only that read again?

A plan of thousands of activities takes seconds to read. After an act the journal names the rows that it changed; the
activities that they belong to are read, the others are kept as they are.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from ayil_desktop.store import steps
from ayil_desktop.store.base import Record
from ayil_desktop.store.steps import Changed
from ayil_desktop.strategy import records, rules, selections
from ayil_desktop.strategy.approval_records import Baseline
from ayil_desktop.strategy.records import Activity, Strategy, Task

_OWNED = {
    "responsible": "activity_id",
    "funding": "activity_id",
    "occurrence": "activity_id",
    "proof": "activity_id",
    "review_entry": "activity_id",
    "link": "after_id",
}
"""What belongs to one activity: the table and its column with the activity."""
_AROUND = frozenset(
    {
        "strategy",
        "strategy_section",
        "priority_service",
        "indicator",
        "indicator_value",
        "task",
        "review",
        "amendment",
        "baseline",
        "service",
        "standard",
        "order",
    }
)
"""What else a strategy is read with; all of it together is little beside its activities."""
_MANY = 300
"""So many changed activities are read one by one; more, and the whole strategy is."""


@dataclass(frozen=True)
class Again:
    """A strategy as it is now: which activities are others than before, by their ids, and which tables around them are.

    `is_moved`: activities came, went or stand elsewhere. `is_answered_otherwise`: somebody else answers for one.
    """

    strategy: Strategy
    step: int
    changed: Mapping[str, Activity]
    around: frozenset[str]
    is_moved: bool
    is_answered_otherwise: bool


def step(session: Session) -> int:
    """The newest step of the journal: what is read after asking holds at least its changes."""
    return steps.last(session.connection())


def again(session: Session, before: Strategy, since: int) -> Again | None:
    """The strategy as it is now, with every activity kept that is as it was; None where all of it must be read.

    The lists of `before` may become those of now: whoever asks does not show it any more.
    """
    now, changes = step(session), steps.changed_since(session.connection(), since)
    if changes is None:
        return None
    named = _named(changes)
    known = {one.id: one for one in rules.activities(before)}
    stale = _stale(session, named, known)
    around = _AROUND & named.keys()
    is_moved = any(_is_moved(one) for one in named.get("activity", ()))
    if len(stale) > _MANY:
        return None
    strategy = _around(session, before) if around else before
    tasks = {task.id: task for priority in strategy.priorities for task in priority.tasks}
    touched = tasks if around or is_moved else {}
    order = _order(session, strategy.id) if touched else {}
    missing = {key for keys in order.values() for key in keys} - known.keys()
    if len(missing) > _MANY:
        return None
    fresh = {one.id: one for one in selections.activities(session, stale | missing)}
    if touched:
        every = known | fresh
        for key, task in tasks.items():
            set_committed_value(task, "activities", [every[one] for one in order.get(key, ())])
    else:
        _exchange(tasks.values(), fresh)
    is_answered_otherwise = is_moved or any(
        key not in known or _answering(known[key]) != _answering(one) for key, one in fresh.items()
    )
    return Again(strategy, now, fresh, around, is_moved, is_answered_otherwise)


def _answering(activity: Activity) -> Sequence[Any]:
    """What tells who answers for it."""
    return [
        (one.text, one.text_ru, one.body_id, one.person_id, one.person and (one.person.name, one.person.position))
        for one in activity.responsible
    ]


def _named(changes: Sequence[Changed]) -> Mapping[str, Sequence[Changed]]:
    found: dict[str, list[Changed]] = defaultdict(list)
    for one in changes:
        found[one.table].append(one)
    return found


def _is_moved(change: Changed) -> bool:
    """Whether an activity came, went, or stands elsewhere."""
    if change.before is None or change.after is None:
        return True
    return not {"task_id", "place"}.isdisjoint(json.loads(change.after))


def _stale(session: Session, named: Mapping[str, Sequence[Changed]], known: Mapping[str, Activity]) -> set[str]:
    """The known activities that are others now."""
    found = {one.row for one in named.get("activity", ())}
    for name, column in _OWNED.items():
        found.update(_owners(session, name, column, named.get(name, ())))
    people = {one.row for one in named.get("person", ())}
    files = {one.row for one in named.get("attachment", ())}
    if people or files:
        found.update(_naming(known.values(), people, files))
    return found & known.keys()


def _owners(session: Session, name: str, column: str, changes: Sequence[Changed]) -> Iterator[str]:
    """The activities that changed rows belong to or belonged to."""
    unnamed = []
    for one in changes:
        owners = [json.loads(image).get(column) for image in (one.before, one.after) if image is not None]
        yield from (owner for owner in owners if owner)
        if not any(owners):
            unnamed.append(one.row)
    if unnamed:
        table = Record.metadata.tables[name]
        yield from session.connection().scalars(select(table.c[column]).where(table.c.id.in_(unnamed)))


def _naming(every: Collection[Activity], people: Collection[str], files: Collection[str]) -> Iterator[str]:
    for activity in every:
        named = any(one.person_id in people for one in activity.responsible)
        if named or any(one.attachment_id in files for one in activity.proofs):
            yield activity.id


def _around(session: Session, before: Strategy) -> Strategy:
    """Everything but the activities; the baselines, which never change, are read once."""
    strategy = selections.without_activities(session, before.id)
    kept = {one.id: one for one in before.baselines}
    keys = session.scalars(select(Baseline.id).where(Baseline.strategy_id == before.id).order_by(Baseline.number)).all()
    kept |= {one.id: one for one in session.scalars(select(Baseline).where(Baseline.id.in_(set(keys) - kept.keys())))}
    set_committed_value(strategy, "baselines", [kept[key] for key in keys])
    return strategy


def _order(session: Session, strategy_id: str) -> Mapping[str, Sequence[str]]:
    """The ids of the activities by their tasks."""
    activity, task, service = (cast("Table", one.__table__) for one in (Activity, Task, records.PriorityService))
    query = (
        select(activity.c.id, activity.c.task_id)
        .join(task, task.c.id == activity.c.task_id)
        .join(service, service.c.id == task.c.priority_id)
        .where(service.c.strategy_id == strategy_id)
        .order_by(activity.c.place)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for key, of in session.connection().execute(query):
        found[of].append(key)
    return found


def _exchange(tasks: Collection[Task], fresh: Mapping[str, Activity]) -> None:
    """The new activities at the places of the old ones."""
    of = {one.task_id for one in fresh.values()}
    for task in tasks:
        if task.id in of:
            set_committed_value(task, "activities", [fresh.get(one.id, one) for one in task.activities])
