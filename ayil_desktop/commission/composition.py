"""Does a composition meet its charter, as far as it is known?

Everything is judged in whole persons and without rounding. Where a mark is not recorded the answer may be open: True
stands only when nothing unrecorded could change it, False only when nothing unrecorded could mend it, else None. A
composition is never refused (R-6, R-22); before the charter's day in force the answers are for information (R-34).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ayil_desktop.commission import composition_words as said
from ayil_desktop.commission.choices import Role
from ayil_desktop.language.message import Message
from ayil_desktop.office import terms
from ayil_desktop.office.charters import Charter, Group
from ayil_desktop.office.choices import Sex

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Membership


class Verdict(StrEnum):
    """What a line of the check says."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_KNOWN = "not_known"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Seat:
    """A member as the check sees one. None: not recorded. `key` is the membership's id, or any name in a what-if."""

    key: str
    name: str
    role: Role = Role.MEMBER
    category: str = ""
    marks: frozenset[str] = frozenset()
    sex: Sex | None = None
    minority: bool | None = None
    disability: bool | None = None
    has_order: bool = True

    @property
    def groups(self) -> frozenset[str]:
        """The main group and the further ones (R-22)."""
        return self.marks | {self.category} if self.category else self.marks


@dataclass(frozen=True, slots=True)
class Check:
    """One line: what the charter wants, what there is, in whole persons. `ok` None: not known, or not applicable.

    `key` names the number of the charter ("min_members") or the group ("group:ngo"). `missing` is how many persons are
    needed besides, `surplus` how many are too many where a number is exact.
    """

    key: str
    clause: str
    reading: str
    title: Message
    text: Message
    ok: bool | None
    actual: int
    needed: int
    surplus: int = 0
    applies: bool = True
    from_text: bool = True
    note: Message | None = None
    """What the figures alone do not say: a share in per cent, how many are not recorded."""

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.actual) if self.applies else 0

    @property
    def verdict(self) -> Verdict:
        if not self.applies:
            return Verdict.NOT_APPLICABLE
        if self.ok is None:
            return Verdict.NOT_KNOWN
        return Verdict.HOLDS if self.ok else Verdict.FAILS


@dataclass(frozen=True, slots=True)
class Composition:
    """A body on one day: how many, of which sex, and what the charter says to it."""

    day: date
    members: int
    women: int
    men: int
    informational: bool
    checks: tuple[Check, ...]

    @property
    def unrecorded(self) -> int:
        """Members whose sex is not recorded."""
        return self.members - self.women - self.men

    def failing(self) -> tuple[Check, ...]:
        """The lines that do not hold."""
        return tuple(check for check in self.checks if check.verdict is Verdict.FAILS)


SINGLE_ROLE_NUMBERS: Mapping[str, Role] = {
    "one_chairman": Role.CHAIRMAN,
    "one_deputy": Role.DEPUTY,
    "one_secretary": Role.SECRETARY,
}
SHARES = ("min_sex_share_percent", "min_minority", "min_disability")
"""The three lines of the composition analysis (CN-5.3)."""


def seats(memberships: Iterable[Membership]) -> tuple[Seat, ...]:
    """The seats of memberships that were loaded with person and marks."""
    return tuple(seat(membership) for membership in memberships)


def seat(membership: Membership) -> Seat:
    """One membership as the check sees it."""
    person = membership.person
    return Seat(
        key=membership.id,
        name=person.name,
        role=membership.role,
        category=membership.category,
        marks=frozenset(mark.category for mark in membership.marks),
        sex=person.sex,
        minority=person.minority,
        disability=person.disability,
        has_order=membership.appointing_order_id is not None,
    )


def examined(charter: Charter, seated: Sequence[Seat], day: date, *, no_minority: bool = False) -> Composition:
    """The seats that count on `day` against the charter in force; a number that is not regulated has no line.

    `no_minority`: no ethnic minority lives in the aimak, which switches CN-5.3.2a off (R-7).
    """
    lines = (
        *_size(charter, seated),
        *_roles(charter, seated),
        *_sexes(charter, seated),
        *_minority(charter, seated, no_minority),
        *_disability(charter, seated),
        *(_group(group, seated, charter) for group in charter.groups),
        *_orders(charter, seated),
    )
    return Composition(
        day=day,
        members=len(seated),
        women=_of(seated, Sex.WOMAN),
        men=_of(seated, Sex.MAN),
        informational=charter.in_force_from is not None and day < charter.in_force_from,
        checks=lines,
    )


def changed(
    seated: Sequence[Seat],
    *,
    leaving: Collection[str] = (),
    joining: Sequence[Seat] = (),
    instead: Mapping[str, Seat] | None = None,
) -> tuple[Seat, ...]:
    """What if: the seats without the keys in `leaving`, with others `instead`, and with those `joining` at the end."""
    new = instead or {}
    stay = tuple(new.get(one.key, one) for one in seated if one.key not in leaving)
    return (*stay, *joining)


def at_least(known: int, open_: int, needed: int) -> bool | None:
    """Whether `needed` are reached by `known` persons when `open_` more are not recorded."""
    if known >= needed:
        return True
    return None if known + open_ >= needed else False


def exactly(known: int, open_: int, needed: int) -> bool | None:
    """Whether there are exactly `needed`, by the same reasoning."""
    if known > needed or known + open_ < needed:
        return False
    return None if open_ else True


def both_at_least(women: int, men: int, open_: int, needed: int) -> bool | None:
    """Whether the smaller of the two groups reaches `needed`, however the unrecorded may turn out."""
    if min(women, men) >= needed:
        return True
    best = min(women + open_, men + open_, (women + men + open_) // 2)
    return None if best >= needed else False


def part(percent: int, members: int) -> int:
    """The least whole number of persons that is not below a percentage: 4 of 11 at 30 % (R-6)."""
    return -(-percent * members // 100)


def _of(seated: Sequence[Seat], sex: Sex) -> int:
    return sum(one.sex is sex for one in seated)


def _size(charter: Charter, seated: Sequence[Seat]) -> tuple[Check, ...]:
    least, exact = charter.whole("min_members"), charter.whole("exact_members")
    found: list[Check] = []
    if least is not None:
        text = said.counted(terms.MEMBERS, len(seated), least)
        found.append(_line(charter, "min_members", text, len(seated) >= least, len(seated), least))
    if exact is not None:
        text = said.counted(terms.MEMBERS, len(seated), exact, exact=True)
        found.append(_line(charter, "exact_members", text, len(seated) == exact, len(seated), exact, exact=True))
    return tuple(found)


def _roles(charter: Charter, seated: Sequence[Seat]) -> tuple[Check, ...]:
    found: list[Check] = []
    for key, role in SINGLE_ROLE_NUMBERS.items():
        needed = charter.whole(key)
        if needed is not None:
            actual = sum(one.role is role for one in seated)
            text = said.counted(terms.role_title(role.value), actual, needed, exact=True)
            found.append(_line(charter, key, text, actual == needed, actual, needed, exact=True))
    return tuple(found)


def _sexes(charter: Charter, seated: Sequence[Seat]) -> tuple[Check, ...]:
    percent = charter.whole("min_sex_share_percent")
    if percent is None:
        return ()
    women, men, members = _of(seated, Sex.WOMAN), _of(seated, Sex.MAN), len(seated)
    needed, open_ = part(percent, members), members - women - men
    # Of nobody nothing can be said; the arithmetic would call it satisfied.
    ok = both_at_least(women, men, open_, needed) if members else None
    text = said.sexes(women, men, open_, needed)
    check = _line(charter, "min_sex_share_percent", text, ok, min(women, men), needed)
    title, note = (
        Message("Each sex at least {percent} %", percent=percent),
        said.share(women, men, open_, needed),
    )
    return (replace(check, title=title, note=note),)


def _minority(charter: Charter, seated: Sequence[Seat], no_minority: bool) -> tuple[Check, ...]:
    needed = charter.whole("min_minority")
    if needed is None:
        return ()
    marks = [one.minority for one in seated]
    if no_minority:
        text = Message("No ethnic minority lives in the aimak: not applicable.")
        return (_line(charter, "min_minority", text, None, marks.count(True), needed, applies=False),)
    return (_marked(charter, "min_minority", marks, needed),)


def _disability(charter: Charter, seated: Sequence[Seat]) -> tuple[Check, ...]:
    needed = charter.whole("min_disability")
    return () if needed is None else (_marked(charter, "min_disability", [one.disability for one in seated], needed),)


def _marked(charter: Charter, key: str, marks: Sequence[bool | None], needed: int) -> Check:
    actual, open_ = marks.count(True), marks.count(None)
    ok = at_least(actual, open_, needed)
    check = _line(charter, key, said.with_open(terms.title(key), actual, needed, open_, ok), ok, actual, needed)
    return replace(check, note=said.not_recorded(open_) if ok is None else None)


def _group(group: Group, seated: Sequence[Seat], charter: Charter) -> Check:
    """A group that wants an exact number counts main groups only, so that nobody fills two of the seats (R-44)."""
    open_ = sum(not one.category for one in seated)
    title = terms.group_title(group.code)
    if group.exact:
        actual = sum(one.category == group.code for one in seated)
        ok = exactly(actual, open_, group.seats)
    else:
        actual = sum(group.code in one.groups for one in seated)
        open_ = sum(not one.category and group.code not in one.marks for one in seated)
        ok = at_least(actual, open_, group.seats)
    return Check(
        key=f"group:{group.code}",
        clause=group.clause,
        reading=charter.groups_reading,
        title=title,
        text=said.with_open(title, actual, group.seats, open_, ok, exact=group.exact),
        ok=ok,
        actual=actual,
        needed=group.seats,
        surplus=max(0, actual - group.seats) if group.exact else 0,
        note=said.not_recorded(open_) if ok is None else None,
    )


def _orders(charter: Charter, seated: Sequence[Seat]) -> tuple[Check, ...]:
    if not charter.flag("composition_by_order", False):
        return ()
    actual, members = sum(one.has_order for one in seated), len(seated)
    text = Message("Members appointed by an act on record: {actual} of {members}.", actual=actual, members=members)
    return (_line(charter, "composition_by_order", text, actual == members, actual, members),)


def _line(
    charter: Charter,
    key: str,
    text: Message,
    ok: bool | None,
    actual: int,
    needed: int,
    *,
    applies: bool = True,
    exact: bool = False,
) -> Check:
    number = charter.number(key)
    return Check(
        key=key,
        clause=number.clause,
        reading=number.reading,
        title=terms.title(key),
        text=text,
        ok=ok,
        actual=actual,
        needed=needed,
        surplus=max(0, actual - needed) if exact else 0,
        applies=applies,
        from_text=number.from_text,
    )
