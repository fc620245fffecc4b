"""What does the printed protocol of a meeting look like, and what is attached to it?"""

import re
from collections.abc import Iterator

from ayil_desktop.language import wording
from ayil_desktop.language.message import InContext, Message
from ayil_desktop.meetings import annexes, paper_parts, rules, sealed, sealing
from ayil_desktop.meetings.annexes import Annex
from ayil_desktop.meetings.choices import State
from ayil_desktop.meetings.minutes import Section
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.printing.document import (
    AnnexMark,
    Block,
    DateLine,
    Document,
    Heading,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Signatures,
    Space,
    Subtitle,
    Text,
    Title,
)

_LABEL = re.compile(r"[^:]{1,60}:(?=\s)")
_NUMBERED = re.compile(r"((?:\d+\.)*)(\d+)([.)])\s+(.*)")
_WITH_LABELS = ("head", "attendance", "notice")


def minutes(paper: MeetingPaper, language: str) -> Document:
    """The protocol with its annexes; of a meeting that was not held the short act (R-38).

    Refused while there was no meeting yet. Sealed Kyrgyz minutes are printed as they were sealed.
    """
    rules.check_took_place(paper.meeting)
    is_held = paper.meeting.state not in rules.FAILED_STATES
    title = Message("Minutes") if is_held else Message("Act")
    blocks = (
        *(_head(paper, language) if is_held else _act_head(paper, language)),
        *written(paper, language),
        *_signed(paper, language),
        *_notes(paper, language),
        *_annex_pages(paper, language),
    )
    return Document(
        title.into(language),
        blocks,
        language,
        footer=paper_parts.sealed_footer(paper, language),
        draft=Message("draft").into(language) if paper.meeting.state is State.IN_SESSION else "",
    )


def _head(paper: MeetingPaper, language: str) -> Iterator[Block]:
    title = InContext("of a meeting", "MINUTES No. {number}", number=paper_parts.number(paper))
    yield from paper_parts.chained(paper, title, language)
    yield paper_parts.date_line(paper, language)


def _act_head(paper: MeetingPaper, language: str) -> Iterator[Block]:
    yield Title(paper_parts.body_name(paper, language))
    yield Title(Message("ACT").into(language))
    yield Subtitle(Message("that the meeting was not held").into(language))
    yield paper_parts.date_line(paper, language)


def written(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """The sections as they stand; what nobody wrote anything into is left out."""
    for section in sealing.sections(paper.meeting, paper.day, language):
        if section.text.strip():
            yield from _section(section)
    late = [one for one in annexes.of(paper.meeting, paper.day, language) if one.after_sealing]
    if late:
        before = len(annexes.of(paper.meeting, paper.day, language)) - len(late)
        heading = Message("Received after the minutes were sealed:").into(language)
        text = "\n".join(annexes.lines(tuple(late), language, start=before + 1))
        yield from _section(Section("annexes", heading, text, text))


def _section(section: Section) -> Iterator[Block]:
    lines = [line.strip() for line in section.text.splitlines() if line.strip()]
    if section.key.endswith(":title"):
        yield Heading("\n".join(lines), level=2)
        return
    if section.heading and _NUMBERED.match(lines[0]):
        yield Space(1)
        yield Paragraph((Run(section.heading, bold=True),), indent=False, keep_with_next=True)
    elif section.heading:
        first = lines.pop(0)
        yield Paragraph((Run(f"{section.heading} ", bold=True), Run(first)), indent=False)
    yield from _paragraphs(lines, has_labels=section.key in _WITH_LABELS)


def _paragraphs(lines: list[str], *, has_labels: bool) -> Iterator[Block]:
    """Lines of the text: below a number all that belongs to it, a label before its colon bold, the rest plain."""
    waiting = list(lines)
    while waiting:
        line = waiting.pop(0)
        numbered = _NUMBERED.match(line)
        if numbered:
            prefix, number, mark, text = numbered.groups()
            while waiting and not _NUMBERED.match(waiting[0]):
                text += f"\n{waiting.pop(0)}"
            yield NumberedList((text,), start=int(number), prefix=prefix, mark=")" if mark == ")" else ".")
        else:
            yield Paragraph(_labelled(line) if has_labels else line, indent=False)


def _labelled(line: str) -> Text:
    label = _LABEL.match(line)
    return (Run(label[0], bold=True), Run(line[label.end() :])) if label else line


def _signed(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """Who signs in which capacity (CN-6.4, CN-7.7, R-17), and when it was signed (CN-5.4.7)."""
    lines = sealed.signatories(paper.meeting, paper.day)
    yield Signatures(
        tuple(paper_parts.signature(one, paper, language) for one in lines),
        stamp=Message("Place of the seal").into(language),
    )
    if paper.meeting.seal is not None:
        on = wording.date_head(paper.meeting.seal.signed_on, language)
        yield Space(3)
        yield Paragraph(Message("Signed: {on}", on=on).into(language), indent=False, size=11)


def _notes(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """What was found wrong after the sealing: beside the minutes, never in them."""
    if paper.meeting.notes:
        yield Heading(Message("Correction notes").into(language), level=2)
    for note in paper.meeting.notes:
        author = f" ({note.author})" if note.author else ""
        yield Paragraph(f"{wording.short_date(note.on)}. {note.text}{author}", indent=False)


def _annex_pages(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """Every opinion on a page of its own under its number (CN-7.5b)."""
    for place, annex in enumerate(annexes.of(paper.meeting, paper.day, language), 1):
        if annex.has_page:
            yield PageBreak()
            yield AnnexMark(_annex_mark(paper, place, language))
            yield from _annex(paper, annex, language)


def _annex_mark(paper: MeetingPaper, place: int, language: str) -> str:
    """«13-март 2019-жылдагы №3 протоколго № 1 тиркеме» (CN-0.6)."""
    return Message(
        "Annex No. {annex} to the minutes {number} {dated}",
        annex=place,
        number=wording.number_sign(paper_parts.number(paper), language),
        dated=wording.date_attributive(paper.meeting.date, language),
    ).into(language)


def _annex(paper: MeetingPaper, annex: Annex, language: str) -> Iterator[Block]:
    yield Title(annex.title)
    if annex.is_late:
        yield DateLine("", Message("received late").into(language))
    for paragraph in annex.text.splitlines() or [""]:
        yield Paragraph(paragraph)
    yield Space(5)
    yield Paragraph(office_handouts.signed_name(annex.author, paper.settings), indent=False, align="right")
