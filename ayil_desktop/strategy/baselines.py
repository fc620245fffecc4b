"""What was approved, and what has changed since?"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Standard
from ayil_desktop.strategy import moved_rows, versions
from ayil_desktop.strategy.records import Activity, PriorityService, Strategy, Task

Json = dict[str, Any]


def content(strategy: Strategy) -> Json:
    """The plan as it stands, with texts, dates and persons: what a baseline keeps."""
    return {
        "title": strategy.title_ky,
        "services": [_service(priority) for priority in strategy.priorities],
    }


def _service(priority: PriorityService) -> Json:
    return {
        "id": priority.id,
        "name": priority.name_ky,
        "goal": priority.goal,
        "results": [one.text_ky for one in priority.indicators],
        "standards": [_standard(one, priority) for one in versions.latest(priority.service)],
        "tasks": [_task(task) for task in priority.tasks],
    }


def _standard(standard: Standard, priority: PriorityService) -> Json:
    return {"id": f"{priority.id}/{standard.criterion.value}", "texts": list(standard.texts)}


def _task(task: Task) -> Json:
    return {
        "id": task.id,
        "number": task.number,
        "title": task.title_ky,
        "results": [one.text_ky for one in task.indicators],
        "activities": [_activity(one) for one in task.activities],
    }


def _activity(activity: Activity) -> Json:
    return {
        "id": activity.id,
        "number": activity.number,
        "text": activity.text_ky,
        "products": activity.products,
        "resources": activity.resources,
        "deadline": activity.deadline_ky,
        "kind": activity.deadline_kind,
        "from": _iso(activity.starts),
        "to": _iso(activity.ends),
        "responsible": [one.text for one in activity.responsible],
        "needs": sorted(link.before_id for link in activity.needs),
    }


def ids(strategy: Strategy) -> frozenset[str]:
    """The services, tasks and activities that were ever approved."""
    return frozenset().union(*(keys(one.content) for one in strategy.baselines))


def keys(content: Json) -> frozenset[str]:
    """The ids of everything that a baseline or the plan as it stands holds."""
    return frozenset(key for (_, key), _ in _parts(content))


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


@dataclass(frozen=True)
class Change:
    """One difference between an approved plan and another state of it.

    `number` is that of the service, task or activity, `key` its id; `before` or `after` is empty for something added or
    removed.
    """

    what: Message
    number: str
    before: str
    after: str
    key: str = ""


FIELDS: Mapping[str, Message] = {
    "name": Message("Name of the service"),
    "goal": Message("Goal"),
    "title": Message("Task"),
    "results": Message("Expected results"),
    "number": Message("Number"),
    "text": Message("Activity"),
    "products": Message("Products"),
    "resources": Message("Resources"),
    "texts": Message("Standard"),
    "deadline": Message("Deadline"),
    "responsible": Message("Responsible"),
    "needs": Message("Needs first"),
}


def changes(before: Json, after: Json) -> tuple[Change, ...]:
    """Everything that differs, in the order of the plan; what is gone comes last."""
    old, new = dict(_parts(_named(before))), dict(_parts(_named(after)))
    for service in before["services"]:
        if "standards" not in service:
            # Approved before baselines kept the standards: what they were then is not known.
            new = {key: part for key, part in new.items() if part.get("service") != service["id"]}
    found = [change for key, part in new.items() for change in _of_part(old.get(key), part)]
    gone = [
        Change(_KINDS[kind], _number(part), _title(part), "", _row(part))
        for (kind, key), part in old.items()
        if (kind, key) not in new
    ]
    moved = [Change(PLACE, one.number, one.before, one.after, one.key) for one in moved_rows.moved(before, after)]
    return (*found, *moved, *gone)


PLACE = Message("Place among its neighbours")


def _named(plan: Json) -> Json:
    """The plan with the numbers of the activities that one needs, for whoever reads it; a baseline keeps their ids."""
    numbers = {key: _number(part) for (_, key), part in _parts(plan)}
    services = [
        service
        | {
            "tasks": [
                task | {"activities": [_with_needs(one, numbers) for one in task["activities"]]}
                for task in service["tasks"]
            ]
        }
        for service in plan["services"]
    ]
    return plan | {"services": services}


def _with_needs(activity: Json, numbers: Mapping[str, str]) -> Json:
    return activity | {"needs": sorted(numbers.get(key, key) for key in activity.get("needs", ()))}


_KINDS: Mapping[str, Message] = {
    "service": Message("Service"),
    "standard": Message("Standard"),
    "task": Message("Task"),
    "activity": Message("Activity"),
}


def _parts(plan: Json) -> Iterator[tuple[tuple[str, str], Json]]:
    for service in plan["services"]:
        yield ("service", service["id"]), service | {"kind_": "service"}
        for standard in service.get("standards", ()):
            yield ("standard", standard["id"]), standard | {"kind_": "standard", "service": service["id"]}
        for task in service["tasks"]:
            yield ("task", task["id"]), task | {"kind_": "task"}
            for activity in task["activities"]:
                yield ("activity", activity["id"]), activity | {"kind_": "activity"}


def _of_part(old: Json | None, new: Json) -> Iterator[Change]:
    if old is None:
        yield Change(_KINDS[new["kind_"]], _number(new), "", _title(new), _row(new))
        return
    for name, what in FIELDS.items():
        if name in new and old.get(name) != new[name]:
            yield Change(what, _number(new), _text(old.get(name)), _text(new[name]), _row(new))


def _row(part: Json) -> str:
    """The row of the plan that a part belongs to: a standard to its service's."""
    return cast(str, part.get("service") or part["id"])


def _number(part: Json) -> str:
    return cast(str, part.get("number", ""))


def _title(part: Json) -> str:
    return cast(str, part.get("text") or part.get("title") or part.get("name") or _text(part.get("texts")))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return "" if value is None else str(value)
