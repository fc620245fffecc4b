"""What does a sister plan have that this plan has not?"""

from collections.abc import Iterator, Sequence

from ayil_desktop.strategy import counterparts, rules
from ayil_desktop.strategy.counterparts import Line, Plan
from ayil_desktop.strategy.records import Activity, PriorityService

_AT_ONE_LOOK = 500  # activities of all plans that are compared unasked, after every change


def lacking(one: PriorityService, sister: PriorityService) -> tuple[Activity, ...]:
    """The sister's activities that this plan does not have, under whichever number."""
    there = set(counterparts.found(_plan(one), _plan(sister)).values())
    return tuple(activity for place, activity in enumerate(rules.activities_of(sister)) if place not in there)


def oversights(priorities: Sequence[PriorityService]) -> Iterator[tuple[PriorityService, Activity]]:
    """For each service what all the others (two at least) have and it has not, as the first of them has it.

    In a plan made from a model that is usually an oversight. Nothing of plans too large for one look.
    """
    plans = [_plan(one) for one in priorities]
    if len(plans) < 3 or sum(len(plan.lines) for plan in plans) > _AT_ONE_LOOK:
        return
    for number, priority in enumerate(priorities):
        own = plans[number]
        first, *others = plans[:number] + plans[number + 1 :]
        sister = priorities[0 if number else 1]
        there = set(counterparts.found(own, first).values())
        for place, activity in enumerate(rules.activities_of(sister)):
            if place not in there and all(_have(place, first, other, own) for other in others):
                yield priority, activity


def _have(place: int, first: Plan, other: Plan, own: Plan) -> bool:
    """Whether another plan has the same work, and has it as something that this plan lacks."""
    theirs = counterparts.found(first, other).get(place)
    return theirs is not None and theirs not in counterparts.found(own, other).values()


def _plan(priority: PriorityService) -> Plan:
    lines = (Line(one.number, task.number, one.text_ky) for task in priority.tasks for one in task.activities)
    return Plan(tuple(lines), (priority.name_ky, priority.name_in_plan, priority.service.name_ky))
