"""How does the user see the votes that were recorded on a matter, and put a wrong one right?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import frozen_bases, round_words, rounds, vote_words
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.ballot_box import CHIPS
from ayil_desktop.meetings.choices import METHOD_NAMES, Method, Vote
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.frozen_bases import Difference
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.reason_lines import ReasonLines
from ayil_desktop.meetings.vote_records import VoteRound
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Chip, Label


class RoundCard(QFrame):
    """One recorded vote: how, what came out, the counts and the arithmetic; who was against, where it was by name."""

    correct_asked = Signal(str)
    remove_asked = Signal(str)
    clause_asked = Signal(str)

    def __init__(self, one: VoteRound, number: int, day: Day, base: Difference, *, may_change: bool) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.round = one
        self._number, self._day, self._base, self._may_change = number, day, base, may_change
        self.title = Label(wraps=True)
        self.chip = Chip()
        self.figures = Label(wraps=True)
        self.names = Label(say="muted", wraps=True)
        self.reasons = ReasonLines()
        self.correct = _tool("pencil")
        self.remove = _tool("trash-2")
        self.correct.clicked.connect(lambda: self.correct_asked.emit(one.id))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(one.id))
        self.reasons.clause_asked.connect(self.clause_asked)
        self._lay_out()
        for button in (self.correct, self.remove):
            button.setVisible(may_change)
        self.translate()

    def translate(self) -> None:
        one = self.round
        self.title.set_words(_title(one, self._number))
        state, sign = CHIPS[one.outcome]
        self.chip.show_state(state, round_words.OUTCOMES[one.outcome], sign)
        self.figures.set_words(round_words.figures(rounds.recorded_tally(one), one.count_not_voted, one.method))
        self.names.set_words("\n".join(str(line) for line in _names(one)))
        self.names.setVisible(bool(self.names.text()))
        told = round_words.base_reasons(self._day.charter, self._base, may_change=self._may_change)
        own = round_words.recorded_reasons(self._day.charter, one, self._day.rules_from)
        self.reasons.show_reasons([*own, *told])
        for button, words in (
            (self.correct, Message("Correct this vote")),
            (self.remove, Message("Remove this vote")),
        ):
            button.setToolTip(labels.tooltip(words))
            button.setAccessibleName(str(words))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(self.title, 1)
        head.addWidget(self.correct)
        head.addWidget(self.remove)
        for part in (self.title, self.correct, self.remove):
            head.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        told = QHBoxLayout()
        told.setSpacing(style.STEP)
        told.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.figures, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP + style.STEP // 2, style.STEP, style.STEP, style.STEP)
        stack.setSpacing(style.STEP // 4)
        stack.addLayout(head)
        stack.addLayout(told)
        stack.addWidget(self.reasons)
        stack.addWidget(self.names)


class RoundCards(QWidget):
    """The cards under each other; made anew only when a vote was recorded or removed."""

    correct_asked = Signal(str)
    remove_asked = Signal(str)
    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[RoundCard] = []
        self._shown: object = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(style.STEP)

    def show_rounds(self, recorded: Sequence[VoteRound], item: AgendaItem, opened: Opened, *, may_change: bool) -> None:
        bases = [frozen_bases.difference(opened.day, opened.meeting, item, one) for one in recorded]
        shape = ([one.id for one in recorded], bases, may_change)
        if shape != self._shown:
            self._shown = shape
            self._clear()
            for number, (one, base) in enumerate(zip(recorded, bases, strict=True), 1):
                self._add(RoundCard(one, number, opened.day, base, may_change=may_change))
        self.setVisible(bool(recorded))

    def _add(self, card: RoundCard) -> None:
        card.correct_asked.connect(self.correct_asked)
        card.remove_asked.connect(self.remove_asked)
        card.clause_asked.connect(self.clause_asked)
        self.cards.append(card)
        self._stack.addWidget(card)

    def _clear(self) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []


def _title(one: VoteRound, number: int) -> str:
    what = vote_words.what(one, catalogue.current())
    how = METHOD_NAMES[one.method]
    if what:
        return str(Message("Vote {number}: {what} · {how}", number=number, what=what, how=how))
    return str(Message("Vote {number} · {how}", number=number, how=how))


def _names(one: VoteRound) -> list[Message]:
    if one.method is not Method.BY_NAME:
        return []
    against = tuple(voter.name for voter in one.voters if voter.vote is Vote.AGAINST)
    abstained = tuple(voter.name for voter in one.voters if voter.vote is Vote.ABSTAINED)
    found = [Message("Against: {names}", names=against)] if against else []
    return [*found, Message("Abstained: {names}", names=abstained)] if abstained else found


def _tool(sign: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    labels.set_icon(button, sign, "muted")
    return button
