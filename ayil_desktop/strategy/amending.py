"""How is a strategy approved on the screen, and an approved one amended: opened, decided or withdrawn?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import selections
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import approval_actions, rules
from ayil_desktop.strategy.plan_page import PlanPage
from ayil_desktop.strategy.records import Status, Strategy
from ayil_desktop.widgets import notice, refusal
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.tab import Desk


class Amending(QObject):
    """For the strategy that the page shows. `window_asked` gives a window to open."""

    window_asked = Signal(object)

    def __init__(self, desk: Desk, page: PlanPage) -> None:
        super().__init__(page)
        self.desk, self.page = desk, page

    def go_on(self) -> None:
        """Approve a draft, amend what is approved, decide what is amended."""
        from ayil_desktop.strategy import entry_windows  # when a window is first opened

        strategy = self._strategy
        if strategy is None:
            return
        if strategy.status is Status.DRAFT:
            self.window_asked.emit(entry_windows.approve(self.page, self.desk, strategy.id))
        elif (amendment := rules.open_amendment(strategy)) is None:
            self.amend()
        else:
            meetings = self._meetings(strategy)
            self.window_asked.emit(entry_windows.decide(self.page, self.desk, strategy, meetings, amendment))

    def amend(self, waiting: Callable[[], object] | None = None, why: Words = "") -> None:
        """Open an amendment; what waits for it is carried out afterwards, and `why` says so."""
        from ayil_desktop.strategy import entry_windows  # when a window is first opened

        strategy = self._strategy
        if strategy is None:
            return
        window = entry_windows.amend(self.page, self.desk, strategy, self._meetings(strategy), why)
        if waiting is not None:
            window.done_with.connect(lambda _done: waiting())
        self.window_asked.emit(window)

    def withdraw(self) -> None:
        """Close the open amendment without a decision; what was changed is put back where the user wants it so."""
        from ayil_desktop.strategy import put_back_actions  # when an amendment is first withdrawn

        strategy, store = self._strategy, self.desk.store
        if strategy is None:
            return
        try:
            self.desk.run(lambda: approval_actions.withdraw_amendment(store, strategy_id=strategy.id))
        except Refused as refused:
            back = partial(put_back_actions.withdraw_with_changes, store, strategy_id=strategy.id)
            offer = notice.Offer(Message("Put everything back as approved"), lambda: self.page.carry(back))
            notice.warning(refusal.reason(refused), offer, clause=refused.clause)

    @property
    def _strategy(self) -> Strategy | None:
        return self.page.shown.strategy if self.page.shown else None

    def _meetings(self, strategy: Strategy) -> Sequence[Meeting]:
        with reading(self.desk.store) as session:
            return selections.meetings_list(session, strategy.body_id)
