"""Which decisions were taken over all meetings, who carries them out, and how does each stand?"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import decisions
from ayil_desktop.meetings.choices import DecisionKind, PartyRole
from ayil_desktop.meetings.decisions import Standing
from ayil_desktop.meetings.plain_rows import DecisionRow, DecisionRows, FollowUpRow, PartRow, PartyRow
from ayil_desktop.meetings.records import Meeting


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


_BY_ORDER, _NOTHING_TO_DO = Message("By the head’s order"), Message("Nothing to be done")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a decision, or one of its numbered parts (NC-5.7).

    `standing` is None where nothing has to be done: taken note of, postponed, or followed by an order. `number` is
    that of the meeting and of the decision in it: 3/2.
    """

    id: str
    number: str
    decision_id: str
    part_id: str | None
    meeting_id: str
    met_on: datetime.date
    text_ky: str
    text_ru: str
    due: datetime.date | None
    kind: DecisionKind
    standing: Standing | None
    responsible: tuple[str, ...]

    def text(self, language: str) -> str:
        """The words of the decision or of its part; the Kyrgyz original where there is no Russian."""
        return (self.text_ru if language == "ru" else "") or self.text_ky

    @property
    def standing_words(self) -> Message:
        """How it stands; a change of the composition is carried out by the head's order alone (R-16)."""
        if self.standing is not None:
            return decisions.STANDING_NAMES[self.standing]
        return _BY_ORDER if self.kind is DecisionKind.COMPOSITION else _NOTHING_TO_DO


def entries(rows: DecisionRows, meetings: Sequence[Meeting], today: datetime.date) -> tuple[Entry, ...]:
    """The lines for these decisions, in their order; `meetings` are all of the body, for terms that name the next."""
    parts, parties, follow_ups = _grouped(rows.parts), _grouped(rows.parties), _grouped(rows.follow_ups)
    return tuple(
        _entry(row, part, parties[row.id], follow_ups[row.id], meetings, today)
        for row in rows.decisions
        for part in _followed(row, parts[row.id])
    )


def _followed(row: DecisionRow, parts: Sequence[PartRow]) -> Sequence[PartRow | None]:
    """Each part is followed for itself; a decision that asks for nothing is one line whatever its parts (NC-5.7)."""
    return parts if parts and row.kind in decisions.FOLLOWED_KINDS else [None]


class _Hanging(Protocol):
    @property
    def decision_id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Hanging)


def _grouped(rows: Iterable[_Row]) -> defaultdict[str, list[_Row]]:
    """By the decision that they hang on."""
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.decision_id].append(row)
    return found


def _entry(
    row: DecisionRow,
    part: PartRow | None,
    parties: Sequence[PartyRow],
    follow_ups: Sequence[FollowUpRow],
    meetings: Sequence[Meeting],
    today: datetime.date,
) -> Entry:
    part_id = part.id if part else None
    due = standing = None
    if row.kind in decisions.FOLLOWED_KINDS:
        holder = part or row
        due = decisions.due_day(holder.due_kind, holder.due_on, decided_on=row.met_on, meetings=meetings)
        standing = decisions.standing(follow_ups, part_id=part_id, due=due, today=today)
    return Entry(
        id=f"{row.id}:{part_id}" if part else row.id,
        number=_number(row, part),
        decision_id=row.id,
        part_id=part_id,
        meeting_id=row.meeting_id,
        met_on=row.met_on,
        text_ky=part.text_ky if part else row.text_ky,
        text_ru=part.text_ru if part else row.text_ru,
        due=due,
        kind=row.kind,
        standing=standing,
        responsible=named(parties, part_id, PartyRole.RESPONSIBLE),
    )


def _number(row: DecisionRow, part: PartRow | None) -> str:
    number = decisions.number_of(row.item_place, row.place, row.siblings)
    if part is not None:
        number = f"{number}.{part.place}"
    return number if row.meeting_number is None else f"{row.meeting_number}/{number}"


class Party(Protocol):
    """Somebody named in a decision, as a record or as plain values."""

    @property
    def part_id(self) -> str | None: ...
    @property
    def role(self) -> PartyRole: ...
    @property
    def name(self) -> str: ...


def named(parties: Sequence[Party], part_id: str | None, role: PartyRole) -> tuple[str, ...]:
    """Who has this role for a part; where nobody is named for it, who has it for the whole decision (CN-R.2)."""
    every = [one for one in parties if one.role == role]
    own = [one.name for one in every if part_id is not None and one.part_id == part_id]
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


def late(found: Sequence[Entry]) -> tuple[Entry, ...]:
    """The lines that are late today, the longest due first."""
    return tuple(sorted(chosen(found, Choice.OVERDUE), key=lambda one: one.due or one.met_on))


def everybody(found: Sequence[Entry]) -> tuple[str, ...]:
    """Everybody who is responsible for something, each once, in Kyrgyz order."""
    return tuple(sorted({name for entry in found for name in entry.responsible}, key=kyrgyz.sort_key))


def years(entries: Sequence[Entry]) -> tuple[int, ...]:
    """In which years there are decisions, the last one first."""
    return tuple(sorted({entry.met_on.year for entry in entries}, reverse=True))


def of_year(entries: Sequence[Entry], year: int) -> tuple[Entry, ...]:
    """As they were taken, from the first meeting on."""
    return tuple(sorted((one for one in entries if one.met_on.year == year), key=lambda one: one.met_on))
