"""What does an open office hold?"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from ayil_desktop.store import clean_close, connection, faults, lock, reserve, trouble
from ayil_desktop.store.sitting import Sitting, Turns

# An office is opened, and read plainly, before SQLAlchemy is loaded.
if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, MetaData

DATABASE = "office.db"


@dataclass(eq=False)
class Store:
    """An open office. Any thread may read; changes are made one at a time."""

    folder: Path
    key: bytes = field(repr=False)
    own_records: MetaData | None = field(default=None, repr=False)
    """Other tables than those of all subjects, as tests of the store have them."""
    read_only: bool = False
    held: lock.OfficeLock | None = None
    sitting: Sitting = field(default_factory=Sitting)
    turns: Turns = field(default_factory=Turns)
    _changed: threading.Event = field(default_factory=threading.Event)
    _plain: list[driver.Connection] = field(default_factory=list)

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def records(self) -> MetaData:
        """The tables that the office has; whoever asks has imported the records of all subjects."""
        # See above.
        from ayil_desktop.store.base import Record

        return Record.metadata if self.own_records is None else self.own_records

    @cached_property
    def engine(self) -> Engine:
        """For reading; nothing can be written through it."""
        # See above.
        from ayil_desktop.store import engines

        return engines.reading_engine(self.database, self.key, self._mode)

    @contextmanager
    def plain(self) -> Iterator[driver.Connection]:
        """A connection of the driver alone that can only read; whoever comes next has it again, unless it failed."""
        opened = self._plain.pop() if self._plain else connection.connect_to_read(self.database, self.key, self._mode)
        try:
            yield opened
        except BaseException:
            opened.close()
            raise
        self._plain.append(opened)

    @property
    def _mode(self) -> connection.Mode:
        return "read" if self.read_only else "write"

    @cached_property
    def _writer(self) -> Engine:
        # See above.
        from ayil_desktop.store import engines, images

        return engines.writing_engine(self.database, self.key, images.watch(self.records))

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
            while self._plain:
                self._plain.pop().close()
            for engine in ("engine", "_writer"):
                if engine in vars(self):
                    vars(self)[engine].dispose()
            # without the hash the next start checks the whole file: slower, as safe
            if self._changed.is_set() and is_quiet:
                with suppress(OSError):
                    clean_close.closed(self.folder, self.database)
                self._changed.clear()
            if self.held:
                self.held.release()
