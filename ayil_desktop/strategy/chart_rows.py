"""Which rows does the chart of a strategy have?"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ayil_desktop.strategy import bars, plan_paper, rules, russian
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.records import Activity, PriorityService, Responsible, Strategy
from ayil_desktop.strategy.rules import State
from ayil_desktop.workdays.deadlines import Kind


def rows(strategy: Strategy, states: Mapping[str, State], language: str) -> list[Row]:
    """Services, their tasks and activities in the order of the document, with summary spans and approved days."""
    approved = _approved(strategy)
    found: list[Row] = []
    for priority in strategy.priorities:
        found.extend(_of_service(priority, len(found), states, approved, language))
    return bars.spans(found)


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
    return activity_row(
        activity,
        parent,
        state,
        approved,
        language,
        Parts(
            activity.responsible, [one.on for one in activity.occurrences], [one.before_id for one in activity.needs]
        ),
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs to an activity in records of their own, as far as its row shows it."""

    responsible: Sequence[Responsible] = ()
    occurrences: Sequence[datetime.date] = ()
    needs: Sequence[str] = ()


def activity_row(
    activity: Activity, parent: int, state: State, approved: Mapping[str, Any] | None, language: str, parts: Parts
) -> Row:
    """The row of an activity; asks nothing of it but its own columns."""
    return Row(
        key=activity.id,
        level=2,
        number=activity.number,
        text=plan_paper.activity_text(activity, language),
        parent=parent,
        responsible="; ".join(plan_paper.responsible(one, language).rstrip(" ;,") for one in parts.responsible),
        words=plan_paper.deadline(activity, language),
        kind=Kind(activity.deadline_kind),
        starts=activity.starts,
        ends=activity.ends,
        state=state,
        occurrences=tuple(parts.occurrences),
        base=_base(activity, approved),
        needs=tuple(parts.needs),
    )


def _base(activity: Activity, approved: Mapping[str, Any] | None) -> Any:
    """The approved days where they are others than today's."""
    if approved is None or approved["to"] is None:
        return None
    then = rules.days_of(approved)
    return None if then == (activity.starts, activity.ends) else then
