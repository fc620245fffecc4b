"""How can the secretary put the rows of a plan in order: move, number and remove tasks and activities?"""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import baselines, entries, next_numbers, open_plan, plan_images, removals, rules
from ayil_desktop.strategy.records import Activity, Indicator, PriorityService, Status, Strategy, Task


def move_task(store: Store, *, task_id: str, place: int) -> Done:
    """Another place in the service's plan; the number stays."""
    with work(store, Message("Move a task")) as session:
        entries.renumber(open_plan.task(session, task_id).priority.tasks, task_id, place)
        return done(session, task_id)


def move_activity(store: Store, *, activity_id: str, place: int, task_id: str | None = None) -> Done:
    """Another place in its task or, with `task_id`, in another one of the strategy.

    The number stays as approved; one that no council has approved yet continues the numbering of its new task.
    """
    with work(store, Message("Move an activity")) as session:
        found = open_plan.activity(session, activity_id)
        if task_id is None or task_id == found.task.id:
            entries.renumber(found.task.activities, activity_id, place)
            return done(session, activity_id)
        tasks = [task for priority in found.strategy.priorities for task in priority.tasks]
        goal = next((one for one in tasks if one.id == task_id), None)
        if goal is None:
            raise Refused(Message("An activity is moved within its strategy."), field="task_id")
        activity = found.activity
        if activity_id not in baselines.ids(found.strategy):
            activity.number = next_numbers.of_activity(found.strategy, goal)
        activity.task_id = goal.id
        entries.renumber([*goal.activities, activity], activity_id, place)
        _close_up([one for one in found.task.activities if one.id != activity_id])
        return done(session, activity_id)


def number_task(store: Store, *, task_id: str, number: str) -> Done:
    """Another number of a task, as the approved text has it."""
    with work(store, Message("Change the number of a task")) as session:
        open_plan.task(session, task_id).task.number = _number(number)
        return done(session, task_id)


def number_activity(store: Store, *, activity_id: str, number: str) -> Done:
    """Another number of an activity, as the approved text has it."""
    with work(store, Message("Change the number of an activity")) as session:
        open_plan.activity(session, activity_id).activity.number = _number(number)
        return done(session, activity_id)


def _number(written: str) -> str:
    number = entries.text(written, field="number")
    if not number:
        raise Refused(Message("Write the number."), field="number")
    return number


def number_anew(store: Store, *, priority_id: str) -> Done:
    """1, 1.1, 1.2, 2 … in the order of the rows; numbers that a council has approved are left alone (ST-R.1)."""
    with work(store, Message("Number the plan anew")) as session:
        found = open_plan.plan(session, priority_id)
        if found.strategy.status is not Status.DRAFT:
            raise Refused(
                Message("The numbers of an approved plan stay. Change a single number where the text has another one."),
                field="number",
                clause="ST-R.1",
            )
        for first, task in enumerate(found.priority.tasks, 1):
            task.number = str(first)
            for second, activity in enumerate(task.activities, 1):
                activity.number = f"{first}.{second}"
        return done(session, priority_id)


def remove_task(store: Store, *, task_id: str) -> Done:
    """Take a task with its activities out of the plan; not where one was followed up, or a result measured."""
    with work(store, Message("Remove a task")) as session:
        found = open_plan.task(session, task_id)
        check_unreviewed(found.task.activities)
        check_unmeasured(found.task.indicators)
        removals.remember(session, found.strategy, plan_images.of_task(found.task))
        for activity in list(found.task.activities):
            delete(session, found.strategy, activity)
        delete_task(session, found.task)
        _close_up([one for one in found.priority.tasks if one.id != task_id])
        return done(session, found.priority.id)


def remove_activity(store: Store, *, activity_id: str) -> Done:
    """Take an activity out of the plan; one that was followed up stays and is cancelled instead."""
    with work(store, Message("Remove an activity")) as session:
        found = open_plan.activity(session, activity_id)
        check_unreviewed([found.activity])
        removals.remember(session, found.strategy, plan_images.of_activity(found.activity))
        delete(session, found.strategy, found.activity)
        _close_up([one for one in found.task.activities if one.id != activity_id])
        return done(session, found.task.id)


def check_unreviewed(activities: Sequence[Activity]) -> None:
    """Refused where a review or a proof speaks of one of them, or a time of it was ticked off."""
    kept = [one.number for one in activities if one.entries or one.proofs or one.occurrences]
    if kept:
        raise Refused(
            Message(
                "Reviewed, ticked off or proved already: {numbers}. Mark as cancelled instead.", numbers=tuple(kept)
            ),
            field="state",
        )


def check_unmeasured(indicators: Iterable[Indicator]) -> None:
    """Refused where values were measured for one of these results: they would be lost."""
    measured = next((one for one in indicators if one.values), None)
    if measured is not None:
        raise Refused(
            Message("Values were measured for the result “{result}”; it stays.", result=measured.text_ky),
            field="values",
        )


def delete(session: Session, strategy: Strategy, activity: Activity) -> None:
    """With its links from and to others, its persons, money and occurrences; within the work of another action."""
    for other in rules.activities(strategy):
        for link in other.needs:
            if activity.id in (link.before_id, link.after_id) and link in session:
                session.delete(link)
    for row in [*activity.responsible, *activity.funding, *activity.occurrences]:
        session.delete(row)
    session.flush()
    session.delete(activity)
    session.flush()


def delete_task(session: Session, task: Task) -> None:
    """With its expected results, when its activities are gone; within the work of another action."""
    _delete_indicators(session, task.indicators)
    session.delete(task)


def delete_service(session: Session, priority: PriorityService) -> None:
    """With its expected results, when its tasks are gone; within the work of another action."""
    _delete_indicators(session, priority.indicators)
    session.delete(priority)


def _delete_indicators(session: Session, indicators: Sequence[Indicator]) -> None:
    for indicator in indicators:
        for value in indicator.values:
            session.delete(value)
        session.flush()
        session.delete(indicator)
    session.flush()


def _close_up(rows: Sequence[Task | Activity]) -> None:
    for place, row in enumerate(rows, 1):
        row.place = place
