"""What is on the screen until the office is open?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.widgets.labels import Label, Words


class OpeningPage(QWidget):
    """One muted line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(say="muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._words)

    def show_words(self, words: Words) -> None:
        self._words.set_words(words)
