"""Which rows does the chart of a strategy have?"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from ayil_desktop.strategy import bars, plan_paper, rhythm, rules, russian, standing
from ayil_desktop.strategy.bars import Row, Rows
from ayil_desktop.strategy.records import Activity, Strategy
from ayil_desktop.strategy.standing import Days, State
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Kind


def rows(strategy: Strategy, states: Mapping[str, State], language: str) -> Rows:
    """Services, their tasks and activities in the order of the document, with summary spans and approved days."""
    return bars.spans(list(_Rows(strategy, states, language).every()))


def changed(
    known: Rows, strategy: Strategy, states: Mapping[str, State], language: str, others: Mapping[str, Activity]
) -> Rows:
    """The same rows where only these activities are others; the spans above them follow."""
    made = _Rows(strategy, states, language)
    is_own = strategy.begins is not None and strategy.ends is not None
    if not is_own and made.years != _reach(row for row in known if row.parent < 0):
        return rows(strategy, states, language)
    fresh = {
        place: made.of_activity(others[row.key], row.parent) for place, row in enumerate(known) if row.key in others
    }
    return bars.exchanged(known, fresh)


def _approved(strategy: Strategy) -> dict[str, dict[str, Any]]:
    """The approved activities of the last baseline by their ids."""
    return standing.approved_in(strategy.baselines[-1].content) if strategy.baselines else {}


class _Rows:
    """The rows of one strategy."""

    def __init__(self, strategy: Strategy, states: Mapping[str, State], language: str) -> None:
        self._strategy, self._states, self._language = strategy, states, language
        self._approved = _approved(strategy)
        self.years: Days = (strategy.begins, strategy.ends)
        """What is done regularly is done in these days: the strategy's own, else those that its plans reach over."""
        if strategy.begins is None or strategy.ends is None:
            self.years = _reach(rules.activities(strategy))

    def every(self) -> Iterator[Row]:
        """Spans are not known yet."""
        place = 0
        for priority in self._strategy.priorities:
            service = place
            yield Row(priority.id, 0, str(priority.place), plan_paper.name(priority, self._language))
            place += 1
            for task in priority.tasks:
                title = russian.said(task.title_ky, task.title_ru, self._language)
                yield Row(task.id, 1, task.number, title, parent=service)
                for activity in task.activities:
                    yield self.of_activity(activity, place)
                place += 1 + len(task.activities)

    def of_activity(self, activity: Activity, parent: int) -> Row:
        approved, language = self._approved.get(activity.id), self._language
        return Row(
            key=activity.id,
            level=2,
            number=activity.number,
            text=plan_paper.activity_text(activity, language),
            parent=parent,
            responsible=joined([plan_paper.responsible(one, language) for one in activity.responsible]),
            words=plan_paper.deadline(activity, language),
            kind=Kind(activity.deadline_kind),
            starts=activity.starts,
            ends=activity.ends,
            state=self._states.get(activity.id),
            occurrences=rhythm.done([(one.on, one.is_done) for one in activity.occurrences]),
            base=None if approved is None else base((activity.starts, activity.ends), approved),
            needs=tuple(one.before_id for one in activity.needs),
            expected=self._expected(activity),
        )

    def _expected(self, activity: Activity) -> tuple[datetime.date, ...]:
        if activity.deadline_kind != Kind.REGULAR:
            return ()
        ticks = [(one.on, one.is_done) for one in activity.occurrences]
        return rhythm.expected(activity.deadline_ky, *self.years, ticks)


class _Dated(Protocol):
    @property
    def starts(self) -> datetime.date | None: ...
    @property
    def ends(self) -> datetime.date | None: ...


def _reach(dated: Iterable[_Dated]) -> Days:
    """From the first day of all to the last one."""
    days = [(deadlines.begins(one.starts, one.ends) or one.ends, one.ends) for one in dated if one.ends is not None]
    return (min(first for first, _ in days if first), max(last for _, last in days)) if days else (None, None)


def joined(names: Iterable[str]) -> str:
    """Who is responsible, in one line."""
    return "; ".join(name.rstrip(" ;,") for name in names)


def base(days: Days, approved: Mapping[str, Any]) -> tuple[datetime.date | None, datetime.date] | None:
    """The approved days where they are others than today's."""
    first, last = standing.approved_days(approved)
    return None if last is None or (first, last) == days else (first, last)
