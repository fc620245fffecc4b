"""How is the database file itself opened?

Every connection of the program is made here, with the pragmas that passed the kill, power-cut and bit-rot trials. The
standard library's `sqlite3` must never open the same file: two copies of SQLite cancel each other's locks.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Literal

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

Mode = Literal["create", "write", "read"]

BUSY_SECONDS = 5.0
OLDEST_SQLITE = (3, 51, 3)
"""Older ones have a known fault that damages files with two connections."""

_MODES = {"create": "rwc", "write": "rw", "read": "ro"}
_PRAGMAS = (
    "journal_mode=TRUNCATE",  # a commit does not hang on the sync of a folder, which Windows does not offer
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "recursive_triggers=ON",  # so that REPLACE cannot delete a sealed row unseen
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
)

_STATEMENTS: LRUCache[object, object] = LRUCache(1000)
"""What was worked out of statements, for all engines: what was asked while reading is ready when it is changed."""


class OfficeDialect(SQLiteDialect_pysqlite):
    """The language of every office's database: one is as good as another, also where SQLAlchemy asks for what it worked
    out for one of them."""

    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> ModuleType:
        module: ModuleType = driver
        return module

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OfficeDialect)

    def __hash__(self) -> int:
        return hash(OfficeDialect)


registry.register("sqlite.office", __name__, OfficeDialect.__name__)


def connect(file: Path, key: bytes, mode: Mode) -> driver.Connection:
    """One connection; the key is a raw one, never a user's text."""
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is too old")
    address = f"{file.absolute().as_uri()}?mode={_MODES[mode]}"
    connection = driver.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except driver.Error:
        connection.close()
        raise
    return connection


def reading_engine(file: Path, key: bytes, mode: Mode) -> Engine:
    """Connections that can only read, even raw SQL; several threads may each have one."""

    def open_one() -> driver.Connection:
        connection = connect(file, key, mode)
        connection.execute("PRAGMA query_only=ON")
        return connection

    return _engine(open_one, 4, "BEGIN")


def writing_engine(file: Path, key: bytes, prepare: Sequence[str]) -> Engine:
    """The one connection that can change the office; `prepare` are statements for its temporary tables."""

    def open_one() -> driver.Connection:
        connection = connect(file, key, "write")
        for statement in ("BEGIN", *prepare, "COMMIT"):
            connection.execute(statement)
        return connection

    return _engine(open_one, 1, "BEGIN IMMEDIATE")


def building_engine(file: Path, key: bytes, mode: Mode) -> Engine:
    """For laying out and migrating: one connection, no journal; the caller checks the links between rows at the end."""

    def open_one() -> driver.Connection:
        connection = connect(file, key, mode)
        connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    return _engine(open_one, 1, "BEGIN IMMEDIATE")


def _engine(open_one: Callable[[], driver.Connection], size: int, begin: str) -> Engine:
    engine = create_engine(
        "sqlite+office://",
        creator=open_one,
        poolclass=QueuePool,
        pool_size=size,
        execution_options={"compiled_cache": _STATEMENTS},
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
