"""How does SQLAlchemy come to its connections?

It takes longer to import than a window takes to open; whoever opens an office, or reads it plainly, does without it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from ayil_desktop.store.connection import Mode, connect, connect_to_read

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


def reading_engine(file: Path, key: bytes, mode: Mode) -> Engine:
    """Connections that can only read; several threads may each have one."""
    return _engine(lambda: connect_to_read(file, key, mode), 4, "BEGIN")


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
