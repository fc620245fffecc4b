"""Is a withdrawn amendment as if it had never been, whatever was changed in it?"""

import random
from datetime import date

import pytest

from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.strategy import actions, arranging_actions, baselines, plan_actions, put_back_actions, rules
from ayil_desktop.strategy.plan_actions import ActivityEntry


@pytest.fixture
def amended(plan, store):
    """Two approved tasks with links, in an open amendment."""
    plan.does("2019 жыл март", "2019 жыл апрель", "туруктуу негизде", "кар эригенде")
    other = plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Экинчи").made
    plan_actions.add_indicator(store, task_id=other, text_ky="Натыйжа")
    plan.does("2019 жыл июль", "2019 жылдын 1-чейреги", task_id=other)
    plan_actions.link(store, before_id=plan["1.1"].id, after_id=plan["2.1"].id)
    plan.is_approved()
    actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    return plan


def one_change(plan, store, chance):
    """Something that a secretary may do to a plan; a no is a no."""
    strategy = plan.strategy
    tasks = [task for priority in strategy.priorities for task in priority.tasks]
    every = list(rules.activities(strategy))
    task, one, other = chance.choice(tasks), chance.choice(every), chance.choice(every)
    return chance.choice(
        [
            lambda: plan_actions.add_activity(store, task_id=task.id, entry=ActivityEntry("Жаңы", responsible=["А"])),
            lambda: plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Жаңы маселе"),
            lambda: actions.add_priority(store, strategy_id=plan.id, name_ky="Жаңы кызмат"),
            lambda: arranging_actions.remove_activity(store, activity_id=one.id),
            lambda: arranging_actions.remove_task(store, task_id=task.id),
            lambda: arranging_actions.move_activity(store, activity_id=one.id, task_id=task.id, place=1),
            lambda: arranging_actions.move_task(store, task_id=task.id, place=2),
            lambda: arranging_actions.number_activity(store, activity_id=one.id, number="9.9"),
            lambda: plan_actions.change_task(store, task_id=task.id, title_ky="Башка", number="7"),
            lambda: plan_actions.change_activity(store, activity_id=one.id, text_ky="Башка", products=["Акт"]),
            lambda: plan_actions.set_deadline_words(store, activity_id=one.id, words="2019 жыл декабрь"),
            lambda: plan_actions.set_responsible(store, activity_id=one.id, texts=["Башка киши"]),
            lambda: plan_actions.add_indicator(store, task_id=task.id, text_ky="Дагы натыйжа"),
            lambda: plan_actions.link(store, before_id=one.id, after_id=other.id),
            lambda: actions.change_priority(store, priority_id=plan.priority_id, goal="Башка максат"),
        ]
    )


@pytest.mark.parametrize("seed", range(4))
def test_whatever_was_changed_is_put_back(amended, store, seed):
    approved = baselines.content(amended.strategy)
    chance = random.Random(seed)
    for _ in range(14):
        if not amended.numbers():
            break
        try:
            one_change(amended, store, chance)()
        except Refused:
            continue
    changed = baselines.content(amended.strategy)
    assert changed != approved
    put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    assert baselines.content(amended.strategy) == approved
    assert rules.open_amendment(amended.strategy) is None
    journal.undo(store)
    assert baselines.content(amended.strategy) == changed


def test_without_an_open_amendment_there_is_nothing_to_withdraw(plan, store):
    plan.does("2019 жыл март").is_approved()
    with pytest.raises(Refused):
        put_back_actions.withdraw_with_changes(store, strategy_id=plan.id)


def test_a_removed_service_has_to_be_put_back_by_hand(amended, store):
    for task in amended.strategy.priorities[0].tasks:
        arranging_actions.remove_task(store, task_id=task.id)
    actions.remove_priority(store, priority_id=amended.priority_id)
    with pytest.raises(Refused) as refused:
        put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    assert "by hand" in refused.value.reason.into("en")
    assert rules.open_amendment(amended.strategy) is not None
