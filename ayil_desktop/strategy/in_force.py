"""Which plan counts? What the council approved last, with all that has been followed up since (ST-R.1).

A draft counts as it stands, and so does an approved plan. While an amendment of it is written and not decided, what
stood when it was opened counts: its rows, words, days and persons. Whatever reports, reminds or hands the plan on asks
here; only what is printed across with "draft" shows the amendment.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from ayil_desktop.store.base import Record
from ayil_desktop.strategy import baselines, plan_images, rules, selections
from ayil_desktop.strategy.plan_images import APPROVED, FREE, Image, Images
from ayil_desktop.strategy.records import (
    Activity,
    Funding,
    Indicator,
    IndicatorValue,
    Link,
    Occurrence,
    PriorityService,
    Proof,
    Responsible,
    Section,
    Strategy,
    Task,
)

Rows = Mapping[type[Record], Sequence[Any]]


def strategy(session: Session, written: Strategy) -> Strategy:
    """The strategy that counts, of one that was read with everything that belongs to it.

    It is the same where no amendment is open; else it stands in no session, and has no open amendment.
    """
    amendment = rules.open_amendment(written)
    if amendment is None:
        return written
    began, *removed = (one.rows for one in selections.images(session, amendment.id))
    now: dict[type[Record], dict[str, Any]] = defaultdict(dict)
    for row in plan_images.of_strategy(written):
        now[type(row)][row.id] = row
    russian = baselines.russian_words(written.baselines[-1].content)
    rows: dict[type[Record], list[Any]] = {}
    for kind in APPROVED:
        rows[kind] = [_copy(*pair, russian) for pair in _approved(kind, now[kind], began, removed)]
    holders = {row.id for kind in (Activity, Indicator) for row in rows[kind]}
    for kind in FREE:
        gone = plan_images.by_id(removed, kind)
        back = [kind(**plan_images.values(kind, image)) for key, image in gone.items() if key not in now[kind]]
        rows[kind] = [one for one in (*now[kind].values(), *back) if _holder(one) in holders]
    found: Strategy = _copy(written, began["strategy"][0], russian)
    _join(session, found, written, rows)
    return found


def _approved(
    kind: type[Record], now: Mapping[str, Any], began: Images, removed: Sequence[Images]
) -> Iterator[tuple[Any, Image]]:
    """The approved rows of a kind as they stand, or stood when they were removed; and as they were approved."""
    last = plan_images.by_id(removed, kind)
    for key, image in plan_images.by_id([began], kind).items():
        yield now.get(key) or kind(**plan_images.values(kind, last.get(key, image))), image


def _copy(row: Any, approved: Image, russian: Collection[str]) -> Any:
    kind = type(row)
    copied = kind(**{column.name: getattr(row, column.name) for column in kind.__table__.columns})
    plan_images.put(copied, plan_images.values(kind, approved), russian)
    return copied


def _holder(row: Any) -> str:
    return str(row.indicator_id if isinstance(row, IndicatorValue) else row.activity_id)


def _join(session: Session, found: Strategy, written: Strategy, rows: Rows) -> None:
    """Every row in its list, in order; what the copies do not have is shared with the rows that they copy."""
    for name in ("order", "reviews", "baselines"):
        set_committed_value(found, name, getattr(written, name))
    closed = [one for one in written.amendments if one.decided_on is not None or one.withdrawn]
    set_committed_value(found, "amendments", closed)
    standing = {one.id: one for one in rules.activities(written)}
    files = {one.id: one.attachment for activity in standing.values() for one in activity.proofs}
    _hand_out([found], "sections", rows[Section], "strategy_id", "strategy", _place)
    _hand_out([found], "priorities", rows[PriorityService], "strategy_id", "strategy", _place)
    _hand_out(rows[PriorityService], "tasks", rows[Task], "priority_id", "priority", _place)
    _hand_out(rows[Task], "activities", rows[Activity], "task_id", "task", _place)
    for holders, column in ((rows[PriorityService], "priority_id"), (rows[Task], "task_id")):
        _hand_out(holders, "indicators", rows[Indicator], column, "", _place)
    _hand_out(rows[Indicator], "values", rows[IndicatorValue], "indicator_id", "", lambda one: one.on)
    for name, kind, order in _OF_AN_ACTIVITY:
        _hand_out(rows[Activity], name, rows[kind], "after_id" if kind is Link else "activity_id", "", order)
    for activity in rows[Activity]:
        same = standing.get(activity.id)
        set_committed_value(activity, "entries", list(same.entries) if same else [])
        for proof in activity.proofs:
            set_committed_value(proof, "attachment", files.get(proof.id))
    known = {one.id: one for one in selections.people(session)}
    for one in rows[Responsible]:
        set_committed_value(one, "person", known.get(one.person_id))
    services = selections.services(session, {one.service_id for one in rows[PriorityService]})
    for one in rows[PriorityService]:
        set_committed_value(one, "service", services[one.service_id])


def _place(row: Any) -> Any:
    return row.place


def _made(row: Any) -> Any:
    return row.created_at


_OF_AN_ACTIVITY: Sequence[tuple[str, type[Record], Callable[[Any], Any]]] = (
    ("responsible", Responsible, _place),
    ("funding", Funding, _made),
    ("occurrences", Occurrence, lambda one: one.on),
    ("proofs", Proof, lambda one: one.on),
    ("needs", Link, _made),
)


def _hand_out(
    holders: Iterable[Any], name: str, rows: Iterable[Any], column: str, back: str, order: Callable[[Any], Any]
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
