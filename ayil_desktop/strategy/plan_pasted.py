"""What does a table from Word or Excel say about a plan, and of which cells is the program not sure?

Columns are found by their headings in Kyrgyz, Russian or English, without headings by what they hold; the user may say
otherwise. Deadlines are read by the grammar of `workdays.deadlines`; words that it does not understand are kept.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.strategy import task_lines
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


class RowKind(StrEnum):
    """What a pasted row is."""

    TASK = "task"
    ACTIVITY = "activity"
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
LISTS = (Column.PRODUCTS, Column.RESOURCES, Column.RESPONSIBLE)

ONE_COLUMN = Message(
    "The table has one column only. Mark the whole table in Word or Excel, with the deadlines beside the activities, "
    "and copy it again; or add the activities without them."
)
NO_TEXT = Message("No column holds the activities. Choose above which one does.")
NO_DEADLINES = Message(
    "No column holds the deadlines. Choose above which one does, or add the activities without them."
)
EMPTY_TEXT = Message("There is no activity in this row; it will be left out.")
ABOVE_THE_HEAD = Message("This stands above the headings; it will be left out.")
NOT_UNDERSTOOD = Message("The words are kept, but no dates were understood.")
NO_YEAR = Message("No year is written; the words are kept without dates.")
NO_DEADLINE = Message("There is no deadline. Was the cell merged with the one above?")
NOBODY = Message("Nobody is responsible. Was the cell merged with the one above?")
TWICE = Message("This number stands in the table twice.")
TAKEN = Message("The plan has this number already.")
NO_TASK_LINE = Message("The table has no line for this task; write its title.")
TOO_LONG = Message("This is too long for one cell; were several rows merged?")


@dataclass(frozen=True)
class PastedRow:
    """A task or an activity as read; lists are lists of lines. `doubts` says at which columns to look, and why."""

    kind: RowKind
    number: str = ""
    text: str = ""
    products: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    deadline: str = ""
    responsible: tuple[str, ...] = ()
    kind_word: str = ""
    results_label: str = ""
    results: tuple[str, ...] = ()
    doubts: Mapping[Column, Message] = field(default_factory=dict)


@dataclass(frozen=True)
class Pasted:
    """A table as understood; `trouble` is what is wrong with it as a whole."""

    columns: tuple[Column, ...]
    rows: tuple[PastedRow, ...]
    trouble: Message | None = None

    @property
    def activities(self) -> int:
        """How many there are."""
        return sum(row.kind is RowKind.ACTIVITY for row in self.rows)


# All patterns meet text that was folded: lower case, ң ө ү as н о у.
_HEADINGS: Sequence[tuple[Column, re.Pattern[str]]] = (
    (Column.NUMBER, re.compile(r"№.*|n|no\.?|к/н|п/п|катар.*|#|number|номер.*")),
    (Column.DEADLINE, re.compile(r".*мооноту?.*|.*мооноттор.*|срок.*|.*сроки.*|дата.*|качан|deadline.*|when|due.*")),
    (Column.RESPONSIBLE, re.compile(r".*жооптуу.*|ответств.*|исполнител.*|аткаруучу.*|ким|responsible.*|who")),
    (Column.RESOURCES, re.compile(r".*ресурс.*|.*каражат.*|.*бюджет.*|resources?.*|means")),
    (
        Column.PRODUCTS,
        re.compile(r".*продукт.*|.*жыйынтык.*|.*натыйжа.*|.*результат.*|products?.*|.*results?.*|индикатор.*"),
    ),
    (
        Column.TEXT,
        re.compile(r".*иш[- ]?аракет.*|.*иш[- ]?чара.*|мероприяти.*|действи.*|меры|activit.*|action.*|аталышы"),
    ),
)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
_LEADING = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)[.)]?\s+(.*)", re.DOTALL)
_BULLET = re.compile(r"^\s*(?:[-–—•·▪*]|o\s)\s*")
_HEAD_WITHIN = 6  # rows above the headings of a table: its title, the service, the goal
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


def read(block: Sequence[Sequence[str]], *, columns: Sequence[Column] = (), taken: Sequence[str] = ()) -> Pasted:
    """The plan of a block; `columns` is what the user chose them to be, `taken` the numbers that the plan has."""
    rows = _squared(block)
    head = next((place for place, row in enumerate(rows[:_HEAD_WITHIN]) if is_head(row)), -1)
    meaning = tuple(columns) or columns_of(rows, head)
    above = [_above(row) for row in rows[: max(head, 0)]]
    body = [row for row in rows[head + 1 :] if not _is_count(row) and (head < 0 or row != rows[head])]
    found = list(_joined([_row(row, meaning) for row in body]))
    return Pasted(meaning, (*above, *_numbered(_with_tasks(found), taken)), _trouble(rows, meaning))


def is_head(row: Sequence[str]) -> bool:
    """Whether a row names its columns: two of them at least, one of which tells the activities or their deadlines."""
    named = {heading(cell) for cell in row} - {None}
    return len(named) >= 2 and bool(named & {Column.TEXT, Column.DEADLINE})


def heading(cell: str) -> Column | None:
    """What a heading announces; None where it is none that the program knows."""
    folded = " ".join(kyrgyz.fold(cell).split()).strip(" .:")
    if len(folded) > _LONGEST_HEADING:
        return None
    # «Кызмат көрсөтүүлөрдү жакшыртуу боюнча иш-аракеттер» must not be taken for a product by chance: the order decides.
    return next((column for column, pattern in _HEADINGS if pattern.fullmatch(folded)), None)


_LONGEST_HEADING = 70


def columns_of(rows: Sequence[Sequence[str]], head: int) -> tuple[Column, ...]:
    """The meaning of each column by the headings, or by what it holds; every meaning is given once."""
    width = len(rows[0]) if rows else 0
    if head >= 0:
        return _once([heading(cell) or Column.NOTHING for cell in rows[head]])
    held = [[row[place] for row in rows if row[place]] for place in range(width)]
    return _once(_placed([_by_content(cells) for cells in held]))


def _by_content(cells: Sequence[str]) -> Column:
    if sum(bool(_NUMBER.fullmatch(cell)) for cell in cells) * 2 > len(cells):
        return Column.NUMBER
    if sum(deadlines.read(cell).kind is not Kind.UNKNOWN for cell in cells) * 2 > len(cells):
        return Column.DEADLINE
    return Column.NOTHING


def _placed(columns: Sequence[Column]) -> list[Column]:
    """The others in the order of the plans: activity, products, resources before the deadline, then the responsible."""
    found = list(columns)
    texts = [place for place, column in enumerate(found) if column is Column.NOTHING]
    due = found.index(Column.DEADLINE) if Column.DEADLINE in found else len(found)
    before = [place for place in texts if place < due]
    for place, column in zip(before, (Column.TEXT, Column.PRODUCTS, Column.RESOURCES), strict=False):
        found[place] = column
    for place in texts[len(before) :][:1]:
        found[place] = Column.RESPONSIBLE if before else Column.TEXT
    return found


def _once(columns: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(column if column not in columns[:place] else Column.NOTHING for place, column in enumerate(columns))


def _squared(block: Sequence[Sequence[str]]) -> list[list[str]]:
    """Rows of one length without empty ones."""
    rows = [[office_rules.clean_text(cell) for cell in row] for row in block]
    rows = [row for row in rows if any(row)]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _is_count(row: Sequence[str]) -> bool:
    """1 | 2 | 3 | 4 | 5 under the headings."""
    return len(row) > 2 and list(row) == [str(place) for place in range(1, len(row) + 1)]


def _above(row: Sequence[str]) -> PastedRow:
    text = " ".join(cell for cell in row if cell)
    return PastedRow(RowKind.NOTHING, text=text, doubts={Column.TEXT: ABOVE_THE_HEAD})


def _row(row: Sequence[str], columns: Sequence[Column]) -> PastedRow:
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if column is not Column.NOTHING}
    filled = [cell for cell in row if cell]
    number, text = cells.get(Column.NUMBER, ""), cells.get(Column.TEXT, "")
    rest = [cells.get(column, "") for column in (*LISTS, Column.DEADLINE)]
    if len(row) > 1 and len(filled) == 1 and not any(rest):
        return _task(filled[0], "")
    if not any(rest) and _NUMBER.fullmatch(number) and "." not in number.rstrip(".") and text:
        return _task(text, number.rstrip("."))
    leading = _LEADING.fullmatch(text)
    if not number and leading:
        number, text = leading[1], leading[2]
    return PastedRow(
        RowKind.ACTIVITY,
        number=number.rstrip(" ."),
        text=text,
        products=lines(cells.get(Column.PRODUCTS, "")),
        resources=lines(cells.get(Column.RESOURCES, "")),
        deadline=" ".join(cells.get(Column.DEADLINE, "").split()),
        responsible=lines(cells.get(Column.RESPONSIBLE, "")),
    )


def _task(written: str, number: str) -> PastedRow:
    found = task_lines.read(written)
    return PastedRow(
        RowKind.TASK,
        number=found.number or number,
        text=found.title,
        kind_word=found.kind_word,
        results_label=found.results_label,
        results=found.results,
    )


def lines(cell: str) -> tuple[str, ...]:
    """The lines of a cell without the dashes and dots before them."""
    found = (_BULLET.sub("", line).strip() for line in cell.splitlines())
    return tuple(line for line in found if line)


def _joined(rows: Sequence[PastedRow]) -> Iterator[PastedRow]:
    """A row without number and activity goes on with the one above: its cells were merged over several rows."""
    waiting: PastedRow | None = None
    for row in rows:
        is_more = row.kind is RowKind.ACTIVITY and not row.number and not row.text
        if is_more and waiting is not None and waiting.kind is RowKind.ACTIVITY:
            waiting = replace(
                waiting,
                products=waiting.products + row.products,
                resources=waiting.resources + row.resources,
                responsible=waiting.responsible + row.responsible,
                deadline=waiting.deadline or row.deadline,
            )
            continue
        if waiting is not None:
            yield waiting
        waiting = row
    if waiting is not None:
        yield waiting


def _with_tasks(rows: Sequence[PastedRow]) -> list[PastedRow]:
    """A task before the activities 2.1, 2.2 … whose table has no line for it."""
    found: list[PastedRow] = []
    task = ""
    for row in rows:
        if row.kind is RowKind.TASK:
            task = row.number
        above = row.number.partition(".")[0] if row.kind is RowKind.ACTIVITY and "." in row.number else ""
        if above and above != task and (task or above != _first_number(found)):
            found.append(PastedRow(RowKind.TASK, number=above, doubts={Column.TEXT: NO_TASK_LINE}))
            task = above
        found.append(row)
    return found


def _first_number(rows: Sequence[PastedRow]) -> str:
    """Of the task under which the rows stand already; a task without a number takes whatever follows."""
    return next((row.number for row in reversed(rows) if row.kind is RowKind.TASK), "-")


def _numbered(rows: Sequence[PastedRow], taken: Sequence[str]) -> list[PastedRow]:
    counts: dict[tuple[RowKind, str], int] = {}
    for row in rows:
        counts[row.kind, row.number] = counts.get((row.kind, row.number), 0) + 1
    return [doubted(row, is_twice=counts[row.kind, row.number] > 1, taken=taken) for row in rows]


def doubted(row: PastedRow, *, is_twice: bool = False, taken: Sequence[str] = ()) -> PastedRow:
    """The row with what somebody should look at."""
    if row.kind is not RowKind.ACTIVITY:
        return row
    doubts: dict[Column, Message] = {}
    if not row.text:
        doubts[Column.TEXT] = EMPTY_TEXT
    elif len(row.text) > office_rules.TEXT_LENGTH:
        doubts[Column.TEXT] = TOO_LONG
    if row.number and (is_twice or row.number in taken):
        doubts[Column.NUMBER] = TWICE if is_twice else TAKEN
    reason = deadline_doubt(row.deadline)
    if reason is not None:
        doubts[Column.DEADLINE] = reason
    if not row.responsible:
        doubts[Column.RESPONSIBLE] = NOBODY
    return replace(row, doubts=doubts)


def deadline_doubt(words: str) -> Message | None:
    """Why the days of a deadline are not known; None where they are, or where it has none by its nature."""
    if not words:
        return NO_DEADLINE
    if deadlines.read(words).kind is not Kind.UNKNOWN:
        return None
    return NOT_UNDERSTOOD if _YEAR.search(words) or not _means_with_a_year(words) else NO_YEAR


def _means_with_a_year(words: str) -> bool:
    return deadlines.read(words, default_year=2000).kind is not Kind.UNKNOWN


def filled_from_above(rows: Sequence[PastedRow]) -> list[PastedRow]:
    """Empty deadlines, resources and persons take what stands above them in the same task: the cells were merged."""
    found: list[PastedRow] = []
    above: PastedRow | None = None
    for row in rows:
        if row.kind is RowKind.ACTIVITY and above is not None:
            row = doubted(
                replace(
                    row,
                    deadline=row.deadline or above.deadline,
                    resources=row.resources or above.resources,
                    responsible=row.responsible or above.responsible,
                )
            )
        above = row if row.kind is RowKind.ACTIVITY else None
        found.append(row)
    return found


def _trouble(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> Message | None:
    if rows and len(rows[0]) == 1:
        return ONE_COLUMN
    if Column.TEXT not in columns:
        return NO_TEXT
    return None if Column.DEADLINE in columns else NO_DEADLINES
