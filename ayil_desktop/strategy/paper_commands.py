"""Which papers of a strategy can be printed from the screen?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets.tab import PRINT_MENU, Command, Desk

# What is read of a plan is loaded with the screen that shows it.
if TYPE_CHECKING:
    from ayil_desktop.strategy.shown import Shown

PAPERS = {
    "strategy": Message("Strategy"),
    "action-plan": Message("Action plan"),
    "action-plan-a3": Message("Action plan on A3"),
    "standards": Message("Standards"),
    "progress-report": Message("Progress report"),
    "board-progress": Message("Progress for the notice board"),
    "changes": Message("Changes since the approval"),
}
"""By the names that the command line uses too; `screen_papers` makes them."""

OF_A_QUARTER = {
    "progress-report": Message("Progress report…"),
    "board-progress": Message("Progress for the notice board…"),
}
"""They ask first for which quarter."""

PRINTED = (
    "strategy",
    "action-plan",
    "action-plan-a3",
    "gantt",
    "standards",
    "progress-report",
    "board-progress",
    "changes",
)
"""In the order of the menu; the chart asks first on which paper."""


class PaperCommands(QObject):
    """The lines of the Print menu for the strategy that is shown; `window_asked` gives a window to open."""

    window_asked = Signal(object)

    def __init__(self, desk: Desk, screen: QWidget, shown: Callable[[], Shown | None]) -> None:
        super().__init__(screen)
        self._desk, self._screen, self._shown = desk, screen, shown
        self.commands: Mapping[str, Command] = {name: self._command(name) for name in PRINTED}

    def is_possible(self) -> bool:
        """Whether a strategy is shown."""
        return self._shown() is not None

    def preview(self, name: str) -> None:
        """Show a paper page by page."""
        from ayil_desktop.strategy import screen_papers  # when something is first printed

        if (shown := self._shown()) is not None:
            screen_papers.preview(self._desk, shown.strategy.id, name, str(PAPERS[name]))

    def print_quarter(self, name: str) -> None:
        """Which quarter is asked first."""
        from ayil_desktop.strategy import screen_papers  # when something is first printed
        from ayil_desktop.strategy.quarter_window import QuarterWindow

        if (shown := self._shown()) is not None:
            title = PAPERS[name]
            show = partial(screen_papers.preview_quarter, self._desk, shown.strategy, name, str(title))
            self.window_asked.emit(QuarterWindow(self._screen, self._desk, title, shown.strategy, show))

    def print_chart(self) -> None:
        """On which paper and how fitted is asked first."""
        from ayil_desktop.strategy import screen_papers  # when something is first printed
        from ayil_desktop.strategy.chart_window import ChartWindow

        if (shown := self._shown()) is not None:
            paper = screen_papers.paper(self._desk, shown.strategy.id)
            self.window_asked.emit(ChartWindow(self._screen, self._desk, paper))

    def _command(self, name: str) -> Command:
        keys = "Ctrl+P" if name == "action-plan" else ""
        run: Callable[[], None] = partial(self.preview, name)
        if name in OF_A_QUARTER:
            run = partial(self.print_quarter, name)
        elif name == "gantt":
            run = self.print_chart
        return Command(PRINT_MENU, _TITLES[name], run, keys, "printer", self.is_possible)


_TITLES = {**PAPERS, **OF_A_QUARTER, "gantt": Message("Chart…")}
