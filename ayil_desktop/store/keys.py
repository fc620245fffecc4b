"""Where does the key of an office's database come from?

`keyslots.json` holds slots; each gives the same random key in its own way. So far there is one kind, `open`: the key as
it is, readable by everybody who has the folder. It protects against damage, not against reading. A slot with a password
becomes a further kind here; the database is not rewritten for it.
"""

import hashlib
import json
import secrets
from pathlib import Path
from typing import Any

from ayil_desktop.store import durable, faults, trouble

FILE = "keyslots.json"
COPY = "keyslots.copy.json"
KEY_BYTES = 32
_NOTE = "This key lies open: it protects the office against damage by the disk, not against being read."


def create(folder: Path) -> bytes:
    """A new random key, kept in an open slot in both copies."""
    key = secrets.token_bytes(KEY_BYTES)
    slots = [{"kind": "open", "note": _NOTE, "key": key.hex()}]
    content = json.dumps({"slots": slots, "check": check_of(slots)}, indent=2).encode()
    for name in (FILE, COPY):
        durable.replace(folder / name, content)
    return key


def is_there(folder: Path) -> bool:
    return (folder / FILE).exists() or (folder / COPY).exists()


def read(folder: Path) -> bytes:
    """The key, from whichever copy is whole; Damaged when neither is, Newer when no slot is of a kind known here."""
    for name in (FILE, COPY):
        slots = _slots(folder / name)
        if slots is not None:
            return _opened(slots, folder)
    raise trouble.damaged(folder)


def mend(folder: Path) -> None:
    """Make a damaged or missing copy anew from the whole one."""
    whole = next((name for name in (FILE, COPY) if _slots(folder / name) is not None), None)
    for name in (FILE, COPY):
        if whole and _slots(folder / name) is None:
            durable.replace(folder / name, (folder / whole).read_bytes())


def _slots(file: Path) -> list[dict[str, Any]] | None:
    with faults.of_files(file.parent):
        try:
            kept = json.loads(file.read_bytes())
            slots: list[dict[str, Any]] = kept["slots"]
            return slots if kept["check"] == check_of(slots) else None
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None


def _opened(slots: list[dict[str, Any]], folder: Path) -> bytes:
    for slot in slots:
        if slot.get("kind") == "open":
            return bytes.fromhex(slot["key"])
    raise trouble.newer(folder)


def check_of(slots: object) -> str:
    return hashlib.sha256(json.dumps(slots, sort_keys=True).encode()).hexdigest()
