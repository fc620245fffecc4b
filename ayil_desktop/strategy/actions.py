"""What can the secretary do with a strategy as a whole: its text, its priorities, its standards?"""

import datetime
from collections.abc import Sequence

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office import translated
from ayil_desktop.office.records import Criterion, Service, Standard
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import (
    arranging_actions,
    entries,
    plan_images,
    removals,
    rules,
    selections,
)
from ayil_desktop.strategy.records import PriorityService, Section, Strategy


def add_strategy(
    store: Store,
    *,
    title_ky: str,
    begins: datetime.date | None = None,
    ends: datetime.date | None = None,
    body_id: str | None = None,
) -> Done:
    """A new draft with the sections that a strategy has, all empty."""
    rules.check_dates(begins, ends)
    title = office_rules.needed_line(title_ky, field="title_ky")
    with work(store, Message("Begin the strategy “{title}”", title=title)) as session:
        strategy = new_strategy(title, begins, ends, body_id)
        session.add(strategy)
        return done(session, strategy.id)


def new_strategy(title: str, begins: datetime.date | None, ends: datetime.date | None, body_id: str | None) -> Strategy:
    """With its sections, all empty; within the work of another action."""
    strategy = Strategy(title_ky=title, begins=begins, ends=ends, body_id=body_id)
    strategy.sections = [
        Section(key=key, place=place, number=str(place) if place <= entries.NUMBERED else "", title_ky=name.into("ky"))
        for place, (key, name) in enumerate(entries.SECTIONS.items(), 1)
    ]
    return strategy


STRATEGY_FIELDS = (
    "title_ky", "title_ru", "title_page", "begins", "ends", "controller_ky", "controller_ru", "body_id",
)  # fmt: skip


def change_strategy(store: Store, *, strategy_id: str, **fields: object) -> Done:
    """Correct title, years, controlling body (ST-R.2); the fields of `STRATEGY_FIELDS`."""
    with work(store, Message("Change the strategy")) as session:
        strategy = _open(session, strategy_id)
        entries.put(strategy, STRATEGY_FIELDS, fields)
        rules.check_dates(strategy.begins, strategy.ends)
        return done(session, strategy.id)


def write_section(
    store: Store, *, section_id: str, text: str, language: str = "ky", title_ky: str | None = None
) -> Done:
    """The text of a section: an empty line ends a paragraph, lines that begin with a dash are a list."""
    with work(store, Message("Write a section of the strategy")) as session:
        section = session.get_one(Section, section_id)
        rules.check_open(selections.strategy(session, section.strategy_id))
        text = entries.text(text, field="text")
        if language == "ru":
            section.blocks_ru = entries.rewritten(section.blocks_ru, text)
            translated.written(section, "blocks_ru")
        else:
            before, section.blocks = section.blocks, entries.rewritten(section.blocks, text)
            translated.note(section, "blocks", before)
        if title_ky is not None:
            before_title, section.title_ky = section.title_ky, office_rules.needed_line(title_ky, field="title_ky")
            translated.note(section, "title_ky", before_title)
        return done(session, section.id)


def add_priority(
    store: Store,
    *,
    strategy_id: str,
    name_ky: str,
    service_id: str | None = None,
    votes: int | None = None,
    within_competence: bool | None = None,
) -> Done:
    """A priority service at the end of the list; a new service of the office unless one is named (ST-4.1)."""
    rules.check_priority(name=name_ky, within_competence=within_competence)
    rules.check_votes(votes)
    with work(store, Message("Add the priority service “{name}”", name=name_ky)) as session:
        strategy = _open(session, strategy_id)
        if service_id is None:
            service = Service(name_ky=office_rules.needed_line(name_ky, field="name_ky"))
            session.add(service)
            session.flush()
            service_id = service.id
        priority = PriorityService(
            strategy_id=strategy.id,
            service_id=service_id,
            place=len(strategy.priorities) + 1,
            name_ky=office_rules.needed_line(name_ky, field="name_ky"),
            name_in_plan=office_rules.line(name_ky, field="name_ky"),
            votes=votes,
            within_competence=within_competence,
        )
        session.add(priority)
        return done(session, priority.id)


PRIORITY_FIELDS = (
    "name_ky", "name_in_plan", "votes", "within_competence", "development_plan_reference", "justification", "causes",
    "standards_title", "plan_title", "service_line", "goal_label", "goal", "results_label",
)  # fmt: skip


def change_priority(store: Store, *, priority_id: str, **fields: object) -> Done:
    """Correct a priority service; the fields of `PRIORITY_FIELDS`, lists as lists of lines."""
    with work(store, Message("Change a priority service")) as session:
        priority = session.get_one(PriorityService, priority_id)
        rules.check_open(selections.strategy(session, priority.strategy_id))
        entries.put(priority, PRIORITY_FIELDS, fields)
        rules.check_priority(name=priority.name_ky, within_competence=priority.within_competence)
        rules.check_votes(priority.votes)
        return done(session, priority.id)


def rank_by_votes(store: Store, *, strategy_id: str) -> Done:
    """Put the priority services in the order of the focus group's votes; equal ones keep their order."""
    with work(store, Message("Rank the services by votes")) as session:
        strategy = _open(session, strategy_id)
        ordered = sorted(strategy.priorities, key=lambda one: (-(one.votes or 0), one.place))
        for place, priority in enumerate(ordered, 1):
            priority.place = place
        return done(session, strategy.id)


def move_priority(store: Store, *, priority_id: str, place: int) -> Done:
    """Give a priority service another rank; the others close up."""
    with work(store, Message("Move a priority service")) as session:
        priority = session.get_one(PriorityService, priority_id)
        strategy = _open(session, priority.strategy_id)
        entries.renumber(strategy.priorities, priority_id, place)
        return done(session, priority.id)


def remove_priority(store: Store, *, priority_id: str) -> Done:
    """Take a priority service without a plan off the list; one with activities stays."""
    with work(store, Message("Remove a priority service")) as session:
        strategy = _open(session, session.get_one(PriorityService, priority_id).strategy_id)
        priority = next(one for one in strategy.priorities if one.id == priority_id)
        if priority.tasks:
            raise Refused(Message("This service has a plan. Remove its tasks first."), field="tasks")
        arranging_actions.check_unmeasured(priority.indicators)
        removals.remember(session, strategy, plan_images.of_priority(priority))
        arranging_actions.delete_service(session, priority)
        for place, other in enumerate([one for one in strategy.priorities if one.id != priority_id], 1):
            other.place = place
        return done(session, strategy.id)


def write_standard(
    store: Store,
    *,
    service_id: str,
    criterion: Criterion,
    texts: Sequence[str],
    strategy_id: str | None = None,
    in_force_from: datetime.date | None = None,
    agreed_with: str = "",
    agreed_on: datetime.date | None = None,
) -> Done:
    """A service's standard by one criterion: the first version, or a new one that keeps the old (ST-7.6).

    It is written for a strategy, the newest one with the service unless another is named; what that one has approved is
    changed only inside an amendment of it (ST-R.1). Others that share the service keep what was approved of them.
    """
    lines = entries.lines(texts)
    with work(store, Message("Write a standard")) as session:
        strategy = selections.strategy(session, strategy_id) if strategy_id else selections.holding(session, service_id)
        rules.check_standards(strategy)
        versions = [one for one in selections.standards(session, service_id) if one.criterion is criterion]
        last = versions[-1] if versions else None
        standard = Standard(
            service_id=service_id,
            criterion=criterion,
            criterion_ky=last.criterion_ky if last else "",
            place=last.place if last else list(Criterion).index(criterion) + 1,
            version=last.version + 1 if last else 1,
            texts=lines,
            in_force_from=in_force_from,
            agreed_with=entries.text(agreed_with, field="agreed_with"),
            agreed_on=agreed_on,
        )
        session.add(standard)
        amendment = rules.open_amendment(strategy) if strategy else None
        if amendment is not None:
            amendment.standard_ids = [*amendment.standard_ids, standard.id]
        return done(session, standard.id)


def _open(session: Session, strategy_id: str) -> Strategy:
    strategy = selections.strategy(session, strategy_id)
    rules.check_open(strategy)
    return strategy
