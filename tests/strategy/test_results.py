"""What each plan is to reach, entered and measured on its page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ayil_desktop.strategy import approval_actions, indicator_actions, plan_actions
from tests.commission.screens import choose, press, put
from tests.strategy.made_up import LATER
from tests.strategy.screens import put_lines, run, type_into, window_of

RESULTS = 3


@pytest.fixture
def clock(clock):
    """After everything that is measured here."""
    clock.today = date(2019, 9, 10)
    return clock


@pytest.fixture
def page(draft):
    draft.pages.setCurrentIndex(RESULTS)
    return draft.results


@pytest.fixture
def water(draft, page):
    """An expected result of the plan with base and target."""
    page.add.click()
    form = draft.window_shown.form
    put_lines(form, "text_ky", "Түтүндөр таза суу ичет")
    put(form, unit="%", base="40", target="90")
    draft.window_shown.carry_out()
    return page


def cells(table, row=0):
    model = table.grid.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_an_expected_result_is_added_for_the_plan_or_for_a_task(draft, water, plan):
    assert cells(water.table, 1)[:5] == ["plan", "Түтүндөр таза суу ичет", "%", "40", "90"]
    water.add.click()
    choose(draft.window_shown.form.field("of").entry, "      1/1. Суу түтүгү")
    window_of(draft, text_ky="Түтүк тартылды")
    assert [one.text_ky for one in plan.strategy.priorities[0].tasks[0].indicators] == ["Түтүк тартылды"]
    assert water.table.current().task.number == "1"


def test_expected_results_are_numbered_as_they_are_typed(draft, page, store, plan):
    """«1.» begins a count that goes on, without another number for it; a dash is a dash; what has no sign gets none."""
    typed = ["1. Аймак таза", "Калк дени сак", "– Үчүнчү", "Жөн"]
    task = plan.task_id
    for text in typed[:3]:
        indicator_actions.add_indicator(store, text_ky=text, task_id=task)
    indicator_actions.add_indicator(store, text_ky="Жөн", priority_id=plan.priority_id)
    draft.show_touched(frozenset({"strategy"}))
    said = [cells(page.table, row)[1] for row in range(page.table.grid.model().rowCount())]
    lines = [one for one in said if one and one.split()[-1] in ("таза", "сак", "Үчүнчү", "Жөн")]
    assert lines == ["Жөн", "1. Аймак таза", "2. Калк дени сак", "– Үчүнчү"]
    second = plan.strategy.priorities[0].tasks[0].indicators[1]
    indicator_actions.change_indicator(store, indicator_id=second.id, text_ky="Калктын ден соолугу")
    found = plan.strategy.priorities[0].tasks[0].indicators
    assert [(one.sign, one.text_ky) for one in found][:2] == [("1.", "Аймак таза"), ("", "Калктын ден соолугу")]


def test_the_window_of_a_result_has_room_for_its_fields_whatever_the_tasks_are_called(draft, page, store, plan):
    plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Узун аталыштагы тапшырма " * 12)
    draft.show_touched(frozenset({"strategy"}))
    page.add.click()
    window = draft.window_shown
    window.resize(600, 420)
    QApplication.processEvents()
    target = window.form.field("target")
    right = target.mapTo(window, target.rect().topRight()).x()
    assert right <= window.width()
    window.reject()


def test_an_expected_result_without_words_stays_in_its_window(draft, page):
    page.add.click()
    draft.window_shown.carry_out()
    assert "Write the expected result" in draft.window_shown.form.field("text_ky").refusal
    draft.window_shown.reject()


@pytest.mark.clause("ST-8.M1")
def test_measured_values_are_a_series_against_the_target(water, plan):
    for day, value in (("01.03.2019", "52,5"), ("01.06.2019", "72")):
        put(water.below.form, on=day, value=value)
        press(water.below.form.field("value").entry, Qt.Key.Key_Return)
    line = water.table.current()
    assert [(one.on, one.value) for one in line.indicator.values] == [(date(2019, 3, 1), 52.5), (date(2019, 6, 1), 72)]
    assert cells(water.table, 1)[5:] == ["72", "01.06.2019", "80%"]
    first, last = water.below.chart.points()
    assert first.x() < last.x()
    assert first.y() > last.y()
    assert water.below.chart.accessibleName() == "Measured values: 01.03.2019: 52.5, 01.06.2019: 72"
    assert water.below.form.field("value").read() is None


def test_a_second_value_of_a_day_leads_to_the_first_which_is_corrected_in_its_row(water, told):
    form, values = water.below.form, water.below.table
    for day, value, note in (("01.03.2019", "50", "суралды"), ("01.06.2019", "72", ""), ("01.03.2019", "52", "кайра")):
        put(form, on=day, value=value, note=note)
        water.below.record.click()
    assert form.field("on").refusal == "50 is kept of 01.03.2019 already; correct it in its row."
    assert [(one.value, one.note) for one in values.rows()] == [(50, "суралды"), (72, "")]
    assert (form.field("value").read(), form.field("note").read()) == (52, "кайра")
    assert (values.current().value, values.current_column()) == (50, "value")
    type_into(values, values.current(), "value", "52")
    assert [(one.value, one.note) for one in values.rows()] == [(52, "суралды"), (72, "")]


def test_a_value_is_corrected_to_a_day_of_its_own_and_taken_back(water, told):
    for day, value in (("01.03.2019", "52"), ("01.06.2019", "72")):
        put(water.below.form, on=day, value=value)
        water.below.record.click()
    values = water.below.table
    editor = type_into(values, values.rows()[1], "on", "01.03.2019")
    assert [one.on for one in values.rows()] == [date(2019, 3, 1), date(2019, 6, 1)]
    press(editor, Qt.Key.Key_Escape)
    values.delete_asked.emit(values.rows()[:1])
    assert [one.value for one in values.rows()] == [72]


def test_a_value_needs_a_number_and_a_day(water):
    form = water.below.form
    water.below.record.click()
    assert "Enter what was measured" in form.field("value").refusal
    put(form, value="көп")
    water.below.record.click()
    assert "is not a number" in form.field("value").refusal
    put(form, on="", value="3")
    water.below.record.click()
    assert "Enter the date" in form.field("on").refusal


def test_a_measured_result_stays_and_one_without_values_goes(water, told):
    put(water.below.form, on="01.03.2019", value="50")
    water.below.record.click()
    water.remove.click()
    assert "Values were measured" in told.words[-1]
    water.below.table.delete_asked.emit(water.below.table.rows())
    water.remove.click()
    assert water.table.rows() == []


def test_approved_results_are_locked_and_their_values_stay_open(draft, water, plan):
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    assert not water.add.isEnabled()
    assert not water.remove.isEnabled()
    assert water.table.edit(water.table.rows()[0].id, "target") is None
    put(water.below.form, on="01.03.2019", value="50")
    water.below.record.click()
    assert water.table.rows()[0].last.value == 50


@pytest.mark.clause("ST-8.M1")
def test_values_are_judged_by_the_approved_target_until_another_one_is_decided(draft, water, plan, store):
    """The amendment asks for less; until it counts, 72 of 90 are reached, and the page says of which target."""
    put(water.below.form, on="01.06.2019", value="72")
    water.below.record.click()
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    indicator = plan.strategy.priorities[0].indicators[0]
    indicator_actions.change_indicator(store, indicator_id=indicator.id, target=75)
    draft.show_touched(frozenset({"strategy"}))
    assert cells(water.table, 1)[3:] == ["40", "75", "72", "01.06.2019", "80% (of 90)"]
    assert water.below.chart.levels() == [90, 40]
    approval_actions.decide_amendment(store, strategy_id=plan.id, on=LATER.date, act=LATER)
    draft.show_touched(frozenset({"strategy"}))
    assert cells(water.table, 1)[3:] == ["40", "75", "72", "01.06.2019", "96%"]
    assert water.below.chart.levels() == [75, 40]


def test_the_real_results_stand_under_their_services(real_tab):
    real_tab.pages.setCurrentIndex(RESULTS)
    assert len(real_tab.results.table.rows()) == 36
    run(real_tab, "progress-report")
    real_tab.window_shown.carry_out()
