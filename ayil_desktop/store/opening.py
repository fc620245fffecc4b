"""How does an office, which is a folder, become a store that can be read and changed?

To make one, and to bring an older one up to date, the caller imports the records of all subjects first: an office has
the tables that `Record.metadata` then knows. To open one that is up to date not even SQLAlchemy is loaded.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from ayil_desktop.store import (
    backup,
    blobs,
    clean_close,
    connection,
    durable,
    faults,
    keys,
    lock,
    places,
    reserve,
    schema,
    trouble,
    unfinished,
    whole,
)
from ayil_desktop.store.open_store import DATABASE
from ayil_desktop.store.open_store import Store as Store
from ayil_desktop.store.places import is_office as is_office

if TYPE_CHECKING:
    from sqlalchemy import MetaData


def create(folder: Path, *, records: MetaData | None = None) -> Store:
    """A new, empty office in a folder that is not there yet or is empty; a failure leaves nothing in it."""
    with faults.of_files(folder.parent), faults.of_database(folder):
        require_free(folder)
        was_there = folder.exists()
        folder.mkdir(exist_ok=True)
        try:
            return _lay_out(folder, records)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            if was_there:
                folder.mkdir(exist_ok=True)
            raise


def require_free(folder: Path) -> None:
    """AlreadyAnOffice where something is, Misplaced where no office can be."""
    with faults.of_a_name(folder), faults.of_files(folder.parent):
        places.require_outside(folder)
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise trouble.already_an_office(folder)


def open_office(
    folder: Path, *, read_only: bool = False, records: MetaData | None = None, all_known: bool = True
) -> Store:
    """An office as it was left. `read_only` is for reading commands: they run while a window has the office open.

    With `all_known=False` the records of some subjects are still to be imported: whoever opens it so calls
    `require_known` when they are, and changes nothing before. An office of an older version is then Older.
    """
    try:
        with faults.of_files(folder), faults.of_database(folder):
            return _opened(folder, read_only, records, all_known)
    except trouble.Locked as error:
        # Nothing was to be saved yet.
        raise trouble.held(folder) from error


def _opened(folder: Path, read_only: bool, records: MetaData | None, all_known: bool) -> Store:
    require_office(folder)
    if read_only:
        return require_known(_open_to_read(folder, records))
    held = lock.take(folder)
    try:
        store = _open_to_change(folder, records, held, all_known)
        return require_known(store) if all_known else store
    except BaseException:
        held.release()
        raise


def _lay_out(folder: Path, records: MetaData | None) -> Store:
    held = lock.take(folder)
    try:
        for name in (blobs.FOLDER, backup.FOLDER):
            (folder / name).mkdir()
        store = Store(folder, keys.create(folder), records, held=held)
        store.will_change()
        # Whoever opens an office that is there does not wait for it.
        from ayil_desktop.store import engines

        builder = engines.building_engine(store.database, store.key, "create")
        try:
            with builder.begin() as opened:
                schema.lay(opened, store.records)
        finally:
            builder.dispose()
        durable.sync_folder(folder)
        durable.sync_folder(folder.parent)
        reserve.keep(folder)
        return store
    except BaseException:
        held.release()
        raise


def require_office(folder: Path) -> None:
    """NoSuchFolder, NotAnOffice, or Damaged where only the database is missing."""
    with faults.of_a_name(folder):
        if not folder.exists():
            raise trouble.no_such_folder(folder)
    if not is_office(folder):
        raise trouble.not_an_office(folder)
    if not (folder / DATABASE).is_file():
        raise trouble.damaged(folder, backup.last(folder))


def _open_to_read(folder: Path, records: MetaData | None) -> Store:
    key = keys.read(folder)
    if _version(folder, key) < schema.SCHEMA_VERSION:
        raise trouble.older(folder)
    unfinished.roll_back(folder, key)
    if clean_close.state(folder, folder / DATABASE) == "differs":
        raise trouble.damaged(folder, backup.last(folder))
    return Store(folder, key, records, read_only=True)


def _open_to_change(folder: Path, records: MetaData | None, held: lock.OfficeLock, all_known: bool) -> Store:
    key = keys.read(folder)
    version = _version(folder, key)
    if version < schema.SCHEMA_VERSION and not all_known:
        raise trouble.older(folder)
    state = clean_close.state(folder, folder / DATABASE)
    if state == "differs" or (state == "unknown" and whole.problems(folder / DATABASE, key, "write")):
        raise trouble.damaged(folder, backup.last(folder))
    keys.mend(folder)
    reserve.keep(folder)
    store = Store(folder, key, records, held=held)
    if state == "unknown" or version < schema.SCHEMA_VERSION:
        store.will_change()
    if version < schema.SCHEMA_VERSION:
        # Alembic costs half of a start; only an old office needs it
        from ayil_desktop.store.migrations import upgrading

        backup.make(folder, key)
        upgrading.upgrade(folder / DATABASE, key, store.records)
    return store


def _version(folder: Path, key: bytes) -> int:
    """The file's schema, read without changing a byte of it; Newer, NotAnOffice or Damaged where it is not for us."""
    try:
        application, version = _head(folder / DATABASE, key)
    except driver.Error as error:
        if getattr(error, "sqlite_errorname", "") in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
            raise trouble.damaged(folder, backup.last(folder)) from error
        raise
    if application != schema.APPLICATION_ID:
        raise trouble.damaged(folder, backup.last(folder)) if application == 0 else trouble.not_an_office(folder)
    if version > schema.SCHEMA_VERSION:
        raise trouble.newer(folder)
    return version


def _head(database: Path, key: bytes) -> tuple[int, int]:
    """application_id and user_version; where a change was cut off, as a copy has them: the file may not be ours."""
    try:
        return _read_head(database, key, "read")
    except driver.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_READONLY" or not unfinished.is_there(database):
            raise
    with tempfile.TemporaryDirectory() as place:
        copy = unfinished.copy(database, Path(place))
        return _read_head(copy, key, "write")


def _read_head(database: Path, key: bytes, mode: connection.Mode) -> tuple[int, int]:
    with closing(connection.connect(database, key, mode)) as opened:
        application, version = (
            opened.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
    return int(application), int(version)


def require_known(store: Store) -> Store:
    """The office must have the tables that the program knows: a fault of the program otherwise."""
    try:
        with faults.of_database(store.folder, may_write=False), store.engine.connect() as opened:
            schema.require_known_tables(opened, store.records)
    except BaseException:
        store.engine.dispose()
        raise
    return store
