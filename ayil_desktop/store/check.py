"""Is everything in an office's folder whole: the database, the attached files, the journal?"""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import MetaData

from ayil_desktop.language import message as messages
from ayil_desktop.language.message import Message
from ayil_desktop.store import backup, blobs, clean_close, connection, durable, faults, keys, trouble, unfinished, whole
from ayil_desktop.store.base import Record
from ayil_desktop.store.open_store import DATABASE


def check(folder: Path, *, records: MetaData = Record.metadata) -> list[Message]:
    """Every fault found; empty where all is well. The office may be open in a window meanwhile."""
    with faults.of_files(folder), faults.of_database(folder):
        try:
            key = keys.read(folder)
        except trouble.Damaged as error:
            return [error.message]
        unfinished.roll_back(folder, key)
        found = whole.problems(folder / DATABASE, key, "read")
        if found:
            return found
        with closing(connection.connect(folder / DATABASE, key, "read")) as opened:
            named = _named_blobs(opened, records)
            found = [*_close(folder), *_journal(opened)]
        return [*found, *_blobs(folder, named), *_backups(folder)]


def _close(folder: Path) -> Iterator[Message]:
    if clean_close.state(folder, folder / DATABASE) == "differs":
        yield Message("The database is not the one that was closed last: the disk put an older state back")


def _journal(opened: driver.Connection) -> Iterator[Message]:
    for number, said in opened.execute("SELECT id, message FROM journal_step"):
        try:
            messages.from_json(json.loads(said))
        except ValueError:
            yield Message("Line {number} of the history cannot be read", number=number)
    images = (
        "coalesce(json_valid(before), 1) AND coalesce(json_valid(after), 1) AND coalesce(before, after) IS NOT NULL"
    )
    for number, step in opened.execute(f"SELECT id, step_id FROM journal_change WHERE NOT ({images})"):
        yield Message("Change {number} in line {line} of the history cannot be read", number=number, line=step)


def _named_blobs(opened: driver.Connection, records: MetaData) -> set[str]:
    named: set[str] = set()
    for table in records.tables.values():
        for column in table.columns:
            if column.info.get("blob") and _has(opened, table.name, column.name):
                selection = f'SELECT DISTINCT "{column.name}" FROM "{table.name}" WHERE "{column.name}" IS NOT NULL'
                named.update(row[0] for row in opened.execute(selection))
    return named


def _has(opened: driver.Connection, table: str, column: str) -> bool:
    """An older office lacks some."""
    listed = opened.execute("SELECT count(*) FROM pragma_table_info(?) WHERE name = ?", (table, column))
    return bool(listed.fetchone()[0])


def _blobs(folder: Path, named: set[str]) -> Iterator[Message]:
    """Each file that a row names, and each that lies there, has the content that its name says."""
    there = {file.name: file for file in (folder / blobs.FOLDER).glob("??/*") if file.suffix != ".part"}
    for sha256 in sorted(named - set(there)):
        yield trouble.blob_missing(folder, sha256).message
    for sha256, file in sorted(there.items()):
        if durable.sha256_of(file) != sha256:
            yield trouble.blob_damaged(folder, sha256).message


def _backups(folder: Path) -> Iterator[Message]:
    for kept in backup.backups(folder):
        if not backup.is_whole(folder, kept):
            yield Message("The backup {file} was changed by the disk", file=kept.file)
