"""What happened in this office, line by line, in words that its people use?"""

import enum
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeAlias

from sqlalchemy import Column, Connection, MetaData, Row, Table, func, select

from ayil_desktop.language import figures
from ayil_desktop.language import message as messages
from ayil_desktop.language.message import Message
from ayil_desktop.store import base, faults
from ayil_desktop.store.journal_tables import CHANGE, STEP
from ayil_desktop.store.open_store import Store

Shown: TypeAlias = "Message | str | int | float | date | None"

ROWS_SHOWN = 200
"""Changed rows of one step that are told one by one; of a pasted block the rest is a number."""

_NAMING_COLUMNS = ("name", "name_ky", "title", "title_ky", "number")
_NAME = 48  # letters of a long text that stands for a name
_NOTHING = "—"
_GONE = Message("removed since")
_YES, _NO = Message("yes"), Message("no")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of the record called `name`; `old` is None in a new record, `new` in a removed one."""

    subject: str
    name: str
    label: Message
    old: Shown
    new: Shown

    @property
    def text(self) -> Message:
        """The field with its old and its new value."""
        old, new = (_NOTHING if value is None or value == "" else value for value in (self.old, self.new))
        return Message("{field}: {old} → {new}", field=self.label, old=old, new=new)


@dataclass(frozen=True, slots=True)
class Line:
    """One step: when (UTC), what, and what it changed; `left_out` rows more are not told one by one.

    `about` names what all of it belongs to and what was changed itself: the meeting, the matter, the member.
    """

    step: int
    at: datetime
    kind: str
    message: Message
    changes: tuple[Change, ...]
    left_out: int
    about: tuple[str, ...] = ()


def history(store: Store, limit: int = 100, subject: str | None = None) -> list[Line]:
    """The newest steps first; with `subject`, those that changed something of it."""
    with store.turns.reading(), faults.of_database(store.folder, may_write=False), store.engine.connect() as connection:
        words = _Words(connection, store.records)
        return [_line(connection, words, step) for step in connection.execute(_steps(store, limit, subject)).all()]


def _steps(store: Store, limit: int, subject: str | None) -> Any:
    newest = select(STEP).order_by(STEP.c.id.desc()).limit(limit)
    if subject is None:
        return newest
    tables = [name for name, table in store.records.tables.items() if base.subject_of(table.info["record"]) == subject]
    return newest.where(STEP.c.id.in_(select(CHANGE.c.step_id).where(CHANGE.c.table_name.in_(tables))))


def _line(connection: Connection, words: "_Words", step: Row[Any]) -> Line:
    of_step = CHANGE.c.step_id == step.id
    noted = connection.execute(select(CHANGE).where(of_step).order_by(CHANGE.c.id).limit(ROWS_SHOWN)).all()
    in_all = connection.scalar(select(func.count()).where(of_step)) or 0
    message = messages.from_json(step.message)
    nets = _nets(noted)
    common = words.common(nets)
    changes = tuple(change for row in nets for change in words.changes(row, common))
    about = tuple(name for name in common if name not in str(message))
    return Line(step.id, step.at, step.kind, message, changes, in_all - len(noted), about)


@dataclass(slots=True)
class _Net:
    """What one step did to one row, all its changes taken together; empty `before`: added, empty `after`: removed."""

    table: str
    row_id: str
    is_new: bool
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)

    def then(self, before: str | None, after: str | None) -> None:
        if before and not self.is_new:
            self.before = {**json.loads(before), **self.before}
        self.after = {**self.after, **json.loads(after)} if after else {}


def _nets(noted: Iterable[Row[Any]]) -> Collection[_Net]:
    rows: dict[tuple[str, str], _Net] = {}
    for change in noted:
        where = (change.table_name, change.row_id)
        rows.setdefault(where, _Net(*where, is_new=change.before is None)).then(change.before, change.after)
    return rows.values()


class _Words:
    """Raw column values in the words of the records' classes; each name is looked up once."""

    def __init__(self, connection: Connection, records: MetaData) -> None:
        self._connection = connection
        self._records = records
        self._names: dict[tuple[str, str], str] = {}
        self._parents: dict[tuple[str, str], tuple[str, ...]] = {}

    def common(self, nets: Collection[_Net]) -> tuple[str, ...]:
        """What all rows of a step belong to, and the rows that alone of their tables were changed; each once."""
        alone = {table for table, rows in Counter(net.table for net in nets).items() if rows == 1}
        single = [net for net in nets if net.table in alone]
        parents = [self._parents_of(net) for net in nets]
        found = [name for one in parents for name in one if all(name in other or not other for other in parents)]
        found += [name for net in single for name in self._parents_of(net)]
        found += [_cut(self._name(self._records.tables[net.table], net)) for net in single]
        return tuple(dict.fromkeys(filter(None, found)))

    def _parents_of(self, net: _Net) -> tuple[str, ...]:
        """The names of what a row hangs on: its meeting, its matter, its person."""
        where = (net.table, net.row_id)
        if where not in self._parents:
            keys = {key.parent: key.column.table for key in self._records.tables[net.table].foreign_keys}
            keys = {column: target for column, target in keys.items() if _is_parent(column, target)}
            held = self._held(net, list(keys))
            found = [
                self._called(keys[column], held[column.name])
                for column in sorted(keys, key=_place)
                if held.get(column.name)
            ]
            self._parents[where] = tuple(_cut(name) for name in found if name)
        return self._parents[where]

    def _held(self, net: _Net, columns: list[Column[Any]]) -> dict[str, Any]:
        """A changed row was noted with what changed in it alone; the rest stands in the table."""
        noted = {**net.before, **net.after}
        if not columns or all(column.name in noted for column in columns):
            return noted
        row = self._connection.execute(select(*columns).where(columns[0].table.c.id == net.row_id)).first()
        return {**(row._asdict() if row else {}), **noted}

    def changes(self, net: _Net, common: Collection[str] = ()) -> Iterator[Change]:
        table = self._records.tables[net.table]
        record: type[base.Kept] = table.info["record"]
        name = self._name(table, net) or " · ".join(one for one in self._parents_of(net) if one not in common)
        for column in table.columns:
            old, new = net.before.get(column.name), net.after.get(column.name)
            is_told = column.name in record.labels and _is_public(column)
            if not is_told or old == new or {old, new} <= {None, ""}:
                continue
            old, new = self._shown(column, record, old), self._shown(column, record, new)
            if isinstance(old, dict) and isinstance(new, dict):
                old, new = _difference(old, new), _difference(new, old)
            yield Change(base.subject_of(record), name, record.labels[column.name], _text(old), _text(new))

    def _name(self, table: Table, net: _Net) -> str:
        column = _naming_column(table)
        held = net.after or net.before
        if column is not None and column.name in held:
            return self._named(column, held[column.name])
        return self._called(table, net.row_id)

    def _called(self, table: Table, row_id: str) -> str:
        """What a row is called now; empty where its class has no name or the row is gone."""
        column = _naming_column(table)
        where = (table.name, row_id)
        if column is not None and where not in self._names:
            found = self._connection.scalar(select(column).where(table.c.id == row_id))
            self._names[where] = "" if found is None else _told(found)
        return self._names.get(where, "")

    def _named(self, column: Column[Any], raw: Any) -> str:
        return "" if raw is None else _told(self._value(column, raw))

    def _shown(self, column: Column[Any], record: type[base.Kept], raw: Any) -> Any:
        if raw is None:
            return None
        for key in column.foreign_keys:
            return self._called(key.column.table, raw) or _GONE
        value = self._value(column, raw)
        return record.words.get(value, value) if isinstance(value, enum.Enum) else value

    def _value(self, column: Column[Any], raw: Any) -> Any:
        dialect = self._connection.dialect
        process = column.type.dialect_impl(dialect).result_processor(dialect, None)
        return process(raw) if process else raw


def _told(value: Any) -> str:
    """A name, or a day as it is read."""
    return figures.short_date(value) if isinstance(value, date) else str(value)


def _cut(name: str) -> str:
    """As much of a long text as names it."""
    words = " ".join(name.split())
    return words if len(words) <= _NAME else words[: _NAME - 1].rstrip() + "…"


def _is_parent(column: Column[Any], target: Table) -> bool:
    """Whether a column names what its row hangs on (item_id of an agenda_item), and no part that somebody plays in it
    (presiding_id), which is told as a change."""
    return target.name.endswith(column.name.removesuffix("_id"))


def _place(column: Column[Any]) -> int:
    return list(column.table.columns).index(column)


def _is_public(column: Column[Any]) -> bool:
    is_technical = column.name in base.TECHNICAL or column.info.get("technical")
    return not is_technical and not column.info.get("private")


def _naming_column(table: Table) -> Column[Any] | None:
    record: type[base.Kept] = table.info["record"]
    names = [record.named_by] if record.named_by else _NAMING_COLUMNS
    return next((table.c[name] for name in names if name in table.c and _is_public(table.c[name])), None)


def _difference(mine: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Of two large values only what differs is worth reading."""
    return {key: value for key, value in mine.items() if key not in other or other[key] != value}


def _text(value: Any) -> Shown:
    """What a message can hold."""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if value is None or isinstance(value, Message | str | int | float | date):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
