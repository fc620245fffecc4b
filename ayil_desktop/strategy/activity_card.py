"""What is written about one activity, how does it stand, and what proves it?"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import plan_actions, standing
from ayil_desktop.strategy.deadline_box import DeadlineBox
from ayil_desktop.strategy.follow_up_box import FollowUpBox
from ayil_desktop.strategy.money_box import MoneyBox
from ayil_desktop.strategy.on_record import OnRecord
from ayil_desktop.strategy.records import Activity
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.strategy.standing import State
from ayil_desktop.widgets import doing, labels, room, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.one_line import OneLine
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField

LOOKS: Mapping[State, labels.State] = {
    State.DUE: "due",
    State.IN_PROGRESS: "accent",
    State.LATE: "late",
    State.LATE_UNRECORDED: "late",
    State.DONE: "done",
    State.DONE_LATE: "done",
}
_LISTS = ("products", "resources")
_SHARES = (4, 3, 3)
FREE = ("remark",)


class ActivityCard(QWidget):
    """The chosen activity below the chart.

    `closed` when its cross is pressed, `amendment_asked` where it is locked, `russian_asked` gives the activity whose
    Russian texts are wanted.
    """

    closed = Signal()
    amendment_asked = Signal()
    russian_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.activity: Activity | None = None
        self.name = OneLine()
        self.state = Chip()
        self.close_button = QToolButton()
        self.lock = Label(LOCKED, say="muted", wraps=True)
        self.unlock = Button(Message("Open an amendment…"), sign="lock-open")
        self.in_russian = Button(Message("Russian text…"), sign="languages")
        self.words, self.deadline, self.follow_up = Form(), DeadlineBox(desk), FollowUpBox(desk)
        self.remark, self.who, self.on_record, self.money = Form(), Form(), OnRecord(desk), MoneyBox(desk)
        self._fill()
        self._join()
        self._lay_out()
        self.translate()

    def show_activity(self, shown: Shown, activity: Activity) -> None:
        """What is kept about it; locked while the plan is approved and no amendment is open."""
        if self.activity is None or self.activity.id != activity.id:
            for form in (self.words, self.who, self.remark):
                form.revert()
        self.activity = activity
        self.name.set_words(f"{activity.number}  {' '.join(activity.text_ky.split())}")
        state = shown.states.get(activity.id)
        words = standing.STATE_NAMES[state] if state else standing.UNDECIDED
        self.state.show_state(LOOKS.get(state, "plain") if state else "plain", words)
        for form in (self.words, self.who, self.remark):
            form.set_values(_values(activity))
        self.deadline.show_activity(shown, activity)
        self.money.show_activity(shown, activity)
        self.on_record.show_activity(activity)
        self.follow_up.show_activity(shown, activity)
        self._lock(not shown.is_open)

    def height_of_first_parts(self) -> int:
        """So high that no line is cut in half: its lower parts are scrolled to."""
        first = max(part.sizeHint().height() for part in (self.words, self.deadline))
        return self.in_russian.sizeHint().height() + style.STEP + first + style.STEP // 2

    def translate(self) -> None:
        self.close_button.setToolTip(labels.tooltip(CLOSE))
        self.close_button.setAccessibleName(str(CLOSE))

    def _lock(self, locked: bool) -> None:
        self.lock.setVisible(locked)
        self.unlock.setVisible(locked)
        for form in (self.words, self.who, self.remark, self.deadline.form, self.money.form):
            entries: list[QLineEdit | QPlainTextEdit] = [*form.findChildren(QLineEdit)]
            entries.extend(form.findChildren(QPlainTextEdit))
            for entry in entries:
                is_locked = locked and entry.objectName() not in FREE
                if entry.isReadOnly() != is_locked:
                    entry.setReadOnly(is_locked)
                    entry.style().unpolish(entry)
                    entry.style().polish(entry)

    def _commit(self, form: Form, name: str, value: Any) -> None:
        activity = self.activity
        if activity is not None:
            doing.by_form(self.desk, form, lambda: _change(self.desk, activity, name, value))

    def _fill(self) -> None:
        self.words.add(LongTextField("text_ky", Message("Activity"), lines=2))
        self.words.add_row(
            LongTextField("products", Message("Products"), lines=2),
            LongTextField("resources", Message("Resources"), lines=2),
        )
        self.remark.add(LongTextField("remark", Message("Remark"), lines=2))
        self.who.add(LongTextField("responsible", Message("Responsible"), lines=2))

    def _join(self) -> None:
        labels.set_icon(self.close_button, "x", "muted")
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self.closed)
        self.unlock.clicked.connect(self.amendment_asked)
        self.in_russian.clicked.connect(self._ask_russian)
        for form in (self.words, self.who, self.remark):
            form.committed.connect(lambda name, value, form=form: self._commit(form, name, value))
            form.clause_asked.connect(self.desk.show_clause)

    def _ask_russian(self) -> None:
        if self.activity is not None:
            self.russian_asked.emit(self.activity.id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP * 2)
        head.addWidget(self.name, 1)
        for part in (self.state, self.lock, self.unlock, self.in_russian, self.close_button):
            head.addWidget(part)
        self.lock.setWordWrap(False)
        inner = QWidget()
        # Two rows, so that the card can end between them and cut no line in half.
        parts = QGridLayout(inner)
        parts.setContentsMargins(0, 0, style.STEP, 0)
        parts.setHorizontalSpacing(style.STEP * 3)
        parts.setVerticalSpacing(style.STEP * 2)
        for column, above in enumerate((self.words, self.deadline, self.follow_up)):
            parts.addWidget(above, 0, column, Qt.AlignmentFlag.AlignTop)
            parts.setColumnStretch(column, _SHARES[column])
        parts.addWidget(self.remark, 1, 0, Qt.AlignmentFlag.AlignTop)
        parts.addLayout(_under_each_other(self.who, self.on_record), 1, 1)
        parts.addWidget(self.money, 1, 2, Qt.AlignmentFlag.AlignTop)
        parts.setRowStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.STEP)
        whole.addLayout(head)
        whole.addWidget(room.scrolled(inner), 1)


def _under_each_other(*parts: QWidget) -> QVBoxLayout:
    stack = QVBoxLayout()
    stack.setSpacing(style.STEP * 2)
    for part in parts:
        stack.addWidget(part)
    stack.addStretch()
    return stack


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
        "responsible": "\n".join(one.text for one in activity.responsible),
        "remark": activity.remark,
    }


LOCKED = Message("Approved: changed only inside an amendment")
CLOSE = Message("Close the card")
