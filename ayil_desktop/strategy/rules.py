"""What does a plan hold, and what may be changed in it?"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.follow_up_records import Level, MonitoringRecord
from ayil_desktop.strategy.records import Activity, PriorityService, Source, Status, Strategy
from ayil_desktop.workdays import deadlines, periods
from ayil_desktop.workdays.deadlines import Deadline, Kind

SOURCE_NAMES = {
    Source.LOCAL_BUDGET: Message("Local budget"),
    Source.USERS_AND_PROVIDERS: Message("Users and providers"),
    Source.DONORS: Message("Donors"),
    Source.SPONSORS: Message("Sponsors"),
}


def activities(strategy: Strategy) -> Iterator[Activity]:
    """Every activity in the order of the document."""
    for priority in strategy.priorities:
        yield from activities_of(priority)


def activities_of(priority: PriorityService) -> Iterator[Activity]:
    """Every activity of one service's plan."""
    for task in priority.tasks:
        yield from task.activities


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


def check_votes(votes: float | None) -> None:
    """Refused where the focus group would have given fewer votes than none, or a part of one."""
    if votes is not None and votes < 0:
        raise Refused(Message("A number of votes cannot be below zero."), field="votes")
    if votes is not None and votes != int(votes):
        raise Refused(Message("Votes are counted in whole numbers."), field="votes")


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
