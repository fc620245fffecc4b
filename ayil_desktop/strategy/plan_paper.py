"""How do the standards and the action plan of a service stand on paper, as the council approved them?"""

from collections.abc import Iterable, Iterator, Sequence

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Standard
from ayil_desktop.printing.document import Block, Cell, Column, Heading, KeepTogether, Paragraph, Row, Run, Table
from ayil_desktop.strategy import rules, russian, versions
from ayil_desktop.strategy.records import Activity, Indicator, PriorityService, Responsible, Strategy, Task
from ayil_desktop.strategy.russian import Text

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
    heads = _as_written(priority.standards_headings, STANDARD_HEADINGS, language)
    yield Table(
        columns=(Column(heads[0], weight=2), Column(heads[1], weight=5)),
        rows=tuple(
            (f"{number}. {_criterion(one, language)}", listed(russian.said(one.texts, one.texts_ru, language)))
            for number, one in enumerate(versions.held(strategy, priority), 1)
        ),
        head=((heads[0], heads[1]),),
        size=11,
    )


def untranslated(texts: Iterable[Text], language: str) -> Iterator[Block]:
    """A Russian paper says how much of it stands in Kyrgyz, because nobody has written it in Russian, and which Russian
    texts say what the Kyrgyz ones said before."""
    every = list(texts) if language == "ru" else []
    count, total = russian.missing(every)
    if count:
        words = Message(
            "Not written in Russian yet: {count} of {total} texts; they are printed in Kyrgyz.",
            count=count,
            total=total,
        )
        yield Paragraph((Run(words.into(language), italic=True),), indent=False, size=10)
    outdated = russian.outdated(every)
    if outdated:
        places = dict.fromkeys(f"{one.number} {one.what.into(language).lower()}".strip() for one in outdated)
        words = Message(
            "The Kyrgyz text has changed since the Russian one was written ({count}): {places}.",
            count=len(outdated),
            places=tuple(places)[:_NAMED] + (("…",) if len(places) > _NAMED else ()),
        )
        yield Paragraph((Run(words.into(language), italic=True),), indent=False, size=10)


_NAMED = 12
"""How many outdated texts a paper names."""


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
    """Goal, expected results and the table of tasks and activities in the seed's five columns."""
    title = russian.said(priority.plan_title, priority.plan_title_ru, language)
    yield Heading(title or Message("Action plan: {service}", service=name(priority, language)).into(language), 3)
    line = russian.said(priority.service_line, priority.service_line_ru, language)
    lines = [Paragraph(line, indent=False)] if line else []
    if priority.goal:
        label = _label(priority.goal_label, Message("Goal:"), language)
        goal = russian.said(priority.goal, priority.goal_ru, language)
        lines.append(Paragraph((Run(f"{label} ", bold=True), Run(goal)), indent=False))
    yield KeepTogether(tuple(lines))
    yield from _results(priority.results_label, priority.indicators, language)
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


def _results(label: str, indicators: Sequence[Indicator], language: str) -> Iterator[Block]:
    if indicators:
        head = _label(label, Message("Expected results:"), language)
        yield Paragraph((Run(head, bold=True),), indent=False, keep_with_next=True)
        for one in indicators:
            yield Paragraph(f"– {_text(one, language)}", indent=False)


def _text(indicator: Indicator, language: str) -> str:
    return russian.said(indicator.text_ky, indicator.text_ru, language)


def table(priority: PriorityService, language: str) -> Table:
    """The plan's table: a row over all columns for each task with its expected results, then its activities."""
    heads = _as_written(priority.plan_headings, PLAN_HEADINGS, language)
    rows: list[Row] = []
    for task in priority.tasks:
        rows.append((Cell(task_head(task, language), columns=5),))
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


def task_head(task: Task, language: str) -> tuple[Run, ...]:
    """The line over the activities: number, word, title, expected results."""
    title = russian.said(task.title_ky, task.title_ru, language)
    runs = [Run(f"{_task_number(task, language)}: {title}", bold=True)]
    if task.indicators:
        label = _label(task.results_label, Message("Expected results:"), language)
        runs.append(Run(f"\n{label}", italic=True))
        runs.extend(Run(f"\n– {_text(one, language)}") for one in task.indicators)
    return tuple(runs)


def _task_number(task: Task, language: str) -> str:
    """«№1 маселе» as the Kyrgyz plan writes it; elsewhere the word stands first."""
    if language == "ky":
        word = task.kind_word or Message("Task").into(language)
        return f"№{task.number} {word[:1].lower()}{word[1:]}"
    return f"{Message('Task').into(language)} {task.number}"


def _row(activity: Activity, language: str) -> Row:
    return (
        f"{activity.number}. {activity_text(activity, language)}",
        listed(russian.said(activity.products, activity.products_ru, language)),
        listed(russian.said(activity.resources, activity.resources_ru, language)),
        deadline(activity, language),
        listed([responsible(one, language) for one in activity.responsible]),
    )


def responsible(one: Responsible, language: str) -> str:
    """Who answers for an activity, as written."""
    return russian.said(one.text, one.text_ru, language)


def activity_text(activity: Activity, language: str) -> str:
    """The activity in a language; the Kyrgyz text where there is no Russian one."""
    return russian.said(activity.text_ky, activity.text_ru, language)


def deadline(activity: Activity, language: str) -> str:
    """The words as approved; the Russian ones where the paper is Russian and there are any."""
    return russian.said(activity.deadline_ky, activity.deadline_ru, language)


def listed(lines: Sequence[str]) -> str:
    """What stands in one cell: a single text as it is, several with a dash each."""
    if len(lines) == 1:
        return lines[0]
    return "\n".join(f"– {line}" for line in lines)
