"""Which risks are known, and what is done against each? (ST-8.M3)"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import monitoring_actions, recording, selections
from ayil_desktop.strategy.follow_up_records import Risk
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import beginning, style
from ayil_desktop.widgets.columns import Column, of_field
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, ClauseLink, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField


class RiskList(QWidget):
    """All of them by date. `window_asked` gives a window to open."""

    window_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self.add = Button(Message("Risk…"), sign="plus")
        self.clause = ClauseLink("ST-8.M3")
        self.table: RecordTable[Risk] = RecordTable(
            self._columns(), key="strategy/risks", name=Message("Risks"), filters=False, lines=2
        )
        self.add.clicked.connect(self._add)
        recording.take_out(self.table, desk, monitoring_actions.remove_risk, "risk_ids")
        self.clause.asked.connect(desk.show_clause)
        self._lay_out()

    def show_strategy(self, shown: Shown) -> None:
        """What is recorded for this strategy."""
        self._shown = shown
        with reading(self.desk.store) as session:
            found = selections.risks(session, shown.strategy.id)
        self.table.set_empty(NO_RISKS, (Message("Risk…"), self._add))
        self.table.set_rows(found)

    def _add(self) -> None:
        shown = self._shown
        if shown is None:
            return
        form = Form()
        form.add(DateField("on", Message("Date")))
        form.add(LongTextField("text", Message("Risk"), lines=4))
        form.add(LongTextField("measure", Message("Measure"), lines=3))
        form.set_values({"on": self.desk.today()})
        known: dict[str, Any] = {"strategy_id": shown.strategy.id, "today": self.desk.today()}
        run = partial(monitoring_actions.record_risk, self.desk.store, **known)
        self.window_asked.emit(recording.window(self, self.desk, Message("Record a risk"), form, run, self.table))

    def _change(self, name: str, risk: Risk, value: Any) -> None:
        changed = {"today": self.desk.today(), name: value}
        self.desk.run(lambda: monitoring_actions.change_risk(self.desk.store, risk_id=risk.id, **changed))

    def _columns(self) -> Sequence[Column[Risk]]:
        return [
            recording.day(self._change),
            of_field("text", Message("Risk"), self._change, width=300, stretches=True),
            of_field("measure", Message("Measure"), self._change, width=420),
        ]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(Message("Risks"), say="heading"))
        head.addWidget(self.clause)
        head.addStretch()
        head.addWidget(self.add)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self.table, 1)
        beginning.begin_at(self, self.table)


NO_RISKS = Message("No risk has been recorded yet. Write what may hinder the strategy, and what is done against it.")
