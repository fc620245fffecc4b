"""How does a plan stand in an Excel workbook: a table to filter and a chart of coloured cells?"""

import datetime
import math
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ayil_desktop.language import wording
from ayil_desktop.language.message import InContext, Message
from ayil_desktop.printing import literal
from ayil_desktop.strategy import bars, export_sheet, exported
from ayil_desktop.strategy.export_sheet import Cells
from ayil_desktop.strategy.exported import Exported
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.standing import STATE_NAMES

_LONGEST = 32_767  # letters that a cell holds
_HIGHEST = 409  # points of a row
_LINE = 14.4  # points, for letters of 11
_FILLED = 0.95  # letters of a line by the width of its column: words do not break
_EPOCH = 1900  # Excel knows no earlier year
TABLE, CHART = Message("Table"), InContext("sheet", "Chart")

COLUMNS: Sequence[tuple[Message, float]] = (
    (Message("Service"), 28),
    (Message("Task"), 28),
    (Message("№"), 7),
    (Message("Activity"), 48),
    (Message("Products"), 36),
    (Message("Resources"), 24),
    (Message("Deadline"), 22),
    (Message("From"), 12),
    (Message("To"), 12),
    (Message("Responsible"), 30),
    (Message("State"), 18),
    (Message("Amount in som"), 14),
    (Message("Remark"), 28),
)
"""The columns of the table and their widths in letters."""


def make(paper: StrategyPaper, language: str, of: str = "") -> bytes:
    """The workbook. Texts are texts, whatever they begin with; days are days."""
    content = BytesIO()
    moment = datetime.datetime.combine(paper.today, datetime.time())
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": exported.title(paper, language), "created": moment})
        rows = exported.rows(paper, language, of)
        looks = Looks(book)
        _table(book.add_worksheet(TABLE.into(language)), rows, looks, language)
        _chart(book.add_worksheet(CHART.into(language)), rows, looks, paper.today, language)
    return content.getvalue()


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **look: Any) -> Format:
        whole = {"valign": "top", "font_name": "Times New Roman", "font_size": 11, "border": 1} | look
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]


def _table(sheet: Worksheet, rows: Sequence[Exported], looks: Looks, language: str) -> None:
    """One line for each activity, with its service and task, so that any column can be filtered and sorted by."""
    head, text = looks(bold=True, text_wrap=True, bg_color="#D9E2EC", align="center"), looks(text_wrap=True)
    day, money = looks(num_format="dd.mm.yyyy", align="center"), looks(num_format="#,##0")
    for column, (title, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        _write(sheet, 0, column, title.into(language), head)
    line = 0
    for one in rows:
        if one.activity is None:
            continue
        line += 1
        for column, value in enumerate(values(one, language)):
            if isinstance(value, datetime.date) and value.year >= _EPOCH:
                sheet.write_datetime(line, column, datetime.datetime.combine(value, datetime.time()), day)
            elif isinstance(value, int):
                sheet.write_number(line, column, value, money)
            else:
                _write(sheet, line, column, "" if value is None else str(value), text)
        _fit_height(sheet, line, values(one, language), [width for _, width in COLUMNS])
    sheet.autofilter(0, 0, max(line, 1), len(COLUMNS) - 1)
    _set_up(sheet, head_rows=1, head_columns=4)


def values(one: Exported, language: str) -> tuple[str | int | datetime.date | None, ...]:
    """What stands in the columns of an activity."""
    activity, row = one.activity, one.row
    assert activity is not None
    money = sum(part.amount for part in activity.funding) if activity.funding else None
    return (
        one.service,
        one.task,
        row.number,
        row.text,
        exported.lines(activity, "products", language),
        exported.lines(activity, "resources", language),
        row.words,
        row.starts,
        row.ends,
        row.responsible,
        STATE_NAMES[row.state].into(language) if row.state else "",
        money,
        activity.remark,
    )


_WORDS: Sequence[tuple[Message, float]] = (
    (Message("№"), 7),
    (Message("Activity"), 46),
    (Message("Responsible"), 26),
    (Message("Deadline"), 20),
)


def _chart(sheet: Worksheet, rows: Sequence[Exported], looks: Looks, today: datetime.date, language: str) -> None:
    """The words at the left, then a cell for each week, month or quarter, under two rows of time."""
    cells = export_sheet.cells([one.row for one in rows], today)
    head = looks(bold=True, text_wrap=True, bg_color="#D9E2EC", align="center", valign="vcenter")
    for column, (title, width) in enumerate(_WORDS):
        sheet.set_column(column, column, width)
        sheet.merge_range(0, column, 1, column, "", head)
        _write(sheet, 0, column, title.into(language), head)
    _time_head(sheet, cells, head, language)
    for line, one in enumerate(rows, 2):
        _chart_words(sheet, line, one.row, looks)
        _chart_cells(sheet, line, one.row, cells, looks)
    _legend(sheet, len(rows) + 3, [one.row for one in rows], looks, language)
    _set_up(sheet, head_rows=2, head_columns=len(_WORDS))


def _time_head(sheet: Worksheet, cells: Cells, head: Format, language: str) -> None:
    first = len(_WORDS)
    sheet.set_column(first, first + len(cells.columns) - 1, 3.2 if cells.unit == "week" else 5)
    for group in cells.groups:
        begin, end = first + group.start, first + group.stop - 1
        words = _upper(cells.columns[group.start].first, cells.unit, language)
        if end > begin:
            sheet.merge_range(0, begin, 0, end, "", head)
        _write(sheet, 0, begin, words, head)
    for place, column in enumerate(cells.columns):
        _write(sheet, 1, first + place, _lower(column.first, cells.unit), head)


def _upper(day: datetime.date, unit: str, language: str) -> str:
    return f"{wording.month_name(day.month, language)} {day.year}" if unit == "week" else str(day.year)


def _lower(day: datetime.date, unit: str) -> str:
    if unit == "week":
        return str(min((day.day - 1) // 7, 3) + 1)
    return f"{day.month:02}" if unit == "month" else wording.roman((day.month - 1) // 3 + 1)


def _chart_words(sheet: Worksheet, line: int, row: bars.Row, looks: Looks) -> None:
    is_head = row.level < 2
    look = looks(text_wrap=True, bold=True, bg_color="#EEF2F6") if is_head else looks(text_wrap=True)
    values = (row.number, row.text, row.responsible, row.words)
    for column, value in enumerate(values):
        _write(sheet, line, column, value, look)
    _fit_height(sheet, line, values, [width for _, width in _WORDS])


def _chart_cells(sheet: Worksheet, line: int, row: bars.Row, cells: Cells, looks: Looks) -> None:
    for place, (look, letter) in export_sheet.painted(row, cells).items():
        _write(sheet, line, len(_WORDS) + place, letter, looks(align="center", **look))


def _legend(sheet: Worksheet, line: int, rows: Sequence[bars.Row], looks: Looks, language: str) -> None:
    there = {row.state for row in rows if row.ends is not None}
    for state, (look, letter) in export_sheet.STATE_LOOKS.items():
        if state in there:
            _write(sheet, line, 0, letter, looks(align="center", **look))
            _write(sheet, line, 1, STATE_NAMES[state].into(language), looks(border=0))
            line += 1


def _set_up(sheet: Worksheet, *, head_rows: int, head_columns: int) -> None:
    """What stays in sight on the screen stands on every printed page, on lying sheets as wide as the table."""
    sheet.freeze_panes(head_rows, head_columns)
    sheet.repeat_rows(0, head_rows - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _fit_height(sheet: Worksheet, line: int, values: Sequence[object], widths: Sequence[float]) -> None:
    """As high as its longest cell; Excel would see to it when the file is opened, LibreOffice does not."""
    lines = [
        sum(max(1, math.ceil(len(part) / (width * _FILLED))) for part in value.split("\n"))
        for value, width in zip(values, widths, strict=True)
        if isinstance(value, str)
    ]
    sheet.set_row(line, min(max(lines, default=1) * _LINE + 3, _HIGHEST))


def _write(sheet: Worksheet, line: int, column: int, text: str, look: Format) -> None:
    """Always a text: nothing that begins with = or http becomes a formula or a link."""
    clean = literal.clean(text)
    if len(clean) > _LONGEST:
        clean = clean[: _LONGEST - 1] + "…"
    if clean:
        sheet.write_string(line, column, clean, look)
    else:
        sheet.write_blank(line, column, None, look)
