"""How does a scan come into the office while the screen goes on?

To read, to prove and to write twenty-five megabytes takes an old disk some seconds. So the file is taken in beside the
screen, and what names it is carried out when it lies there.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import blobs
from ayil_desktop.store.blobs import Blob
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import background
from ayil_desktop.widgets.background import Job
from ayil_desktop.widgets.tab import Desk


def attach(
    desk: Desk,
    path: Path,
    action: Callable[[Blob], Done],
    *,
    refused: Callable[[Refused], object] = background.tell,
    owner: QObject,
) -> Job:
    """`action` gets the file as the office keeps it. `refused` is told a no, to the file or to the action."""

    def name_it(blob: Blob) -> None:
        try:
            desk.run(partial(action, blob))
        except Refused as no:
            refused(no)

    def failed(problem: Exception) -> None:
        if isinstance(problem, Refused):
            refused(problem)
        else:
            background.tell(problem)

    return background.run(
        partial(blobs.keep, desk.store, path),
        title=Message("Attach {name}", name=path.name),
        done=name_it,
        failed=failed,
        owner=owner,
    )
