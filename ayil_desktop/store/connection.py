"""How is the database file itself opened?

Every connection of the program is made here, with the pragmas that passed the kill, power-cut and bit-rot trials. The
standard library's `sqlite3` must never open the same file: two copies of SQLite cancel each other's locks.
"""

from pathlib import Path
from typing import Literal

import sqlcipher3.dbapi2 as driver

Mode = Literal["create", "write", "read"]

BUSY_SECONDS = 5.0
OLDEST_SQLITE = (3, 51, 3)
"""Older ones have a known fault that damages files with two connections."""

_MODES = {"create": "rwc", "write": "rw", "read": "ro"}
_PRAGMAS = (
    "journal_mode=TRUNCATE",  # a commit does not hang on the sync of a folder, which Windows does not offer
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "recursive_triggers=ON",  # so that REPLACE cannot delete a sealed row unseen
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
)


def connect(file: Path, key: bytes, mode: Mode) -> driver.Connection:
    """One connection; the key is a raw one, never a user's text."""
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is too old")
    address = f"{file.absolute().as_uri()}?mode={_MODES[mode]}"
    connection = driver.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except driver.Error:
        connection.close()
        raise
    return connection


def connect_to_read(file: Path, key: bytes, mode: Mode) -> driver.Connection:
    """One that can only read, even raw SQL."""
    connection = connect(file, key, mode)
    connection.execute("PRAGMA query_only=ON")
    return connection
