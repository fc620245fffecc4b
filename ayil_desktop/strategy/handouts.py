"""What of a strategy is printed?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, cast

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import paper_parts
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.printing.document import (
    AnnexMark,
    Block,
    BulletList,
    Column,
    Contents,
    Document,
    Heading,
    NumberedList,
    PageBreak,
    Paragraph,
    ResolutionHead,
    Run,
    Signature,
    Signatures,
    Space,
    Subtitle,
    Table,
    Title,
)
from ayil_desktop.strategy import entries, plan_paper, russian, sheet_parts, signs
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.records import PriorityService, Section


def strategy(paper: StrategyPaper, language: str) -> Document:
    """The whole strategy: resolution, title page with the approval mark, contents, all sections (ST-R.1, ST-R.3)."""
    paper = paper.as_written
    made = Document(
        title=_title(paper, language),
        language=language,
        footer=office_handouts.footer(paper.office, language),
        draft=sheet_parts.draft_mark(paper, language),
        size=12,
        blocks=(
            *_resolution(paper),
            *_title_page(paper, language),
            Contents(_contents_title(paper, language)),
            PageBreak(),
            *_led_in([block for section in paper.strategy.sections for block in _section(paper, section, language)]),
        ),
    )
    return sheet_parts.told(paper, made, russian.texts(paper.strategy))


def _led_in(blocks: Sequence[Block]) -> Iterator[Block]:
    """The words that lead to a table stand above it, not on the page before."""
    for block, following in zip_longest(blocks, blocks[1:]):
        is_lead = isinstance(block, Paragraph) and isinstance(following, Table)
        yield replace(block, keep_with_next=True) if is_lead else block


def _title(paper: StrategyPaper, language: str) -> str:
    return russian.said(paper.strategy.title_ky, paper.strategy.title_ru, language)


def _contents_title(paper: StrategyPaper, language: str) -> str:
    written = paper.strategy.head_ky.get("contents_title")
    return str(written) if written and language == "ky" else Message("Contents").into(language)


def _resolution(paper: StrategyPaper) -> Iterator[Block]:
    """The council's resolution as it was adopted, where it is recorded; it is Kyrgyz in every language of the paper."""
    head = cast(Mapping[str, Any], paper.strategy.head_ky)
    if not head.get("council"):
        return
    number = wording.number_sign(str(head["number"]))
    yield ResolutionHead(
        head["council"], head["session_line"], head["document_kind"], head["date_text"], number, head["place"]
    )
    yield Subtitle(head["title"])
    yield Paragraph(head["preamble"], keep_with_next=True)
    yield Paragraph(head["resolving_words"], keep_with_next=True)
    yield NumberedList(tuple(head["clauses"]), hanging=False)
    yield Signatures((Signature(head["chair_label"], head["chair"]),))
    yield PageBreak()


def _title_page(paper: StrategyPaper, language: str) -> Iterator[Block]:
    mark = sheet_parts.approval_mark(paper, language)
    if mark:
        yield AnnexMark(mark)
    yield Space(40)
    if language == "ky" and paper.strategy.title_page:
        _, title_lines = sheet_parts.title_page_lines(paper)
        for line in title_lines[:-1]:
            yield Subtitle(line)
        yield Space(16)
        yield Title(title_lines[-1])
    else:
        for line in office_handouts.territory(paper.office, language):
            yield Subtitle(line.upper())
        yield Space(16)
        yield Title(_title_alone(paper, language).upper())
    yield PageBreak()


def _title_alone(paper: StrategyPaper, language: str) -> str:
    """Without the aimak, where the title page has it in a line of its own."""
    strategy = paper.strategy
    if strategy.title_page and not (language == "ru" and strategy.title_ru):
        return sheet_parts.title_page_lines(paper)[1][-1]
    return _title(paper, language)


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
    if section.key == "priorities" and "priorities" not in kinds and paper.strategy.priorities:
        yield _priorities(paper, (), language)
    if section.key == "standards_and_plans":
        yield from _plans(paper, language)


def _plans(paper: StrategyPaper, language: str) -> Iterator[Block]:
    """Standards and plan of each service, each from a page of its own, and what follows them too.

    A reader takes the pages of one service out; and Word, whose pages are a little shorter or longer than the PDF's,
    begins it on the same page.
    """
    for number, priority in enumerate(paper.strategy.priorities):
        if number:
            yield PageBreak()
        yield from plan_paper.standards(paper.strategy, priority, language)
        yield from plan_paper.plan(priority, language)
    if paper.strategy.priorities:
        yield PageBreak()


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
            yield _grid(
                block["headings"] if language == "ky" else _member_heads(language), block["rows"], (3, 6), language
            )
        elif kind == "priorities":
            yield _priorities(paper, block["headings"], language)


def _list(block: Mapping[str, Any]) -> Block:
    items, sign = tuple(block["items"]), entries.sign_of(block)
    if signs.counts(sign):
        return NumberedList(items, start=block.get("start", 1), mark=cast(Any, sign[1:]))
    return BulletList(items, mark=cast(Any, sign))


def _grid(headings: Sequence[str], rows: Sequence[Sequence[str]], weights: Sequence[float], language: str) -> Table:
    number = paper_parts.NUMBER.into(language)
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, 1))
    columns = (
        Column(number, width=10, align="center"),
        *(Column(h, weight=w) for h, w in zip(headings, weights, strict=True)),
    )
    return Table(columns=columns, rows=numbered, head=((number, *headings),), size=11)


def _member_heads(language: str) -> Sequence[str]:
    return Message("Name").into(language), Message("Position").into(language)


def _members(paper: StrategyPaper, language: str) -> Table:
    rows = [(seat.person.name, seat.position_ky) for seat in paper.composition]
    return _grid(_member_heads(language), rows, (3, 6), language)


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
    return _grid(heads, rows, (3, 4, 4), language)


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
        *(block for one in chosen for block in plan_paper.standards(paper.strategy, one, language)),
        sheet_parts.signing(paper, language),
    ]
    texts = (text for one in chosen for text in russian.standards(paper.strategy, one))
    return sheet_parts.told(paper, _sheet(paper, title, language, blocks), texts)


def action_plan(paper: StrategyPaper, language: str, of: str = "", *, size: str = "A4") -> Document:
    """The action plan of all services, or of one, in the five columns of the council's form; A4 or A3, lying."""
    paper = paper.as_written
    title = Message("Action plan").into(language)
    chosen = paper.priorities(of)
    blocks: list[Block] = []
    for number, priority in enumerate(chosen):
        blocks.extend([PageBreak()] if number else [])
        blocks.extend(plan_paper.plan(priority, language))
    made = _sheet(paper, title, language, blocks, orientation="landscape", size=size)
    return sheet_parts.told(paper, made, (text for one in chosen for text in russian.plan(one)))


def _sheet(
    paper: StrategyPaper,
    title: str,
    language: str,
    blocks: Sequence[Block],
    *,
    orientation: str = "portrait",
    size: str = "A4",
) -> Document:
    mark = sheet_parts.approval_mark(paper, language)
    return Document(
        title=title,
        language=language,
        paper=cast(Any, size),
        orientation=cast(Any, orientation),
        footer=office_handouts.footer(paper.office, language),
        draft=sheet_parts.draft_mark(paper, language),
        blocks=(
            office_handouts.own_corner(paper.office, language, mark),
            Title(title.upper()),
            *blocks,
        ),
        size=12,
    )
