"""How do the standards and the action plan of a service stand on paper, as the council approved them?"""

from collections.abc import Iterator, Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.printing.document import Block, Cell, Column, Heading, KeepTogether, Paragraph, Row, Run, Table
from ayil_desktop.strategy import versions
from ayil_desktop.strategy.records import Activity, Indicator, PriorityService, Task

PLAN_HEADINGS = (
    Message("Activities"),
    Message("Expected result, product"),
    Message("Resources"),
    Message("Deadline"),
    Message("Responsible"),
)
STANDARD_HEADINGS = (Message("Criterion"), Message("Standard of the service"))


def standards(priority: PriorityService, language: str) -> Iterator[Block]:
    """Heading and table of the standards in force, each version that was replaced left out (ST-7.6)."""
    title = priority.standards_title or Message("Standards: {service}", service=priority.name_ky).into(language)
    yield Heading(title, 3)
    heads = priority.standards_headings or [one.into(language) for one in STANDARD_HEADINGS]
    yield Table(
        columns=(Column(heads[0], weight=2), Column(heads[1], weight=5)),
        rows=tuple(
            (one.criterion_ky, "\n".join(_texts(one.texts, one.texts_ru, language)))
            for one in versions.latest(priority.service)
        ),
        head=((heads[0], heads[1]),),
        size=11,
    )


def _texts(kyrgyz: Sequence[str], russian: Sequence[str], language: str) -> Sequence[str]:
    return russian if language == "ru" and russian else kyrgyz


def plan(priority: PriorityService, language: str) -> Iterator[Block]:
    """Goal, expected results and the table of tasks and activities in the seed's five columns."""
    yield Heading(priority.plan_title or Message("Action plan: {service}", service=priority.name_ky).into(language), 3)
    lines = [Paragraph(priority.service_line, indent=False)] if priority.service_line else []
    if priority.goal:
        label = priority.goal_label or Message("Goal:").into(language)
        lines.append(Paragraph((Run(f"{label} ", bold=True), Run(priority.goal)), indent=False))
    yield KeepTogether(tuple(lines))
    yield from _results(priority.results_label, priority.indicators, language)
    yield table(priority, language)


def _results(label: str, indicators: Sequence[Indicator], language: str) -> Iterator[Block]:
    if indicators:
        head = label or Message("Expected results:").into(language)
        yield Paragraph((Run(head, bold=True),), indent=False, keep_with_next=True)
        for one in indicators:
            yield Paragraph(f"– {_text(one, language)}", indent=False)


def _text(indicator: Indicator, language: str) -> str:
    return indicator.text_ru if language == "ru" and indicator.text_ru else indicator.text_ky


def table(priority: PriorityService, language: str) -> Table:
    """The plan's table: a row over all columns for each task with its expected results, then its activities."""
    heads = priority.plan_headings or [one.into(language) for one in PLAN_HEADINGS]
    rows: list[Row] = []
    for task in priority.tasks:
        rows.append((Cell(_task_head(task, language), columns=5),))
        rows.extend(_row(activity, language) for activity in task.activities)
    return Table(
        columns=(
            Column(heads[0], weight=4),
            Column(heads[1], weight=4),
            Column(heads[2], weight=2.6),
            Column(heads[3], weight=2),
            Column(heads[4], weight=2.4),
        ),
        rows=tuple(rows),
        head=(tuple(heads[:5]),),
        size=10,
    )


def _task_head(task: Task, language: str) -> tuple[Run, ...]:
    word = task.kind_word or Message("Task").into(language)
    title = task.title_ru if language == "ru" and task.title_ru else task.title_ky
    runs = [Run(f"{task.number}-{word}. {title}", bold=True)]
    if task.indicators:
        label = task.results_label or Message("Expected results:").into(language)
        runs.append(Run(f"\n{label}", italic=True))
        runs.extend(Run(f"\n– {_text(one, language)}") for one in task.indicators)
    return tuple(runs)


def _row(activity: Activity, language: str) -> Row:
    return (
        f"{activity.number}. {activity_text(activity, language)}",
        _list(activity.products),
        _list(activity.resources),
        deadline(activity, language),
        _list([one.text for one in activity.responsible]),
    )


def activity_text(activity: Activity, language: str) -> str:
    """The activity in a language; the Kyrgyz text where there is no Russian one."""
    return activity.text_ru if language == "ru" and activity.text_ru else activity.text_ky


def deadline(activity: Activity, language: str) -> str:
    """The words as approved; the Russian ones where the paper is Russian and there are any."""
    return activity.deadline_ru if language == "ru" and activity.deadline_ru else activity.deadline_ky


def _list(lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return lines[0]
    return "\n".join(f"– {line}" for line in lines)
