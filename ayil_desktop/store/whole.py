"""Is the database file whole, down to each page, each row and each link?"""

from pathlib import Path

import sqlcipher3.dbapi2 as driver

from ayil_desktop.language.message import Message
from ayil_desktop.store import connection

_DAMAGE = frozenset({"SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_IOERR"})
_SHOWN = 5
"""Of each kind of fault so many lines: a ruined file has thousands."""


def problems(database: Path, key: bytes, mode: connection.Mode) -> list[Message]:
    """What is wrong; empty where all is well. Troubles other than damage are raised as the driver raises them."""
    try:
        opened = connection.connect(database, key, mode)
        try:
            return problems_of(opened)
        finally:
            opened.close()
    except driver.Error as error:
        if getattr(error, "sqlite_errorname", "") not in _DAMAGE:
            raise
        return [Message("The database cannot be read: {error}", error=str(error))]


def problems_of(opened: driver.Connection) -> list[Message]:
    """The same for an open connection. Pages first: nothing is asked of a file whose pages are wrong."""
    pages = [
        Message("A page of the database was changed by the disk: {page}", page=_number(row[0]))
        for row in opened.execute("PRAGMA cipher_integrity_check").fetchmany(_SHOWN)
    ]
    if pages:
        return pages
    if not opened.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        return [Message("The database is empty")]
    order = [row[0] for row in opened.execute(f"PRAGMA integrity_check({_SHOWN})")]
    inner = [Message("The database is out of order: {fault}", fault=fault) for fault in order if fault != "ok"]
    links = opened.execute("PRAGMA foreign_key_check").fetchmany(_SHOWN)
    return inner + [
        Message("A row of {table} points to a row of {parent} that is not there", table=row[0], parent=row[2])
        for row in links
    ]


def _number(told: str) -> str:
    """The page alone out of what SQLCipher says in English."""
    return told.rpartition(" ")[2] if told[-1:].isdigit() else told
