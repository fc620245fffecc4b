"""How do loose rows of a plan, of an image or of a file, become one strategy again, each in its list and in order?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm.attributes import set_committed_value

from ayil_desktop.office.records import Service
from ayil_desktop.store.base import Record
from ayil_desktop.strategy.approval_records import Amendment, Baseline
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

Rows = Mapping[type[Record], Sequence[Any]]


def join(
    strategy: Strategy,
    rows: Rows,
    services: Mapping[str, Service],
    baselines: Sequence[Baseline],
    amendments: Sequence[Amendment],
) -> None:
    """Nothing is brought into a session. The rows may be of several strategies; reviews are not joined."""
    set_committed_value(strategy, "baselines", sorted(baselines, key=lambda one: one.number))
    set_committed_value(strategy, "amendments", list(amendments))
    _hand_out([strategy], "sections", rows[Section], "strategy_id", _place, back="strategy")
    _hand_out([strategy], "priorities", rows[PriorityService], "strategy_id", _place, back="strategy")
    _hand_out(rows[PriorityService], "tasks", rows[Task], "priority_id", _place, back="priority")
    _hand_out(rows[Task], "activities", rows[Activity], "task_id", _place, back="task")
    _hand_out(rows[PriorityService], "indicators", rows[Indicator], "priority_id", _place)
    _hand_out(rows[Task], "indicators", rows[Indicator], "task_id", _place)
    _hand_out(rows[Indicator], "values", rows[IndicatorValue], "indicator_id", _on)
    for name, kind, order in _OF_AN_ACTIVITY:
        _hand_out(rows[Activity], name, rows[kind], "after_id" if kind is Link else "activity_id", order)
    for one in strategy.priorities:
        set_committed_value(one, "service", services[one.service_id])


def _place(row: Any) -> Any:
    return row.place


def _made(row: Any) -> Any:
    return row.created_at


def _on(row: Any) -> Any:
    return row.on


_OF_AN_ACTIVITY: Sequence[tuple[str, type[Record], Callable[[Any], Any]]] = (
    ("responsible", Responsible, _place),
    ("funding", Funding, _made),
    ("occurrences", Occurrence, _on),
    ("proofs", Proof, _on),
    ("needs", Link, _made),
)


def _hand_out(
    holders: Iterable[Any],
    name: str,
    rows: Iterable[Any],
    column: str,
    order: Callable[[Any], Any],
    *,
    back: str = "",
) -> None:
    """Rows to the lists of their holders, and where it is named their holder to each."""
    of: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        of[getattr(row, column)].append(row)
    for holder in holders:
        own = sorted(of[holder.id], key=order)
        set_committed_value(holder, name, own)
        for row in own if back else ():
            set_committed_value(row, back, holder)
