"""Which papers does the screen of the strategy offer, and how are they made?"""

from collections.abc import Callable, Mapping
from functools import partial

from ayil_desktop.printing.document import Document
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import board_paper, changes_paper, handouts, papers, progress_paper
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.records import Strategy
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.workdays.periods import Quarter

MAKERS: Mapping[str, Callable[[StrategyPaper, str], Document]] = {
    "strategy": handouts.strategy,
    "action-plan": handouts.action_plan,
    "action-plan-a3": partial(handouts.action_plan, size="A3"),
    "standards": handouts.standards,
    "progress-report": progress_paper.progress_report,
    "board-progress": board_paper.board_progress,
    "changes": changes_paper.changes,
}
"""By the names that the tab gives them."""


def paper(desk: Desk, strategy_id: str) -> StrategyPaper:
    """Everything about a strategy that its papers say, as of today."""
    with reading(desk.store) as session:
        return papers.of(session, strategy_id, desk.today())


def preview(desk: Desk, strategy_id: str, name: str, title: str) -> None:
    """A paper page by page."""
    said, make = paper(desk, strategy_id), MAKERS[name]
    desk.preview(lambda language: make(said, language), title)


def preview_quarter(desk: Desk, strategy: Strategy, name: str, title: str, quarter: Quarter) -> None:
    """A paper about one quarter, as of the day on which that was reported."""
    with reading(desk.store) as session:
        said = papers.of_quarter(session, strategy.id, desk.today(), quarter)
    desk.preview(lambda language: MAKERS[name](said, language), title)
