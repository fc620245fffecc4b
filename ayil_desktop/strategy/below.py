"""What stands below the chart: the activity that is looked at, or a list that leads to rows?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ayil_desktop.widgets import room
from ayil_desktop.widgets.tab import Desk

# Each part is loaded and made when it is first opened.
if TYPE_CHECKING:
    from ayil_desktop.strategy.activity_card import ActivityCard
    from ayil_desktop.strategy.changes_panel import ChangesPanel
    from ayil_desktop.strategy.comparison_panel import ComparisonPanel
    from ayil_desktop.strategy.findings_panel import FindingsPanel
    from ayil_desktop.strategy.list_panel import ListPanel
    from ayil_desktop.strategy.shown import Shown

Part = TypeVar("Part", bound=QWidget)


class Below(room.Pages):
    """The card and the lists. `led` gives the row of a list's line, `opened` that of an entered one; the other signals
    are those of the parts."""

    closed = Signal()
    led = Signal(str)
    opened = Signal(str)
    amendment_asked = Signal()
    russian_asked = Signal(str)
    compare_asked = Signal()
    take_asked = Signal(list, str)
    print_asked = Signal()
    decide_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @cached_property
    def card(self) -> ActivityCard:
        from ayil_desktop.strategy.activity_card import ActivityCard  # when it is first opened

        card = self._seated(ActivityCard(self._desk))
        card.closed.connect(self.closed)
        card.amendment_asked.connect(self.amendment_asked)
        card.russian_asked.connect(self.russian_asked)
        return card

    @cached_property
    def findings(self) -> FindingsPanel:
        from ayil_desktop.strategy.findings_panel import FindingsPanel  # when it is first opened

        panel = FindingsPanel()
        self._join(panel)
        panel.compare_asked.connect(self.compare_asked)
        return panel

    @cached_property
    def changes(self) -> ChangesPanel:
        from ayil_desktop.strategy.changes_panel import ChangesPanel  # when it is first opened

        panel = ChangesPanel()
        self._join(panel)
        panel.print_asked.connect(self.print_asked)
        panel.decide_asked.connect(self.decide_asked)
        panel.withdraw_asked.connect(self.withdraw_asked)
        return panel

    @cached_property
    def comparison(self) -> ComparisonPanel:
        from ayil_desktop.strategy.comparison_panel import ComparisonPanel  # when it is first opened

        panel = ComparisonPanel()
        self._join(panel)
        panel.take_asked.connect(self.take_asked)
        return panel

    def is_front(self, name: str) -> bool:
        """Whether a part ("card", "findings", "changes", "comparison") is made and before the others."""
        return self.__dict__.get(name) is not None and self.currentWidget() is self.__dict__[name]

    def show_strategy(self, shown: Shown) -> bool:
        """What is in front, as it stands now. False where the activity of the card is gone."""
        if self.is_front("card"):
            activity = shown.activity(self.card.activity.id) if self.card.activity else None
            if self.card.activity is not None and activity is None:
                return False
            if activity is not None:
                self.card.show_activity(shown, activity)
        for name in ("findings", "changes", "comparison"):
            if self.is_front(name):
                getattr(self, name).show_strategy(shown)
        return True

    def _join(self, panel: ListPanel[Any]) -> None:
        self._seated(panel)
        panel.closed.connect(self.closed)
        panel.led.connect(self.led)
        panel.opened.connect(self.opened)

    def _seated(self, part: Part) -> Part:
        self.addWidget(part)
        return part
