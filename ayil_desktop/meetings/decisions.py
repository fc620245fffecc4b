"""What was decided, by when must it be done, and what comes back to the next agenda?"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import fact_days
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import (
    ADOPTING,
    DECISION_KIND_NAMES,
    NEVER_MET,
    DecisionKind,
    DueKind,
    FollowUpState,
    Kind,
    Outcome,
)
from ayil_desktop.meetings.decision_records import Decision, DecisionPart
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.vote_records import VoteRound
from ayil_desktop.refused import Refused
from ayil_desktop.workdays import periods


class Standing(StrEnum):
    """How a decision (or a part of it) stands today; UNDATED is never late."""

    UNDATED = "undated"
    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE = "done"
    CANCELLED = "cancelled"


STANDING_NAMES = {
    Standing.UNDATED: Message("Without a term"),
    Standing.OPEN: InContext("decision", "Open"),
    Standing.DUE_SOON: Message("Due soon"),
    Standing.OVERDUE: Message("Overdue"),
    Standing.DONE: Message("Done"),
    Standing.CANCELLED: Message("Cancelled"),
}

KIND_NAMES = DECISION_KIND_NAMES

SOON = datetime.timedelta(days=7)


def number_of(item_place: int | None, place_in_item: int, siblings: int) -> str:
    """The number of a decision: that of its matter, 1.1, 1.2 … where the matter has several (NC-5.5)."""
    head = str(item_place) if item_place is not None else ""
    if siblings <= 1:
        return head or str(place_in_item)
    return f"{head}.{place_in_item}" if head else str(place_in_item)


def numbered(item: AgendaItem) -> tuple[tuple[str, Decision], ...]:
    """The decisions of a matter with their numbers, in order."""
    count = len(item.decisions)
    return tuple((number_of(item.place, number, count), one) for number, one in enumerate(item.decisions, 1))


def due_day(
    kind: DueKind, due_on: datetime.date | None, *, decided_on: datetime.date, meetings: Sequence[Meeting]
) -> datetime.date | None:
    """The day by which it must be done; the day itself is in time.

    "Before the next regular meeting" is that meeting's date once it is planned; until then the end of the named month
    (R-46), or nothing where no month is named.
    """
    if kind is DueKind.DATE:
        return due_on
    if kind is DueKind.NONE:
        return None
    planned = next_regular(meetings, after=decided_on, month=due_on)
    if planned is not None:
        return planned.date
    return None if due_on is None else periods.end_of_month(due_on)


def next_regular(meetings: Sequence[Meeting], *, after: datetime.date, month: datetime.date | None) -> Meeting | None:
    """The first regular meeting after a day; only those of one month where the decision names it.

    One that was cancelled or failed for its quorum is no meeting (R-12, R-38).
    """
    candidates = [
        one
        for one in meetings
        if one.kind is Kind.REGULAR
        and one.date > after
        and one.state not in NEVER_MET
        and (month is None or (one.date.year, one.date.month) == (month.year, month.month))
    ]
    return min(candidates, key=lambda one: one.date, default=None)


class Progress(Protocol):
    """An entry on the carrying out, as a record or as plain values."""

    @property
    def part_id(self) -> str | None: ...
    @property
    def state(self) -> FollowUpState: ...
    @property
    def on(self) -> datetime.date: ...
    @property
    def created_at(self) -> datetime.datetime: ...


def standing(
    follow_ups: Sequence[Progress], *, part_id: str | None, due: datetime.date | None, today: datetime.date
) -> Standing:
    """How one task stands: the last entry decides, without one the term does; done on the last day is in time."""
    entries = [one for one in follow_ups if one.part_id == part_id]
    last = max(entries, key=lambda one: (one.on, one.created_at), default=None)
    if last is not None and last.state is FollowUpState.DONE:
        return Standing.DONE
    if last is not None and last.state is FollowUpState.CANCELLED:
        return Standing.CANCELLED
    if due is None:
        return Standing.UNDATED
    if today > due:
        return Standing.OVERDUE
    return Standing.DUE_SOON if today >= due - SOON else Standing.OPEN


UNFINISHED = (Standing.UNDATED, Standing.OPEN, Standing.DUE_SOON, Standing.OVERDUE)


@dataclass(frozen=True)
class Task:
    """A decision, or one of its numbered parts, as something to be done."""

    number: str
    decision: Decision
    part: DecisionPart | None
    due: datetime.date | None
    standing: Standing

    @property
    def text_ky(self) -> str:
        """What is to be done, in Kyrgyz."""
        return self.decision.text_ky if self.part is None else self.part.text_ky


FOLLOWED_KINDS = (
    DecisionKind.APPROVE,
    DecisionKind.ASSIGN,
    DecisionKind.RECOMMEND,
    DecisionKind.AMEND,
    DecisionKind.SELECT,
)
"""Taking note and postponing leave nothing to be done; a composition change is followed by its order (CN-6.5)."""


def tasks(meeting: Meeting, meetings: Sequence[Meeting], today: datetime.date) -> tuple[Task, ...]:
    """Everything that a meeting's decisions ask for, parts one by one (NC-5.7), with the day and the state."""
    found = []
    for item in meeting.items:
        for number, decision in numbered(item):
            if decision.kind in FOLLOWED_KINDS:
                found.extend(_tasks_of(number, decision, meeting, meetings, today))
    return tuple(found)


def _tasks_of(
    number: str, decision: Decision, meeting: Meeting, meetings: Sequence[Meeting], today: datetime.date
) -> list[Task]:
    parts: Sequence[DecisionPart | None] = decision.parts or [None]
    found = []
    for part in parts:
        holder = decision if part is None else part
        due = due_day(holder.due_kind, holder.due_on, decided_on=meeting.date, meetings=meetings)
        state = standing(decision.follow_ups, part_id=None if part is None else part.id, due=due, today=today)
        name = number if part is None else f"{number}.{part.place}"
        found.append(Task(name, decision, part, due, state))
    return found


def check_decision(text_ky: str, *, kind: DecisionKind, rounds: Sequence[VoteRound]) -> None:
    """Refused without words, or where the matter was voted on and nothing was adopted.

    A matter may be postponed whatever the vote said, and noted where there was a quorum; without a regulated majority
    what is recorded counts.
    """
    if not text_ky.strip():
        raise Refused(Message("Write the decision."), field="text_ky")
    if kind is DecisionKind.POSTPONE:
        return
    if rounds and all(one.outcome is Outcome.NO_QUORUM for one in rounds):
        raise Refused(
            Message("There was no quorum: nothing can be decided."), field="text_ky", clause=rounds[-1].quorum_clause
        )
    if kind is DecisionKind.NOTE:
        return
    if rounds and not any(one.outcome in ADOPTING for one in rounds):
        raise Refused(Message("The vote did not adopt this."), field="text_ky", clause="CN-7.4")


def adopting_round(rounds: Sequence[VoteRound]) -> str | None:
    """The round that a decision rests on unless another is named: the last one that adopted something, or, where no
    majority is regulated, the last one that was recorded."""
    return next((one.id for one in reversed(rounds) if one.outcome in ADOPTING), None)


def check_due(kind: DueKind, due_on: datetime.date | None, *, decided_on: datetime.date) -> None:
    """Refused where a dated term has no date, one before the meeting, or a year that cannot be meant."""
    if kind is DueKind.DATE and due_on is None:
        raise Refused(Message("Enter the date."), field="due_on")
    if kind is DueKind.DATE and due_on is not None and due_on < decided_on:
        raise Refused(Message("The term lies before the meeting of {date}.", date=decided_on), field="due_on")
    if due_on is not None:
        fact_days.check(due_on, fact_days.AROUND, meeting=decided_on, field="due_on")
