"""The rows of a plan as a block of cells, for Excel and Word: what `plan_pasted` reads back."""

from collections.abc import Collection, Iterator

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import plan_paper, russian
from ayil_desktop.strategy.records import Activity, PriorityService, Strategy, Task

Cells = list[str]
HEAD = (Message("№"), *plan_paper.PLAN_HEADINGS)


def head(language: str) -> Cells:
    """The names of the columns."""
    return [one.into(language) for one in HEAD]


def of_plan(priority: PriorityService, language: str) -> Iterator[Cells]:
    """All tasks with their activities."""
    for task in priority.tasks:
        yield from of_task(task, language)


def of_rows(strategy: Strategy, keys: Collection[str], language: str) -> Iterator[Cells]:
    """These rows in the order of the plan; a task or a service stands with all below it."""
    for priority in strategy.priorities:
        for task in priority.tasks:
            if priority.id in keys or task.id in keys:
                yield from of_task(task, language)
            else:
                yield from (of_activity(one, language) for one in task.activities if one.id in keys)


def of_task(task: Task, language: str) -> Iterator[Cells]:
    """The line of a task, then its activities."""
    yield ["", plan_paper.task_head(task, language), "", "", "", ""]
    for activity in task.activities:
        yield of_activity(activity, language)


def of_activity(activity: Activity, language: str) -> Cells:
    """One row."""
    return [
        activity.number,
        plan_paper.activity_text(activity, language),
        "\n".join(russian.said(activity.products, activity.products_ru, language)),
        "\n".join(russian.said(activity.resources, activity.resources_ru, language)),
        plan_paper.deadline(activity, language),
        "\n".join(plan_paper.responsible(one, language) for one in activity.responsible),
    ]
