"""When is an activity due, in words and in days: either gives the other, and shows what it means while one types."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import deadline_reading, plan_actions
from ayil_desktop.strategy.deadline_reading import Reading
from ayil_desktop.strategy.records import Activity
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField

DAYS = ("starts", "ends")


class DeadlineBox(QWidget):
    """The words above, first and last day below, and under them what is being typed means."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self._activity: Activity | None = None
        self.form = Form()
        self.words = self.form.add(TextField("deadline_ky", Message("Deadline in words")))
        self.starts, self.ends = DateField("starts", Message("From")), DateField("ends", Message("To"))
        self.form.add_row(self.starts, self.ends)
        self.reading, self.judging = Label(wraps=True), Label(say="due", wraps=True)
        self.words.line.textEdited.connect(lambda _text: self._read_words())
        for field in (self.starts, self.ends):
            field.line.textEdited.connect(lambda _text: self._read_days())
            field.line.picked.connect(lambda: self._read_days())  # type: ignore[attr-defined]
        self.form.committed.connect(self._commit)
        self.form.clause_asked.connect(desk.show_clause)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addWidget(self.form)
        stack.addWidget(self.reading)
        stack.addWidget(self.judging)

    def show_activity(self, shown: Shown, activity: Activity) -> None:
        """Its deadline as it is kept; what is half typed for it stays."""
        if self._activity is None or self._activity.id != activity.id:
            self.form.revert()
        self._shown, self._activity = shown, activity
        self.form.set_values({"deadline_ky": activity.deadline_ky, "starts": activity.starts, "ends": activity.ends})
        if not self.form.is_touched:
            self._say(deadline_reading.of_kept(activity, self._year(), shown.strategy))
        judging = deadline_reading.judging(shown.strategy, activity)
        self.judging.set_words(judging)
        self.judging.setVisible(bool(judging))

    def _year(self) -> int:
        """Words without a year mean the year that stands there, else this one."""
        known = self._activity.ends if self._activity else None
        return known.year if known else self.desk.today().year

    def _read_words(self) -> None:
        if self._shown is not None:
            self._say(deadline_reading.of_words(self.words.content(), self._year(), self._shown.strategy))

    def _read_days(self) -> None:
        if self._shown is None:
            return
        try:
            starts, ends = self.starts.read(), self.ends.read()
        except Refused:
            self._say(("", ""))  # a day that is half typed
            return
        self._say(deadline_reading.of_days(starts, ends, self._shown.strategy))

    def _say(self, reading: Reading) -> None:
        words, part = reading
        self.reading.say(part)
        self.reading.set_words(words)
        self.reading.setVisible(bool(str(words)))

    def _commit(self, name: str, value: Any) -> None:
        activity = self._activity
        if activity is None:
            return
        if name in DAYS:
            done = doing.by_form(self.desk, self.form, lambda: self._keep_days(activity, name, value))
            if done is not None:
                self.form.revert()
            return
        year = self._year()
        doing.by_form(
            self.desk,
            self.form,
            lambda: plan_actions.set_deadline_words(
                self.desk.store, activity_id=activity.id, words=value, default_year=year
            ),
        )

    def _keep_days(self, activity: Activity, name: str, value: Any) -> Done:
        """Both days as they stand in the fields: the first one may have been typed before there was a last one."""
        days = {"starts": activity.starts, "ends": activity.ends}
        for other in (self.starts, self.ends):
            if other.is_touched:
                days[other.name] = other.read()
        self.form.clear_refusals()
        return plan_actions.set_deadline_days(self.desk.store, activity_id=activity.id, **days | {name: value})
