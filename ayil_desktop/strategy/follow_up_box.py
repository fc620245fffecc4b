"""What did the reviews say of an activity, what proves it, and what does it need first?"""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import doing
from ayil_desktop.office import attaching
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import plan_actions, review_actions, rules
from ayil_desktop.strategy.records import Activity, Progress
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import ask, style
from ayil_desktop.widgets.labels import Button, Label, literal
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.workdays.deadlines import Kind

PROGRESS_NAMES = {
    Progress.IN_PROGRESS: Message("In progress"),
    Progress.DONE: Message("Done"),
    Progress.NOT_DONE: Message("Not done"),
    Progress.CANCELLED: Message("Cancelled"),
}


class FollowUpBox(QWidget):
    """Lines about the follow-up; all of it stays open after the approval."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._activity: Activity | None = None
        self._shown: Shown | None = None
        self.said = Label(wraps=True)
        self.needs = Label(wraps=True)
        self.proofs = Label(wraps=True)
        self.prove = Button(Message("Proof"), sign="paperclip")
        self.tick = Button(Message("Done today"), sign="check")
        self.menu = QMenu(self.prove)
        self.prove.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.tick.clicked.connect(self._tick)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        buttons.addWidget(self.prove)
        buttons.addWidget(self.tick)
        buttons.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        for part in (self.said, self.needs, self.proofs):
            stack.addWidget(part)
        stack.addLayout(buttons)

    def show_activity(self, shown: Shown, activity: Activity) -> None:
        """What is recorded of it."""
        self._activity = activity
        self._shown = shown
        self.said.set_words(_said(shown, activity))
        before = [shown.activity(link.before_id) for link in activity.needs]
        numbers = ", ".join(one.number for one in before if one is not None)
        self.needs.set_words(Message("Needs first: {numbers}", numbers=numbers))
        self.needs.setVisible(bool(numbers))
        self.proofs.set_words("\n".join(_proof(one.on, one.text) for one in activity.proofs))
        self.proofs.setVisible(bool(activity.proofs))
        self.tick.setVisible(activity.deadline_kind == Kind.REGULAR)

    def fill_menu(self) -> None:
        """What can be added, and what was entered by mistake."""
        self.menu.clear()
        activity = self._activity
        shown = self._shown
        if activity is None or shown is None:
            return
        self._line(Message("Write what proves it…"), self._write)
        self._line(Message("Attach a scan or picture…"), self._attach)
        for proof in activity.proofs:
            words = Message("Remove the proof of {date}", date=proof.on)
            self._line(
                words, partial(self._run, partial(review_actions.remove_proof, self.desk.store, proof_id=proof.id))
            )
        for link in activity.needs:
            before = shown.activity(link.before_id)
            if before is not None:
                run = partial(plan_actions.unlink, self.desk.store, before_id=link.before_id, after_id=activity.id)
                self._line(Message("It does not need {number} first", number=before.number), partial(self._run, run))

    def _line(self, words: Message, run: Callable[[], object]) -> None:
        self.menu.addAction(literal(words)).triggered.connect(lambda _checked=False: run())

    def _run(self, action: Callable[[], Done]) -> None:
        doing.by_button(self.desk, action)

    def _write(self) -> None:
        text = ask.text(Message("What proves that it was done?"))
        activity = self._activity
        if text is not None and activity is not None:
            today = self.desk.today()
            self._run(lambda: review_actions.prove(self.desk.store, activity_id=activity.id, on=today, text=text))

    def _attach(self) -> None:
        path = ask.open_file(Message("What proves that it was done?"), [ask.SCAN])
        activity = self._activity
        if path is None or activity is None:
            return
        today = self.desk.today()
        attaching.attach(
            self.desk,
            path,
            lambda blob: review_actions.prove(
                self.desk.store, activity_id=activity.id, on=today, text=path.name, content=blob, name=path.name
            ),
            owner=self,
        )

    def _tick(self) -> None:
        activity, today = self._activity, self.desk.today()
        if activity is not None:
            self._run(lambda: review_actions.tick_occurrence(self.desk.store, activity_id=activity.id, on=today))


def _said(shown: Shown, activity: Activity) -> Message:
    reviews = {review.id: review for review in shown.strategy.reviews}
    entry = rules.last_entry(activity, reviews, shown.today)
    if entry is None:
        return Message("No review has said anything yet.")
    return Message(
        "Review of {date}: {state}. {remark}",
        date=reviews[entry.review_id].on,
        state=PROGRESS_NAMES[entry.progress],
        remark=entry.remark,
    )


def _proof(on: date, text: str) -> str:
    return f"{wording.short_date(on)} {text}"
