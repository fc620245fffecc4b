"""How does a panel at the side of a screen fold away (F9) and stay folded?"""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, labels, memory, style


class SidePanel(QWidget):
    """A heading, a button that folds, and what is below. Folded, only the button is left.

    `key` is the place in the memory ("commission/side"). `folded` tells each change, whoever made it.
    """

    folded = Signal(bool)

    def __init__(
        self,
        title: labels.Words,
        content: QWidget,
        *,
        key: str,
        side: Literal["left", "right"] = "right",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = f"{key}/folded"
        self._side = side
        self._content = content
        self._title = labels.Label(title, say="heading")
        self._button = QToolButton()
        self._button.setIconSize(QSize(style.ICON, style.ICON))
        self._button.setAutoRaise(True)
        self._button.clicked.connect(self.toggle)
        self._lay_out()
        self.is_folded = False
        self.fold(memory.recall(self._key) is True)

    def fold(self, folded: bool) -> None:
        """Fold or unfold, and remember."""
        changed = folded != self.is_folded
        self.is_folded = folded
        self._content.setVisible(not folded)
        self._title.setVisible(not folded)
        self._give_room()
        self.translate()
        if changed:
            memory.keep(self._key, folded)
            self.folded.emit(folded)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._give_room()

    def toggle(self) -> None:
        self.fold(not self.is_folded)

    def translate(self) -> None:
        words = Message("Unfold the panel (F9)") if self.is_folded else Message("Fold the panel (F9)")
        self._button.setToolTip(labels.tooltip(words))
        self._button.setAccessibleName(str(words))
        points_right = self.is_folded == (self._side == "left")
        self._button.setIcon(icons.icon("chevron-right" if points_right else "chevron-left", "muted"))

    def _give_room(self) -> None:
        self.setMaximumWidth(self._button.sizeHint().width() + style.STEP if self.is_folded else 16777215)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(self._title, 1)
        head.insertWidget(1 if self._side == "left" else 0, self._button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP // 2, 0, style.STEP // 2, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self._content, 1)
        stack.setAlignment(head, Qt.AlignmentFlag.AlignTop)
