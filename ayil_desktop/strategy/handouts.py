"""What of a strategy is printed?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from ayil_desktop.language import endings, wording
from ayil_desktop.language.message import Message
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.office.records import Order
from ayil_desktop.printing.document import (
    AnnexMark,
    Block,
    BulletList,
    Cell,
    Column,
    Contents,
    Document,
    Figure,
    Figures,
    Heading,
    NumberedList,
    PageBreak,
    Paragraph,
    ResolutionHead,
    Row,
    Run,
    Signature,
    Signatures,
    Space,
    Subtitle,
    Table,
    Title,
)
from ayil_desktop.strategy import amended_by, baselines, entries, plan_paper, quarter_paper, rules, russian, signs
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.records import Activity, PriorityService, Section
from ayil_desktop.strategy.rules import State

_STATE_COLUMNS: Mapping[Message, tuple[float, Sequence[State]]] = {
    Message("Done"): (20, rules.DONE_STATES),
    Message("In progress"): (22, (State.IN_PROGRESS,)),
    Message("Late"): (21, rules.LATE_STATES),
    Message("Ahead"): (19, (State.DUE, State.NOT_YET_DUE)),
    Message("Without a date"): (18, (State.UNDATED,)),
    Message("Cancelled"): (19, (State.CANCELLED,)),
}
"""How wide the columns of the states are, in mm, and which states they count; every activity stands in one."""
_SELDOM = (State.UNDATED, State.CANCELLED)
"""They have a column where the plan has any."""
_LATE_HEADS = (Message("Activity"), Message("Deadline"), Message("Responsible"), Message("Days late"))
_CHANGE_HEADS = (Message("Number"), Message("What"), Message("Approved"), Message("Now"))


def strategy(paper: StrategyPaper, language: str) -> Document:
    """The whole strategy: resolution, title page with the approval mark, contents, all sections (ST-R.1, ST-R.3)."""
    paper = paper.as_written
    return Document(
        title=_title(paper, language),
        language=language,
        footer=office_handouts.footer(paper.office, language),
        draft=draft_mark(paper, language),
        size=12,
        blocks=(
            *_resolution(paper, language),
            *_title_page(paper, language),
            *plan_paper.untranslated(russian.texts(paper.strategy), language),
            Contents(_contents_title(paper, language)),
            PageBreak(),
            *(block for section in paper.strategy.sections for block in _section(paper, section, language)),
        ),
    )


def _title(paper: StrategyPaper, language: str) -> str:
    return russian.said(paper.strategy.title_ky, paper.strategy.title_ru, language)


def _contents_title(paper: StrategyPaper, language: str) -> str:
    written = paper.strategy.head_ky.get("contents_title")
    return str(written) if written and language == "ky" else Message("Contents").into(language)


def _resolution(paper: StrategyPaper, language: str) -> Iterator[Block]:
    """The council's resolution as written, where it is recorded; it is Kyrgyz in every language of the paper."""
    head = cast(Mapping[str, Any], paper.strategy.head_ky)
    if not head.get("council"):
        return
    yield from plan_paper.in_kyrgyz(Message("The resolution stands here as it was adopted, in Kyrgyz."), language)
    number = wording.number_sign(str(head["number"]))
    yield ResolutionHead(
        head["council"], head["session_line"], head["document_kind"], head["date_text"], number, head["place"]
    )
    yield Subtitle(head["title"])
    yield Paragraph(head["preamble"])
    yield Paragraph(head["resolving_words"], keep_with_next=True)
    yield NumberedList(tuple(head["clauses"]), hanging=False)
    yield Signatures((Signature(head["chair_label"], head["chair"]),))
    yield PageBreak()


def _title_page(paper: StrategyPaper, language: str) -> Iterator[Block]:
    mark = approval_mark(paper, language)
    if mark:
        yield AnnexMark(mark)
    yield Space(40)
    if language == "ky" and paper.strategy.title_page:
        _, title_lines = _title_page_lines(paper)
        for line in title_lines[:-1]:
            yield Subtitle(line)
        yield Space(16)
        yield Title(title_lines[-1])
    else:
        for line in office_handouts.territory(paper.office, language):
            yield Subtitle(line.upper())
        yield Space(16)
        yield Title(_title_alone(paper, language).upper())
        if not paper.strategy.title_ru:
            yield from plan_paper.in_kyrgyz(Message("The title stands here as it was approved, in Kyrgyz."), language)
    yield PageBreak()


def _title_alone(paper: StrategyPaper, language: str) -> str:
    """Without the aimak, where the title page has it in a line of its own."""
    strategy = paper.strategy
    if strategy.title_page and not (language == "ru" and strategy.title_ru):
        return _title_page_lines(paper)[1][-1]
    return _title(paper, language)


def _title_page_lines(paper: StrategyPaper) -> tuple[Sequence[str], Sequence[str]]:
    """The title page as written: who approved it, and below what it is, in capitals."""
    lines = paper.strategy.title_page
    split = next((place for place, line in enumerate(lines) if line.isupper()), len(lines) - 1)
    return lines[:split], lines[split:]


def draft_mark(paper: StrategyPaper, language: str) -> str:
    """What stands across a paper that shows what nobody has decided yet: a draft, or an amendment under way."""
    strategy = paper.strategy
    is_decided = strategy.order is not None and rules.open_amendment(strategy) is None
    return "" if is_decided else Message("draft").into(language)


def approval_mark(paper: StrategyPaper, language: str) -> str:
    """Whose resolution approved it, as the title page says, otherwise its date and number (ST-R.3): 2019-жылдын
    13-мартындагы №17/16 токтому менен бекитилди; and below it what has amended it. Empty for a draft."""
    if paper.strategy.order is None:
        return ""
    return "\n".join((_approval(paper, paper.strategy.order, language), *_amendments(paper, language)))


def _amendments(paper: StrategyPaper, language: str) -> Iterator[str]:
    """The decided ones, each by its resolution, or by the meeting where there is none."""
    decided = [(one.decided_on, one.order) for one in paper.strategy.amendments if one.decided_on is not None]
    for day, order in sorted(decided, key=lambda one: one[0]):
        if order is None:
            told = Message("Amended by the decision of the meeting {date}", date=wording.date_of(day, language))
        else:
            told = Message(
                "Amended by the resolution {date} {number}",
                date=wording.date_of(order.date, language),
                number=wording.number_sign(order.number, language),
            )
        yield told.into(language)


def _approval(paper: StrategyPaper, order: Order, language: str) -> str:
    if language == "ky" and paper.strategy.title_page:
        written = "\n".join(_title_page_lines(paper)[0])
        if order.number in written:
            return written
    decided = Message(
        "Approved by the resolution {date} {number}",
        date=wording.date_of(order.date, language),
        number=wording.number_sign(order.number, language),
    ).into(language)
    return f"{decided}\n({order.issued_by_ru})" if language == "ru" and order.issued_by_ru else decided


def _section(paper: StrategyPaper, section: Section, language: str) -> Iterator[Block]:
    title = russian.said(section.title_ky, section.title_ru, language)
    # The approved text leaves sections without a number out of its contents.
    is_below = not section.number and any(one.number for one in paper.strategy.sections)
    yield Heading(f"{section.number}. {title}" if section.number else title, 3 if is_below else 1)
    blocks = section.blocks_ru if language == "ru" and section.blocks_ru else section.blocks
    yield from _blocks(paper, blocks, language)
    kinds = {block["kind"] for block in blocks}
    if section.key == "commission" and "members" not in kinds and paper.composition:
        yield _members(paper, language)
    if section.key == "priorities" and "priorities" not in kinds:
        yield _priorities(paper, (), language)
    if section.key == "standards_and_plans":
        for priority in paper.strategy.priorities:
            yield from plan_paper.standards(paper.strategy, priority, language)
            yield from plan_paper.plan(priority, language)


def _blocks(paper: StrategyPaper, blocks: Sequence[Mapping[str, Any]], language: str) -> Iterator[Block]:
    for block in blocks:
        kind = block["kind"]
        if kind == "paragraph":
            lead = block.get("lead")
            yield Paragraph((Run(f"{lead} ", bold=True), Run(block["text"])) if lead else block["text"])
        elif kind == "heading":
            yield Heading(block["text"], 3)
        elif kind == "list":
            yield _list(block)
        elif kind == "members":
            yield _grid(block["headings"] if language == "ky" else _member_heads(language), block["rows"], (3, 6))
        elif kind == "priorities":
            yield _priorities(paper, block["headings"], language)


def _list(block: Mapping[str, Any]) -> Block:
    items, sign = tuple(block["items"]), entries.sign_of(block)
    if signs.counts(sign):
        return NumberedList(items, start=block.get("start", 1), mark=cast(Any, sign[1:]))
    return BulletList(items, mark=cast(Any, sign))


def _grid(headings: Sequence[str], rows: Sequence[Sequence[str]], weights: Sequence[float]) -> Table:
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, 1))
    columns = (
        Column("№", width=10, align="center"),
        *(Column(h, weight=w) for h, w in zip(headings, weights, strict=True)),
    )
    return Table(columns=columns, rows=numbered, head=(("№", *headings),), size=11)


def _member_heads(language: str) -> Sequence[str]:
    return Message("Name").into(language), Message("Position").into(language)


def _members(paper: StrategyPaper, language: str) -> Table:
    rows = [(seat.person.name, seat.position_ky) for seat in paper.composition]
    return _grid(_member_heads(language), rows, (3, 6))


def _priorities(paper: StrategyPaper, headings: Sequence[str], language: str) -> Table:
    heads = (list(headings) if language == "ky" else []) or [
        Message("Service").into(language),
        Message("Justification").into(language),
        Message("Causes").into(language),
    ]
    rows = [
        (
            _named(one, language),
            plan_paper.listed(russian.said(one.justification, one.justification_ru, language)),
            plan_paper.listed(russian.said(one.causes, one.causes_ru, language)),
        )
        for one in paper.strategy.priorities
    ]
    return _grid(heads, rows, (3, 4, 4))


def _named(priority: PriorityService, language: str) -> str:
    name = plan_paper.name(priority, language)
    if priority.votes is None:
        return name
    return f"{name}\n{Message('Votes: {count}', count=priority.votes).into(language)}"


def standards(paper: StrategyPaper, language: str, of: str = "") -> Document:
    """The standards of all services, or of one."""
    paper = paper.as_written
    title = Message("Standards of the services").into(language)
    chosen = paper.priorities(of)
    blocks = [
        *plan_paper.untranslated((text for one in chosen for text in russian.standards(paper.strategy, one)), language),
        *(block for one in chosen for block in plan_paper.standards(paper.strategy, one, language)),
        signing(paper, language),
    ]
    return _sheet(paper, title, language, blocks)


def action_plan(paper: StrategyPaper, language: str, of: str = "", *, size: str = "A4") -> Document:
    """The action plan of all services, or of one, in the five columns of the council's form; A4 or A3, lying."""
    paper = paper.as_written
    title = Message("Action plan").into(language)
    chosen = paper.priorities(of)
    blocks = [*plan_paper.untranslated((text for one in chosen for text in russian.plan(one)), language)]
    for number, priority in enumerate(chosen):
        blocks.extend([PageBreak()] if number else [])
        blocks.extend(plan_paper.plan(priority, language))
    return _sheet(paper, title, language, blocks, orientation="landscape", size=size)


def _sheet(
    paper: StrategyPaper,
    title: str,
    language: str,
    blocks: Sequence[Block],
    *,
    orientation: str = "portrait",
    size: str = "A4",
) -> Document:
    mark = approval_mark(paper, language)
    return Document(
        title=title,
        language=language,
        paper=cast(Any, size),
        orientation=cast(Any, orientation),
        footer=office_handouts.footer(paper.office, language),
        draft=draft_mark(paper, language),
        blocks=(
            office_handouts.own_corner(paper.office, language, mark),
            Title(title.upper()),
            *blocks,
        ),
        size=12,
    )


def progress_report(paper: StrategyPaper, language: str) -> Document:
    """How far the plan is on a day, for the commission: figures, then what is late, due and out of order (ST-7.1)."""
    title = Message("Progress of the action plan").into(language)
    blocks: list[Block] = [
        Subtitle(quarter_paper.reported(paper.today).name.into(language)),
        office_handouts.as_of(paper.today, language),
        *_controller(paper, language),
        *_waiting(paper, language),
        *plan_paper.untranslated(_reported(paper), language),
        figures(paper, language),
    ]
    for priority in paper.strategy.priorities:
        blocks.append(Heading(f"{priority.place}. {plan_paper.name(priority, language)}", 2))
        blocks.append(_states_table(paper, priority, language))
    blocks.append(Heading(Message("Late").into(language), 2))
    blocks.append(_late_table(paper, language))
    blocks.extend(quarter_paper.blocks(paper, language))
    blocks.append(signing(paper, language))
    return report(paper, title, language, blocks)


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
    if amendment is not None:
        told = Message(
            "An amendment was opened on {day} and is not decided; what the council approved is reported here.",
            day=amendment.opened_on,
        )
        yield Paragraph(told.into(language), indent=False)


def report(paper: StrategyPaper, title: str, language: str, blocks: Sequence[Block]) -> Document:
    """A paper about the strategy under the letterhead."""
    return Document(
        title=title,
        language=language,
        footer=office_handouts.footer(paper.office, language),
        blocks=(office_handouts.letterhead(paper.office), Title(title.upper()), *blocks),
        size=12,
    )


def figures(paper: StrategyPaper, language: str) -> Figures:
    """How much of the whole plan is done, and how much is late."""
    share = rules.share(paper.states.values())
    counts = rules.counts(paper.states.values())
    late = counts[State.LATE] + counts[State.LATE_UNRECORDED]
    percent = "–" if share.percent is None else wording.percent(share.percent, language, digits=0)
    return Figures(
        (
            Figure(f"{share.done} / {share.total}", Message("activities done").into(language)),
            Figure(percent, Message("of the plan done").into(language)),
            Figure(str(late), Message("activities late").into(language)),
        )
    )


def _states_table(paper: StrategyPaper, priority: PriorityService, language: str) -> Table:
    """Per task and for the service: how many activities are in which state; below, which were out of order (ST-7.1)."""
    seldom = set(_SELDOM) - set(paper.states.values())
    shown = {title: column for title, column in _STATE_COLUMNS.items() if not seldom.issuperset(column[1])}

    def counted(activities: Sequence[Activity]) -> list[str]:
        counts = rules.counts(paper.states[one.id] for one in activities)
        return [str(len(activities)), *(str(sum(counts[one] for one in states)) for _, states in shown.values())]

    rows: list[Row] = [
        (f"{task.number}. {russian.said(task.title_ky, task.title_ru, language)}", *counted(task.activities))
        for task in priority.tasks
    ]
    every = list(rules.activities_of(priority))
    share = rules.share(paper.states[one.id] for one in every)
    total = Message("Total").into(language)
    if share.percent is not None:
        total = f"{total}: {wording.percent(share.percent, language, digits=0)}"
    rows.append(tuple(Cell(one, bold=True) for one in (total, *counted(every))))
    pairs = [pair for task in priority.tasks for pair in rules.out_of_sequence(task, paper.states)]
    disorder = "; ".join(f"{later.number} – {earlier.number}" for earlier, later in pairs)
    said = f"{Message('Done out of order').into(language)}: {len(pairs)}" + (f" ({disorder})" if disorder else "")
    columns = (
        Column(plan_paper.task_word(priority.tasks, language)),
        Column(Message("Total").into(language), width=16, align="center"),
        *(Column(title.into(language), width=width, align="center") for title, (width, _) in shown.items()),
    )
    rows.append((Cell(said, columns=len(columns), align="left"),))
    return Table(columns=columns, rows=tuple(rows), head=(tuple(one.title for one in columns),), size=10)


def _late(paper: StrategyPaper) -> Sequence[tuple[PriorityService, Activity]]:
    return [
        (priority, one)
        for priority in paper.strategy.priorities
        for one in rules.activities_of(priority)
        if paper.states[one.id] in rules.LATE_STATES
    ]


def _late_table(paper: StrategyPaper, language: str) -> Block:
    late = _late(paper)
    if not late:
        return Paragraph(Message("Nothing is late.").into(language))
    heads = [one.into(language) for one in _LATE_HEADS]
    rows = tuple(
        (
            f"{priority.place}/{one.number}. {plan_paper.activity_text(one, language)}",
            plan_paper.deadline(one, language),
            "; ".join(plan_paper.responsible(person, language).rstrip(" ;,") for person in one.responsible),
            str(-(rules.days_left(one, paper.today) or 0)),
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


def signing(paper: StrategyPaper, language: str) -> Signatures:
    """The secretary of the commission that follows the strategy."""
    secretary = next((seat for seat in paper.composition if seat.role == "secretary"), None)
    name = office_handouts.signed_name(secretary.person.name, paper.settings) if secretary else ""
    return Signatures((Signature(Message("Secretary of the commission").into(language), name),))


def changes(paper: StrategyPaper, language: str) -> Document:
    """What has changed since the last approval, line by line."""
    paper = paper.as_written
    title = Message("Changes since the approval").into(language)
    known = paper.strategy.baselines
    now = baselines.content(paper.strategy)
    found = baselines.changes(known[-1].content, now) if known else ()
    amended = [one for number, one in enumerate(known) if number]
    amendments = {one.id: one for one in paper.strategy.amendments}
    blocks: list[Block] = [office_handouts.as_of(paper.today, language)]
    blocks.append(Paragraph(_approved(paper, language), indent=False))
    if found or amended:
        told = Message("What has changed stands here as it is written, in Kyrgyz.")
        blocks.extend(plan_paper.in_kyrgyz(told, language))
    for number, one in enumerate(amended, 1):
        blocks.append(Heading(Message("Amendment {number} of {day}", number=number, day=one.on).into(language), 2))
        if (amendment := amendments.get(one.amendment_id or "")) is not None:
            blocks.append(_reason(amended_by.told(amendment).into(language), language))
        blocks.extend(_changes(known[number - 1].content, one.content, language))
    if found:
        blocks.append(Heading(Message("Not decided yet").into(language), 2))
        if (amendment := rules.open_amendment(paper.strategy)) is not None:
            blocks.append(_reason(" ".join(amendment.reason.split()), language))
    if found or not amended:
        blocks.extend(_changes(known[-1].content, now, language) if known else (_changes_table((), language),))
    blocks.append(signing(paper, language))
    return report(paper, title, language, blocks)


def _reason(words: str, language: str) -> Paragraph:
    return Paragraph(f"{Message('Reason').into(language)}: {words}", indent=False)


def _approved(paper: StrategyPaper, language: str) -> str:
    mark = approval_mark(paper, language).replace("\n", " ")
    return mark or Message("The strategy is not approved yet.").into(language)


def _changes(before: Mapping[str, Any], after: Mapping[str, Any], language: str) -> Iterator[Block]:
    """The table, and below it what the older of the two did not keep."""
    yield _changes_table(baselines.changes(dict(before), dict(after)), language)
    unknown = baselines.not_kept(dict(before))
    if unknown:
        yield Paragraph(baselines.not_listed(unknown).into(language), indent=False, size=10)


def _changes_table(found: Sequence[baselines.Change], language: str) -> Block:
    if not found:
        return Paragraph(Message("Nothing has changed.").into(language))
    heads = [one.into(language) for one in _CHANGE_HEADS]
    rows = tuple(
        (one.named, one.what.into(language), _in(one.before, language), _in(one.after, language)) for one in found
    )
    columns = (
        Column(heads[0], width=16, align="center"),
        Column(heads[1], weight=2),
        Column(heads[2], weight=4),
        Column(heads[3], weight=4),
    )
    return Table(columns=columns, rows=rows, head=(tuple(heads),), size=10)


def _in(words: Message | str, language: str) -> str:
    return words.into(language) if isinstance(words, Message) else words or "–"
