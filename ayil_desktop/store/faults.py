"""Which trouble is behind an error of the database or of the files?

This is the one place where faults of the environment become `StoreTrouble`. What it does not know passes as it is: then
it is a fault of the program.
"""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from ayil_desktop.refused import Refused
from ayil_desktop.store import trouble

ALMOST_NOTHING = 1_000_000
"""Bytes: with less room than this a failed write is taken for a full disk."""


@contextmanager
def of_database(folder: Path, *, may_write: bool = True) -> Iterator[None]:
    """`may_write=False`: a refused write is the program's own fault there and passes."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise trouble.unreadable_text() from error
    except Exception as error:
        # SQLAlchemy, which is not loaded for it, wraps the driver's error.
        cause = getattr(error, "orig", error)
        name = getattr(cause, "sqlite_errorname", "")
        if not isinstance(cause, driver.Error) or (name == "SQLITE_READONLY" and not may_write):
            raise
        raise _behind(name, str(cause), folder) or error from error


@contextmanager
def of_files(folder: Path) -> Iterator[None]:
    """For the store's own files; `folder` is what the message names."""
    try:
        yield
    except OSError as error:
        known = _BY_ERRNO.get(error.errno or 0)
        raise (known(folder) if known else error) from error


@contextmanager
def of_a_name(path: Path) -> Iterator[None]:
    """For a place that somebody named: one that no disk can keep is said to be one."""
    try:
        yield
    except OSError as error:
        if error.errno in _OF_A_NAME:
            raise trouble.no_such_name(path) from error
        raise


@contextmanager
def of_a_document(target: Path) -> Iterator[None]:
    """For what is written for the user beside the office: nothing in the office is lost where it fails."""
    try:
        with of_a_name(target):
            yield
    except OSError as error:
        known = _OF_A_DOCUMENT.get(error.errno or 0)
        raise (known(target) if known else error) from error


def _behind(name: str, text: str, folder: Path) -> trouble.StoreTrouble | Refused | None:
    if name == "SQLITE_CONSTRAINT" and text == "sealed":
        return trouble.sealed()
    known = _BY_SQLITE.get(name)
    return known(folder) if known else None


def _failed_transfer(folder: Path) -> trouble.StoreTrouble:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return trouble.vanished(folder)
    return trouble.disk_full(folder) if free < ALMOST_NOTHING else trouble.vanished(folder)


def _cannot_open(folder: Path) -> trouble.StoreTrouble:
    return trouble.read_only(folder) if folder.is_dir() else trouble.no_such_folder(folder)


_Maker = Callable[[Path], trouble.StoreTrouble]
_BY_SQLITE: dict[str, _Maker] = {
    "SQLITE_FULL": trouble.disk_full,
    "SQLITE_IOERR": _failed_transfer,
    "SQLITE_READONLY": trouble.read_only,
    "SQLITE_PERM": trouble.read_only,
    "SQLITE_AUTH": trouble.read_only,
    "SQLITE_CANTOPEN": _cannot_open,
    "SQLITE_BUSY": trouble.locked,
    "SQLITE_LOCKED": trouble.locked,
    "SQLITE_NOTADB": trouble.damaged,
    "SQLITE_CORRUPT": trouble.damaged,
}
_BY_ERRNO: dict[int, _Maker] = {
    errno.ENOSPC: trouble.disk_full,
    errno.EFBIG: trouble.disk_full,
    getattr(errno, "EDQUOT", errno.ENOSPC): trouble.disk_full,
    errno.EROFS: trouble.read_only,
    errno.EACCES: trouble.read_only,
    errno.EPERM: trouble.read_only,
    errno.ENOENT: trouble.no_such_folder,
    errno.ENOTDIR: trouble.no_such_folder,
    errno.EIO: trouble.vanished,
    errno.ENODEV: trouble.vanished,
    errno.ENXIO: trouble.vanished,
}
_OF_A_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP)
_INSTEAD: dict[_Maker, _Maker] = {
    trouble.disk_full: trouble.no_room_for,
    trouble.read_only: trouble.not_written_there,
    trouble.no_such_folder: lambda target: trouble.no_such_folder(target.parent),
    trouble.vanished: trouble.gone_with,
}
_OF_A_DOCUMENT = {number: _INSTEAD[of_the_office] for number, of_the_office in _BY_ERRNO.items()}
