"""How is one line asked for, and how does a no stand below what was typed there?"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, notice, style
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.refusal import RefusalNote

_WIDTH = 420  # logical pixels


class LineQuestion(QDialog):
    """The question, a line with what is suggested, and why it was not taken before."""

    def __init__(self, parent: QWidget | None, question: Words, suggested: str, refused: Refused | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QApplication.applicationDisplayName())
        self.line = QLineEdit(suggested)
        self.line.setAccessibleName(str(question))
        self.note = RefusalNote()
        self.note.clause_asked.connect(notice.board().clause_asked)
        self.agree = labels.Button(Message("OK"), main=True)
        self.turn_away = labels.Button(Message("Cancel"))
        self._lay_out(question)
        if refused is not None:
            # Qt marks all of it when the dialog comes, and the next letter would replace what was typed.
            QTimer.singleShot(0, self.line, lambda: self.line.end(False))
            self.note.show_refusal(refused)
            labels.set_look(self.line, "refused", True)
            self.line.setAccessibleDescription(self.note.text)

    def _lay_out(self, question: Words) -> None:
        self.agree.setDefault(True)
        self.turn_away.setAutoDefault(False)
        self.agree.clicked.connect(self.accept)
        self.turn_away.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        buttons.addStretch()
        buttons.addWidget(self.turn_away)
        buttons.addWidget(self.agree)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP)
        stack.addWidget(labels.Label(question, wraps=True))
        stack.addWidget(self.line)
        stack.addWidget(self.note)
        stack.addSpacing(style.STEP)
        stack.addLayout(buttons)
        self.setFixedWidth(_WIDTH)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
