"""What would a careful reader find in a plan before the council does? Warnings with row numbers, never a block."""

import datetime
import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ayil_desktop.language import clause_names
from ayil_desktop.language.kyrgyz import fold
from ayil_desktop.language.message import Message
from ayil_desktop.language.wording import shortened
from ayil_desktop.meetings.choices import NEVER_MET, State
from ayil_desktop.strategy import answering, numbering, rules, sister_plans, standing
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.numbering import Numbered
from ayil_desktop.strategy.records import Activity, PriorityService, Status, Strategy
from ayil_desktop.workdays import deadline_phrases, deadlines
from ayil_desktop.workdays.deadline_phrases import Every
from ayil_desktop.workdays.deadlines import Deadline, Kind


class Finding(StrEnum):
    """What kind of fault a reader found."""

    BEFORE_NEEDED = "before_needed"
    OUT_OF_ORDER = "out_of_order"
    BEFORE_PLAN = "before_plan"
    OUTSIDE_YEARS = "outside_years"
    NUMBERING = "numbering"
    NAMES = "names"
    NOBODY = "nobody"
    ONCE_ONLY = "once_only"
    NOT_IN_SISTER = "not_in_sister"
    UNKNOWN_DEADLINE = "unknown_deadline"
    CONTRADICTION = "contradiction"
    BACKWARDS = "backwards"
    NO_DEVELOPMENT_PLAN = "no_development_plan"
    OUT_OF_SEQUENCE = "out_of_sequence"
    CANCELLED = "cancelled"
    MEETING_NOT_HELD = "meeting_not_held"


@dataclass(frozen=True)
class Warned:
    """One warning: what kind, in which service (its place, `WHOLE` for none), at which numbers, in words."""

    finding: Finding
    service: int
    numbers: tuple[str, ...]
    text: Message


WHOLE = 0
"""In place of a service: the warning is about the strategy."""

Checked = tuple[tuple[str, ...], Sequence[Warned]]
"""The activities of a service, by their ids, and what was found in it."""


def check(
    strategy: Strategy, known: MutableMapping[str, Checked] | None = None, not_held: Mapping[str, State] | None = None
) -> tuple[Warned, ...]:
    """Everything a reader finds, service by service; `known` is what was found in services, and learns what is.

    `not_held` says how those meetings stand that decided an amendment and are not recorded as held now.
    """
    known = {} if known is None else known
    found: list[Warned] = [*_decided(strategy, not_held or {})]
    goes_on, places = 0, _places(strategy)
    for priority in strategy.priorities:
        ids = tuple(one.id for one in rules.activities_of(priority))
        if priority.id not in known or known[priority.id][0] != ids:
            known[priority.id] = ids, tuple(_of_service(priority, strategy, goes_on))
        goes_on = _last_task(priority)
        found.extend(_needs(priority, places))
        found.extend(known[priority.id][1])
        found.extend(_cancelled(priority, strategy))
    found.extend(_sisters(strategy.priorities))
    return tuple(found)


def _decided(strategy: Strategy, not_held: Mapping[str, State]) -> Iterator[Warned]:
    """A meeting that had decided may have been opened again, and may have ended otherwise (ST-R.1)."""
    for amendment in strategy.amendments:
        day, state = amendment.decided_on, not_held.get(amendment.meeting_id or "")
        if day is not None and state is not None:
            failed = Message("The amendment of {date} rests on a meeting that did not take place.", date=day)
            again = Message("The amendment of {date} rests on a meeting that was opened again. Close it.", date=day)
            yield Warned(Finding.MEETING_NOT_HELD, WHOLE, (), failed if state in NEVER_MET else again)


def _of_service(priority: PriorityService, strategy: Strategy, goes_on: int) -> Iterator[Warned]:
    every = list(rules.activities_of(priority))
    yield from _order(priority, every)
    yield from _years(priority, every, strategy)
    yield from _numbering(priority, goes_on)
    yield from _names(priority)
    yield from _rows(priority, every)
    yield from _promised(priority, strategy)
    if not priority.development_plan_reference.strip():
        yield _warn(
            Finding.NO_DEVELOPMENT_PLAN,
            priority,
            (),
            Message(
                "No measure of the development plan is named for this service ({clause}).",
                clause=clause_names.named("ST-4.2"),
            ),
        )


def _warn(finding: Finding, priority: PriorityService, numbers: Iterable[str], text: Message) -> Warned:
    return Warned(finding, priority.place, tuple(numbers), text)


Places = Mapping[str, tuple[PriorityService, Activity]]
"""Every activity with its service, by its id."""


def _places(strategy: Strategy) -> Places:
    return {one.id: (priority, one) for priority in strategy.priorities for one in rules.activities_of(priority)}


def _needs(priority: PriorityService, places: Places) -> Iterator[Warned]:
    """A step may need one of another service, which is named then with the number of its service."""
    for activity in rules.activities_of(priority):
        for link in activity.needs:
            of, before = places.get(link.before_id, (priority, None))
            if before is None or not is_due_before(activity, before):
                continue
            is_own = of is priority
            needed = before.number if is_own else f"{of.place}/{before.number}"
            text = Message("{number} is due before {needed}, which it needs.", number=activity.number, needed=needed)
            numbers = (activity.number, before.number) if is_own else (activity.number,)
            yield _warn(Finding.BEFORE_NEEDED, priority, numbers, text)


def is_due_before(activity: Activity, other: Activity) -> bool:
    """Whether the last day of an activity comes before that of another one."""
    return activity.ends is not None and other.ends is not None and activity.ends < other.ends


def _order(priority: PriorityService, every: Sequence[Activity]) -> Iterator[Warned]:
    """Activities that are due before a lower-numbered one; what one warning says is not said again by another."""
    early = _early([(_first_day(one), one.ends) for one in every])
    told: list[set[int]] = []
    for place in sorted(range(len(every)), key=lambda one: -len(early[one])):
        ahead, lower = early[place], every[place]
        places = set(ahead)
        if not ahead or (any(places <= known for known in told) and not _follows(place, ahead, every)):
            continue
        told.append(places)
        numbers = tuple(every[one].number for one in ahead)
        yield _warn(
            Finding.OUT_OF_ORDER,
            priority,
            (*numbers, lower.number),
            Message("{numbers}: due before {lower}, which has a lower number.", numbers=numbers, lower=lower.number),
        )


def _first_day(activity: Activity) -> datetime.date | None:
    return deadlines.begins(activity.starts, activity.ends) or activity.ends


def _early(days: Sequence[tuple[datetime.date | None, datetime.date | None]]) -> list[list[int]]:
    """For each row the places of those below it that are due before it begins; from the last one up, by their days."""
    found: list[list[int]] = [[]] * len(days)
    below: list[tuple[datetime.date, int]] = []
    for place in reversed(range(len(days))):
        begins, ends = days[place]
        if begins is not None:
            found[place] = sorted(number for _, number in below[: bisect_left(below, (begins, -1))])
        if ends is not None:
            insort(below, (ends, place))
    return found


def _follows(lower: int, ahead: Sequence[int], every: Sequence[Activity]) -> bool:
    """Whether the early one is the very next of the same task: the plainest sign of a slip."""
    return list(ahead) == [lower + 1] and every[lower].task_id == every[lower + 1].task_id


def _years(priority: PriorityService, every: Sequence[Activity], strategy: Strategy) -> Iterator[Warned]:
    """Outside the strategy's own years, or due before the plan's first activity begins; a last day is no beginning."""
    for activity in every:
        if rules.is_outside_years(activity.starts, activity.ends, strategy):
            yield _warn(
                Finding.OUTSIDE_YEARS,
                priority,
                (activity.number,),
                Message("{number}: outside the years of the strategy.", number=activity.number),
            )
    dated = next((one for one in every if one.ends), None)
    first = _first_day(dated) if dated is not None and dated.starts is not None else None
    for activity in every[1:]:
        if first is not None and activity.ends is not None and activity.ends < first:
            yield _warn(
                Finding.BEFORE_PLAN,
                priority,
                (activity.number,),
                Message("{number}: due before the plan begins ({first}).", number=activity.number, first=first),
            )


def _numbering(priority: PriorityService, goes_on: int) -> Iterator[Warned]:
    tasks = [Numbered(task.number, [one.number for one in task.activities]) for task in priority.tasks]
    for numbers, text in numbering.slips(tasks, goes_on):
        yield _warn(Finding.NUMBERING, priority, numbers, text)


def _last_task(priority: PriorityService) -> int:
    """The number of its last task, where that is a plain one; else 0."""
    last = numbering.parsed(priority.tasks[-1].number) if priority.tasks else None
    return last[0] if last is not None and len(last) == 1 else 0


def _names(priority: PriorityService) -> Iterator[Warned]:
    names = [priority.name_ky, priority.service.name_ky, priority.name_in_plan]
    distinct = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if len({_bare(name) for name in distinct}) > 1:
        yield _warn(
            Finding.NAMES,
            priority,
            (),
            Message("The service has several names: {names}.", names=tuple(f"«{name}»" for name in distinct)),
        )


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _rows(priority: PriorityService, every: Sequence[Activity]) -> Iterator[Warned]:
    for activity in every:
        if not any(answering.is_somebody(one.text) for one in activity.responsible):
            text = Message("{number}: nobody is responsible.", number=activity.number)
            yield _warn(Finding.NOBODY, priority, (activity.number,), text)
        if activity.deadline_kind == Kind.UNKNOWN:
            text = Message("{number}: the deadline is not understood.", number=activity.number)
            yield _warn(Finding.UNKNOWN_DEADLINE, priority, (activity.number,), text)
        if rules.is_backwards(activity):
            text = Message(
                "{number}: the last day ({ends}) is before the first one ({starts}).",
                number=activity.number,
                ends=activity.ends or "…",
                starts=activity.starts or "…",
            )
            yield _warn(Finding.BACKWARDS, priority, (activity.number,), text)
        elif _contradicts(activity):
            text = Message("{number}: the words and the dates of the deadline differ.", number=activity.number)
            yield _warn(Finding.CONTRADICTION, priority, (activity.number,), text)


def _contradicts(activity: Activity) -> bool:
    """Whether the words name other days than those on record: a translation or a file from elsewhere may do so."""
    year = activity.ends.year if activity.ends else None
    read = [_read(words, year) for words in (activity.deadline_ky, activity.deadline_ru) if words]
    days = (activity.starts, activity.ends)
    return any(one.end is not None and one.judged_by != days for one in read)


@lru_cache(maxsize=4096)
def _read(words: str, year: int | None) -> Deadline:
    """The same words stand at many activities, and are read again after every change."""
    return deadlines.read(words, default_year=year)


def _promised(priority: PriorityService, strategy: Strategy) -> Iterator[Warned]:
    """What a task or an activity promises again and again, while its days are those of one month, quarter …"""
    for task in priority.tasks:
        texts = (
            task.title_ky,
            task.title_ru,
            *(said for one in task.indicators for said in (one.text_ky, one.text_ru)),
        )
        if _is_once_only(texts, task.activities, strategy):
            text = Message("Task {task}: promised regularly, planned for one period only.", task=task.number)
            yield _warn(Finding.ONCE_ONLY, priority, tuple(one.number for one in task.activities), text)
        for activity in task.activities:
            if _is_once_only((activity.text_ky, activity.text_ru), [activity], strategy):
                text = Message("{number}: promised regularly, planned for one period only.", number=activity.number)
                yield _warn(Finding.ONCE_ONLY, priority, (activity.number,), text)


def _is_once_only(texts: Iterable[str], rows: Sequence[Activity], strategy: Strategy) -> bool:
    promises = [every for text in texts if text for every in _promises(text)]
    if not promises or any(one.deadline_kind == Kind.REGULAR for one in rows):
        return False
    days = [day for one in rows if one.ends for day in (_first_day(one) or one.ends, one.ends)]
    return bool(days) and any(_is_one(every, min(days), max(days), strategy) for every in promises)


@lru_cache(maxsize=4096)
def _promises(text: str) -> tuple[Every, ...]:
    """The same texts are read again after every change."""
    return tuple(deadline_phrases.promised(text))


def _is_one(every: Every, first: datetime.date, last: datetime.date, strategy: Strategy) -> bool:
    """Whether it can come round once only in these days; what is promised for each year of one year comes once."""
    if every == "year":
        is_of_one_year = strategy.begins is None or strategy.ends is None or strategy.begins.year == strategy.ends.year
        return first.year == last.year and not is_of_one_year
    months = {"quarter": 3, "half_year": 6}.get(every, 1)
    return first.year == last.year and (first.month - 1) // months == (last.month - 1) // months


def _cancelled(priority: PriorityService, strategy: Strategy) -> Iterator[Warned]:
    """What the last review cancelled while the council's plan still holds it (ST-R.1)."""
    if strategy.status is Status.DRAFT:
        return
    reviews = {one.id: one for one in strategy.reviews}
    for activity in rules.activities_of(priority):
        entry = standing.last_entry(activity, reviews, datetime.date.max)
        if entry is not None and entry.progress is Progress.CANCELLED:
            text = Message(
                "{number}: cancelled by the review of {date}, no decision took it out of the plan.",
                number=activity.number,
                date=reviews[entry.review_id].on,
            )
            yield _warn(Finding.CANCELLED, priority, (activity.number,), text)


def _sisters(priorities: Sequence[PriorityService]) -> Iterator[Warned]:
    """What the other plans have and one lacks; a number that this plan has too would lead to another activity."""
    for priority, activity in sister_plans.oversights(priorities):
        own = {one.number for one in rules.activities_of(priority)}
        numbers = () if activity.number in own else (activity.number,)
        words = shortened(activity.text_ky.rstrip(" .;,"), _QUOTED)
        text = Message(
            "The other plans have «{text}» ({number}), this one does not.", text=words, number=activity.number
        )
        yield _warn(Finding.NOT_IN_SISTER, priority, numbers, text)


_QUOTED = 120  # letters of an activity: enough to know it by
