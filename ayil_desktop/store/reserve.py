"""How does the user get room to finish when the disk is full?

Even a deletion needs room for its undo file. So some room lies reserved; it is freed when the disk is full, and kept
anew at the next opening that finds enough.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from ayil_desktop.store import durable

FILE = "reserve"
SIZE = 2_000_000
_ENOUGH = 10 * SIZE


def keep(folder: Path) -> None:
    """Lay the reserve down where there is plenty of room."""
    file = folder / FILE
    with suppress(OSError):  # a reserve is a kindness; the office opens without it too
        if not (file.exists() and file.stat().st_size == SIZE) and shutil.disk_usage(folder).free > _ENOUGH:
            durable.write(file, bytes(SIZE))


def free(folder: Path) -> None:
    """Give the room back to the disk."""
    with suppress(OSError):
        (folder / FILE).unlink()
