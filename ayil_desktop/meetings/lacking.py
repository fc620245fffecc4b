"""What does the plan of a meeting still lack, and what its minutes?"""

from collections.abc import Collection
from dataclasses import dataclass

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import ItemKind, ItemState
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import charters


@dataclass(frozen=True)
class Lack:
    """Something a step of the meeting still lacks; a warning, never a block."""

    text: Message
    clause: str = ""
    is_general: bool = False
    """It is said of every body: the program needs it, whatever the regulation of this one says."""

    def binds(self, regulations: Collection[str]) -> bool:
        """Whether its clause is one of the body's own; a charter without clauses is bound by none."""
        return not self.clause or bool(charters.cited(self.clause, regulations))


def planning_lacks(meeting: Meeting) -> tuple[Lack, ...]:
    """What the plan and the agenda still lack before the notice (CN-5.4.3, CN-5.4.4, CN-5.6.2, CN-5.6.3, CN-5.7.2)."""
    found = []
    if meeting.time is None:
        found.append(Lack(Message("The time is missing"), "CN-5.4.3", is_general=True))
    if not meeting.place.strip():
        found.append(Lack(Message("The place is missing"), "CN-5.4.3", is_general=True))
    if not meeting.items:
        found.append(Lack(Message("The agenda is empty"), "CN-5.6.1", is_general=True))
    without_draft = [item for item in meeting.items if needs_draft(item) and not item.draft_ky.strip()]
    if without_draft:
        found.append(
            Lack(
                Counted(
                    "{count} matter without a draft decision",
                    "{count} matters without a draft decision",
                    len(without_draft),
                ),
                "CN-5.6.2",
            )
        )
    unprepared = [item for item in meeting.items if item.preparer_id is None and not item.speaker.strip()]
    if unprepared:
        found.append(
            Lack(
                Counted("{count} matter that nobody prepares", "{count} matters that nobody prepares", len(unprepared)),
                "CN-5.7.2",
            )
        )
    if meeting.items and meeting.agenda_approved_on is None:
        found.append(Lack(Message("The chairman has not approved the agenda yet"), "CN-5.4.4"))
    if meeting.invited and meeting.invited_agreed_on is None:
        found.append(Lack(Message("The list of invited persons is not agreed yet"), "CN-5.6.3"))
    return tuple(found)


def needs_draft(item: AgendaItem) -> bool:
    """Whether a matter asks for a draft decision; information is only heard, candidates are voted one by one."""
    return item.kind is ItemKind.DECISION


def minutes_lacks(meeting: Meeting) -> tuple[Lack, ...]:
    """What the minutes still lack before they are sealed."""
    found = []
    undecided = [
        item for item in meeting.items if item.state is ItemState.DECIDED and not item.decisions and not item.rounds
    ]
    if undecided:
        numbers = ", ".join(str(item.place) for item in undecided)
        words = Message("No decision is recorded on matters {numbers}", numbers=numbers)
        found.append(Lack(words, "NC-3.3", is_general=True))
    if meeting.presiding_id is None:
        found.append(Lack(Message("It is not recorded who presided"), "CN-7.7"))
    for item in meeting.items:
        for decision in item.decisions:
            if decision.with_amendments and not decision.amendments.strip():
                words = Message("The amendments to matter {number} are not written down", number=item.place)
                found.append(Lack(words, "NC-4.3", is_general=True))
    if not any(party.role == "controller" for item in meeting.items for one in item.decisions for party in one.parties):
        if any(item.decisions for item in meeting.items):
            found.append(Lack(Message("Nobody is named who controls the execution"), "CN-R.2"))
    return tuple(found)
