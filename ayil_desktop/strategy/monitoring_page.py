"""What was found at the three levels of monitoring, and which risks are known?"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import monitoring_actions, plan_paper, recording, rules, selections
from ayil_desktop.strategy.follow_up_records import Level, MonitoringRecord
from ayil_desktop.strategy.risk_list import RiskList
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import beginning, room, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice, Column, Editor, of_field
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, ClauseLink
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
        self.sheet = Button(Message("Progress report…"), sign="printer")
        self.table: RecordTable[MonitoringRecord] = RecordTable(
            self._columns(), key="strategy/monitoring", name=Message("Monitoring"), lines=2
        )
        self.risks = RiskList(desk)
        self._lay_out()
        self._join()

    def show_strategy(self, shown: Shown) -> None:
        """What is recorded for this strategy."""
        self._shown = shown
        with reading(self.desk.store) as session:
            found = selections.monitoring_records(session, shown.strategy.id)
        self._say_levels(found)
        self.table.set_empty(NO_MONITORING, (Message("Monitoring…"), self._add))
        self.table.set_rows(found)
        self.risks.show_strategy(shown)

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
        known: dict[str, Any] = {"strategy_id": shown.strategy.id, "today": self.desk.today()}
        run = partial(monitoring_actions.record_monitoring, self.desk.store, **known)
        self.window_asked.emit(recording.window(self, self.desk, Message("Record a monitoring"), form, run, self.table))

    def _change(self, name: str, record: MonitoringRecord, value: Any) -> None:
        changed = {"today": self.desk.today(), name: value}
        self.desk.run(lambda: monitoring_actions.change_monitoring(self.desk.store, record_id=record.id, **changed))

    def _service_choices(self) -> list[Choice]:
        priorities = self._shown.strategy.priorities if self._shown else ()
        services = [Choice(one.service_id, plan_paper.name(one, catalogue.current())) for one in priorities]
        return [Choice(None, Message("the whole strategy")), *services]

    # How it is put together

    def _columns(self) -> Sequence[Column[MonitoringRecord]]:
        change = self._change
        return [
            recording.day(change),
            of_field("level", Message("Level"), change, width=200, editor=Editor.CHOICE, choices=_level_choices()),
            of_field(
                "service_id",
                Message("Service"),
                change,
                width=220,
                editor=Editor.CHOICE,
                choices=lambda _one: self._service_choices(),
            ),
            of_field("text", Message("What was found"), change, width=300, stretches=True),
            of_field(
                "basis",
                Message("Act it rests on"),
                change,
                width=180,
                sign=lambda one: "triangle-alert" if rules.without_basis([one]) else "",
            ),
        ]

    def _join(self) -> None:
        self.add.clicked.connect(self._add)
        self.sheet.clicked.connect(self.sheet_asked)
        recording.take_out(self.table, self.desk, monitoring_actions.remove_monitoring, "record_ids")
        self.risks.window_asked.connect(self.window_asked)
        for link in (*self.clauses.values(), self.of_basis):
            link.asked.connect(self.desk.show_clause)

    def _lay_out(self) -> None:
        head, named_levels = QHBoxLayout(), QWidget()
        levels = FlowLayout(named_levels)
        head.setSpacing(style.STEP)
        self.of_basis = ClauseLink("ST-8.M2")
        for part in (self.add, self.sheet, self.unfounded, self.of_basis):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self.table.filter_line)
        for level, chip in self.levels.items():
            levels.addWidget(_together(chip, self.clauses[level]))
        named_levels.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        parts = room.parted(self.table, self.risks)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(named_levels)
        stack.addWidget(parts, 1)
        parts.setSizes([_ABOVE, _BELOW])
        beginning.begin_at(self, self.table)


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
