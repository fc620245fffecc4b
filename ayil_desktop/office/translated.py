"""Which Russian texts say other Kyrgyz words than those that stand beside them now?"""

from typing import Any

from ayil_desktop.store.base import Record


def russian_side(kind: type[Record], column: str) -> str:
    """The Russian side of a Kyrgyz column; empty where it has none."""
    name = f"{column.removesuffix('_ky')}_ru"
    return name if name in kind.__table__.columns and not column.endswith("_ru") else ""


def note(row: Any, column: str, before: object) -> None:
    """A Kyrgyz text was changed: its Russian one says what stood there before, until it is written anew."""
    russian, now = russian_side(type(row), column), getattr(row, column)
    if not russian or not getattr(row, russian) or not before or before == now:
        return
    said = dict(row.russian_of)
    if said.setdefault(russian, before) == now:
        del said[russian]
    row.russian_of = said


def written(row: Any, russian: str) -> None:
    """A Russian text was written, or looked at and found right: it says what stands there now."""
    if russian in (getattr(row, "russian_of", None) or {}):
        row.russian_of = {name: words for name, words in row.russian_of.items() if name != russian}
