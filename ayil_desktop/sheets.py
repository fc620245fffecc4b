"""Which documents can be printed by name, and what are they printed from?"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from ayil_desktop.commission import handouts as commission_handouts
from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission import rules as commission_rules
from ayil_desktop.commission.records import Body
from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    attendance_summary,
    composition_changes,
    day,
    handouts,
    index_paper,
    papers,
    plain_rows,
    register,
    selections,
)
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.office import charters
from ayil_desktop.office import records as office_records
from ayil_desktop.office import settings as office_settings
from ayil_desktop.printing.document import Document
from ayil_desktop.refused import Refused
from ayil_desktop.strategy import board_paper, changes_paper, gantt_paper, progress_paper
from ayil_desktop.strategy import handouts as strategy_handouts
from ayil_desktop.strategy import papers as strategy_papers
from ayil_desktop.strategy.chart_sheet import ChartSheet
from ayil_desktop.strategy.papers import StrategyPaper
from ayil_desktop.workdays.periods import Quarter

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Sheet = Callable[["Session", str, datetime.date, str], Document]
"""Session, what it is of (an id, a number, a date; empty: the usual one), today, language."""


_NAMED = 80
"""How much of a wrong name is told again."""


def body_named(session: Session, name: str) -> Body:
    """The body with that id, the office's first one for an empty name; Refused where there is none."""
    bodies = commission_records.bodies(session)
    named = [body for body in bodies if body.id == name] if name else list(bodies[:1])
    if not named:
        missing = Message("There is no body “{name}” in this office.", name=wording.shortened(name, _NAMED))
        raise Refused(missing, field="of")
    return named[0]


def roster(session: Session, of: str, today: datetime.date, language: str) -> Document:
    """Who sits on a body today."""
    body = body_named(session, of)
    return commission_handouts.roster(
        office_records.office(session),
        body,
        commission_records.composition(session, body.id, today),
        day=today,
        language=language,
        settings=_settings(session),
    )


def draft_order(session: Session, of: str, today: datetime.date, language: str) -> Document:
    """The order that carries out the voted changes; without any, the one that approves the composition as it stands."""
    body = body_named(session, of)
    seats = commission_records.memberships(session, body.id)
    changes = composition_changes.pending(
        selections.open_composition_orders(session, body.id), selections.meetings_list(session, body.id)
    )
    draft = (
        composition_changes.draft(changes, seats)
        if changes
        else commission_rules.whole_order(commission_rules.sitting(seats, today))
    )
    with charters.citing(day.regulations(body)):
        return commission_handouts.draft_order(
            office_records.office(session), body, draft, day=today, language=language, settings=_settings(session)
        )


def attendance(session: Session, of: str, today: datetime.date, language: str) -> Document:
    """How often each member of a body came (CN-5.7.6a)."""
    body = body_named(session, of)
    meetings = [one for one in selections.whole_meetings(session, body.id) if one.date <= today]
    seats = commission_records.memberships(session, body.id)
    return attendance_summary.paper(
        office_records.office(session), body, meetings, seats, _settings(session), today, language
    )


def decisions(session: Session, of: str, today: datetime.date, language: str, *, year: int | None = None) -> Document:
    """What a body decided in a year, usually in the last one in which it decided anything."""
    body = body_named(session, of)
    rows = plain_rows.decisions_of(session, body.id)
    found = register.entries(rows, selections.meetings_list(session, body.id), today)
    wanted = year or next(iter(register.years(found)), today.year)
    seats = commission_records.memberships(session, body.id)
    of_body = index_paper.Of(office_records.office(session), body, seats, _settings(session))
    return index_paper.paper(of_body, found, wanted, today=today, language=language)


def _settings(session: Session) -> office_settings.Settings:
    return office_settings.read(office_records.settings(session))


def _paper(session: Session, of: str, today: datetime.date, *, afterwards: bool) -> MeetingPaper:
    """The meeting that is named; else the next one, or for what is written `afterwards` the last one that was held."""
    meetings = selections.meetings_list(session)
    usual = papers.last_held if afterwards else papers.next_or_last
    meeting = papers.found(meetings, of) if of else usual(meetings, today)
    return papers.of(session, meeting.id)


def _of_meeting(make: Callable[[MeetingPaper, str], Document], *, afterwards: bool = False) -> Sheet:
    def sheet(session: Session, of: str, today: datetime.date, language: str) -> Document:
        paper = _paper(session, of, today, afterwards=afterwards)
        with charters.citing(paper.day.regulations):
            return make(paper, language)

    return sheet


def excerpt(session: Session, of: str, today: datetime.date, language: str) -> Document:
    """One decision: `of` is its id, or meeting/decision ("3/2"); without a decision the meeting's first one."""
    meeting_name, _, place = of.partition("/")
    meetings = selections.meetings_list(session)
    if not place and of and all(one.id != of for one in meetings):
        meeting_id = selections.meeting_of_decision(session, of)
        if meeting_id is not None:
            return handouts.excerpt(papers.of(session, meeting_id), language, of)
    paper = _paper(session, meeting_name, today, afterwards=True)
    return handouts.excerpt(paper, language, papers.decision(paper.meeting, place or "1").id)


def _of_quarter(make: Callable[[StrategyPaper, str], Document]) -> Callable[..., Document]:
    """Of the newest strategy, as of the day on which the quarter was reported."""

    def sheet(session: Session, of: str, today: datetime.date, language: str, *, quarter: Quarter) -> Document:
        _check_whole(of)
        strategy_id = strategy_papers.newest(session)
        return make(strategy_papers.of_quarter(session, strategy_id, today, quarter), language)

    return sheet


def _check_whole(of: str) -> None:
    if of:
        raise Refused(Message("This document is always of the whole strategy: print it without --of."), field="of")


def _of_strategy(make: Callable[..., Document], *, takes_service: bool = False) -> Sheet:
    """`of` names one service by id, rank or name where the paper can be of one; each is of the newest strategy."""

    def sheet(session: Session, of: str, today: datetime.date, language: str) -> Document:
        paper = strategy_papers.only(session, today)
        if not takes_service:
            _check_whole(of)
        return make(paper, language, of) if takes_service else make(paper, language)

    return sheet


SHEETS: Mapping[str, Sheet] = {
    "roster": roster,
    "draft-order": draft_order,
    "attendance": attendance,
    "decisions": decisions,
    "notice": _of_meeting(handouts.notice),
    "agenda": _of_meeting(handouts.agenda),
    "attendance-sheet": _of_meeting(handouts.attendance_sheet),
    "ballot": _of_meeting(handouts.ballot),
    "tally-sheet": _of_meeting(handouts.tally_sheet),
    "minutes": _of_meeting(handouts.minutes, afterwards=True),
    "excerpt": excerpt,
    "board-notice": _of_meeting(handouts.board_notice, afterwards=True),
    "strategy": _of_strategy(strategy_handouts.strategy),
    "standards": _of_strategy(strategy_handouts.standards, takes_service=True),
    "action-plan": _of_strategy(strategy_handouts.action_plan, takes_service=True),
    "action-plan-a3": _of_strategy(partial(strategy_handouts.action_plan, size="A3"), takes_service=True),
    "gantt": _of_strategy(gantt_paper.gantt, takes_service=True),
    "gantt-a3": _of_strategy(partial(gantt_paper.gantt, sheet=ChartSheet("A3")), takes_service=True),
    "progress-report": _of_strategy(progress_paper.progress_report),
    "board-progress": _of_strategy(board_paper.board_progress),
    "changes": _of_strategy(changes_paper.changes),
}
"""Every document by the name that the command line knows it by."""

OF_A_BODY = ("roster", "draft-order", "attendance", "decisions")
"""Documents that `of` names a body for."""

BY_QUARTER = {
    "progress-report": _of_quarter(progress_paper.progress_report),
    "board-progress": _of_quarter(board_paper.board_progress),
}
"""Documents of one quarter, which `quarter` names."""

BY_YEAR = {"decisions": decisions}
"""Documents of one year, which `year` names."""
