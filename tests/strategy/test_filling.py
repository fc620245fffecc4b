"""The strategy comes in steps between which the window answers: whatever is done meanwhile, it is right in the end."""

from concurrent.futures import Future
from types import SimpleNamespace

import pytest

from ayil_desktop import subjects
from ayil_desktop.strategy import plan_actions
from ayil_desktop.strategy.tab import Tab
from ayil_desktop.widgets import stepwise, translating
from ayil_desktop.window.at_work import AtWork


@pytest.fixture
def work(qtbot, desk, plan, no_memory):
    """The tabs of the program over an office with a small plan."""
    subjects.know_records()
    plan.does("2019 жыл май", "2019 жыл июнь")
    done = Future()
    done.set_result(None)
    opened = SimpleNamespace(store=desk.store, load_rest=lambda: done, look_ahead=lambda _: done, wait=lambda: None)
    made = AtWork(opened, (*subjects.TABS, subjects.SETTINGS), desk.today)
    qtbot.addWidget(made)
    made.resize(1366, 680)
    made.show()
    made.show_tab("commission")
    return made


def half_way(work):
    """Some steps of the strategy are done, others are not."""
    steps = work.bring("strategy")
    for _ in range(3):
        next(steps)
    assert not work.is_built("strategy")
    return steps


def test_the_plan_is_whole_when_its_steps_are_done(work, plan):
    stepwise.at_once(half_way(work))
    tab = work.tab("strategy")
    assert work.current == "strategy"
    assert tab.plan.isVisible()
    assert [row.number for row in tab.plan.rows[2:]] == plan.numbers()
    assert tab.head.state.accessibleName()


def test_what_is_changed_while_the_plan_comes_is_seen_in_it(work, plan, store):
    steps = half_way(work)
    work.desk.run(lambda: plan_actions.change_activity(store, activity_id=plan["1.1"].id, text_ky="Көпүрө оңдоо"))
    stepwise.at_once(steps)
    tab = work.tab("strategy")
    assert "Көпүрө оңдоо" in " ".join(row.text for row in tab.plan.rows)
    work.desk.undo()
    assert "Көпүрө оңдоо" not in " ".join(row.text for row in tab.plan.rows)
    assert store.sitting.undo_step is not None


def test_another_language_while_the_plan_comes_reaches_all_of_it(work, plan, language):
    steps = half_way(work)
    language("ru")
    translating.translate(work)
    stepwise.at_once(steps)
    tab = work.tab("strategy")
    assert tab.pages.tabText(0) == "План"
    assert tab.plan.isVisible()
    assert [row.number for row in tab.plan.rows[2:]] == plan.numbers()


def test_whoever_needs_the_plan_earlier_gets_it_whole(work, plan):
    half_way(work)
    tab = work.tab("strategy")
    assert [row.number for row in tab.plan.rows[2:]] == plan.numbers()


def test_an_office_is_closed_while_the_plan_comes(qtbot, work):
    steps = half_way(work)
    work.leave()
    qtbot.wait(20)
    steps.close()
    assert not work.is_built("strategy")


def test_an_office_without_a_strategy_offers_to_begin_one(qtbot, desk):
    tab = Tab(desk)
    qtbot.addWidget(tab)
    tab.fill_at_once()
    assert tab.shown is None
    assert not tab.plan.isVisibleTo(tab)
