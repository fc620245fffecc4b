"""What has changed since an approval, and is the open amendment decided or withdrawn?"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.strategy import amended_by, baselines, differences, rules
from ayil_desktop.strategy.differences import Change
from ayil_desktop.strategy.list_panel import ListPanel
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Button, Label


@dataclass(frozen=True)
class Line:
    """One difference."""

    id: int
    change: Change
    why: Message | str
    """The reason of the amendment and who decided it, where known."""

    @property
    def key(self) -> str:
        return self.change.key


class ChangesPanel(ListPanel[Line]):
    """The differences from one of the approvals; while an amendment is open, what becomes of it."""

    print_asked = Signal()
    decide_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            [
                Column("number", Message("№"), lambda one: one.change.named, width=70),
                Column("what", Message("What"), lambda one: one.change.what, width=190),
                Column("before", Message("As approved"), lambda one: one.change.before, width=380),
                Column("after", Message("Now"), lambda one: one.change.after, width=270, stretches=True),
                Column("why", Message("Why, who decided"), lambda one: one.why, width=260),
            ],
            key="strategy/changes",
            name=Message("Changes since the approval"),
            empty=Message("Nothing has changed."),
            tip=lambda one: f"{one.change.before or '–'}\n→ {one.change.after or '–'}\n{one.why}".rstrip(),
        )
        self._shown: Shown | None = None
        self.note = Label(say="muted", wraps=True)
        self.since = QComboBox()
        self.print = Button(Message("Print"), sign="printer")
        self.withdraw = Button(Message("Withdraw the amendment"), sign="undo-2")
        self.decide = Button(Message("Decide the amendment…"), sign="stamp")
        self._join()

    def show_strategy(self, shown: Shown) -> None:
        """The approvals, and the differences from the chosen one: at first the last, where an amendment is open."""
        self._shown = shown
        is_amending = rules.open_amendment(shown.strategy) is not None
        for button in (self.withdraw, self.decide):
            button.setVisible(is_amending)
        self._name_approvals(len(shown.strategy.baselines) - 1 if is_amending else 0)
        self._fill()

    def translate(self) -> None:
        super().translate()
        self._name_approvals(0)
        self._fill()

    def _name_approvals(self, proposed: int) -> None:
        known = self._shown.strategy.baselines if self._shown else ()
        place = self.since.currentIndex() if self.since.count() == len(known) else proposed
        self.since.blockSignals(True)
        self.since.clear()
        self.since.addItems([str(Message("since the approval of {day}", day=one.on)) for one in known])
        self.since.setCurrentIndex(place)
        self.since.blockSignals(False)
        self.since.setAccessibleName(str(Message("Since which approval")))
        self.since.setVisible(len(known) > 1)

    def _fill(self) -> None:
        found = self._found()
        self.fill([Line(place, change, why) for place, (change, why) in enumerate(found)])
        self.heading.set_words(Counted("{count} change", "{count} changes", len(found)))
        unknown = differences.not_kept(self._approved()) if self._approved() else ()
        notes = [
            *([STILL_APPROVED] if self._shown and rules.open_amendment(self._shown.strategy) else []),
            *([differences.not_listed(unknown)] if unknown else []),
        ]
        self.note.setVisible(bool(notes))
        self.note.set_words(" ".join(map(str, notes)))

    def _found(self) -> Sequence[tuple[Change, Message | str]]:
        approved = self._approved()
        if self._shown is None or not approved:
            return ()
        strategy = self._shown.strategy
        now = baselines.content(strategy)
        language = catalogue.current()
        found = differences.between(approved, now, language)
        reasons = amended_by.reasons(strategy, self.since.currentIndex(), now, found, language)
        return list(zip(found, reasons, strict=True))

    def _approved(self) -> dict[str, object]:
        """What the chosen approval keeps; empty where there is none."""
        known = self._shown.strategy.baselines if self._shown else ()
        place = self.since.currentIndex()
        return known[place].content if 0 <= place < len(known) else {}

    def _join(self) -> None:
        self.put_below_heading(self.note)
        self.since.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.since.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for part in (self.since, self.print, self.withdraw, self.decide):
            self.tools.addWidget(part)
        self.since.currentIndexChanged.connect(lambda _place: self._fill())
        self.print.clicked.connect(self.print_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        self.decide.clicked.connect(self.decide_asked)


STILL_APPROVED = Message(
    "The amendment is not decided: states, figures and reports follow the approved plan until then."
)
