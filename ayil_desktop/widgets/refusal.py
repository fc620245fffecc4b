"""How is a no said beside the field or the cell it concerns?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Words

NOT_KEPT = Message("This is not saved yet. The notice above says what stands in the way; then press Enter again.")
"""Where the disk stands in the way, beside what was typed."""


def reason(refused: Refused) -> Words:
    """The words of a refusal, still able to follow the language."""
    return refused.reason if isinstance(refused.reason, Words) else str(refused.reason)


_WIDE = 280  # logical pixels


class RefusalNote(QFrame):
    """The reason in words, and the clause as a button. Hidden until there is something to say, and filled only then:
    every field has one, and most never need it."""

    clause_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, floats: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("refusal", "floats" if floats else "beneath")
        self._floats = floats
        self.hide()

    def _lay_out(self) -> None:
        self._words = labels.Label(say="refusal", wraps=True)
        self._clause = labels.ClauseLink()
        self._clause.asked.connect(self.clause_asked)
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.setSpacing(style.STEP // 2)
        self._said.addWidget(self._words, 1)
        self._said.addWidget(self._clause, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        side = style.STEP if self._floats else 0
        row.setContentsMargins(side, style.STEP // 4, side, style.STEP // 4)
        row.setSpacing(style.STEP // 2)
        sign = labels.Sign("circle-alert", "late", side=style.ICON - 2)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._said, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under a narrow field the clause stands below the words, not beside them."""
        if self.layout() is not None:
            self._turn()
        super().resizeEvent(event)

    def _turn(self) -> None:
        direction = QBoxLayout.Direction
        self._said.setDirection(direction.LeftToRight if self.width() >= _WIDE else direction.TopToBottom)

    @property
    def text(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def show_refusal(self, refused: Refused) -> None:
        if self.layout() is None:
            self._lay_out()
            self._turn()
        self._words.set_words(reason(refused))
        self._clause.show_clause(refused.clause)
        self.setAccessibleName(self._words.text())
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words.text()))

    def clear(self) -> None:
        self.hide()
        if self.layout() is not None:
            self._words.set_words("")
