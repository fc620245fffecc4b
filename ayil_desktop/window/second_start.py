"""What happens when an office is opened that is open in another window? That window comes to the front."""

import hashlib
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 1000  # milliseconds; the other window may be busy for a moment
TRIES, PAUSE = 5, 100  # milliseconds; a window that is just opening does not listen yet
CALL = b"come\n"


def name(folder: Path) -> str:
    """The name under which the window of an office listens; two ways of writing one folder give one name."""
    return "ayil-desktop-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]


class Doorbell(QObject):
    """Listens while an office is open; `rung` asks the window to come to the front."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Whoever died with this name left its socket behind; the lock of the office says that nobody lives there.
        QLocalServer.removeServer(name(folder))
        self._server.listen(name(folder))

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        while caller := self._server.nextPendingConnection():
            caller.disconnected.connect(caller.deleteLater)
            caller.write(CALL)
            caller.disconnectFromServer()
            self.rung.emit()


def ring(folder: Path) -> bool:
    """Ask the window that has this office to come to the front; False where none answers."""
    _let_others_come_forward()
    socket = QLocalSocket()
    for _ in range(TRIES):
        socket.connectToServer(name(folder))
        if socket.waitForConnected(WAIT):
            answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(WAIT)
            socket.abort()
            return answered
        QThread.msleep(PAUSE)
    return False


def _let_others_come_forward() -> None:
    """Windows lets only the program in front, which is this one now, pass that place on."""
    if sys.platform == "win32":
        # Only there; AllowSetForegroundWindow(ASFW_ANY).
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
