"""Which decisions were taken over all meetings, who carries them out, and how does each stand?"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import decisions
from ayil_desktop.meetings.decisions import Standing, Task
from ayil_desktop.meetings.records import Decision, DecisionPart, FollowUp, Meeting, PartyRole


class Choice(StrEnum):
    """Which entries are looked at."""

    ALL = "all"
    UNFINISHED = "unfinished"
    OVERDUE = "overdue"
    UNDATED = "undated"
    DONE = "done"


CHOICE_NAMES = {
    Choice.ALL: Message("All decisions"),
    Choice.UNFINISHED: Message("To be done"),
    Choice.OVERDUE: Message("Overdue"),
    Choice.UNDATED: Message("Without a term"),
    Choice.DONE: Message("Done"),
}

_STANDINGS = {
    Choice.UNFINISHED: decisions.UNFINISHED,
    Choice.OVERDUE: (Standing.OVERDUE,),
    Choice.UNDATED: (Standing.UNDATED,),
    Choice.DONE: (Standing.DONE,),
}


@dataclass(frozen=True)
class Entry:
    """One line of the list: a decision, or one of its numbered parts (NC-5.7).

    `standing` is None where nothing has to be done: taken note of, postponed, or followed by an order.
    """

    id: str
    number: str
    decision: Decision
    part: DecisionPart | None
    due: datetime.date | None
    standing: Standing | None
    responsible: tuple[str, ...]

    @property
    def meeting(self) -> Meeting:
        """The meeting that took the decision."""
        return self.decision.meeting

    def text(self, language: str) -> str:
        """The words of the decision or of its part; the Kyrgyz original where there is no Russian."""
        holder = self.decision if self.part is None else self.part
        return (holder.text_ru if language == "ru" else "") or holder.text_ky

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """How it was carried out so far, oldest first."""
        part_id = None if self.part is None else self.part.id
        return tuple(one for one in self.decision.follow_ups if one.part_id == part_id)


def entries(found: Sequence[Decision], meetings: Sequence[Meeting], today: datetime.date) -> tuple[Entry, ...]:
    """The lines for these decisions, in their order; `meetings` are all of the body, for terms that name the next."""
    return tuple(entry for decision in found for entry in _entries_of(decision, meetings, today))


def _entries_of(decision: Decision, meetings: Sequence[Meeting], today: datetime.date) -> list[Entry]:
    tasks = decisions.tasks_of(decision, meetings, today)
    if not tasks:
        return [_entry(decision, None, number=decisions.number_in(decision))]
    return [_entry(decision, task, number=task.number) for task in tasks]


def _entry(decision: Decision, task: Task | None, *, number: str) -> Entry:
    part = task.part if task else None
    return Entry(
        id=decision.id if part is None else f"{decision.id}:{part.id}",
        number=number_of(decision.meeting, number),
        decision=decision,
        part=part,
        due=task.due if task else None,
        standing=task.standing if task else None,
        responsible=responsible(decision, part),
    )


def number_of(meeting: Meeting, number: str) -> str:
    """The number of the meeting and of the decision in it: 3/2; without a meeting's number that of the decision."""
    return number if meeting.number is None else f"{meeting.number}/{number}"


def responsible(decision: Decision, part: DecisionPart | None) -> tuple[str, ...]:
    """Who carries it out (CN-R.2)."""
    return named(decision, part, PartyRole.RESPONSIBLE)


def named(decision: Decision, part: DecisionPart | None, role: PartyRole) -> tuple[str, ...]:
    """Who has this role for a part; where nobody is named for it, who has it for the whole decision."""
    every = [one for one in decision.parties if one.role == role]
    own = [one.name for one in every if part is not None and one.part_id == part.id]
    return tuple(own or [one.name for one in every if one.part_id is None])


def chosen(found: Sequence[Entry], choice: Choice, who: str = "") -> tuple[Entry, ...]:
    """The lines of one choice, and of one responsible person or body where it is named."""
    standings = _STANDINGS.get(choice)
    return tuple(
        entry
        for entry in found
        if (standings is None or entry.standing in standings) and (not who or who in entry.responsible)
    )


def count_overdue(found: Sequence[Entry]) -> int:
    """How many lines are late today."""
    return len(chosen(found, Choice.OVERDUE))


def everybody(found: Sequence[Entry]) -> tuple[str, ...]:
    """Everybody who is responsible for something, each once, in Kyrgyz order."""
    return tuple(sorted({name for entry in found for name in entry.responsible}, key=kyrgyz.sort_key))
