"""Are several marked rows one thing that is done, and one step to undo, as in a spreadsheet?"""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.store import journal
from ayil_desktop.strategy import indicator_actions, monitoring_actions
from ayil_desktop.strategy.follow_up_records import Level
from tests.commission.screens import delete_rows, press

DAYS = (date(2019, 4, 1), date(2019, 4, 2), date(2019, 4, 3))
SHOWN = frozenset({"strategy"})


def comes_back_in_one_step(tab, store, table, before):
    left = len(table.rows())
    journal.undo(store)
    tab.show_touched(SHOWN)
    assert [one.id for one in table.rows()] == before
    assert left < len(before)


@pytest.fixture
def looked(plan, store):
    """Three records and three risks."""
    for day in DAYS:
        more = {"strategy_id": plan.id, "on": day}
        monitoring_actions.record_monitoring(store, level=Level.COMMISSION, text="Каралды", **more)
        monitoring_actions.record_risk(store, text="Каражат", **more)


@pytest.mark.parametrize("name", ["records", "risks"])
def test_records_and_risks_go_at_once(looked, draft, store, name):
    draft.pages.setCurrentIndex(4)
    table = draft.monitoring.table if name == "records" else draft.monitoring.risks.table
    before = [one.id for one in table.rows()]
    delete_rows(table, *before)
    assert table.rows() == []
    comes_back_in_one_step(draft, store, table, before)


@pytest.fixture
def measured(plan, store):
    """A result with three values, and two results without any."""
    made = indicator_actions.add_indicator(store, priority_id=plan.priority_id, text_ky="Түтүндөр таза суу ичет").made
    for day in DAYS:
        indicator_actions.measure(store, indicator_id=made, on=day, value=40)
    for text in ("Жол оңдолду", "Жарык күйдү"):
        indicator_actions.add_indicator(store, priority_id=plan.priority_id, text_ky=text)
    return made


def test_measured_values_go_at_once(measured, draft, store):
    draft.pages.setCurrentIndex(3)
    page = draft.results
    page.table.go_to(measured)
    before = [one.id for one in page.below.table.rows()]
    delete_rows(page.below.table, before[0], before[2])
    assert [one.on for one in page.below.table.rows()] == [DAYS[1]]
    comes_back_in_one_step(draft, store, page.below.table, before)


def test_expected_results_go_at_once_or_all_stay(measured, draft, store, told):
    draft.pages.setCurrentIndex(3)
    table = draft.results.table
    before = [line.id for line in table.rows()]
    unmeasured = [key for key in before if key != measured]
    delete_rows(table, measured, unmeasured[0])
    assert "it stays" in told.words[-1]
    assert [line.id for line in table.rows()] == before
    delete_rows(table, *unmeasured)
    assert [line.id for line in table.rows()] == [measured]
    comes_back_in_one_step(draft, store, table, before)


def test_what_a_review_says_of_several_is_taken_back_at_once(draft, store):
    draft.pages.setCurrentIndex(1)
    review = draft.review
    review.begin.click()
    for key in "213":
        press(review.table.grid, getattr(Qt.Key, f"Key_{key}"))
    delete_rows(review.table, *(line.id for line in review.table.rows()[:2]))
    assert [one.entry is None for one in review.table.rows()] == [True, True, False]
    journal.undo(store)
    draft.show_touched(SHOWN)
    assert [one.entry is None for one in review.table.rows()] == [False, False, False]
