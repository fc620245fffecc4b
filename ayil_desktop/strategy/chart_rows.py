"""Which rows does the chart of a strategy have?"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from ayil_desktop.strategy import bars, plan_paper, rules, russian
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.records import Activity, PriorityService, Strategy
from ayil_desktop.strategy.rules import Days, State
from ayil_desktop.workdays.deadlines import Kind


def rows(strategy: Strategy, states: Mapping[str, State], language: str) -> list[Row]:
    """Services, their tasks and activities in the order of the document, with summary spans and approved days."""
    approved = _approved(strategy)
    found: list[Row] = []
    for priority in strategy.priorities:
        found.extend(_of_service(priority, len(found), states, approved, language))
    return bars.spans(found)


def changed(
    known: list[Row], strategy: Strategy, states: Mapping[str, State], language: str, keys: Collection[str]
) -> list[Row]:
    """The same rows where only these activities are others; the spans above them follow."""
    found, approved = list(known), _approved(strategy)
    every = {one.id: one for one in rules.activities(strategy) if one.id in keys}
    for place, row in enumerate(known):
        if row.level == 2 and row.key in every:
            activity = every[row.key]
            found[place] = _of_activity(activity, row.parent, states[row.key], approved.get(row.key), language)
    return bars.spans([row if row.level == 2 else row._replace(starts=None, ends=None) for row in found])


def _approved(strategy: Strategy) -> dict[str, dict[str, Any]]:
    """The approved activities of the last baseline by their ids."""
    return approved_in(strategy.baselines[-1].content) if strategy.baselines else {}


def approved_in(content: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The activities of a baseline by their ids."""
    return {
        one["id"]: one for service in content["services"] for task in service["tasks"] for one in task["activities"]
    }


def _of_service(
    priority: PriorityService, place: int, states: Mapping[str, State], approved: Mapping[str, Any], language: str
) -> Iterator[Row]:
    yield Row(priority.id, 0, str(priority.place), plan_paper.name(priority, language))
    below = place
    for task in priority.tasks:
        below += 1
        title = russian.said(task.title_ky, task.title_ru, language)
        yield Row(task.id, 1, task.number, title, parent=place)
        task_place = below
        for activity in task.activities:
            below += 1
            yield _of_activity(activity, task_place, states[activity.id], approved.get(activity.id), language)


def _of_activity(
    activity: Activity, parent: int, state: State, approved: Mapping[str, Any] | None, language: str
) -> Row:
    return Row(
        key=activity.id,
        level=2,
        number=activity.number,
        text=plan_paper.activity_text(activity, language),
        parent=parent,
        responsible=joined([plan_paper.responsible(one, language) for one in activity.responsible]),
        words=plan_paper.deadline(activity, language),
        kind=Kind(activity.deadline_kind),
        starts=activity.starts,
        ends=activity.ends,
        state=state,
        occurrences=tuple(one.on for one in activity.occurrences),
        base=None if approved is None else base((activity.starts, activity.ends), approved),
        needs=tuple(one.before_id for one in activity.needs),
    )


def joined(names: Iterable[str]) -> str:
    """Who is responsible, in one line."""
    return "; ".join(name.rstrip(" ;,") for name in names)


def base(days: Days, approved: Mapping[str, Any]) -> tuple[datetime.date | None, datetime.date] | None:
    """The approved days where they are others than today's."""
    if approved["to"] is None:
        return None
    then = rules.days_of(approved)
    return None if then == days else then
