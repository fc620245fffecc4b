"""Which changes of a body are allowed, and what follows from its dates?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ayil_desktop.commission import composition
from ayil_desktop.commission.choices import OTHER, Role
from ayil_desktop.commission.composition import Composition
from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office import terms
from ayil_desktop.office.charters import Group
from ayil_desktop.office.choices import Sex
from ayil_desktop.office.rules import InForce
from ayil_desktop.refused import Refused

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Body, BodyName, Membership

ROLE_ORDER = (Role.CHAIRMAN, Role.DEPUTY, Role.SECRETARY, Role.MEMBER)


@dataclass(frozen=True)
class MemberEntry:
    """What is typed or pasted about a new member; `person_id` where it is somebody on record already.

    `category` is a group code of the charter, "other" with `category_words`, or empty: not recorded. Years and marks
    are None where not recorded.
    """

    name: str
    person_id: str = ""
    position_ky: str = ""
    position_ru: str = ""
    role: Role = Role.MEMBER
    category: str = ""
    category_words: str = ""
    marks: tuple[str, ...] = ()
    sex: Sex | None = None
    birth_year: int | None = None
    phone: str = ""
    workplace: str = ""
    village: str = ""
    minority: bool | None = None
    disability: bool | None = None


@dataclass(frozen=True)
class Appointee:
    """A line of a draft order: somebody who joins, or takes another role."""

    name: str
    role: Role = Role.MEMBER
    position_ky: str = ""
    position_ru: str = ""

    def position(self, language: str) -> str:
        """In Russian where it is recorded, otherwise as the Kyrgyz order writes it."""
        return self.position_ru if language == "ru" and self.position_ru else self.position_ky


@dataclass(frozen=True)
class Leaver:
    """A line of a draft order: somebody who is discharged."""

    name: str
    role: Role = Role.MEMBER
    reason: str = ""


@dataclass(frozen=True)
class Ground:
    """The minutes on which the head's order rests (CN-6.5)."""

    number: str
    date: date


@dataclass(frozen=True)
class OrderDraft:
    """What the head is asked to order: a whole composition (CN-5.1a), or changes of one (CN-6.5).

    `whole` is the composition to approve; it is empty in an order that only changes one. `controller` is who looks
    after the execution, in the dative of the text (CN-R.2: «А.Мүсүркановго»); empty: the head himself.
    """

    whole: Sequence[Appointee] = ()
    discharged: Sequence[Leaver] = ()
    appointed: Sequence[Appointee] = ()
    new_roles: Sequence[Appointee] = ()
    grounds: Sequence[Ground] = field(default=())
    controller: str = ""

    def is_empty(self) -> bool:
        """Whether there is nothing to order."""
        return not (self.whole or self.discharged or self.appointed or self.new_roles)


def name_on(names: Iterable[BodyName], day: date) -> BodyName | None:
    """The name that a body had on a day (NC-1.3); before its first name the first one, None if it has none."""
    ordered = sorted(names, key=lambda name: name.in_force_from or date.min)
    begun = [name for name in ordered if name.in_force_from is None or name.in_force_from <= day]
    return (begun or ordered[:1] or [None])[-1]  # type: ignore[list-item]


def short_name(body: Body, day: date, language: str) -> str:
    """What a body is called on screen: its short name, or the full one where it has none."""
    name = name_on(body.names, day)
    if name is None:
        return ""
    russian = (name.short_ru or name.name_ru) if language == "ru" else ""
    return russian or name.short_ky or name.name_ky


def charter_on(body: Body, day: date) -> InForce | None:
    """The charter by which a body is judged on a day, None for a body without one."""
    return office_rules.charter_for(body.charter.versions, day) if body.charter else None


def sits_on(membership: Membership, day: date) -> bool:
    """Whether a seat counts on a day."""
    return membership.starts <= day and (membership.ends is None or day <= membership.ends)


def sitting(memberships: Iterable[Membership], day: date) -> tuple[Membership, ...]:
    """The seats that count on a day, in the order of the list."""
    return tuple(one for one in memberships if sits_on(one, day))


def composition_on(body: Body, memberships: Iterable[Membership], day: date) -> Composition | None:
    """The composition check of a day; None for a body without a charter."""
    held = charter_on(body, day)
    if held is None:
        return None
    seats = composition.seats(sitting(memberships, day))
    return composition.examined(held.charter, seats, day, no_minority=body.no_minority)


def last_day_before(order_date: date) -> date:
    """Until when somebody sits whom an order of that day discharges (R-16)."""
    return order_date - timedelta(days=1)


def seat_dates(starts: date, ends: date | None, *, order_date: date | None = None) -> None:
    """Refused where a seat would end before it begins, or begin before its order was signed (CN-5.1a)."""
    if order_date is not None and starts < order_date:
        reason = Message("The order is of {order}; nobody is a member by it before that day.", order=order_date)
        raise Refused(reason, field="starts", clause="CN-5.1a")
    if ends is not None and ends < starts:
        reason = Message("The last day ({ends}) is before the first one ({starts}).", ends=ends, starts=starts)
        raise Refused(reason, field="ends")


def discharge_end(membership: Membership, order_date: date) -> date:
    """The last day of a seat that an order ends (R-16); Refused where the seat has not begun or is over."""
    ends = last_day_before(order_date)
    if ends < membership.starts:
        reason = Message(
            "{name} is a member from {starts}; an order of {order} cannot discharge before that.",
            name=membership.person.name, starts=membership.starts, order=order_date,
        )  # fmt: skip
        raise Refused(reason, field="order_date", clause="CN-6.5")
    if membership.ends is not None and membership.ends < ends:
        reason = Message("{name} left on {ends} already.", name=membership.person.name, ends=membership.ends)
        raise Refused(reason, field="order_date", clause="CN-6.5")
    return ends


def no_overlap(
    memberships: Iterable[Membership], *, person_id: str, starts: date, ends: date | None, apart_from: str = ""
) -> None:
    """Refused where a person would sit twice in a body on one day; another role is another seat, after the first."""
    for other in memberships:
        if other.person_id == person_id and other.id != apart_from and _meet(other, starts, ends):
            if other.ends is None:
                reason = Message(
                    "{name} is a member since {starts} already.", name=other.person.name, starts=other.starts
                )
            else:
                reason = Message(
                    "{name} was a member from {starts} to {ends} already.",
                    name=other.person.name, starts=other.starts, ends=other.ends,
                )  # fmt: skip
            raise Refused(reason, field="starts", clause="CN-5.7.5")


def group_of(category: str, words: str, groups: Iterable[Group]) -> tuple[str, str]:
    """A main group and its own words, cleaned; Refused for "other" without words and for a group nobody knows."""
    cleaned = office_rules.line(words, field="category_words")
    if category == OTHER and not cleaned:
        raise Refused(Message("Write in a few words whom the member represents."), field="category_words")
    if category not in ("", OTHER, *(group.code for group in groups)):
        raise Refused(Message("The charter knows no such group."), field="category", clause="CN-5.2")
    return category, cleaned if category == OTHER else ""


def group_text(category: str, words: str) -> Message:
    """The group as people read it; the own words of a member who fits none of the charter's groups."""
    if category == OTHER:
        return Message("{name}", name=words)
    return terms.group_title(category) if category else Message("not recorded")


def order_number(text: str) -> str:
    """The number of an act as on the paper («135-б»), otherwise Refused."""
    cleaned = office_rules.needed_line(text, field="order_number", longest=40)
    return cleaned.removeprefix("№").strip() or cleaned


def no_second_name(names: Iterable[BodyName], day: date | None) -> None:
    """A body has one name a day."""
    if any(name.in_force_from == day for name in names):
        raise Refused(Message("The body has a name from that day already."), field="in_force_from", clause="NC-1.3")


def next_place(memberships: Iterable[Membership]) -> int:
    """The number of the next member in the list."""
    return max((one.place for one in memberships), default=0) + 1


def moved(memberships: Sequence[Membership], membership_id: str, steps: int) -> dict[str, int]:
    """New places, by id, after one member moved up (-1) or down (1) in the list; only those that change."""
    ids = [one.id for one in memberships]
    here = ids.index(membership_id)
    there = min(max(here + steps, 0), len(ids) - 1)
    ids.insert(there, ids.pop(here))
    old = {one.id: one.place for one in memberships}
    return {one: place for place, one in enumerate(ids, start=1) if old[one] != place}


def by_role(memberships: Iterable[Membership]) -> list[Membership]:
    """Chairman, deputy, secretary, members; within a role as in the list."""
    return sorted(memberships, key=lambda one: (ROLE_ORDER.index(one.role), one.place))


def position(membership: Membership, language: str) -> str:
    """The position as the order wrote it, in Russian where that is recorded."""
    if language == "ru":
        return membership.position_ru or membership.position_ky
    return membership.position_ky


def appointee(membership: Membership) -> Appointee:
    """A seat as a line of an order."""
    return Appointee(membership.person.name, membership.role, membership.position_ky, membership.position_ru)


def whole_order(memberships: Iterable[Membership]) -> OrderDraft:
    """The order that approves a composition as it stands; Refused for an empty one (CN-5.1a)."""
    lines = tuple(appointee(one) for one in memberships)
    if not lines:
        raise Refused(Message("Nobody is in the composition yet. Add the members first."), clause="CN-5.1a")
    return OrderDraft(whole=lines)


def _meet(other: Membership, starts: date, ends: date | None) -> bool:
    return other.starts <= (ends or date.max) and starts <= (other.ends or date.max)
