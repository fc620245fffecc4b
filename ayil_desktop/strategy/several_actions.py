"""What can the secretary do with several rows of a plan at once? Each is one step to undo."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import arranging_actions, plan_images, removals, rules, selections
from ayil_desktop.strategy.follow_up_records import Progress, Review, ReviewEntry
from ayil_desktop.strategy.records import Activity, PriorityService, Strategy, Task

Placed = TypeVar("Placed", PriorityService, Task, Activity)


def remove_rows(store: Store, *, strategy_id: str, rows: Collection[str]) -> Done:
    """Take activities, tasks with all below them, and services without another plan out of the strategy."""
    with work(store, Message("Remove several rows")) as session:
        strategy = selections.strategy(session, strategy_id)
        rules.check_open(strategy)
        services = [one for one in strategy.priorities if one.id in rows]
        tasks = [task for one in strategy.priorities for task in one.tasks if task.id in rows]
        for service in services:
            if _left(service.tasks, tasks):
                raise Refused(Message("This service has a plan. Remove its tasks first."), field="tasks")
        activities = [one for one in rules.activities(strategy) if one.id in rows or one.task_id in rows]
        arranging_actions.check_unreviewed(activities)
        holders: list[Task | PriorityService] = [*tasks, *services]
        arranging_actions.check_unmeasured(result for one in holders for result in one.indicators)
        _remember(session, strategy, services, tasks, activities)
        _delete_activities(session, strategy, activities)
        for task in tasks:
            arranging_actions.delete_task(session, task)
        session.flush()
        for service in services:
            arranging_actions.delete_service(session, service)
        _close_up(strategy, services, tasks, activities)
        return done(session, strategy_id)


def record_states(
    store: Store,
    *,
    review_id: str,
    activities: Collection[str],
    progress: Progress,
    done_on: datetime.date | None = None,
) -> Done:
    """What a review says of several activities; their remarks, and days told before, stay."""
    with work(store, Message("Record how far several activities are")) as session:
        review = session.get_one(Review, review_id)
        if done_on is not None and done_on > review.on:
            raise Refused(Message("The review is of {date}; this day comes after it.", date=review.on), field="done_on")
        said = {one.activity_id: one for one in selections.review_entries(session, review_id)}
        told = selections.days_done(session, review)
        for key in activities:
            entry = said.get(key)
            if entry is None:
                entry = ReviewEntry(review_id=review_id, activity_id=key, progress=progress, remark="")
                session.add(entry)
            entry.progress = progress
            entry.done_on = (done_on or told.get(key)) if progress is Progress.DONE else None
        return done(session, review_id)


def _remember(
    session: Session,
    strategy: Strategy,
    services: Sequence[PriorityService],
    tasks: Sequence[Task],
    activities: Sequence[Activity],
) -> None:
    """Each row once: what hangs on a service or a task comes with it."""
    whole = [row for one in services for row in plan_images.of_priority(one)]
    whole += [row for one in tasks for row in plan_images.of_task(one)]
    whole += [row for one in activities for row in plan_images.of_activity(one)]
    removals.remember(session, strategy, dict.fromkeys(whole))


def _delete_activities(session: Session, strategy: Strategy, activities: Sequence[Activity]) -> None:
    """With their links from and to others, their persons, money and occurrences."""
    gone = {one.id for one in activities}
    for other in rules.activities(strategy):
        for link in other.needs:
            if link.before_id in gone or link.after_id in gone:
                session.delete(link)
    for one in activities:
        for row in [*one.responsible, *one.funding, *one.occurrences]:
            session.delete(row)
    session.flush()
    for one in activities:
        session.delete(one)
    session.flush()


def _close_up(
    strategy: Strategy, services: Sequence[PriorityService], tasks: Sequence[Task], activities: Sequence[Activity]
) -> None:
    """The places of what stays follow each other again."""
    _number(_left(strategy.priorities, services))
    for service in _left(strategy.priorities, services):
        _number(_left(service.tasks, tasks))
        for task in _left(service.tasks, tasks):
            _number(_left(task.activities, activities))


def _left(every: Iterable[Placed], gone: Sequence[Placed]) -> list[Placed]:
    keys = {one.id for one in gone}
    return [one for one in every if one.id not in keys]


def _number(rows: Sequence[Placed]) -> None:
    for place, row in enumerate(rows, 1):
        row.place = place
