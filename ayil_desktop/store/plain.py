"""How is the office read without the mapper?

To import SQLAlchemy and to map the records takes longer than to open a window and to fill its first tab. What is seen
first is asked of the driver itself: the same selections, and objects with the same attributes. Which columns a record
has, and what hangs on it, `tools.plain_records` writes down from the mapped records; there is no other SQL than what
follows from that and from the selection.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import sqlcipher3.dbapi2 as driver

from ayil_desktop import shipped
from ayil_desktop.store import faults
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.selection import Selection

TABLES = "program/records.json"
ENUMERATION = "enumeration "
"""Before the place of an enumeration ("module:Name") in the kind of a column."""


class PlainRecord:
    """A record with the attributes that were read; nothing is written back from it."""

    def __init__(self, values: dict[str, Any]) -> None:
        vars(self).update(values)


class Reading:
    """One moment of the office; a row is the same object wherever it is met."""

    def __init__(self, connection: driver.Connection) -> None:
        self._connection = connection
        self._met: dict[tuple[str, str], PlainRecord] = {}

    def all(self, selection: Selection, by: str | None = None) -> list[Any]:
        """The records of a selection, or those with this value in its column, with what it loads; an attribute that it
        does not load is not there."""
        table = _tables()[selection.record]
        condition, values = (f'"{selection.by}" = ?', [by]) if by is not None else ("true", [])
        found = self._rows(table, condition, values, selection.order)
        for path in selection.loads:
            self._load(table, found, path.split("."))
        return found

    def _load(self, table: _Table, owners: Sequence[PlainRecord], path: Sequence[str]) -> None:
        name, *further = path
        link = table.links[name]
        target = _tables()[link.record]
        keys = {getattr(owner, link.here) for owner in owners} - {None}
        condition = f'"{link.there}" IN (SELECT value FROM json_each(?))'
        found = self._rows(target, condition, [json.dumps(sorted(keys))], link.order)
        by_key: dict[Any, list[PlainRecord]] = {key: [] for key in keys}
        for one in found:
            by_key[getattr(one, link.there)].append(one)
        for owner in owners:
            mine = by_key.get(getattr(owner, link.here), [])
            setattr(owner, name, mine if link.many else next(iter(mine), None))
        if further:
            self._load(target, found, further)

    def _rows(self, table: _Table, condition: str, values: list[str], order: Sequence[str]) -> list[PlainRecord]:
        asked = f'SELECT {_listed(table.columns)} FROM "{table.name}" WHERE {condition}'
        sorting = f" ORDER BY {_listed(order)}" if order else ""
        return [self._record(table, row) for row in self._connection.execute(asked + sorting, values)]

    def _record(self, table: _Table, row: Sequence[Any]) -> PlainRecord:
        values = {
            name: raw if value is None or raw is None else value(raw)
            for (name, value), raw in zip(table.columns.items(), row, strict=True)
        }
        return self._met.setdefault((table.name, values["id"]), PlainRecord(values))


@contextmanager
def reading(store: Store) -> Iterator[Reading]:
    """What was read stays usable after the block."""
    with (
        store.turns.reading(),
        faults.of_database(store.folder, may_write=False),
        store.plain() as connection,
    ):
        connection.execute("BEGIN")
        try:
            yield Reading(connection)
        finally:
            connection.rollback()


@dataclass(frozen=True, slots=True)
class _Link:
    """Rows of another table, or one of them, whose column `there` has the value of the column `here`."""

    record: str
    here: str
    there: str
    many: bool
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: dict[str, Callable[[Any], Any] | None]
    """Each with what makes the record's value of the raw one; None where it is the value."""
    links: dict[str, _Link]


@cache
def _tables() -> dict[str, _Table]:
    written = json.loads(shipped.resource(TABLES).read_bytes())
    return {
        record: _Table(
            said["table"],
            {name: _value_of(kind) for name, kind in said["columns"].items()},
            {name: _Link(**link) for name, link in said["links"].items()},
        )
        for record, said in written.items()
    }


def _value_of(kind: str) -> Callable[[Any], Any] | None:
    if kind.startswith(ENUMERATION):
        module, name = kind.removeprefix(ENUMERATION).split(":")
        enumeration: Callable[[Any], Any] = getattr(importlib.import_module(module), name)
        return enumeration
    return VALUES[kind]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _instant(raw: str) -> datetime:
    return datetime.fromisoformat(raw).replace(tzinfo=UTC)


VALUES: dict[str, Callable[[Any], Any] | None] = {
    "as it is": None,
    "yes or no": bool,
    "day": date.fromisoformat,
    "instant": _instant,
    "json": json.loads,
}
