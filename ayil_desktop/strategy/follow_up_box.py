"""What did the reviews say of an activity, what proves it, and what does it need first?"""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.store.work import Done
from ayil_desktop.strategy import plan_actions, review_actions, standing
from ayil_desktop.strategy.occurrences_row import OccurrencesRow
from ayil_desktop.strategy.proof_list import ProofList
from ayil_desktop.strategy.records import Activity
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.labels import Button, Label, literal
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.workdays.deadlines import Kind


class FollowUpBox(QWidget):
    """Every review's state and remark, the newest first, the links, the proofs; all of it stays open after approval."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._activity: Activity | None = None
        self._shown: Shown | None = None
        self.said = Label(wraps=True)
        self.needs = Label(wraps=True)
        self.unlink = Button(Message("Links"))
        self.menu = QMenu(self.unlink)
        self.unlink.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.proofs = ProofList(desk)
        self.times = OccurrencesRow(desk)
        self.times.ticked.connect(self._tick)
        links = QHBoxLayout()
        links.addWidget(self.needs, 1)
        links.addWidget(self.unlink)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.said)
        stack.addLayout(links)
        stack.addWidget(self.times)
        stack.addWidget(self.proofs)

    def show_activity(self, shown: Shown, activity: Activity) -> None:
        """What is recorded of it."""
        self._activity = activity
        self._shown = shown
        self.said.set_words(history(shown, activity))
        before = [shown.activity(link.before_id) for link in activity.needs]
        numbers = ", ".join(one.number for one in before if one is not None)
        self.needs.set_words(Message("Needs first: {numbers}", numbers=numbers))
        for part in (self.needs, self.unlink):
            part.setVisible(bool(numbers))
        self.proofs.show_activity(activity)
        self.times.setVisible(activity.deadline_kind == Kind.REGULAR)
        self.times.show_activity(activity)

    def fill_menu(self) -> None:
        """The links that can be taken back."""
        self.menu.clear()
        activity, shown = self._activity, self._shown
        if activity is None or shown is None:
            return
        for link in activity.needs:
            before = shown.activity(link.before_id)
            if before is not None:
                run = partial(plan_actions.unlink, self.desk.store, before_id=link.before_id, after_id=activity.id)
                words = Message("It does not need {number} first", number=before.number)
                self.menu.addAction(literal(words)).triggered.connect(partial(self._run, run))

    def _run(self, action: Callable[[], Done]) -> None:
        doing.by_button(self.desk, action)

    def _tick(self, on: date, is_done: bool) -> None:
        activity = self._activity
        if activity is None:
            return
        tick = partial(review_actions.tick_occurrence, self.desk.store, activity_id=activity.id, on=on)
        if not is_done:
            self._run(partial(tick, is_done=False))
        elif doing.by_form(self.desk, self.times.form, partial(tick, today=self.desk.today())):
            self.times.form.revert()


def history(shown: Shown, activity: Activity) -> Message | str:
    """One line for each review that said something: its date, the state, the remark."""
    known = {review.id: review for review in shown.strategy.reviews}
    said = sorted(
        (entry for entry in activity.entries if entry.review_id in known),
        key=lambda entry: known[entry.review_id].on,
        reverse=True,
    )
    if not said:
        return Message("No review has said anything yet.")
    return "\n".join(
        " ".join(
            part
            for part in (
                wording.short_date(known[entry.review_id].on),
                f"{standing.said(entry)}.",
                entry.remark,
            )
            if part
        )
        for entry in said
    )
