"""Was a change cut off by a kill or a power cut, and how is it rolled back?

SQLite does it by itself for whoever opens the file for writing; those who only read, or only look, need this.
"""

import shutil
from contextlib import closing, suppress
from pathlib import Path

from ayil_desktop.store import connection, lock, trouble
from ayil_desktop.store.open_store import DATABASE


def is_there(database: Path) -> bool:
    """A window that has the office open may be in the middle of its own change: then it is there too."""
    journal = _journal(database)
    return journal.exists() and journal.stat().st_size > 0


def copy(database: Path, place: Path) -> Path:
    """The database with its unfinished change, as they lie there."""
    copied = place / database.name
    shutil.copyfile(database, copied)
    shutil.copyfile(_journal(database), _journal(copied))
    return copied


def roll_back(folder: Path, key: bytes) -> None:
    """Unless a window has the office open: then the change is its own and goes on."""
    if is_there(folder / DATABASE):
        with suppress(trouble.AlreadyOpen):
            held = lock.take(folder)
            try:
                with closing(connection.connect(folder / DATABASE, key, "write")) as opened:
                    opened.execute("SELECT count(*) FROM sqlite_schema").fetchall()
            finally:
                held.release()


def _journal(database: Path) -> Path:
    return database.with_name(f"{database.name}-journal")
