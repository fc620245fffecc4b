"""Which places on a disk belong to an office?"""

from pathlib import Path

from ayil_desktop.store import backup, blobs, clean_close, faults, keys, lock, reserve, trouble
from ayil_desktop.store.open_store import DATABASE

_FILES = (DATABASE, f"{DATABASE}-journal", keys.FILE, keys.COPY, clean_close.FILE, lock.FILE, reserve.FILE)
_FOLDERS = (blobs.FOLDER, backup.FOLDER)


def is_office(folder: Path) -> bool:
    """Does the folder hold an office, in whatever state?"""
    with faults.of_a_name(folder):
        return (folder / DATABASE).is_file() or keys.is_there(folder)


def require_outside(place: Path) -> None:
    """OfTheOffice where something would come among an office's own files, however its name is written."""
    place = place.absolute()
    inner = [place, *place.parents]
    for folder, name in zip(place.parents, (one.name.casefold() for one in inner), strict=False):
        own = _FOLDERS if folder != place.parent else (*_FILES, *_FOLDERS)
        if name in own and is_office(folder):
            raise trouble.of_an_office(place)
