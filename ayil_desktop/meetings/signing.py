"""Who signs the papers of a meeting, and in which capacity?"""

from dataclasses import dataclass

from ayil_desktop.commission import titles
from ayil_desktop.commission.records import Role
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import chair, presence
from ayil_desktop.meetings.choices import FAILED_STATES, LEFT, ItemKind
from ayil_desktop.meetings.day import Day, present_at
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.clauses import Texts


@dataclass(frozen=True)
class Signatory:
    """Who signs, in which capacity; the name is empty where nobody is recorded."""

    title: Message | Texts
    name: str


def of_minutes(meeting: Meeting, found: Day) -> tuple[Signatory, ...]:
    """Presiding person and secretary (CN-7.7); for a change of composition chairman and secretary (CN-6.4, R-17).

    Where several presided each of them signs what he presided over.
    """
    known = chair.presided(meeting)
    presiding = [Signatory(Message("Presiding at the meeting"), one.name) for one in known]
    if not _changes_composition(meeting):
        nobody = Signatory(Message("Presiding at the meeting"), "")
        return (*(presiding or [nobody]), secretary(meeting, found))
    seat = _seat(found, Role.CHAIRMAN)
    others = [
        line for line, one in zip(presiding, known, strict=True) if seat is None or one.person_id != seat.person_id
    ]
    return (*others, chairman(meeting, found), secretary(meeting, found))


def _changes_composition(meeting: Meeting) -> bool:
    """Whether the meeting took up a change of the composition; one that was put off without a vote is none."""
    if meeting.state in FAILED_STATES:
        return False
    changes = [item for item in meeting.items if item.kind is ItemKind.COMPOSITION]
    return any(item.state not in LEFT or item.rounds for item in changes)


def chairman(meeting: Meeting, found: Day) -> Signatory:
    """The chairman of the body, who approves the agenda (CN-5.4.4)."""
    seat = _seat(found, Role.CHAIRMAN)
    title = titles.signs_as(meeting.body, Role.CHAIRMAN, meeting.date)
    return Signatory(title, seat.name if seat else "")


def secretary(meeting: Meeting, found: Day) -> Signatory:
    """The secretary chosen for this meeting, otherwise the body's own (R-17)."""
    if meeting.secretary is not None:
        return Signatory(Message("Secretary of the meeting"), meeting.secretary.name)
    seat = _seat(found, Role.SECRETARY)
    title = titles.signs_as(meeting.body, Role.SECRETARY, meeting.date)
    return Signatory(title, seat.name if seat else "")


def keeper_was_away(meeting: Meeting, found: Day) -> bool:
    """Whether who is to sign as the secretary is a member marked as absent from beginning to end (R-17)."""
    seat = _seat(found, Role.SECRETARY)
    keeper = meeting.secretary_id or (seat.person_id if seat else None)
    if not meeting.attendance_recorded or keeper not in {one.person_id for one in found.seats}:
        return False
    came = presence.at_opening(meeting.attendance, found.seats)
    return keeper not in came.union(*(present_at(found, meeting, item) for item in meeting.items))


def _seat(found: Day, role: Role) -> Seat | None:
    return next((one for one in found.seats if one.role == role), None)
