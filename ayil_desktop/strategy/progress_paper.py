"""How does the commission read how far the plan is?"""

from collections.abc import Iterator, Mapping, Sequence

from ayil_desktop.language import endings, wording
from ayil_desktop.language.message import Message
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.printing.document import Block, Cell, Column, Document, Heading, Paragraph, Row, Subtitle, Table
from ayil_desktop.strategy import numbering, plan_paper, quarter_paper, rules, russian, sheet_parts, standing
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.records import Activity, PriorityService
from ayil_desktop.strategy.standing import State

_STATE_COLUMNS: Mapping[Message, Sequence[State]] = {
    Message("Done"): standing.DONE_STATES,
    Message("In progress"): (State.IN_PROGRESS,),
    Message("Late"): standing.LATE_STATES,
    Message("Ahead"): (State.DUE, State.NOT_YET_DUE),
    Message("Without a date"): (State.UNDATED,),
}
"""Which states each column counts; every activity that is not cancelled stands in one."""
_TASK = 3.0
"""The share of the task's column; those of the figures are as wide as their longest word at least."""
_SELDOM = (State.UNDATED,)
"""They have a column where the plan has any."""
_LATE_HEADS = (Message("Activity"), Message("Deadline"), Message("Responsible"), Message("Days late"))


def progress_report(paper: StrategyPaper, language: str) -> Document:
    """How far the plan is on a day, for the commission: figures, then what is late, due and out of order (ST-7.1)."""
    paper = paper.as_reported
    title = Message("Progress of the action plan").into(language)
    blocks: list[Block] = [
        Subtitle(paper.quarter.name.into(language)),
        office_handouts.as_of(paper.today, language),
        *_controller(paper, language),
        *_waiting(paper, language),
        *sheet_parts.amended_since(paper, language),
        sheet_parts.figures(paper, language),
    ]
    for priority in paper.strategy.priorities:
        blocks.append(Heading(f"{priority.place}. {plan_paper.name(priority, language)}", 2))
        blocks.append(_states_table(paper, priority, language))
    blocks.append(Heading(Message("Late").into(language), 2))
    blocks.append(_late_table(paper, language))
    blocks.extend(quarter_paper.blocks(paper, language))
    blocks.append(sheet_parts.signing(paper, language))
    return sheet_parts.told(paper, sheet_parts.report(paper, title, language, blocks), _reported(paper))


def _reported(paper: StrategyPaper) -> Iterator[russian.Text]:
    """The texts that the report quotes: services and tasks, and the activities of its lists."""
    plan = paper.strategy.priorities
    named = {row.id for priority in plan for row in (priority, *priority.tasks)}
    named |= {one.id for _, one in (*_late(paper), *quarter_paper.listed(paper))}
    return russian.in_lists(plan, named)


def _controller(paper: StrategyPaper, language: str) -> Iterator[Block]:
    """The report is addressed to the body that controls the execution (ST-R.2)."""
    body = russian.said(paper.strategy.controller_ky, paper.strategy.controller_ru, language)
    if body:
        to = endings.dative(body) if language == "ky" else ""
        told = Message("Addressed to: {body}", body=to) if to else Message("Addressee: {body}", body=body)
        yield Paragraph(told.into(language), indent=False)


def _waiting(paper: StrategyPaper, language: str) -> Iterator[Block]:
    """What is being changed and is not in the figures yet."""
    amendment = rules.open_amendment(paper.written)
    if amendment is not None and amendment.opened_on <= paper.today:
        told = Message(
            "An amendment was opened {date} and is not decided; what the council approved is reported here.",
            date=wording.date_on(amendment.opened_on, language),
        )
        yield Paragraph(told.into(language), indent=False)


def _states_table(paper: StrategyPaper, priority: PriorityService, language: str) -> Table:
    """Per task and for the service: how many activities are in which state; below, which were out of order (ST-7.1).

    Cancelled ones are out of the count, as in every share; they are named below.
    """
    seldom = set(_SELDOM) - set(paper.states.values())
    shown = {title: column for title, column in _STATE_COLUMNS.items() if not seldom.issuperset(column)}

    def counted(activities: Sequence[Activity]) -> list[str]:
        counts = standing.counts(paper.states[one.id] for one in activities)
        return [
            str(standing.share(paper.states[one.id] for one in activities).total),
            *(str(sum(counts[one] for one in states)) for states in shown.values()),
        ]

    rows: list[Row] = [
        (
            f"{numbering.pointed(task.number)} {russian.said(task.title_ky, task.title_ru, language)}",
            *counted(task.activities),
        )
        for task in priority.tasks
    ]
    every = list(rules.activities_of(priority))
    share = standing.share(paper.states[one.id] for one in every)
    total = Message("Total").into(language)
    if share.percent is not None:
        total = f"{total}: {wording.percent(share.percent, language, digits=0)}"
    rows.append(tuple(Cell(one, bold=True) for one in (total, *counted(every))))
    pairs = [pair for task in priority.tasks for pair in standing.out_of_sequence(task, paper.states)]
    disorder = "; ".join(f"{later.number} – {earlier.number}" for earlier, later in pairs)
    said = f"{Message('Done out of order').into(language)}: {len(pairs)}" + (f" ({disorder})" if disorder else "")
    columns = (
        Column(plan_paper.task_word(priority.tasks, language), weight=_TASK),
        Column(Message("Total").into(language), align="center"),
        *(Column(title.into(language), align="center") for title in shown),
    )
    rows.append((Cell(said, columns=len(columns), align="left"),))
    cancelled = [one.number for one in every if paper.states[one.id] is State.CANCELLED]
    if cancelled:
        told = Message(
            "Cancelled, not counted: {count} ({numbers})", count=len(cancelled), numbers=", ".join(cancelled)
        ).into(language)
        rows.append((Cell(told, columns=len(columns), align="left"),))
    return Table(columns=columns, rows=tuple(rows), head=(tuple(one.title for one in columns),), size=10)


def _late(paper: StrategyPaper) -> Sequence[tuple[PriorityService, Activity]]:
    return [
        (priority, one)
        for priority in paper.strategy.priorities
        for one in rules.activities_of(priority)
        if paper.states[one.id] in standing.LATE_STATES
    ]


def _late_table(paper: StrategyPaper, language: str) -> Block:
    late = _late(paper)
    if not late:
        return Paragraph(Message("Nothing is late.").into(language))
    heads = [one.into(language) for one in _LATE_HEADS]
    rows = tuple(
        (
            f"{priority.place}/{numbering.pointed(one.number)} {plan_paper.activity_text(one, language)}",
            plan_paper.deadline(one, language),
            "; ".join(plan_paper.responsible(person, language).rstrip(" ;,") for person in one.responsible),
            str(-(standing.days_left(one, paper.today) or 0)),
        )
        for priority, one in late
    )
    columns = (
        Column(heads[0], weight=5),
        Column(heads[1], weight=2),
        Column(heads[2], weight=3),
        Column(heads[3], weight=1.2, align="center"),
    )
    return Table(columns=columns, rows=rows, head=(tuple(heads),), size=10)
