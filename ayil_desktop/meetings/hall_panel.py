"""Who is in the hall, is that a quorum for the matter in hand, and who is whom?"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import quorum_words, vote_keys
from ayil_desktop.meetings.choices import ItemKind, Vote
from ayil_desktop.meetings.member_lines import MemberLine
from ayil_desktop.meetings.member_list import MemberList
from ayil_desktop.meetings.member_paint import Shown
from ayil_desktop.meetings.quorum_words import Standing
from ayil_desktop.meetings.rounds import Quorum
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Button, Chip, ClauseLink, Figure, Label, Sign

_CHIPS: Mapping[bool | None, tuple[labels.State, str]] = {
    True: ("done", ""),
    False: ("late", "ban"),
    None: ("plain", "info"),
}


class RuleLine(QWidget):
    """One of the two rules of a quorum: sign, number, clause."""

    clause_asked = Signal(str)

    def __init__(self, kind: ItemKind) -> None:
        super().__init__()
        self._kind = kind
        self._sign = Sign("circle", side=style.ICON - 4)
        self.words = Label(say="muted")
        self._clause = ClauseLink("", self)
        self._clause.asked.connect(self.clause_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP // 2)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self._clause)

    def show_quorum(self, quorum: Quorum, present: int) -> None:
        """What it needs, and whether that is reached."""
        reached = quorum.is_reached(present)
        self._sign.show_icon("circle-check" if reached else "circle-x", "done" if reached else "late")
        self.words.set_words(quorum_words.rule(self._kind, quorum))
        self._clause.show_clause(quorum.clause)


class HallPanel(QWidget):
    """The large figure, the quorum in words with its clause, advice, and the list of the members."""

    clause_asked = Signal(str)
    all_present_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.figure = Figure()
        self.chip = Chip()
        self._clause = ClauseLink("", self)
        self.rules = {kind: RuleLine(kind) for kind in (ItemKind.DECISION, ItemKind.COMPOSITION)}
        self.advice = Label(say="due", wraps=True)
        self.unknown = Label(Message("It is not recorded who came."), say="muted", wraps=True)
        self.members = MemberList()
        self.legend = Label(say="muted", wraps=True)
        self.all_present = Button(Message("All present"), sign="users")
        self.more = Button(Message("Member…"), sign="ellipsis")
        self._clause.asked.connect(self.clause_asked)
        for line in self.rules.values():
            line.clause_asked.connect(self.clause_asked)
        self.all_present.clicked.connect(self.all_present_asked)
        self.more.clicked.connect(self.members.ask_menu)
        self._lay_out()
        self.translate()

    def show_hall(self, found: Standing, *, tells_both: bool, is_known: bool) -> None:
        """`tells_both`: changes of the composition are on the agenda, so that two rules matter (R-2).

        `is_known` is False for a meeting whose source does not say who came.
        """
        for part in (self.figure, self.chip, self._clause):
            part.setVisible(is_known)
        self.unknown.setVisible(not is_known)
        if not is_known:
            for line in (*self.rules.values(), self.advice):
                line.hide()
            return
        self.figure.show_figure(quorum_words.figure(found), quorum_words.caption(found))
        state, sign = _CHIPS[found.is_reached]
        self.chip.show_state(state, quorum_words.state(found), sign)
        self._clause.show_clause(found.quorum.clause)
        rules = _rules(found)
        differ = len({quorum.needed for quorum in rules.values()}) > 1
        for kind, quorum in rules.items():
            self.rules[kind].show_quorum(quorum, found.hall.present)
            self.rules[kind].setVisible(tells_both and differ)
        advice = quorum_words.advice(found)
        self.advice.set_words(advice or "")
        self.advice.setVisible(advice is not None)

    def show_members(
        self, members: Sequence[MemberLine], votes: Mapping[str, Vote], *, asks_votes: bool, may_change: bool
    ) -> None:
        """The lines, with the votes as far as they are entered."""
        self.members.may_change = may_change
        self.members.show_members([Shown(one, votes.get(one.person_id), asks_votes) for one in members])
        nobody = not any(one.is_present for one in members)
        self.all_present.setVisible(may_change and not all(one.is_present for one in members))
        self.all_present.setProperty("main", nobody)
        self.more.setVisible(may_change)
        self.legend.setVisible(asks_votes and may_change)

    def translate(self) -> None:
        self.legend.set_words(vote_keys.legend())
        tip = Message(
            "Space: present or not · {keys} · 0 takes a vote back · Enter: the next who votes · menu key: more",
            keys=vote_keys.legend(),
        )
        self.members.setToolTip(labels.tooltip(tip))
        self.all_present.setToolTip(labels.tooltip(Message("Everybody without a reason of absence (Ctrl+Space)")))
        self.more.setToolTip(labels.tooltip(Message("Excused, came, left, recused, opinion in writing (menu key)")))

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(style.STEP // 2)
        side.addSpacing(style.STEP)
        side.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self._clause, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(self.figure, 1)
        head.addLayout(side)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        buttons.addWidget(self.all_present)
        buttons.addWidget(self.more)
        buttons.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addLayout(head)
        stack.addWidget(self.unknown)
        for line in self.rules.values():
            stack.addWidget(line)
        stack.addWidget(self.advice)
        stack.addWidget(self.members, 1)
        stack.addWidget(self.legend)
        stack.addLayout(buttons)


def _rules(found: Standing) -> Mapping[ItemKind, Quorum]:
    return {ItemKind.DECISION: found.both.quorum, ItemKind.COMPOSITION: found.both.composition_quorum}
