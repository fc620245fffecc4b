"""Does the hall have a quorum for the matter in hand, and how is that said?"""

import datetime
from dataclasses import dataclass

from ayil_desktop.language.message import Counted, InContext, Message
from ayil_desktop.meetings import rounds, rules
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import ItemKind
from ayil_desktop.meetings.day import Day
from ayil_desktop.meetings.rounds import Hall, Quorum
from ayil_desktop.meetings.rules import Opening


@dataclass(frozen=True)
class Standing:
    """The hall at one matter: `quorum` is that of the matter, `both` the ordinary and the composition's (R-2)."""

    hall: Hall
    quorum: Quorum
    both: Opening
    is_composition: bool
    rules_from: datetime.date | None = None
    """When the charter came into force, where that was later (R-34)."""

    @property
    def is_reached(self) -> bool | None:
        """For this matter; None where the charter regulates no quorum."""
        return self.quorum.is_reached(self.hall.present)


def standing(day: Day, item: AgendaItem, hall: Hall) -> Standing:
    """By the charter of the day (CN-7.3, CN-6.1)."""
    members = hall.members_in_force
    return Standing(
        hall=hall,
        quorum=rounds.quorum(day.charter, item.kind, members),
        both=rules.opening(day.charter, members_in_force=members, present=hall.present),
        is_composition=item.kind is ItemKind.COMPOSITION,
        rules_from=day.rules_from,
    )


def state(found: Standing) -> Message:
    """In a word or two, in capitals where it decides."""
    if found.is_reached is None:
        return Message("Quorum is not regulated")
    return InContext("hall", "QUORUM") if found.is_reached else InContext("hall", "NO QUORUM")


def caption(found: Standing) -> Message:
    """What the two large numbers are."""
    if found.quorum.needed is None:
        return Counted("present of {count} member", "present of {count} members", found.hall.members_in_force)
    return Counted(
        "present / needed of {count} member",
        "present / needed of {count} members",
        found.hall.members_in_force,
    )


def figure(found: Standing) -> str:
    """8 / 6, or 8 alone where nothing is needed."""
    needed = found.quorum.needed
    return str(found.hall.present) if needed is None else f"{found.hall.present} / {needed}"


def advice(found: Standing) -> Message | None:
    """What to do about it, where something is to be done (R-3), or why nothing is judged (R-34)."""
    if found.rules_from is not None:
        return not_judged(found.rules_from)
    if found.both.only_composition:
        if found.is_composition:
            return Message("Exactly half of the members are here. It is safer to wait for one more.")
        return Message("Exactly half of the members are here: only changes of the composition can be decided.")
    missing = (found.quorum.needed or 0) - found.hall.present
    if missing <= 0:
        return None
    return Counted("{count} more member is needed.", "{count} more members are needed.", missing)


def not_judged(rules_from: datetime.date) -> Message:
    """What is said of a meeting that took place before its charter came into force (CN-8.1, R-34)."""
    return Message("The charter is in force from {day}: this meeting is not judged by it.", day=rules_from)


def rule(kind: ItemKind, quorum: Quorum) -> Message:
    """One of the two rules with its number."""
    needed = quorum.needed or 0
    if kind is ItemKind.COMPOSITION:
        return Message("Changes of the composition: {needed} needed", needed=needed)
    return Message("All other matters: {needed} needed", needed=needed)
