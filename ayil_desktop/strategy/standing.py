"""How does each activity stand on a day, and how much of a plan is done?"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import Any

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.strategy import rules
from ayil_desktop.strategy.follow_up_records import Progress, Review, ReviewEntry
from ayil_desktop.strategy.records import Activity, Strategy, Task
from ayil_desktop.workdays import deadlines


class State(StrEnum):
    """How an activity stands; UNDATED ones are never late."""

    NOT_YET_DUE = "not_yet_due"
    DUE = "due"
    IN_PROGRESS = "in_progress"
    LATE = "late"
    LATE_UNRECORDED = "late_unrecorded"
    DONE = "done"
    DONE_LATE = "done_late"
    CANCELLED = "cancelled"
    UNDATED = "undated"


STATE_NAMES = {
    State.NOT_YET_DUE: Message("Not yet due"),
    State.DUE: InContext("activity", "Due"),
    State.IN_PROGRESS: Message("In progress"),
    State.LATE: Message("Late"),
    State.LATE_UNRECORDED: Message("Late, nothing recorded"),
    State.DONE: Message("Done"),
    State.DONE_LATE: Message("Done late"),
    State.CANCELLED: Message("Cancelled"),
    State.UNDATED: Message("Without a date"),
}


UNDECIDED = Message("Not decided yet")
"""Of an activity that an open amendment adds: it has no state."""


PROGRESS_NAMES = {
    Progress.IN_PROGRESS: Message("In progress"),
    Progress.DONE: Message("Done"),
    Progress.NOT_DONE: Message("Not done"),
    Progress.CANCELLED: Message("Cancelled"),
}


def said(entry: ReviewEntry) -> Message:
    """What a review says, with the day where one was told; what it cancels the council has not decided."""
    if entry.progress is Progress.CANCELLED:
        return Message("Cancelled, without a decision")
    name = PROGRESS_NAMES[entry.progress]
    return name if entry.done_on is None else Message("{state}, {date}", state=name, date=entry.done_on)


LATE_STATES = (State.LATE, State.LATE_UNRECORDED)


DONE_STATES = (State.DONE, State.DONE_LATE)


BEFORE_A_DATE = datetime.timedelta(days=7)
"""Without a first day an activity is due in its last seven days, the last one among them (ST-8.M3)."""


def last_entry(activity: Activity, reviews: Mapping[str, Review], on: datetime.date) -> ReviewEntry | None:
    """What the latest review up to a day says of an activity; None where none says anything."""
    return next(iter(_entries(activity, reviews, on)), None)


def done_since(activity: Activity, reviews: Mapping[str, Review], on: datetime.date) -> ReviewEntry | None:
    """With what the latest review says of an activity it was first called done; later reviews only repeat that.

    None where the latest says something else, or nothing.
    """
    *_, first = None, *takewhile(lambda one: one.progress is Progress.DONE, _entries(activity, reviews, on))
    return first


def _entries(activity: Activity, reviews: Mapping[str, Review], on: datetime.date) -> Sequence[ReviewEntry]:
    """What the reviews up to a day say of an activity, the latest first."""
    known = [entry for entry in activity.entries if entry.review_id in reviews and reviews[entry.review_id].on <= on]
    return sorted(known, key=lambda entry: reviews[entry.review_id].on, reverse=True)


Days = tuple[datetime.date | None, datetime.date | None]
"""The first and the last day of an activity, None where open."""


def state(activity: Activity, entry: ReviewEntry | None, today: datetime.date) -> State:
    """The computed state: what a review recorded, else the dates (judged by the last day)."""
    return state_of((activity.starts, activity.ends), entry, today)


def state_of(days: Days, entry: ReviewEntry | None, today: datetime.date) -> State:
    """The same, of days alone."""
    starts, ends = days
    if entry is not None and entry.progress is Progress.CANCELLED:
        return State.CANCELLED
    if entry is not None and entry.progress is Progress.DONE:
        is_late = ends is not None and entry.done_on is not None and entry.done_on > ends
        return State.DONE_LATE if is_late else State.DONE
    if ends is None:
        return State.IN_PROGRESS if entry is not None and entry.progress is Progress.IN_PROGRESS else State.UNDATED
    if today > ends:
        return State.LATE if entry is not None else State.LATE_UNRECORDED
    if entry is not None and entry.progress is Progress.IN_PROGRESS:
        return State.IN_PROGRESS
    begins = deadlines.begins(starts, ends)
    is_due = today >= begins if begins else today > ends - BEFORE_A_DATE
    return State.DUE if is_due else State.NOT_YET_DUE


def states(strategy: Strategy, today: datetime.date, only: Mapping[str, Activity] | None = None) -> dict[str, State]:
    """The state of every activity that counts by its id, or of some.

    While an amendment is not decided the approved days judge: what it added has no state, what it removed keeps its
    own (ST-R.1).
    """
    reviews = {review.id: review for review in strategy.reviews}
    some = rules.activities(strategy) if only is None else only.values()
    said = {one.id: last_entry(one, reviews, today) for one in some}
    days = days_in_force(strategy, only)
    return {key: state_of(counted, said.get(key), today) for key, counted in days.items()}


def days_done(strategy: Strategy, today: datetime.date) -> dict[str, datetime.date]:
    """The day on which each activity was done, of those of which one was told."""
    reviews = {review.id: review for review in strategy.reviews}
    said = {one.id: last_entry(one, reviews, today) for one in rules.activities(strategy)}
    return {key: entry.done_on for key, entry in said.items() if entry is not None and entry.done_on is not None}


def days_in_force(strategy: Strategy, only: Mapping[str, Activity] | None = None) -> Mapping[str, Days]:
    """The days by which each activity, or some, are judged: as approved while an amendment of them is not decided
    (ST-R.1)."""
    if rules.open_amendment(strategy) is None:
        some = rules.activities(strategy) if only is None else only.values()
        return {one.id: (one.starts, one.ends) for one in some}
    approved = approved_in(strategy.baselines[-1].content)
    return {key: approved_days(one) for key, one in approved.items() if only is None or key in only}


def approved_in(content: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The activities of a baseline by their ids."""
    return {
        one["id"]: one for service in content["services"] for task in service["tasks"] for one in task["activities"]
    }


def approved_days(approved: Mapping[str, Any]) -> Days:
    """The days of an activity as a baseline keeps them."""
    first, last = (datetime.date.fromisoformat(day) if day else None for day in (approved["from"], approved["to"]))
    return first, last


@dataclass(frozen=True)
class Share:
    """How many of how many are done, by number of activities; cancelled ones are out of the count."""

    done: int
    total: int

    @property
    def percent(self) -> float | None:
        """0 … 100; None where there is nothing to do."""
        return None if self.total == 0 else 100 * self.done / self.total


def share(found: Iterable[State]) -> Share:
    """The progress of a task, a service or the whole (ST-7.1)."""
    counted = [one for one in found if one is not State.CANCELLED]
    return Share(sum(one in DONE_STATES for one in counted), len(counted))


def counts(found: Iterable[State]) -> dict[State, int]:
    """How many activities are in each state, all states named."""
    every = list(found)
    return {one: every.count(one) for one in State}


def out_of_sequence(task: Task, found: Mapping[str, State]) -> tuple[tuple[Activity, Activity], ...]:
    """Done activities with an earlier one of the task that is not: (the earlier, the done one) (ST-7.1)."""
    pairs: list[tuple[Activity, Activity]] = []
    for place, later in enumerate(task.activities):
        if found[later.id] in DONE_STATES:
            missing = [
                one
                for one in task.activities[:place]
                if found[one.id] not in (*DONE_STATES, State.CANCELLED, State.UNDATED)
            ]
            pairs.extend((one, later) for one in missing[-1:])
    return tuple(pairs)


def is_due_soon(ends: datetime.date | None, state: State | None, today: datetime.date) -> bool:
    """Whether something unfinished has its last day within a week from today (ST-8.M3)."""
    closed = (*DONE_STATES, State.CANCELLED)
    return ends is not None and state not in closed and today <= ends <= today + BEFORE_A_DATE


def days_left(activity: Activity, today: datetime.date) -> int | None:
    """Calendar days to the last day, negative when it is over; None without one (ST-8.M3)."""
    return None if activity.ends is None else (activity.ends - today).days
