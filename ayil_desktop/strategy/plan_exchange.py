"""How do rows and whole plans come and go on the screen: copied, pasted, compared, carried into the next period?"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import plan_block, plan_page
from ayil_desktop.strategy.plan_page import PlanPage
from ayil_desktop.strategy.records import PriorityService, Task
from ayil_desktop.widgets import notice, tab
from ayil_desktop.widgets.tab import Command, Desk


class PlanExchange(QObject):
    """`window_asked` gives a window to open, `begun` the strategy of the next period."""

    window_asked = Signal(object)
    begun = Signal(str)

    def __init__(self, desk: Desk, page: PlanPage) -> None:
        super().__init__(page)
        self.desk, self.page = desk, page
        edit = tab.EDIT_MENU
        self.commands = {
            "copy": Command(edit, Message("Copy the rows"), self.copy, "", "copy", self._has_plan),
            "paste": Command(
                edit, Message("Paste a plan from Word or Excel…"), self.paste, "", "clipboard-paste", self._is_shown
            ),
            "copy-plan": Command(edit, Message("Copy another plan here…"), self.copy_plan, "", "copy", self._has_plan),
            "next-period": Command(
                edit, Message("Strategy of the next period…"), self.begin_next, "", "calendar", self._has_plan
            ),
            "compare": Command(
                edit, Message("Compare with another plan…"), self.compare, "", "scale", self._has_sisters
            ),
        }
        page.below.compare_asked.connect(self.compare)
        page.below.take_asked.connect(self._take_over)

    def copy(self) -> None:
        """The chosen row with all below it, for Word and Excel; without a chosen row the first plan."""
        from ayil_desktop.widgets import clipboard  # when something is first copied

        block = [plan_block.head(catalogue.current()), *self._block(catalogue.current())]
        mime = QMimeData()
        mime.setText(clipboard.as_text(block))
        mime.setHtml(clipboard.as_html(block))
        QGuiApplication.clipboard().setMimeData(mime)

    def paste(self) -> None:
        """The table of the clipboard, to be looked at before it is kept."""
        from ayil_desktop.widgets import clipboard, repairing  # when something is first pasted

        if self._service() is None:
            notice.info(plan_page.NO_SERVICE)
            return
        # None where another program holds the clipboard.
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        block = clipboard.block(mime.html() if mime.hasHtml() else "", mime.text()) if mime is not None else []
        if block:
            repairing.paste_block(block, self._open_paste)
        else:
            notice.info(Message("There is nothing to paste: copy the table in Word or Excel first."))

    def copy_plan(self) -> None:
        """Another plan for the chosen service."""
        from ayil_desktop.strategy import copy_windows  # when a window is first opened

        shown, target = self.page.shown, self._service()
        if shown is None or target is None:
            return
        if target.tasks:
            notice.warning(
                Message("“{service}” has a plan already. Choose a service without one.", service=target.name_ky)
            )
            return
        window = partial(copy_windows.copy_plan, self.page, self.desk, target.id)
        self.page.when_open(lambda: self.window_asked.emit(window()))

    def begin_next(self) -> None:
        """A draft of the next period with these plans, their days moved."""
        from ayil_desktop.strategy import copy_windows  # when a window is first opened

        if self.page.shown is not None:
            window = copy_windows.next_period(self.page, self.desk, self.page.shown.strategy)
            window.done_with.connect(lambda done: self.begun.emit(done.made))
            self.window_asked.emit(window)

    def compare(self) -> None:
        """The plan of the chosen row beside another one."""
        self.page.open_comparison(self.page.chosen)

    def _open_paste(self, block: Sequence[Sequence[str]]) -> None:
        from ayil_desktop.strategy.plan_paste_window import PlanPasteWindow  # when a window is first opened

        priority = self._service()
        if priority is not None:
            task = self._task(priority)
            self.page.when_open(
                lambda: self.window_asked.emit(PlanPasteWindow(self.page, self.desk, priority, block, task))
            )

    def _take_over(self, activity_ids: list[str], priority_id: str) -> None:
        from ayil_desktop.strategy import whole_plan_actions  # when a plan is first compared

        store = self.desk.store
        action = partial(whole_plan_actions.take_over, store, activity_ids=activity_ids, priority_id=priority_id)
        self.page.when_open(lambda: self.page.carry(action))

    def _block(self, language: str) -> Sequence[Sequence[str]]:
        shown, key, priority = self.page.shown, self.page.chosen, self._service()
        rows = self.page.gantt.marked_keys
        if shown is not None and len(rows) > 1:
            return list(plan_block.of_rows(shown.strategy, frozenset(rows), language))
        activity, task = (shown.activity(key), shown.task_of(key)) if shown else (None, None)
        if activity is not None:
            return [plan_block.of_activity(activity, language)]
        if task is not None and task.id == key:
            return list(plan_block.of_task(task, language))
        return list(plan_block.of_plan(priority, language)) if priority else []

    def _service(self) -> PriorityService | None:
        return self.page.shown.service_of(self.page.chosen) if self.page.shown else None

    def _task(self, priority: PriorityService) -> Task | None:
        """The task that rows without one of their own go into: only where a task or an activity was chosen."""
        shown, key = self.page.shown, self.page.chosen
        return shown.task_of(key) if shown is not None and key != priority.id else None

    def _is_shown(self) -> bool:
        return self.page.shown is not None

    def _has_plan(self) -> bool:
        shown = self.page.shown
        return shown is not None and any(one.tasks for one in shown.strategy.priorities)

    def _has_sisters(self) -> bool:
        return self.page.shown is not None and len(self.page.shown.strategy.priorities) > 1
