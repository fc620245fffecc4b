"""How does a sentence stand on a screen with the clause that it rests on?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.meetings.round_words import Reason
from ayil_desktop.widgets import style
from ayil_desktop.widgets.labels import ClauseLink, Label, Sign


class ReasonLine(QWidget):
    """A sentence, a sign where it is a warning, and its clause behind it."""

    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign("triangle-alert", "due", side=style.ICON - 4, parent=self)
        self.words = Label(wraps=True)
        self._clause = ClauseLink("", self)
        self._clause.asked.connect(self.clause_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP // 2)
        for part in (self._sign, self._clause):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        row.insertWidget(1, self.words, 1)

    def show_reason(self, reason: Reason) -> None:
        self._sign.setVisible(reason.is_warning)
        self.words.say("due" if reason.is_warning else "muted")
        self.words.set_words(reason.text)
        self._clause.show_clause(reason.clause)


class ReasonLines(QWidget):
    """As many sentences as there are, under each other; none: no room is taken."""

    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ReasonLine] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        while len(self.lines) < len(reasons):
            line = ReasonLine()
            line.clause_asked.connect(self.clause_asked)
            self.lines.append(line)
            self._stack.addWidget(line)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(reasons))
            if number < len(reasons):
                line.show_reason(reasons[number])
        self.setVisible(bool(reasons))

    @property
    def text(self) -> str:
        """Everything that is said now."""
        return "\n".join(line.words.text() for line in self.lines if not line.isHidden())
