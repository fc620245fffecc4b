"""What can the secretary do with an action plan: its tasks, activities, deadlines, links and money?"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office import translated
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import entries, next_numbers, open_plan, rules, selections
from ayil_desktop.strategy.next_numbers import PlanNumbers
from ayil_desktop.strategy.records import (
    Activity,
    Funding,
    Link,
    Responsible,
    Source,
    Strategy,
    Task,
)
from ayil_desktop.workdays import deadline_language, deadlines
from ayil_desktop.workdays.deadlines import Deadline


def add_task(store: Store, *, priority_id: str, title_ky: str, kind_word: str = "") -> Done:
    """A task at the end of a service's plan; its number continues the plan's."""
    title = office_rules.needed_line(title_ky, field="title_ky", longest=office_rules.TEXT_LENGTH)
    with work(store, Message("Add the task “{title}”", title=title)) as session:
        found = open_plan.plan(session, priority_id)
        priority = found.priority
        task = Task(
            priority_id=priority.id,
            place=len(priority.tasks) + 1,
            number=PlanNumbers(found.strategy, priority).of_tasks().next(),
            kind_word=kind_word or (priority.tasks[-1].kind_word if priority.tasks else ""),
            title_ky=title,
        )
        session.add(task)
        return done(session, task.id)


TASK_FIELDS = ("number", "title_ky", "title_ru", "kind_word", "results_label")


def change_task(store: Store, *, task_id: str, **fields: object) -> Done:
    """Correct a task; the fields of `TASK_FIELDS`."""
    with work(store, Message("Change a task")) as session:
        task = open_plan.task(session, task_id).task
        entries.put(task, TASK_FIELDS, fields)
        if not task.title_ky:
            raise Refused(Message("Write what the task is."), field="title_ky")
        return done(session, task.id)


@dataclass(frozen=True)
class ActivityEntry:
    """What is typed or pasted as an activity; `deadline` are words in Kyrgyz or Russian, read as they are, in the
    default year where they name none."""

    text_ky: str
    products: Sequence[str] = ()
    resources: Sequence[str] = ()
    deadline: str = ""
    responsible: Sequence[str] = ()
    number: str = ""
    default_year: int | None = None


def add_activity(store: Store, *, task_id: str, entry: ActivityEntry, place: int | None = None) -> Done:
    """An activity of a task; its number continues the task's, the dates are read from the words."""
    with work(store, Message("Add an activity")) as session:
        found = open_plan.task(session, task_id)
        task = found.task
        number = entry.number or next_numbers.of_activity(found.strategy, task)
        activity = new_activity(task, replace(entry, number=number))
        session.add(activity)
        session.flush()
        if place is not None:
            entries.renumber([*task.activities, activity], activity.id, place)
        return done(session, activity.id)


def new_activity(task: Task, entry: ActivityEntry) -> Activity:
    """Within the work of another action; the entry has its number, the task has its activities loaded."""
    text = entries.text(entry.text_ky, field="text_ky")
    if not text:
        raise Refused(Message("Write what is to be done."), field="text_ky")
    activity = Activity(
        task_id=task.id,
        place=len(task.activities) + 1,
        number=entry.number,
        text_ky=text,
        products=entries.lines(entry.products),
        resources=entries.lines(entry.resources),
    )
    _set_words(activity, entry.deadline, entry.default_year)
    activity.responsible = [
        Responsible(place=place, text=one) for place, one in enumerate(entries.lines(entry.responsible), 1)
    ]
    return activity


ACTIVITY_FIELDS = ("number", "text_ky", "text_ru", "products", "resources", "remark", "deadline_ru")
FREE_FIELDS = ("remark",)
"""What stays open after the approval."""


def change_activity(store: Store, *, activity_id: str, **fields: object) -> Done:
    """Correct an activity; the fields of `ACTIVITY_FIELDS`. Remarks stay open after the approval."""
    with work(store, Message("Change an activity")) as session:
        activity = _activity(session, activity_id, is_free=set(fields) <= set(FREE_FIELDS))
        entries.put(activity, ACTIVITY_FIELDS, fields)
        if not activity.text_ky:
            raise Refused(Message("Write what is to be done."), field="text_ky")
        return done(session, activity.id)


def set_deadline_words(store: Store, *, activity_id: str, words: str, default_year: int | None = None) -> Done:
    """A deadline in words; its days follow from them, and what is not understood is kept and marked unknown."""
    with work(store, Message("Change the deadline")) as session:
        activity = _activity(session, activity_id)
        _set_words(activity, entries.text(words, field="deadline_ky"), default_year)
        return done(session, activity.id)


def set_deadline_days(
    store: Store, *, activity_id: str, starts: datetime.date | None, ends: datetime.date | None
) -> Done:
    """A deadline as days; the words follow from them. Without any day the deadline is open; days that stand backwards
    no words say: those that are there stay."""
    with work(store, Message("Change the deadline")) as session:
        activity = _activity(session, activity_id)
        if ends is None:
            if starts is not None:
                raise Refused(Message("Enter the last day too."), field="ends")
            _set_words(activity, "")
        else:
            put_deadline(activity, deadlines.from_dates(starts, ends))
        return done(session, activity.id)


def set_deadline(store: Store, *, activity_id: str, deadline: Deadline) -> Done:
    """A deadline of a kind, as a dragged bar gives it; its words are written in Kyrgyz and Russian."""
    with work(store, Message("Change the deadline")) as session:
        activity = _activity(session, activity_id)
        put_deadline(activity, deadline)
        return done(session, activity.id)


def _set_words(activity: Activity, words: str, default_year: int | None = None) -> None:
    """Russian words that are understood stand on the Russian side, and the Kyrgyz ones are written beside them."""
    read = deadlines.read(words, default_year=default_year)
    activity.deadline_ky, activity.deadline_kind = words, read.kind.value
    (activity.starts, activity.ends), activity.deadline_note = read.judged_by, ""
    if not read.is_said_by_days:
        activity.deadline_ru = ""
    elif deadline_language.is_russian(words):
        activity.deadline_ky, activity.deadline_ru = deadlines.write(read, "ky"), words
    else:
        activity.deadline_ru = deadlines.write(read, "ru")
    translated.written(activity, "deadline_ru")


def put_deadline(activity: Activity, deadline: Deadline) -> None:
    """Days, kind and words in both languages, within the work of another action."""
    if not deadline.is_backwards:
        translated.written(activity, "deadline_ru")
        activity.deadline_ky, activity.deadline_ru = deadlines.write(deadline, "ky"), deadlines.write(deadline, "ru")
    activity.deadline_kind, (activity.starts, activity.ends) = deadline.kind.value, deadline.judged_by
    activity.deadline_note = ""


def set_responsible(store: Store, *, activity_id: str, texts: Sequence[str]) -> Done:
    """Who answers for an activity, line by line as written; a person on record is linked by the same name.

    A line that stays keeps its Russian words and whom it was linked to.
    """
    with work(store, Message("Name the responsible persons")) as session:
        activity = _activity(session, activity_id)
        before = list(activity.responsible)
        people = {person.name: person.id for person in selections.people(session)}
        for place, text in enumerate(entries.lines(texts), 1):
            row = next((one for one in before if one.text == text), None)
            if row is not None:
                before.remove(row)
                row.place = place
                continue
            person_id = people.get(text.rstrip(" ;,."))
            session.add(Responsible(activity_id=activity.id, place=place, text=text, person_id=person_id))
        for row in before:
            session.delete(row)
        return done(session, activity.id)


def recognise(store: Store, *, responsible_id: str, person_id: str | None = None, body_id: str | None = None) -> Done:
    """Which person or body on record the written words mean; neither takes it back. The words stay as approved."""
    with work(store, Message("Say who is meant by the responsible")) as session:
        row = session.get_one(Responsible, responsible_id)
        row.person_id, row.body_id = person_id, body_id
        return done(session, row.activity_id)


def link(store: Store, *, before_id: str, after_id: str) -> Done:
    """One activity needs another one first; a loop is refused naming the rows."""
    with work(store, Message("Link two activities")) as session:
        after = _activity(session, after_id)
        strategy = _strategy_of(session, after)
        every = list(rules.activities(strategy))
        before = next((one for one in every if one.id == before_id), None)
        if before is None:
            raise Refused(Message("Both activities must be of one strategy."), field="after")
        services = {one.id: of.place for of in strategy.priorities for one in rules.activities_of(of)}
        rules.check_link(before, after, every, services)
        if all(one.before_id != before_id for one in after.needs):
            session.add(Link(before_id=before_id, after_id=after_id))
        return done(session, after.id)


def unlink(store: Store, *, before_id: str, after_id: str) -> Done:
    """An activity does not need the other one after all."""
    with work(store, Message("Remove a link")) as session:
        after = _activity(session, after_id)
        for row in after.needs:
            if row.before_id == before_id:
                session.delete(row)
        return done(session, after.id)


def set_funding(store: Store, *, activity_id: str, source: Source, amount: float) -> Done:
    """Planned money of one source in som; 0 takes it away (ST-8.F0)."""
    rules.check_amount(amount, field=source.value)
    with work(store, Message("Change the funding")) as session:
        activity = _activity(session, activity_id)
        for row in activity.funding:
            if row.source is source:
                session.delete(row)
        session.flush()
        if amount:
            session.add(Funding(activity_id=activity.id, source=source, amount=int(amount)))
        return done(session, activity.id)


def _activity(session: Session, activity_id: str, *, is_free: bool = False) -> Activity:
    """With its rows; Refused while the plan is approved, unless only what stays open is meant."""
    activity = selections.activity(session, activity_id)
    if not is_free:
        rules.check_open(_head_of(session, activity))
    return activity


def _head_of(session: Session, activity: Activity) -> Strategy:
    """The strategy of an activity with its amendments and nothing else: read at every keystroke of a big plan."""
    return selections.head(session, activity.task_id)


def _strategy_of(session: Session, activity: Activity) -> Strategy:
    return selections.strategy(session, _head_of(session, activity).id)
