"""What can the secretary do with a strategy as a whole: its text, its priorities, its approvals?"""

import datetime
from collections.abc import Sequence

from sqlalchemy.orm import Session

from ayil_desktop.commission.actions import Act
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office.records import Criterion, Order, OrderKind, Service, Standard
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import (
    arranging_actions,
    baselines,
    deciding,
    differences,
    entries,
    plan_images,
    recorded_days,
    removals,
    rules,
    selections,
    translated,
)
from ayil_desktop.strategy.approval_records import Amendment, AmendmentImage, Baseline
from ayil_desktop.strategy.records import PriorityService, Section, Status, Strategy


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


def approve(store: Store, *, strategy_id: str, act: Act, today: datetime.date | None = None) -> Done:
    """The council approved the draft: texts and persons are frozen in a baseline (ST-R.1).

    A day after `today` is refused where that is told.
    """
    recorded_days.check_has_come(act.date, today, field="order_date")
    with work(store, Message("Record the approval by No. {number}", number=act.number)) as session:
        strategy = selections.strategy(session, strategy_id)
        if strategy.status is not Status.DRAFT:
            raise Refused(Message("The strategy is approved already. Decide an amendment instead."), clause="ST-R.1")
        if not any(True for _ in rules.activities(strategy)):
            raise Refused(Message("The strategy has no activity yet."), field="activities", clause="ST-R.1")
        order = _resolution(session, act)
        strategy.status, strategy.order_id = Status.APPROVED, order.id
        session.add(_baseline(strategy, act.date, order.id, None))
        return done(session, strategy.id)


def open_amendment(
    store: Store,
    *,
    strategy_id: str,
    reason: str,
    on: datetime.date,
    act: Act | None = None,
    meeting_id: str | None = None,
    today: datetime.date | None = None,
) -> Done:
    """From now on the approved plan can be changed; nothing of it counts before it is decided.

    The resolution or the meeting may be named already; `decide_amendment` is asked all the same. A day after `today`
    is refused where that is told.
    """
    if not reason.strip():
        raise Refused(Message("Write why the plan is changed."), field="reason")
    with work(store, Message("Open an amendment")) as session:
        strategy = selections.strategy(session, strategy_id)
        if strategy.status is Status.DRAFT:
            raise Refused(Message("A draft is changed without an amendment."), field="reason")
        if rules.open_amendment(strategy) is not None:
            raise Refused(Message("An amendment is open already."), field="reason")
        approved_on = deciding.since(strategy.baselines)
        deciding.check_day(on, approved_on, today, field="opened_on")
        if act is not None:
            deciding.check_day(act.date, approved_on, today, field="order_date")
        if meeting_id is not None:
            deciding.check_may_come(session.get_one(Meeting, meeting_id), approved_on)
        amendment = Amendment(strategy_id=strategy.id, reason=entries.text(reason, field="reason"), opened_on=on)
        amendment.order_id = _resolution(session, act).id if act else None
        amendment.meeting_id = meeting_id
        session.add(amendment)
        session.flush()
        rows = plan_images.taken(plan_images.of_strategy(strategy))
        session.add(AmendmentImage(amendment_id=amendment.id, number=0, rows=rows))
        return done(session, amendment.id)


def decide_amendment(
    store: Store,
    *,
    strategy_id: str,
    on: datetime.date,
    act: Act | None = None,
    meeting_id: str | None = None,
    today: datetime.date | None = None,
) -> Done:
    """The meeting or resolution that decided the open amendment makes it count: a new baseline.

    A day after `today` is refused where that is told.
    """
    if act is None and meeting_id is None:
        raise Refused(
            Message("Name the resolution or the meeting that decided the amendment."),
            field="decided_by",
            clause="ST-R.1",
        )
    with work(store, Message("Decide the amendment")) as session:
        strategy = selections.strategy(session, strategy_id)
        amendment = rules.open_amendment(strategy)
        if amendment is None:
            raise Refused(Message("No amendment is open."), field="reason")
        approved_on = deciding.since(strategy.baselines)
        if act is not None:
            deciding.check_day(act.date, approved_on, today, field="order_date")
            deciding.check_act(act.date, on)
        deciding.check_decision(approved_on, on, session.get_one(Meeting, meeting_id) if meeting_id else None, today)
        order = _resolution(session, act) if act else None
        baseline = _baseline(strategy, on, order.id if order else None, amendment.id)
        amendment.decided_on, amendment.meeting_id = on, meeting_id
        amendment.order_id = order.id if order else None
        strategy.status = Status.AMENDED
        session.add(baseline)
        removals.forget(session, amendment)
        return done(session, strategy.id)


def withdraw_amendment(store: Store, *, strategy_id: str) -> Done:
    """Close an amendment that was not decided; refused while the plan differs from the last approved one."""
    with work(store, Message("Withdraw the amendment")) as session:
        strategy = selections.strategy(session, strategy_id)
        amendment = rules.open_amendment(strategy)
        if amendment is None:
            raise Refused(Message("No amendment is open."), field="reason")
        if _is_changed(session, strategy, amendment):
            raise Refused(Message("The plan was changed. Undo the changes or decide the amendment."), field="reason")
        amendment.withdrawn = True
        removals.forget(session, amendment)
        return done(session, strategy.id)


def _is_changed(session: Session, strategy: Strategy, amendment: Amendment) -> bool:
    """Whether the plan is another one than when the amendment began, or where that is not known than was approved."""
    began = next(iter(selections.images(session, amendment.id)), None)
    approved = strategy.baselines[-1].content
    if began is None:
        return bool(differences.between(approved, baselines.content(strategy)))
    russian = baselines.russian_words(approved)
    return bool(amendment.standard_ids) or plan_images.differs(began.rows, strategy, russian)


def _open(session: Session, strategy_id: str) -> Strategy:
    strategy = selections.strategy(session, strategy_id)
    rules.check_open(strategy)
    return strategy


def _resolution(session: Session, act: Act) -> Order:
    number = office_rules.needed_line(act.number, field="order_number")
    order = office_actions.put_order(session, number=number, day=act.date, kind=OrderKind.RESOLUTION)
    session.flush()
    return order


def _baseline(strategy: Strategy, on: datetime.date, order_id: str | None, amendment_id: str | None) -> Baseline:
    return Baseline(
        strategy_id=strategy.id,
        number=len(strategy.baselines) + 1,
        on=on,
        order_id=order_id,
        amendment_id=amendment_id,
        content=baselines.content(strategy),
    )
