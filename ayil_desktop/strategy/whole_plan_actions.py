"""How does a whole plan come in at once: pasted, copied, taken from a sister plan, or carried into the next period?"""

import datetime
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import (
    actions,
    entries,
    next_numbers,
    open_plan,
    plan_actions,
    result_lines,
    rules,
    selections,
)
from ayil_desktop.strategy.next_numbers import PlanNumbers, Series
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.records import Activity, Indicator, Link, PriorityService, Responsible, Strategy, Task
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Deadline, Kind


@dataclass(frozen=True)
class TaskEntry:
    """A pasted task with its activities; with `task_id` they go to that task of the plan, whose title stays."""

    title_ky: str
    activities: Sequence[ActivityEntry]
    number: str = ""
    kind_word: str = ""
    results_label: str = ""
    results: Sequence[str] = ()
    task_id: str | None = None


def paste_plan(store: Store, *, priority_id: str, tasks: Sequence[TaskEntry]) -> Done:
    """A pasted table becomes tasks and activities of a service's plan, in one step."""
    steps = pasting(store, priority_id=priority_id, tasks=tasks)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(Done, end.value)


def pasting(store: Store, *, priority_id: str, tasks: Sequence[TaskEntry]) -> Generator[float, None, Done]:
    """The same bit by bit, for a table of thousands of rows: it tells how much of it is done. Closed before its end it
    leaves nothing."""
    count, done_of_it = sum(len(entry.activities) for entry in tasks), 0
    with work(store, Message("Paste a plan")) as session:
        plan = open_plan.plan(session, priority_id)
        priority = plan.priority
        numbering = PlanNumbers(plan.strategy, priority)
        task_numbers = numbering.of_tasks()
        people = {person.name: person.id for person in selections.people(session)}
        known = {one.id: one for one in priority.tasks}
        place = len(priority.tasks)
        for entry in tasks:
            task = known.get(entry.task_id or "")
            if task is None:
                place += 1
                task = _pasted(priority, entry, place, task_numbers)
                session.add(task)
            numbers = numbering.of_task(task)
            for some in _parts(entry.activities):
                _add(task, some, people, numbers)
                session.flush()
                done_of_it += len(some)
                yield done_of_it / count
        return done(session, priority.id, message=Message("Activities pasted: {count}", count=count))


def _parts(found: Sequence[ActivityEntry]) -> Iterator[Sequence[ActivityEntry]]:
    """So many that the user does not feel one of them."""
    for first in range(0, len(found), _AT_ONCE):
        yield found[first : first + _AT_ONCE]


_AT_ONCE = 50


def _pasted(priority: PriorityService, entry: TaskEntry, place: int, numbers: Series) -> Task:
    number = entries.text(entry.number, field="number")
    if number:
        numbers.take(number)
    task = Task(
        priority_id=priority.id,
        place=place,
        number=number or numbers.next(),
        kind_word=entries.text(entry.kind_word, field="kind_word"),
        title_ky=entries.text(entry.title_ky, field="title_ky") or str(place),
        results_label=entries.text(entry.results_label, field="results_label"),
    )
    task.activities = []
    priority.tasks.append(task)
    task.indicators = result_lines.of_lines(entries.lines(entry.results))
    return task


def _add(task: Task, found: Iterable[ActivityEntry], people: Mapping[str, str], numbers: Series) -> None:
    """At the end of the task, which has its activities loaded."""
    for entry in found:
        if entry.number:
            numbers.take(entry.number)
        numbered = entry if entry.number else replace(entry, number=numbers.next())
        activity = plan_actions.new_activity(task, numbered)
        for row in activity.responsible:
            row.person_id = people.get(row.text.rstrip(" ;,."))
        task.activities.append(activity)


def copy_plan(store: Store, *, from_priority_id: str, to_priority_id: str, years: int = 0) -> Done:
    """The tasks and activities of one service's plan for another service, or moved by years for the next period.

    Deadlines are moved and their words written anew; responsible persons and links are taken over, reviews and money
    are not.
    """
    with work(store, Message("Copy a plan")) as session:
        target = open_plan.plan(session, to_priority_id).priority
        strategy_id = session.get_one(PriorityService, from_priority_id).strategy_id
        source = next(one for one in selections.strategy(session, strategy_id).priorities if one.id == from_priority_id)
        if target.tasks:
            raise Refused(Message("This service has a plan already."), field="tasks")
        _link(session, rules.activities_of(source), _copy(session, source, target, years))
        return done(session, target.id)


def take_over(store: Store, *, activity_ids: Sequence[str], priority_id: str) -> Done:
    """Activities of a sister plan for this one, each into the task with the number of its own; a missing task comes
    along. A number that is taken there becomes the next one of the task."""
    with work(store, Message("Take over from another plan")) as session:
        found = open_plan.plan(session, priority_id)
        tasks = {one.number: one for one in found.priority.tasks}
        place = len(found.priority.tasks)
        for sister in (task for one in found.strategy.priorities for task in one.tasks):
            wanted = [one for one in sister.activities if one.id in activity_ids]
            if not wanted:
                continue
            if sister.number not in tasks:
                place += 1
                tasks[sister.number] = _empty_copy(sister, priority_id, place)
                found.priority.tasks.append(tasks[sister.number])
            goal = tasks[sister.number]
            for activity in wanted:
                copy = _copied_activity(activity, 0)
                copy.place = len(goal.activities) + 1
                if copy.number in [one.number for one in goal.activities]:
                    copy.number = next_numbers.of_activity(found.strategy, goal)
                goal.activities.append(copy)
        return done(session, priority_id)


def begin_next_period(
    store: Store, *, strategy_id: str, title_ky: str, begins: datetime.date | None, ends: datetime.date | None
) -> Done:
    """A new draft with the services and plans of a strategy, moved by as many years as lie between the two beginnings.

    Votes, reasons, standards' agreements, reviews and money belong to their own period and stay there.
    """
    rules.check_dates(begins, ends)
    if begins is None:
        raise Refused(Message("Enter the first day of the new period."), field="begins")
    title = office_rules.needed_line(title_ky, field="title_ky")
    with work(store, Message("Begin the strategy “{title}”", title=title)) as session:
        before = selections.strategy(session, strategy_id)
        years = begins.year - (first_year(before) or begins.year)
        strategy = actions.new_strategy(title, begins, ends, before.body_id)
        strategy.controller_ky, strategy.controller_ru = before.controller_ky, before.controller_ru
        session.add(strategy)
        session.flush()
        copies: dict[str, Activity] = {}
        for source in before.priorities:
            target = _same_service(source, strategy.id)
            session.add(target)
            session.flush()
            copies |= _copy(session, source, target, years)
        _link(session, rules.activities(before), copies)
        return done(session, strategy.id)


def first_year(strategy: Strategy) -> int | None:
    """The year in which a strategy begins; where it names none, that of its first activity; None without any day."""
    days = [deadlines.begins(one.starts, one.ends) or one.ends for one in rules.activities(strategy)]
    first = strategy.begins or min((day for day in days if day is not None), default=None)
    return None if first is None else first.year


_OF_THE_SERVICE = (
    "service_id", "place", "name_ky", "name_ru", "name_in_plan", "name_in_plan_ru", "within_competence",
    "standards_title", "standards_title_ru", "standards_headings", "plan_title", "plan_title_ru", "plan_headings",
    "service_line", "service_line_ru", "goal_label", "goal", "goal_ru", "results_label", "russian_of",
)  # fmt: skip


def _same_service(source: PriorityService, strategy_id: str) -> PriorityService:
    copy = PriorityService(strategy_id=strategy_id, **{name: getattr(source, name) for name in _OF_THE_SERVICE})
    copy.indicators = [_copied_indicator(one) for one in source.indicators]
    return copy


def _copy(session: Session, source: PriorityService, target: PriorityService, years: int) -> dict[str, Activity]:
    """Tasks and activities; each copy by the id of what it was copied from."""
    copies: dict[str, Activity] = {}
    for task in source.tasks:
        copy = _empty_copy(task, target.id, task.place)
        for activity in task.activities:
            copies[activity.id] = _copied_activity(activity, years)
            copy.activities.append(copies[activity.id])
        session.add(copy)
    session.flush()
    return copies


def _link(session: Session, sources: Iterable[Activity], copies: Mapping[str, Activity]) -> None:
    """The links of which both ends were copied, over services too."""
    for activity in sources:
        for link in activity.needs:
            if link.before_id in copies:
                session.add(Link(before_id=copies[link.before_id].id, after_id=copies[activity.id].id))


def _empty_copy(task: Task, priority_id: str, place: int) -> Task:
    """A task with its expected results, without activities."""
    copy = Task(
        priority_id=priority_id,
        place=place,
        number=task.number,
        kind_word=task.kind_word,
        title_ky=task.title_ky,
        title_ru=task.title_ru,
        results_label=task.results_label,
        russian_of=dict(task.russian_of),
    )
    copy.indicators = [_copied_indicator(one) for one in task.indicators]
    copy.activities = []
    return copy


def _copied_indicator(indicator: Indicator) -> Indicator:
    """What is expected and in which unit; base and target are the new plan's own."""
    return Indicator(
        place=indicator.place,
        text_ky=indicator.text_ky,
        text_ru=indicator.text_ru,
        sign=indicator.sign,
        unit=indicator.unit,
        russian_of=dict(indicator.russian_of),
    )


def _copied_activity(activity: Activity, years: int) -> Activity:
    copy = Activity(
        place=activity.place,
        number=activity.number,
        text_ky=activity.text_ky,
        text_ru=activity.text_ru,
        products=list(activity.products),
        resources=list(activity.resources),
        products_ru=list(activity.products_ru),
        resources_ru=list(activity.resources_ru),
        russian_of=dict(activity.russian_of),
    )
    kind, again = Kind(activity.deadline_kind), deadlines.read(activity.deadline_ky)
    if years and activity.ends is not None and not rules.is_backwards(activity):
        plan_actions.put_deadline(copy, rules.moved_by_years(Deadline(kind, activity.starts, activity.ends), years))
    elif years and again.is_said_by_days and again.end is not None:
        plan_actions.put_deadline(copy, rules.moved_by_years(again, years))
    else:
        copy.deadline_ky, copy.deadline_ru = activity.deadline_ky, activity.deadline_ru
        copy.deadline_kind, copy.starts, copy.ends = activity.deadline_kind, activity.starts, activity.ends
    copy.responsible = [
        Responsible(
            place=one.place,
            text=one.text,
            text_ru=one.text_ru,
            russian_of=dict(one.russian_of),
            person_id=one.person_id,
            body_id=one.body_id,
        )
        for one in activity.responsible
    ]
    return copy
