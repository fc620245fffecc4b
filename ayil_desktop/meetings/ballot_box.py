"""How is a vote entered and its outcome seen before it is recorded?"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import draft_votes, round_words
from ayil_desktop.meetings.choices import METHOD_NAMES, Method, Outcome, Vote
from ayil_desktop.meetings.draft_votes import DraftVote, Foreseen
from ayil_desktop.meetings.reason_lines import ReasonLines
from ayil_desktop.meetings.rounds import Tally
from ayil_desktop.meetings.vote_field import DID_NOT_VOTE, VoteField
from ayil_desktop.office.charters import Charter
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.text_fields import TextField, WholeNumberField

CHIPS: Mapping[Outcome, tuple[labels.State, str]] = {
    Outcome.ADOPTED: ("done", ""),
    Outcome.REJECTED: ("late", "circle-x"),
    Outcome.NO_QUORUM: ("due", "ban"),
    Outcome.NOT_REGULATED: ("plain", "info"),
}
_METHOD = style.STEP * 32
COUNTS = {
    "in_favour": ("count_for", Message("For")),
    "against": ("count_against", Message("Against")),
    "abstained": ("count_abstained", Message("Abstained")),
    "invalid": ("count_invalid", Message("Invalid")),
}


@dataclass(frozen=True)
class Asked:
    """What is voted on now, with the votes as they are entered and what they would come to."""

    title: Message
    draft: DraftVote
    found: Foreseen
    charter: Charter
    rules_from: datetime.date | None
    takes_label: bool
    may_leave: bool
    """It is one more vote, which need not be."""


class BallotBox(QFrame):
    """The way of voting, the counts, the arithmetic and the outcome as they would be; one button that records.

    `changed` gives the draft as it is now; `all_for_asked`, `recorded` and `left` are for the panel, which knows who is
    in the hall.
    """

    changed = Signal(object)
    all_for_asked = Signal()
    recorded = Signal()
    left = Signal()
    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self._asked: Asked | None = None
        self.title = Label(say="strong", wraps=True)
        self.head = Form(at_once=False)
        self.method = QComboBox()
        self.form = Form(at_once=False)
        self.label = TextField("label", Message("What is voted on, where there are several votes"))
        self.counts = {name: WholeNumberField(field, title) for name, (field, title) in COUNTS.items()}
        self.presiding = VoteField("presiding_vote", Message("Equal votes. How did the presiding person vote?"))
        self.all_for = Button(Message("All for (F5)"), sign="check")
        self.clear = Button(Message("Clear"))
        self.figures = Label(wraps=True)
        self.rest = Label(say="muted")
        self.chip = Chip()
        self.reasons = ReasonLines()
        self.record = Button(Message("Record the vote"), main=True)
        self.leave = Button(Message("Cancel"))
        self._lay_out()
        self._join()
        self.translate()

    def show_vote(self, asked: Asked, *, anew: bool = False) -> None:
        """`anew`: another vote than before, or the votes were changed by a key: the fields take its values."""
        self._asked = asked
        draft, found = asked.draft, asked.found
        self.title.set_words(asked.title)
        self.method.setCurrentIndex(list(Method).index(draft.method))
        self._show_fields(asked, anew=anew)
        self.figures.set_words(round_words.figures(found.tally, found.result.not_voted, draft.method))
        self.figures.setVisible(draft.method is Method.BY_NAME)
        self.rest.set_words(Message("Did not vote: {rest}", rest=found.result.not_voted))
        self.rest.setVisible(draft.method is not Method.BY_NAME)
        self.leave.setVisible(asked.may_leave)
        self._show_outcome(asked)

    def check(self) -> None:
        """Refused, and said at the field, where a number is no whole number."""
        for field in self.counts.values():
            if field.isVisibleTo(self) and isinstance(field.read(), float):
                raise Refused(Message("Votes are counted in whole numbers."), field=field.name)

    def show_refusal(self, refused: Refused) -> None:
        """At the field that it names; what was entered stays."""
        (self.head if refused.field == "label" else self.form).show_refusal(refused)
        self.form.show()
        if refused.field == "presiding_vote":
            self.presiding.setVisible(True)
            self.presiding.setFocus()

    def clear_refusals(self) -> None:
        for form in (self.form, self.head):
            form.clear_refusals()

    @property
    def refusal(self) -> str:
        """What was said no to; empty while nothing was."""
        fields = [self.label, *self.counts.values(), self.presiding]
        return self.form.refusal or next((field.refusal for field in fields if field.refusal), "")

    def translate(self) -> None:
        self.method.setAccessibleName(str(Message("Way of voting")))
        for place, method in enumerate(Method):
            self.method.setItemText(place, str(METHOD_NAMES[method]))
        self.label.title.translate()
        self.label.line.setPlaceholderText(self.label.title.text())
        self.record.setToolTip(labels.tooltip(Message("Ctrl+Enter")))

    def _show_fields(self, asked: Asked, *, anew: bool) -> None:
        draft = asked.draft
        by_name = draft.method is Method.BY_NAME
        if anew:
            self.form.revert()
            self.head.revert()
        values = {field: getattr(draft.counts, name) or None for name, (field, _) in COUNTS.items()}
        self.form.set_values({"presiding_vote": _answer(draft), **values})
        self.head.set_values({"label": draft.label})
        self.head.setVisible(asked.takes_label)
        for name, field in self.counts.items():
            field.setVisible(not by_name and (name != "invalid" or draft.method is Method.SECRET))
        self.presiding.setVisible(asked.found.asks_presiding)
        self.form.setVisible(not by_name or bool(self.form.refusal))
        self.all_for.setVisible(draft.method is not Method.SECRET)

    def _show_outcome(self, asked: Asked) -> None:
        found, begun = asked.found, asked.found.tally.cast > 0
        waits = found.asks_presiding and not asked.draft.presiding_was_asked
        outcome = found.result.outcome
        if waits:
            self.chip.show_state("due", Message("Equal votes"), "scale")
        elif outcome is Outcome.NO_QUORUM:
            state, sign = CHIPS[outcome]
            self.chip.show_state(state, round_words.OUTCOMES[outcome], sign)
        elif begun:
            # Not as a vote that was recorded: nobody shall go on without recording it.
            self.chip.show_state(
                "plain", Message("Not recorded yet: {outcome}", outcome=round_words.ONCE_RECORDED[outcome])
            )
        else:
            self.chip.show_state("plain", Message("Nobody has voted yet"))
        if begun and not waits:
            self.reasons.show_reasons(round_words.reasons(asked.charter, found, asked.rules_from))
        else:
            self.reasons.show_reasons((round_words.before(asked.charter, found, asked.rules_from),))
        self.record.set_words(_record_words(asked))
        self.clear.setEnabled(begun)

    def _choose_method(self, place: int) -> None:
        if self._asked is not None:
            self.clear_refusals()
            self.changed.emit(replace(self._asked.draft, method=list(Method)[place]))

    def _take_fields(self, *_: object) -> None:
        """What stands in the fields; one that cannot be read yet counts as it did before."""
        if self._asked is None:
            return
        draft = self._asked.draft
        counts = {name: _number(field, getattr(draft.counts, name)) for name, field in self.counts.items()}
        answer = self.presiding.read()
        self.presiding.clear_refusal()
        self.changed.emit(
            replace(
                draft,
                counts=Tally(**counts),
                label=self.label.read(),
                presiding_vote=answer if isinstance(answer, Vote) else None,
                presiding_was_asked=answer is not None,
            )
        )

    def _clear(self) -> None:
        if self._asked is not None:
            self.form.revert()
            self.clear_refusals()
            self.changed.emit(draft_votes.cleared(self._asked.draft))

    def _join(self) -> None:
        self.method.activated.connect(self._choose_method)
        for field in (self.label, *self.counts.values()):
            field.line.textEdited.connect(self._take_fields)
        for button in self.presiding.buttons.values():
            button.clicked.connect(self._take_fields)
        self.all_for.clicked.connect(self.all_for_asked)
        self.clear.clicked.connect(self._clear)
        self.record.clicked.connect(self.recorded)
        self.leave.clicked.connect(self.left)
        self.reasons.clause_asked.connect(self.clause_asked)
        for form in (self.form, self.head):
            form.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        self.method.addItems([""] * len(Method))
        # By the words of the language that is on, not of the first one.
        self.method.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.method.setMaximumWidth(_METHOD)
        self.label.title.hide()
        self.head.add(self.label)
        self.form.add_row(*self.counts.values())
        self.form.add(self.presiding)
        tools = FlowLayout()
        tools.addWidget(self.all_for)
        tools.addWidget(self.clear)
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(self.title, 1)
        head.addWidget(self.method, 0, Qt.AlignmentFlag.AlignTop)
        foot = FlowLayout()
        foot.addWidget(self.chip)
        foot.addWidget(self.rest)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.record)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP + style.STEP // 2,) * 4)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addLayout(tools)
        stack.addWidget(self.head)
        stack.addWidget(self.form)
        stack.addWidget(self.figures)
        stack.addWidget(self.reasons)
        stack.addLayout(foot)


def _number(field: WholeNumberField, before: int) -> int:
    try:
        value = field.read()
    except Refused:
        return before
    if value is None:
        return 0
    return value if isinstance(value, int) else before


def _answer(draft: DraftVote) -> Vote | str | None:
    if draft.presiding_vote is not None:
        return draft.presiding_vote
    return DID_NOT_VOTE if draft.presiding_was_asked else None


def _record_words(asked: Asked) -> Message:
    if asked.draft.replaces_id is not None:
        return Message("Correct the vote")
    if asked.found.result.outcome is Outcome.NO_QUORUM:
        return Message("Record without a quorum")
    return Message("Record the vote")
