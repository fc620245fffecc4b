"""What do all papers of a meeting share: head, day and place, list of matters, signatures, foot?"""

from collections.abc import Iterator

from ayil_desktop.commission import handouts as commission_handouts
from ayil_desktop.commission import rules as commission_rules
from ayil_desktop.language import endings, wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import minutes, russian, sealed, sealing, signing
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import ItemState, Kind, State
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.meetings.presence import Seat
from ayil_desktop.meetings.signing import Signatory
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.office import settings as office_settings
from ayil_desktop.printing.document import (
    Block,
    DateLine,
    KeyValues,
    Letterhead,
    Signature,
    Signatures,
    Subtitle,
    Title,
)

BLANK_DATE = Message("“___” ______________ 20___")
NUMBER = Message("No.")
NAME = Message("Name")


def letterhead(paper: MeetingPaper) -> Letterhead:
    """The office's, in both languages."""
    return office_handouts.letterhead(paper.office)


def body_name(paper: MeetingPaper, language: str) -> str:
    """The full official name that the body had on the day of the meeting (CN-0.7, NC-1.3), as it was sealed."""
    kept = sealed.in_head(paper.meeting, "body", language)
    return kept or commission_handouts.body_name(paper.meeting.body, paper.meeting.date, language)


def footer(paper: MeetingPaper, language: str) -> str:
    """At the foot of every page of a practice office."""
    return office_handouts.footer(paper.office, language)


def mark(paper: MeetingPaper, language: str, *, is_draft: bool = False) -> str:
    """What stands in the corner of the first page: a paper of a cancelled meeting must invite nobody."""
    if paper.meeting.state is State.CANCELLED:
        return Message("The meeting was cancelled").into(language)
    return Message("draft").into(language) if is_draft else ""


def sealed_footer(paper: MeetingPaper, language: str) -> str:
    """The same, and the seal of sealed minutes, on these and on what is copied out of them."""
    seal = paper.meeting.seal
    shown = Message("Digital seal: {seal}", seal=sealing.shown(seal)).into(language) if seal else ""
    return " · ".join(filter(None, (shown, footer(paper, language))))


def kind(paper: MeetingPaper, language: str) -> str:
    """кезектеги отурум, кезексиз отурум: below the name of the body."""
    if paper.meeting.kind is Kind.EXTRAORDINARY:
        return Message("extraordinary meeting").into(language)
    return Message("regular meeting").into(language)


def named(paper: MeetingPaper, language: str) -> str:
    """«… комиссиянын» / «кезектеги отуруму», «очередного заседания» / «рабочей комиссии …»: below a paper's title.

    A name whose ending is not known stands as it is over the kind of the meeting.
    """
    name = body_name(paper, language)
    whole = endings.genitive(name, language)
    if not whole:
        return f"{name}\n{kind(paper, language)}"
    if language == "ru":
        return f"{_of_the_meeting(paper, has_body=True).into(language)}\n{whole}"
    is_regular = paper.meeting.kind is not Kind.EXTRAORDINARY
    own = Message("its regular meeting") if is_regular else Message("its extraordinary meeting")
    return f"{whole}\n{own.into(language)}"


def chained(paper: MeetingPaper, title: Message, language: str) -> Iterator[Block]:
    """The head in the order of the offices, each word the possession of the one before (CN-0.1).

    «… комиссиянын» / «кезектеги отурумунун» / «ПРОТОКОЛУ № 2»; in Russian «ПРОТОКОЛ № 2» / «очередного заседания» /
    «рабочей комиссии …». A name whose ending is not known stands as it is over the rest.
    """
    name = body_name(paper, language)
    whole = endings.genitive(name, language)
    of_body = Title(whole or name)
    meeting = Subtitle(_of_the_meeting(paper, has_body=bool(whole)).into(language))
    if language == "ky":
        yield from (of_body, meeting, Title(title.into(language)))
    elif whole:
        yield from (Title(title.into(language)), meeting, of_body)
    else:
        yield from (of_body, Title(title.into(language)), meeting)


def _of_the_meeting(paper: MeetingPaper, *, has_body: bool) -> Message:
    if paper.meeting.kind is Kind.EXTRAORDINARY:
        return Message("of its extraordinary meeting") if has_body else Message("of the extraordinary meeting")
    return Message("of its regular meeting") if has_body else Message("of the regular meeting")


def number(paper: MeetingPaper) -> str:
    """3 or 3/2019 as the office writes it; a line to write on where the meeting has none."""
    meeting = paper.meeting
    if meeting.number is None:
        return "____"
    return office_settings.numbered(paper.settings, meeting.number, meeting.date.year)


def date_line(paper: MeetingPaper, language: str) -> DateLine:
    """13-март 2019-жыл at the left, the village at the right (CN-0.1)."""
    kept = sealed.in_head(paper.meeting, "place", language)
    place = office_handouts.place(paper.office, language) if kept is None else kept
    return DateLine(wording.date_head(paper.meeting.date, language), place=place)


def day(paper: MeetingPaper, language: str) -> str:
    """13-март 2019-жыл, шаршемби."""
    date = paper.meeting.date
    return f"{wording.date_head(date, language)}, {wording.weekday(date, language)}"


def when_and_where(paper: MeetingPaper, language: str) -> KeyValues:
    """Day, time and place; lines to write on for what is not known yet (CN-5.4.3)."""
    meeting = paper.meeting
    return KeyValues(
        (
            (Message("Day:").into(language), day(paper, language)),
            (Message("Time:").into(language), f"{meeting.time:%H:%M}" if meeting.time else ""),
            (Message("Place:").into(language), russian.said(meeting, "place", language)),
        ),
        key_width=34,
    )


def matter(item: AgendaItem, language: str) -> str:
    """A matter as agendas list it, marked where it came late or was withdrawn."""
    marks = []
    if item.is_late:
        marks.append(Message("(added after the notice)").into(language))
    if item.state is ItemState.WITHDRAWN:
        marks.append(Message("(withdrawn)").into(language))
    return " ".join((minutes.item_text(item, language), *marks))


def signature(who: Signatory, paper: MeetingPaper, language: str) -> Signature:
    """Capacity at the left, name at the right as the office signs (CN-0.5)."""
    return Signature(who.title.into(language), office_handouts.signed_name(who.name, paper.settings))


def secretary_signs(paper: MeetingPaper, language: str) -> Signatures:
    """One line for the secretary."""
    return Signatures((signature(signing.secretary(paper.meeting, paper.day), paper, language),))


def position(paper: MeetingPaper, seat: Seat, language: str) -> str:
    """What a member is outside the body, as the order wrote it; empty where it is not recorded."""
    membership = next(one for one in paper.day.composition if one.person_id == seat.person_id)
    return commission_rules.position(membership, language)
