"""How do the standards and the action plan of a service stand on paper, as the council approved them?"""

from collections.abc import Iterator, Sequence

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Standard
from ayil_desktop.printing import document
from ayil_desktop.printing.document import Block, Cell, Column, Heading, Paragraph, Row, Run, Table
from ayil_desktop.strategy import numbering, result_lines, rules, russian, signs, versions
from ayil_desktop.strategy.records import Activity, Indicator, PriorityService, Responsible, Strategy, Task

PLAN_HEADINGS = (
    Message("Activities"),
    Message("Expected result, product"),
    Message("Resources"),
    Message("Deadline"),
    Message("Responsible"),
)
STANDARD_HEADINGS = (Message("Criterion"), Message("Standard of the service"))


def standards(strategy: Strategy, priority: PriorityService, language: str) -> Iterator[Block]:
    """Heading and table of the standards that the strategy holds, each version that was replaced left out (ST-7.6)."""
    title = russian.said(priority.standards_title, priority.standards_title_ru, language)
    yield Heading(title or Message("Standards: {service}", service=name(priority, language)).into(language), 3)
    held = versions.held(strategy, priority)
    if not held:
        yield Paragraph(Message("No standard has been written yet.").into(language))
        return
    heads = _as_written(priority.standards_headings, STANDARD_HEADINGS, language)
    yield Table(
        columns=(Column(heads[0], weight=2), Column(heads[1], weight=5)),
        rows=tuple(
            (f"{number}. {_criterion(one, language)}", listed(russian.said(one.texts, one.texts_ru, language)))
            for number, one in enumerate(held, 1)
        ),
        head=((heads[0], heads[1]),),
        size=11,
    )


def name(priority: PriorityService, language: str) -> str:
    """The service as the list of priorities calls it."""
    return russian.said(priority.name_ky, priority.name_ru, language)


def _criterion(standard: Standard, language: str) -> str:
    written = standard.criterion_ky if language == "ky" else ""
    return written or russian.CRITERION_NAMES[standard.criterion].into(language)


def _as_written(headings: Sequence[str], ours: Sequence[Message], language: str) -> Sequence[str]:
    """The heads of a table as the council's Kyrgyz text has them, else in the language of the paper."""
    return headings if headings and language == "ky" else [one.into(language) for one in ours]


def _label(written: str, ours: Message, language: str) -> str:
    return written if written and language == "ky" else ours.into(language)


def plan(priority: PriorityService, language: str) -> Iterator[Block]:
    """The table of goal, tasks and activities in the seed's five columns, under its heading."""
    title = russian.said(priority.plan_title, priority.plan_title_ru, language)
    yield Heading(title or Message("Action plan: {service}", service=name(priority, language)).into(language), 3)
    yield table(priority, language)
    yield from _funding(priority, language)


def _funding(priority: PriorityService, language: str) -> Iterator[Block]:
    """The four sources with their sums and the plan's total, where any money is planned (ST-8.F0 … F4)."""
    sums = rules.sums(rules.activities_of(priority))
    if not any(sums.values()):
        return
    rows = [(rules.SOURCE_NAMES[source].into(language), wording.thousands(amount)) for source, amount in sums.items()]
    total = (Message("Total").into(language), wording.thousands(sum(sums.values())))
    heads = (Message("Source of funding").into(language), Message("Amount in som").into(language))
    yield Paragraph((Run(Message("Funding of the plan").into(language), bold=True),), indent=False, keep_with_next=True)
    columns = (Column(heads[0], weight=4), Column(heads[1], weight=2, align="right"))
    yield Table(columns=columns, rows=(*rows, total), head=(heads,), size=10)


def table(priority: PriorityService, language: str) -> Table:
    """The plan's table: on each page the heads of the columns and the line that names the service; then goal and
    expected results, and for each task a row with its own results above its activities."""
    heads = _as_written(priority.plan_headings, PLAN_HEADINGS, language)
    line = russian.said(priority.service_line, priority.service_line_ru, language)
    rows = [*_goal(priority, language)]
    for task in priority.tasks:
        rows.append(_task(task, language))
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
        head=(tuple(heads[:5]), *(((Cell(line, columns=5, align="left"),),) if line else ())),
        size=10,
    )


_LEFT, _RIGHT = 2, 3
"""Of the five columns: those of a goal or a task, and those of its expected results."""


def _goal(priority: PriorityService, language: str) -> Iterator[Row]:
    label = _label(priority.goal_label, Message("Goal:"), language)
    goal = russian.said(priority.goal, priority.goal_ru, language)
    if goal or priority.indicators:
        runs = (Run(f"{label} ", bold=True), Run(goal)) if goal else ()
        yield _beside(runs, _results(priority.results_label, priority.indicators, language))


def _task(task: Task, language: str) -> Row:
    title = russian.said(task.title_ky, task.title_ru, language)
    head = Run(f"{_task_number(task, language)}: {title}", bold=True)
    return _beside((head,), _results(task.results_label, task.indicators, language))


def task_head(task: Task, language: str) -> str:
    """All that stands in the row of a task, as one text."""
    return "\n".join(document.plain(cell if isinstance(cell, str) else cell.text) for cell in _task(task, language))


def _beside(left: tuple[Run, ...], results: tuple[Run, ...]) -> Row:
    """What is to be done and what is expected of it, held with the row below."""
    if not results:
        return (Cell(left, columns=_LEFT + _RIGHT),)
    return (Cell(left, columns=_LEFT, keep=True), Cell(results, columns=_RIGHT))


def _results(label: str, indicators: Sequence[Indicator], language: str) -> tuple[Run, ...]:
    if not indicators:
        return ()
    head = Run(_label(label, Message("Expected results:"), language), italic=True)
    return (head, *(Run(f"\n{line}") for line in result_lines.written(indicators, language)))


def task_word(tasks: Sequence[Task], language: str) -> str:
    """What the plan calls its tasks, as the head of a column: Маселе, Тапшырма."""
    words = {task.kind_word for task in tasks} if language == "ky" else set()
    word = words.pop() if len(words) == 1 else ""
    return word[:1].upper() + word[1:] or Message("Task").into(language)


def _task_number(task: Task, language: str) -> str:
    """«№1 маселе» as the Kyrgyz plan writes it; elsewhere the word stands first."""
    if language == "ky":
        word = task.kind_word or Message("Task").into(language)
        return f"№{task.number} {word[:1].lower()}{word[1:]}"
    return f"{Message('Task').into(language)} {task.number}"


def _row(activity: Activity, language: str) -> Row:
    return (
        numbered(activity, language),
        listed(russian.said(activity.products, activity.products_ru, language)),
        listed(russian.said(activity.resources, activity.resources_ru, language), always=True),
        deadline(activity, language),
        listed([responsible(one, language) for one in activity.responsible], always=True),
    )


def numbered(activity: Activity, language: str) -> str:
    """«1.1 …», and with a point behind it a number that has none within."""
    number = activity.number if "." in activity.number else numbering.pointed(activity.number)
    return f"{number} {activity_text(activity, language)}"


def responsible(one: Responsible, language: str) -> str:
    """Who answers for an activity, as written."""
    return russian.said(one.text, one.text_ru, language)


def activity_text(activity: Activity, language: str) -> str:
    """The activity in a language; the Kyrgyz text where there is no Russian one."""
    return russian.said(activity.text_ky, activity.text_ru, language)


def deadline(activity: Activity, language: str) -> str:
    """The words as approved; the Russian ones where the paper is Russian and there are any."""
    return russian.said(activity.deadline_ky, activity.deadline_ru, language)


def listed(lines: Sequence[str], *, always: bool = False) -> str:
    """What stands in one cell: several texts with a dash each, one alone as it is unless dashes stand `always`.

    A line that ends with a colon leads to those below it and has no dash.
    """
    if len(lines) == 1 and not always:
        return lines[0]
    last = len(lines) - 1
    return "\n".join(
        line if line.endswith(":") and place < last else signs.signed(signs.DASH, 1, line)
        for place, line in enumerate(lines)
    )
