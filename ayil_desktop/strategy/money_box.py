"""From which of the four sources is an activity paid, and how much is that in the whole plan? (ST-8.F0 … F4)"""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import plan_actions, rules
from ayil_desktop.strategy.records import Activity, Source
from ayil_desktop.strategy.rules import SOURCE_NAMES
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import ClauseLink, Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import MoneyField


class MoneyBox(QWidget):
    """Four amounts in som with the sum of the activity and of the whole strategy below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._activity: Activity | None = None
        self.form = Form()
        self.clause = ClauseLink("ST-8.F0")
        self.total = Label(say="muted", wraps=True)
        fields = [MoneyField(source.value, SOURCE_NAMES[source]) for source in Source]
        self.form.add_row(*fields[:2])
        self.form.add_row(*fields[2:])
        self.form.committed.connect(self._commit)
        for clauses in (self.clause.asked, self.form.clause_asked):
            clauses.connect(desk.show_clause)
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(Label(Message("Funding, som"), say="muted"))
        head.addWidget(self.clause)
        head.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addLayout(head)
        stack.addWidget(self.form)
        stack.addWidget(self.total)

    def show_activity(self, shown: Shown, activity: Activity) -> None:
        """Its money; a source that pays nothing stays empty."""
        if self._activity is None or self._activity.id != activity.id:
            self.form.revert()
        self._activity = activity
        known = {one.source: one.amount for one in activity.funding}
        self.form.set_values({source.value: known.get(source) for source in Source})
        own, whole = sum(known.values()), sum(rules.sums(rules.activities(shown.strategy)).values())
        self.total.set_words(
            Message(
                "Activity: {own} som; whole strategy: {whole} som",
                own=wording.thousands(own),
                whole=wording.thousands(whole),
            )
        )

    def _commit(self, name: str, value: Any) -> None:
        activity = self._activity
        if activity is not None:
            doing.by_form(
                self.desk,
                self.form,
                lambda: plan_actions.set_funding(
                    self.desk.store, activity_id=activity.id, source=Source(name), amount=value or 0
                ),
            )
