"""What happens when an office is opened that is open in another window? That window comes to the front.

The two meet at a folder of this user. Whoever rings puts a file there; the window behind the door takes it away, and so
answers. Sockets would need Qt's network module, which weighs more than the screens of a subject.
"""

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QStandardPaths, QThread, QTimer, Signal

PATIENCE, PAUSE = 1500, 20  # milliseconds; the other window may be busy for a moment, or just opening


def door(folder: Path) -> Path:
    """Where the window of an office is rung for; two ways of writing one folder give one door."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
    return Path(home) / "ayil-desktop" / "doors" / name


class Doorbell(QObject):
    """Listens while an office is open; `rung` asks the window to come to the front."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door(folder)
        self._watch = QFileSystemWatcher(self)
        self._watch.directoryChanged.connect(self._answer)
        # A disk on which nothing can be written is no reason not to work; the lock of the office still holds.
        with suppress(OSError):
            self._door.mkdir(parents=True, exist_ok=True)
            self._watch.addPath(str(self._door))
        # Whoever rang while this window was opening.
        QTimer.singleShot(0, self, self._answer)

    def close(self) -> None:
        if self._watch.directories():
            self._watch.removePath(str(self._door))
        with suppress(OSError):
            self._door.rmdir()

    def _answer(self) -> None:
        if not self._watch.directories():
            return
        answered = [call for call in self._door.glob("*") if _is_taken_away(call)]
        if answered:
            self.rung.emit()


def ring(folder: Path) -> bool:
    """Ask the window that has this office to come to the front; False where none answers."""
    _let_others_come_forward()
    call = door(folder) / f"{os.getpid()}"
    is_put = False
    for _ in range(PATIENCE // PAUSE):
        if is_put and not call.exists():
            return True
        if not is_put:
            # Without a door nobody lives there, or not yet.
            with suppress(OSError):
                call.touch()
                is_put = True
        QThread.msleep(PAUSE)
    return is_put and not _is_taken_away(call)


def _is_taken_away(call: Path) -> bool:
    """Whether it was there and could be removed."""
    try:
        call.unlink()
    except OSError:
        return False
    return True


def _let_others_come_forward() -> None:
    """Windows lets only the program in front, which is this one now, pass that place on."""
    if sys.platform == "win32":
        # Only there; AllowSetForegroundWindow(ASFW_ANY).
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
