"""What does somebody get on paper whom one decision concerns?"""

from collections.abc import Iterator
from dataclasses import replace

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    as_in_the_minutes,
    candidates,
    decisions,
    minutes,
    paper_parts,
    presence,
    rounds,
    rules,
    russian,
    sealed,
    signing,
    vote_words,
)
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import PartyRole
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.meetings.vote_records import VoteRound
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.printing.document import (
    AnnexMark,
    Block,
    Column,
    DateLine,
    Document,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Signatures,
    Space,
    Subtitle,
    Table,
    Title,
)
from ayil_desktop.refused import Refused


def excerpt(paper: MeetingPaper, language: str, decision_id: str) -> Document:
    """One decision out of the minutes, once for each addressee (CN-4.1.4, NC-5.6, NC-5.8), once where there is none.

    Refused where the meeting has no such decision.
    """
    rules.check_took_place(paper.meeting)
    item, number, decision = _found(paper, decision_id)
    addressees = [
        russian.said(party, "name", language) for party in decision.parties if party.role is PartyRole.ADDRESSEE
    ]
    blocks: list[Block] = []
    for addressee in addressees or [""]:
        blocks += [*_page(paper, item, number, decision, addressee, language), PageBreak()]
    return Document(
        Message("Extract from the minutes").into(language),
        tuple(blocks[:-1]),
        language,
        footer=paper_parts.sealed_footer(paper, language),
        page_numbers=False,
    )


def _found(paper: MeetingPaper, decision_id: str) -> tuple[AgendaItem, str, Decision]:
    for item in paper.meeting.items:
        for number, decision in decisions.numbered(item):
            if decision.id == decision_id:
                return item, number, decision
    raise Refused(Message("This meeting has no such decision."), field="of")


def _page(
    paper: MeetingPaper, item: AgendaItem, number: str, decision: Decision, addressee: str, language: str
) -> Iterator[Block]:
    yield paper_parts.letterhead(paper)
    if addressee:
        yield AnnexMark(Message("To: {name}", name=addressee).into(language))
    yield Title(Message("Extract from the minutes").into(language).upper())
    yield Subtitle(paper_parts.named(paper, language))
    line = paper_parts.date_line(paper, language)
    number_of = Message("MINUTES No. {number}", number=paper_parts.number(paper)).into(language)
    yield DateLine(line.date, number_of, line.place)
    yield from _present(paper, language)
    before = (
        _headed(Message("HEARD:"), as_in_the_minutes.title(paper, item, language), language),
        *_voted(paper, item, decision, language),
    )
    yield from before[:-1]
    yield _kept_with_next(before[-1])
    heading = Run(minutes.decided_heading(paper.day).into(language), bold=True)
    yield Paragraph((heading,), indent=False, keep_with_next=True)
    yield from _decided(paper, item, number, decision, language)
    yield from _signed(paper, language)


def _kept_with_next(block: Block) -> Block:
    """What comes before «ЧЕЧИМ КЫЛАТ» does not leave it alone at the head of a page."""
    return replace(block, keep_with_next=True) if isinstance(block, Paragraph) else block


def _present(paper: MeetingPaper, language: str) -> Iterator[Block]:
    if not paper.meeting.attendance_recorded:
        return
    present = presence.at_opening(paper.meeting.attendance, paper.day.seats)
    text = Message("Present: {present} of {members} members.", present=len(present), members=len(paper.day.seats))
    yield Paragraph(text.into(language), indent=False)


def _voted(paper: MeetingPaper, item: AgendaItem, decision: Decision, language: str) -> Iterator[Block]:
    """The vote that the decision rests on; where names were voted on one by one, all of them (CN-6.2, CN-6.3).

    Where somebody corrected the voting in the minutes, their words.
    """
    corrected = as_in_the_minutes.corrected_vote(paper, item, language)
    if corrected:
        yield _headed(Message("VOTING:"), " ".join(corrected), language)
        return
    if item.kind in rounds.CANDIDATE_BY_CANDIDATE:
        listed = ((one, candidates.of_round(item, one)) for one in item.rounds)
        told = [f"{vote_words.what(one, language, row)}: {_result(one, paper, language)}" for one, row in listed]
    else:
        told = [_result(one, paper, language) for one in item.rounds if one.id == decision.round_id]
    if len(told) == 1:
        yield _headed(Message("VOTING:"), told[0], language)
    elif told:
        heading = Run(Message("VOTING:").into(language), bold=True)
        yield Paragraph((heading,), indent=False, keep_with_next=True)
        yield NumberedList(tuple(told), mark=")")


def _result(one: VoteRound, paper: MeetingPaper, language: str) -> str:
    ended = vote_words.outcome(one, paper.day.rules_from).into(language)
    return f"{vote_words.counts(one, language)} {ended}"


def _headed(heading: Message, text: str, language: str) -> Paragraph:
    return Paragraph((Run(f"{heading.into(language)} ", bold=True), Run(text)), indent=False)


def _decided(paper: MeetingPaper, item: AgendaItem, number: str, decision: Decision, language: str) -> Iterator[Block]:
    """The decision under the number that it has in the minutes, in the words of the minutes."""
    written = [line for line in minutes.decision_lines(item, number, decision, language) if line]
    first, *rest = as_in_the_minutes.decision(paper, item, number, language) or written
    prefix, _, last = number.rpartition(".")
    yield NumberedList(
        (first.removeprefix(f"{number}. "),), start=int(last), prefix=f"{prefix}." if prefix else "", hanging=False
    )
    for line in rest:
        yield Paragraph(line)


def _signed(paper: MeetingPaper, language: str) -> Iterator[Block]:
    """The names that stand under the minutes; the copy itself is signed by the secretary."""
    who = sealed.signatories(paper.meeting, paper.day)
    names = tuple(
        (one.title.into(language), office_handouts.signed_name(one.name, paper.settings)) for one in who if one.name
    )
    if names:
        yield Space(4)
        yield Table((Column(weight=2), Column()), names, grid=False, size=13)
    secretary = paper_parts.signature(signing.secretary(paper.meeting, paper.day), paper, language)
    yield Signatures(
        (secretary,),
        heading=Message("True copy:").into(language),
        stamp=Message("Place of the seal").into(language),
    )
    yield Paragraph(paper_parts.BLANK_DATE.into(language), indent=False)
