"""Which rows make up a plan, and how are they kept as they are, so that they can come back whole?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ayil_desktop.office import translated
from ayil_desktop.store.base import Record
from ayil_desktop.strategy.follow_up_records import IndicatorValue, Occurrence, Proof
from ayil_desktop.strategy.records import (
    Activity,
    Funding,
    Indicator,
    Link,
    PriorityService,
    Responsible,
    Section,
    Strategy,
    Task,
)
from ayil_desktop.transfer import incoming, plain

Image = dict[str, Any]
Images = dict[str, list[Image]]
"""Rows as plain values, by the names of their tables."""

APPROVED: Sequence[type[Record]] = (
    Section, PriorityService, Task, Activity, Indicator, Responsible, Funding, Link,
)  # fmt: skip
"""What a council approves of a plan, those that others hang on first."""
FREE: Sequence[type[Record]] = (IndicatorValue, Occurrence, Proof)
"""What stays open after the approval."""
KEPT_OPEN: Mapping[type[Record], frozenset[str]] = {
    Activity: frozenset({"remark"}),
    Responsible: frozenset({"person_id", "body_id"}),
}
"""Columns that stay open after the approval, as every Russian text does that was not approved itself."""


def of_strategy(strategy: Strategy) -> Iterator[Record]:
    """The strategy itself, its sections and all of its plans."""
    yield strategy
    yield from strategy.sections
    for priority in strategy.priorities:
        yield from of_priority(priority)


def of_priority(priority: PriorityService) -> Iterator[Record]:
    """A service with its plan."""
    yield from _with_results(priority)
    for task in priority.tasks:
        yield from of_task(task)


def of_task(task: Task) -> Iterator[Record]:
    """A task with its activities."""
    yield from _with_results(task)
    for activity in task.activities:
        yield from of_activity(activity)


def _with_results(row: PriorityService | Task) -> Iterator[Record]:
    yield row
    for indicator in row.indicators:
        yield from of_indicator(indicator)


def of_indicator(indicator: Indicator) -> Iterator[Record]:
    """An expected result with what was measured."""
    yield indicator
    yield from indicator.values


def of_activity(activity: Activity) -> Iterator[Record]:
    """An activity with its persons, money, times, proofs and what it needs."""
    yield activity
    yield from (*activity.responsible, *activity.funding, *activity.occurrences, *activity.proofs, *activity.needs)


def taken(rows: Iterable[Record]) -> Images:
    """The rows as they are now."""
    found: Images = {}
    for row in rows:
        found.setdefault(row.__tablename__, []).append(image(row))
    return found


def image(row: Record) -> Image:
    """One row with all of its columns."""
    return {column.name: plain.value(getattr(row, column.name)) for column in type(row).__table__.columns}


def values(kind: type[Record], kept: Image) -> dict[str, Any]:
    """What a row had in its columns."""
    return incoming.typed(Record.metadata.tables[kind.__tablename__], kept)


def by_id(kept: Iterable[Images], kind: type[Record]) -> dict[str, Image]:
    """The images of one kind by the ids of their rows; of several of one row the last."""
    return {row["id"]: row for images in kept for row in images.get(kind.__tablename__, ())}


def put(row: Any, kept: Mapping[str, Any], approved_russian: Collection[str]) -> frozenset[str]:
    """Give a row what was approved of it; the answer are the columns that had something else.

    A Russian text comes back with the Kyrgyz one that it says, or where it was approved itself; else it stays.
    """
    kind, changed = type(row), set()
    for name in kind.__table__.columns.keys():
        is_russian = name.endswith("_ru")
        is_open = name in KEPT_OPEN.get(kind, ()) or (is_russian and f"{row.id}/{name}" not in approved_russian)
        if name in _OWN or is_open or getattr(row, name) == kept[name]:
            continue
        setattr(row, name, kept[name])
        changed.add(name)
        russian = name if is_russian else translated.russian_side(kind, name)
        if russian:
            setattr(row, russian, kept[russian])
            translated.written(row, russian)
            if russian in kept["russian_of"]:
                row.russian_of = row.russian_of | {russian: kept["russian_of"][russian]}
    return frozenset(changed)


_OWN = ("id", "created_at", "changed_at", "russian_of")


def is_whole(kept: object) -> bool:
    """Whether these are images of rows of a plan, each with all of its columns."""
    kinds: Sequence[type[Record]] = (Strategy, *APPROVED, *FREE)
    tables = {kind.__tablename__: kind.__table__ for kind in kinds}
    if not isinstance(kept, dict) or not set(kept) <= set(tables):
        return False
    return all(
        isinstance(rows, list) and all(isinstance(row, dict) and _is_row(tables[name], row) for row in rows)
        for name, rows in kept.items()
    )


def _is_row(table: Any, row: Mapping[str, Any]) -> bool:
    if set(row) != set(table.columns.keys()):
        return False
    try:
        incoming.typed(table, row)
    except (ValueError, TypeError, AttributeError):
        return False
    return True


def differs(began: Images, strategy: Strategy, approved_russian: Collection[str]) -> bool:
    """Whether anything that is approved stands otherwise than in these images. Persons, money and links that were
    written anew as they were are the same."""
    now: dict[type[Record], list[Record]] = {}
    for row in of_strategy(strategy):
        now.setdefault(type(row), []).append(row)
    kinds: Sequence[type[Record]] = (Strategy, *APPROVED)
    return any(_differ(kind, began, now.get(kind, []), approved_russian) for kind in kinds)


def _differ(kind: type[Record], began: Images, rows: Sequence[Record], approved_russian: Collection[str]) -> bool:
    kept = began.get(kind.__tablename__, [])
    free = {*_OWN, *KEPT_OPEN.get(kind, ())}
    names = [name for name in kind.__table__.columns.keys() if name not in free]

    def said(row: Image) -> Sequence[Any]:
        return [row[name] for name in names if not name.endswith("_ru") or f"{row['id']}/{name}" in approved_russian]

    was, now = [said(row) for row in kept], [said(image(row)) for row in rows]
    if kind in _WRITTEN_ANEW:
        return sorted(map(repr, was)) != sorted(map(repr, now))
    keys, others = [row["id"] for row in kept], [row.id for row in rows]
    return dict(zip(keys, was, strict=True)) != dict(zip(others, now, strict=True))


_WRITTEN_ANEW = (Responsible, Funding, Link)
