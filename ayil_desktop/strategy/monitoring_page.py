"""What was found at the three levels of monitoring, and which risks are known?"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import Done, reading
from ayil_desktop.strategy import monitoring_actions, plan_paper, records, rules
from ayil_desktop.strategy.records import Level, MonitoringRecord, Risk
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import doing, room, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice, Column, Editor
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, ClauseLink, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, TextField

LEVEL_NAMES = {
    Level.COMMISSION: Message("Working commission"),
    Level.CUSTOMER: Message("Customer (ayil okmotu)"),
    Level.BENEFICIARIES: Message("Beneficiaries"),
}
LEVEL_CLAUSES = {Level.COMMISSION: "ST-7.1", Level.CUSTOMER: "ST-7.2a", Level.BENEFICIARIES: "ST-7.3a"}


class MonitoringPage(QWidget):
    """How often each level looked, all records, and below them the risks.

    `window_asked` gives a window to open, `sheet_asked` wants the sheet of the first level (ST-7.1).
    """

    window_asked = Signal(object)
    sheet_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self.levels = {level: Chip() for level in Level}
        self.clauses = {level: ClauseLink(clause) for level, clause in LEVEL_CLAUSES.items()}
        self.unfounded = Chip()
        self.add = Button(Message("Monitoring…"), sign="plus")
        self.sheet = Button(Message("Progress report"), sign="printer")
        self.add_risk = Button(Message("Risk…"), sign="plus")
        self.table: RecordTable[MonitoringRecord] = RecordTable(
            self._columns(), key="strategy/monitoring", name=Message("Monitoring"), lines=2
        )
        self.risks: RecordTable[Risk] = RecordTable(
            self._risk_columns(), key="strategy/risks", name=Message("Risks"), filters=False, lines=2
        )
        self._lay_out()
        self._join()

    def show_strategy(self, shown: Shown) -> None:
        """What is recorded for this strategy."""
        self._shown = shown
        with reading(self.desk.store) as session:
            found = records.monitoring_records(session, shown.strategy.id)
            risks = records.risks(session, shown.strategy.id)
        self._say_levels(found)
        self.table.set_empty(NO_MONITORING, (Message("Monitoring…"), self._add))
        self.table.set_rows(found)
        self.risks.set_empty(NO_RISKS, (Message("Risk…"), self._add_risk))
        self.risks.set_rows(risks)

    def _say_levels(self, found: Sequence[MonitoringRecord]) -> None:
        for number, (level, chip) in enumerate(self.levels.items(), 1):
            days = [one.on for one in found if one.level is level]
            said = Message("last on {day}", day=max(days)) if days else Message("not yet")
            words = Message("{number}. {level}: {said}", number=number, level=LEVEL_NAMES[level], said=said)
            chip.show_state("done" if days else "plain", words)
        count = len(rules.without_basis(found))
        self.unfounded.setVisible(count > 0)
        self.of_basis.setVisible(count > 0)
        words = Counted("{count} record without the act it rests on", "{count} records without the act", count)
        self.unfounded.show_state("late", words, "triangle-alert")

    # What the user does

    def _add(self) -> None:
        shown = self._shown
        if shown is None:
            return
        form = Form()
        form.add(ChoiceField("level", Message("Level"), _level_choices()))
        form.add_row(
            DateField("on", Message("Date")), ChoiceField("service_id", Message("Service"), self._service_choices())
        )
        form.add(LongTextField("text", Message("What was found"), lines=5))
        form.add(TextField("basis", Message("Act it rests on"), hint=BASIS))
        form.set_values({"level": Level.COMMISSION, "on": self.desk.today(), "service_id": None})
        run = partial(monitoring_actions.record_monitoring, self.desk.store, strategy_id=shown.strategy.id)
        self._ask(Message("Record a monitoring"), form, run, self.table)

    def _add_risk(self) -> None:
        shown = self._shown
        if shown is None:
            return
        form = Form()
        form.add(DateField("on", Message("Date")))
        form.add(LongTextField("text", Message("Risk"), lines=4))
        form.add(LongTextField("measure", Message("Measure"), lines=3))
        form.set_values({"on": self.desk.today()})
        run = partial(monitoring_actions.record_risk, self.desk.store, strategy_id=shown.strategy.id)
        self._ask(Message("Record a risk"), form, run, self.risks)

    def _ask(self, title: Message, form: Form, action: Callable[..., Done], table: RecordTable[Any]) -> None:
        def run(values: Mapping[str, Any]) -> Done | None:
            return self.desk.run(lambda: action(**values))

        window = EntryWindow(self, title, form, Message("Record"), run)
        window.done_with.connect(lambda done: table.go_to(done.made))
        self.window_asked.emit(window)

    def _change(self, name: str, record: MonitoringRecord, value: Any) -> None:
        self.desk.run(
            lambda: monitoring_actions.change_monitoring(self.desk.store, record_id=record.id, **{name: value})
        )

    def _change_risk(self, name: str, risk: Risk, value: Any) -> None:
        self.desk.run(lambda: monitoring_actions.change_risk(self.desk.store, risk_id=risk.id, **{name: value}))

    def _remove(self, found: Sequence[MonitoringRecord]) -> None:
        ids = [one.id for one in found]
        doing.by_button(self.desk, partial(monitoring_actions.remove_monitoring, self.desk.store, record_ids=ids))

    def _remove_risks(self, found: Sequence[Risk]) -> None:
        ids = [one.id for one in found]
        doing.by_button(self.desk, partial(monitoring_actions.remove_risk, self.desk.store, risk_ids=ids))

    def _service_choices(self) -> list[Choice]:
        priorities = self._shown.strategy.priorities if self._shown else ()
        services = [Choice(one.service_id, plan_paper.name(one, catalogue.current())) for one in priorities]
        return [Choice(None, Message("the whole strategy")), *services]

    # How it is put together

    def _columns(self) -> Sequence[Column[MonitoringRecord]]:
        change = self._change
        return [
            Column(
                "on",
                Message("Date"),
                lambda one: one.on,
                width=110,
                editor=Editor.DATE,
                set_value=partial(change, "on"),
            ),
            Column(
                "level",
                Message("Level"),
                lambda one: one.level,
                width=200,
                editor=Editor.CHOICE,
                choices=_level_choices(),
                set_value=partial(change, "level"),
            ),
            Column(
                "service_id",
                Message("Service"),
                lambda one: one.service_id,
                width=220,
                editor=Editor.CHOICE,
                choices=lambda _one: self._service_choices(),
                set_value=partial(change, "service_id"),
            ),
            Column(
                "text",
                Message("What was found"),
                lambda one: one.text,
                width=300,
                stretches=True,
                set_value=partial(change, "text"),
            ),
            Column(
                "basis",
                Message("Act it rests on"),
                lambda one: one.basis,
                width=180,
                set_value=partial(change, "basis"),
                sign=lambda one: "triangle-alert" if rules.without_basis([one]) else "",
            ),
        ]

    def _risk_columns(self) -> Sequence[Column[Risk]]:
        change = self._change_risk
        return [
            Column(
                "on",
                Message("Date"),
                lambda one: one.on,
                width=110,
                editor=Editor.DATE,
                set_value=partial(change, "on"),
            ),
            Column(
                "text",
                Message("Risk"),
                lambda one: one.text,
                width=300,
                stretches=True,
                set_value=partial(change, "text"),
            ),
            Column(
                "measure", Message("Measure"), lambda one: one.measure, width=420, set_value=partial(change, "measure")
            ),
        ]

    def _join(self) -> None:
        self.add.clicked.connect(self._add)
        self.add_risk.clicked.connect(self._add_risk)
        self.sheet.clicked.connect(self.sheet_asked)
        self.table.delete_asked.connect(self._remove)
        self.risks.delete_asked.connect(self._remove_risks)
        for link in (*self.clauses.values(), self.of_risks, self.of_basis):
            link.asked.connect(self.desk.show_clause)

    def _lay_out(self) -> None:
        head, named_levels = QHBoxLayout(), QWidget()
        levels = FlowLayout(named_levels)
        head.setSpacing(style.STEP)
        self.of_basis, self.of_risks = ClauseLink("ST-8.M2"), ClauseLink("ST-8.M3")
        for part in (self.add, self.sheet, self.unfounded, self.of_basis):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self.table.filter_line)
        for level, chip in self.levels.items():
            levels.addWidget(_together(chip, self.clauses[level]))
        named_levels.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        below = QWidget()
        risks = QVBoxLayout(below)
        risks.setContentsMargins(0, 0, 0, 0)
        risks.setSpacing(style.STEP)
        named = QHBoxLayout()
        named.addWidget(Label(Message("Risks"), say="heading"))
        named.addWidget(self.of_risks)
        named.addStretch()
        named.addWidget(self.add_risk)
        risks.addLayout(named)
        risks.addWidget(self.risks, 1)
        parts = room.parted(self.table, below)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(named_levels)
        stack.addWidget(parts, 1)
        parts.setSizes([_ABOVE, _BELOW])
        self.setFocusProxy(self.table)


_ABOVE, _BELOW = 300, 220


def _together(chip: Chip, clause: ClauseLink) -> QWidget:
    """A state and its clause, never parted by the end of a line."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, style.STEP, 0)
    row.setSpacing(style.STEP // 2)
    row.addWidget(chip)
    row.addWidget(clause)
    return both


def _level_choices() -> list[Choice]:
    """Exactly three (ST-7.0)."""
    return [Choice(level, name) for level, name in LEVEL_NAMES.items()]


BASIS = Message("Number and date of the local act that approved the joint monitoring")
NO_MONITORING = Message(
    "No monitoring has been recorded yet. The strategy asks for it at three levels: by the commission, by the "
    "customer, and by the beneficiaries."
)
NO_RISKS = Message("No risk has been recorded yet. Write what may hinder the strategy, and what is done against it.")
