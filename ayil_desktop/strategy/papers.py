"""Which records is a paper of a strategy made from?"""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ayil_desktop.commission import records as commission_records
from ayil_desktop.commission.records import Body, Membership
from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.language.wording import shortened
from ayil_desktop.office import records as office_records
from ayil_desktop.office import settings as office_settings
from ayil_desktop.office.records import Office
from ayil_desktop.office.settings import Settings
from ayil_desktop.refused import Refused
from ayil_desktop.strategy import as_approved, in_force, report_quarters, selections, standing
from ayil_desktop.strategy.records import PriorityService, Strategy
from ayil_desktop.strategy.standing import State
from ayil_desktop.workdays.periods import Quarter


@dataclass(frozen=True)
class StrategyPaper:
    """One strategy on one day with its states, its office and its commission: what every handout is given.

    `strategy` is the one that counts (`in_force`), `written` what the screen shows: while an amendment is not decided
    they differ.
    """

    office: Office | None
    strategy: Strategy
    body: Body | None
    composition: Sequence[Membership]
    settings: Settings
    today: datetime.date
    states: Mapping[str, State]
    written: Strategy
    quarter: Quarter
    """The one whose progress is reported."""

    @property
    def as_reported(self) -> "StrategyPaper":
        """For a report of the quarter: with the plan that counted on its last day, or today while it runs."""
        strategy = as_approved.on(self.strategy, self.reported_on)
        if strategy is self.strategy:
            return self
        return dataclasses.replace(self, strategy=strategy, states=standing.states(strategy, self.today))

    @property
    def reported_on(self) -> datetime.date:
        """The last day of the quarter that is reported, or today while it runs."""
        return min(self.quarter.last, self.today)

    @property
    def as_written(self) -> "StrategyPaper":
        """For a paper that shows an amendment under way, and says across that it is a draft."""
        return dataclasses.replace(self, strategy=self.written)

    def priorities(self, of: str) -> Sequence[PriorityService]:
        """All services, or the one with that id, rank or beginning of a name; Refused where it is not one."""
        if not of:
            return self.strategy.priorities
        named = [one for one in self.strategy.priorities if of in (one.id, one.service_id, str(one.place))]
        named = named or _by_name(self.strategy.priorities, of)
        if not named:
            raise Refused(Message("The strategy has no service “{name}”.", name=shortened(of, _LETTERS)), field="of")
        if len(named) > 1:
            names = tuple(f"{one.place}. {shortened(one.name_ky, _LETTERS)}" for one in named)
            told = Message("Several services are named so: {names}. Say more of the name.", names=names)
            raise Refused(told, field="of")
        return named


_LETTERS = 80


def _by_name(priorities: Sequence[PriorityService], of: str) -> list[PriorityService]:
    """Those one of whose names, in Kyrgyz or Russian, is this, else those one of whose names begins so."""
    sought = kyrgyz.fold(of)
    names = {one.id: [kyrgyz.fold(name) for name in _names(one) if name] for one in priorities}
    whole = [one for one in priorities if sought in names[one.id]]
    begun = [one for one in priorities if sought and any(name.startswith(sought) for name in names[one.id])]
    return whole or begun


def _names(priority: PriorityService) -> Sequence[str]:
    service = priority.service
    own = (priority.name_ky, priority.name_ru, priority.name_in_plan, priority.name_in_plan_ru)
    return (*own, service.name_ky, service.name_ru)


def of(session: Session, strategy_id: str, today: datetime.date, quarter: Quarter | None = None) -> StrategyPaper:
    """Everything for the papers of one strategy, about the quarter that is reported on that day unless one is named;
    NoResultFound if it is gone."""
    written = selections.strategy(session, strategy_id)
    strategy = in_force.strategy(session, written)
    body = commission_records.body(session, strategy.body_id) if strategy.body_id else None
    return StrategyPaper(
        office=office_records.office(session),
        strategy=strategy,
        body=body,
        composition=commission_records.composition(session, body.id, today) if body else (),
        settings=office_settings.read(office_records.settings(session)),
        today=today,
        states=standing.states(strategy, today),
        written=written,
        quarter=quarter or report_quarters.reported(today),
    )


def of_quarter(session: Session, strategy_id: str, today: datetime.date, quarter: Quarter) -> StrategyPaper:
    """For the papers of a quarter, as of the day on which it was reported; Refused for one that cannot be."""
    written = selections.strategy(session, strategy_id)
    report_quarters.check(quarter, written, today)
    return of(session, strategy_id, report_quarters.as_of(quarter, written, today), quarter)


def newest(session: Session) -> str:
    """The id of the office's newest strategy; Refused where there is none."""
    known = selections.strategies(session)
    if not known:
        raise Refused(Message("There is no strategy in this office."), field="of")
    return known[0].id


def only(session: Session, today: datetime.date) -> StrategyPaper:
    """The office's newest strategy; Refused where there is none."""
    return of(session, newest(session), today)
