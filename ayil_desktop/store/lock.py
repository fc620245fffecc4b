"""Is this office already open in another window?"""

import sys
from pathlib import Path
from typing import IO

from ayil_desktop.store import faults, trouble

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FILE = "office.lock"


class OfficeLock:
    """Held from opening to closing. The operating system lets go of it when the program dies, however it dies."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def release(self) -> None:
        self._file.close()


def take(folder: Path) -> OfficeLock:
    """AlreadyOpen where somebody else holds it, ReadOnly where the folder cannot be written."""
    with faults.of_files(folder):
        file = (folder / FILE).open("ab")
    try:
        _hold(file)
    except OSError as error:
        file.close()
        raise trouble.already_open(folder) from error
    return OfficeLock(file)


def _hold(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
