"""How often did each member come, of the meetings held while he or she was a member (CN-5.7.6a)?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ayil_desktop.commission import handouts as commission_handouts
from ayil_desktop.commission.records import Body, Membership
from ayil_desktop.commission.rules import sits_on
from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import paper_parts, rules
from ayil_desktop.meetings.choices import Presence
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.office.records import Office
from ayil_desktop.office.settings import Settings
from ayil_desktop.printing.document import Block, Column, Document, Paragraph, Subtitle, Table, Title


@dataclass(frozen=True)
class Attended:
    """One member's meetings: how many were held during the membership, at how many of them was he or she."""

    name: str
    held: int
    present: int

    @property
    def percent(self) -> float | None:
        """0 … 100; None where no meeting was held meanwhile."""
        return None if self.held == 0 else 100 * self.present / self.held


def summary(meetings: Iterable[Meeting], memberships: Sequence[Membership]) -> tuple[Attended, ...]:
    """Every member, in the order of the list; meetings whose attendance is not recorded do not count."""
    held = _counted(meetings)
    names = {seat.person_id: seat.person.name for seat in memberships}
    found = []
    for person_id, name in names.items():
        seats = [seat for seat in memberships if seat.person_id == person_id]
        meant = [one for one in held if any(sits_on(seat, one.date) for seat in seats)]
        came = [one for one in meant if _came(one, person_id)]
        found.append(Attended(name, len(meant), len(came)))
    return tuple(found)


def _came(meeting: Meeting, person_id: str) -> bool:
    """At the opening, or later in the course of the meeting."""
    at_opening = any(row.person_id == person_id and row.presence is Presence.PRESENT for row in meeting.attendance)
    return at_opening or any(move.person_id == person_id and move.arrives for move in meeting.movements)


def paper(
    office: Office | None,
    body: Body,
    meetings: Sequence[Meeting],
    memberships: Sequence[Membership],
    settings: Settings,
    day: date,
    language: str,
) -> Document:
    """The summary by member as a sheet, as it stands on a day."""
    title = Message("Attendance of meetings").into(language)
    heads = [one.into(language) for one in (Message("Name"), Message("Meetings held"), Message("Came to"))]
    rows = tuple(
        (
            str(number),
            one.name,
            str(one.held),
            str(one.present),
            "–" if one.percent is None else wording.percent(one.percent, language, digits=0),
        )
        for number, one in enumerate(summary(meetings, memberships), 1)
    )
    number = paper_parts.NUMBER.into(language)
    columns = (
        Column(number, width=10, align="center"),
        Column(heads[0], weight=5),
        Column(heads[1], weight=2, align="center"),
        Column(heads[2], weight=2, align="center"),
        Column("%", width=20, align="center"),
    )
    return Document(
        title=title,
        language=language,
        footer=office_handouts.footer(office, language),
        blocks=(
            office_handouts.letterhead(office),
            Title(title.upper()),
            Subtitle(commission_handouts.body_name(body, day, language)),
            office_handouts.as_of(day, language),
            *_period(meetings, language),
            Table(columns, rows, head=((number, *heads, "%"),))
            if rows
            else Paragraph(commission_handouts.NOBODY.into(language)),
            commission_handouts.secretary_signs(body, _sitting(memberships, day), day, language, settings),
        ),
    )


def _counted(meetings: Iterable[Meeting]) -> list[Meeting]:
    return [one for one in meetings if one.state in rules.HELD_STATES and one.attendance_recorded]


def _period(meetings: Iterable[Meeting], language: str) -> Iterator[Block]:
    """From the first to the last meeting that counts."""
    days = [one.date for one in _counted(meetings)]
    if days:
        told = Message("Meetings held from {first} to {last}", first=min(days), last=max(days)).into(language)
        yield Paragraph(told, align="center", indent=False, keep_with_next=True)


def _sitting(memberships: Iterable[Membership], day: date) -> list[Membership]:
    return [one for one in memberships if sits_on(one, day)]
