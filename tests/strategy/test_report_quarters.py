"""May the secretary choose the quarter whose progress is printed, and what does it say then?"""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ayil_desktop.commission.actions import Act
from ayil_desktop.office.records import OrderKind
from ayil_desktop.printing import text
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    arranging_actions,
    as_approved,
    board_paper,
    papers,
    plan_actions,
    progress_paper,
    report_quarters,
)
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.workdays.periods import Quarter
from tests.commission.screens import choose
from tests.strategy.made_up import LATER
from tests.strategy.screens import run

FIRST, SECOND, THIRD = (Quarter(2019, number) for number in (1, 2, 3))


@pytest.fixture
def followed(plan):
    """Approved in March, 1.1 done in June and reviewed in July, 1.2 done in September and reviewed in October."""
    plan.does("2019 жыл июнь", "2019 жыл сентябрь", "2019 жыл ноябрь").is_approved()
    plan.is_reviewed(date(2019, 7, 10), done_on=date(2019, 6, 20), n1_1=Progress.DONE)
    plan.is_reviewed(date(2019, 10, 8), done_on=date(2019, 9, 25), n1_2=Progress.DONE)
    return plan


@pytest.fixture
def amended_since(plan, store):
    """Approved in March, reviewed in July; from September the first is due in December, and the third is not."""
    plan.does("2019 жыл май", "2019 жыл июнь", "2019 жыл сентябрь", "2019 жыл август")
    first, third = plan["1.1"], plan["1.3"]
    plan_actions.change_activity(store, activity_id=first.id, text_ru="Работа 1")
    plan.is_approved().is_reviewed(date(2019, 7, 10), done_on=date(2019, 6, 20), n1_2=Progress.DONE)
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 1))
    plan_actions.set_deadline_words(store, activity_id=first.id, words="2019 жыл декабрь")
    plan_actions.change_activity(store, activity_id=first.id, text_ky="Башка иш", text_ru="Другая работа")
    plan_actions.set_responsible(store, activity_id=first.id, texts=["Башка киши"])
    actions.change_priority(store, priority_id=plan.priority_id, name_ky="Ичүүчү суу")
    arranging_actions.remove_activity(store, activity_id=third.id)
    approval_actions.decide_amendment(store, strategy_id=plan.id, on=LATER.date, act=LATER)
    return plan


def report(plan, quarter, language, make=progress_paper.progress_report):
    with reading(plan.store) as session:
        made = make(papers.of_quarter(session, plan.id, date(2019, 11, 21), quarter), language)
    return " ".join(text.render(made).split())


@pytest.mark.clause("ST-R.1")
def test_an_earlier_quarter_is_reported_by_the_plan_that_counted_on_its_last_day(amended_since):
    said = report(amended_since, SECOND, "en")
    late, due = said.split("Due in the next quarter")
    assert "1. Таза суу" in said
    assert "1/1.1. Иш 1 2019 жыл май Жооптуу катчы 40" in late
    assert ("Иш 3" in due, "Иш 4" in due) == (True, True)
    assert "Башка" not in said
    assert "by the plan that counted on 30.06.2019; it was amended on 02.09.2019." in said
    assert "Работа 1 май 2019 г." in report(amended_since, SECOND, "ru")


@pytest.mark.clause("ST-R.1")
def test_the_quarter_in_which_it_was_amended_is_reported_by_the_amended_plan(amended_since):
    said = report(amended_since, THIRD, "ky")
    assert "Ичүүчү суу" in said
    assert "1/1.1. Башка иш 2019 жыл декабрь Башка киши" in said
    assert "Иш 3" not in said
    assert "02.09.2019" not in said


def test_the_window_says_by_which_plan_a_quarter_is_reported(amended_since, show, clock):
    clock.today = date(2019, 11, 21)
    tab = show()
    run(tab, "progress-report")
    assert hint(tab.window_shown) == "As things stood on 30.09.2019"
    choose(tab.window_shown.quarter.list, "Quarter II of 2019")
    assert hint(tab.window_shown) == "As of 10.07.2019, by the plan that counted on 30.06.2019"


def test_the_sheet_for_the_board_follows_the_plan_of_its_quarter_too(amended_since):
    said = report(amended_since, SECOND, "ky", board_paper.board_progress)
    assert "Иш 1 (2019 жыл май)" in said
    assert "02.09.2019" in said
    assert "Башка иш" in report(amended_since, THIRD, "ky", board_paper.board_progress)


def test_before_the_first_approval_the_plan_that_was_approved_then_is_reported(amended_since):
    assert as_approved.baseline_on(amended_since.strategy.baselines, date(2018, 12, 31)).number == 1


def test_a_service_that_was_taken_out_since_stands_in_the_report_of_its_quarter(amended_since, store):
    for on, number in ((date(2019, 9, 20), "21/2"), (date(2019, 10, 9), "25/1")):
        approval_actions.open_amendment(store, strategy_id=amended_since.id, reason="Башка", on=on)
        if number == "21/2":
            roads = amended_since.serves("Жолдор")
        else:
            actions.remove_priority(store, priority_id=roads)
        act = Act(number, on, OrderKind.RESOLUTION)
        approval_actions.decide_amendment(store, strategy_id=amended_since.id, on=on, act=act)
    assert "2. Жолдор" in report(amended_since, THIRD, "ky")
    assert "Жолдор" not in report(amended_since, Quarter(2019, 4), "ky")


def test_a_quarter_that_has_not_come_or_was_before_the_strategy_is_refused(amended_since):
    for quarter in (Quarter(2020, 1), Quarter(2018, 4)):
        with pytest.raises(Refused) as no:
            report(amended_since, quarter, "ky")
        assert "Quarter I of 2019 to Quarter IV of 2019" in no.value.reason.into("en")


def offered(window):
    return [window.quarter.list.itemText(place) for place in range(window.quarter.list.count())]


def hint(window):
    return window.quarter.entry.accessibleDescription()


@pytest.mark.parametrize("paper", ["progress-report", "board-progress"])
def test_the_paper_of_an_earlier_quarter_says_what_was_known_then(followed, show, clock, previewed, paper):
    clock.today = date(2019, 11, 21)
    tab = show()
    run(tab, paper)
    window = tab.window_shown
    assert offered(window) == [f"Quarter {one} of 2019" for one in ("IV", "III", "II", "I")]
    assert window.quarter.list.currentText() == "Quarter III of 2019"
    assert "08.10.2019" in hint(window)
    choose(window.quarter.list, "Quarter II of 2019")
    assert "10.07.2019" in hint(window)
    window.carry_out()
    said = previewed.text()
    assert "Quarter II of 2019" in said
    assert "10 July 2019" in said
    assert "November" not in said
    if paper == "progress-report":
        done, due = said.split("Done in the quarter")[1].split("Due in the next quarter")
        assert ("Иш 1" in done, "Иш 2" in done) == (True, False)
        assert ("Иш 2" in due, "Иш 3" in due) == (True, False)


def test_the_quarter_that_still_runs_is_reported_as_of_today(followed, show, clock, previewed):
    clock.today = date(2019, 10, 12)
    tab = show()
    run(tab, "progress-report")
    choose(tab.window_shown.quarter.list, "Quarter IV of 2019")
    tab.window_shown.carry_out()
    said = previewed.text()
    assert "Quarter IV of 2019" in said
    assert "12 October 2019" in said
    assert "Иш 3" not in said.split("Done in the quarter")[1].split("Due in the next quarter")[1]


def test_it_is_chosen_and_printed_by_keyboard_from_the_page_of_monitoring(followed, show, clock, previewed):
    clock.today = date(2019, 11, 21)
    tab = show()
    tab.pages.setCurrentIndex(4)
    tab.monitoring.sheet.click()
    QTest.keyClick(tab.window_shown.quarter.list, Qt.Key.Key_Down)
    QTest.keyClick(tab.window_shown.quarter.list, Qt.Key.Key_Return)
    assert "Quarter II of 2019" in previewed.text()


@pytest.mark.parametrize(
    ("today", "quarter", "day"),
    [
        (date(2019, 5, 5), FIRST, date(2019, 3, 31)),
        (date(2019, 4, 30), FIRST, date(2019, 4, 30)),
        (date(2019, 7, 12), SECOND, date(2019, 7, 12)),
        (date(2019, 9, 1), SECOND, date(2019, 7, 10)),
        (date(2019, 9, 29), SECOND, date(2019, 7, 10)),
    ],
    ids=["never reviewed", "still reported", "reviewed, still reported", "reviewed", "the next one is not over"],
)
def test_the_last_quarter_that_is_over_is_meant_as_of_its_review(followed, today, quarter, day):
    strategy = followed.strategy
    assert report_quarters.expected(strategy, today) == quarter
    assert report_quarters.as_of(quarter, strategy, today) == day


def test_a_quarter_reviewed_before_its_end_is_meant(plan):
    plan.does("2019 жыл июнь").is_approved()
    plan.is_reviewed(date(2019, 9, 20), n1_1=Progress.DONE)
    assert report_quarters.expected(plan.strategy, date(2019, 9, 25)) == THIRD


def test_before_a_strategy_begins_the_quarter_of_today_is_offered(plan):
    today = date(2018, 12, 1)
    assert report_quarters.offered(plan.strategy, today) == [Quarter(2018, 4)]
    assert report_quarters.expected(plan.strategy, today) == Quarter(2018, 4)
