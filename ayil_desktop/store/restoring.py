"""How does a backup become the office again, without losing what is there now?"""

import shutil
from contextlib import suppress
from pathlib import Path

from ayil_desktop.store import backup, clean_close, durable, faults, lock, trouble
from ayil_desktop.store.open_store import DATABASE

ASIDE = "set-aside"


def restore(folder: Path, kept: backup.Backup) -> Path:
    """Put a backup in the place of the database of a closed office; the folder with what was there is returned.

    A kill in the middle leaves the old database, or one that is recognised as damaged and can be restored again.
    """
    with faults.of_files(folder):
        held = lock.take(folder)
        try:
            if not backup.is_whole(folder, kept):
                raise trouble.damaged(folder)
            part = folder / f"{DATABASE}.part"
            shutil.copyfile(folder / backup.FOLDER / kept.file, part)
            durable.sync(part)
            aside = _set_aside(folder)
            clean_close.opened(folder)
            # a change that was cut off belongs to the old database; rolled back into the new one it would ruin it
            (folder / f"{DATABASE}-journal").unlink(missing_ok=True)
            durable.sync_folder(folder)
            durable.rename(part, folder / DATABASE)
            clean_close.closed(folder, folder / DATABASE)
        finally:
            held.release()
    return aside


def _set_aside(folder: Path) -> Path:
    """Copies of the database and its unfinished change, whatever state they are in."""
    taken = [int(one.name) for one in (folder / ASIDE).glob("*") if one.name.isdecimal()]
    aside = folder / ASIDE / f"{max(taken, default=0) + 1:03}"
    aside.mkdir(parents=True)
    for name in (DATABASE, f"{DATABASE}-journal"):
        with suppress(FileNotFoundError):
            shutil.copyfile(folder / name, aside / name)
            durable.sync(aside / name)
    return aside
