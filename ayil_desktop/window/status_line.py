"""What does the user want to see all the time: is it saved, which office is it, what is due, what is going on?"""

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import style
from ayil_desktop.widgets.labels import Label, Sign
from ayil_desktop.window.progress import Progress

SHOWN = 6000  # milliseconds that a passing word stays
CUT = 500  # characters; more never fit, and measuring ten thousand takes its time


class OneLine(Label):
    """Words that give way: what does not fit is cut with an ellipsis, and never makes the window wider."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        words = " ".join(self.text()[:CUT].split())
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


class StatusLine(QStatusBar):
    """Saved at … and what was done at the left; at the right the next duty and the office."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved_sign = Sign("circle-check", "done", side=style.ICON - 4)
        self._saved = OneLine(say="muted")
        self._duty_sign = Sign("alarm-clock", "due", side=style.ICON - 4)
        self._duty = OneLine()
        self._office = OneLine(say="muted")
        self.progress = Progress()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(style.STEP, 0, style.STEP, 0)
        self.addWidget(self._saved_sign)
        self.addWidget(self._saved, 1)
        for part in (self.progress, self._duty_sign, self._duty, self._office):
            self.addPermanentWidget(part)
        self.begin()

    def begin(self) -> None:
        """Another office, or none: nothing was saved in it yet and nothing is known to be due."""
        self.show_office("")
        self.show_duty(None)
        self._saved.set_words("")
        self._saved_sign.hide()
        self.clearMessage()

    @property
    def saved(self) -> str:
        """What was saved last, and when."""
        return self._saved.text()

    @property
    def duty(self) -> str:
        """What is due next."""
        return self._duty.text()

    @property
    def office(self) -> str:
        """The name that is shown."""
        return self._office.text()

    def show_office(self, name: str) -> None:
        """The name of the open office; empty when none is open."""
        self._office.set_words(name)

    def show_saved(self, at: datetime, done: Message) -> None:
        """A change was kept."""
        self._saved.set_words(Message("Saved at {time}: {done}", time=f"{at:%H:%M}", done=done))
        self._saved_sign.show()

    def show_duty(self, duty: Message | None) -> None:
        """What is due next; None where nothing is known to be."""
        self._duty.set_words(duty or "")
        for part in (self._duty_sign, self._duty):
            part.setVisible(duty is not None)

    def pass_word(self, message: Message) -> None:
        """Something that asks for no answer."""
        self.showMessage(str(message), SHOWN)
