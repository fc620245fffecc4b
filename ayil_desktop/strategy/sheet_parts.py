"""What do several papers of a strategy have in common?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ayil_desktop.language import endings, wording
from ayil_desktop.language.message import Message
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.office.records import Order
from ayil_desktop.printing.document import Block, Document, Figure, Figures, Paragraph, Signature, Signatures, Title
from ayil_desktop.strategy import rules, russian, standing
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.russian import Text
from ayil_desktop.strategy.standing import State


def report(paper: StrategyPaper, title: str, language: str, blocks: Sequence[Block]) -> Document:
    """A paper about the strategy under the letterhead."""
    return Document(
        title=title,
        language=language,
        footer=office_handouts.footer(paper.office, language),
        blocks=(office_handouts.letterhead(paper.office), Title(title.upper()), *blocks),
        size=12,
    )


def told(paper: StrategyPaper, made: Document, texts: Iterable[Text]) -> Document:
    """The paper with the number of its texts that have no Russian words, and one small line at its foot; nothing else
    of it stands on a paper of the office."""
    if made.language != "ru":
        return made
    every = list(texts)
    count, _ = russian.missing(every)
    return replace(with_untranslated(paper, made, count), outdated=len(russian.outdated(every)))


def with_untranslated(paper: StrategyPaper, made: Document, count: int) -> Document:
    """The Russian paper in which so many texts are Kyrgyz."""
    if made.language != "ru" or not count:
        return made
    remark = (_AS_APPROVED if paper.strategy.order is not None else _AS_WRITTEN).into("ru")
    return replace(made, footer=" · ".join(filter(None, (made.footer, remark))), untranslated=count)


_AS_APPROVED = Message("What is not translated stands in the language in which it was approved.")
_AS_WRITTEN = Message("What is not translated stands in Kyrgyz.")


def draft_mark(paper: StrategyPaper, language: str) -> str:
    """What stands across a paper that shows what nobody has decided yet: a draft, or an amendment under way."""
    strategy = paper.strategy
    is_decided = strategy.order is not None and rules.open_amendment(strategy) is None
    return "" if is_decided else Message("draft").into(language)


def approval_mark(paper: StrategyPaper, language: str) -> str:
    """Whose resolution approved it, as the title page says, otherwise its date and number (ST-R.3): 2019-жылдын
    13-мартындагы №17/16 токтому менен бекитилди; below it what has amended it, and what is being prepared on a paper
    that shows that. Empty for a draft."""
    found = approvals(paper, language)
    is_prepared = bool(found) and rules.open_amendment(paper.strategy) is not None
    return "\n".join((*found, *([PREPARED.into(language)] if is_prepared else [])))


PREPARED = Message("An amendment is being prepared; it is not decided yet")


def approvals(paper: StrategyPaper, language: str) -> Sequence[str]:
    """By what it was approved, and by what it was amended since; nothing of a draft."""
    if paper.strategy.order is None:
        return ()
    return (_approval(paper, paper.strategy.order, language), *amendments(paper, language))


def approved(order: Order, language: str) -> str:
    """The same of the approval alone, as a sentence of a text: who approved what, by which resolution."""
    date, number = wording.date_of(order.date, language), wording.number_sign(order.number, language)
    issuer = {"ky": order.issued_by_ky, "ru": order.issued_by_ru}.get(language, "")
    body = endings.genitive(issuer, language)
    if body:
        told = Message(
            "The strategy was approved by the resolution of the body {body} {date} {number}.",
            body=body,
            date=date,
            number=number,
        )
    else:
        told = Message("The strategy was approved by the resolution {date} {number}.", date=date, number=number)
    return told.into(language)


def amendments(paper: StrategyPaper, language: str) -> Iterator[str]:
    """The decided ones, each by its resolution, or by the meeting where there is none."""
    decided = [(one.decided_on, one.order) for one in paper.strategy.amendments if one.decided_on is not None]
    for day, order in sorted(decided, key=lambda one: one[0]):
        if order is None:
            told = Message("Amended by the decision of the meeting {date}", date=wording.date_of(day, language))
        else:
            told = Message(
                "Amended by the resolution {date} {number}",
                date=wording.date_of(order.date, language),
                number=wording.number_sign(order.number, language),
            )
        yield told.into(language)


def _approval(paper: StrategyPaper, order: Order, language: str) -> str:
    if language == "ky" and paper.strategy.title_page:
        written = "\n".join(title_page_lines(paper)[0])
        if order.number in written:
            return written
    decided = Message(
        "Approved by the resolution {date} {number}",
        date=wording.date_of(order.date, language),
        number=wording.number_sign(order.number, language),
    ).into(language)
    if language != "ru" or not order.issued_by_ru:
        return decided
    body = endings.genitive(order.issued_by_ru, language)
    if not body:
        return f"{decided}\n({order.issued_by_ru})"
    return Message(
        "Approved by the resolution of the body {body} {date} {number}",
        body=body,
        date=wording.date_of(order.date, language),
        number=wording.number_sign(order.number, language),
    ).into(language)


def amended_since(paper: StrategyPaper, language: str) -> Iterator[Block]:
    """In a report of a plan that was amended afterwards: which one is reported, and when it became another."""
    later = paper.written.baselines[len(paper.strategy.baselines) :]
    if later:
        told = Message(
            "Reported by the plan that counted on {day}; it was amended on {later}.",
            day=paper.reported_on,
            later=later[0].on,
        )
        yield Paragraph(told.into(language), indent=False)


def figures(paper: StrategyPaper, language: str) -> Figures:
    """How much of the whole plan is done, and how much is late."""
    share = standing.share(paper.states.values())
    counts = standing.counts(paper.states.values())
    late = counts[State.LATE] + counts[State.LATE_UNRECORDED]
    percent = "–" if share.percent is None else wording.percent(share.percent, language, digits=0)
    return Figures(
        (
            Figure(f"{share.done} / {share.total}", Message("activities done").into(language)),
            Figure(percent, Message("of the plan done").into(language)),
            Figure(str(late), Message("activities late").into(language)),
        )
    )


def signing(paper: StrategyPaper, language: str) -> Signatures:
    """The secretary of the commission that follows the strategy."""
    secretary = next((seat for seat in paper.composition if seat.role == "secretary"), None)
    name = office_handouts.signed_name(secretary.person.name, paper.settings) if secretary else ""
    return Signatures((Signature(Message("Secretary of the commission").into(language), name),))


def title_page_lines(paper: StrategyPaper) -> tuple[Sequence[str], Sequence[str]]:
    """The title page as written: who approved it, and below what it is, in capitals."""
    lines = paper.strategy.title_page
    split = next((place for place, line in enumerate(lines) if line.isupper()), len(lines) - 1)
    return lines[:split], lines[split:]
