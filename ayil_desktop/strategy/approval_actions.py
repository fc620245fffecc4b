"""How is a strategy approved, and how is an approved one amended: opened, decided or withdrawn?"""

import datetime

from sqlalchemy.orm import Session

from ayil_desktop.commission.actions import Act
from ayil_desktop.language.message import Message
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import actions as office_actions
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office.records import Order, OrderKind
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import (
    baselines,
    deciding,
    differences,
    entries,
    plan_images,
    recorded_days,
    removals,
    rules,
    selections,
)
from ayil_desktop.strategy.approval_records import Amendment, AmendmentImage, Baseline
from ayil_desktop.strategy.records import Status, Strategy


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
    reason_ru: str = "",
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
        amendment.reason_ru = entries.text(reason_ru, field="reason_ru")
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
