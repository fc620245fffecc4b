"""When was a regular activity done, and when once more?"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language import wording
from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings.party_field import Named
from ayil_desktop.refused import Refused
from ayil_desktop.strategy.records import Activity
from ayil_desktop.widgets import style
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField


class OccurrencesRow(QWidget):
    """The days beside each other, each with a cross, and a day to tick. `ticked` gives a day and whether it counts."""

    ticked = Signal(object, bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.count = Label(say="muted")
        self.days: list[Named] = []
        self.form = Form()
        self.tick = Button(Message("Tick off"), sign="check")
        self.tick.clicked.connect(self._tick)
        self.form.enter_presses(self.tick)
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()

    def show_activity(self, activity: Activity) -> None:
        """Every time that it was done."""
        for button in self.days:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.days = []
        for one in activity.occurrences:
            button = Named(wording.short_date(one.on))
            button.removed.connect(partial(self.ticked.emit, one.on, False))
            self._flow.addWidget(button)
            self.days.append(button)
        count = len(self.days)
        self.count.set_words(Counted("Done {count} time", "Done {count} times", count))
        self._row.setVisible(bool(self.days))
        self.form.set_values({"on": self.desk.today()})

    def _tick(self) -> None:
        self.form.clear_refusals()
        try:
            day = self.form.values()["on"]
        except Refused:
            return  # the field says why
        if day is not None:
            self.ticked.emit(day, True)

    def _lay_out(self) -> None:
        self.form.add(DateField("on", Message("Done on")))
        line = QHBoxLayout()
        line.setSpacing(style.STEP)
        line.addWidget(self.form)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addWidget(self.count)
        stack.addWidget(self._row)
        stack.addLayout(line)
