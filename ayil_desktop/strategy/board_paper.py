"""What does a passer-by read of the strategy on the notice board?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.language.wording import shortened
from ayil_desktop.office import handouts as office_handouts
from ayil_desktop.printing import one_page
from ayil_desktop.printing.document import Block, BulletList, Document, Heading, Paragraph, Run, Subtitle
from ayil_desktop.strategy import plan_paper, rules, russian, sheet_parts, standing
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.records import Activity, PriorityService
from ayil_desktop.strategy.standing import State


@dataclass(frozen=True)
class _Cut:
    """How small the letters are, how many of a name and of an activity stand there at most, and how many of the late
    activities of a service are named."""

    size: float
    letters: int = 400
    late: int = 0


_CUTS = (
    *(_Cut(size, late=late) for late in (3, 2, 1) for size in (14, 13)),
    *(_Cut(size) for size in (14, 13, 12)),
    *(_Cut(12, letters) for letters in (250, 160, 110)),
    *(_Cut(11, letters) for letters in (160, 110, 80, 50)),
)
"""Letters that can be read on a board stay before long texts do."""
_COMING = (State.DUE, State.NOT_YET_DUE, State.IN_PROGRESS)


def board_progress(paper: StrategyPaper, language: str) -> Document:
    """One page for the notice board: how far each service is, what is late, what comes next; nobody's name.

    What has no room is set smaller, then shortened; late activities and the last services are only counted.
    """
    paper = paper.as_reported
    every = paper.strategy.priorities
    for cut in _CUTS:
        made = _sheet(paper, language, cut, every)
        if one_page.stands_on(made):
            return made
    fits, too_many = 0, len(every)
    while too_many - fits > 1:
        count = (fits + too_many) // 2
        if one_page.stands_on(_sheet(paper, language, _CUTS[-1], every[:count])):
            fits = count
        else:
            too_many = count
    return _sheet(paper, language, _CUTS[-1], every[:fits])


def _sheet(paper: StrategyPaper, language: str, cut: _Cut, shown: Sequence[PriorityService]) -> Document:
    title = Message("How far the strategy is").into(language)
    made = sheet_parts.report(paper, title, language, [*_blocks(paper, language, cut, shown)])
    return sheet_parts.told(paper, replace(made, size=cut.size), _texts(paper, cut, shown))


def _texts(paper: StrategyPaper, cut: _Cut, shown: Sequence[PriorityService]) -> Iterator[russian.Text]:
    """The texts that stand there: services, and the activities that come next or are late."""
    coming = [_next_due(paper, priority) for priority in shown]
    named = {*(one.id for one in shown), *(one.id for one in coming if one is not None)}
    named |= {one.id for priority in shown for one in _late(paper, priority)[: cut.late]}
    return russian.in_lists(shown, named, persons=False)


def _blocks(paper: StrategyPaper, language: str, cut: _Cut, shown: Sequence[PriorityService]) -> Iterator[Block]:
    coming = {priority.id: _next_due(paper, priority) for priority in shown}
    late = {priority.id: _late(paper, priority) for priority in shown}
    yield Subtitle(paper.quarter.name.into(language))
    yield office_handouts.as_of(paper.today, language)
    yield from sheet_parts.amended_since(paper, language)
    yield sheet_parts.figures(paper, language)
    for priority in shown:
        yield Heading(shortened(plan_paper.name(priority, language), cut.letters), 3)
        done = Message("Done: {done} of {total}.", **_share(paper, [priority])).into(language)
        runs = (Run(done, bold=True), *_late_count(late[priority.id], language))
        yield from _one_service(runs, coming[priority.id], _late_lines(late[priority.id], language, cut), language, cut)
    rest = paper.strategy.priorities[len(shown) :]
    if rest:
        more = Counted(
            "and {count} more service: done {done} of {total}",
            "and {count} more services: done {done} of {total}",
            len(rest),
            **_share(paper, rest),
        )
        yield Heading(more.into(language), 3)


def _share(paper: StrategyPaper, priorities: Sequence[PriorityService]) -> dict[str, int]:
    states = [paper.states[one.id] for priority in priorities for one in rules.activities_of(priority)]
    share = standing.share(states)
    return {"done": share.done, "total": share.total}


def _next_due(paper: StrategyPaper, priority: PriorityService) -> Activity | None:
    coming = [one for one in rules.activities_of(priority) if paper.states[one.id] in _COMING]
    return min(coming, key=lambda one: one.ends or paper.today, default=None)


def _late(paper: StrategyPaper, priority: PriorityService) -> list[Activity]:
    """Those that wait longest first."""
    late = [one for one in rules.activities_of(priority) if paper.states[one.id] in standing.LATE_STATES]
    return sorted(late, key=lambda one: one.ends or paper.today)


def _late_count(late: Sequence[Activity], language: str) -> Iterator[Run]:
    if late:
        yield Run(" " + Message("Late: {count}.", count=len(late)).into(language), bold=True)


def _one_service(
    runs: tuple[Run, ...], coming: Activity | None, late: Sequence[str], language: str, cut: _Cut
) -> Iterator[Block]:
    """How far it is, what is late where there is room, what comes next."""
    following = tuple(_told(coming, language, cut))
    if not late:
        yield Paragraph((*runs, Run(" "), *following) if following else runs, align="left", indent=False)
        return
    yield Paragraph(runs, align="left", indent=False, keep_with_next=True)
    yield BulletList(tuple(late), mark="–")
    if following:
        yield Paragraph(following, align="left", indent=False)


def _late_lines(late: Sequence[Activity], language: str, cut: _Cut) -> Sequence[str]:
    """The first of them by name, the others counted."""
    lines = [_named(one, language, cut) for one in late[: cut.late]]
    left = len(late) - len(lines)
    more = Counted("and {count} more", "and {count} more", left)
    return [*lines, more.into(language)] if lines and left else lines


def _named(activity: Activity, language: str, cut: _Cut) -> str:
    words = shortened(plan_paper.activity_text(activity, language), cut.letters).rstrip(" .;")
    return f"{words} ({shortened(plan_paper.deadline(activity, language), cut.letters)})"


def _told(activity: Activity | None, language: str, cut: _Cut) -> Iterator[Run]:
    if activity is not None:
        words = shortened(plan_paper.activity_text(activity, language), cut.letters)
        deadline = shortened(plan_paper.deadline(activity, language), cut.letters)
        yield Run(Message("Next: {text} ({deadline}).", text=words, deadline=deadline).into(language))
