"""The quarterly review: one activity after the other, by keyboard; what does the review say of each?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import activity_columns, review_actions, rules, standing
from ayil_desktop.strategy.follow_up_records import Progress, Review, ReviewEntry
from ayil_desktop.strategy.records import Activity, PriorityService
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.strategy.standing import STATE_NAMES, UNDECIDED
from ayil_desktop.widgets import beginning, doing, style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, TextField

KEYS = {"1": Progress.IN_PROGRESS, "2": Progress.DONE, "3": Progress.NOT_DONE, "4": Progress.CANCELLED}


@dataclass(frozen=True)
class Line:
    """An activity and what this review says of it."""

    priority: PriorityService
    activity: Activity
    state: standing.State | None
    """None: an open amendment adds it."""
    entry: ReviewEntry | None

    @property
    def id(self) -> str:
        return self.activity.id


class ReviewPage(QWidget):
    """The reviews, the activities of one, and the chosen activity with its remark.

    In the table 1 to 4 say how far it is and go on to the next one, Delete takes it back, Enter goes to the remark.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self._review: Review | None = None
        self._line: Line | None = None
        self.reviews = QComboBox()
        self.begin = Button(Message("Begin a review"), sign="plus")
        self.remove = Button(Message("Remove the review"), sign="trash-2")
        self.counted = Label(say="muted")
        self.table: RecordTable[Line] = RecordTable(
            _columns(),
            key="strategy/review",
            name=Message("Review"),
            section=lambda line: f"{line.priority.place}. {line.priority.name_ky}",
            tip=lambda line: line.activity.text_ky,
            whole_rows=True,
            lines=2,
        )
        self.buttons = {progress: Button("") for progress in KEYS.values()}
        self.form = Form()
        self._lay_out()
        self._join()
        self.translate()

    def show_strategy(self, shown: Shown) -> None:
        """The same review again, else the last one."""
        self._shown = shown
        chosen = self._review.id if self._review else ""
        reviews = shown.strategy.reviews
        self.reviews.blockSignals(True)
        self.reviews.clear()
        for review in reviews:
            self.reviews.addItem(str(Message("Review of {date}", date=review.on)), review.id)
        place = self.reviews.findData(chosen)
        self.reviews.setCurrentIndex(place if place >= 0 else len(reviews) - 1)
        self.reviews.blockSignals(False)
        self._show_review()

    def translate(self) -> None:
        self.reviews.setAccessibleName(str(Message("Which review is shown")))
        for key, progress in KEYS.items():
            self.buttons[progress].set_words(Message("{key} {state}", key=key, state=standing.PROGRESS_NAMES[progress]))
        if self._shown is not None:
            self.show_strategy(self._shown)

    def say(self, progress: Progress) -> None:
        """What the review says of the chosen activity; then the next one."""
        line, review = self.table.current(), self._review
        if line is None or review is None:
            return
        following = self._after(line)
        remark = line.entry.remark if line.entry else ""
        told = standing.last_entry(line.activity, {one.id: one for one in self._reviews()}, review.on)
        done = doing.by_button(
            self.desk,
            lambda: review_actions.record_progress(
                self.desk.store,
                review_id=review.id,
                activity_id=line.id,
                progress=progress,
                done_on=told.done_on if told and progress is Progress.DONE else None,
                remark=remark,
            ),
        )
        if done:
            self.table.go_to(following)

    def _reviews(self) -> Sequence[Review]:
        return self._shown.strategy.reviews if self._shown else ()

    def _take_back(self, lines: Sequence[Line]) -> None:
        review, ids = self._review, [line.id for line in lines]
        if review is not None:
            action = review_actions.take_back_progress
            doing.by_button(self.desk, partial(action, self.desk.store, review_id=review.id, activity_ids=ids))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text() in KEYS:
            if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.say(KEYS[event.text()])
                return True
        return False

    def _show_review(self) -> None:
        if self._shown is None:
            return
        chosen = self.reviews.currentData()
        self._review = next((one for one in self._shown.strategy.reviews if one.id == chosen), None)
        lines = self._lines(self._shown) if self._review else ()
        self.table.set_empty(NO_REVIEW, (Message("Begin a review"), self._begin))
        self.table.set_rows(lines)
        for part in (self.reviews, self.remove, self.counted):
            part.setVisible(self._review is not None)
        said = sum(line.entry is not None for line in lines)
        self.counted.set_words(Message("{said} of {total} reviewed", said=said, total=len(lines)))
        if self.table.current() is None and lines:
            self.table.go_to(next((line.id for line in lines if line.entry is None), lines[0].id))
        self._show_line(self.table.current())

    def _lines(self, shown: Shown) -> Sequence[Line]:
        return [
            Line(
                priority,
                one,
                shown.states.get(one.id),
                next((entry for entry in one.entries if self._review and entry.review_id == self._review.id), None),
            )
            for priority in shown.strategy.priorities
            for one in rules.activities_of(priority)
        ]

    def _show_line(self, line: Line | None) -> None:
        entry = line.entry if line else None
        self._line = line
        for progress, button in self.buttons.items():
            button.setEnabled(line is not None)
            button.setProperty("main", entry is not None and entry.progress is progress)
            button.style().unpolish(button)
            button.style().polish(button)
        self.form.setEnabled(entry is not None)
        self.form.revert()
        self.form.set_values({"remark": entry.remark if entry else "", "done_on": entry.done_on if entry else None})
        self.form.field("done_on").setEnabled(entry is not None and entry.progress is Progress.DONE)

    def _after(self, line: Line) -> str:
        ids = [one.id for one in self.table.shown()]
        place = ids.index(line.id) + 1 if line.id in ids else 0
        return ids[min(place, len(ids) - 1)]

    def _commit(self, name: str, value: object) -> None:
        """Remark and day belong to what was said; without that there is nothing to remark on."""
        line, review = self._line, self._review
        if line is None or line.entry is None or review is None:
            return
        entry = line.entry
        kept = {"remark": entry.remark, "done_on": entry.done_on} | {name: value}
        doing.by_form(
            self.desk,
            self.form,
            lambda: review_actions.record_progress(
                self.desk.store,
                review_id=review.id,
                activity_id=line.id,
                progress=entry.progress,
                **kept,  # type: ignore[arg-type]
            ),
        )

    def _begin(self) -> None:
        shown = self._shown
        if shown is None:
            return
        today = self.desk.today()
        done = doing.by_button(
            self.desk,
            lambda: review_actions.begin_review(self.desk.store, strategy_id=shown.strategy.id, on=today, today=today),
        )
        if done:
            self.reviews.setCurrentIndex(self.reviews.findData(done.made))
            self.table.setFocus()

    def _remove(self) -> None:
        review = self._review
        if review is not None:
            doing.by_button(self.desk, lambda: review_actions.remove_review(self.desk.store, review_id=review.id))

    def _join(self) -> None:
        self.table.grid.installEventFilter(self)
        self.table.current_changed.connect(self._show_line)
        self.table.activated.connect(lambda _line: self.form.field("remark").setFocus())
        self.table.delete_asked.connect(self._take_back)
        self.reviews.currentIndexChanged.connect(lambda _place: self._show_review())
        self.begin.clicked.connect(self._begin)
        self.remove.clicked.connect(self._remove)
        for progress, button in self.buttons.items():
            button.clicked.connect(partial(self._press, progress))
        self.form.committed.connect(self._commit)

    def _press(self, progress: Progress, _checked: bool = False) -> None:
        self.say(progress)
        self.table.setFocus()

    def _lay_out(self) -> None:
        self.reviews.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        for part in (self.reviews, self.begin, self.remove, self.counted):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self.table.filter_line)
        states = QHBoxLayout()
        states.setSpacing(style.STEP)
        for button in self.buttons.values():
            states.addWidget(button)
        states.addStretch()
        self.form.add_row(
            TextField("remark", Message("Remark")), DateField("done_on", Message("Done on"), hint=ONLY_IF_KNOWN)
        )
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self.table, 1)
        stack.addLayout(states)
        stack.addWidget(self.form)
        beginning.begin_at(self, self.table)


def _activity(line: Line) -> Activity:
    return line.activity


def _columns() -> list[Column[Line]]:
    return [
        activity_columns.number(_activity, 52),
        activity_columns.text(_activity, 300),
        activity_columns.deadline(_activity, 170),
        Column("state", Message("State"), lambda line: STATE_NAMES[line.state] if line.state else UNDECIDED, width=150),
        Column(
            "said",
            Message("This review"),
            lambda line: standing.said(line.entry) if line.entry else "",
            width=150,
        ),
        Column("remark", Message("Remark"), lambda line: line.entry.remark if line.entry else "", width=140),
    ]


ONLY_IF_KNOWN = Message("Only if it is known; a day after the deadline means done late")

NO_REVIEW = Message(
    "No review has been held yet. In a review the keys 1 to 4 say how far an activity is, and the next one comes."
)
