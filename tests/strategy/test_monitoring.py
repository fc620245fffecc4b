"""Monitoring at three levels and the risks, recorded on their page."""

from datetime import date

import pytest

from ayil_desktop.strategy.follow_up_records import Level
from tests.commission.screens import choose, put
from tests.strategy.screens import put_lines, type_into, window_of

MONITORING = 4


@pytest.fixture
def page(draft):
    draft.pages.setCurrentIndex(MONITORING)
    return draft.monitoring


@pytest.mark.clause("ST-7.0")
def test_a_level_is_one_of_exactly_three_and_each_says_when_it_looked_last(draft, page):
    assert [chip.accessibleName() for chip in page.levels.values()] == [
        "1. Working commission: not yet",
        "2. Customer (ayil okmotu): not yet",
        "3. Beneficiaries: not yet",
    ]
    page.add.click()
    form = draft.window_shown.form
    assert form.field("level").entry.count() == 3
    choose(form.field("level").entry, "Customer (ayil okmotu)")
    choose(form.field("service_id").entry, "Таза суу")
    put_lines(form, "text", "Келишим аткарылууда")
    draft.window_shown.carry_out()
    record = page.table.current()
    assert (record.level, record.on, record.text) == (Level.CUSTOMER, date(2019, 4, 16), "Келишим аткарылууда")
    assert record.service_id == draft.shown.strategy.priorities[0].service_id
    assert page.levels[Level.CUSTOMER].accessibleName() == "2. Customer (ayil okmotu): last on 16.04.2019"


def test_a_record_without_words_or_day_stays_in_its_window(draft, page):
    page.add.click()
    draft.window_shown.carry_out()
    assert "Write what was found" in draft.window_shown.form.field("text").refusal
    put_lines(draft.window_shown.form, "text", "Суу таза")
    put(draft.window_shown.form, on="")
    draft.window_shown.carry_out()
    assert "Enter the date" in draft.window_shown.form.field("on").refusal
    draft.window_shown.reject()


@pytest.mark.clause("ST-8.M2")
def test_joint_monitoring_without_the_act_it_rests_on_is_warned_of(draft, page):
    page.add.click()
    choose(draft.window_shown.form.field("level").entry, "Beneficiaries")
    put_lines(draft.window_shown.form, "text", "Жашоочулар ыраазы")
    draft.window_shown.carry_out()
    assert page.unfounded.accessibleName() == "1 record without the act it rests on"
    type_into(page.table, page.table.current(), "basis", "№21/4, 12.03.2019")
    assert page.unfounded.isHidden()
    page.table.delete_asked.emit(page.table.rows())
    assert page.table.rows() == []


@pytest.mark.clause("ST-8.M3")
def test_a_risk_is_recorded_and_gets_its_measure_later(draft, page, plan):
    page.risks.add.click()
    window_of(draft, text="Каражат жетишпейт")
    risk = page.risks.table.current()
    assert (risk.text, risk.measure) == ("Каражат жетишпейт", "")
    type_into(page.risks.table, risk, "measure", "Донор издөө")
    assert page.risks.table.rows()[0].measure == "Донор издөө"
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    page.risks.table.delete_asked.emit(page.risks.table.rows())
    assert page.risks.table.rows() == []


def test_the_sheet_of_the_first_level_is_the_progress_report(draft, page, previewed):
    page.sheet.click()
    draft.window_shown.carry_out()
    assert "PROGRESS OF THE ACTION PLAN" in previewed.text()
