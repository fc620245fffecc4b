"""Which strategy is it, how far is it carried out, and what can be done with it as a whole?"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language.message import Counted, InContext, Message
from ayil_desktop.strategy import rules
from ayil_desktop.strategy.records import Status, Strategy
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.long_choice import LongChoice
from ayil_desktop.widgets.one_line import OneLine

STATUS_NAMES = {
    Status.DRAFT: Message("Draft"),
    Status.APPROVED: InContext("strategy", "Approved"),
    Status.AMENDED: Message("Amended"),
}


CHANGES = Message("What has changed")


class StrategyHead(QWidget):
    """Title, state, how much is done and late, what has changed since the approval, and the button that comes next."""

    next_asked = Signal()
    changes_asked = Signal()
    strategy_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self.title = OneLine()
        self.which = LongChoice(_LETTERS)
        self.which.activated.connect(lambda _place: self.strategy_chosen.emit(self.which.currentData()))
        self.state = Chip()
        self.share = Label()
        self.late = Chip()
        self.changes = Button(CHANGES, sign="history")
        self.changes.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.next = Button("")
        self.changes.clicked.connect(self.changes_asked)
        self.next.clicked.connect(self.next_asked)
        self._pages: QWidget | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(style.STEP * 2)
        self._above = QHBoxLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(style.STEP)
        rows.addLayout(self._above)
        rows.addLayout(self._row)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.which, 1)
        for part in (self.state, self.share, self.late, self.changes, self.next):
            self._row.addWidget(part)

    def put_first(self, pages: QWidget) -> None:
        """What leads to the pages of the screen, before the title.

        Where there is little room the title goes, then the words that the figures and the icon can do without; where
        there is less, the pages stand above it.
        """
        self._pages = pages
        self._row.insertWidget(0, pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        if self._pages is None:
            return
        is_several = not self.which.isHidden()
        has_room = False
        for short in _SHORTENED:
            self._shorten(short)
            wanted = self._wanted(self._pages)
            has_room = not short and self.width() >= wanted + _TITLE
            if self.width() >= wanted:
                break
        is_narrow = self.width() < wanted
        if is_narrow:
            self._shorten(())
        self.title.setVisible(not is_several and (is_narrow or has_room))
        if is_narrow == (self._above.count() > 0):
            return
        (self._row if self._above.count() == 0 else self._above).removeWidget(self._pages)
        if is_narrow:
            self._above.addWidget(self._pages)
        else:
            self._row.insertWidget(0, self._pages)

    def _wanted(self, pages: QWidget) -> int:
        others = (self.which, self.state, self.share, self.late, self.changes, self.next)
        return sum(one.sizeHint().width() + style.STEP * 2 for one in (pages, *others) if not one.isHidden())

    def _shorten(self, short: Collection[str]) -> None:
        """Words that stand in the tooltip then."""
        if self._shown is None:
            return
        share = self._shown.share
        words = Message("Done: {done} / {total}", done=share.done, total=share.total)
        self.share.set_words(f"{share.done} / {share.total}" if "share" in short else words)
        self.share.setAccessibleName(str(words))
        self.share.setToolTip(labels.tooltip(words))
        self.changes.set_words(CHANGES)
        self.changes.setText("" if "changes" in short else self.changes.text())
        self.changes.setToolTip(labels.tooltip(CHANGES))
        late = Counted("{count} late", "{count} late", self._shown.late)
        self.late.show_state("late", str(self._shown.late) if "late" in short else late)
        self.late.setAccessibleName(str(late))
        self.late.setToolTip(labels.tooltip(late))

    def show_strategy(self, shown: Shown) -> None:
        """Name it and count."""
        self._shown = shown
        self.translate()

    def translate(self) -> None:
        if self._shown is None:
            return
        shown, strategy = self._shown, self._shown.strategy
        self.title.set_words(" ".join(strategy.title_ky.split()))
        self._name_strategies(shown)
        is_amending = strategy.status is not Status.DRAFT and shown.is_open
        words = Message("An amendment is open") if is_amending else STATUS_NAMES[strategy.status]
        is_settled = strategy.status is not Status.DRAFT and not is_amending
        self.state.show_state("done" if is_settled else "due", words, "stamp" if is_settled else "file-pen")
        self._shorten(())
        self.late.setVisible(shown.late > 0)
        self.changes.setVisible(strategy.status is not Status.DRAFT)
        self.next.set_words(next_words(shown))
        self._make_room()

    def _name_strategies(self, shown: Shown) -> None:
        """Where there are several, the title is a list of them."""
        self.which.setVisible(len(shown.every) >= _SEVERAL)
        self.which.clear()
        for one in shown.every:
            self.which.addItem(_named(one), one.id)
        self.which.setCurrentIndex(self.which.findData(shown.strategy.id))
        self.which.setAccessibleName(str(Message("Strategy")))


_SHORTENED: Sequence[Collection[str]] = ((), ("share",), ("share", "changes"), ("share", "changes", "late"))
"""What loses its words where there is little room; a button keeps them longer than a figure, what is late longest."""
_TITLE = style.STEP * 24
"""Less of a title says nothing."""
_SEVERAL = 2
_YEARS = 15
"""Among so many letters at the beginning of a title are the years that are seen in a list: 2022–2024-жылдарга."""
_LETTERS = 20  # of the title of one of several strategies


def _named(strategy: Strategy) -> str:
    """Its years, which tell strategies apart, before its title, unless that begins with them."""
    years = list(dict.fromkeys(str(day.year) for day in (strategy.begins, strategy.ends) if day))
    shown = "" if years and all(one in strategy.title_ky[:_YEARS] for one in years) else "–".join(years)
    return " ".join(f"{shown} {strategy.title_ky}".split())


def next_words(shown: Shown) -> Message:
    """What comes next with the strategy as a whole."""
    if shown.strategy.status is Status.DRAFT:
        return Message("Approve…")
    if rules.open_amendment(shown.strategy) is not None:
        return Message("Decide the amendment…")
    return Message("Open an amendment…")
