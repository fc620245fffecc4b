"""How does the user see the four steps of a meeting, which one is current, and go to one of them?"""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import steps
from ayil_desktop.meetings.steps import Progress, Step
from ayil_desktop.widgets import icons, labels, style

_SIGNS = {
    Progress.DONE: ("circle-check", "done"),
    Progress.CURRENT: ("circle-dot", "accent"),
    Progress.AHEAD: ("circle", "muted"),
    Progress.DROPPED: ("ban", "muted"),
}
_HEIGHT = style.STEP * 6 + style.STEP // 2
_ARROW = 14


class StepButton(QAbstractButton):
    """One step: its sign, its name, and below how it stands."""

    def __init__(self, step: Step, number: int) -> None:
        super().__init__()
        self.step = step
        self._number = number
        self._sign = _SIGNS[Progress.AHEAD]
        self._standing: Message = steps.short_words(Progress.AHEAD, 0)
        self._ink = "muted"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.translate()

    @property
    def standing(self) -> str:
        """What is written below the name."""
        return str(self._standing)

    def show_step(self, progress: Progress, lacks: tuple[Message, ...]) -> None:
        """How far it is, and what it lacks (told in full by the tooltip)."""
        self._sign = ("triangle-alert", "due") if lacks and progress is not Progress.CURRENT else _SIGNS[progress]
        self._standing = steps.short_words(progress, len(lacks))
        self._ink = "due" if lacks else ("accent" if progress is Progress.CURRENT else "muted")
        self.setToolTip(labels.tooltip("\n".join(str(lack) for lack in lacks)))
        self.translate()
        self.update()

    def translate(self) -> None:
        self.setAccessibleName(f"{self._number}. {steps.STEP_NAMES[self.step]}: {self._standing}")
        self.update()

    def sizeHint(self) -> QSize:
        words = max(
            self._bold_metrics().horizontalAdvance(self._title()),
            self.fontMetrics().horizontalAdvance(str(self._standing)),
        )
        return QSize(words + style.ICON + style.STEP * 4, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(style.STEP * 12, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left, middle = style.STEP + style.STEP // 2, self.height() // 2
        icons.paint(painter, QRect(left, middle - style.ICON // 2, style.ICON, style.ICON), *self._sign)
        room = QRect(left + style.ICON + style.STEP, 0, self.width() - left - style.ICON - style.STEP * 2, middle)
        colours = style.colours()
        painter.setFont(self._bold())
        painter.setPen(QColor(colours.text))
        self._write(painter, room.adjusted(0, 4, 0, 0), self._title())
        painter.setFont(self.font())
        painter.setPen(QColor(getattr(colours, self._ink)))
        self._write(painter, room.translated(0, middle).adjusted(0, 0, 0, -4), str(self._standing))

    def _paint_ground(self, painter: QPainter) -> None:
        colours = style.colours()
        ground = colours.accent_soft if self.isChecked() else (colours.hover if self.underMouse() else colours.base)
        has_focus = self.hasFocus()
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(colours.accent if has_focus or self.isChecked() else colours.line), 1 + has_focus))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _write(self, painter: QPainter, room: QRect, words: str) -> None:
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided)

    def _title(self) -> str:
        return f"{self._number}. {steps.STEP_NAMES[self.step]}"

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _bold_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._bold())


class _Arrow(QWidget):
    """What stands between two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_ARROW, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), QRect(QPoint(0, (_HEIGHT - _ARROW) // 2), QSize(_ARROW, _ARROW)), "chevron-right")


class StepBar(QWidget):
    """The four steps in a row; one is looked at, which need not be the current one."""

    chosen = Signal(Step)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: Mapping[Step, StepButton] = {
            step: StepButton(step, number) for number, step in enumerate(Step, 1)
        }
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP // 2)
        for button in self.buttons.values():
            if row.count():
                row.addWidget(_Arrow())
            row.addWidget(button, 1)
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._choose)

    def look_at(self, step: Step) -> None:
        """Mark the step that is shown below."""
        self.buttons[step].setChecked(True)

    @property
    def looked_at(self) -> Step:
        """The step that is shown below."""
        return next(step for step, button in self.buttons.items() if button.isChecked())

    def _choose(self, button: QAbstractButton) -> None:
        if isinstance(button, StepButton):
            self.chosen.emit(button.step)
