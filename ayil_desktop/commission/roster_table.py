"""How does the roster of a day stand on the screen, and what may be typed into it?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ayil_desktop.commission import rules
from ayil_desktop.commission.choices import OTHER, Role
from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import InContext, Message
from ayil_desktop.office import acts, terms
from ayil_desktop.office.charters import Group
from ayil_desktop.widgets.columns import Choice, Column, Editor

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Membership

Change = Callable[["Membership", Any], object]

ROLES = tuple(Choice(role, terms.role_title(role.value)) for role in rules.ROLE_ORDER)


def columns(
    *, name: Change, position: Change, role: Change, group: Change, groups: Callable[[], Sequence[Group]]
) -> tuple[Column[Membership], ...]:
    """The columns; nothing private stands in them. `groups` gives those of the charter in force."""
    return (
        Column(
            "name",
            Message("Name"),
            lambda seat: seat.person.name,
            width=160,
            set_value=name,
            sort_key=lambda seat: seat.person.sort_key,
        ),
        Column(
            "position",
            InContext("table", "Position in Kyrgyz"),
            lambda seat: seat.position_ky,
            width=200,
            set_value=position,
            stretches=True,
        ),
        Column(
            "role",
            Message("Role"),
            lambda seat: seat.role,
            width=112,
            editor=Editor.CHOICE,
            choices=ROLES,
            set_value=role,
            sort_key=lambda seat: rules.ROLE_ORDER.index(seat.role),
        ),
        Column(
            "group",
            Message("Group"),
            lambda seat: seat.category,
            width=184,
            editor=Editor.CHOICE,
            choices=lambda seat: group_choices(seat, groups()),
            set_value=group,
        ),
        Column("since", Message("Since"), _term, width=88, sort_key=lambda seat: seat.starts),
    )


def group_choices(seat: Membership, groups: Sequence[Group]) -> tuple[Choice, ...]:
    """Not recorded, the groups of the charter, or other in one's own words; those of the member stand for it."""
    known = tuple(Choice(group.code, terms.group_title(group.code)) for group in groups)
    own = seat.category_words if seat.category == OTHER else ""
    return (Choice("", ""), *known, Choice(OTHER, own or OTHER_WORDS))


def tip(seat: Membership) -> str:
    """By which acts the member sits, and until when."""
    lines = [seat.position_ru] if seat.position_ru and catalogue.current() == "ru" else []
    if seat.appointing_order:
        lines.append(str(Message("Appointed by {act}", act=acts.brief(seat.appointing_order))))
    else:
        lines.append(str(Message("No appointing act is recorded.")))
    if seat.discharging_order:
        lines.append(str(Message("Discharged by {act}", act=acts.brief(seat.discharging_order))))
    lines.extend(filter(None, [seat.discharge_reason]))
    return "\n".join(lines)


def title(role: Role) -> Message:
    return terms.role_title(role.value)


def _term(seat: Membership) -> str:
    """From when, and until when where that is known."""
    begins = wording.short_date(seat.starts)
    return f"{begins} – {wording.short_date(seat.ends)}" if seat.ends else begins


OTHER_WORDS = Message("Other, in own words…")
