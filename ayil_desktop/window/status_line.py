"""What does the user want to see all the time: is it saved, which office is it, what is due, what is going on?"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStatusBar, QStyle, QStyleOptionButton, QStylePainter, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Label, Sign
from ayil_desktop.widgets.tab import Duty
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


class DutyLine(QPushButton):
    """What is due; a click goes where it is done. It gives way like the rest of the line."""

    def __init__(self) -> None:
        super().__init__()
        self.duty: Duty | None = None
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_duty(self, duty: Duty | None) -> None:
        self.duty = duty
        self.setVisible(duty is not None)
        self.translate()

    def translate(self) -> None:
        words = self.duty.text if self.duty else ""
        self.setText(labels.literal(words))
        self.setAccessibleName(str(words))
        self.setToolTip(labels.tooltip(words))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class StatusLine(QStatusBar):
    """Saved at … and what was done at the left; at the right what is due and the office."""

    duty_chosen = Signal(str, str)
    _is_made = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved_sign = Sign("circle-check", "done", side=style.ICON - 4)
        self._saved = OneLine(say="muted")
        self._duty_sign = Sign("alarm-clock", "due", side=style.ICON - 4)
        self.duties = (DutyLine(), DutyLine())
        self._office = OneLine(say="muted")
        self.progress = Progress()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(style.STEP, 0, style.STEP, 0)
        self.addWidget(self._saved_sign)
        self.addWidget(self._saved, 1)
        for part in (self.progress, self._duty_sign, *self.duties, self._office):
            self.addPermanentWidget(part)
        for line in self.duties:
            line.clicked.connect(partial(self._choose, line))
        self.begin()
        self._is_made = True

    def begin(self) -> None:
        """Another office, or none: nothing was saved in it yet and nothing is known to be due."""
        self.show_office("")
        self.show_duties(())
        self._saved.set_words("")
        self._saved_sign.hide()
        self.clearMessage()

    @property
    def saved(self) -> str:
        """What was saved last, and when."""
        return self._saved.text()

    @property
    def duty(self) -> str:
        """What is due, the most pressing first."""
        return " · ".join(str(line.duty.text) for line in self.duties if line.duty)

    @property
    def office(self) -> str:
        return self._office.text()

    def show_office(self, name: str) -> None:
        """The name of the open office; empty when none is open."""
        self._office.set_words(name)

    def show_saved(self, at: datetime, done: Message) -> None:
        """A change was kept."""
        self._saved.set_words(Message("Saved at {time}: {done}", time=f"{at:%H:%M}", done=done))
        self._saved_sign.show()

    def show_duties(self, duties: Sequence[Duty]) -> None:
        """What is due, the most pressing first; none where nothing is known to be."""
        for line, duty in zip_longest(self.duties, duties[: len(self.duties)]):
            line.show_duty(duty)
        self._duty_sign.setVisible(bool(duties))

    def event(self, event: QEvent) -> bool:
        # Also when the language gave the parts other widths.
        if self._is_made and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """What is due goes before the name of the office, which stands in the title of the window too."""
        due = [self._duty_sign, *(line for line in self.duties if line.duty)] if self.duty else []
        wanted = sum(part.sizeHint().width() + style.STEP * 2 for part in (*due, self._office))
        self._office.setVisible(not due or wanted <= self.width())

    def _choose(self, line: DutyLine, _checked: bool = False) -> None:
        if line.duty is not None:
            self.duty_chosen.emit(line.duty.subject, line.duty.record)

    def pass_word(self, message: Message) -> None:
        """Something that asks for no answer."""
        self.showMessage(str(message), SHOWN)
