"""How does a part of a page fold away under its heading, and say in a line what is in it?"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.widgets import icons, style
from ayil_desktop.widgets.labels import Words, literal
from ayil_desktop.widgets.one_line import OneLine


class FoldBox(QWidget):
    """A heading that is a button; folded, a summary stands beside it. `unfolded` comes when it is opened."""

    unfolded = Signal()

    def __init__(self, title: Words, content: QWidget, *, is_open: bool = False) -> None:
        super().__init__()
        self._title: Words = title
        self._summary: Words = ""
        self.content = content
        self.head = QToolButton()
        self.head.setAutoRaise(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(style.ICON - 2, style.ICON - 2))
        self.head.setCheckable(True)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.summary = OneLine()
        self.head.toggled.connect(self._follow)
        line = QHBoxLayout()
        line.setSpacing(style.STEP)
        line.addWidget(self.head)
        line.addWidget(self.summary, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addLayout(line)
        stack.addWidget(content)
        self.head.setChecked(is_open)
        self._follow(is_open)
        self.translate()

    def show_title(self, title: Words, summary: Words = "") -> None:
        """The heading (with a number, say), and what is said of the content while it is folded."""
        self._title, self._summary = title, summary
        self.translate()

    def open(self) -> None:
        self.head.setChecked(True)

    @property
    def is_open(self) -> bool:
        return self.head.isChecked()

    def translate(self) -> None:
        self.head.setText(literal(self._title))
        self.head.setAccessibleName(str(self._title))
        self.summary.set_words(str(self._summary))

    def _follow(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.summary.setVisible(not is_open)
        self.head.setIcon(icons.icon("chevron-down" if is_open else "chevron-right", "muted"))
        if is_open:
            self.unfolded.emit()
