"""May the secretary choose the quarter whose progress is printed, and what does it say then?"""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ayil_desktop.strategy import report_quarters
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.workdays.periods import Quarter
from tests.commission.screens import choose
from tests.strategy.screens import run

FIRST, SECOND, THIRD = (Quarter(2019, number) for number in (1, 2, 3))


@pytest.fixture
def followed(plan):
    """Approved in March, 1.1 done in June and reviewed in July, 1.2 done in September and reviewed in October."""
    plan.does("2019 жыл июнь", "2019 жыл сентябрь", "2019 жыл ноябрь").is_approved()
    plan.is_reviewed(date(2019, 7, 10), done_on=date(2019, 6, 20), n1_1=Progress.DONE)
    plan.is_reviewed(date(2019, 10, 8), done_on=date(2019, 9, 25), n1_2=Progress.DONE)
    return plan


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
