"""Is the chart that is shown first the chart that is shown in the end?"""

from datetime import date

import pytest

from ayil_desktop.store.work import reading
from ayil_desktop.strategy import approval_actions, chart_rows, glance, plan_actions, selections, standing
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.tab import Tab
from ayil_desktop.workdays import deadlines

TODAY = date(2019, 7, 2)


def both(store, language, today=TODAY):
    """What is read at a glance, and what the whole strategy says."""
    with reading(store) as session:
        whole = selections.strategy(session, selections.strategies(session)[0].id)
        return glance.rows(session, whole.id, today, language), chart_rows.rows(
            whole, standing.states(whole, today), language
        )


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_real_plan_is_the_same_at_a_glance(store, chet_nura, language):
    first, last = both(store, language)
    assert first == last
    assert len(first) > 59


def test_links_reviews_and_approved_days_are_seen_at_a_glance(store, plan):
    plan.does("2019 жыл май", "2019 жыл июнь", "2019 жыл 15-апрелге чейин").is_approved()
    plan.is_reviewed(date(2019, 4, 16), n1_1=Progress.IN_PROGRESS, n1_2=Progress.CANCELLED)
    plan.is_reviewed(date(2019, 6, 28), n1_1=Progress.DONE)
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат кечикти", on=date(2019, 6, 28))
    july = deadlines.read("2019 жыл июль")
    plan_actions.set_deadline(store, activity_id=plan["1.2"].id, deadline=july)
    plan_actions.link(store, before_id=plan["1.3"].id, after_id=plan["1.2"].id)
    first, last = both(store, "ky")
    assert first == last
    moved = first[3]
    assert (moved.base, moved.needs) == ((date(2019, 6, 1), date(2019, 6, 30)), (plan["1.3"].id,))


def test_a_large_plan_shows_its_chart_before_the_rest_is_read(qtbot, desk, plan, monkeypatch):
    plan.does(*["2019 жыл май"] * 12)
    monkeypatch.setattr(glance, "LARGE", 12)
    tab = Tab(desk)
    tab.fill_at_once()
    qtbot.addWidget(tab)
    assert tab.shown is None
    assert [row.number for row in tab.plan.rows[2:]] == plan.numbers()
    tab.show()
    qtbot.waitUntil(lambda: tab.shown is not None)
    assert [row.number for row in tab.plan.rows[2:]] == plan.numbers()


def test_the_check_of_a_large_plan_comes_when_what_was_changed_has_been_drawn(qtbot, desk, store, plan, monkeypatch):
    plan.does(*["2019 жыл май"] * 12)
    monkeypatch.setattr(glance, "LARGE", 12)
    tab = Tab(desk)
    tab.fill_at_once()
    desk.touched.connect(tab.show_touched)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitUntil(lambda: tab.plan.check.text() == "Check: 1 warning")
    late = deadlines.read("2030 жыл май")  # years after the strategy
    desk.run(lambda: plan_actions.set_deadline(store, activity_id=plan["1.3"].id, deadline=late))
    assert tab.plan.rows[4].ends == date(2030, 5, 31)
    assert tab.plan.check.text() == "Check: 1 warning"
    qtbot.waitUntil(lambda: tab.plan.check.text() == "Check: 3 warnings")


def test_a_small_plan_is_read_whole_at_once(qtbot, desk, plan):
    plan.does("2019 жыл май")
    tab = Tab(desk)
    tab.fill_at_once()
    qtbot.addWidget(tab)
    assert tab.shown is not None
