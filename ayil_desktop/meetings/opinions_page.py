"""Which opinions belong to the minutes, and how is a dissenting one received?"""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import annexes, day, decisions, last_days, minutes_actions, rules
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.decision_records import DissentingOpinion
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import doing, labels, room, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, ClauseLink, Label, Words
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField

_CLAUSE = "CN-7.5a"


class OpinionsPage(QWidget):
    """The form for a dissenting opinion with its last day at the left, all opinions at the right (CN-7.5a)."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self.until = Label()
        self.clause = ClauseLink(_CLAUSE, self)
        self.person = ChoiceField("person_id", Message("Member"), [])
        self.on = DateField("received_on", Message("Received on"))
        self.decision = ChoiceField("decision_id", Message("Against the decision"), [])
        self.text = LongTextField("text", Message("Opinion"), lines=2)
        self.form = Form()
        self.form.add_row(self.person, self.on)
        self.form.add(self.decision)
        self.form.add(self.text)
        self.add = Button(Message("Add the opinion"), sign="plus", main=True)
        self.cards: list[OpinionCard] = []
        self.empty = Label(Message("No opinions were received."), say="muted", wraps=True)
        self._list = QVBoxLayout()
        self._lay_out()
        self.add.clicked.connect(self._receive)
        for part in (self.form.clause_asked, self.clause.asked):
            part.connect(self.clause_asked)

    def show_opened(self, opened: Opened) -> None:
        """The opinions on a meeting."""
        is_other = self._opened is None or self._opened.meeting.id != opened.meeting.id
        self._opened = opened
        meeting = opened.meeting
        until = last_days.dissent_until(opened.day.charter, opened.day.calendar, meeting.date)
        self.until.set_words(_term(until, self.desk.today()))
        self.until.say("due" if last_days.is_late_opinion(until, self.desk.today()) else "")
        self.clause.show_clause(opened.day.charter.clause("dissent_working_days") if until else "")
        self.person.set_choices([Choice(seat.person_id, seat.name) for seat in opened.day.seats])
        self.decision.set_choices([Choice(None, Message("Not named")), *_decisions(opened)])
        may_add = meeting.state in rules.HELD_STATES
        for part in (self.form, self.add):
            part.setVisible(may_add)
        if is_other:
            self.form.turn_to(meeting.id)
            self._offer()
        self._show_cards(opened)

    def _show_cards(self, opened: Opened) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [*self._dissents(opened), *_written(opened)]
        for place, card in enumerate(self.cards):
            self._list.insertWidget(place, card)
        self.empty.setVisible(not self.cards)

    def _dissents(self, opened: Opened) -> list["OpinionCard"]:
        until = last_days.dissent_until(opened.day.charter, opened.day.calendar, opened.meeting.date)
        cards = []
        for one in opened.meeting.opinions:
            card = OpinionCard(
                one.person.name, Message("Dissenting opinion, received {on}", on=one.received_on), one.text
            )
            card.show_late(last_days.is_late_opinion(until, one.received_on))
            is_after = annexes.is_after_sealing(opened.meeting, one)
            card.show_after_sealing(is_after)
            if is_after or not opened.is_sealed:
                card.offer_removal(partial(self._remove, one))
            cards.append(card)
        return cards

    def _begin(self) -> None:
        self.form.revert()
        self._offer()
        self.form.revert()

    def _offer(self) -> None:
        values = {"person_id": None, "received_on": self.desk.today(), "decision_id": None, "text": ""}
        self.form.set_values(values)

    def _receive(self) -> None:
        if self._opened is None:
            return
        self.form.clear_refusals()
        meeting_id = self._opened.meeting.id
        try:
            values = self.form.values()
            if values["person_id"] is None:
                raise Refused(Message("Choose the member."), field="person_id", clause=_CLAUSE)
            if values["received_on"] is None:
                raise Refused(Message("Enter the date."), field="received_on", clause=_CLAUSE)
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        done = doing.by_form(
            self.desk,
            self.form,
            lambda: minutes_actions.receive_dissent(self.desk.store, meeting_id=meeting_id, **values),
        )
        if done:
            self._begin()

    def _remove(self, opinion: DissentingOpinion) -> None:
        doing.by_button(self.desk, lambda: minutes_actions.remove_dissent(self.desk.store, opinion_id=opinion.id))

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(style.STEP)
        told.addWidget(self.until)
        told.addWidget(self.clause)
        told.addStretch()
        body, form = QWidget(), QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.STEP)
        column.addWidget(self.form)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        cards = QWidget()
        self._list = QVBoxLayout(cards)
        self._list.setContentsMargins(0, 0, style.STEP, 0)
        self._list.setSpacing(style.STEP)
        self._list.addWidget(self.empty)
        self._list.addStretch()
        room.beside(body, form, room.scrolled(cards))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, style.STEP, 0, 0)
        stack.setSpacing(0)
        stack.addLayout(told)
        stack.addWidget(body, 1)


class OpinionCard(QFrame):
    """One opinion: whose, when it came, what it says."""

    def __init__(self, name: str, about: Words, text: str) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.late = Chip("late", Message("late"))
        self.after = Chip("due", Message("after the sealing"))
        self.remove = QToolButton()
        labels.set_icon(self.remove, "trash-2", "muted")
        self.remove.setFixedSize(style.ROW, style.ROW)
        self.about, self.text = Label(about, say="muted", wraps=True), Label(text, wraps=True)
        self._name = name
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(Label(name))
        head.addWidget(self.late)
        head.addWidget(self.after)
        head.addStretch()
        head.addWidget(self.remove)
        stack = QVBoxLayout(self)
        stack.setSpacing(style.STEP // 2)
        stack.addLayout(head)
        stack.addWidget(self.about)
        stack.addWidget(self.text)
        for part in (self.late, self.after, self.remove):
            part.hide()
        self.translate()

    def show_late(self, is_late: bool) -> None:
        """It came after its last day and is attached all the same (R-9)."""
        self.late.setVisible(is_late)

    def show_after_sealing(self, is_after: bool) -> None:
        """It came when the minutes were final; it stands beside them."""
        self.after.setVisible(is_after)

    def offer_removal(self, remove: object) -> None:
        """It was entered by mistake."""
        self.remove.show()
        self.remove.clicked.connect(lambda: remove() if callable(remove) else None)

    def translate(self) -> None:
        words = Message("Remove the opinion of {name}", name=self._name)
        self.remove.setAccessibleName(str(words))
        self.remove.setToolTip(labels.tooltip(words))


def _term(until: date | None, today: date) -> Message:
    if until is None:
        return Message("The charter sets no term for a dissenting opinion.")
    if last_days.is_late_opinion(until, today):
        return Message("The last day for a dissenting opinion was {day}; one that comes now is marked late.", day=until)
    return Message("The last day for a dissenting opinion is {day}.", day=until)


def _decisions(opened: Opened) -> list[Choice]:
    return [
        Choice(decision.id, f"{number}. {decision.text_ky}")
        for item in opened.meeting.items
        for number, decision in decisions.numbered(item)
    ]


def _written(opened: Opened) -> list[OpinionCard]:
    came = [one for _, one in day.written_by_present(opened.day, opened.meeting)]
    return [
        OpinionCard(one.person.name, _title(item, came=one in came), one.text)
        for item in opened.meeting.items
        for one in item.written_opinions
    ]


def _title(item: AgendaItem, *, came: bool) -> Message:
    if came:
        return Message("Written opinion on matter {number}; came after all: not printed", number=item.place)
    return Message("Written opinion on matter {number}", number=item.place)
