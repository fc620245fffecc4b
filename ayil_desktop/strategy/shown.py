"""What does the screen of a strategy show on a day?"""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from sqlalchemy.orm import Session

from ayil_desktop.commission import records as commission
from ayil_desktop.commission import rules as commission_rules
from ayil_desktop.commission.records import Body
from ayil_desktop.language import catalogue, kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import choices
from ayil_desktop.meetings import day as meeting_day
from ayil_desktop.store.open_store import Store
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import answering, bars, chart_rows, plan_check, rereading, rules, selections, standing
from ayil_desktop.strategy.answering import Answering
from ayil_desktop.strategy.bars import Row, Rows
from ayil_desktop.strategy.plan_check import Checked, Warned
from ayil_desktop.strategy.records import Activity, PriorityService, Status, Strategy, Task
from ayil_desktop.strategy.rereading import Again
from ayil_desktop.strategy.standing import Share, State
from ayil_desktop.workdays import deadlines, periods
from ayil_desktop.workdays.calendar import SATURDAY


class Which(Enum):
    """Which activities the chart shows, whatever their service."""

    ALL = "all"
    LATE = "late"
    SOON = "soon"
    THIS_QUARTER = "this_quarter"


WHICH_NAMES = {
    Which.ALL: Message("All activities"),
    Which.LATE: Message("Only late ones"),
    Which.SOON: Message("Only those due within 7 days"),
    Which.THIS_QUARTER: Message("Only this quarter"),
}


@dataclass(frozen=True)
class Shown:
    """One strategy with its states, its share done and what the reader's check finds."""

    strategy: Strategy
    today: datetime.date
    states: Mapping[str, State]
    every: Sequence[Strategy] = ()
    """All strategies of the office, the newest first; their own columns only."""
    step: int = 0
    """The step of the journal after which it was read."""
    bodies: dict[str, Body] = field(default_factory=dict, compare=False, repr=False)
    """Those that answer for an activity, by their ids."""
    not_held: Mapping[str, choices.State] = field(default_factory=dict)
    """The meetings named by its amendments that did not take place."""
    _rows: dict[str, Rows] = field(default_factory=dict, compare=False, repr=False)
    _found: dict[str, Checked] = field(default_factory=dict, compare=False, repr=False)
    """What the reader's check found in services that are still the same."""
    _people: dict[str, tuple[Mapping[str, str], list[Answering]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Who answers, by the language, with the names of the bodies of that time."""

    @cached_property
    def warnings(self) -> Sequence[Warned]:
        """What a careful reader finds; looked for when it is first asked for."""
        return plan_check.check(self.strategy, self._found, self.not_held)

    @cached_property
    def days(self) -> Mapping[str, standing.Days]:
        """The days by which the activities are judged."""
        return standing.days_in_force(self.strategy)

    @property
    def share(self) -> Share:
        return standing.share(self.states.values())

    @property
    def late(self) -> int:
        """How many activities are late."""
        return sum(state in standing.LATE_STATES for state in self.states.values())

    @property
    def is_draft(self) -> bool:
        """Whether no council has approved it yet."""
        return self.strategy.status is Status.DRAFT

    @property
    def is_open(self) -> bool:
        """Whether the plan may be changed: a draft, or inside an amendment."""
        return self.is_draft or rules.open_amendment(self.strategy) is not None

    def rows(self, which: Which = Which.ALL, service: str = "", words: str = "", person: str = "") -> Rows:
        """The rows of the chart in the language of the screen: those that fit, under their tasks and services."""
        every = self._every(catalogue.current())
        if which is Which.ALL and not service and not words.strip() and not person:
            return every
        theirs = self._activities_of(person) if person else None
        fitting = {
            row.key
            for row in every
            if row.level == 2
            and (theirs is None or row.key in theirs)
            and self._fits(row, every, which, service, words)
        }
        return bars.kept(every, fitting)

    def _every(self, language: str) -> Rows:
        if language not in self._rows:
            self._rows[language] = chart_rows.rows(self.strategy, self.states, language)
        return self._rows[language]

    def people(self) -> list[Answering]:
        """Who answers for activities, each once, in the order of the alphabet."""
        today, language = self.today, catalogue.current()
        names = {key: commission_rules.short_name(one, today, language) for key, one in self.bodies.items()}
        known = self._people.get(language)
        if known is None or known[0] != names:
            every = answering.everybody(rules.activities(self.strategy), language, names)
            known = self._people[language] = names, every
        return known[1]

    def _activities_of(self, person: str) -> set[str]:
        return {activity.id for activity in rules.activities(self.strategy) if person in answering.keys(activity)}

    def _fits(self, row: Row, every: Sequence[Row], which: Which, service: str, words: str) -> bool:
        task = every[row.parent]
        if service and every[task.parent].key != service:
            return False
        if which is Which.LATE and row.state not in standing.LATE_STATES:
            return False
        counted = self.days.get(row.key, (None, None))
        if which is Which.SOON:
            week = self.today, self.today + standing.BEFORE_A_DATE
            if not standing.is_due_soon(counted[1], row.state, self.today) and not _is_due_again(row, *week):
                return False
        if which is Which.THIS_QUARTER:
            quarter = periods.quarter_of(self.today)
            is_touched = _touches((row.starts, row.ends), quarter) or _touches(counted, quarter)
            if not is_touched and not _is_due_again(row, quarter.first, quarter.last):
                return False
        sought = kyrgyz.fold(words.strip())
        return sought in kyrgyz.fold(f"{row.number} {row.text} {row.responsible} {row.words}")

    def after(self, again: Again, today: datetime.date, every: Sequence[Strategy]) -> "Shown":
        """What is shown once some activities are others; what nobody changed is not reckoned again."""
        strategy = again.strategy
        if today == self.today and not (again.changed or again.around or again.is_moved):
            return self
        found = {} if again.around & _CHECKED else self._still_found(strategy, again.changed.values())
        people = {} if again.is_answered_otherwise else self._people
        if again.around or again.is_moved or today != self.today:
            states = standing.states(strategy, today)
            return Shown(
                strategy, today, states, every, again.step, self.bodies, self.not_held, _found=found, _people=people
            )
        states = {**self.states, **standing.states(strategy, today, again.changed)}
        rows = {
            language: chart_rows.changed(known, strategy, states, language, again.changed)
            for language, known in self._rows.items()
        }
        return Shown(strategy, today, states, every, again.step, self.bodies, self.not_held, rows, found, people)

    def resting(self, not_held: Mapping[str, choices.State]) -> "Shown":
        """The same where these meetings did not take place."""
        return self if not_held == self.not_held else replace(self, not_held=not_held)

    def _still_found(self, strategy: Strategy, changed: Iterable[Activity]) -> dict[str, Checked]:
        """What was found in the services none of whose activities is another."""
        tasks = {one.task_id for one in changed}
        touched = {one.id for one in strategy.priorities if any(task.id in tasks for task in one.tasks)}
        return {key: known for key, known in self._found.items() if key not in touched}

    def activity(self, key: str) -> Activity | None:
        """An activity by its id; None where it is gone."""
        return next((one for one in rules.activities(self.strategy) if one.id == key), None)

    def activities_in(self, rows: Collection[str]) -> Sequence[Activity]:
        """The activities among these rows and below them, in the order of the plan."""
        return [
            one
            for priority in self.strategy.priorities
            for task in priority.tasks
            for one in task.activities
            if not {priority.id, task.id, one.id}.isdisjoint(rows)
        ]

    def task_of(self, key: str) -> Task | None:
        """The task itself, or the one of an activity; of a service the last one."""
        for priority in self.strategy.priorities:
            for task in priority.tasks:
                if key == task.id or any(one.id == key for one in task.activities):
                    return task
            if key == priority.id and priority.tasks:
                return priority.tasks[-1]
        return None

    def service_of(self, key: str) -> PriorityService | None:
        """The service that a row belongs to; the first one where the row is none of the plan."""
        for priority in self.strategy.priorities:
            tasks = {task.id for task in priority.tasks}
            if key == priority.id or key in tasks or any(one.id == key for one in rules.activities_of(priority)):
                return priority
        return next(iter(self.strategy.priorities), None)

    def row_of(self, warned: Warned) -> str:
        """The row that a warning is about first; empty where it is about the strategy."""
        if warned.service == plan_check.WHOLE:
            return ""
        priority = next(one for one in self.strategy.priorities if one.place == warned.service)
        numbers = {task.number: task.id for task in priority.tasks}
        numbers |= {one.number: one.id for one in rules.activities_of(priority)}
        return next((numbers[number] for number in warned.numbers if number in numbers), priority.id)


_CHECKED = frozenset({"strategy", "priority_service", "task", "indicator", "service"})
"""What the reader's check looks at besides activities."""


def read(store: Store, today: datetime.date, chosen: str = "", before: Shown | None = None) -> Shown | None:
    """The chosen strategy, or the newest one of the office; None where there is none.

    `before` is what was shown until now: only what has changed since is read, and it must not be shown any more.
    """
    with reading(store) as session:
        known = selections.strategies(session)
        if not known:
            return None
        wanted = next((one.id for one in known if one.id == chosen), known[0].id)
        if before is not None and before.strategy.id == wanted:
            again = rereading.again(session, before.strategy, before.step)
            if again is not None:
                before.bodies.update(_bodies(session, again.changed.values(), before.bodies))
                return before.after(again, today, known).resting(selections.not_held(session, again.strategy))
        step = rereading.step(session)
        strategy = selections.strategy(session, wanted)
        bodies, not_held = _bodies(session, rules.activities(strategy)), selections.not_held(session, strategy)
    return Shown(strategy, today, standing.states(strategy, today), known, step, bodies, not_held)


def is_resting_otherwise(store: Store, shown: Shown) -> bool:
    """Whether a meeting that decided an amendment was held then and not now, or the other way round."""
    with reading(store) as session:
        return selections.not_held(session, shown.strategy) != shown.not_held


def _bodies(session: Session, activities: Iterable[Activity], known: Collection[str] = ()) -> dict[str, Body]:
    """Those that answer for activities, with their names of now; besides them the known ones."""
    wanted = {row.body_id for one in activities for row in one.responsible if row.body_id} | set(known)
    return {one.id: one for one in commission.bodies(session) if one.id in wanted} if wanted else {}


class Exceptions:
    """The holidays and the worked weekends behind the bars; asked of the store again only where the plan reaches over
    other days."""

    def __init__(self) -> None:
        self._known: tuple[tuple[datetime.date, datetime.date], Sequence[datetime.date]] | None = None

    def between(self, store: Store, shown: Shown) -> Sequence[datetime.date]:
        """Those of the months that the chart shows."""
        reach = _reach(shown)
        if reach is None:
            return ()
        if self._known is None or self._known[0] != reach:
            self._known = reach, _unlike_their_weekday(store, *reach)
        return self._known[1]


def read_ahead(store: Store, today: datetime.date, days: Exceptions) -> Shown | None:
    """The newest strategy with what its screen asks for first, for whoever reads beside the screen."""
    found = read(store, today)
    if found is not None:
        found.rows()
        len(found.warnings)
        days.between(store, found)
    return found


def exceptions(store: Store, shown: Shown) -> Sequence[datetime.date]:
    """The days that are not as their weekday says: holidays, and Saturdays and Sundays that are worked."""
    return Exceptions().between(store, shown)


def _reach(shown: Shown) -> tuple[datetime.date, datetime.date] | None:
    """The months of its services, which reach over their activities."""
    services = [row for row in shown.rows() if row.parent < 0 and row.ends is not None]
    time = bars.time_of(services, today=shown.today, per_day=1.0)
    return (time.begins, time.ends) if services else None


def _unlike_their_weekday(store: Store, first: datetime.date, last: datetime.date) -> Sequence[datetime.date]:
    with reading(store) as session:
        calendar = meeting_day.calendar(session)
    every = (first + datetime.timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in every if calendar.is_working(day) is not (day.weekday() < SATURDAY)]


def _is_due_again(row: Row, first: datetime.date, last: datetime.date) -> bool:
    """Whether something regular, as often as its words say, comes round within these days."""
    is_closed = row.state in (*standing.DONE_STATES, State.CANCELLED)
    return not is_closed and any(first <= day <= last for day in row.expected)


def _touches(days: standing.Days, quarter: periods.Quarter) -> bool:
    starts, ends = days
    return ends is not None and (deadlines.begins(starts, ends) or ends) <= quarter.last and ends >= quarter.first
