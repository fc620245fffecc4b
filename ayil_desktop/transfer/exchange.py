"""How does a whole office become one open file, and a file an office again?

The file is JSON: every row of every table under the table's name, values as plain as JSON allows (dates and times in
ISO 8601, instants in UTC), files as base64. The history is left out; resources/schema/office.schema.json describes it.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Table, UniqueConstraint, insert, select, text
from sqlalchemy.exc import IntegrityError

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import blobs, media, saving, trouble
from ayil_desktop.store.base import Record
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, reading, work
from ayil_desktop.transfer import incoming, plain, schema

FORMAT = "ayil-desktop-office"
VERSION = 1


def tables() -> list[Table]:
    """Every table of every subject, those that seal others last: their rows end all writing to what they seal."""
    known = sorted(Record.metadata.tables.values(), key=lambda table: table.name)
    return sorted(known, key=lambda table: _closes(table))


def _closes(table: Table) -> bool:
    return any(mapper.local_table is table and mapper.class_.append_only for mapper in Record.registry.mappers)


def collected(store: Store, program: str) -> dict[str, Any]:
    """The whole office as JSON values, rows in the order of their ids, so that the same office gives the same file."""
    with reading(store) as session:
        rows = {table.name: _rows(session.connection(), table) for table in tables()}
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": program,
        "records": rows,
        "files": [_file(store, sha256) for sha256 in sorted({row["sha256"] for row in rows["attachment"]})],
    }


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    found = connection.execute(select(table).order_by(table.c.id)).mappings()
    return [{name: plain.value(value) for name, value in row.items()} for row in found]


def _file(store: Store, sha256: str) -> dict[str, str]:
    return {"sha256": sha256, "content": base64.b64encode(blobs.read(store, sha256)).decode("ascii")}


def export_office(store: Store, target: Path, program: str) -> None:
    """Write the file beside its final name first, so that an old one is there until the new one is whole."""
    content = json.dumps(collected(store, program), ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    saving.save(target, content.encode("utf-8"))


def read_file(source: Path) -> dict[str, Any]:
    """What the file holds, checked against the published schema; Refused with the place of the first fault."""
    try:
        raw = source.read_bytes()
    except OSError as error:
        raise trouble.source_unreadable(source) from error
    found = _parsed(raw)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused(Message("{file} is no office that this program exported.", file=source.name), field="file")
    if found.get("version") != VERSION:
        raise Refused(
            Message("{file} was written by a newer program. Update the program first.", file=source.name), field="file"
        )
    schema.check(found)
    for table in tables():
        incoming.complete(table, found["records"][table.name])
    _check_ids(found["records"])
    _check_files(found["records"]["attachment"], {file["sha256"] for file in found["files"]})
    for table in tables():
        for columns in _unique(table):
            _check_unique(found["records"][table.name], table.name, columns)
    return cast(dict[str, Any], found)


def _parsed(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Refused(
            Message("The file is no JSON: line {line}, column {column}.", line=error.lineno, column=error.colno),
            field="file",
        ) from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise Refused(Message("The file cannot be read as JSON."), field="file") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(name for place, (name, _) in enumerate(pairs) if any(name == one for one, _ in pairs[:place]))
        raise Refused(Message("The name “{name}” stands twice in one object of the file.", name=twice), field="file")
    return found


def _no_constant(name: str) -> Any:
    raise Refused(Message("{name} in the file is no number.", name=name), field="file")


def _check_ids(records: Mapping[str, list[dict[str, Any]]]) -> None:
    """Refused where an id stands twice in a table, or a row points to one that is not there."""
    ids = {name: [row["id"] for row in rows] for name, rows in records.items()}
    for name, found in ids.items():
        if len(set(found)) != len(found):
            raise Refused(Message("{place}: an id stands twice.", place=f"records.{name}"), field="file")
    known = {name: set(found) for name, found in ids.items()}
    for table in tables():
        for column in table.columns:
            for key in column.foreign_keys:
                _check_links(records[table.name], table.name, column.name, known[key.column.table.name])


def _check_links(rows: Iterable[Mapping[str, Any]], table: str, column: str, known: set[str]) -> None:
    for number, row in enumerate(rows):
        if row[column] is not None and row[column] not in known:
            place = f"records.{table}[{number}].{column}"
            raise Refused(Message("{place}: points to a row that is not in the file.", place=place), field="file")


def _check_files(rows: Sequence[Mapping[str, Any]], known: set[str]) -> None:
    for number, row in enumerate(rows):
        if row["sha256"] not in known:
            place = f"records.attachment[{number}].sha256"
            raise Refused(Message("{place}: its content is not in the file.", place=place), field="file")


def _unique(table: Table) -> list[tuple[str, ...]]:
    """The columns that say together which row it is."""
    named = [tuple(one.columns.keys()) for one in table.constraints if isinstance(one, UniqueConstraint)]
    return sorted({*named, *((column.name,) for column in table.columns if column.unique)})


def _check_unique(rows: Sequence[Mapping[str, Any]], table: str, columns: Sequence[str]) -> None:
    seen = set()
    for number, row in enumerate(rows):
        values = tuple(row[column] for column in columns)
        if None not in values and values in seen:
            place = f"records.{table}[{number}].{columns[-1]}"
            raise Refused(Message("{place}: another row says the same already.", place=place), field="file")
        seen.add(values)


def bring_in(store: Store, content: Mapping[str, Any]) -> Done:
    """Fill an empty office with what `read_file` gave; all of it or nothing. It cannot be undone."""
    if not is_empty(store):
        raise Refused(Message("This office already has entries. Import into a new one."), field="office")
    _check_contents(content)
    hashes = [file["sha256"] for file in content["files"]]
    known = blobs.kept(store, hashes)
    try:
        return _brought_in(store, content)
    except BaseException:
        for sha256 in set(hashes) - known:
            blobs.drop(store, sha256)
        raise


def _brought_in(store: Store, content: Mapping[str, Any]) -> Done:
    for file in content["files"]:
        blobs.keep(store, _content(file), file["sha256"])
    with work(store, Message("Import an office"), lasting=True, bulk=True) as session:
        connection = session.connection()
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for table in tables():
            rows = [incoming.typed(table, row) for row in content["records"][table.name]]
            if rows:
                put(connection, table, rows)
        return done(session)


def put(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Refused where the table cannot hold a row for a reason that no check above foresaw."""
    try:
        connection.execute(insert(table), rows)
    except (OverflowError, IntegrityError) as error:
        place = f"records.{table.name}"
        raise Refused(Message("{place}: an office cannot hold these rows.", place=place), field="file") from error


def is_empty(store: Store) -> bool:
    """Whether the office has no row yet."""
    with reading(store) as session:
        connection = session.connection()
        return not any(connection.execute(select(table.c.id).limit(1)).first() for table in tables())


def _check_contents(content: Mapping[str, Any]) -> None:
    """Refused where a file is not what its hash and its rows say, or no kind of file that an office keeps."""
    found = {file["sha256"]: _content(file) for file in content["files"]}
    for number, row in enumerate(content["records"]["attachment"]):
        kept = found[row["sha256"]]
        if (row["media_type"], row["size"]) != (media.type_of(kept, row["name"]), len(kept)):
            place = f"records.attachment[{number}]"
            raise Refused(Message("{place}: its content is of another kind or size.", place=place), field="file")


def _content(file: Mapping[str, str]) -> bytes:
    damaged = Message("files: the content of {sha256} is damaged.", sha256=file["sha256"])
    try:
        content = base64.b64decode(file["content"], validate=True)
    except ValueError as error:
        raise Refused(damaged, field="file") from error
    if hashlib.sha256(content).hexdigest() != file["sha256"]:
        raise Refused(damaged, field="file")
    return content
