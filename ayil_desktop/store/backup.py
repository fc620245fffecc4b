"""How does an office keep copies of itself that can be trusted?

A backup counts only after it was opened again, checked, and compared row by row with the office. Its name begins with
a rising number, and the number orders them: a clock that stands in 2002 or 2099 can neither delete one nor keep it.
"""

import hashlib
import json
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from ayil_desktop.store import clock, connection, durable, faults, thinning, trouble, whole
from ayil_desktop.store.open_store import DATABASE, Store

FOLDER = "backups"

_PAGES = 256
_ROWS = 2_000
"""Copied and compared in such pieces; between them a change can be saved, so the window never waits long."""
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Backup:
    """A checked copy: `at` is what the clock said (UTC), `last_step` the newest line of its history."""

    sequence: int
    file: str
    at: datetime
    sha256: str
    last_step: int


class Overtaken(Exception):
    """The office was changed while it was copied."""


def backup(store: Store) -> Backup:
    """Copy, check, keep; then thin the older ones out. On any failure the older ones stay as they are.

    Changes can be saved meanwhile; when they come too often, the last attempt keeps them waiting.
    """
    for _ in range(_ATTEMPTS):
        with suppress(Overtaken):
            return make(store.folder, store.key)
    with store.turns.writing(connection.BUSY_SECONDS) as is_mine:
        if not is_mine:
            raise trouble.busy(store.folder)
        return make(store.folder, store.key)


def is_due(store: Store) -> bool:
    """Has anything changed since the newest backup?"""
    kept = backups(store.folder)
    with faults.of_database(store.folder), closing(connection.connect(store.database, store.key, "read")) as opened:
        return not kept or kept[-1].last_step != _last_step(opened)


def backups(folder: Path) -> list[Backup]:
    """The checked copies, oldest first; a file without its note was never finished and is none."""
    notes = (_read(note) for note in (folder / FOLDER).glob("*.json"))
    found = [kept for kept in notes if kept and (folder / FOLDER / kept.file).exists()]
    return sorted(found, key=lambda kept: kept.sequence)


def last(folder: Path) -> str:
    """What to call the newest one to a user; empty where there is none."""
    kept = backups(folder)
    return kept[-1].file if kept else ""


def is_whole(folder: Path, kept: Backup) -> bool:
    """Is a backup still what was checked when it was made?"""
    with faults.of_files(folder):
        return durable.sha256_of(folder / FOLDER / kept.file) == kept.sha256


def make(folder: Path, key: bytes) -> Backup:
    """One backup of a database that may be in use."""
    with faults.of_files(folder), faults.of_database(folder):
        (folder / FOLDER).mkdir(exist_ok=True)
        number, at = _next_number(folder), clock.now()
        file = folder / FOLDER / f"{number:06}-{at:%Y%m%d-%H%M}.db"
        part = file.with_name(file.name + ".part")
        try:
            last_step = _copy(folder, key, part)
            kept = Backup(number, file.name, at, durable.sha256_of(part), last_step)
            durable.rename(part, file)
        finally:
            part.unlink(missing_ok=True)
        durable.replace(file.with_suffix(".json"), _note(kept))
        _thin(folder)
    return kept


def _copy(folder: Path, key: bytes, part: Path) -> int:
    """Returns the last step in the copy. The copy is closed and opened again before it is believed."""
    part.unlink(missing_ok=True)
    with closing(connection.connect(folder / DATABASE, key, "read")) as source:
        with closing(connection.connect(part, key, "create")) as target:
            for pragma in ("journal_mode=MEMORY", "synchronous=OFF"):  # it is synced once, as a whole, below
                target.execute(f"PRAGMA {pragma}")
            source.backup(target, pages=_PAGES, sleep=0.001)
        durable.sync(part)
        with closing(connection.connect(part, key, "read")) as copied:
            if whole.problems_of(copied):
                raise trouble.damaged(folder, last(folder))
            last_step, are_equal = _last_step(copied), digest(copied) == digest(source)
        if last_step != _last_step(source):
            raise Overtaken
        if not are_equal:
            raise trouble.damaged(folder, last(folder))
    return last_step


def digest(opened: driver.Connection) -> str:
    """A hash over every row of every table, in an order that both copies have."""
    found = hashlib.sha256()
    tables = opened.execute(
        "SELECT name, sql FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%' ORDER BY name"
    ).fetchall()
    for name, sql in tables:
        found.update(f"{name} {sql}".encode())
        after = -1
        selection = f'SELECT rowid, * FROM "{name}" WHERE rowid > ? ORDER BY rowid LIMIT {_ROWS}'
        while rows := opened.execute(selection, (after,)).fetchall():
            found.update(repr(rows).encode())
            after = rows[-1][0]
    return found.hexdigest()


def _last_step(opened: driver.Connection) -> int:
    return int(opened.execute("SELECT coalesce(max(id), 0) FROM journal_step").fetchone()[0])


def _next_number(folder: Path) -> int:
    """Above every number ever given that is still to be seen, finished or not."""
    begun = (file.name.split("-")[0] for file in (folder / FOLDER).iterdir())
    return max((int(number) for number in begun if number.isdecimal()), default=0) + 1


def _note(kept: Backup) -> bytes:
    return json.dumps({**asdict(kept), "at": kept.at.isoformat()}).encode()


def _read(note: Path) -> Backup | None:
    try:
        said = json.loads(note.read_bytes())
        return Backup(**{**said, "at": datetime.fromisoformat(said["at"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _thin(folder: Path) -> None:
    """Remove what the rules no longer keep; the note goes last, so that what is left over still counts as a backup."""
    for kept in thinning.superfluous(backups(folder), number=lambda one: one.sequence, at=lambda one: one.at):
        file = folder / FOLDER / kept.file
        file.unlink(missing_ok=True)
        file.with_suffix(".json").unlink(missing_ok=True)
