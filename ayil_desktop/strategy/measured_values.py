"""What was measured of one indicator, day by day, and what is recorded next?"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.strategy import indicator_actions, recording, russian
from ayil_desktop.strategy.follow_up_records import IndicatorValue
from ayil_desktop.strategy.records import Indicator
from ayil_desktop.strategy.series_chart import SeriesChart
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.columns import Column, Editor, of_field
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, NumberField, TextField


class MeasuredValues(QWidget):
    """The series of an indicator as a table and as a line, with a form for one more value."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._indicator: Indicator | None = None
        self.name = Label(say="heading", wraps=True)
        self.table: RecordTable[IndicatorValue] = RecordTable(
            self._columns(),
            key="strategy/values",
            name=Message("Measured values"),
            filters=False,
            empty=Message("Nothing has been measured yet."),
        )
        self.form = Form()
        self.record = Button(Message("Record the value"), sign="check")
        self.form.enter_presses(self.record)
        self.chart = SeriesChart()
        recording.take_out(self.table, desk, indicator_actions.remove_value, "value_ids")
        self.record.clicked.connect(self._record)
        self._lay_out()

    def show_indicator(self, indicator: Indicator | None, target: float | None = None) -> None:
        """Its values, and the target that they are judged by; what is half typed for another one is let go."""
        if self._indicator is None or indicator is None or self._indicator.id != indicator.id:
            self.form.set_values({"on": self.desk.today(), "value": None, "note": ""})
            self.form.revert()
        self._indicator = indicator
        self.setVisible(indicator is not None)
        if indicator is not None:
            self.name.set_words(russian.said(indicator.text_ky, indicator.text_ru, catalogue.current()))
            self.table.set_rows(indicator.values)
        self.chart.show_indicator(indicator, target)

    def _record(self) -> None:
        """Keep the typed value; the fields are free for the next one."""
        indicator = self._indicator
        if indicator is None:
            return
        self.form.clear_refusals()
        try:
            values = self.form.values()
            if values["on"] is None:
                raise Refused(Message("Enter the date."), field="on")
            if values["value"] is None:
                raise Refused(Message("Enter what was measured."), field="value")
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        same_day = next((one for one in indicator.values if one.on == values["on"]), None)
        if same_day is not None:
            self.table.go_to(same_day.id, "value")
        if doing.by_form(
            self.desk,
            self.form,
            lambda: indicator_actions.measure(
                self.desk.store, indicator_id=indicator.id, today=self.desk.today(), **values
            ),
        ):
            self.form.set_values({"on": self.desk.today(), "value": None, "note": ""})
            self.form.revert()

    def _correct(self, name: str, value: IndicatorValue, typed: Any) -> None:
        changed = {"today": self.desk.today(), name: typed}
        self.desk.run(lambda: indicator_actions.change_value(self.desk.store, value_id=value.id, **changed))

    def _columns(self) -> Sequence[Column[IndicatorValue]]:
        return [
            recording.day(self._correct),
            of_field("value", Message("Value"), self._correct, width=90, editor=Editor.NUMBER, align="right"),
            of_field("note", Message("Note"), self._correct, width=140, stretches=True),
        ]

    def _lay_out(self) -> None:
        self.form.add_row(
            DateField("on", Message("Date")),
            NumberField("value", Message("Value")),
            TextField("note", Message("Note")),
        )
        left = QVBoxLayout()
        left.setSpacing(style.STEP)
        left.addWidget(self.table, 1)
        left.addWidget(self.form)
        keep = QHBoxLayout()
        keep.addWidget(self.record)
        keep.addStretch()
        left.addLayout(keep)
        both = QHBoxLayout()
        both.setSpacing(style.STEP * 2)
        both.addLayout(left, 1)
        both.addWidget(self.chart, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.STEP)
        whole.addWidget(self.name)
        whole.addLayout(both, 1)
