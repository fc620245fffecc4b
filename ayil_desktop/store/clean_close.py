"""Is the database file still what it was when the office was last closed?

A dying disk may put an old page back; every checksum inside the file is right then. Only the hash of the whole file,
kept at a clean close in `store.seal`, finds that. While changes are being made the seal says `open`.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ayil_desktop.store import durable

FILE = "store.seal"
_LENGTH = 256
"""Bytes, always: the file is overwritten in place, within one sector, so that no rename has to reach the disk first."""

State = Literal["matches", "differs", "unknown"]


@dataclass(frozen=True, slots=True)
class Close:
    """What the file was at a clean close."""

    size: int
    sha256: str


def state(folder: Path, database: Path) -> State:
    """`unknown` after a power cut or a kill, or where the seal itself is unreadable: then the file must be checked."""
    kept = _kept(folder)
    if kept is None:
        return "unknown"
    if _measure(database) == kept:
        return "matches"
    return "differs" if _kept(folder) == kept else "unknown"  # a window may have begun to write meanwhile


def opened(folder: Path) -> None:
    """From here on the file changes. The disk has this before the first change."""
    _put(folder, {"state": "open"})


def closed(folder: Path, database: Path) -> None:
    """The file will stay as it is now."""
    close = _measure(database)
    _put(folder, {"state": "closed", "size": close.size, "sha256": close.sha256})


def _measure(database: Path) -> Close:
    return Close(database.stat().st_size, durable.sha256_of(database))


def _kept(folder: Path) -> Close | None:
    try:
        said = json.loads((folder / FILE).read_bytes())
        return Close(int(said["size"]), str(said["sha256"])) if said["state"] == "closed" else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _put(folder: Path, said: dict[str, object]) -> None:
    content = json.dumps(said).encode().ljust(_LENGTH)
    file = folder / FILE
    if not file.exists():
        durable.replace(file, content)
        return
    with file.open("rb+") as seal:
        seal.write(content)
        seal.truncate()
        seal.flush()
        os.fsync(seal.fileno())
