"""How do words stand on one line that may be shorter than they are?"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ayil_desktop.widgets import style
from ayil_desktop.widgets.labels import tooltip


class OneLine(QWidget):
    """Words on one line; what has no room is left out on the screen and told by the tooltip."""

    def __init__(self, ink: str = "muted") -> None:
        super().__init__()
        self._words, self._ink = "", ink
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(tooltip(words))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """All of the words."""
        return self._words

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + style.STEP, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(style.STEP * 4, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(getattr(style.colours(), self._ink)))
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
