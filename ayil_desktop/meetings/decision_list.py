"""Which decisions were taken over all meetings, which of them are late, and how are they followed up?"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ayil_desktop.commission import records as commission_records
from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings import index_paper, opened, register
from ayil_desktop.meetings.decisions import Standing
from ayil_desktop.meetings.follow_up_card import FollowUpCard
from ayil_desktop.meetings.register import Choice, Entry
from ayil_desktop.office import records as office_records
from ayil_desktop.office import settings as office_settings
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import background, room, stepwise, style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.stepwise import Steps
from ayil_desktop.widgets.tab import Desk

_STANDINGS = {
    Standing.UNDATED: ("circle", "muted"),
    Standing.OPEN: ("circle-dot", "accent"),
    Standing.DUE_SOON: ("alarm-clock", "due"),
    Standing.OVERDUE: ("circle-alert", "late"),
    Standing.DONE: ("circle-check", "done"),
    Standing.CANCELLED: ("ban", "muted"),
}


class DecisionList(QWidget):
    """All decisions of a body, the newest first; below the chosen one with its follow-up."""

    clause_asked = Signal(str)
    meeting_asked = Signal(str)
    excerpt_asked = Signal(str)

    def __init__(self, desk: Desk, *, in_steps: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self._entries: Sequence[Entry] = ()
        self._body_id = ""
        self._read_for: tuple[str, date] | None = None
        self.title = Label(Message("Decisions"), say="heading")
        self.late = Chip()
        self.choice, self.who = QComboBox(), QComboBox()
        self.table: RecordTable[Entry] = RecordTable(
            _columns(),
            key="meetings/decisions",
            name=Message("Decisions"),
            tip=lambda entry: entry.text(catalogue.current()),
            whole_rows=True,
            lines=2,
        )
        self.print = Button(Message("Index of the year"), sign="printer")
        self.print.setMenu(QMenu(self.print))
        self.building = self._build()
        if not in_steps:
            stepwise.at_once(self.building)

    def show_body(self, body_id: str) -> None:
        """The decisions of a body as they stand today, read now."""
        today = self.desk.today()
        self._show(opened.register_of(self.desk.store, body_id, today), (body_id, today))

    def show_in_steps(self, body_id: str) -> Steps:
        """The same, read beside the screen, unless nothing was changed since they were read."""
        today = self.desk.today()
        if self._read_for != (body_id, today):
            read = background.beside(lambda: opened.register_of(self.desk.store, body_id, today))
            self._show((yield from read), (body_id, today))

    def forget(self) -> None:
        """Something was changed: they are to be read again."""
        self._read_for = None

    def _show(self, entries: Sequence[Entry], read_for: tuple[str, date]) -> None:
        self._entries, self._read_for = entries, read_for
        self._body_id = read_for[0]
        self._name_people()
        self._offer_years()
        self._choose()

    def show_decision(self, decision_id: str) -> None:
        """One decision, whatever was filtered."""
        self.choice.setCurrentIndex(0)
        self.who.setCurrentIndex(0)
        entry = next((one for one in self._entries if one.decision_id == decision_id), None)
        if entry is not None:
            self.table.go_to(entry.id)

    def show_meeting(self, meeting_id: str) -> None:
        """The first decision of a meeting, where it has any."""
        entry = next((one for one in self._entries if one.meeting_id == meeting_id), None)
        if entry is not None:
            self.show_decision(entry.decision_id)

    def translate(self) -> None:
        for place, choice in enumerate(Choice):
            self.choice.setItemText(place, str(register.CHOICE_NAMES[choice]))
        self.choice.setAccessibleName(str(Message("Which decisions are shown")))
        self.who.setItemText(0, str(Message("Everybody responsible")))
        self.who.setAccessibleName(str(Message("Whose decisions are shown")))
        self._offer_years()

    def _name_people(self) -> None:
        """Everybody who is responsible for something; whoever was chosen stays."""
        chosen = self.who.currentText() if self.who.currentIndex() > 0 else ""
        names = register.everybody(self._entries)
        self.who.blockSignals(True)
        while self.who.count() > 1:
            self.who.removeItem(1)
        self.who.addItems(list(names))
        self.who.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        self.who.blockSignals(False)

    def _offer_years(self) -> None:
        menu = self.print.menu()
        menu.clear()
        for year in register.years(self._entries):
            line = menu.addAction(wording.year_head(year, catalogue.current()))
            line.triggered.connect(lambda _checked=False, chosen=year: self.print_index(chosen))
        self.print.setEnabled(bool(self._entries))

    def print_index(self, year: int) -> None:
        """All decisions of a year on paper, whatever is filtered here."""
        of = _index_of(self.desk.store, self._body_id)
        today = self.desk.today()
        entries = self._entries
        title = Message("Index of decisions {year}", year=wording.year_of(year, catalogue.current()))
        self.desk.preview(
            lambda language: index_paper.paper(of, entries, year, today=today, language=language), str(title)
        )

    def _choose(self) -> None:
        choice = list(Choice)[max(self.choice.currentIndex(), 0)]
        who = self.who.currentText() if self.who.currentIndex() > 0 else ""
        self.table.set_empty(_EMPTY if not self._entries else Message("No decision of this kind."))
        # The card reads what it shows; once is enough.
        self.table.blockSignals(True)
        self.table.set_rows(register.chosen(self._entries, choice, who))
        if self.table.current() is None and self.table.shown():
            self.table.go_to(self.table.shown()[0].id)
        self.table.blockSignals(False)
        self.card.show_entry(self.table.current())
        late = register.count_overdue(self._entries)
        self.late.setVisible(late > 0)
        self.late.show_state("late", Counted("{count} overdue", "{count} overdue", late))

    def _join(self) -> None:
        self.choice.addItems([""] * len(Choice))
        self.who.addItem("")
        for box in (self.choice, self.who):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
        self.choice.currentIndexChanged.connect(self._choose)
        self.who.currentIndexChanged.connect(self._choose)
        self.table.current_changed.connect(self.card.show_entry)
        self.table.activated.connect(lambda entry: self.meeting_asked.emit(entry.meeting_id))
        self.card.meeting_asked.connect(self.meeting_asked)
        self.card.excerpt_asked.connect(self.excerpt_asked)
        self.card.clause_asked.connect(self.clause_asked)

    def _build(self) -> Steps:
        yield
        self.card = FollowUpCard(self.desk)
        yield
        self._lay_out()
        self._join()
        self.translate()
        yield

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        for part in (self.title, self.late):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self.table.filter_line)
        head.addWidget(self.choice)
        head.addWidget(self.who)
        head.addWidget(self.print)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP * 2, style.STEP, style.STEP * 2, style.STEP * 2)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(room.parted(self.table, self.card), 1)


_EMPTY = Message("No decision has been taken yet. Decisions are written in the session of a meeting.")


def _columns() -> list[Column[Entry]]:
    return [
        Column("number", Message("Number"), lambda entry: entry.number, width=70),
        Column("date", Message("Meeting"), lambda entry: entry.met_on, width=88, sort_key=lambda entry: entry.met_on),
        Column("text", Message("Decision"), lambda entry: entry.text(catalogue.current()), width=210, stretches=True),
        Column("responsible", Message("Responsible"), lambda entry: ", ".join(entry.responsible), width=150),
        Column("due", Message("Due"), lambda entry: entry.due, width=88, sort_key=lambda entry: entry.due),
        Column(
            "standing",
            Message("State"),
            lambda entry: entry.standing_words,
            width=156,
            sign=lambda entry: _STANDINGS[entry.standing][0] if entry.standing else "minus",
            ink=lambda entry: _STANDINGS[entry.standing][1] if entry.standing else "muted",
        ),
    ]


def _index_of(store: Store, body_id: str) -> index_paper.Of:
    with reading(store) as session:
        body = next(one for one in commission_records.bodies(session) if one.id == body_id)
        settings = office_settings.read(office_records.settings(session))
        seats = commission_records.memberships(session, body_id)
        return index_paper.Of(office_records.office(session), body, seats, settings)
