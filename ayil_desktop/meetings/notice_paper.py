"""Who is told of a meeting on paper, and how: its members, those invited, everybody?"""

from collections.abc import Iterator, Sequence

from ayil_desktop.commission import handouts as commission_handouts
from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import notices, paper_parts, rules, russian
from ayil_desktop.meetings.choices import Kind
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.records import Delivery, Invited
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.printing.document import (
    Block,
    Column,
    CutLine,
    Document,
    Heading,
    KeepTogether,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Space,
    Subtitle,
    Table,
    Title,
)
from ayil_desktop.printing.page import Margins

SIZE = 12
MARGINS = Margins(top=12, bottom=15)
"""A little less than usual, so that a notice of some matters stands on half a sheet."""


def notice(paper: MeetingPaper, language: str) -> Document:
    """All that goes out: a notice for each member, an invitation for each guest, the list to sign, the announcement.

    Refused while day, time, place or agenda is missing (CN-5.4.3, CN-5.6.1).
    """
    rules.check_notice_contents(paper.meeting)
    title = Message("Notice of the meeting").into(language)
    return _document(paper, language, title, _pages(paper, language))


def for_members(paper: MeetingPaper, language: str) -> Document:
    """Only the notices of the members, two on a sheet where they are short."""
    rules.check_notice_contents(paper.meeting)
    return _document(paper, language, Message("Notice of the meeting").into(language), _members(paper, language))


def invitation(paper: MeetingPaper, language: str) -> Document:
    """A letter for everybody who is invited and is no member (CN-4.1.3); Refused where nobody is."""
    rules.check_notice_contents(paper.meeting)
    rules.check_somebody_is_invited(paper.meeting)
    return _document(paper, language, Message("Invitation").into(language), _invitations(paper, language))


def announcement(paper: MeetingPaper, language: str) -> Document:
    """For the notice board: the meeting is open to everybody (CN-7.2)."""
    rules.check_notice_contents(paper.meeting)
    title = Message("Announcement").into(language)
    return _document(paper, language, title, announced(paper, language), size=14)


def _document(
    paper: MeetingPaper, language: str, title: str, blocks: Sequence[Block], *, size: float = SIZE
) -> Document:
    footer = paper_parts.footer(paper, language)
    return Document(
        title,
        tuple(blocks),
        language,
        margins=MARGINS,
        footer=footer,
        page_numbers=False,
        size=size,
        draft=paper_parts.mark(paper, language),
    )


def _pages(paper: MeetingPaper, language: str) -> list[Block]:
    blocks = [*_members(paper, language), PageBreak()]
    if paper.meeting.invited:
        blocks += [*_invitations(paper, language), PageBreak()]
    return [*blocks, *_receipts(paper, language), PageBreak(), *announced(paper, language)]


def _members(paper: MeetingPaper, language: str) -> list[Block]:
    blocks: list[Block] = []
    for seat in paper.day.seats or (None,):
        blocks += [KeepTogether(tuple(_notice(paper, seat, language))), CutLine(2)]
    return blocks[:-1]


def _notice(paper: MeetingPaper, seat: Seat | None, language: str) -> Iterator[Block]:
    """Half a sheet: the name of the body stands in the place of a letterhead."""
    own = office_handouts.letterhead(paper.office)
    office = (own.russian if language == "ru" else own.kyrgyz)[-1]
    yield Paragraph(office, align="center", indent=False)
    yield Subtitle(paper_parts.body_name(paper, language))
    yield outgoing(
        _addressee(paper, seat, language), language, sent_to_members(paper).get(seat.person_id) if seat else None
    )
    yield Title(Message("Notice").into(language).upper())
    yield from told(paper, language)


def outgoing(to: str, language: str, sent: Delivery | None = None) -> Table:
    """At the left the day on which it is sent and its number, by hand where not known yet; at the right to whom."""
    on = wording.date_head(sent.on, language) if sent else commission_handouts.blank_date(language)
    marks = f"{on}\n{commission_handouts.blank_number(language)}"
    return Table((Column(), Column()), ((marks, to),), grid=False, size=SIZE - 1)


def sent_to_members(paper: MeetingPaper) -> dict[str, Delivery]:
    """By person: the notice that told what this paper tells; one that is otherwise by now was another paper."""
    return {person: row for person, row in notices.current(paper.meeting).items() if notices.holds(row, paper.meeting)}


def _addressee(paper: MeetingPaper, seat: Seat | None, language: str) -> str:
    if seat is None:
        return Message("To: {name}", name="_" * 24).into(language)
    to = Message("To: {name}", name=seat.name).into(language)
    return "\n".join(filter(None, (to, paper_parts.position(paper, seat, language))))


def told(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """What every member is told: day, time, place, agenda (CN-5.6.1), and that opinions may be written (CN-5.7.7)."""
    yield Paragraph(_we_inform(paper).into(language))
    yield from _reason(paper, language)
    yield paper_parts.when_and_where(paper, language)
    yield from _agenda(paper, language)
    yield from _materials(paper, language)
    absent = Message("If you cannot come, please tell the secretary; you may give your opinion in writing.")
    yield Space(1)
    yield Paragraph(absent.into(language), indent=False, size=SIZE - 1)
    yield paper_parts.secretary_signs(paper, language)


def _we_inform(paper: MeetingPaper) -> Message:
    if paper.meeting.kind is Kind.EXTRAORDINARY:
        return Message("We inform you that an extraordinary meeting will take place:")
    return Message("We inform you that a regular meeting will take place:")


def _reason(paper: MeetingPaper, language: str) -> Iterator[Block]:
    if paper.meeting.kind is Kind.EXTRAORDINARY:
        reason = russian.said(paper.meeting, "reason", language)
        yield Paragraph(Message("Reason: {reason}", reason=reason).into(language))


def _agenda(paper: MeetingPaper, language: str) -> Iterator[Block]:
    yield Heading(Message("Agenda:").into(language), level=3)
    yield NumberedList(tuple(paper_parts.matter(item, language) for item in paper.meeting.items))


def _materials(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """What goes out with it (CN-5.6.2)."""
    names = [one.attachment.name for item in paper.meeting.items for one in item.attachments]
    if names:
        yield Paragraph(Message("Attached: {names}", names=", ".join(names)).into(language), indent=False)


def _invitations(paper: MeetingPaper, language: str) -> list[Block]:
    blocks: list[Block] = []
    for guest in paper.meeting.invited:
        blocks += [*_invitation(paper, guest, language), PageBreak()]
    return blocks[:-1]


def _invitation(paper: MeetingPaper, guest: Invited, language: str) -> Iterator[Block]:
    to = Message("To: {name}", name=guest.name).into(language)
    yield paper_parts.letterhead(paper)
    yield outgoing("\n".join(filter(None, (to, russian.said(guest, "position", language)))), language)
    yield Title(Message("Invitation").into(language).upper())
    yield Subtitle(paper_parts.body_name(paper, language))
    yield Paragraph(_we_invite(paper).into(language))
    yield paper_parts.when_and_where(paper, language)
    yield from _agenda(paper, language)
    yield paper_parts.secretary_signs(paper, language)


def _we_invite(paper: MeetingPaper) -> Message:
    if paper.meeting.kind is Kind.EXTRAORDINARY:
        return Message("We invite you to an extraordinary meeting:")
    return Message("We invite you to a regular meeting:")


def _receipts(paper: MeetingPaper, language: str) -> list[Block]:
    """Who was sent the notice when and how; a day of receipt that is not recorded is written by the hand that signs."""
    sent = sent_to_members(paper)
    columns = (
        Column(paper_parts.NUMBER.into(language), width=10, align="center"),
        Column(paper_parts.NAME.into(language), weight=4),
        Column(Message("Sent on").into(language), width=26, align="center"),
        Column(Message("How").into(language), weight=2),
        Column(Message("Notice received on").into(language), width=26, align="center"),
        Column(Message("Signature").into(language), width=28),
    )
    rows = []
    for place, seat in enumerate(paper.day.seats, 1):
        row = sent.get(seat.person_id)
        on, how = (wording.short_date(row.on), russian.said(row, "how", language)) if row else ("", "")
        received = wording.short_date(row.received_on) if row and row.received_on else ""
        rows.append((str(place), seat.name, on, how, received, ""))
    rows += [("", "", "", "", "", "")] * (0 if rows else 11)
    return [
        Title(Message("Receipt of the notice").into(language).upper()),
        Subtitle(paper_parts.body_name(paper, language)),
        Paragraph(_meeting_of(paper).into(language), align="center", indent=False),
        Table(columns, tuple(rows), row_height=11),
        Space(2),
        paper_parts.secretary_signs(paper, language),
    ]


def _meeting_of(paper: MeetingPaper) -> Message:
    date = paper.meeting.date
    if paper.meeting.time is None:
        return Message("Meeting of {date}", date=date)
    return Message("Meeting of {date}, {time}", date=date, time=f"{paper.meeting.time:%H:%M}")


def announced(paper: MeetingPaper, language: str) -> list[Block]:
    """The public announcement: the meeting is open to everybody."""
    is_open = Message("The meeting is open: everybody may come and listen.")
    return [
        paper_parts.letterhead(paper),
        Title(Message("Announcement").into(language).upper()),
        Subtitle(paper_parts.body_name(paper, language)),
        Paragraph(_everybody(paper).into(language)),
        paper_parts.when_and_where(paper, language),
        *_agenda(paper, language),
        Space(3),
        Paragraph((Run(is_open.into(language), bold=True),), indent=False),
    ]


def _everybody(paper: MeetingPaper) -> Message:
    if paper.meeting.kind is Kind.EXTRAORDINARY:
        return Message("The public is informed that an extraordinary meeting will take place:")
    return Message("The public is informed that a regular meeting will take place:")
