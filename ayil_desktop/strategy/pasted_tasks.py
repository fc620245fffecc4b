"""Which tasks with which activities do the rows of a pasted table make, beside those that a plan has already?"""

from collections.abc import Sequence

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.strategy import plan_pasted
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.plan_columns import Column
from ayil_desktop.strategy.plan_pasted import PastedRow, RowKind
from ayil_desktop.strategy.records import Task
from ayil_desktop.strategy.whole_plan_actions import TaskEntry


def with_first_task(rows: Sequence[PastedRow], task: Task | None) -> list[PastedRow]:
    """The rows with a task to be named where activities come first and no task was chosen for them."""
    first = next((place for place, row in enumerate(rows) if row.kind is not RowKind.NOTHING), None)
    if task is not None or first is None or rows[first].kind is RowKind.TASK:
        return list(rows)
    unnamed = PastedRow(RowKind.TASK, doubts={Column.TEXT: plan_pasted.NO_TASK_LINE})
    return [*rows[:first], unnamed, *rows[first:]]


def entries(rows: Sequence[PastedRow], known: Sequence[Task], task: Task | None) -> list[TaskEntry]:
    """The tasks in their order; a task of the plan with the same number and no other title is gone on with.

    Refused where a new task has no title.
    """
    found: list[tuple[PastedRow | None, list[ActivityEntry]]] = [(None, [])]
    for row in rows:
        if row.kind is RowKind.TASK:
            found.append((row, []))
        elif row.kind is RowKind.ACTIVITY and row.text:
            found[-1][1].append(_entry(row))
    return [_task(head, activities, known, task) for head, activities in found if head is not None or activities]


def _task(
    row: PastedRow | None, activities: Sequence[ActivityEntry], known: Sequence[Task], task: Task | None
) -> TaskEntry:
    if row is None:
        if task is None:
            raise Refused(Message("Choose the task of the first activities."), field="text")
        return TaskEntry("", activities, task_id=task.id)
    same = next((one for one in known if _is_same(row, one)), None)
    if same is None and not row.text:
        raise Refused(Message("Write the title of task {number}.", number=row.number or "…"), field="text")
    return TaskEntry(
        row.text,
        activities,
        number=row.number,
        kind_word=row.kind_word,
        results_label=row.results_label,
        results=row.results,
        task_id=same.id if same else None,
    )


def _is_same(row: PastedRow, task: Task) -> bool:
    words = [" ".join(kyrgyz.fold(text).split()) for text in (row.text, task.title_ky)]
    is_same = bool(row.number) and plan_pasted.is_same_number(row.number, task.number)
    return is_same and (not row.text or words[0] == words[1])


def _entry(row: PastedRow) -> ActivityEntry:
    return ActivityEntry(
        row.text,
        products=row.products,
        resources=row.resources,
        deadline=row.deadline,
        responsible=row.responsible,
        number=row.number,
        default_year=row.year,
    )
