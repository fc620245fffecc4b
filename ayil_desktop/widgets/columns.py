"""What is a column of a table: where does its value come from, how is it shown, how is what is typed read back?"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial
from operator import attrgetter
from typing import Any, Generic, Literal, TypeVar

from ayil_desktop.language import catalogue, kyrgyz, wording
from ayil_desktop.language.message import Message
from ayil_desktop.language.typed import beginning
from ayil_desktop.refused import Refused
from ayil_desktop.widgets.labels import Words

Row = TypeVar("Row")

_LINE_BREAKS = re.compile(r"\s*[\r\n\v\f\u2028\u2029]\s*")


class Editor(Enum):
    """How a cell is edited, and so what kind of value it has: str, date, a choice's value, bool, int or float.

    None stands for "not recorded" in each of them.
    """

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    CHECK = "check"
    NUMBER = "number"


@dataclass(frozen=True)
class Choice:
    """One of the values that a field or cell can take; `detail` is said beside it in a list (post, village)."""

    value: Any
    title: Words
    detail: Words = ""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """`set_value` gets the row and the new value and may raise Refused; without it the column cannot be edited.

    `value` gives the value as the editor has it (for CHOICE that of the Choice), or a Message or other text to show.
    `choices` may depend on the row. `may_edit` is asked before a cell opens. `sort_key` is needed where neither the
    Kyrgyz alphabet nor the order of the values serves, or where the record keeps one. `sign` names an icon, `ink` a
    colour of `palette.Colours`. A column that `stretches` takes the room that the others leave; in one that `is_whole`
    numbers have no parts.
    """

    key: str
    title: Message
    value: Callable[[Row], Any]
    width: int = 120
    align: Literal["left", "right", "centre"] = "left"
    editor: Editor = Editor.TEXT
    choices: Sequence[Choice] | Callable[[Row], Sequence[Choice]] = ()
    set_value: Callable[[Row, Any], object] | None = None
    may_edit: Callable[[Row], bool] | None = None
    sort_key: Callable[[Row], Any] | None = None
    sign: Callable[[Row], str] | None = None
    ink: Callable[[Row], str] | None = None
    stretches: bool = False
    is_whole: bool = False


def of_field(key: str, title: Message, change: Callable[[str, Row, Any], object], **look: Any) -> Column[Row]:
    """A column that shows the field of its name; what is typed goes to `change`, with that name and the row."""
    return Column(key, title, attrgetter(key), set_value=partial(change, key), **look)


def is_editable(column: Column[Row], row: Row) -> bool:
    return column.set_value is not None and (column.may_edit is None or column.may_edit(row))


def choices(column: Column[Row], row: Row) -> Sequence[Choice]:
    """What the cell of this row can take."""
    return column.choices(row) if callable(column.choices) else column.choices


def shown(column: Column[Row], row: Row) -> str:
    """The text in the cell, in the language of the screen; a tick shows none."""
    value = column.value(row)
    if column.editor is Editor.CHOICE:
        return next((str(choice.title) for choice in choices(column, row) if choice.value == value), as_text(value))
    return "" if column.editor is Editor.CHECK else as_text(value)


def as_text(value: object) -> str:
    """One value as it is shown and as it is typed: 13.03.2019, 27,3; nothing for None."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, date):
        return wording.short_date(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return wording.number(value, catalogue.current())
    return str(value)


def spoken(column: Column[Row], row: Row) -> str:
    """The cell as a screen reader says it: a tick in words."""
    if column.editor is not Editor.CHECK:
        return shown(column, row)
    return str(yes_no(column.value(row)))


def yes_no(value: bool | None) -> Message:
    """Yes, no, or not recorded, in words."""
    if value is None:
        return Message("Not recorded")
    return Message("Yes") if value else Message("No")


def read(column: Column[Row], row: Row, text: str) -> Any:
    """The value that a typed or pasted text stands for; Refused with the column's key where it stands for none."""
    if column.editor is Editor.TEXT:
        return one_line(text)
    if not text.strip():
        return nothing(column, row)
    if column.editor is Editor.DATE:
        return wording.parse_date(text, field=column.key)
    if column.editor is Editor.NUMBER:
        return read_number(text, field=column.key, is_whole=column.is_whole)
    ticks = (Choice(True, yes_no(True)), Choice(False, yes_no(False)), Choice(None, yes_no(None)))
    return read_choice(text, ticks if column.editor is Editor.CHECK else choices(column, row), field=column.key)


def nothing(column: Column[Row], row: Row) -> Any:
    """What an emptied cell holds; Refused where one of its choices must stand there."""
    if column.editor is Editor.TEXT:
        return ""
    if column.editor is not Editor.CHOICE:
        return None
    for choice in choices(column, row):
        if choice.value in (None, ""):
            return choice.value
    raise Refused(Message("One of the list must stand here: choose another one instead."), field=column.key)


def one_line(text: str) -> str:
    """Pasted line breaks become blanks; blanks at the ends go."""
    return _LINE_BREAKS.sub(" ", text).strip()


def read_number(text: str, *, field: str = "", is_whole: bool = False, example: int = 12) -> int | float:
    """12, 27,3 or 27.3, blanks between the thousands allowed; with `is_whole` only 12, or told by another example."""
    plain = "".join(text.split()).replace(",", ".").replace("−", "-")
    try:
        if is_whole or plain.lstrip("+-").isdecimal():
            return int(plain)
        return _finite(plain)
    except ValueError:
        said = Message("“{text}” is not a number. Enter it like 12 or 27,3", text=beginning(text))
        if is_whole:
            said = Message(
                "“{text}” is not a whole number. Enter it like {example}", text=beginning(text), example=example
            )
        raise Refused(said, field=field) from None


def read_choice(text: str, choices: Sequence[Choice], *, field: str = "") -> Any:
    """The value of the choice with this title, however its letters were typed."""
    wanted = kyrgyz.fold(text)
    for choice in choices:
        if kyrgyz.fold(str(choice.title)) == wanted:
            return choice.value
    raise Refused(Message("“{text}” is not in the list", text=beginning(text)), field=field)


def _finite(plain: str) -> float:
    number = float(plain)
    if number - number != 0:
        raise ValueError(plain)
    return number
