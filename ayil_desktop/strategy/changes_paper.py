"""How does the council read what has changed since it approved the strategy?"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.printing.document import Block, Column, Document, Heading, Paragraph, Table
from ayil_desktop.strategy import amended_by, baselines, differences, rules, sheet_parts
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.papers import StrategyPaper

_CHANGE_HEADS = (Message("Number"), Message("What"), Message("Approved"), Message("Now"))


def changes(paper: StrategyPaper, language: str) -> Document:
    """What has changed since the last approval, line by line."""
    paper = paper.as_written
    title = Message("Changes since the approval").into(language)
    known = paper.strategy.baselines
    now = baselines.content(paper.strategy)
    found = differences.between(known[-1].content, now) if known else ()
    amended = [one for number, one in enumerate(known) if number]
    amendments = {one.id: one for one in paper.strategy.amendments}
    blocks: list[Block] = [office_handouts.as_of(paper.today, language)]
    blocks.extend(_approved(paper, language))
    for number, one in enumerate(amended, 1):
        blocks.append(Heading(_of_amendment(number, one.on, language), 2))
        if (amendment := amendments.get(one.amendment_id or "")) is not None:
            blocks.append(_reason(amended_by.told_on_paper(amendment, language), language))
        blocks.extend(_changes(known[number - 1].content, one.content, language))
    if found:
        blocks.append(Heading(Message("Not decided yet").into(language), 2))
        if (amendment := rules.open_amendment(paper.strategy)) is not None:
            blocks.append(_reason(amended_by.reason_of(amendment, language), language))
    if found or not amended:
        blocks.extend(_changes(known[-1].content, now, language) if known else (_changes_table((), language),))
    blocks.append(sheet_parts.signing(paper, language))
    made = sheet_parts.report(paper, title, language, blocks)
    count = _in_kyrgyz([*(one.content for one in known), now] if amended or found else [], language)
    count += len({one.reason for one in _named(paper) if not one.reason_ru})
    return sheet_parts.with_untranslated(paper, made, count)


def _named(paper: StrategyPaper) -> Sequence[Amendment]:
    """Whose reasons the paper quotes."""
    known = {one.amendment_id for one in paper.strategy.baselines}
    return [one for one in paper.strategy.amendments if one.id in known or one is rules.open_amendment(paper.strategy)]


def _of_amendment(number: int, day: datetime.date, language: str) -> str:
    date = wording.date_of(day, language)
    return Message("Amendment {number} {date}", number=number, date=date).into(language)


def _reason(words: str, language: str) -> Paragraph:
    return Paragraph(f"{Message('Reason').into(language)}: {words}", indent=False)


def _approved(paper: StrategyPaper, language: str) -> Iterator[Paragraph]:
    """By what it was approved and amended, a sentence each."""
    order = paper.strategy.order
    if order is None:
        yield Paragraph(Message("The strategy is not approved yet.").into(language), indent=False)
        return
    yield Paragraph(sheet_parts.approved(order, language), indent=False)
    for words in sheet_parts.amendments(paper, language):
        yield Paragraph(words.rstrip(".") + ".", indent=False)


def _in_kyrgyz(steps: Sequence[Mapping[str, Any]], language: str) -> int:
    """How many texts that changed have no Russian words on record."""
    count = 0
    for before, after in pairwise(steps):
        pair = [differences.between(dict(before), dict(after), one) for one in ("ky", language)]
        for kyrgyz, said in zip(*pair, strict=True):
            sides = {kyrgyz.before, kyrgyz.after} & {said.before, said.after}
            count += sum(isinstance(words, str) and any(map(str.isalpha, words)) for words in sides)
    return count


def _changes(before: Mapping[str, Any], after: Mapping[str, Any], language: str) -> Iterator[Block]:
    """The table, and below it what the older of the two did not keep."""
    yield _changes_table(differences.between(dict(before), dict(after), language), language)
    unknown = differences.not_kept(dict(before))
    if unknown:
        yield Paragraph(differences.not_listed(unknown).into(language), indent=False, size=10)


def _changes_table(found: Sequence[differences.Change], language: str) -> Block:
    if not found:
        return Paragraph(Message("Nothing has changed.").into(language), indent=False)
    heads = [one.into(language) for one in _CHANGE_HEADS]
    rows = tuple(
        (one.named, one.what.into(language), _in(one.before, language), _in(one.after, language)) for one in found
    )
    columns = (
        Column(heads[0], width=16, align="center"),
        Column(heads[1], weight=2),
        Column(heads[2], weight=4),
        Column(heads[3], weight=4),
    )
    return Table(columns=columns, rows=rows, head=(tuple(heads),), size=10)


def _in(words: Message | str, language: str) -> str:
    return words.into(language) if isinstance(words, Message) else words or "–"
