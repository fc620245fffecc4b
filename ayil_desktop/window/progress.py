"""What is being done beside the screen, how far is it, and how is it stopped?"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.widgets import background, icons, style
from ayil_desktop.widgets.background import Job
from ayil_desktop.widgets.labels import Label, Words, tooltip

PAUSE = 500  # milliseconds: what takes less is not worth a bar that comes and goes
SHARES = 1000


class Progress(QWidget):
    """The first of the works, a bar, and a button that cancels it; hidden while nothing is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._words = Label(say="muted")
        self._waiting = Label(say="muted")
        self.bar = QProgressBar()
        self.cancel = QToolButton()
        # Works are told to whoever listens while this bar is there; a short one ends before it is shown.
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.show)
        self._lay_out()
        background.jobs().changed.connect(self._follow)
        self._follow()
        self.translate()

    @property
    def words(self) -> str:
        """What is being done."""
        return self._words.text()

    def translate(self) -> None:
        self.cancel.setAccessibleName(str(Message("Cancel")))
        self.cancel.setToolTip(tooltip(Message("Cancel")))
        self.bar.setAccessibleName(self._words.text())

    def _follow(self) -> None:
        running = background.jobs().running
        waiting = len(running) - 1
        self._waiting.set_words(Counted("{count} more", "{count} more", waiting) if waiting > 0 else "")
        if not running:
            self._job = None
            self._pause.stop()
            self.hide()
        elif running[0] is not self._job:
            self._take(running[0])

    def _take(self, job: Job) -> None:
        self._job = job
        self._say(job.title)
        self.bar.setRange(0, 0)
        job.progressed.connect(self._show_step)
        if self.isHidden():
            self._pause.start()

    def _show_step(self, step: float | Words) -> None:
        if isinstance(step, float | int):
            self.bar.setRange(0, SHARES)
            self.bar.setValue(round(step * SHARES))
        else:
            self._say(step)

    def _say(self, words: Words) -> None:
        self._words.set_words(words)
        self.translate()

    def _stop(self) -> None:
        if self._job:
            self._job.cancel()

    def _lay_out(self) -> None:
        self.cancel.setIcon(icons.icon("x", "muted"))
        self.cancel.clicked.connect(self._stop)
        self.bar.setFixedWidth(style.STEP * 15)
        self.bar.setTextVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP)
        for part in (self._words, self._waiting, self.bar, self.cancel):
            row.addWidget(part)
        self.hide()
