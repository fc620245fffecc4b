"""What went wrong around the office's files, and what can the user do about it?

Environment faults only: a full disk, a pulled drive, a damaged file. Each carries a `Message` that says what to do.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused


class StoreTrouble(Exception):
    """Something outside the program stands in the way; str() is the text in the user's language."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class NoSuchFolder(StoreTrouble):
    """The folder is not there: moved, renamed, or on a drive that is not connected."""


class NotAnOffice(StoreTrouble):
    """The folder is there, but no office is in it."""


class AlreadyAnOffice(StoreTrouble):
    """A new office was to be made where one is."""


class AlreadyOpen(StoreTrouble):
    """Another window has this office open."""


class Locked(StoreTrouble):
    """Another program holds the file for the moment."""


class ReadOnly(StoreTrouble):
    """The folder or the drive cannot be written."""


class DiskFull(StoreTrouble):
    """There is no room; what was saved before is safe."""


class Damaged(StoreTrouble):
    """The content is not what was written; nothing of it is shown or changed."""


class Newer(StoreTrouble):
    """A newer program made this office; an older one does not touch it."""


class SourceVanished(StoreTrouble):
    """The disk or drive stopped answering in the middle."""


def no_such_folder(folder: Path) -> NoSuchFolder:
    return NoSuchFolder(
        Message(
            "The folder {folder} is not there. Was it moved or renamed, or is its drive not connected?",
            folder=str(folder),
        )
    )


def not_an_office(folder: Path) -> NotAnOffice:
    return NotAnOffice(
        Message(
            "No office is kept in {folder}. Choose the folder whose name ends in .ayil.",
            folder=str(folder),
        )
    )


def already_an_office(folder: Path) -> AlreadyAnOffice:
    return AlreadyAnOffice(
        Message(
            "{folder} already holds something. Choose another name for the new office.",
            folder=str(folder),
        )
    )


def already_open(folder: Path) -> AlreadyOpen:
    return AlreadyOpen(
        Message(
            "{folder} is already open in another window. Continue there, or close it first.",
            folder=str(folder),
        )
    )


def newer(folder: Path) -> Newer:
    return Newer(
        Message(
            "{folder} was kept by a newer version of the program. Nothing in it was changed. "
            "Install the newer version on this computer to open it.",
            folder=str(folder),
        )
    )


def damaged(folder: Path, last_backup: str = "") -> Damaged:
    if not last_backup:
        return Damaged(
            Message(
                "The disk has changed or damaged the files in {folder}, and there is no backup in it. Nothing was "
                "changed. Copy the whole folder to another drive and call whoever looks after the computer.",
                folder=str(folder),
            )
        )
    return Damaged(
        Message(
            "The disk has changed or damaged the files in {folder}. Nothing was changed. "
            "The last good backup is {backup}: restore it to go on working.",
            folder=str(folder),
            backup=last_backup,
        )
    )


def read_only(folder: Path) -> ReadOnly:
    return ReadOnly(
        Message(
            "{folder} cannot be written: the folder or the drive is read-only. "
            "Copy the office to a folder of your own, or ask for the right to write there.",
            folder=str(folder),
        )
    )


def disk_full(folder: Path) -> DiskFull:
    return DiskFull(
        Message(
            "There is no room left on the disk of {folder}. The last change was not saved, everything before it was. "
            "Delete or move other files, then repeat the change.",
            folder=str(folder),
        )
    )


def locked(folder: Path) -> Locked:
    return Locked(
        Message(
            "Another program is using {folder} just now (often a virus scanner or a copying program). "
            "The last change was not saved. Wait a little and repeat it.",
            folder=str(folder),
        )
    )


def vanished(folder: Path) -> SourceVanished:
    return SourceVanished(
        Message(
            "The disk of {folder} stopped answering; the last change was not saved. "
            "Check the drive and its cable, then open the office again.",
            folder=str(folder),
        )
    )


def sealed() -> Refused:
    """The answer of the store's triggers: a rule, not a fault."""
    return Refused(Message("This belongs to sealed minutes and can no longer be changed."))


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """The one edge where faults of the environment become `StoreTrouble`; anything else passes as it is."""
    try:
        yield
    except DBAPIError as error:
        raise known(error.orig, folder) or error from error
    except (driver.Error, OSError) as error:
        raise known(error, folder) or error from error


def known(error: BaseException | None, folder: Path) -> StoreTrouble | Refused | None:
    """The trouble behind an error of the database or of the files, None where it is a fault of the program."""
    if isinstance(error, OSError):
        make = _BY_ERRNO.get(error.errno or 0)
        return make(folder) if make else None
    if isinstance(error, driver.IntegrityError) and str(error) == "sealed":
        return sealed()
    make = _BY_SQLITE.get(getattr(error, "sqlite_errorname", ""))
    return make(folder) if make else None


_BY_SQLITE = {
    "SQLITE_FULL": disk_full,
    "SQLITE_IOERR": vanished,
    "SQLITE_READONLY": read_only,
    "SQLITE_PERM": read_only,
    "SQLITE_AUTH": read_only,
    "SQLITE_CANTOPEN": no_such_folder,
    "SQLITE_BUSY": locked,
    "SQLITE_LOCKED": locked,
    "SQLITE_NOTADB": damaged,
    "SQLITE_CORRUPT": damaged,
}
_BY_ERRNO = {
    errno.ENOSPC: disk_full,
    errno.EDQUOT: disk_full,
    errno.EFBIG: disk_full,
    errno.EROFS: read_only,
    errno.EACCES: read_only,
    errno.EPERM: read_only,
    errno.ENOENT: no_such_folder,
    errno.ENOTDIR: no_such_folder,
    errno.EIO: vanished,
    errno.ENODEV: vanished,
    errno.ENXIO: vanished,
}
