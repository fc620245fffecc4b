"""How do the numbers and groups of a charter stand in a table, part by part?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ayil_desktop.language import clause_names
from ayil_desktop.language.message import Message
from ayil_desktop.office import rules, terms
from ayil_desktop.office.charters import Charter, Group, Number
from ayil_desktop.widgets.columns import Column

PARTS: Mapping[str, Message] = {
    "min_members": Message("Composition"),
    "quorum": Message("Quorum and voting"),
    "notice_working_days": Message("Notice and terms"),
    "meetings_per_quarter": Message("Work of the body"),
}
"""The number with which a part begins."""

GROUPS = Message("Groups to be represented")


@dataclass(frozen=True)
class CharterRow:
    """A number or a group; `id` is the number's name, or "group:" and the code."""

    id: str
    part: Message
    title: Message
    value: Message
    clause: str
    number: Number | None = None
    group: Group | None = None

    @property
    def is_regulated(self) -> bool:
        return self.group is not None or (self.number is not None and self.number.is_regulated)


def rows(charter: Charter) -> tuple[CharterRow, ...]:
    """Every number that the program understands, regulated or not, then the groups."""
    found = []
    part = PARTS["min_members"]
    for name, number in rules.complete(charter).numbers.items():
        part = PARTS.get(name, part)
        found.append(CharterRow(name, part, terms.title(name), value(name, number), number.clause, number=number))
    found.extend(_group(group) for group in charter.groups)
    return tuple(found)


def value(name: str, number: Number) -> Message:
    """The value in words, marked where the text does not say it (R-44)."""
    said = terms.value_text(name, number.value)
    return said if number.from_text or not number.is_regulated else Message("{value} (not from the text)", value=said)


def columns() -> Sequence[Column[CharterRow]]:
    """What, how much, by which clause."""
    return (
        Column("title", Message("What"), lambda row: row.title, width=280, stretches=True),
        Column("value", Message("Value"), lambda row: row.value, width=272),
        Column("clause", Message("Clause"), lambda row: clause_names.numbered(row.clause), width=110),
    )


def _group(group: Group) -> CharterRow:
    seats = (
        Message("exactly {seats}", seats=group.seats) if group.exact else Message("at least {seats}", seats=group.seats)
    )
    return CharterRow(f"group:{group.code}", GROUPS, terms.group_title(group.code), seats, group.clause, group=group)
