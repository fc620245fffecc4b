"""What of a strategy does an approval keep?"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from ayil_desktop.office.records import Standard
from ayil_desktop.strategy import entries, rules, russian, versions
from ayil_desktop.strategy.records import Activity, Indicator, PriorityService, Section, Status, Strategy, Task

Json = dict[str, Any]


def content(strategy: Strategy) -> Json:
    """The strategy as it stands, with texts, dates, persons and money: what a baseline keeps.

    Each part has the Russian texts that stand in it; one that is not written yet is not frozen.
    """
    said = _russian(strategy)
    return {
        "russian": said.get("", []),
        "title": strategy.title_ky,
        "title_page": list(strategy.title_page),
        "begins": _iso(strategy.begins),
        "ends": _iso(strategy.ends),
        "controller": strategy.controller_ky,
        "body": strategy.body_id,
        "sections": [_section(section) | {"russian": said.get(section.id, [])} for section in strategy.sections],
        "services": [_service(strategy, priority, said) for priority in strategy.priorities],
    }


Said = Mapping[str, Sequence[Json]]
"""Russian texts by the part of the plan that they stand in."""


def _russian(strategy: Strategy) -> Said:
    found: dict[str, list[Json]] = {}
    for one in russian.texts(strategy):
        if not one.is_missing:
            found.setdefault(one.row, []).append({"id": one.id, "kyrgyz": one.kyrgyz, "words": one.russian})
    return found


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "number": section.number,
        "heading": section.title_ky,
        "words": entries.written(section.blocks),
    }


def _service(strategy: Strategy, priority: PriorityService, said: Said) -> Json:
    return {
        "russian": said.get(priority.id, []),
        "id": priority.id,
        "name": priority.name_ky,
        "name_in_plan": priority.name_in_plan,
        "votes": priority.votes,
        "justification": list(priority.justification),
        "causes": list(priority.causes),
        "within_competence": priority.within_competence,
        "development_plan": priority.development_plan_reference,
        "headings": [getattr(priority, name) for name in _HEADINGS],
        "table_headings": [*priority.standards_headings, *priority.plan_headings],
        "goal": priority.goal,
        "results": [one.text_ky for one in priority.indicators],
        "signs": [one.sign for one in priority.indicators],
        "figures": [_figures(one) for one in priority.indicators],
        "standards": [_standard(one, priority, said) for one in versions.held(strategy, priority)],
        "tasks": [_task(task, said) for task in priority.tasks],
    }


_HEADINGS = ("standards_title", "plan_title", "service_line", "goal_label", "results_label")


def _standard(standard: Standard, priority: PriorityService, said: Said) -> Json:
    """`id` is the place in the strategy, `version` the record that held it."""
    place = russian.place_of(priority, standard.criterion)
    return {
        "id": place,
        "russian": said.get(place, []),
        "texts": list(standard.texts),
        "version": standard.id,
    }


def _figures(indicator: Indicator) -> Json:
    return {"unit": indicator.unit, "base": indicator.base, "target": indicator.target}


def _task(task: Task, said: Said) -> Json:
    return {
        "russian": said.get(task.id, []),
        "id": task.id,
        "number": task.number,
        "title": task.title_ky,
        "kind_word": task.kind_word,
        "results_label": task.results_label,
        "results": [one.text_ky for one in task.indicators],
        "signs": [one.sign for one in task.indicators],
        "figures": [_figures(one) for one in task.indicators],
        "activities": [_activity(one, said) for one in task.activities],
    }


def _activity(activity: Activity, said: Said) -> Json:
    return {
        "russian": said.get(activity.id, []),
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
        "funding": sorted(
            ({"source": one.source.value, "amount": one.amount} for one in activity.funding),
            key=lambda one: str(one["source"]),
        ),
    }


def ids(strategy: Strategy) -> frozenset[str]:
    """The services, tasks and activities that were ever approved."""
    return frozenset().union(*(keys(one.content) for one in strategy.baselines))


def keys(content: Json) -> frozenset[str]:
    """The ids of the services, tasks and activities that a baseline or the plan as it stands holds."""
    return frozenset(key for (kind, key), _ in parts(content) if kind in ("service", "task", "activity"))


def standards(content: Mapping[str, Any]) -> Iterator[Json]:
    """Every standard that a baseline holds."""
    for service in content["services"]:
        yield from service.get("standards", ())


def russian_words(content: Json) -> dict[str, str]:
    """The Russian texts that an approval froze, by `russian.Text.id`."""
    return {one["id"]: one["words"] for _, part in parts(content) for one in part.get("russian", ())}


def locked_russian(strategy: Strategy) -> dict[str, str]:
    """The approved Russian texts that cannot be written anew now (ST-R.1)."""
    if strategy.status is Status.DRAFT or rules.open_amendment(strategy) is not None:
        return {}
    return russian_words(cast(Json, strategy.baselines[-1].content))


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def parts(plan: Json) -> Iterator[tuple[tuple[str, str], Json]]:
    head: Json = {
        name: plan[name] for name in ("title_page", "begins", "ends", "controller", "body", "russian") if name in plan
    }
    yield ("strategy", ""), {"id": "", "kind_": "strategy", "strategy_title": plan["title"], **head}
    for section in plan.get("sections", ()):
        yield ("section", section["id"]), section | {"kind_": "section"}
    for service in plan["services"]:
        yield ("service", service["id"]), service | {"kind_": "service"}
        for standard in service.get("standards", ()):
            yield ("standard", standard["id"]), standard | {"kind_": "standard", "service": service["id"]}
        for task in service["tasks"]:
            yield ("task", task["id"]), task | {"kind_": "task"}
            for activity in task["activities"]:
                yield ("activity", activity["id"]), activity | {"kind_": "activity"}
