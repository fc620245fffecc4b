"""What does a table from Word or Excel say about a plan, and of which cells is the program not sure?

Columns are found by their headings in Kyrgyz, Russian or English, without headings by what they hold; the user may say
otherwise. Deadlines are read by the grammar of `workdays.deadlines`; words that it does not understand are kept.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.strategy import answering, numbering, plan_columns, task_lines
from ayil_desktop.strategy.plan_columns import Column
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Kind


class RowKind(StrEnum):
    """What a pasted row is."""

    TASK = "task"
    ACTIVITY = "activity"
    NOTHING = "nothing"


LISTS = (Column.PRODUCTS, Column.RESOURCES, Column.RESPONSIBLE)

ONE_COLUMN = Message(
    "The table has one column only. Mark the whole table in Word or Excel, with the deadlines beside the activities, "
    "and copy it again; or add the activities without them."
)
NO_TEXT = Message("No column holds the activities. Choose above which one does.")
NO_DEADLINES = Message(
    "No column holds the deadlines. Choose above which one does, or add the activities without them."
)
MERGED_HEAD = Message("A column has no heading of its own and will be left out. Choose above what it holds.")
EMPTY_TEXT = Message("There is no activity in this row; it will be left out.")
ABOVE_THE_HEAD = Message("This stands above the headings; it will be left out.")
OF_THE_PLAN = Message("This is said of the whole plan, of none of its tasks; it will be left out.")
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
    year: int | None = None
    """Of a deadline that names none, where the user said so."""


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


_LEADING = re.compile(r"(\d{1,3}(?:\.\d{1,3})+[.)]?)\s+(.*)", re.DOTALL)
_BULLET = re.compile(r"^\s*(?:[-–—•·▪*]|o\s)\s*")
_HEAD_WITHIN = 6  # rows above the headings of a table: its title, the service, the goal
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


def read(block: Sequence[Sequence[str]], *, columns: Sequence[Column] = (), taken: Sequence[str] = ()) -> Pasted:
    """The plan of a block; `columns` is what the user chose them to be, `taken` the numbers that the plan has."""
    rows = _squared(block)
    head = next((place for place, row in enumerate(rows[:_HEAD_WITHIN]) if plan_columns.is_head(row)), -1)
    meaning = tuple(columns) or plan_columns.of(rows, head)
    above = [_above(row) for row in rows[: max(head, 0)]]
    body = [row for row in rows[head + 1 :] if not _is_count(row) and (head < 0 or row != rows[head])]
    found = list(_joined([_row(row, meaning) for row in body]))
    return Pasted(
        meaning, (*above, *_numbered(_with_tasks(found), taken)), _trouble(rows, meaning, -1 if columns else head)
    )


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
    cells: dict[Column, str] = {
        column: cell for column, cell in zip(columns, row, strict=False) if column is not Column.NOTHING
    }
    filled = [cell for cell in row if cell]
    number, text = cells.get(Column.NUMBER, ""), cells.get(Column.TEXT, "")
    rest = [cells.get(column, "") for column in (*LISTS, Column.DEADLINE)]
    leading = _LEADING.fullmatch(text)
    if filled and task_lines.is_of_the_plan(filled[0]):
        return PastedRow(RowKind.NOTHING, text=" ".join(filled), doubts={Column.TEXT: OF_THE_PLAN})
    if len(filled) > 1 and not leading and task_lines.is_results(filled[1]):
        return _task("\n".join(filled), "")
    if len(filled) == 1 and not any(rest) and not leading and (len(row) > 1 or task_lines.read(filled[0]).kind_word):
        return _task(filled[0], "")
    if not any(rest) and plan_columns.NUMBER.fullmatch(number) and task_lines.number_of(number) and text:
        return _task(text, task_lines.number_of(number))
    if not number and leading:
        number, text = leading[1], leading[2]
    return PastedRow(
        RowKind.ACTIVITY,
        number=number.strip(),
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
        above = _above_of(row.number) if row.kind is RowKind.ACTIVITY else ""
        if above and not is_same_number(above, task) and (task or above != _first_number(found)):
            found.append(PastedRow(RowKind.TASK, number=above, doubts={Column.TEXT: NO_TASK_LINE}))
            task = above
        found.append(row)
    return found


def _above_of(number: str) -> str:
    """The number of the task that an activity's own begins with; empty where it is one figure."""
    first, _, rest = number.rstrip(" .)").partition(".")
    return first if rest else ""


def is_same_number(one: str, other: str) -> bool:
    """Whether two numbers mean the same, however they are written: 1.1 and 1.1., 2 and II."""
    read = numbering.parsed(one), numbering.parsed(other)
    return one == other or (read[0] is not None and read[0] == read[1])


def _plain(number: str) -> str:
    return number.rstrip(" .)")


def _first_number(rows: Sequence[PastedRow]) -> str:
    """Of the task under which the rows stand already; a task without a number takes whatever follows."""
    return next((row.number for row in reversed(rows) if row.kind is RowKind.TASK), "-")


def _numbered(rows: Sequence[PastedRow], taken: Sequence[str]) -> list[PastedRow]:
    counts: dict[tuple[RowKind, str], int] = {}
    for row in rows:
        counts[row.kind, _plain(row.number)] = counts.get((row.kind, _plain(row.number)), 0) + 1
    known = [_plain(one) for one in taken]
    return [doubted(row, is_twice=counts[row.kind, _plain(row.number)] > 1, taken=known) for row in rows]


def doubted(row: PastedRow, *, is_twice: bool = False, taken: Sequence[str] = ()) -> PastedRow:
    """The row with what somebody should look at."""
    if row.kind is not RowKind.ACTIVITY:
        return row
    doubts: dict[Column, Message] = {}
    if not row.text:
        doubts[Column.TEXT] = EMPTY_TEXT
    elif len(row.text) > office_rules.TEXT_LENGTH:
        doubts[Column.TEXT] = TOO_LONG
    if row.number and (is_twice or _plain(row.number) in taken):
        doubts[Column.NUMBER] = TWICE if is_twice else TAKEN
    reason = deadline_doubt(row.deadline, row.year)
    if reason is not None:
        doubts[Column.DEADLINE] = reason
    if not any(map(answering.is_somebody, row.responsible)):
        doubts[Column.RESPONSIBLE] = NOBODY
    return replace(row, doubts=doubts)


def deadline_doubt(words: str, year: int | None = None) -> Message | None:
    """Why the days of a deadline are not known; None where they are, or where it has none by its nature."""
    if not words:
        return NO_DEADLINE
    if deadlines.read(words, default_year=year).kind is not Kind.UNKNOWN:
        return None
    return NO_YEAR if lacks_a_year(words) else NOT_UNDERSTOOD


def lacks_a_year(words: str) -> bool:
    """Whether a year is all that is missing."""
    if not words or _YEAR.search(words) or deadlines.read(words).kind is not Kind.UNKNOWN:
        return False
    return deadlines.read(words, default_year=_ANY_YEAR).kind is not Kind.UNKNOWN


_ANY_YEAR = 2000


def with_year(row: PastedRow, year: int | None) -> PastedRow:
    """The row with the year of its deadline, where that names none."""
    if not lacks_a_year(row.deadline):
        return row
    doubts = dict(row.doubts)
    doubts.pop(Column.DEADLINE, None)
    reason = deadline_doubt(row.deadline, year)
    if reason is not None:
        doubts[Column.DEADLINE] = reason
    return replace(row, year=year, doubts=doubts)


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


def _trouble(rows: Sequence[Sequence[str]], columns: Sequence[Column], head: int) -> Message | None:
    if rows and len(rows[0]) == 1:
        return ONE_COLUMN
    if Column.TEXT not in columns:
        return NO_TEXT
    if Column.DEADLINE not in columns:
        return NO_DEADLINES
    unnamed = plan_columns.without_heading(rows, head) if head >= 0 else []
    return MERGED_HEAD if any(columns[place] is Column.NOTHING for place in unnamed) else None
