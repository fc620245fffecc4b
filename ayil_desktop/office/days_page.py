"""Which days does the office work? The year's holidays at the left, its own free and working days at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.office import actions
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.records import DayOverride
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.choice_fields import CheckField
from ayil_desktop.widgets.columns import Column, Editor
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField
from ayil_desktop.workdays.calendar import Override, Reason, WorkCalendar


@dataclass(frozen=True)
class Holiday:
    """A day off of the year; `id` is the day."""

    id: date
    name: str
    is_estimated: bool


class DaysPage(QWidget):
    """`clause_asked` is here because every page of the settings has it."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._year = desk.today().year
        self._overrides: Sequence[DayOverride] = ()
        self.warning = labels.Label(say="due", wraps=True)
        self._warning_sign = labels.Sign("triangle-alert", "due")
        self.year = labels.Label(say="heading")
        self.before, self.after = _arrow("chevron-left"), _arrow("chevron-right")
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.holidays: RecordTable[Holiday] = RecordTable(
            HOLIDAYS, key="office/holidays", name=Message("Holidays of the year"), filters=False, whole_rows=True
        )
        self.own: RecordTable[DayOverride] = RecordTable(
            self._columns(),
            key="office/days",
            name=Message("Days of this office"),
            filters=False,
            empty=Message(
                "No day of the office's own. Enter here what the government or the head made free or working."
            ),
            first_step=(Message("Enter a day"), self.add_day),
        )
        self.own.delete_asked.connect(self._remove)
        self.add = labels.Button(Message("Day…"), sign="plus")
        self.remove = labels.Button(Message("Remove"), sign="trash-2")
        for button, run in ((self.add, self.add_day), (self.remove, self._remove_marked)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, run=run: run())
        self._lay_out()
        self.translate()

    def show_days(self, overrides: Sequence[DayOverride]) -> None:
        """The office's own days, and the year that follows from them."""
        self._overrides = overrides
        self._show()

    def add_day(self) -> None:
        """Ask for a day that differs from the calendar."""
        form = Form()
        form.add(DateField("day", Message("Day")))
        form.add(TextField("name", Message("Name of the day"), hint=NAME_HINT))
        form.add(CheckField("is_working", Message("It is a working day")))
        EntryWindow(self, Message("A day of this office"), form, Message("Enter the day"), self._enter).open()

    def translate(self) -> None:
        self.before.setAccessibleName(str(Message("The year before")))
        self.after.setAccessibleName(str(Message("The next year")))
        self._show()

    def _show(self) -> None:
        calendar = WorkCalendar({row.day: Override(row.day, row.is_working, row.name) for row in self._overrides})
        warning = calendar.warning_for(self._desk.today())
        self.warning.set_words(warning or "")
        for part in (self.warning, self._warning_sign):
            part.setVisible(warning is not None)
        self.year.set_words(str(self._year))
        self.holidays.set_rows(holidays(calendar, self._year))
        self.own.set_rows(self._overrides)

    def _turn(self, years: int) -> None:
        self._year += years
        self._show()

    def _enter(self, values: Mapping[str, Any]) -> Done | None:
        if values["day"] is None:
            raise Refused(Message("Enter the date."), field="day")
        today = self._desk.today()
        return self._desk.run(lambda: actions.set_day(self._desk.store, today=today, **values))

    def _columns(self) -> Sequence[Column[DayOverride]]:
        return (
            Column(
                "day",
                Message("Day"),
                lambda row: row.day,
                width=100,
                editor=Editor.DATE,
                set_value=lambda row, value: self._change(row, "day", value),
            ),
            Column(
                "name",
                Message("Name of the day"),
                lambda row: row.name,
                width=112,
                set_value=lambda row, value: self._change(row, "name", value),
                stretches=True,
            ),
            Column(
                "is_working",
                Message("Working day"),
                lambda row: row.is_working,
                width=80,
                editor=Editor.CHECK,
                set_value=lambda row, value: self._change(row, "is_working", bool(value)),
            ),
        )

    def _change(self, row: DayOverride, name: str, value: Any) -> None:
        if name == "day" and value is None:
            raise Refused(Message("Enter the date."), field="day")
        values, today = {name: value}, self._desk.today()
        self._desk.run(lambda: actions.change_day(self._desk.store, override_id=row.id, values=values, today=today))

    def _remove_marked(self) -> None:
        self._remove(self.own.marked())

    def _remove(self, rows: Sequence[DayOverride]) -> None:
        days = [row.id for row in rows]
        if days:
            self._desk.run(lambda: actions.remove_days(self._desk.store, override_ids=days))

    def _lay_out(self) -> None:
        years = QHBoxLayout()
        years.setSpacing(style.STEP // 2)
        years.addWidget(labels.Label(Message("Holidays"), say="heading"), 1)
        for part in (self.before, self.year, self.after):
            years.addWidget(part)
        left = QVBoxLayout()
        left.setSpacing(style.STEP)
        left.addLayout(years)
        left.addWidget(self.holidays, 1)
        tools = QHBoxLayout()
        tools.setSpacing(style.STEP)
        tools.addWidget(labels.Label(Message("Days of this office"), say="heading"), 1)
        tools.addWidget(self.add)
        tools.addWidget(self.remove)
        right = QVBoxLayout()
        right.setSpacing(style.STEP)
        right.addLayout(tools)
        right.addWidget(self.own, 1)
        both = QHBoxLayout()
        both.setSpacing(style.STEP * 2)
        both.addLayout(left, 11)
        both.addLayout(right, 9)
        stack = QVBoxLayout(self)
        stack.setSpacing(style.STEP)
        told = QHBoxLayout()
        told.setSpacing(style.STEP)
        told.addWidget(self._warning_sign)
        told.addWidget(self.warning, 1)
        stack.addLayout(told)
        stack.addLayout(both, 1)


def holidays(calendar: WorkCalendar, year: int) -> list[Holiday]:
    """The days off of a year that are no plain weekends, in the language of the screen."""
    days = calendar.walk(date(year, 1, 1), date(year, 12, 31))
    return [
        Holiday(day.day, day.free.into(catalogue.current()), day.free.is_estimated)
        for day in days
        if day.free and day.free.reason is not Reason.WEEKEND
    ]


def _weekday(row: Holiday) -> str:
    return wording.weekday(row.id, catalogue.current())


def _arrow(sign: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    labels.set_icon(button, sign)
    return button


HOLIDAYS: Sequence[Column[Holiday]] = (
    Column("day", Message("Day"), lambda row: row.id, width=88, editor=Editor.DATE),
    Column("weekday", Message("Weekday"), _weekday, width=96, sort_key=lambda row: row.id.weekday()),
    Column(
        "name",
        Message("Name of the day"),
        lambda row: row.name,
        width=88,
        sign=lambda row: "triangle-alert" if row.is_estimated else "",
        ink=lambda row: "due" if row.is_estimated else "",
        stretches=True,
    ),
)
NAME_HINT = Message("For an Ait write its name: the estimated day then gives way to this one.")
