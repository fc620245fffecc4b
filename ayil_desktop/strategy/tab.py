"""The screen of the strategy: how is the plan carried out, and what is changed in it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ayil_desktop.commission import records as commission_records
from ayil_desktop.language import catalogue, sought
from ayil_desktop.language.message import Message
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import glance, plan_paper, rules, shown
from ayil_desktop.strategy.amending import Amending
from ayil_desktop.strategy.bars import Row
from ayil_desktop.strategy.exporting import Exporting
from ayil_desktop.strategy.paper_commands import PaperCommands
from ayil_desktop.strategy.plan_exchange import PlanExchange
from ayil_desktop.strategy.plan_page import PlanPage
from ayil_desktop.strategy.plan_rows import PlanRows
from ayil_desktop.strategy.records import Activity
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.strategy.strategy_head import StrategyHead
from ayil_desktop.widgets import background, beginning, style, tab
from ayil_desktop.widgets.empty_state import EmptyState
from ayil_desktop.widgets.menu_button import MenuButton
from ayil_desktop.widgets.stepwise import Steps
from ayil_desktop.widgets.tab import Command, Desk, Hit

# What is not needed before the chart is seen is loaded when it is first used: the other pages, windows and papers.
if TYPE_CHECKING:
    from ayil_desktop.office.entry_window import EntryWindow
    from ayil_desktop.office.plain_window import PlainWindow
    from ayil_desktop.strategy.monitoring_page import MonitoringPage
    from ayil_desktop.strategy.priorities_page import PrioritiesPage
    from ayil_desktop.strategy.results_page import ResultsPage
    from ayil_desktop.strategy.review_page import ReviewPage
    from ayil_desktop.strategy.text_page import TextPage


class Tab(tab.Tab):
    """The head of the newest strategy and its plan; or the offer to begin one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.shown: Shown | None = None
        self.window_shown: EntryWindow | PlainWindow | None = None
        self._chosen = ""
        self._is_waiting = False
        """Whether a large plan is being read beside the screen."""
        self._exceptions = shown.Exceptions()
        self.head = StrategyHead()
        self.plan = PlanPage(desk)
        self.exchange = PlanExchange(desk, self.plan)
        self.rows = PlanRows(desk, self.plan, self.exchange.commands)
        self.amending = Amending(desk, self.plan)
        self.pages = QTabBar()
        self.exporting = Exporting(desk, self)
        self._shows: list[Callable[[Shown], None]] = [self._show_plan]
        self.papers = PaperCommands(desk, self, lambda: self.shown)
        self._own_commands = {**self.rows.commands, **self.papers.commands}
        self._lay_out()
        self._join()

    # What the window asks

    def show_touched(self, touched: frozenset[str]) -> None:
        if "office" in touched:
            self._exceptions = shown.Exceptions()
        is_resting_otherwise = (
            "meetings" in touched and self.shown is not None and shown.is_resting_otherwise(self.desk.store, self.shown)
        )
        if is_resting_otherwise or touched & {"strategy", "office", "commission"}:
            self._read()

    def translate(self) -> None:
        self._name_pages()
        self._show()

    def commands(self) -> Sequence[Command]:
        return (*self._own_commands.values(), *self.exporting.commands(self.papers.is_possible))

    def command(self, name: str) -> Command:
        """One line of the menus: service, task, activity, or a paper by its name."""
        return self._own_commands[name]

    def hits(self, text: str) -> Sequence[Hit]:
        if self.shown is None:
            return ()
        words, language = sought.words(text), catalogue.current()
        return [
            Hit(f"{one.number} {plan_paper.activity_text(one, language)}", plan_paper.deadline(one, language), one.id)
            for one in rules.activities(self.shown.strategy)
            if sought.holds(sought.folded(_said(one)), words)
        ][:20]

    def go_to(self, record: str) -> None:
        if self.shown is not None and self.shown.task_of(record) is not None:
            self.pages.setCurrentIndex(0)
            self.plan.go_to(record)

    # What is shown

    def fill(self) -> Steps:
        """A large plan shows the top of its chart before the rest of it is read."""
        store, today = self.desk.store, self.desk.today()
        rows = glance.first_of_large(store, today, catalogue.current())
        if not rows:
            yield
            yield from self._fill_whole()
            return
        self._is_waiting = True
        self._pages.setCurrentIndex(0)
        self.plan.show_at_once(rows, today, is_whole=False)
        QTimer.singleShot(_AFTER_THE_FIRST_FRAME, self, self._read_rest)

    def _fill_whole(self) -> Steps:
        """Read and checked beside the screen, then shown part by part."""
        store, today = self.desk.store, self.desk.today()
        self.shown = found = yield from background.beside(partial(shown.read, store, today))
        if found is not None:
            yield from background.beside(lambda: (self._exceptions.between(store, found), found.warnings))
            self.head.show_strategy(found)
            yield
            self._show_plan(found)
            yield
        self._show_whether_any()

    def _read_rest(self) -> None:
        """All rows, then everything else, beside the screen."""
        store, today, language = self.desk.store, self.desk.today(), catalogue.current()
        run = partial(background.run, title=Message("Reading the plan"), owner=self)
        run(partial(glance.of_newest, store, today, language), done=lambda rows: self._show_all(rows, today))
        run(partial(shown.read_ahead, store, today, self._exceptions), done=self._take)

    def _show_all(self, rows: Sequence[Row], today: date) -> None:
        if self._is_waiting:
            self.plan.show_at_once(rows, today)

    def _take(self, read: Shown | None) -> None:
        """What was read beside the screen, with what was changed meanwhile."""
        self._is_waiting = False
        self.shown = read
        self._read()

    def _read(self) -> None:
        if self._is_waiting:
            return
        self.shown = shown.read(self.desk.store, self.desk.today(), self._chosen, self.shown)
        self._show()

    def _show(self) -> None:
        if self._is_waiting:
            return
        if self.shown is not None:
            self.head.show_strategy(self.shown)
            for show in self._shows:
                show(self.shown)
        self._show_whether_any()

    def _show_whether_any(self) -> None:
        self._pages.setCurrentIndex(1 if self.shown is None else 0)
        self._empty.say(NOTHING, (Message("Begin a strategy"), self.begin))
        self._name_pages()

    def _name_pages(self) -> None:
        for place, words in enumerate(PAGE_NAMES):
            self.pages.setTabText(place, str(words))

    def _show_plan(self, strategy: Shown) -> None:
        self.plan.show_strategy(strategy, self._exceptions.between(self.desk.store, strategy))

    # The pages, each made when it is first seen

    @cached_property
    def review(self) -> ReviewPage:
        from ayil_desktop.strategy.review_page import ReviewPage  # when it is first seen

        page = ReviewPage(self.desk)
        self._seat(page, page.show_strategy)
        return page

    @cached_property
    def priorities(self) -> PrioritiesPage:
        from ayil_desktop.strategy.priorities_page import PrioritiesPage  # when it is first seen

        page = PrioritiesPage(self.desk)
        page.window_asked.connect(self._open)
        page.amendment_asked.connect(self.amending.amend)
        page.russian_asked.connect(self._show_russian)
        self._seat(page, page.show_strategy)
        return page

    @cached_property
    def results(self) -> ResultsPage:
        from ayil_desktop.strategy.results_page import ResultsPage  # when it is first seen

        page = ResultsPage(self.desk)
        page.window_asked.connect(self._open)
        self._seat(page, page.show_strategy)
        return page

    @cached_property
    def monitoring(self) -> MonitoringPage:
        from ayil_desktop.strategy.monitoring_page import MonitoringPage  # when it is first seen

        page = MonitoringPage(self.desk)
        page.window_asked.connect(self._open)
        page.sheet_asked.connect(lambda: self.papers.print_quarter("progress-report"))
        self._seat(page, page.show_strategy)
        return page

    @cached_property
    def text(self) -> TextPage:
        from ayil_desktop.strategy.text_page import TextPage  # when it is first seen

        page = TextPage(self.desk)
        self._seat(page, page.show_strategy)
        return page

    def _seat(self, page: QWidget, show: Callable[[Shown], None]) -> None:
        self._front.addWidget(page)
        self._shows.append(show)
        if self.shown is not None:
            show(self.shown)

    def _turn_to(self, place: int) -> None:
        self._front.setCurrentWidget(getattr(self, _PAGES[place]))

    # What the user does

    def begin(self) -> None:
        """A new strategy, followed by the first commission."""
        from ayil_desktop.strategy import entry_windows  # when a window is first opened

        with reading(self.desk.store) as session:
            bodies = commission_records.bodies(session)
        self._open(entry_windows.begin(self, self.desk, bodies[0].id if bodies else None))

    def choose(self, strategy_id: str) -> None:
        self._chosen = strategy_id
        self.plan.close_card()
        self._read()

    def show_changes(self) -> None:
        """What has changed since the approval, below the chart."""
        self.pages.setCurrentIndex(0)
        self.plan.open_changes()

    def show_service(self, key: str) -> None:
        """A service on the page of the services."""
        self.pages.setCurrentIndex(2)
        self.priorities.table.go_to(key)

    def _show_russian(self, record: str) -> None:
        """The Russian texts of a service or an activity, on the page of the text."""
        self.pages.setCurrentIndex(_PAGES.index("text"))
        self.text.go_to_russian(record)

    def _open_to_add(self, window: EntryWindow) -> None:
        """What was added is chosen, so that the next one comes below it."""
        window.done_with.connect(lambda done: self.plan.go_to(done.made))
        self._open(window)

    def _open(self, window: EntryWindow | PlainWindow) -> None:
        window.clause_asked.connect(self.desk.show_clause)
        self.window_shown = window
        window.open()

    # How it is put together

    def _join(self) -> None:
        self.head.next_asked.connect(self.amending.go_on)
        self.head.changes_asked.connect(self.show_changes)
        self.head.strategy_chosen.connect(self.choose)
        self.exchange.window_asked.connect(self._open)
        self.amending.window_asked.connect(self._open)
        self.exchange.begun.connect(self.choose)
        self.plan.amendment_asked.connect(self.amending.amend)
        self.plan.below.russian_asked.connect(self._show_russian)
        self.plan.below.print_asked.connect(lambda: self.papers.preview("changes"))
        self.plan.below.decide_asked.connect(self.amending.go_on)
        self.plan.below.withdraw_asked.connect(self.amending.withdraw)
        self.rows.window_asked.connect(self._open)
        self.papers.window_asked.connect(self._open)
        self.rows.adding_asked.connect(self._open_to_add)
        self.rows.service_asked.connect(self.show_service)
        self.pages.currentChanged.connect(self._turn_to)

    def _lay_out(self) -> None:
        self.add = MenuButton(Message("Add"), "plus", [self.command(name) for name in ADDING])
        self.row = MenuButton(Message("Row"), "pencil", [self.command(name) for name in OF_A_ROW])
        self.print = MenuButton(Message("Print"), "printer", list(self.papers.commands.values()))
        for button in (self.add, self.row, self.print):
            self.plan.tools.addWidget(button)
        self._front = QStackedWidget()
        self._front.addWidget(self.plan)
        for _ in _PAGES:
            self.pages.addTab("")
        self.pages.setExpanding(False)
        self.head.put_first(self.pages)
        whole, nothing = QWidget(), QWidget()
        stack = QVBoxLayout(whole)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.head)
        stack.addWidget(self._front, 1)
        self._empty = EmptyState(nothing)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(whole)
        self._pages.addWidget(nothing)
        beginning.begin_at(self, self.plan)


ADDING = ("service", "task", "activity", "paste", "copy-plan", "next-period")
OF_A_ROW = ("change", "up", "down", "number", "anew", "copy", "compare", "remove")
_AFTER_THE_FIRST_FRAME = 100  # milliseconds
_PAGES = ("plan", "review", "priorities", "results", "monitoring", "text")
PAGE_NAMES = (
    Message("Plan"),
    Message("Review"),
    Message("Services"),
    Message("Results"),
    Message("Monitoring"),
    Message("Text"),
)
NOTHING = Message(
    "No strategy has been entered yet. Begin with its title and years; then come the priority services and their plans."
)


def _said(one: Activity) -> Iterable[str]:
    """What the line of an activity and its card say of it."""
    yield from (one.number, one.text_ky, one.text_ru, one.deadline_ky, one.deadline_ru, one.remark)
    for several in (one.products, one.products_ru, one.resources, one.resources_ru):
        yield from several
    for responsible in one.responsible:
        yield from (responsible.text, responsible.text_ru)
