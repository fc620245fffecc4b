"""Which column of a pasted plan holds what?"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.office import pasted_columns
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Kind


class Column(StrEnum):
    """What a pasted column holds."""

    NUMBER = "number"
    TEXT = "text"
    PRODUCTS = "products"
    RESOURCES = "resources"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    NOTHING = "nothing"


TITLES: Mapping[Column, Message] = {
    Column.NUMBER: Message("№"),
    Column.TEXT: Message("Activity"),
    Column.PRODUCTS: Message("Products"),
    Column.RESOURCES: Message("Resources"),
    Column.DEADLINE: Message("Deadline"),
    Column.RESPONSIBLE: Message("Responsible"),
    Column.NOTHING: Message("leave out"),
}
# All patterns meet text that was folded: lower case, ң ө ү as н о у.
_HEADINGS: Sequence[tuple[Column, re.Pattern[str]]] = (
    (Column.NUMBER, re.compile(r"№.*|n|no\.?|к/н|п/п|катар.*|#|number|номер.*")),
    (Column.DEADLINE, re.compile(r".*мооноту?.*|.*мооноттор.*|срок.*|.*сроки.*|дата.*|качан|deadline.*|when|due.*")),
    (Column.RESPONSIBLE, re.compile(r".*жооптуу.*|ответств.*|исполнител.*|аткаруучу.*|ким|responsible.*|who")),
    (Column.RESOURCES, re.compile(r".*ресурс.*|.*каражат.*|.*бюджет.*|resources?.*|means")),
    (
        Column.PRODUCTS,
        re.compile(r".*продукт.*|.*жыйынтык.*|.*натыйжа.*|.*результат.*|products?.*|.*results?.*"),
    ),
    (
        Column.TEXT,
        re.compile(r".*иш[- ]?аракет.*|.*иш[- ]?чара.*|мероприяти.*|действи.*|меры|activit.*|action.*"),
    ),
)
NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLІХӀ]{1,7})[.)]?")
_LONGEST_HEADING = 70
_SAMPLE = 40  # cells of a column that are looked at


def is_head(row: Sequence[str]) -> bool:
    """Whether a row names its columns: two of them at least, one of which tells the activities or their deadlines."""
    named = {heading(cell) for cell in row} - {None}
    return len(named) >= 2 and bool(named & {Column.TEXT, Column.DEADLINE})


def heading(cell: str) -> Column | None:
    """What a heading announces; None where it is none that the program knows."""
    return next(iter(_announced(cell)), None)


def _announced(cell: str) -> list[Column]:
    """All that a heading may announce: «Мөөнөтү жана жооптуу» stands over two columns."""
    folded = " ".join(kyrgyz.fold(cell).split()).strip(" .:")
    if len(folded) > _LONGEST_HEADING:
        return []
    return [column for column, pattern in _HEADINGS if pattern.fullmatch(folded)]


def of(rows: Sequence[Sequence[str]], head: int) -> tuple[Column, ...]:
    """The meaning of each column by the headings, or by what it holds; every meaning is given once."""
    width = len(rows[0]) if rows else 0
    if head >= 0:
        return pasted_columns.once(_named(rows, head), Column.NOTHING)
    held = [[row[place] for row in rows if row[place]][:_SAMPLE] for place in range(width)]
    placed = _placed([_by_content(cells) for cells in held], [bool(cells) for cells in held])
    return pasted_columns.once(placed, Column.NOTHING)


def _named(rows: Sequence[Sequence[str]], head: int) -> list[Column]:
    """By the headings; a column below a merged one is what that announces besides."""
    cells, merged = rows[head], without_heading(rows, head)
    found = [heading(cell) or Column.NOTHING for cell in cells]
    for place in merged:
        over = next((cell for cell in reversed(cells[:place]) if cell), "")
        found[place] = next((column for column in _announced(over) if column not in found), Column.NOTHING)
    return found


def without_heading(rows: Sequence[Sequence[str]], head: int) -> list[int]:
    """The columns that hold something below no heading: that beside them was merged over them."""
    below = rows[head + 1 :]
    return [place for place, cell in enumerate(rows[head]) if not cell and place and any(row[place] for row in below)]


def _by_content(cells: Sequence[str]) -> Column:
    if sum(bool(NUMBER.fullmatch(cell)) for cell in cells) * 2 > len(cells):
        return Column.NUMBER
    if sum(deadlines.read(cell).kind is not Kind.UNKNOWN for cell in cells) * 2 > len(cells):
        return Column.DEADLINE
    return Column.NOTHING


def _placed(columns: Sequence[Column], filled: Sequence[bool]) -> list[Column]:
    """The others that are not empty, as plans have them: activity, products, resources, deadline, responsible."""
    found = list(columns)
    texts = [place for place, column in enumerate(found) if column is Column.NOTHING and filled[place]]
    due = found.index(Column.DEADLINE) if Column.DEADLINE in found else len(found)
    before = [place for place in texts if place < due]
    for place, column in zip(before, (Column.TEXT, Column.PRODUCTS, Column.RESOURCES), strict=False):
        found[place] = column
    for place in texts[len(before) :][:1]:
        found[place] = Column.RESPONSIBLE if before else Column.TEXT
    return found
