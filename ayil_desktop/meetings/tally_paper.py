"""On which sheet are the votes counted, and what stands on it afterwards?"""

from collections.abc import Iterator

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import ballots, minutes, paper_parts, presence, rounds, vote_words
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.ballots import Question
from ayil_desktop.meetings.choices import VOTE_NAMES, ItemKind, ItemState, Method, Vote
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.meetings.vote_records import RoundMember, VoteRound
from ayil_desktop.office import terms
from ayil_desktop.office.charters import Charter
from ayil_desktop.printing.document import (
    Block,
    Cell,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Row,
    Run,
    Signature,
    Signatures,
    Space,
    Subtitle,
    Table,
    Title,
)
from ayil_desktop.refused import Refused

MARK = "+"
BLANK = "______"
BLANK_ROWS = 11
PUT_OFF = {
    ItemState.POSTPONED: Message("No vote was taken: the matter was postponed."),
    ItemState.WITHDRAWN: Message("No vote was taken: the matter was withdrawn."),
}


def tally_sheet(paper: MeetingPaper, language: str) -> Document:
    """A grid of the members for every vote: blank before, filled in afterwards; totals and the arithmetic below it.

    Refused where no matter is voted on.
    """
    items = [item for item in paper.meeting.items if item.kind is not ItemKind.INFORMATION]
    if not items:
        raise Refused(Message("No matter of this meeting is voted on."), field="agenda")
    blocks: list[Block] = [
        Title(Message("Tally sheet").into(language).upper()),
        Subtitle(paper_parts.named(paper, language)),
        paper_parts.date_line(paper, language),
    ]
    for item in items:
        for one in item.rounds:
            blocks.append(KeepTogether(tuple(_counted(one, item, paper, language))))
        if item.state in PUT_OFF:
            if not item.rounds:
                blocks.append(KeepTogether(tuple(_not_voted(item, language))))
            continue
        for question in ballots.to_come(item):
            blocks.append(KeepTogether(tuple(_blank(paper, question, language))))
    blocks.append(_counter_signs(paper, language))
    title = Message("Tally sheet").into(language)
    footer, mark = paper_parts.footer(paper, language), paper_parts.mark(paper, language)
    return Document(title, tuple(blocks), language, footer=footer, size=12, draft=mark)


def _head(item: AgendaItem, about: str, language: str) -> Iterator[Block]:
    text = f"{item.place}. {minutes.item_text(item, language)}"
    yield Space(4)
    yield Paragraph((Run(text, bold=True),), align="left", indent=False)
    if about:
        yield Paragraph(about, align="left", indent=False)


def _not_voted(item: AgendaItem, language: str) -> Iterator[Block]:
    yield from _head(item, "", language)
    yield Paragraph(PUT_OFF[item.state].into(language), indent=False)


def _blank(paper: MeetingPaper, question: Question, language: str) -> Iterator[Block]:
    item = question.item
    yield from _head(item, ballots.about(question, language), language)
    recused = presence.recused(item.recusals)
    rows: list[Row] = [
        (str(place), seat.name, "", "", "", _note(seat.person_id in recused, language))
        for place, seat in enumerate(paper.day.seats, 1)
    ]
    rows += [(str(place), "", "", "", "", "") for place in range(1, BLANK_ROWS + 1)] * (0 if rows else 1)
    yield _grid([*rows, _totals([""] * 4, language)], language)
    yield from _needed(paper, item, language)
    yield Paragraph(Message("Outcome: {outcome}", outcome="_" * 30).into(language), indent=False)


def _note(is_recused: bool, language: str) -> str:
    return Message("takes no part").into(language) if is_recused else ""


def _needed(paper: MeetingPaper, item: AgendaItem, language: str) -> Iterator[Block]:
    """The figures to be filled in while counting; what the charter does not regulate is left out."""
    charter, members = paper.day.charter, len(paper.day.seats)
    quorum = rounds.quorum(charter, item.kind, members).needed if members else None
    if quorum is not None:
        text = Message(
            "Members in force: {members}. Present: {blank}. Needed for a quorum: {quorum}.",
            members=members,
            blank=BLANK,
            quorum=quorum,
        )
        yield Paragraph(text.into(language), indent=False)
    yield from _majority(charter, language)


def _majority(charter: Charter, language: str) -> Iterator[Block]:
    share = charter.share("majority")
    if share is None:
        return
    base = terms.CHOICES[charter.choice("majority_base", "present")]
    text = Message("For adoption: {share} ({base}): {blank}", share=terms.share_text(share), base=base, blank=BLANK)
    yield Paragraph(text.into(language), indent=False)
    if charter.flag("presiding_decides_tie", default=False):
        text = Message("At equal votes the presiding person's vote decides: {blank}", blank=BLANK * 2)
        yield Paragraph(text.into(language), indent=False)


def _counted(one: VoteRound, item: AgendaItem, paper: MeetingPaper, language: str) -> Iterator[Block]:
    yield from _head(item, vote_words.title(one, language), language)
    rows: list[Row] = []
    if one.method is Method.BY_NAME:
        rows = [_voter(place, voter, language) for place, voter in enumerate(one.voters, 1)]
    counts = (one.count_for, one.count_against, one.count_abstained, one.count_not_voted)
    yield _grid([*rows, _totals([str(count) for count in counts], language)], language)
    if one.method is Method.SECRET:
        yield Paragraph(vote_words.counts(one, language), indent=False)
    yield Paragraph(vote_words.arithmetic(one, language), indent=False)
    yield Paragraph((Run(vote_words.outcome(one, paper.day.rules_from).into(language), bold=True),), indent=False)


def _voter(place: int, voter: RoundMember, language: str) -> Row:
    marks = (MARK if voter.vote is vote else "" for vote in (Vote.FOR, Vote.AGAINST, Vote.ABSTAINED))
    return (str(place), voter.name, *marks, _why_not(voter, language))


def _why_not(voter: RoundMember, language: str) -> str:
    if not voter.present:
        return Message("absent").into(language)
    if voter.vote is None:
        return _note(voter.recused, language) or MARK
    return ""


def _grid(rows: list[Row], language: str) -> Table:
    columns = (
        Column(paper_parts.NUMBER.into(language), width=10, align="center"),
        Column(paper_parts.NAME.into(language), weight=4),
        *(Column(name.into(language), width=21, align="center") for name in VOTE_NAMES.values()),
        Column(Message("Did not vote").into(language), width=30, align="center"),
    )
    return Table(columns, tuple(rows), row_height=6.2, size=11)


def _totals(counts: list[str], language: str) -> Row:
    return (Cell(Message("Total").into(language), bold=True, columns=2), *(Cell(one, bold=True) for one in counts))


def _counter_signs(paper: MeetingPaper, language: str) -> Signatures:
    counted = Signature(Message("The votes were counted by").into(language), "")
    return Signatures((counted, *paper_parts.secretary_signs(paper, language).lines))
