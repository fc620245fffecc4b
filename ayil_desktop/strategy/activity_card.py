"""What is written about one activity, how does it stand, and what proves it?"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import doing, room
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import plan_actions, rules
from ayil_desktop.strategy.follow_up_box import FollowUpBox
from ayil_desktop.strategy.records import Activity, Source
from ayil_desktop.strategy.rules import State
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.one_line import OneLine
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, NumberField, TextField

SOURCE_NAMES = {
    Source.LOCAL_BUDGET: Message("Local budget"),
    Source.USERS_AND_PROVIDERS: Message("Users and providers"),
    Source.DONORS: Message("Donors"),
    Source.SPONSORS: Message("Sponsors"),
}
LOOKS: Mapping[State, labels.State] = {
    State.DUE: "due",
    State.IN_PROGRESS: "accent",
    State.LATE: "late",
    State.LATE_UNRECORDED: "late",
    State.DONE: "done",
    State.DONE_LATE: "done",
}
_LISTS = ("products", "resources")
FREE = ("remark",)


class ActivityCard(QWidget):
    """The chosen activity below the chart. `closed` when its cross is pressed, `amendment_asked` where it is locked."""

    closed = Signal()
    amendment_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.activity: Activity | None = None
        self.name = OneLine()
        self.state = Chip()
        self.close_button = QToolButton()
        self.lock = Label(LOCKED, say="muted", wraps=True)
        self.unlock = Button(Message("Open an amendment…"), sign="lock-open")
        self.words, self.days, self.money = Form(), Form(), Form()
        self.follow_up = FollowUpBox(desk)
        self._fill()
        self._join()
        self._lay_out()
        self.translate()

    def show_activity(self, shown: Shown, activity: Activity) -> None:
        """What is kept about it; locked while the plan is approved and no amendment is open."""
        if self.activity is None or self.activity.id != activity.id:
            for form in (self.words, self.days, self.money):
                form.revert()
        self.activity = activity
        self.name.set_words(f"{activity.number}  {' '.join(activity.text_ky.split())}")
        state = shown.states[activity.id]
        self.state.show_state(LOOKS.get(state, "plain"), rules.STATE_NAMES[state])
        for form in (self.words, self.days):
            form.set_values(_values(activity))
        self.money.set_values({one.source.value: one.amount for one in activity.funding} | _nothing(activity))
        self.follow_up.show_activity(shown, activity)
        self._lock(not shown.is_open)

    def translate(self) -> None:
        self.close_button.setToolTip(labels.tooltip(CLOSE))
        self.close_button.setAccessibleName(str(CLOSE))

    def _lock(self, locked: bool) -> None:
        self.lock.setVisible(locked)
        self.unlock.setVisible(locked)
        for form in (self.words, self.days, self.money):
            entries: list[QLineEdit | QPlainTextEdit] = [*form.findChildren(QLineEdit)]
            entries.extend(form.findChildren(QPlainTextEdit))
            for entry in entries:
                entry.setReadOnly(locked and entry.objectName() not in FREE)

    def _commit(self, name: str, value: Any) -> None:
        activity = self.activity
        if activity is None:
            return
        self._carry(self.words, lambda: _change(self.desk, activity, name, value))

    def _commit_days(self, name: str, value: Any) -> None:
        """Words give the days at once, and days give the words."""
        activity = self.activity
        if activity is None:
            return
        store, activity_id = self.desk.store, activity.id
        if name == "deadline_ky":
            year = activity.ends.year if activity.ends else self.desk.today().year
            self._carry(
                self.days,
                lambda: plan_actions.set_deadline_words(store, activity_id=activity_id, words=value, default_year=year),
            )
            return
        days = {"starts": activity.starts, "ends": activity.ends} | {name: value}
        self._carry(self.days, lambda: plan_actions.set_deadline_days(store, activity_id=activity_id, **days))

    def _commit_money(self, name: str, value: Any) -> None:
        activity = self.activity
        if activity is None:
            return
        source, amount = Source(name), int(value or 0)
        self._carry(
            self.money,
            lambda: plan_actions.set_funding(self.desk.store, activity_id=activity.id, source=source, amount=amount),
        )

    def _carry(self, form: Form, action: Callable[[], Done]) -> None:
        doing.by_form(self.desk, form, action)

    def _fill(self) -> None:
        self.words.add(LongTextField("text_ky", Message("Activity"), lines=3))
        self.words.add_row(
            LongTextField("products", Message("Products"), lines=3),
            LongTextField("resources", Message("Resources"), lines=3),
        )
        self.days.add(TextField("deadline_ky", Message("Deadline in words")))
        self.days.add_row(DateField("starts", Message("From")), DateField("ends", Message("To")))
        self.days.add(LongTextField("responsible", Message("Responsible"), lines=2))
        self.days.add(TextField("remark", Message("Remark")))
        fields = [NumberField(source.value, SOURCE_NAMES[source]) for source in Source]
        self.money.add_row(*fields[:2])
        self.money.add_row(*fields[2:])

    def _join(self) -> None:
        labels.set_icon(self.close_button, "x", "muted")
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self.closed)
        self.unlock.clicked.connect(self.amendment_asked)
        self.words.committed.connect(self._commit)
        self.days.committed.connect(
            lambda name, value: (self._commit_days if name in _OF_DEADLINE else self._commit)(name, value)
        )
        self.money.committed.connect(self._commit_money)
        for form in (self.words, self.days, self.money):
            form.clause_asked.connect(self.desk.show_clause)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP * 2)
        head.addWidget(self.name, 1)
        for part in (self.state, self.lock, self.unlock, self.close_button):
            head.addWidget(part)
        self.lock.setWordWrap(False)
        left, middle, right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.words)
        middle.addWidget(self.days)
        right.addWidget(self.follow_up)
        right.addWidget(Label(Message("Funding, som"), say="muted"))
        right.addWidget(self.money)
        right.addStretch()
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, style.STEP, 0)
        columns.setSpacing(style.STEP * 3)
        for column, weight in ((left, 4), (middle, 3), (right, 3)):
            columns.addLayout(column, weight)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, style.STEP, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(room.scrolled(inner), 1)


def _change(desk: Desk, activity: Activity, name: str, value: Any) -> Done:
    if name == "responsible":
        texts = value.splitlines()
        return plan_actions.set_responsible(desk.store, activity_id=activity.id, texts=texts)
    kept = value.splitlines() if name in _LISTS else value
    return plan_actions.change_activity(desk.store, activity_id=activity.id, **{name: kept})


def _values(activity: Activity) -> dict[str, Any]:
    return {
        "text_ky": activity.text_ky,
        "products": "\n".join(activity.products),
        "resources": "\n".join(activity.resources),
        "deadline_ky": activity.deadline_ky,
        "starts": activity.starts,
        "ends": activity.ends,
        "responsible": "\n".join(one.text for one in activity.responsible),
        "remark": activity.remark,
    }


def _nothing(activity: Activity) -> dict[str, None]:
    """The sources that pay nothing."""
    return {source.value: None for source in Source if all(one.source is not source for one in activity.funding)}


_OF_DEADLINE = ("deadline_ky", "starts", "ends")
LOCKED = Message("Approved: changed only inside an amendment")
CLOSE = Message("Close the card")
