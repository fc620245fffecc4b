"""Which decisions did a body take in a year, who carries them out by when, and how does each stand?"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from ayil_desktop.commission import handouts as commission_handouts
from ayil_desktop.commission.records import Body, Membership
from ayil_desktop.commission.rules import sitting
from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import register
from ayil_desktop.meetings.register import Entry
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.office.records import Office
from ayil_desktop.office.settings import Settings
from ayil_desktop.printing.document import Block, Column, Document, Paragraph, Subtitle, Table, Title

_HEADS = (
    Message("Number"),
    Message("Meeting"),
    Message("Decision"),
    Message("Responsible"),
    Message("Due"),
    Message("State"),
)


@dataclass(frozen=True)
class Of:
    """Whose index it is, and who may sign it."""

    office: Office | None
    body: Body
    memberships: Sequence[Membership]
    settings: Settings


def paper(of: Of, entries: Sequence[Entry], year: int, *, today: datetime.date, language: str) -> Document:
    """The index of one year; `entries` are of all years, `today` says what is overdue and which secretary signs."""
    seated = sitting(of.memberships, today)
    found = register.of_year(entries, year)
    title = Message("Index of decisions {year}", year=wording.year_of(year, language)).into(language)
    day = found[-1].met_on if found else datetime.date(year, 12, 31)
    return Document(
        title=title,
        language=language,
        orientation="landscape",
        footer=office_handouts.footer(of.office, language),
        blocks=(
            office_handouts.letterhead(of.office),
            Title(title.upper()),
            Subtitle(commission_handouts.body_name(of.body, day, language)),
            office_handouts.as_of(today, language),
            *_index(found, language),
            commission_handouts.secretary_signs(of.body, seated, today, language, of.settings),
        ),
    )


def _index(found: Sequence[Entry], language: str) -> tuple[Block, ...]:
    if not found:
        return (Paragraph(Message("No decision was taken in this year.").into(language)),)
    count = len({one.decision_id for one in found})
    told = Message("Decisions: {count}; overdue: {late}.", count=count, late=register.count_overdue(found))
    return (_table(found, language), Paragraph(told.into(language), indent=False))


def _table(found: Sequence[Entry], language: str) -> Table:
    heads = [one.into(language) for one in _HEADS]
    columns = (
        Column(heads[0], width=18, align="center"),
        Column(heads[1], width=24, align="center"),
        Column(heads[2], weight=5),
        Column(heads[3], weight=2),
        Column(heads[4], width=24, align="center"),
        Column(heads[5], width=30),
    )
    return Table(columns, tuple(_row(one, language) for one in found))


def _row(one: Entry, language: str) -> tuple[str, ...]:
    return (
        one.number,
        wording.short_date(one.met_on),
        one.text(language),
        ", ".join(one.responsible) or "–",
        wording.short_date(one.due) if one.due else "–",
        one.standing_words.into(language),
    )
