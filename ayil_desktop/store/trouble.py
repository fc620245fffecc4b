"""What went wrong around the office's files, and what can the user do about it?

Environment faults only: a full disk, a pulled drive, a damaged file. Each carries a `Message` that says what to do.
Nothing here imports the database: the window knows these troubles before the database is loaded.
"""

from pathlib import Path

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


class Misplaced(StoreTrouble):
    """Nothing can be put there: a name that no disk keeps, or a place among an office's own files."""


class Older(StoreTrouble):
    """The office has to be brought up to date before a reading command can show it."""


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


def older(folder: Path) -> Older:
    return Older(
        Message(
            "{folder} was kept by an older version of the program. Open it once in the window: it is backed up and "
            "brought up to date, then this command works.",
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


def blob_missing(folder: Path, sha256: str) -> Damaged:
    return Damaged(
        Message(
            "An attached file is missing in {folder}: {file}. Attach the scan again, or copy the file back from a copy "
            "of the office.",
            folder=str(folder / "blobs"),
            file=sha256,
        )
    )


def blob_damaged(folder: Path, sha256: str) -> Damaged:
    return Damaged(
        Message(
            "An attached file in {folder} was changed by the disk: {file}. Attach the scan again, or copy the file "
            "back from a copy of the office.",
            folder=str(folder / "blobs"),
            file=sha256,
        )
    )


def source_unreadable(file: Path) -> SourceVanished:
    return SourceVanished(
        Message(
            "{file} cannot be read. Is the drive still connected, and may you read the file?",
            file=str(file),
        )
    )


def not_written() -> DiskFull:
    return DiskFull(Message("The answer could not be written to where it was sent. Is there room on the disk?"))


def is_a_folder(target: Path) -> NoSuchFolder:
    return NoSuchFolder(Message("{folder} is a folder. Give the name of a file in it.", folder=str(target)))


def no_such_name(path: Path) -> Misplaced:
    return Misplaced(
        Message(
            "A file or folder cannot have such a name: {name}. Give a shorter one without the signs * ? : | < >.",
            name=path.name[:_NAMED],
        )
    )


_NAMED = 80
"""How much of a name that is too long is told again."""


def of_an_office(path: Path) -> Misplaced:
    return Misplaced(
        Message("The place {path} belongs to an office and its own files. Choose another folder.", path=str(path))
    )


def not_written_there(target: Path) -> ReadOnly:
    """A document; on Windows a file that a reader shows cannot be replaced."""
    return ReadOnly(
        Message(
            "{file} could not be written. Is it open in another program, or is its folder read-only? "
            "Close it there, or choose another name or folder.",
            file=str(target),
        )
    )


def no_room_for(target: Path) -> DiskFull:
    return DiskFull(
        Message(
            "There is no room for {file} on its disk; it was not written. "
            "Delete or move other files, or choose another disk.",
            file=str(target),
        )
    )


def gone_with(target: Path) -> SourceVanished:
    return SourceVanished(
        Message(
            "The disk stopped answering; {file} was not written. Check the drive and its cable, then try again.",
            file=str(target),
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


def held(folder: Path) -> Locked:
    """Where an office was only to be opened."""
    return Locked(
        Message(
            "Another program is using {folder} just now (often a virus scanner or a copying program). "
            "Wait a little and try again.",
            folder=str(folder),
        )
    )


def busy(folder: Path) -> Locked:
    return Locked(
        Message(
            "A longer change of {folder} is still being saved. This one was not saved: wait until that one is done, "
            "then repeat it.",
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


def unreadable_text() -> Refused:
    """A pasted text with half a character in it; it cannot be kept in any file."""
    return Refused(Message("The text holds a broken character. Delete the strange signs in it and try again."))


def sealed() -> Refused:
    """The answer of the store's triggers: a rule, not a fault."""
    return Refused(Message("This belongs to sealed minutes and can no longer be changed."))
