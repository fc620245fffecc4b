"""Which activities has a sister plan that this plan has not?"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.strategy import activity_columns, plan_paper, sister_plans
from ayil_desktop.strategy.list_panel import ListPanel
from ayil_desktop.strategy.records import Activity, PriorityService
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.long_choice import LongChoice

_LETTERS = 20  # of the name of a service


@dataclass(frozen=True)
class Lacking:
    """An activity of the sister plan."""

    id: int
    activity: Activity

    @property
    def key(self) -> str:
        return self.activity.id


def _activity(lacking: Lacking) -> Activity:
    return lacking.activity


class ComparisonPanel(ListPanel[Lacking]):
    """Two plans are chosen; `take_asked` gives activities of the one and the service that is to get them."""

    take_asked = Signal(list, str)

    def __init__(self) -> None:
        super().__init__(
            [
                activity_columns.number(_activity, 70),
                activity_columns.text(_activity, 420),
                activity_columns.deadline(_activity, 200),
                Column(
                    "responsible",
                    Message("Responsible"),
                    lambda one: "; ".join(row.text.rstrip(" ;,") for row in one.activity.responsible),
                    width=220,
                ),
            ],
            key="strategy/comparison",
            name=Message("Comparison of two plans"),
            empty=Message("This plan has every activity of the other plan."),
            tip=lambda one: one.activity.text_ky,
        )
        self._services: Sequence[PriorityService] = ()
        self.own, self.sister = LongChoice(_LETTERS), LongChoice(_LETTERS)
        self.take = Button(Message("Take over into this plan"), sign="copy")
        self._join()

    def begin(self, shown: Shown, key: str) -> None:
        """With the plan of a row, beside the first of the others."""
        self._name(shown)
        own = shown.service_of(key)
        place = next((at for at, one in enumerate(self._services) if own is not None and one.id == own.id), 0)
        self.own.setCurrentIndex(place)
        self.sister.setCurrentIndex(1 if place == 0 else 0)
        self._fill()

    def show_strategy(self, shown: Shown) -> None:
        """The same two plans as they stand now."""
        own, sister = self.own.currentIndex(), self.sister.currentIndex()
        self._name(shown)
        self.own.setCurrentIndex(min(own, len(self._services) - 1))
        self.sister.setCurrentIndex(min(sister, len(self._services) - 1))
        self._fill()

    def translate(self) -> None:
        super().translate()
        self.own.setAccessibleName(str(Message("This plan")))
        self.sister.setAccessibleName(str(Message("Compared with")))

    def _name(self, shown: Shown) -> None:
        self._services = shown.strategy.priorities
        for box in (self.own, self.sister):
            box.blockSignals(True)
            box.clear()
            box.addItems([f"{one.place}. {plan_paper.name(one, catalogue.current())}" for one in self._services])
            box.blockSignals(False)

    def _fill(self) -> None:
        pair = self._pair()
        lacking = sister_plans.lacking(*pair) if pair is not None else ()
        self.fill([Lacking(place, activity) for place, activity in enumerate(lacking)])
        self.heading.set_words(
            Counted("{count} activity is not in this plan", "{count} activities are not in this plan", len(lacking))
        )
        self.take.setEnabled(bool(lacking))

    def _pair(self) -> tuple[PriorityService, PriorityService] | None:
        own, sister = self.own.currentIndex(), self.sister.currentIndex()
        if own < 0 or sister < 0 or own == sister:
            return None
        return self._services[own], self._services[sister]

    def _ask(self) -> None:
        """The marked rows, or all of them where none is marked."""
        pair = self._pair()
        rows = self.table.marked() or self.table.rows()
        if pair is not None and rows:
            self.take_asked.emit([one.key for one in rows], pair[0].id)

    def _join(self) -> None:
        for box in (self.own, self.sister):
            box.currentIndexChanged.connect(lambda _place: self._fill())
        for title, box in ((Message("This plan"), self.own), (Message("Compared with"), self.sister)):
            named = Label(title, say="muted")
            named.setMinimumHeight(style.ROW)
            self.tools.addWidget(named)
            self.tools.addWidget(box)
        self.tools.addWidget(self.take)
        self.take.clicked.connect(self._ask)
