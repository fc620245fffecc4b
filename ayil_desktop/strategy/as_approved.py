"""Which plan counted on a day that is over? What was approved last by then, with all that was followed up (ST-R.1).

It is read again from what its approval kept, and stands in no session: services, tasks and activities with their words,
days, persons, money and links. Expected results are not among them; whoever reports does not ask for them.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy.orm.attributes import set_committed_value

from ayil_desktop.office.records import Service
from ayil_desktop.store.base import Record
from ayil_desktop.strategy import baselines, rules
from ayil_desktop.strategy.approval_records import Baseline
from ayil_desktop.strategy.baselines import Json
from ayil_desktop.strategy.records import (
    Activity,
    Funding,
    Link,
    PriorityService,
    Responsible,
    Source,
    Strategy,
    Task,
)

AnyRow = TypeVar("AnyRow", bound=Record)
Russian = Mapping[str, str]
"""The Russian texts that an approval froze, by `russian.Text.id`."""


def on(counted: Strategy, day: datetime.date) -> Strategy:
    """The plan that counted on a day, of a strategy that counts now: the same where nothing was approved since."""
    kept = baseline_on(counted.baselines, day)
    return _read(counted, kept) if kept is not None and is_amended_since(counted.baselines, day) else counted


def baseline_on(known: Sequence[Baseline], day: datetime.date) -> Baseline | None:
    """The last approval up to a day, before the first one that; None of a draft."""
    return next((one for one in reversed(known) if one.on <= day), known[0] if known else None)


def is_amended_since(known: Sequence[Baseline], day: datetime.date) -> bool:
    """Whether another plan counts now than on a day."""
    return bool(known) and baseline_on(known, day) is not known[-1]


def _read(counted: Strategy, kept: Baseline) -> Strategy:
    content = cast(Json, kept.content)
    russian = baselines.russian_words(content)
    strategy = _copy(Strategy, counted, {"id": counted.id, "title_ky": content["title"]}, russian)
    known = [one for one in counted.baselines if one.number <= kept.number]
    by = {one.amendment_id for one in known}
    set_committed_value(strategy, "order", counted.order)
    set_committed_value(strategy, "reviews", list(counted.reviews))
    set_committed_value(strategy, "baselines", known)
    set_committed_value(strategy, "amendments", [one for one in counted.amendments if one.id in by])
    standing = {one.id: one for one in counted.priorities}
    tasks = {task.id: task for one in counted.priorities for task in one.tasks}
    activities = {one.id: one for one in rules.activities(counted)}
    priorities = [
        _priority(service, place, standing.get(service["id"]), russian)
        for place, service in enumerate(content["services"], 1)
    ]
    _hand_out(strategy, "priorities", priorities, "strategy")
    for priority, service in zip(priorities, content["services"], strict=True):
        own = [_task(one, place, tasks.get(one["id"]), russian) for place, one in enumerate(service["tasks"], 1)]
        _hand_out(priority, "tasks", own, "priority")
        for task, of in zip(own, service["tasks"], strict=True):
            found = [_activity(one, activities.get(one["id"]), russian) for one in of["activities"]]
            _hand_out(task, "activities", found, "task")
    return strategy


def _priority(kept: Json, place: int, row: PriorityService | None, russian: Russian) -> PriorityService:
    said = {"id": kept["id"], "place": place, "name_ky": kept["name"]}
    said |= {name: kept[name] for name in ("name_in_plan", "goal") if name in kept}
    made = _copy(PriorityService, row, said, russian)
    set_committed_value(made, "service", row.service if row else Service(name_ky=kept["name"], name_ru=""))
    return made


def _task(kept: Json, place: int, row: Task | None, russian: Russian) -> Task:
    said = {"id": kept["id"], "place": place, "number": kept["number"], "title_ky": kept["title"]}
    said |= {name: kept[name] for name in ("kind_word",) if name in kept}
    return _copy(Task, row, said, russian)


def _activity(kept: Json, row: Activity | None, russian: Russian) -> Activity:
    first, last = (datetime.date.fromisoformat(day) if day else None for day in (kept["from"], kept["to"]))
    said = {
        "id": kept["id"],
        "number": kept["number"],
        "text_ky": kept["text"],
        "deadline_ky": kept["deadline"],
        "deadline_kind": kept["kind"],
        "starts": first,
        "ends": last,
    }
    said |= {name: kept[name] for name in ("products", "resources") if name in kept}
    made = _copy(Activity, row, said, russian)
    for name in ("entries", "occurrences", "proofs"):
        set_committed_value(made, name, list(getattr(row, name)) if row else [])
    set_committed_value(made, "responsible", list(_responsible(kept, row)))
    money = [Funding(source=Source(one["source"]), amount=one["amount"]) for one in kept.get("funding", ())]
    set_committed_value(made, "funding", money)
    links = [Link(before_id=before, after_id=kept["id"]) for before in kept.get("needs", ())]
    set_committed_value(made, "needs", links)
    return made


def _responsible(kept: Json, row: Activity | None) -> Iterable[Responsible]:
    """As they were written then; who is meant, and a Russian side that came later, of those who are written so now."""
    now = {one.text: one for one in (row.responsible if row else ())}
    approved = {
        one["kyrgyz"]: one["words"]
        for one in kept.get("russian", ())
        if one["id"].endswith("/text_ru") and not one["id"].startswith(kept["id"])
    }
    for place, text in enumerate(kept["responsible"]):
        same = now.get(text)
        made = _copy(Responsible, same, {"place": place, "text": text}, {})
        made.text_ru = approved.get(text, made.text_ru)
        set_committed_value(made, "person", same.person if same else None)
        yield made


def _copy(kind: type[AnyRow], row: AnyRow | None, approved: Mapping[str, Any], russian: Russian) -> AnyRow:
    """A row with what was approved of it, else with what stands there now; of a removed one with nothing else.

    Russian words are the approved ones, or where there were none those of now that say the same Kyrgyz text.
    """
    columns = kind.__table__.columns
    said = {one.name: getattr(row, one.name) if row is not None else _empty(one) for one in columns} | dict(approved)
    outdated = said.get("russian_of") or {}
    for name in columns.keys():
        kyrgyz = name.removesuffix("_ru") if name.endswith("_ru") else ""
        column = f"{kyrgyz}_ky" if f"{kyrgyz}_ky" in said else kyrgyz
        if kyrgyz and column in approved:
            is_same = row is not None and getattr(row, column) == said[column] and name not in outdated
            said[name] = russian.get(f"{said['id']}/{name}") or (said[name] if is_same else _empty(columns[name]))
    return kind(**said | ({"russian_of": {}} if "russian_of" in said else {}))


def _empty(column: Any) -> Any:
    """What a column holds where nothing was written."""
    default = column.default
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg


def _hand_out(holder: Record, name: str, rows: Sequence[Record], back: str) -> None:
    set_committed_value(holder, name, rows)
    for row in rows:
        set_committed_value(row, back, holder)
