"""Does the list of what changed since the approval say what somebody did to the plan, and no more?"""

from datetime import date

import pytest

from ayil_desktop.strategy import actions, arranging_actions, baselines, moved_rows, plan_actions


@pytest.fixture
def amended(plan, store):
    """An approved plan of two tasks in an open amendment."""
    plan.does("2019 жыл март", "2019 жыл апрель", "2019 жыл май", "2019 жыл июнь")
    plan.other = plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Экинчи").made
    plan.does("2019 жыл июль", task_id=plan.other)
    plan.is_approved()
    actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    return plan


def changed(plan):
    strategy = plan.strategy
    found = baselines.changes(strategy.baselines[-1].content, baselines.content(strategy))
    return [(one.what.into("en"), one.number, one.before, one.after) for one in found]


def test_nothing_done_is_nothing_changed(amended):
    assert changed(amended) == []


def test_one_row_moved_down_is_one_change(amended, store):
    arranging_actions.move_activity(store, activity_id=amended["1.1"].id, place=4)
    assert changed(amended) == [("Place among its neighbours", "1.1", "1 / 4", "4 / 4")]


def test_a_row_moved_to_another_task_names_both_tasks(amended, store):
    arranging_actions.move_activity(store, activity_id=amended["1.2"].id, task_id=amended.other, place=1)
    assert changed(amended) == [("Place among its neighbours", "1.2", "1: 2 / 4", "2: 1 / 2")]


def test_an_added_and_a_removed_row_move_nobody_else(amended, store):
    arranging_actions.remove_activity(store, activity_id=amended["1.1"].id)
    arranging_actions.move_task(store, task_id=amended.other, place=1)
    assert changed(amended) == [
        ("Place among its neighbours", "2", "2 / 2", "1 / 2"),
        ("Activity", "1.1", "Иш 1", ""),
    ]


def test_a_link_is_told_by_numbers(amended, store):
    plan_actions.link(store, before_id=amended["1.1"].id, after_id=amended["2.1"].id)
    assert changed(amended) == [("Needs first", "2.1", "", "1.1")]


@pytest.mark.parametrize(
    ("figures", "rising"),
    [([], []), ([3], [3]), ([1, 2, 3], [1, 2, 3]), ([3, 1, 2], [1, 2]), ([2, 5, 3, 7, 4], [2, 3, 4])],
)
def test_the_longest_rise(figures, rising):
    assert [figures[place] for place in moved_rows.longest_rise(figures)] == rising
