"""What belongs to the matter in hand: its words, the draft, who spoke, the candidates, the votes, the decisions?"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import agenda_actions, agenda_rows, choices, day, minutes, rounds
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.candidate_box import CandidateBox
from ayil_desktop.meetings.candidates import Listed
from ayil_desktop.meetings.choices import ItemState
from ayil_desktop.meetings.decision_box import DecisionBox
from ayil_desktop.meetings.fold_box import FoldBox
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.opinion_lines import OpinionLines
from ayil_desktop.meetings.round_cards import RoundCards
from ayil_desktop.meetings.speech_box import SpeechBox
from ayil_desktop.meetings.wordings_button import Wanted, WordingsButton
from ayil_desktop.widgets import doing, icons, labels, stepwise, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.stepwise import Steps
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField

_CHIPS: dict[ItemState, labels.State] = {
    ItemState.OPEN: "plain",
    ItemState.DECIDED: "done",
    ItemState.POSTPONED: "due",
    ItemState.WITHDRAWN: "plain",
}


class MatterPage(QScrollArea):
    """Everything under each other, in the order in which it happens; it scrolls."""

    clause_asked = Signal(str)
    vote_asked = Signal()

    def __init__(self, desk: Desk, *, in_steps: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self._item: AgendaItem | None = None
        self._opened: Opened | None = None
        self._rounds = self._decisions = 0
        self.title = Label(say="heading", wraps=True)
        self.state = Chip()
        self.details = Label(say="muted", wraps=True)
        self.more = Button(Message("Matter…"), sign="ellipsis")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.draft = Form()
        draft = self.draft.add(LongTextField("draft_ky", Message("Draft decision"), lines=2))
        self.wordings = WordingsButton(desk, draft, lambda: Wanted.on_matter(self._item, self._opened))
        self._stack = QVBoxLayout()
        self._lay_out()
        self.building = self._build()
        if not in_steps:
            stepwise.at_once(self.building)

    def show_item(self, item: AgendaItem, one: Listed | None, opened: Opened, *, may_change: bool) -> None:
        """A matter; of one that is voted name by name, `one` is the name in hand."""
        is_other = self._item is None or self._item.id != item.id
        is_voted = not is_other and len(item.rounds) > self._rounds
        is_decided = not is_other and len(item.decisions) > self._decisions
        self._item, self._opened = item, opened
        self._rounds, self._decisions = len(item.rounds), len(item.decisions)
        if is_other:
            self.draft.revert()
            self.verticalScrollBar().setValue(0)
        self._show_head(item)
        self.more.setVisible(may_change)
        self._show_draft(item, may_change=may_change)
        by_name = item.kind in rounds.CANDIDATE_BY_CANDIDATE
        self.candidates.setVisible(by_name)
        if by_name:
            self.candidates.show_item(item, one, opened, may_change=may_change)
        self.speeches.show_item(item, opened, may_change=may_change)
        self.speech_fold.show_title(_counted(Message("Heard and spoke"), len(item.speeches)), self.speeches.summary())
        self.speech_fold.setVisible(may_change or bool(item.speeches))
        self._show_opinions(item, opened, may_change=may_change)
        shown = one.rounds if one is not None else item.rounds
        self.rounds.show_rounds(shown, item, opened, may_change=may_change)
        self.decisions.show_item(item, opened, may_change=may_change)
        if is_voted or is_decided:
            # The new card has no place yet.
            QTimer.singleShot(0, self, partial(self._scroll_to_new, is_decided=is_decided))

    def _scroll_to_new(self, *, is_decided: bool) -> None:
        """To the vote or the decision that was just recorded."""
        if is_decided:
            self.ensureWidgetVisible(self.decisions, 0, style.STEP)
        elif self.rounds.cards:
            self.ensureWidgetVisible(self.rounds.cards[-1], 0, style.STEP)

    def enter_speech(self) -> None:
        """Ready to type who speaks."""
        self.speech_fold.open()
        self.ensureWidgetVisible(self.speeches.add_line)
        self.speeches.who.setFocus()

    def enter_decision(self) -> None:
        """Ready to write a decision."""
        self.decisions.begin()
        self.ensureWidgetVisible(self.decisions.text)

    def enter_candidate(self) -> None:
        """Ready to name a candidate."""
        self.candidates.who.setFocus()

    def fill_menu(self) -> None:
        """What can become of the matter besides a decision."""
        self.menu.clear()
        item = self._item
        if item is None:
            return
        if item.state is ItemState.OPEN:
            self._line(Message("Postpone…"), "clock", partial(self._close_with_reason, ItemState.POSTPONED))
            self._line(Message("Withdraw…"), "ban", partial(self._close_with_reason, ItemState.WITHDRAWN))
            self._line(Message("Close without a decision"), "check", self.close_matter)
        else:
            self._line(Message("Open again"), "undo-2", partial(self._set_state, ItemState.OPEN))
        self._line(Message("Take a vote"), "vote", self.vote_asked.emit)

    def close_matter(self) -> None:
        """It was heard, or nothing was adopted: it is done with."""
        self._set_state(ItemState.DECIDED)

    def _set_state(self, state: ItemState) -> None:
        if self._item is not None:
            change = partial(agenda_actions.set_item_state, self.desk.store, item_id=self._item.id)
            doing.by_button(self.desk, partial(change, state=state))

    def _close_with_reason(self, state: ItemState) -> None:
        item = self._item
        if item is None:
            return
        question = Message("Why is the matter postponed?")
        if state is ItemState.WITHDRAWN:
            question = Message("Why is the matter withdrawn?")
        change = partial(agenda_actions.set_item_state, self.desk.store, item_id=item.id, state=state)
        doing.by_line(self.desk, question, lambda reason: change(reason=reason))

    def _line(self, words: Message, sign: str, run: Any) -> None:
        line = self.menu.addAction(icons.icon(sign), str(words))
        line.triggered.connect(lambda _checked=False: run())

    def _show_head(self, item: AgendaItem) -> None:
        self.title.set_words(f"{item.place}. {minutes.item_text(item, catalogue.current())}")
        row = agenda_rows.matter(item, is_in_hand=False)
        self.state.show_state(_CHIPS[item.state], row.state, row.sign)
        parts = [str(choices.ITEM_KIND_NAMES[item.kind])]
        if item.speaker:
            parts.append(str(Message("speaker: {name}", name=item.speaker)))
        if item.is_late:
            parts.append(str(Message("added after the notice")))
        if item.state_reason:
            parts.append(item.state_reason)
        self.details.set_words(" · ".join(parts))

    def _show_draft(self, item: AgendaItem, *, may_change: bool) -> None:
        """Names are voted on one by one, and information is only heard: they need no draft."""
        self.draft.setVisible(bool(item.draft_ky) or item.kind is choices.ItemKind.DECISION)
        self.draft.set_values({"draft_ky": item.draft_ky})
        self.draft.setEnabled(may_change)

    def _show_opinions(self, item: AgendaItem, found: Opened, *, may_change: bool) -> None:
        given = item.written_opinions
        self.opinion_fold.setVisible(bool(given))
        self.opinions.show_item(item, day.present_at(found.day, found.meeting, item), may_change=may_change)
        title = _counted(Message("Opinions in writing"), len(given))
        self.opinion_fold.show_title(title, self.opinions.summary(given))

    def _keep_draft(self, name: str, value: Any) -> None:
        if self._item is not None:
            change = partial(agenda_actions.change_item, self.desk.store, item_id=self._item.id)
            doing.by_form(self.desk, self.draft, partial(change, **{name: value}))

    def _build(self) -> Steps:
        self.opinions = OpinionLines(self.desk)
        self.opinion_fold = FoldBox(Message("Opinions in writing"), self.opinions)
        self._stack.addWidget(self.opinion_fold)
        yield
        self.speeches = SpeechBox(self.desk)
        self.speech_fold = FoldBox(Message("Heard and spoke"), self.speeches)
        self._stack.addWidget(self.speech_fold)
        yield
        self.candidates = CandidateBox(self.desk)
        self._stack.addWidget(self.candidates)
        yield
        self.rounds = RoundCards()
        self._stack.addWidget(self.rounds)
        self.decisions = DecisionBox(self.desk)
        self._stack.addWidget(self.decisions)
        self._stack.addStretch(1)
        self._join()

    def _join(self) -> None:
        self.menu.aboutToShow.connect(self.fill_menu)
        self.draft.committed.connect(self._keep_draft)
        for part in (self.draft, self.candidates, self.speeches, self.rounds, self.decisions):
            part.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        head, below = QHBoxLayout(), QHBoxLayout()
        for row in (head, below):
            row.setSpacing(style.STEP)
        head.addWidget(self.title, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.details, 1)
        inner = QWidget()
        inner.setLayout(self._stack)
        self._stack.setContentsMargins(style.STEP // 2, 0, style.STEP, style.STEP)
        self._stack.setSpacing(style.STEP)
        self._stack.addLayout(head)
        self._stack.addLayout(below)
        self._stack.addWidget(self.draft)
        self.setMinimumHeight(style.STEP * 8)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)


def _counted(title: Message, count: int) -> Message:
    return Message("{title} ({count})", title=title, count=count) if count else title
