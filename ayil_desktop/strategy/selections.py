"""Which strategies does the office keep, and what belongs to one, to a plan, to an activity?"""

import datetime
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption
from sqlalchemy.orm.strategy_options import _AbstractLoad

from ayil_desktop.meetings.choices import HELD_STATES, State
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.records import Person, Service, Standard
from ayil_desktop.strategy.approval_records import Amendment, AmendmentImage, Baseline
from ayil_desktop.strategy.follow_up_records import IndicatorValue, MonitoringRecord, Proof, Review, ReviewEntry, Risk
from ayil_desktop.strategy.records import Activity, Indicator, PriorityService, Responsible, Strategy, Task


def _around() -> tuple[ORMOption, ...]:
    """Everything that belongs to a strategy but its activities and what was approved."""
    priorities = selectinload(Strategy.priorities)
    tasks = priorities.selectinload(PriorityService.tasks)
    return (
        joinedload(Strategy.order),
        selectinload(Strategy.sections),
        selectinload(Strategy.reviews),
        selectinload(Strategy.amendments).joinedload(Amendment.order),
        priorities.joinedload(PriorityService.service).selectinload(Service.standards),
        priorities.selectinload(PriorityService.indicators).selectinload(Indicator.values),
        tasks.selectinload(Task.indicators).selectinload(Indicator.values),
    )


def _plan() -> tuple[ORMOption, ...]:
    activities = selectinload(Strategy.priorities).selectinload(PriorityService.tasks).selectinload(Task.activities)
    return (*_around(), selectinload(Strategy.baselines), *_of_an_activity(activities))


def _of_an_activity(to: _AbstractLoad | None = None) -> tuple[ORMOption, ...]:
    """What belongs to each activity."""
    load = to.selectinload if to is not None else selectinload
    return (
        load(Activity.responsible).joinedload(Responsible.person),
        load(Activity.funding),
        load(Activity.occurrences),
        load(Activity.proofs).joinedload(Proof.attachment),
        load(Activity.entries),
        load(Activity.needs),
    )


def strategies(session: Session) -> Sequence[Strategy]:
    """All strategies, newest period first; their own columns only."""
    return session.scalars(select(Strategy).order_by(Strategy.begins.desc(), Strategy.created_at.desc())).all()


def strategy(session: Session, strategy_id: str) -> Strategy:
    """One strategy with everything that belongs to it; NoResultFound if it is gone."""
    return session.scalars(select(Strategy).options(*_plan()).where(Strategy.id == strategy_id)).unique().one()


def without_activities(session: Session, strategy_id: str) -> Strategy:
    """One strategy as it is read above, less its activities and baselines; NoResultFound if it is gone."""
    return session.scalars(select(Strategy).options(*_around()).where(Strategy.id == strategy_id)).unique().one()


def activities(session: Session, keys: Collection[str]) -> Sequence[Activity]:
    """Activities with everything that a strategy has of them."""
    if not keys:
        return ()
    return session.scalars(select(Activity).options(*_of_an_activity()).where(Activity.id.in_(keys))).all()


def head(session: Session, task_id: str) -> Strategy:
    """The strategy that a task belongs to, with its amendments and nothing else."""
    query = (
        select(Strategy)
        .join(PriorityService, PriorityService.strategy_id == Strategy.id)
        .join(Task, Task.priority_id == PriorityService.id)
        .options(selectinload(Strategy.amendments))
        .where(Task.id == task_id)
    )
    return session.scalars(query).one()


def activity(session: Session, activity_id: str) -> Activity:
    """One activity with its own rows; NoResultFound if it is gone."""
    own = (
        selectinload(Activity.responsible),
        selectinload(Activity.funding),
        selectinload(Activity.occurrences),
        selectinload(Activity.proofs),
        selectinload(Activity.entries),
        selectinload(Activity.needs),
    )
    return session.scalars(select(Activity).options(*own).where(Activity.id == activity_id)).one()


def holding(session: Session, service_id: str) -> Strategy | None:
    """The newest strategy that puts a service first, with its amendments; None where none does."""
    query = (
        select(Strategy)
        .join(PriorityService, PriorityService.strategy_id == Strategy.id)
        .options(selectinload(Strategy.amendments))
        .where(PriorityService.service_id == service_id)
        .order_by(Strategy.begins.desc(), Strategy.created_at.desc())
    )
    return session.scalars(query).first()


def images(session: Session, amendment_id: str) -> Sequence[AmendmentImage]:
    """The plan as it was when the amendment began, then what was removed since."""
    query = select(AmendmentImage).where(AmendmentImage.amendment_id == amendment_id)
    return session.scalars(query.order_by(AmendmentImage.number)).all()


def approved_elsewhere(session: Session, strategy_id: str) -> Sequence[Baseline]:
    """What was approved of the other strategies of the office."""
    return session.scalars(select(Baseline).where(Baseline.strategy_id != strategy_id)).all()


def services(session: Session, keys: Collection[str]) -> dict[str, Service]:
    """Services of the office by their ids, with every version of their standards."""
    query = select(Service).options(selectinload(Service.standards)).where(Service.id.in_(keys))
    return {one.id: one for one in session.scalars(query)}


def not_held(session: Session, strategy: Strategy) -> dict[str, State]:
    """How those meetings named by its amendments stand that are not recorded as held now."""
    named = {one.meeting_id for one in strategy.amendments if one.meeting_id is not None}
    if not named:
        return {}
    query = select(Meeting.id, Meeting.state).where(Meeting.id.in_(named), Meeting.state.not_in(HELD_STATES))
    return {row.id: row.state for row in session.execute(query)}


def people(session: Session) -> Sequence[Person]:
    """Everybody on record, to recognise who is responsible."""
    return session.scalars(select(Person)).all()


def reviews(session: Session, strategy_id: str) -> Sequence[Review]:
    """The reviews of a strategy, by date; their own columns only."""
    return session.scalars(select(Review).where(Review.strategy_id == strategy_id).order_by(Review.on)).all()


def review_entries(session: Session, review_id: str) -> Sequence[ReviewEntry]:
    """What a review says."""
    return session.scalars(select(ReviewEntry).where(ReviewEntry.review_id == review_id)).all()


def review_entry(session: Session, review_id: str, activity_id: str) -> ReviewEntry | None:
    """What a review says of one activity; None where it says nothing."""
    query = select(ReviewEntry).where(ReviewEntry.review_id == review_id, ReviewEntry.activity_id == activity_id)
    return session.scalars(query).first()


def days_done(session: Session, review: Review) -> dict[str, datetime.date | None]:
    """By activity, the day that the last word up to a review has told."""
    query = (
        select(ReviewEntry.activity_id, ReviewEntry.done_on)
        .join(Review)
        .where(Review.strategy_id == review.strategy_id, Review.on <= review.on)
        .order_by(Review.on)
    )
    return {row.activity_id: row.done_on for row in session.execute(query)}


def values(session: Session, indicator_id: str) -> Sequence[IndicatorValue]:
    """What an indicator measured, by date."""
    query = select(IndicatorValue).where(IndicatorValue.indicator_id == indicator_id)
    return session.scalars(query.order_by(IndicatorValue.on)).all()


def standards(session: Session, service_id: str) -> Sequence[Standard]:
    """Every version of a service's standards, by criterion and version."""
    query = select(Standard).where(Standard.service_id == service_id)
    return session.scalars(query.order_by(Standard.place, Standard.version)).all()


def monitoring_records(session: Session, strategy_id: str) -> Sequence[MonitoringRecord]:
    """What was looked at, by date."""
    query = select(MonitoringRecord).where(MonitoringRecord.strategy_id == strategy_id)
    return session.scalars(query.order_by(MonitoringRecord.on)).all()


def risks(session: Session, strategy_id: str) -> Sequence[Risk]:
    """The recorded risks, by date."""
    return session.scalars(select(Risk).where(Risk.strategy_id == strategy_id).order_by(Risk.on)).all()
