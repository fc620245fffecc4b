"""How does an office, which is a folder, become a store that can be read and changed?"""

from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, MetaData, QueuePool, create_engine

from ayil_desktop.store import trouble
from ayil_desktop.store.base import Record

DATABASE = "office.db"


@dataclass
class Store:
    """An open office."""

    folder: Path
    engine: Engine
    read_only: bool = False

    def close(self) -> None:
        self.engine.dispose()


def create(folder: Path, *, records: MetaData = Record.metadata) -> Store:
    """A new, empty office. The caller has imported the records of all subjects."""
    if folder.exists():
        raise trouble.already_an_office(folder)
    folder.mkdir()
    store = Store(folder, _engine(folder))
    with store.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF")
        records.create_all(connection)
    return store


def open_office(folder: Path, *, read_only: bool = False, records: MetaData = Record.metadata) -> Store:
    """An office as it was left."""
    if not folder.is_dir():
        raise trouble.no_such_folder(folder)
    if not (folder / DATABASE).is_file():
        raise trouble.not_an_office(folder)
    return Store(folder, _engine(folder), read_only)


def _engine(folder: Path) -> Engine:
    def connect() -> driver.Connection:
        connection = driver.connect(str(folder / DATABASE), isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute("PRAGMA key = \"x'%s'\"" % ("00" * 32))
        connection.execute("PRAGMA query_only=ON")
        return connection

    return create_engine("sqlite://", module=driver, creator=connect, poolclass=QueuePool)
