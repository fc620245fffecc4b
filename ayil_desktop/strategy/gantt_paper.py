"""How is the chart of a plan printed: head and approval, the pages of the chart, what its signs mean, who signs?"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import paper_parts
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.printing import measuring
from ayil_desktop.printing.document import ApprovalMark, Block, Document, Paragraph, Title
from ayil_desktop.strategy import (
    bars,
    chart_layout,
    chart_paper,
    chart_rows,
    chart_sheet,
    plan_paper,
    rules,
    russian,
    sheet_parts,
)
from ayil_desktop.strategy.chart_layout import Layout
from ayil_desktop.strategy.chart_sheet import ChartSheet, Fitting
from ayil_desktop.strategy.papers import StrategyPaper

Made = TypeVar("Made")

_SMALL = 9.0
_LETTERS = {Fitting.PAGE: 9.0, Fitting.PAGES: 10.0}
"""Of head and signature, in points, where the chart needs the room; 11 elsewhere."""


def gantt(
    paper: StrategyPaper,
    language: str,
    of: str = "",
    *,
    sheet: ChartSheet | None = None,
    laid_out: Layout | None = None,
) -> Document:
    """The chart of all services, or of the one that `of` names (id, rank, name).

    `laid_out` is what `layout` answered for the same sheet, where it was asked before.
    """
    paper, sheet = paper.as_written, sheet or ChartSheet()
    if of:
        sheet = dataclasses.replace(sheet, of=paper.priorities(of)[0].id)
    rows = rows_of(paper, language, sheet)
    laid_out = laid_out or layout(paper, language, sheet)
    made = dataclasses.replace(
        _document(paper, language, sheet),
        blocks=(
            *_head(paper, rows, sheet, language),
            *chart_paper.pages(rows, laid_out, paper.today, language),
            sheet_parts.signing(paper, language),
        ),
    )
    return sheet_parts.told(paper, made, russian.in_lists(paper.written.priorities, {row.key for row in rows}))


def layout(paper: StrategyPaper, language: str, sheet: ChartSheet) -> Layout:
    """How large the letters are, and what stands on which page."""
    return _laid_out(chart_layout.lay_out, paper, language, sheet)


def readable(paper: StrategyPaper, language: str, sheet: ChartSheet) -> ChartSheet:
    """The nearest sheet on which the letters can be read."""
    return _laid_out(chart_layout.readable, paper, language, sheet)


def _laid_out(lay_out: Callable[..., Made], paper: StrategyPaper, language: str, sheet: ChartSheet) -> Made:
    """Between the head and the signature, whose heights are measured."""
    paper = paper.as_written
    rows, empty = rows_of(paper, language, sheet), _document(paper, language, sheet)
    return lay_out(
        rows,
        sheet,
        today=paper.today,
        above=measuring.height(_head(paper, rows, sheet, language), empty),
        below=measuring.height([sheet_parts.signing(paper, language)], empty),
    )


def rows_of(paper: StrategyPaper, language: str, sheet: ChartSheet) -> Sequence[bars.Row]:
    """The rows that the chosen sheet shows."""
    return chart_sheet.chosen(chart_rows.rows(paper.written, paper.states, language), sheet)


def _document(paper: StrategyPaper, language: str, sheet: ChartSheet) -> Document:
    return Document(
        title=Message("Chart of the action plan").into(language),
        blocks=(),
        language=language,
        paper=sheet.paper,
        orientation=sheet.orientation,
        margins=sheet.margins,
        footer=office_handouts.footer(paper.office, language),
        draft=sheet_parts.draft_mark(paper, language),
        size=_LETTERS.get(sheet.fitting, 11),
    )


def _head(paper: StrategyPaper, rows: Sequence[bars.Row], sheet: ChartSheet, language: str) -> list[Block]:
    title = Message("Chart of the action plan").into(language)
    service = next((plan_paper.name(one, language) for one in paper.strategy.priorities if one.id == sheet.of), "")
    return [
        *_corners(paper, sheet, language),
        Title(f"{title.upper()}\n{service}" if service else title.upper()),
        office_handouts.as_of(paper.today, language),
        *_told(paper, language),
        chart_paper.legend(rows, language, has_today=_has_today(paper, rows, sheet), width=sheet.room[0]),
    ]


def _told(paper: StrategyPaper, language: str) -> Iterator[Block]:
    """What the council approved is the plan; how far it is, it did not."""
    if sheet_parts.approval_mark(paper, language):
        is_amended = rules.open_amendment(paper.strategy) is not None
        told = (_WITH_THE_AMENDMENT if is_amended else _AS_APPROVED).into(language)
        yield Paragraph(told, align="center", indent=False, keep_with_next=True, size=_SMALL)


_AS_APPROVED = Message("The plan is approved; the chart shows in addition how far it is carried out.")
_WITH_THE_AMENDMENT = Message(
    "The plan is approved; the chart shows it with the amendment that is being prepared, and how far it is carried out."
)


def _corners(paper: StrategyPaper, sheet: ChartSheet, language: str) -> Iterator[Block]:
    """Whose it is; and by which resolution it was approved, or for a draft where the head of the office will."""
    mark = sheet_parts.approval_mark(paper, language) if sheet.with_approval else ""
    yield office_handouts.own_corner(paper.office, language, mark)
    if mark or not sheet.with_approval:
        return
    head = office_handouts.head_signature(paper.office, language, paper.settings)
    yield ApprovalMark(Message("I approve").into(language), head.role, head.name, paper_parts.BLANK_DATE.into(language))


def _has_today(paper: StrategyPaper, rows: Sequence[bars.Row], sheet: ChartSheet) -> bool:
    months = chart_sheet.months(rows, sheet, paper.today)
    return months[0].first <= paper.today <= months[-1].last
