"""How do matters left over, undone decisions and proposals offer themselves, and how are they taken up?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import offers
from ayil_desktop.meetings.offers import Offer, OfferKind
from ayil_desktop.widgets import style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.record_table import RecordTable

_SIGNS = {
    OfferKind.POSTPONED: ("clock", "muted"),
    OfferKind.OVERDUE: ("circle-alert", "late"),
    OfferKind.DUE: ("hourglass", ""),
    OfferKind.PROPOSAL: ("message-square", "accent"),
}


class OffersList(QWidget):
    """Hidden while nothing offers itself; a double click, Enter or the button takes the current one up."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title = Label(say="muted")
        self.button = Button(Message("Take up"), sign="arrow-up")
        self.button.clicked.connect(self._take_current)
        self.table: RecordTable[Offer] = RecordTable(
            _columns(),
            key="meetings/offers",
            name=Message("Matters that offer themselves"),
            tip=lambda offer: offer.text,
            filters=False,
            whole_rows=True,
            lines=2,
        )
        self.table.activated.connect(self.taken)
        self.table.setMinimumHeight(style.ROW * 3)
        self._lay_out()

    def show_offers(self, found: Sequence[Offer]) -> None:
        """What could be taken up now."""
        self.title.set_words(Message("To be taken up ({count})", count=len(found)))
        self.table.set_rows(found)
        if found and self.table.current() is None:
            self.table.go_to(found[0].id)
        self.setVisible(bool(found))

    def _take_current(self) -> None:
        offer = self.table.current()
        if offer is not None:
            self.taken.emit(offer)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP * 2, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self.table, 1)


def _columns() -> list[Column[Offer]]:
    return [
        Column(
            "kind",
            InContext("offer", "From"),
            lambda offer: offers.KIND_NAMES[offer.kind],
            width=128,
            sign=lambda offer: _SIGNS[offer.kind][0],
            ink=lambda offer: _SIGNS[offer.kind][1],
        ),
        Column("text", Message("Matter"), lambda offer: offer.text, width=104, stretches=True),
        Column("origin", Message("Details"), lambda offer: offer.origin, width=150),
    ]
