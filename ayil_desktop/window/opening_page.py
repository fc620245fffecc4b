"""What is on the screen until the office is open?"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.widgets.labels import Label, Words

# After the first paint event the frame still has to reach the screen; a thread that starts at once would delay it.
FLUSH = 30  # milliseconds


class OpeningPage(QWidget):
    """One muted line. `painted` comes once, when the first frame of the window has reached the screen."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_painted = False
        self._words = Label(say="muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._words)

    def show_words(self, words: Words) -> None:
        self._words.set_words(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(FLUSH, self.painted.emit)
