"""What do the members get before a meeting: the agenda, the list of invited persons, the draft decisions?"""

from collections.abc import Iterator

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import minutes, notice_paper, paper_parts, rules, russian, signing
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.office import terms
from ayil_desktop.printing.document import (
    ApprovalMark,
    Block,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Space,
    Subtitle,
    Table,
    Title,
)


def agenda(paper: MeetingPaper, language: str) -> Document:
    """The agenda for the chairman's approval, a draft until then (CN-5.4.4), and those invited (CN-5.6.3)."""
    is_draft = paper.meeting.agenda_approved_on is None
    return Document(
        Message("Agenda").into(language),
        (paper_parts.letterhead(paper), *_agenda(paper, language)),
        language,
        footer=paper_parts.footer(paper, language),
        draft=paper_parts.mark(paper, language, is_draft=is_draft),
    )


def packet(paper: MeetingPaper, language: str) -> Document:
    """For each member the notice, the agenda and the draft decisions, each packet from a new sheet (CN-5.6.2).

    Refused while day, time, place or agenda is missing.
    """
    rules.check_notice_contents(paper.meeting)
    blocks: list[Block] = []
    for seat in paper.day.seats or (None,):
        blocks += [*_packet(paper, seat, language), PageBreak()]
    title = Message("Papers for the meeting").into(language)
    footer = paper_parts.footer(paper, language)
    mark = paper_parts.mark(paper, language)
    return Document(title, tuple(blocks[:-1]), language, footer=footer, page_numbers=False, draft=mark)


def _packet(paper: MeetingPaper, seat: Seat | None, language: str) -> Iterator[Block]:
    yield paper_parts.letterhead(paper)
    to = Message("To: {name}", name=seat.name if seat else "_" * 24).into(language)
    sent = notice_paper.sent_to_members(paper).get(seat.person_id) if seat else None
    yield notice_paper.outgoing(to, language, sent)
    yield Title(Message("Notice").into(language).upper())
    yield Subtitle(paper_parts.body_name(paper, language))
    yield from notice_paper.told(paper, language)
    yield PageBreak()
    yield from _agenda(paper, language)
    yield from _drafts(paper, language)


def _agenda(paper: MeetingPaper, language: str) -> Iterator[Block]:
    chairman = signing.chairman(paper.meeting, paper.day)
    on = paper.meeting.agenda_approved_on
    yield ApprovalMark(
        Message("I approve").into(language),
        chairman.title.into(language),
        office_handouts.signed_name(chairman.name, paper.settings),
        wording.date_head(on, language) if on else paper_parts.BLANK_DATE.into(language),
    )
    yield Title(Message("Agenda").into(language).upper())
    yield Subtitle(paper_parts.named(paper, language))
    yield paper_parts.when_and_where(paper, language)
    yield Space(2)
    yield _matters(paper, language)
    yield from _invited(paper, language)
    yield paper_parts.secretary_signs(paper, language)


def _matters(paper: MeetingPaper, language: str) -> Table:
    """The matters; who speaks and who prepares, where anybody is named."""
    items = paper.meeting.items
    columns = [
        Column(paper_parts.NUMBER.into(language), width=10, align="center"),
        Column(Message("Matter").into(language), weight=6),
    ]
    cells = [[str(item.place) for item in items], [_matter(paper, item, language) for item in items]]
    people = {
        Message("Speaker"): [minutes.speaker(item, language) for item in items],
        Message("Prepared by"): [item.preparer.name if item.preparer else "" for item in items],
    }
    for title, names in people.items():
        if any(names):
            columns.append(Column(title.into(language), weight=3))
            cells.append(names)
    return Table(tuple(columns), tuple(zip(*cells, strict=True)), size=12)


def _matter(paper: MeetingPaper, item: AgendaItem, language: str) -> str:
    """The matter, and who proposed it (CN-5.7.1)."""
    text = paper_parts.matter(item, language)
    for proposal in paper.proposals:
        if proposal.item_id == item.id and proposal.person is not None:
            text += "\n" + Message("Proposed by: {name}", name=proposal.person.name).into(language)
    return text


def _invited(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """Who was asked to come, whether the chairman agreed, and which member proposed whom (CN-5.6.3, CN-5.7.3)."""
    invited = [guest for guest in paper.meeting.invited if not guest.is_guest]
    if not invited:
        return
    yield Heading(Message("Persons invited").into(language), level=2)
    on = paper.meeting.invited_agreed_on
    if on is None:
        yield Paragraph((Run(Message("not agreed yet").into(language), bold=True),), indent=False)
    else:
        text = Message("Agreed with the chairman {on}.", on=wording.date_on(on, language)).into(language)
        yield Paragraph(text, indent=False)
    columns = [
        Column(paper_parts.NUMBER.into(language), width=10, align="center"),
        Column(paper_parts.NAME.into(language), weight=4),
        Column(Message("Position").into(language), weight=5),
        Column(Message("Speaks for").into(language), weight=3),
    ]
    rows = [
        [str(place), one.name, russian.said(one, "position", language), group(one.group, language)]
        for place, one in enumerate(invited, 1)
    ]
    if any(one.proposed_by for one in invited):
        columns.append(Column(Message("Proposed by").into(language), weight=3))
        for row, one in zip(rows, invited, strict=True):
            row.append(one.proposed_by.name if one.proposed_by else "")
    yield Table(tuple(columns), tuple(map(tuple, rows)), size=12)


GROUPS = {
    "lsg": Message("Local self-government"),
    "ngo": Message("Public organisation"),
    "business": Message("Business"),
    "activist": Message("Activist of the community"),
    "user": Message("User of the service"),
    "expert": Message("State body or outside expert"),
}


def group(code: str, language: str) -> str:
    """Whom an invited person represents (CN-3.1.6); an office's own word stands as it is."""
    if not code:
        return ""
    return (GROUPS.get(code) or terms.group_title(code)).into(language)


def _drafts(paper: MeetingPaper, language: str) -> Iterator[Block]:
    items = [item for item in paper.meeting.items if _draft(item, language) or item.attachments]
    if not items:
        return
    yield Title(Message("Draft decisions").into(language).upper())
    for item in items:
        yield Heading(f"{item.place}. {minutes.item_text(item, language)}", level=2)
        if _draft(item, language):
            yield Paragraph(_draft(item, language))
        if item.attachments:
            names = ", ".join(one.attachment.name for one in item.attachments)
            yield Paragraph(Message("Attached: {names}", names=names).into(language), size=11)


def _draft(item: AgendaItem, language: str) -> str:
    return item.draft_ru if language == "ru" and item.draft_ru else item.draft_ky
