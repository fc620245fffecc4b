"""Chet-Nura's strategy as it may stand later, for the pictures: followed and amended, or in its next period."""

import datetime
from pathlib import Path

from ayil_desktop.commission.actions import Act
from ayil_desktop.office.records import OrderKind
from ayil_desktop.store import opening
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    approval_actions,
    indicator_actions,
    monitoring_actions,
    plan_actions,
    review_actions,
    rules,
    selections,
    whole_plan_actions,
)
from ayil_desktop.strategy.follow_up_records import Level, Progress
from ayil_desktop.strategy.records import Source, Strategy

REVIEWED = datetime.date(2019, 6, 28)
_TOLD_DAYS = {"1.1": datetime.date(2019, 3, 26), "1.2": datetime.date(2019, 5, 20)}
"""One in time, one late; of the others nobody said when."""
_LATER = Act("20/3", datetime.date(2019, 9, 2), OrderKind.RESOLUTION)


def follow(office: Path) -> None:
    """A quarter is reviewed, values are measured, money is planned; one amendment counts and another is open."""
    store = opening.open_office(office)
    strategy = _strategy(store)
    _review(store, strategy)
    _measure(store, strategy)
    _amend(store, strategy)
    store.close()


def go_on(office: Path) -> None:
    """The next period is begun as a draft."""
    store = opening.open_office(office)
    strategy = _strategy(store)
    whole_plan_actions.begin_next_period(
        store,
        strategy_id=strategy.id,
        title_ky=strategy.title_ky,
        begins=datetime.date(2027, 1, 1),
        ends=datetime.date(2029, 12, 31),
    )
    store.close()


def _strategy(store: Store) -> Strategy:
    with reading(store) as session:
        return selections.strategy(session, selections.strategies(session)[0].id)


def _review(store: Store, strategy: Strategy) -> None:
    review = review_actions.begin_review(store, strategy_id=strategy.id, on=REVIEWED).made
    told = [Progress.DONE] * 9 + [Progress.IN_PROGRESS] * 4 + [Progress.NOT_DONE] * 2 + [Progress.CANCELLED]
    for activity, progress in zip(rules.activities(strategy), told, strict=False):
        review_actions.record_progress(
            store,
            review_id=review,
            activity_id=activity.id,
            progress=progress,
            done_on=_TOLD_DAYS.get(activity.number) if progress is Progress.DONE else None,
            remark="Айылдык кеңеште каралды",
        )
    first = next(iter(rules.activities(strategy)))
    review_actions.prove(store, activity_id=first.id, on=REVIEWED, text="Стандарттардын долбоору, 4 барак")
    regular = next(one for one in rules.activities(strategy) if one.deadline_kind == "regular")
    review_actions.tick_occurrence(store, activity_id=regular.id, on=REVIEWED)


def _measure(store: Store, strategy: Strategy) -> None:
    households = strategy.priorities[0].indicators[1]
    for month, value in ((3, 41), (6, 58), (9, 72)):
        day = datetime.date(2019, month, 28)
        indicator_actions.measure(store, indicator_id=households.id, on=day, value=value)
    finding = "Жумушчу комиссия аткарылышын карап чыкты"
    for level in (Level.COMMISSION, Level.BENEFICIARIES):
        monitoring_actions.record_monitoring(store, strategy_id=strategy.id, level=level, on=REVIEWED, text=finding)
    monitoring_actions.record_risk(store, strategy_id=strategy.id, on=REVIEWED, text="Каражат жетишпейт")


def _amend(store: Store, strategy: Strategy) -> None:
    first, second, third = strategy.priorities[0].tasks[4].activities[3:6]
    approval_actions.open_amendment(
        store, strategy_id=strategy.id, reason="Каражат кечикти", on=datetime.date(2019, 8, 20)
    )
    plan_actions.set_deadline_words(store, activity_id=first.id, words="2019 жыл октябрь")
    approval_actions.decide_amendment(store, strategy_id=strategy.id, on=_LATER.date, act=_LATER)
    approval_actions.open_amendment(store, strategy_id=strategy.id, reason="Сел жүрдү", on=datetime.date(2019, 10, 1))
    plan_actions.set_deadline_words(store, activity_id=second.id, words="2019 жыл ноябрь")
    plan_actions.change_activity(store, activity_id=third.id, text_ky="Абоненттер менен келишим түзүү")
    for source, amount in ((Source.LOCAL_BUDGET, 50_000), (Source.DONORS, 300_000)):
        plan_actions.set_funding(store, activity_id=second.id, source=source, amount=amount)
    plan_actions.link(store, before_id=first.id, after_id=second.id)
