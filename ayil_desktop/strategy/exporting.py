"""How does a plan go from the screen into a file of another program?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import saving
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import chart_rows, shown
from ayil_desktop.widgets import notice, refusal, tab
from ayil_desktop.widgets.tab import Command, Desk

if TYPE_CHECKING:
    from ayil_desktop.strategy.papers import StrategyPaper
    from ayil_desktop.widgets.ask import FileKind

KINDS: dict[str, tuple[Message, FileKind]] = {
    ".xlsx": (Message("Plan for Excel…"), (Message("Excel workbook"), "*.xlsx")),
    ".csv": (Message("Table of the plan (CSV)…"), (Message("CSV table"), "*.csv")),
    ".png": (Message("Picture of the chart…"), (Message("Picture"), "*.png")),
    ".xml": (Message("Plan for MS Project…"), (Message("MS Project file (XML)"), "*.xml")),
    ".ics": (Message("Deadlines for a calendar…"), (Message("Calendar file"), "*.ics")),
}
"""What is offered, by the ending of its file."""

NAME = Message("Action plan")


class Exporting(QObject):
    """The lines of the menu: each asks where to, then writes beside the screen and says where it is."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def commands(self, is_possible: Callable[[], bool]) -> Sequence[Command]:
        return [
            Command(tab.EXPORT_MENU, title, partial(self.export, ending), is_possible=is_possible)
            for ending, (title, _) in KINDS.items()
        ]

    def export(self, ending: str) -> None:
        """Nothing happens where the user turns away."""
        # When something is first exported.
        from ayil_desktop.strategy import papers
        from ayil_desktop.widgets import ask, background

        target = ask.save_file(Message("Export"), f"{NAME}{ending}", (KINDS[ending][1],))
        if target is None:
            return
        with reading(self._desk.store) as session:
            paper = papers.only(session, self._desk.today())
        try:
            make = self._picture(paper) if ending == ".png" else partial(_made, ending, paper, catalogue.current())
        except Refused as refused:
            notice.warning(refusal.reason(refused), clause=refused.clause)
            return
        background.run(
            partial(_written, target, make),
            title=Message("Saving {name}", name=target.name),
            done=lambda _: notice.done(_told(paper, target)),
        )

    def _picture(self, paper: StrategyPaper) -> Callable[[], bytes]:
        """Painted here, because only this thread has a screen."""
        from ayil_desktop.strategy import chart_picture  # when something is first exported

        rows = chart_rows.rows(paper.strategy, paper.states, catalogue.current())
        seen = shown.read(self._desk.store, self._desk.today())
        exceptions = shown.exceptions(self._desk.store, seen) if seen else ()
        return partial(chart_picture.png, chart_picture.painted(rows, today=paper.today, exceptions=exceptions))


def _made(ending: str, paper: StrategyPaper, language: str) -> bytes:
    # The writer of workbooks is loaded when one is written.
    from ayil_desktop.strategy import exports

    return exports.MAKERS[ending](paper, language, "")


def _told(paper: StrategyPaper, target: Path) -> Message:
    saved = Message("“{name}” was saved as {file}.", name=str(NAME), file=str(target))
    if paper.strategy is paper.written:
        return saved
    return Message("{saved} It holds the approved plan; the open amendment is not decided.", saved=saved)


def _written(target: Path, make: Callable[[], bytes]) -> None:
    saving.save(target, make())
