"""How are scans and other files kept with an office?

Each lies in `blobs/ab/<sha256>` under the hash of its content: the same file is kept once, a changed one is noticed.
The file is on the disk before the row that names it. What kind it is, its content says, never its name.
"""

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import durable, faults, media, reserve, trouble
from ayil_desktop.store.open_store import Store

FOLDER = "blobs"
MOST_BYTES = 25 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Blob:
    """What a row keeps of a file."""

    sha256: str
    name: str
    media_type: str
    size: int


def keep(store: Store, source: Path | bytes, name: str = "") -> Blob:
    """Take a file, or its content, into the office. Refused: too large, empty, cut off, no pdf, jpg, png or tiff."""
    if store.read_only:
        raise trouble.read_only(store.folder)
    name = name or (source.name if isinstance(source, Path) else "")
    content = _content(source) if isinstance(source, Path) else source
    _require_size(len(content), name)
    media_type = media.type_of(content, name)
    sha256 = hashlib.sha256(content).hexdigest()
    _put(store, sha256, content)
    return Blob(sha256, name, media_type, len(content))


def read(store: Store, sha256: str) -> bytes:
    """The content, proved by its hash; Damaged where it is missing or was changed."""
    try:
        content = place(store.folder, sha256).read_bytes()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise trouble.blob_missing(store.folder, sha256) from error
    except OSError as error:
        with faults.of_files(store.folder):
            raise error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise trouble.blob_damaged(store.folder, sha256)
    return content


def kept(store: Store, hashes: Iterable[str]) -> frozenset[str]:
    """Those of the hashes whose content lies in the office already."""
    return frozenset(sha256 for sha256 in hashes if place(store.folder, sha256).exists())


def drop(store: Store, sha256: str) -> None:
    """Take away what was kept for rows that were never written; only for an act that failed."""
    target = place(store.folder, sha256)
    with suppress(OSError):  # what cannot be taken away is found by the check; the failure itself is told
        target.unlink(missing_ok=True)
        target.parent.rmdir()


def place(folder: Path, sha256: str) -> Path:
    """Where a file lies; a hash that is none is a fault of the program, and never becomes a path."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError(f"not a SHA-256: {sha256!r}")
    return folder / FOLDER / sha256[:2] / sha256


def _content(source: Path) -> bytes:
    try:
        _require_size(source.stat().st_size, source.name)
        return source.read_bytes()
    except OSError as error:
        raise trouble.source_unreadable(source) from error


def _require_size(size: int, name: str) -> None:
    if size > MOST_BYTES:
        raise Refused(
            Message(
                "{name} has {size} MB; a file may have at most {most} MB. Scan it in grey or with fewer dots per inch.",
                name=name,
                size=-(-size // 1_048_576),
                most=MOST_BYTES // 1_048_576,
            )
        )
    if size == 0:
        raise Refused(Message("{name} is empty.", name=name))


def _put(store: Store, sha256: str, content: bytes) -> None:
    target = place(store.folder, sha256)
    try:
        with faults.of_files(store.folder):
            if target.exists() and durable.sha256_of(target) == sha256:
                return
            if not target.parent.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                durable.sync_folder(target.parent.parent)
            durable.replace(target, content)
    except trouble.DiskFull:
        target.with_name(target.name + ".part").unlink(missing_ok=True)
        reserve.free(store.folder)
        raise
