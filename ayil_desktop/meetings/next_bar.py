"""How is the secretary told what comes next, with one button and one key for it?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import going_on
from ayil_desktop.meetings.going_on import Next
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Button, Label

_SIGNS = {
    Next.LIST: "user-plus",
    Next.VOTE: "vote",
    Next.REPEAT: "vote",
    Next.DECIDE: "gavel",
    Next.CLOSE: "check",
    Next.GO_ON: "arrow-down",
    Next.END: "check",
}


class NextBar(QFrame):
    """One sentence, the button that Ctrl+Enter presses, and another vote beside it."""

    asked = Signal()
    vote_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.words = Label(say="muted", wraps=True)
        self.main = Button("", main=True)
        self.again = Button(Message("Vote again"), sign="vote")
        self.main.clicked.connect(self.asked)
        self.again.clicked.connect(self.vote_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(style.STEP + style.STEP // 2,) * 4)
        row.setSpacing(style.STEP)
        row.addWidget(self.words, 1)
        row.addWidget(self.again)
        row.addWidget(self.main)
        self.translate()

    def show_next(self, step: Next, *, has_voted: bool, can_vote: bool) -> None:
        """What comes next; another vote may be taken besides, where that is not the next thing itself."""
        self.main.set_words(going_on.WORDS[step])
        labels.set_icon(self.main, _SIGNS[step], "on_accent")
        self.words.set_words(_WORDS[step])
        self.again.set_words(Message("Vote again") if has_voted else Message("Take a vote"))
        self.again.setVisible(can_vote and step not in (Next.REPEAT, Next.VOTE, Next.GO_ON, Next.END))

    def translate(self) -> None:
        self.main.setToolTip(labels.tooltip(Message("Ctrl+Enter")))


_WORDS = {
    Next.LIST: Message("Each candidate is voted on separately."),
    Next.VOTE: Message("Take the votes."),
    Next.REPEAT: Message("The vote decided nothing."),
    Next.DECIDE: Message("Next: the words of the decision."),
    Next.CLOSE: Message("Nothing was adopted."),
    Next.GO_ON: Message("This matter is closed."),
    Next.END: Message("All matters are closed."),
}
