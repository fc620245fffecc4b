"""Which strategy is it, how far is it carried out, and what can be done with it as a whole?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ayil_desktop.language.message import Counted, InContext, Message
from ayil_desktop.meetings.meeting_head import OneLine
from ayil_desktop.strategy import rules
from ayil_desktop.strategy.records import Status
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import style
from ayil_desktop.widgets.labels import Button, Chip, Label

STATUS_NAMES = {
    Status.DRAFT: Message("Draft"),
    Status.APPROVED: InContext("strategy", "Approved"),
    Status.AMENDED: Message("Amended"),
}


class StrategyHead(QWidget):
    """Title, state, how much is done and late, what has changed since the approval, and the button that comes next."""

    next_asked = Signal()
    changes_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self.title = OneLine()
        self.state = Chip()
        self.share = Label()
        self.late = Chip()
        self.changes = Button(Message("What has changed"), sign="history")
        self.next = Button("")
        self.changes.clicked.connect(self.changes_asked)
        self.next.clicked.connect(self.next_asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.STEP * 2)
        self._row.addWidget(self.title, 1)
        for part in (self.state, self.share, self.late, self.changes, self.next):
            self._row.addWidget(part)

    def put_first(self, pages: QWidget) -> None:
        """What leads to the pages of the screen, before the title."""
        self._row.insertWidget(0, pages)

    def show_strategy(self, shown: Shown) -> None:
        """Name it and count."""
        self._shown = shown
        self.translate()

    def translate(self) -> None:
        if self._shown is None:
            return
        shown, strategy = self._shown, self._shown.strategy
        self.title.set_words(" ".join(strategy.title_ky.split()))
        is_amending = strategy.status is not Status.DRAFT and shown.is_open
        words = Message("An amendment is open") if is_amending else STATUS_NAMES[strategy.status]
        is_settled = strategy.status is not Status.DRAFT and not is_amending
        self.state.show_state("done" if is_settled else "due", words, "stamp" if is_settled else "file-pen")
        share = shown.share
        self.share.set_words(Message("Done: {done} / {total}", done=share.done, total=share.total))
        self.late.setVisible(shown.late > 0)
        self.late.show_state("late", Counted("{count} late", "{count} late", shown.late))
        self.changes.setVisible(strategy.status is not Status.DRAFT)
        self.next.set_words(next_words(shown))


def next_words(shown: Shown) -> Message:
    """What comes next with the strategy as a whole."""
    if shown.strategy.status is Status.DRAFT:
        return Message("Approve…")
    if rules.open_amendment(shown.strategy) is not None:
        return Message("Decide the amendment…")
    return Message("Open an amendment…")
