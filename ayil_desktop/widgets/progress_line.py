"""What is going on beside the screen, how far is it, and how is it stopped?"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.widgets import background, labels, style
from ayil_desktop.widgets.background import Job, Step
from ayil_desktop.widgets.labels import Words

SHOWN_AFTER = 500  # milliseconds; what is done sooner is not worth a glance
_FINE = 1000  # steps of the bar


class ProgressLine(QWidget):
    """For the status line: the title of the work, a bar where it tells how far it is, and Cancel. Hidden otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._step: Step = ""
        self._words = labels.Label()
        self._bar = QProgressBar()
        self._bar.setRange(0, _FINE)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(style.STEP * 16)
        self._cancel = labels.Button(Message("Cancel"))
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP)
        row.addWidget(labels.Sign("hourglass", "muted", side=style.ICON - 2))
        for part in (self._words, self._bar, self._cancel):
            row.addWidget(part)
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._patience.timeout.connect(self.show)
        background.jobs().changed.connect(self._follow)
        self.hide()
        self._follow()

    def translate(self) -> None:
        if self._job is None:
            return
        said = self._step if isinstance(self._step, Words) and str(self._step) else self._job.title
        behind = len(background.jobs().running) - 1
        more = Counted("{title}, {count} more waiting", "{title}, {count} more waiting", behind, title=said)
        self._words.set_words(more if behind else said)
        self._bar.setAccessibleName(str(said))

    def _follow(self) -> None:
        """Show the work that is being done now, the first of the row."""
        running = background.jobs().running
        first = running[0] if running else None
        if first is None:
            self._patience.stop()
            self.hide()
        elif first is not self._job:
            self._bar.setValue(0)
            self._bar.hide()
            self._cancel.setEnabled(True)
            self._step = ""
            first.progressed.connect(self._show_step)
        self._job = first
        if first is not None and not self.isVisible() and not self._patience.isActive():
            self._patience.start()
        self.translate()

    def _show_step(self, step: Step) -> None:
        if isinstance(step, float | int):
            self._bar.setValue(round(step * _FINE))
            self._bar.show()
        else:
            self._step = step
            self.translate()

    def _stop(self) -> None:
        if self._job:
            self._cancel.setEnabled(False)
            self._job.cancel()
