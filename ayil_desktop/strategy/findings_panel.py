"""What would a careful reader of the plan stumble over, and where?"""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.strategy.list_panel import ListPanel
from ayil_desktop.strategy.plan_check import WHOLE, Warned
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Button


@dataclass(frozen=True)
class Found:
    """A warning with the row that it is about first."""

    id: int
    key: str
    service: str
    warned: Warned


class FindingsPanel(ListPanel[Found]):
    """The warnings service by service. `compare_asked` when two plans are to be laid beside each other."""

    compare_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            [
                Column("service", Message("Service"), lambda one: one.service, width=330),
                Column("numbers", Message("Rows"), lambda one: ", ".join(one.warned.numbers), width=170),
                Column("text", Message("What a reader finds"), lambda one: one.warned.text, width=400, stretches=True),
            ],
            key="strategy/findings",
            name=Message("Check of the plan"),
            empty=Message("A careful reader would find nothing."),
            tip=lambda one: one.warned.text,
        )
        self.compare = Button(Message("Compare with another plan…"), sign="scale")
        self.tools.addWidget(self.compare)
        self.compare.clicked.connect(self.compare_asked)

    def show_strategy(self, shown: Shown) -> None:
        """What stands to be found now."""
        names = {one.place: f"{one.place}. {one.name_ky}" for one in shown.strategy.priorities}
        names[WHOLE] = str(Message("the whole strategy"))
        self.fill(
            [
                Found(place, shown.row_of(warned), names[warned.service], warned)
                for place, warned in enumerate(shown.warnings)
            ]
        )
        self.heading.set_words(Counted("Check: {count} warning", "Check: {count} warnings", len(shown.warnings)))
        self.compare.setEnabled(len(shown.strategy.priorities) > 1)
