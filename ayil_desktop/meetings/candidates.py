"""Who is voted on name by name under a matter, how did each fare, and what would the composition become?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ayil_desktop.commission import composition
from ayil_desktop.commission.composition import Composition, Seat
from ayil_desktop.commission.records import Role
from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import rounds
from ayil_desktop.meetings.agenda_records import AgendaItem, Candidate
from ayil_desktop.meetings.choices import Change, ItemKind, Outcome
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.rounds import Standing
from ayil_desktop.meetings.vote_records import VoteRound
from ayil_desktop.refused import Refused

LETTERS = "абвгдежзиклмнопрстуфхцчшэюя"
"""How the lines of such a list are counted: а), б), в) …"""


@dataclass(frozen=True)
class Listed:
    """One name with its rounds; `record` is None where somebody was voted on without having been listed before."""

    change: Change
    name: str
    person_id: str | None
    role: str
    rounds: tuple[VoteRound, ...]
    record: Candidate | None = None

    @property
    def last(self) -> VoteRound | None:
        """The round that counts: a later one takes the place of those before."""
        return self.rounds[-1] if self.rounds else None

    @property
    def is_adopted(self) -> bool:
        """Whether the last round adopted it."""
        return self.last is not None and self.last.outcome is Outcome.ADOPTED

    @property
    def key(self) -> tuple[str, str]:
        """What one name is told by under a matter."""
        return _key(self.change, self.person_id, self.name)


def listed(item: AgendaItem) -> tuple[Listed, ...]:
    """The list in its order, then whoever was voted on besides."""
    by_key: dict[tuple[str, str], list[VoteRound]] = {}
    for one in item.rounds:
        if one.change is not None:
            by_key.setdefault(_key(one.change, one.candidate_id, one.candidate_name), []).append(one)
    found = [_of_record(row, by_key.pop(_key(row.change, row.person_id, row.name), ())) for row in item.candidates]
    return (*found, *(_of_rounds(voted) for voted in by_key.values()))


def _of_record(row: Candidate, voted: Sequence[VoteRound]) -> Listed:
    return Listed(row.change, row.name, row.person_id, row.role, tuple(voted), row)


def _of_rounds(voted: Sequence[VoteRound]) -> Listed:
    last = voted[-1]
    change = last.change or Change.INCLUDE
    return Listed(change, last.candidate_name, last.candidate_id, last.candidate_role, tuple(voted))


def of_round(item: AgendaItem, one: VoteRound) -> Candidate | None:
    """The line of the list that a round was about; None where somebody was voted on without having been listed."""
    key = _key(one.change or Change.INCLUDE, one.candidate_id, one.candidate_name)
    return next((row for row in item.candidates if _key(row.change, row.person_id, row.name) == key), None)


def _key(change: Change, person_id: str | None, name: str) -> tuple[str, str]:
    return str(change), person_id or kyrgyz.fold(name)


def letter(place: int) -> str:
    """а, б, в … for the names of a list, from 0; numbers where the letters end."""
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


def unvoted(names: Sequence[Listed]) -> tuple[Listed, ...]:
    """Whom the meeting has not voted on yet."""
    return tuple(one for one in names if one.last is None)


def to_repeat(item: AgendaItem) -> tuple[Listed, ...]:
    """Who is voted on once more: equal votes in an election, or a vote that decided nothing (R-5)."""
    names = listed(item)
    if unvoted(names):
        return ()
    if item.kind is ItemKind.ELECTION:
        again = _tied(item, names).again
        return tuple(one for one in names if one.key in again)
    return tuple(one for one in names if one.last is not None and rounds.is_undecided(one.last))


def elected(item: AgendaItem) -> tuple[str, ...]:
    """Who won, once all were voted on; several names: equal votes, each of them is voted on again (NC-4.5)."""
    names = listed(item)
    won = () if unvoted(names) else _tied(item, names).first
    return tuple(one.name for one in names if one.key in won)


def equal_after(item: AgendaItem) -> Mapping[str, tuple[str, ...]]:
    """By the round after which several had equal votes: the names of those to be voted on again (NC-4.5)."""
    names = listed(item)
    equal = {} if item.kind is not ItemKind.ELECTION else _tied(item, names).equal
    return {voted: tuple(one.name for one in names if one.key in keys) for voted, keys in equal.items()}


_Keys = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class _Tied:
    """Who has the most votes, who of them is to be voted on again, and after which rounds there were several."""

    first: _Keys
    again: _Keys
    equal: Mapping[str, _Keys]


def _tied(item: AgendaItem, names: Sequence[Listed]) -> _Tied:
    """Told by going through the rounds in order.

    Equal ones are compared anew when each of them has been voted on again: otherwise the first would win by being
    asked twice.
    """
    last: dict[tuple[str, str], VoteRound] = {}
    first, again = frozenset[tuple[str, str]](), set[tuple[str, str]]()
    equal: dict[str, _Keys] = {}
    for one in item.rounds:
        key = _key(one.change or Change.ELECT, one.candidate_id, one.candidate_name)
        last[key] = one
        again.discard(key)
        if len(last) == len(names) and not again:
            first = _first(last)
            again = set(first) if len(first) > 1 else set()
            if again:
                equal[one.id] = first
    return _Tied(first, frozenset(again), equal)


def _first(last: Mapping[tuple[str, str], VoteRound]) -> _Keys:
    standings = [Standing("/".join(key), one.count_for, one.outcome) for key, one in last.items()]
    won = rounds.winners(standings)
    return frozenset(key for key in last if "/".join(key) in won)


def next_up(item: AgendaItem) -> Listed | None:
    """Who is voted on next: the first of those not voted on yet, then of those voted on again."""
    waiting = unvoted(listed(item)) or to_repeat(item)
    return waiting[0] if waiting else None


def would_be(day: Day, names: Sequence[Listed], supposed: Listed | None = None, *, no_minority: bool) -> Composition:
    """The composition with the adopted changes, and with one more supposed to be adopted (CN-6.3)."""
    seated = composition.seats(day.composition)
    taken = [one for one in names if one.is_adopted and (supposed is None or one.key != supposed.key)]
    changes = [*taken, supposed] if supposed is not None else taken
    leaving = {one.person_id for one in changes if one.change is Change.EXCLUDE}
    gone = {membership.id for membership in day.composition if membership.person_id in leaving}
    joining = [_seat(one) for one in changes if one.change is Change.INCLUDE]
    changed = composition.changed(seated, leaving=gone, joining=joining)
    return composition.examined(day.charter, changed, day.date, no_minority=no_minority)


def _seat(one: Listed) -> Seat:
    """A newcomer as the check sees one: the marks of the person on record, else what the list knows."""
    row = one.record
    known = row.person if row is not None and row.person is not None else row
    return Seat(
        key=f"joins:{one.key}",
        name=one.name,
        role=Role(one.role or Role.MEMBER),
        category=row.category if row is not None else "",
        sex=known.sex if known is not None else None,
        minority=known.minority if known is not None else None,
        disability=known.disability if known is not None else None,
    )


def check_listing(item: AgendaItem, day: Day, *, change: Change, person_id: str | None, name: str) -> None:
    """Refused where the name cannot stand on the list of this matter."""
    clause = "CN-6.3" if change is Change.INCLUDE else "CN-6.2"
    if not name.strip():
        raise Refused(Message("Name the candidate."), field="name", clause=clause if change is not Change.ELECT else "")
    rounds.check_candidate(item.kind, change, name)
    rounds.check_one_name(change, name)
    sitting = {seat.person_id for seat in day.seats}
    if change is Change.EXCLUDE and person_id not in sitting:
        raise Refused(Message("Only a member can be excluded."), field="name", clause="CN-6.2")
    _check_joins(day, change=change, person_id=person_id, name=name)
    if any(one.key == _key(change, person_id, name) for one in listed(item)):
        raise Refused(Message("This name is on the list already."), field="name")


def check_voted(day: Day, *, change: Change | None, person_id: str | None, name: str) -> None:
    """Refused where a vote would take in who sits already, or exclude somebody on record who does not (CN-6.2, CN-6.3).

    Who is excluded may be named as the source names him.
    """
    if change is Change.EXCLUDE and person_id and person_id not in {seat.person_id for seat in day.seats}:
        raise Refused(Message("Only a member can be excluded."), field="name", clause="CN-6.2")
    _check_joins(day, change=change, person_id=person_id, name=name)


def _check_joins(day: Day, *, change: Change | None, person_id: str | None, name: str) -> None:
    if change is not Change.INCLUDE:
        return
    if person_id in {seat.person_id for seat in day.seats}:
        raise Refused(Message("This person is a member already."), field="name", clause="CN-6.3")
    if not person_id and kyrgyz.fold(name) in {kyrgyz.fold(seat.name) for seat in day.seats}:
        reason = Message("A member of this name sits already. If it is somebody else, write the patronymic too.")
        raise Refused(reason, field="name", clause="CN-6.3")


def changes_of(kind: ItemKind) -> tuple[Change, ...]:
    """What can be proposed under a matter of this kind."""
    if kind is ItemKind.COMPOSITION:
        return (Change.EXCLUDE, Change.INCLUDE)
    return (Change.ELECT,) if kind is ItemKind.ELECTION else ()
