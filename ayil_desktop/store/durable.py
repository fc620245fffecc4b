"""How is a file written so that after a power cut either the old content or the new one is there?"""

import contextlib
import hashlib
import os
import sys
import time
from pathlib import Path

_HOLDS_OPEN_FILES = sys.platform == "win32"
_FIRST_PAUSE, _LAST_PAUSE = 0.1, 6.4
"""Seconds, doubling: on Windows a virus scanner may hold a new file for a while."""
_CHUNK = 1 << 20


def replace(target: Path, content: bytes) -> None:
    """Write beside, sync, rename over, sync the folder."""
    part = target.with_name(target.name + ".part")
    try:
        write(part, content)
        rename(part, target)
    except OSError:
        # Half a file would take the room of a disk that is full.
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def write(target: Path, content: bytes) -> None:
    """Write a whole file and wait until the disk has it."""
    with target.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def rename(source: Path, target: Path) -> None:
    """Put a finished file in its place."""
    pause = _FIRST_PAUSE
    while not _is_renamed(source, target, last_try=pause > _LAST_PAUSE):
        time.sleep(pause)
        pause *= 2
    sync_folder(target.parent)


def _is_renamed(source: Path, target: Path, *, last_try: bool) -> bool:
    """False where Windows says that somebody has the file open and it may be worth another try."""
    try:
        source.replace(target)
    except PermissionError:
        if last_try or not _HOLDS_OPEN_FILES:
            raise
        return False
    return True


def sync(file: Path) -> None:
    """Wait until the disk has a file that something else wrote."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder; Windows has no such call and needs none for renames."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sha256_of(file: Path) -> str:
    """The content's hash, in hex."""
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
