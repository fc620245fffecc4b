"""How does a plan become again what was approved, when an amendment comes to nothing?"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import arranging_actions, baselines, records, rules
from ayil_desktop.strategy.records import Activity, Indicator, Link, PriorityService, Responsible, Strategy, Task
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Deadline, Kind

Json = dict[str, Any]


def withdraw_with_changes(store: Store, *, strategy_id: str) -> Done:
    """Put the plan back as it was approved last, and close the open amendment without a decision.

    Rows that were removed come back with what the approval froze: numbers, Kyrgyz texts, deadlines, persons, links.
    Refused where something stays different that is not put back by itself: a removed service, a standard, what was
    reviewed since.
    """
    with work(store, Message("Put the plan back as approved")) as session:
        strategy = records.strategy(session, strategy_id)
        amendment = rules.open_amendment(strategy)
        if amendment is None:
            raise Refused(Message("No amendment is open."), field="reason")
        approved = strategy.baselines[-1].content
        known = baselines.keys(approved)
        _remove_added_activities(session, strategy, known)
        _put_back(session, _read_again(session, strategy_id), approved)
        _remove_added_tasks(session, _read_again(session, strategy_id), known)
        strategy = _read_again(session, strategy_id)
        left = baselines.changes(approved, baselines.content(strategy))
        if left:
            what = tuple(Message("{what} {number}", what=one.what, number=one.number) for one in left[:_NAMED])
            raise Refused(
                Message("This has to be put back by hand first: {what}.", what=what), field="reason", clause="ST-R.1"
            )
        amendment.withdrawn = True
        return done(session, strategy_id)


def _read_again(session: Session, strategy_id: str) -> Strategy:
    session.flush()
    session.expire_all()
    return records.strategy(session, strategy_id)


def _remove_added_activities(session: Session, strategy: Strategy, approved: frozenset[str]) -> None:
    added = [one for one in rules.activities(strategy) if one.id not in approved]
    arranging_actions.check_unreviewed(added)
    for activity in added:
        arranging_actions.delete(session, strategy, activity)


def _remove_added_tasks(session: Session, strategy: Strategy, approved: frozenset[str]) -> None:
    """When the approved activities stand in their own tasks again, an added one is empty."""
    for priority in strategy.priorities:
        for task in priority.tasks:
            if task.id not in approved and not task.activities:
                arranging_actions.delete_task(session, task)
        if priority.id not in approved and all(task.id not in approved for task in priority.tasks):
            session.flush()
            for indicator in priority.indicators:
                session.delete(indicator)
            session.flush()
            session.delete(priority)


def _put_back(session: Session, strategy: Strategy, approved: Json) -> None:
    tasks = {one.id: one for priority in strategy.priorities for one in priority.tasks}
    activities = {one.id: one for one in rules.activities(strategy)}
    people = {person.name: person.id for person in records.people(session)}
    priorities = {one.id: one for one in strategy.priorities}
    for rank, service in enumerate(approved["services"], 1):
        priority = priorities.get(service["id"])
        if priority is None:
            continue
        priority.name_ky, priority.goal, priority.place = service["name"], service["goal"], rank
        _put_results(session, priority, service["results"])
        for place, kept in enumerate(service["tasks"], 1):
            _put_task(session, tasks.get(kept["id"]), kept, priority.id, place)
            for line, one in enumerate(kept["activities"], 1):
                _put_activity(session, activities.get(one["id"]), one, kept["id"], line, people)
    session.flush()
    _put_links(session, strategy, approved)


def _put_task(session: Session, task: Task | None, kept: Json, priority_id: str, place: int) -> None:
    if task is None:
        task = Task(id=kept["id"], indicators=[])
        session.add(task)
    task.priority_id, task.place = priority_id, place
    task.number, task.title_ky = kept["number"], kept["title"]
    session.flush()
    _put_results(session, task, kept["results"])


def _put_results(session: Session, holder: PriorityService | Task, texts: Sequence[str]) -> None:
    """The expected results in their order; one with measured values is never taken away."""
    if [one.text_ky for one in holder.indicators] == list(texts):
        return
    spare = list(holder.indicators)
    for place, text in enumerate(texts, 1):
        row = next((one for one in spare if one.text_ky == text), None) or next(iter(spare), None)
        if row is None:
            is_of_task = isinstance(holder, Task)
            row = Indicator(
                task_id=holder.id if is_of_task else None, priority_id=None if is_of_task else holder.id, place=place
            )
            session.add(row)
        else:
            spare.remove(row)
        row.text_ky, row.place = text, place
    for row in spare:
        if not row.values:
            session.delete(row)


def _put_activity(
    session: Session, activity: Activity | None, kept: Json, task_id: str, place: int, people: Mapping[str, str]
) -> None:
    if activity is None:
        activity = Activity(id=kept["id"], responsible=[])
        session.add(activity)
    activity.task_id, activity.place = task_id, place
    activity.number, activity.text_ky = kept["number"], kept["text"]
    activity.products, activity.resources = list(kept["products"]), list(kept["resources"])
    _put_deadline(activity, kept)
    session.flush()
    if [one.text for one in activity.responsible] != kept["responsible"]:
        for row in activity.responsible:
            session.delete(row)
        session.flush()
        for line, text in enumerate(kept["responsible"], 1):
            person_id = people.get(text.rstrip(" ;,."))
            session.add(Responsible(activity_id=activity.id, place=line, text=text, person_id=person_id))


def _put_deadline(activity: Activity, kept: Json) -> None:
    starts, ends = (datetime.date.fromisoformat(kept[name]) if kept[name] else None for name in ("from", "to"))
    now = (activity.deadline_ky, activity.deadline_kind, activity.starts, activity.ends)
    if now == (kept["deadline"], kept["kind"], starts, ends):
        return
    read = deadlines.read(kept["deadline"])
    kind = Kind(kept["kind"])
    is_plain = (read.kind, read.start, read.end) == (kind, starts, ends)
    said = read if is_plain else Deadline(kind, starts, ends)
    activity.deadline_ky, activity.deadline_kind = kept["deadline"], kept["kind"]
    activity.starts, activity.ends = starts, ends
    activity.deadline_ru = "" if kind is Kind.UNKNOWN else deadlines.write(said, "ru")


def _put_links(session: Session, strategy: Strategy, approved: Json) -> None:
    links = [link for activity in rules.activities(strategy) for link in activity.needs]
    standing = {priority.id for priority in strategy.priorities}
    kept = [one for service in approved["services"] if service["id"] in standing for one in _activities(service)]
    rows = {one["id"] for one in kept}
    wanted = {(before, one["id"]) for one in kept for before in one["needs"] if before in rows}
    for link in links:
        if (link.before_id, link.after_id) not in wanted:
            session.delete(link)
    known = {(link.before_id, link.after_id) for link in links}
    session.add_all(Link(before_id=before, after_id=after) for before, after in sorted(wanted - known))


def _activities(service: Json) -> Iterator[Json]:
    for task in service["tasks"]:
        yield from task["activities"]


_NAMED = 5
"""How many things that stay different a refusal names."""
