"""What does the program conclude about a strategy on a day, as open data?"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ayil_desktop.meetings import choices
from ayil_desktop.strategy import plan_check, rules, standing
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.records import Activity, PriorityService, Strategy, Task
from ayil_desktop.strategy.standing import State

Json = dict[str, Any]
Days = Mapping[str, datetime.date]


def summary(
    written: Strategy,
    strategy: Strategy,
    today: datetime.date,
    language: str,
    not_held: Mapping[str, choices.State] | None = None,
) -> Json:
    """One object: services with tasks with activities; what is not recorded is None.

    `counts` by state and `funding` by source are no objects but maps of figures, and have no id.
    `strategy` is what counts of the `written` one, which may have an amendment that is not decided; `not_held` are the
    meetings that decided amendments and did not take place.
    """
    states = standing.states(strategy, today)
    return {
        "id": strategy.id,
        "title": strategy.title_ky,
        "status": strategy.status.value,
        "begins": _iso(strategy.begins),
        "ends": _iso(strategy.ends),
        "approved_by": _order(strategy),
        "amended_by": [_decision(one) for one in strategy.amendments if one.decided_on is not None],
        "open_amendment": _amendment(written),
        "date": today.isoformat(),
        "services": [_service(one, states, standing.days_done(strategy, today)) for one in strategy.priorities],
        "counts": {state.value: count for state, count in standing.counts(states.values()).items()},
        "percent_done": _share(standing.share(states.values())),
        "funding": {source.value: amount or None for source, amount in rules.sums(rules.activities(strategy)).items()},
        "warnings": list(_warnings(plan_check.check(strategy, not_held=not_held), language)),
    }


def _order(strategy: Strategy) -> Json | None:
    order = strategy.order
    return {"id": order.id, "number": order.number, "date": order.date.isoformat()} if order else None


def _decision(amendment: Amendment) -> Json:
    """Who decided it: a resolution, a meeting, or both."""
    order, day = amendment.order, amendment.decided_on
    return {
        "id": amendment.id,
        "reason": amendment.reason,
        "reason_ru": amendment.reason_ru,
        "date": _iso(day),
        "resolution": order.number if order else None,
        "meeting": amendment.meeting_id,
    }


def _amendment(written: Strategy) -> Json | None:
    """What is being changed and does not count yet."""
    amendment = rules.open_amendment(written)
    if amendment is None:
        return None
    return {
        "id": amendment.id,
        "reason": amendment.reason,
        "reason_ru": amendment.reason_ru,
        "opened_on": amendment.opened_on.isoformat(),
    }


def _service(priority: PriorityService, states: Mapping[str, State], days: Days) -> Json:
    return {
        "id": priority.id,
        "service": priority.service_id,
        "rank": priority.place,
        "votes": priority.votes,
        "name": priority.name_ky,
        "goal": priority.goal or None,
        "percent_done": _share(standing.share(states[one.id] for one in rules.activities_of(priority))),
        "tasks": [_task(task, states, days) for task in priority.tasks],
    }


def _task(task: Task, states: Mapping[str, State], days: Days) -> Json:
    return {
        "id": task.id,
        "number": task.number,
        "title": task.title_ky,
        "percent_done": _share(standing.share(states[one.id] for one in task.activities)),
        "activities": [_activity(one, states[one.id], days.get(one.id)) for one in task.activities],
    }


def _activity(activity: Activity, state: State, done_on: datetime.date | None) -> Json:
    return {
        "id": activity.id,
        "number": activity.number,
        "text": activity.text_ky,
        "deadline_text": activity.deadline_ky or None,
        "kind": activity.deadline_kind,
        "from": _iso(activity.starts),
        "to": _iso(activity.ends),
        "state": state.value,
        "done_on": _iso(done_on),
        "responsible": [one.text for one in activity.responsible],
        "products": list(activity.products),
        "resources": list(activity.resources),
    }


def _warnings(found: Iterable[plan_check.Warned], language: str) -> Iterator[Json]:
    """Each by an id of its own: of several of one kind at the same rows the later ones are counted."""
    told: Counter[str] = Counter()
    for warned in found:
        numbers = list(warned.numbers)
        key = f"{warned.finding.value}/{warned.service}/{','.join(numbers)}"
        told[key] += 1
        yield {
            "id": key if told[key] == 1 else f"{key}/{told[key]}",
            "rank": warned.service,
            "numbers": numbers,
            "text": warned.text.into(language),
        }


def _share(share: standing.Share) -> float | None:
    return None if share.percent is None else round(share.percent, 1)


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
