"""What does the report of a quarter say besides the figures: what was done in it, and what is due in the next one?"""

from collections.abc import Iterator, Sequence

from ayil_desktop.language.message import Message
from ayil_desktop.printing.document import Block, Column, Heading, Paragraph, Table
from ayil_desktop.strategy import numbering, plan_paper, report_quarters, rules, standing
from ayil_desktop.strategy.follow_up_records import ReviewEntry
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.strategy.records import Activity, PriorityService
from ayil_desktop.strategy.standing import State
from ayil_desktop.workdays.periods import Quarter

_HEADS = (Message("Activity"), Message("Deadline"), Message("Responsible"))
Found = Sequence[tuple[PriorityService, Activity]]


def blocks(paper: StrategyPaper, language: str) -> Iterator[Block]:
    """Both lists, each with a sentence where it is empty."""
    quarter = paper.quarter
    lists = (
        (Message("Done in the quarter"), done_in(paper, quarter), Message("Nothing was done in the quarter.")),
        (
            Message("Due in the next quarter"),
            due_in(paper, quarter.following()),
            Message("Nothing is due in the next quarter."),
        ),
    )
    for heading, found, nothing in lists:
        yield Heading(heading.into(language), 2)
        yield _table(found, paper, language) if found else Paragraph(nothing.into(language))
    if cancelled := [(of, one) for of, one in _activities(paper) if paper.states[one.id] is State.CANCELLED]:
        yield Heading(Message("Cancelled by a review, no decision of the council").into(language), 2)
        yield _table(cancelled, paper, language)


def listed(paper: StrategyPaper) -> Found:
    """What stands in either list."""
    quarter = paper.quarter
    return [*done_in(paper, quarter), *due_in(paper, quarter.following())]


def done_in(paper: StrategyPaper, quarter: Quarter) -> Found:
    """What was done on a day of the quarter, or, where no day is known, was first recorded when it was reviewed."""
    reviews = {one.id: one for one in paper.strategy.reviews}
    found = []
    for priority, activity in _activities(paper):
        first, said = standing.done_since(activity, reviews, paper.today), _said(paper, activity)
        if first is not None and said is not None:
            when = Quarter.of(said.done_on) if said.done_on else report_quarters.reported(reviews[first.review_id].on)
            if when == quarter:
                found.append((priority, activity))
    return found


def due_in(paper: StrategyPaper, quarter: Quarter) -> Found:
    """What must be done by a day of the quarter and is not done yet."""
    closed = (*standing.DONE_STATES, State.CANCELLED)
    return [
        (priority, activity)
        for priority, activity in _activities(paper)
        if activity.ends is not None and activity.ends in quarter and paper.states[activity.id] not in closed
    ]


def _activities(paper: StrategyPaper) -> Iterator[tuple[PriorityService, Activity]]:
    for priority in paper.strategy.priorities:
        for activity in rules.activities_of(priority):
            yield priority, activity


def _said(paper: StrategyPaper, activity: Activity) -> ReviewEntry | None:
    return standing.last_entry(activity, {one.id: one for one in paper.strategy.reviews}, paper.today)


def _until(paper: StrategyPaper, activity: Activity, language: str) -> str:
    """The deadline, and the day on which it was done where one was told."""
    words, entry = plan_paper.deadline(activity, language), _said(paper, activity)
    if entry is None or entry.done_on is None:
        return words
    done = Message("Done on {date}", date=entry.done_on).into(language)
    return f"{words}\n{done}"


def _table(found: Found, paper: StrategyPaper, language: str) -> Table:
    heads = tuple(one.into(language) for one in _HEADS)
    rows = tuple(
        (
            f"{priority.place}/{numbering.pointed(one.number)} {plan_paper.activity_text(one, language)}",
            _until(paper, one, language),
            "; ".join(plan_paper.responsible(person, language).rstrip(" ;,") for person in one.responsible),
        )
        for priority, one in found
    )
    columns = (Column(heads[0], weight=5), Column(heads[1], weight=2), Column(heads[2], weight=3))
    return Table(columns=columns, rows=rows, head=(heads,), size=10)
