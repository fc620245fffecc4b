"""How does a new office come to stand in its place filled, or not at all?"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ayil_desktop.store import durable, faults, lock, opening, trouble
from ayil_desktop.store.open_store import Store

_UNFINISHED = ".part"


@contextmanager
def making(folder: Path) -> Iterator[Store]:
    """Fill the new office within the block; afterwards it is closed. A power cut meanwhile leaves nothing that would
    be taken for an office. Raises as `opening.create` does."""
    try:
        with _made_beside(folder) as store:
            yield store
    except trouble.DiskFull as error:
        raise trouble.no_room_for(folder) from error
    except trouble.ReadOnly as error:
        raise trouble.not_written_there(folder) from error


@contextmanager
def _made_beside(folder: Path) -> Iterator[Store]:
    opening.require_free(folder)
    with faults.of_a_name(folder), faults.of_files(folder.parent):
        was_there = folder.exists()
        # An empty folder may be the root of a stick, which cannot be replaced.
        beside = folder if was_there else folder.with_name(folder.name + _UNFINISHED)
        if not was_there:
            _clear(beside)
    store = opening.create(beside)
    try:
        yield store
        store.close()
        if not was_there:
            with faults.of_files(folder.parent):
                durable.rename(beside, folder)
    except BaseException:
        store.close()
        shutil.rmtree(beside, ignore_errors=True)
        if was_there:
            folder.mkdir(exist_ok=True)
        raise


def _clear(beside: Path) -> None:
    """What an earlier attempt left; AlreadyOpen where it is still at it."""
    if not (beside / lock.FILE).is_file():
        return
    lock.take(beside).release()
    with suppress(OSError):
        shutil.rmtree(beside)
