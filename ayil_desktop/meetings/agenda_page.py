"""How is an agenda drawn up: matters added, ordered, filled in, taken up from before, approved by the chairman?"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, agenda_actions, opened, rules
from ayil_desktop.meetings.add_line import AddLine
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.agenda_table import AgendaTable
from ayil_desktop.meetings.choices import ItemKind
from ayil_desktop.meetings.item_card import ItemCard
from ayil_desktop.meetings.offers import Offer, OfferKind
from ayil_desktop.meetings.offers_list import OffersList
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import doing, room, stepwise, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.stepwise import Steps
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField


class AgendaPage(QWidget):
    """The line for a new matter, the table, and below it the chosen matter beside what offers itself.

    `approval`, the day on which the chairman approved the agenda, is put in its place by the panel around.
    """

    clause_asked = Signal(str)

    def __init__(self, desk: Desk, *, in_steps: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self._offered_for: object = None
        self.approval = room.narrow(DateField("agenda_approved_on", Message("Approved by the chairman on")))
        self.building = self._build()
        if not in_steps:
            stepwise.at_once(self.building)

    def show_opened(self, found: Opened, others: Sequence[Meeting]) -> None:
        """The agenda of a meeting, and what could come onto it; `others` are the meetings of its body."""
        self._opened = found
        meeting = found.meeting
        self.add_line.form.turn_to(meeting.id)
        may_add = meeting.state in rules.BEFORE_THE_END
        self.add_line.setVisible(may_add)
        self.approval.set_values({"agenda_approved_on": meeting.agenda_approved_on})
        self.approval.setEnabled(not found.is_sealed)
        self.agenda.show_opened(found)
        if self.agenda.table.current() is None and meeting.items:
            self.agenda.go_to(meeting.items[0].id)
        self._show_item(self.agenda.table.current())
        self._show_offers(found, others)

    def go_to(self, item_id: str) -> None:
        self.agenda.go_to(item_id)

    def hideEvent(self, event: QHideEvent) -> None:
        """Elsewhere proposals and follow-up may change: what offers itself is read again when the agenda is back."""
        self._offered_for = None

    def _show_offers(self, found: Opened, others: Sequence[Meeting]) -> None:
        """Read again when the matters of the agenda are others; a word that is corrected changes nothing of it."""
        meeting = found.meeting
        key = (meeting.id, meeting.date, found.is_planned, tuple(item.id for item in meeting.items))
        if key != self._offered_for:
            self._offered_for = key
            self.offers.show_offers(opened.offered(self.desk.store, found, others) if found.is_planned else ())

    def _show_item(self, item: AgendaItem | None) -> None:
        self.card.show_item(item, self._opened)

    def _add(self, **values: Any) -> Done:
        meeting_id = self._opened.meeting.id if self._opened else ""
        return agenda_actions.add_item(
            self.desk.store,
            meeting_id=meeting_id,
            text_ky=values["text_ky"],
            kind=values["kind"] or ItemKind.DECISION,
            speaker=values["speaker"],
        )

    def _approve(self, name: str, value: Any) -> None:
        if self._opened is not None:
            meeting_id = self._opened.meeting.id
            doing.by_form(
                self.desk,
                self.approval,
                lambda: actions.approve_agenda(self.desk.store, meeting_id=meeting_id, on=value),
            )

    def _take_up(self, offer: Offer) -> None:
        if self._opened is None:
            return
        store, meeting_id = self.desk.store, self._opened.meeting.id
        decided = partial(agenda_actions.take_up_decision, store, decision_id=offer.id)
        take: dict[OfferKind, Callable[..., Done]] = {
            OfferKind.POSTPONED: partial(agenda_actions.take_up_postponed, store, item_id=offer.id),
            OfferKind.OVERDUE: decided,
            OfferKind.DUE: decided,
            OfferKind.PROPOSAL: partial(agenda_actions.take_up_proposal, store, proposal_id=offer.id),
        }
        done = doing.by_button(self.desk, partial(take[offer.kind], meeting_id=meeting_id))
        if done and done.made:
            self.agenda.go_to(done.made)

    def _make_add_line(self) -> AddLine:
        kinds = [Choice(kind, name) for kind, name in rules.ITEM_KIND_NAMES.items()]
        kind = ChoiceField("kind", Message("Kind"), kinds)
        kind.set_value(ItemKind.DECISION)
        fields = [TextField("text_ky", Message("New matter")), kind, TextField("speaker", Message("Speaker"))]
        line = AddLine(self.desk, fields, Message("Add"), self._add, widths=(style.STEP * 19, style.STEP * 19))
        line.added.connect(self.go_to)
        return line

    def _build(self) -> Steps:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, style.STEP, 0, 0)
        stack.setSpacing(style.STEP)
        self.add_line = self._make_add_line()
        stack.addWidget(self.add_line)
        yield
        self.agenda = AgendaTable(self.desk)
        below = QSplitter(Qt.Orientation.Horizontal)
        yield
        self.card = ItemCard(self.desk)
        below.addWidget(room.scrolled(self.card))
        yield
        self.offers = OffersList()
        below.addWidget(self.offers)
        below.setSizes([500, 400])
        below.setChildrenCollapsible(False)
        yield
        # Not before both are whole: the room is shared by what they ask for then.
        stack.addWidget(room.parted(self.agenda, below), 1)
        self._join()
        yield

    def _join(self) -> None:
        self.approval.committed.connect(self._approve)
        self.agenda.chosen.connect(self._show_item)
        self.offers.taken.connect(self._take_up)
        for part in (self.add_line, self.approval, self.agenda, self.card):
            part.clause_asked.connect(self.clause_asked)
