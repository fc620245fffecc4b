"""Which panel belongs to which step of a meeting, and how is it given the meeting?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.paper_commands import PaperCommands
from ayil_desktop.meetings.planning import PlanPanel
from ayil_desktop.meetings.protocol import MinutesPanel
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.sending import NoticePanel
from ayil_desktop.meetings.steps import Step
from ayil_desktop.meetings.voting import SessionPanel
from ayil_desktop.widgets.tab import Desk

_OF_NOTICE = ("notice", "invitation", "agenda", "packet")


@dataclass(frozen=True)
class StepPanel:
    """One step's panel and how it is given a meeting, with the others of its body, once all of `building` is done."""

    widget: QWidget
    show: Callable[[Opened, Sequence[Meeting]], object]
    building: Iterable[None] = ()


def panels(desk: Desk, papers: PaperCommands) -> Mapping[Step, Callable[[], StepPanel]]:
    """Makers, to be called when a step is first looked at."""
    return {
        Step.PLAN: lambda: _plan(desk),
        Step.NOTICE: lambda: _notice(desk, papers),
        Step.SESSION: lambda: _session(desk),
        Step.MINUTES: lambda: _minutes(desk),
    }


def _plan(desk: Desk) -> StepPanel:
    panel = PlanPanel(desk, in_steps=True)
    panel.clause_asked.connect(desk.show_clause)
    return StepPanel(panel, panel.show_opened, panel.building)


def _notice(desk: Desk, papers: PaperCommands) -> StepPanel:
    panel = NoticePanel(desk, [papers.command(name) for name in _OF_NOTICE])
    panel.clause_asked.connect(desk.show_clause)
    return StepPanel(panel, lambda found, _others: panel.show_opened(found))


def _session(desk: Desk) -> StepPanel:
    panel = SessionPanel(desk, in_steps=True)
    return _of_session(panel, panel.building)


def _minutes(desk: Desk) -> StepPanel:
    panel = MinutesPanel(desk)
    panel.clause_asked.connect(desk.show_clause)
    return _of_session(panel)


def _of_session(panel: SessionPanel | MinutesPanel, building: Iterable[None] = ()) -> StepPanel:
    """Of a meeting that has not begun not all was read that these panels show."""

    def show(found: Opened, _others: Sequence[Meeting]) -> None:
        if found.is_whole:
            panel.show_opened(found)
        else:
            panel.show_meeting(found.meeting.id)

    return StepPanel(panel, show, building)
