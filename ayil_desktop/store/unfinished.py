"""Was a change cut off by a kill or a power cut, and how is it rolled back?"""

from contextlib import closing, suppress
from pathlib import Path

from ayil_desktop.store import connection, lock, trouble
from ayil_desktop.store.open_store import DATABASE


def roll_back(folder: Path, key: bytes) -> None:
    """For those who only read: they cannot do it themselves. A window that has the office open is in its own change."""
    journal = folder / f"{DATABASE}-journal"
    if not journal.exists() or journal.stat().st_size == 0:
        return
    with suppress(trouble.AlreadyOpen):
        held = lock.take(folder)
        try:
            with closing(connection.connect(folder / DATABASE, key, "write")) as opened:
                opened.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        finally:
            held.release()
