"""What does an exported file hold, as records, before any of it is kept?

The subjects look at them with their own rules; what no office can hold is refused at its place in the file.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Column, Table
from sqlalchemy import Enum as EnumType

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.base import Record
from ayil_desktop.transfer import schema

AnyRecord = TypeVar("AnyRecord", bound=Record)

Check = Callable[["Incoming"], None]
"""A subject's own look at what comes in; raises Refused at the place of the first fault."""


class Incoming:
    """The rows of a file that the schema allows, as records of no office; made when a subject asks for them."""

    def __init__(self, records: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self._rows = records
        self._made: dict[type[Record], dict[str, Record]] = {}

    def all(self, kind: type[AnyRecord]) -> Sequence[AnyRecord]:
        """In the order of the file."""
        return list(self.by_id(kind).values())

    def by_id(self, kind: type[AnyRecord]) -> Mapping[str, AnyRecord]:
        made = self._made.get(kind)
        if made is None:
            rows = self._rows[kind.__tablename__]
            made = self._made[kind] = {row["id"]: kind(**typed(_table(kind), row)) for row in rows}
        return made  # type: ignore[return-value]  # each kind has its own records

    @contextmanager
    def at(self, record: Record, column: str = "") -> Iterator[None]:
        """What a rule refuses inside is refused at the place of this record, of its column where one is at fault."""
        try:
            yield
        except Refused as no:
            table = _table(type(record))
            place = self._place(table, record.id, no.field if no.field in table.columns else column)
            reason = Message("{place}: {fault}", place=place, fault=_message(no.reason))
            raise Refused(reason, field="file", clause=no.clause) from no

    def refuse(self, record: Record, column: str, reason: Message) -> None:
        """Refused at this column of the record."""
        with self.at(record):
            raise Refused(reason, field=column)

    def _place(self, table: Table, record_id: str, column: str) -> str:
        number = next(place for place, row in enumerate(self._rows[table.name]) if row["id"] == record_id)
        return f"records.{table.name}[{number}]" + (f".{column}" if column else "")


def grouped(records: Iterable[AnyRecord], column: str) -> Mapping[str, Sequence[AnyRecord]]:
    """By what stands in a column; those with nothing in it are left out."""
    found: dict[str, list[AnyRecord]] = {}
    for record in records:
        if getattr(record, column) is not None:
            found.setdefault(getattr(record, column), []).append(record)
    return found


def complete(table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """What the first version did not know is nothing in a file that it exported."""
    later = {column.name: schema.default(column) for column in table.columns if column.info.get("later")}
    for row in rows:
        for name, nothing in later.items():
            row.setdefault(name, nothing)


def typed(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the file as the values that a record has."""
    return {column.name: _value(column, row[column.name]) for column in table.columns}


def _table(kind: type[Record]) -> Table:
    return Record.metadata.tables[kind.__tablename__]


def _message(reason: object) -> Message | str:
    return reason if isinstance(reason, Message) else str(reason)


def _value(column: "Column[Any]", value: Any) -> Any:
    if value is None:
        return None
    kind = column.type
    if isinstance(kind, EnumType) and kind.enum_class is not None:
        return kind.enum_class(value)
    readers = {"date": datetime.date.fromisoformat, "time": datetime.time.fromisoformat, "date-time": _instant}
    reader = readers.get(schema.text_format(column) or "")
    return reader(value) if reader else value


def _instant(value: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
