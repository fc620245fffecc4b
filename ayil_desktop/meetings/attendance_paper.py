"""On which sheet do those who come to a meeting sign?"""

from collections.abc import Iterator

from ayil_desktop.commission.handouts import role_word
from ayil_desktop.commission.records import Role
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import paper_parts, rules, russian
from ayil_desktop.meetings.choices import Presence
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.printing.document import (
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Space,
    Subtitle,
    Table,
    Title,
)

ROOM_TO_SIGN = 10
"""Height of a line in mm; eleven members and some guests stand on one sheet."""
BLANK_MEMBERS, BLANK_GUESTS = 11, 4


def attendance_sheet(paper: MeetingPaper, language: str) -> Document:
    """The members of the day, numbered, with room for a hand; the quorum; below them the guests (CN-7.2)."""
    title = Message("Attendance sheet").into(language)
    footer, mark = paper_parts.footer(paper, language), paper_parts.mark(paper, language)
    return Document(title, tuple(_blocks(paper, language)), language, footer=footer, draft=mark)


def _blocks(paper: MeetingPaper, language: str) -> Iterator[Block]:
    yield Title(Message("Attendance sheet").into(language).upper())
    yield Subtitle(paper_parts.named(paper, language))
    yield paper_parts.when_and_where(paper, language)
    yield Space(2)
    yield _members(paper, language)
    yield from _quorum(paper, language)
    yield KeepTogether(
        (Heading(Message("Invited persons and guests").into(language), level=2), _guests(paper, language))
    )
    yield paper_parts.secretary_signs(paper, language)


def _members(paper: MeetingPaper, language: str) -> Table:
    columns = (
        Column(paper_parts.NUMBER.into(language), width=10, align="center"),
        Column(paper_parts.NAME.into(language), weight=4),
        Column(Message("Role").into(language), weight=3),
        Column(Message("Came at").into(language), width=24),
        Column(Message("Signature").into(language), width=33),
        Column(Message("Absent because").into(language), width=30),
    )
    away = [row for row in paper.meeting.attendance if row.presence is not Presence.PRESENT]
    reasons = {row.person_id: russian.said(row, "reason", language) for row in away}
    rows = [
        (str(place), seat.name, role_word(Role(seat.role), language), "", "", reasons.get(seat.person_id, ""))
        for place, seat in enumerate(paper.day.seats, 1)
    ]
    rows += [(str(place), "", "", "", "", "") for place in range(1, BLANK_MEMBERS + 1)] * (0 if rows else 1)
    return Table(columns, tuple(rows), row_height=ROOM_TO_SIGN, size=11)


def _quorum(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """How many must come; nothing where the charter sets no quorum or the members are not recorded."""
    members = len(paper.day.seats)
    needed = rules.opening(paper.day.charter, members_in_force=members, present=0).quorum.needed
    if members and needed is not None:
        text = Message(
            "Members: {members}. Needed for a quorum: {needed}. Came: ______", members=members, needed=needed
        )
        yield Paragraph(text.into(language), indent=False)


def _guests(paper: MeetingPaper, language: str) -> Table:
    columns = (
        Column(paper_parts.NUMBER.into(language), width=10, align="center"),
        Column(paper_parts.NAME.into(language), weight=4),
        Column(Message("Position").into(language), weight=4),
        Column(Message("Signature").into(language), width=33),
    )
    rows = [
        (str(place), guest.name, russian.said(guest, "position", language), "")
        for place, guest in enumerate(paper.meeting.invited, 1)
    ]
    rows += [(str(len(rows) + blank), "", "", "") for blank in range(1, BLANK_GUESTS + 1)]
    return Table(columns, tuple(rows), row_height=ROOM_TO_SIGN, size=11)
