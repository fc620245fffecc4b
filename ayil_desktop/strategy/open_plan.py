"""Which part of a plan is to be changed, and is its strategy open for that?"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from ayil_desktop.strategy import rules, selections
from ayil_desktop.strategy.records import Activity, Indicator, PriorityService, Strategy, Task


@dataclass(frozen=True)
class OpenPlan:
    """The plan of one service, read with all of its strategy."""

    strategy: Strategy
    priority: PriorityService


@dataclass(frozen=True)
class OpenTask(OpenPlan):
    """A task within its plan."""

    task: Task


@dataclass(frozen=True)
class OpenActivity(OpenTask):
    """An activity within its task."""

    activity: Activity


def plan(session: Session, priority_id: str) -> OpenPlan:
    """Refused while the strategy is approved and no amendment is open."""
    strategy = selections.strategy(session, session.get_one(PriorityService, priority_id).strategy_id)
    rules.check_open(strategy)
    return OpenPlan(strategy, next(one for one in strategy.priorities if one.id == priority_id))


def task(session: Session, task_id: str) -> OpenTask:
    """As `plan`."""
    whole = plan(session, session.get_one(Task, task_id).priority_id)
    found = next(one for one in whole.priority.tasks if one.id == task_id)
    return OpenTask(whole.strategy, whole.priority, found)


def activity(session: Session, activity_id: str) -> OpenActivity:
    """As `plan`."""
    own = task(session, session.get_one(Activity, activity_id).task_id)
    found = next(one for one in own.task.activities if one.id == activity_id)
    return OpenActivity(own.strategy, own.priority, own.task, found)


def check_indicator(session: Session, indicator: Indicator) -> None:
    """As `plan`; what was measured for an indicator stays open all the same."""
    plan(session, indicator.priority_id or session.get_one(Task, indicator.task_id).priority_id)
