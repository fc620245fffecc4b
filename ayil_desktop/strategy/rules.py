"""How does each activity stand on a day, and what may be changed in a plan?"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile
from typing import Any

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.refused import Refused
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.follow_up_records import Level, MonitoringRecord, Progress, Review, ReviewEntry
from ayil_desktop.strategy.records import Activity, PriorityService, Source, Status, Strategy, Task
from ayil_desktop.workdays import deadlines, periods
from ayil_desktop.workdays.deadlines import Deadline, Kind


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


SOURCE_NAMES = {
    Source.LOCAL_BUDGET: Message("Local budget"),
    Source.USERS_AND_PROVIDERS: Message("Users and providers"),
    Source.DONORS: Message("Donors"),
    Source.SPONSORS: Message("Sponsors"),
}

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


def states(strategy: Strategy, today: datetime.date, only: Collection[str] | None = None) -> dict[str, State]:
    """The state of every activity that counts by its id, or of some.

    While an amendment is not decided the approved days judge: what it added has no state, what it removed keeps its
    own (ST-R.1).
    """
    reviews = {review.id: review for review in strategy.reviews}
    standing = {activity.id: activity for activity in activities(strategy)}
    said = {key: last_entry(one, reviews, today) for key, one in standing.items() if only is None or key in only}
    days = days_in_force(strategy)
    wanted = days.keys() if only is None else days.keys() & set(only)
    return {key: state_of(days[key], said.get(key), today) for key in wanted}


def days_done(strategy: Strategy, today: datetime.date) -> dict[str, datetime.date]:
    """The day on which each activity was done, of those of which one was told."""
    reviews = {review.id: review for review in strategy.reviews}
    said = {one.id: last_entry(one, reviews, today) for one in activities(strategy)}
    return {key: entry.done_on for key, entry in said.items() if entry is not None and entry.done_on is not None}


def days_in_force(strategy: Strategy) -> Mapping[str, Days]:
    """The days by which each activity is judged: as approved while an amendment of them is not decided (ST-R.1)."""
    if open_amendment(strategy) is None:
        return {one.id: (one.starts, one.ends) for one in activities(strategy)}
    return {key: approved_days(one) for key, one in approved_in(strategy.baselines[-1].content).items()}


def approved_in(content: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The activities of a baseline by their ids."""
    return {
        one["id"]: one for service in content["services"] for task in service["tasks"] for one in task["activities"]
    }


def approved_days(approved: Mapping[str, Any]) -> Days:
    """The days of an activity as a baseline keeps them."""
    first, last = (datetime.date.fromisoformat(day) if day else None for day in (approved["from"], approved["to"]))
    return first, last


def activities(strategy: Strategy) -> Iterator[Activity]:
    """Every activity in the order of the document."""
    for priority in strategy.priorities:
        yield from activities_of(priority)


def activities_of(priority: PriorityService) -> Iterator[Activity]:
    """Every activity of one service's plan."""
    for task in priority.tasks:
        yield from task.activities


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


def ranked(votes: Mapping[str, int]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Places by votes, most first; equal votes share a place and the next ones move down (1, 2, 2, 4)."""
    places = []
    for number in sorted(set(votes.values()), reverse=True):
        names = tuple(name for name, count in votes.items() if count == number)
        places.append((1 + sum(count > number for count in votes.values()), names))
    return tuple(places)


def ties(votes: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """The services that share a place: the commission has to say which of them comes first."""
    return tuple(names for _, names in ranked(votes) if len(names) > 1)


def without_basis(found: Iterable[MonitoringRecord]) -> tuple[MonitoringRecord, ...]:
    """Joint monitoring of the beneficiaries without the act that it rests on: one warning each (ST-8.M2)."""
    return tuple(one for one in found if one.level is Level.BENEFICIARIES and not one.basis.strip())


def check_priority(*, name: str, within_competence: bool | None) -> None:
    """Refused without a name, or where the service is not within the competence of self-government (ST-4.1)."""
    if not name.strip():
        raise Refused(Message("Write the name of the service."), field="name_ky")
    if within_competence is False:
        raise Refused(
            Message("A service outside the competence of local self-government cannot be a priority."),
            field="within_competence",
            clause="ST-4.1",
        )


def check_votes(votes: int | None) -> None:
    """Refused where the focus group would have given fewer votes than none."""
    if votes is not None and votes < 0:
        raise Refused(Message("A number of votes cannot be below zero."), field="votes")


def check_amount(amount: float, *, field: str = "amount") -> None:
    """Refused for money below zero, or with a part of a som (ST-8.F0)."""
    if amount < 0:
        raise Refused(Message("An amount cannot be below zero."), field=field, clause="ST-8.F0")
    if amount != int(amount):
        raise Refused(Message("Enter whole som."), field=field, clause="ST-8.F0")


def check_open(strategy: Strategy) -> None:
    """Refused while an approved strategy has no open amendment: its plan changes only inside one."""
    if strategy.status is not Status.DRAFT and open_amendment(strategy) is None:
        raise Refused(
            Message("The strategy is approved. Open an amendment to change its plan."),
            field="amendment",
            clause="ST-R.1",
        )


def check_standards(strategy: Strategy | None) -> None:
    """Refused where the newest strategy with the service has approved its standards and no amendment is open."""
    if strategy is not None and strategy.status is not Status.DRAFT and open_amendment(strategy) is None:
        raise Refused(
            Message("The standards were approved with the strategy. Open an amendment to change them."),
            field="amendment",
            clause="ST-R.1",
        )


def open_amendment(strategy: Strategy) -> Amendment | None:
    """The amendment that is being written; None where none is open."""
    return next((one for one in strategy.amendments if one.decided_on is None and not one.withdrawn), None)


def check_dates(starts: datetime.date | None, ends: datetime.date | None) -> None:
    """Refused where a strategy would end before it begins."""
    if starts is not None and ends is not None and ends < starts:
        raise Refused(
            Message("The last day ({ends}) is before the first one ({starts}).", ends=ends, starts=starts), field="ends"
        )


def is_backwards(activity: Activity) -> bool:
    """Whether the last day of an activity comes before its first one: that warns, and the last one judges."""
    return activity.starts is not None and deadlines.begins(activity.starts, activity.ends) is None


def is_outside_years(starts: datetime.date | None, ends: datetime.date | None, strategy: Strategy) -> bool:
    """Whether these days are outside the strategy's own years; False where it names none."""
    days = [day for day in (starts, ends) if day is not None]
    early = strategy.begins is not None and any(day < strategy.begins for day in days)
    return early or (strategy.ends is not None and any(day > strategy.ends for day in days))


def check_link(
    before: Activity, after: Activity, every: Sequence[Activity], services: Mapping[str, int] | None = None
) -> None:
    """Refused where a link would close a loop, with the numbers of the activities on it.

    `services` are the ranks of their services by the ids of activities: each number has its own where they differ.
    """
    loop = _path(after.id, before.id, {one.id: one for one in every})
    if before.id == after.id or loop:
        rows, ranks = loop or [before, after], services or {}
        differ = len({ranks.get(one.id) for one in rows}) > 1
        numbers = " → ".join(f"{ranks[one.id]}/{one.number}" if differ else one.number for one in rows)
        raise Refused(Message("This would be a loop: {numbers}.", numbers=numbers), field="after")


def _path(start: str, goal: str, every: Mapping[str, Activity]) -> list[Activity]:
    """The activities from one to another along the links, empty where there is no way."""
    followers: dict[str, list[str]] = {}
    for activity in every.values():
        for link in activity.needs:
            followers.setdefault(link.before_id, []).append(activity.id)
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return [every[one] for one in way]
        fresh = [one for one in followers.get(way[-1], ()) if one not in seen]
        seen.update(fresh)
        ways.extend([*way, one] for one in fresh)
    return []


def moved_by_years(deadline: Deadline, years: int) -> Deadline:
    """The same deadline some years later; a period stays the whole period it was."""
    if deadline.end is None:
        return deadline
    start = None if deadline.start is None else periods.years_after(deadline.start, years)
    end = periods.years_after(deadline.end, years)
    is_by_days = deadline.kind in (Kind.DATE, Kind.BY_DATE, Kind.DATE_RANGE)
    if not is_by_days and deadline.end == periods.end_of_month(deadline.end):
        end = periods.end_of_month(end)
    return replace(deadline, start=start, end=end)


def sums(every: Iterable[Activity]) -> dict[Source, int]:
    """Planned money by source in som, every source named (ST-8.F1 … F4)."""
    found = dict.fromkeys(Source, 0)
    for activity in every:
        for row in activity.funding:
            found[row.source] += row.amount
    return found


def reached(target: float | None, value: float | None) -> float | None:
    """How much of the target is reached, in per cent (ST-8.M1); None where one is not recorded or the target is 0."""
    if target is None or value is None or target == 0:
        return None
    return 100 * value / target
