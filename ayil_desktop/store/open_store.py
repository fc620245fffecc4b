"""What does an open office hold?"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData

from ayil_desktop.store import clean_close, connection, faults, images, lock, reserve, trouble
from ayil_desktop.store.sitting import Sitting, Turns

DATABASE = "office.db"


@dataclass(eq=False)
class Store:
    """An open office. Any thread may read; changes are made one at a time."""

    folder: Path
    key: bytes = field(repr=False)
    records: MetaData = field(repr=False)
    read_only: bool = False
    held: lock.OfficeLock | None = None
    sitting: Sitting = field(default_factory=Sitting)
    turns: Turns = field(default_factory=Turns)
    _changed: threading.Event = field(default_factory=threading.Event)

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @cached_property
    def engine(self) -> Engine:
        """For reading; nothing can be written through it."""
        return connection.reading_engine(self.database, self.key, "read" if self.read_only else "write")

    @cached_property
    def _writer(self) -> Engine:
        return connection.writing_engine(self.database, self.key, images.watch(self.records))

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The turn to write. What follows a change, such as its place in the undo stack, happens within it too."""
        if self.read_only:
            raise trouble.read_only(self.folder)
        with self.turns.writing(connection.BUSY_SECONDS) as is_mine:
            if not is_mine:
                raise trouble.busy(self.folder)
            self.will_change()
            try:
                yield
            except trouble.DiskFull:
                reserve.free(self.folder)
                raise

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """Inside a turn: the one connection that writes, in a transaction that is kept when the block ends well."""
        with faults.of_database(self.folder), self._writer.begin() as opened:
            yield opened

    def get_ready(self) -> None:
        """Open the connection that writes before the first change asks for it; all records are known by then."""
        with faults.of_database(self.folder), self._writer.connect():
            pass

    def will_change(self) -> None:
        """Before the first change of a sitting: the hash of the last close no longer holds."""
        if not self._changed.is_set():
            with faults.of_files(self.folder):
                clean_close.opened(self.folder)
            self._changed.set()

    def close(self) -> None:
        """The hash of the file is kept for the next start. A second close does nothing; nobody writes after it."""
        with self.turns.ending(connection.BUSY_SECONDS) as is_quiet:
            self.engine.dispose()
            self._writer.dispose()
            # without the hash the next start checks the whole file: slower, as safe
            if self._changed.is_set() and is_quiet:
                with suppress(OSError):
                    clean_close.closed(self.folder, self.database)
                self._changed.clear()
            if self.held:
                self.held.release()
