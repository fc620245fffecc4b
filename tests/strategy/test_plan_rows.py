"""The plan is written, put in order and amended by menu, button and key, as in a spreadsheet."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ayil_desktop.store import journal
from ayil_desktop.strategy import baselines
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.records import Status
from tests.commission.screens import press, put
from tests.strategy.screens import open_card, put_lines, row, run, window_of

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tab(draft):
    """A draft whose first activity is chosen."""
    draft.plan.gantt.go_to(row(draft, "1.1").key)
    return draft


def numbers(tab):
    return [one.number for one in tab.plan.rows if one.level]


def undo(tab, store):
    journal.undo(store)
    tab.show_touched(frozenset({"strategy"}))


def choose_task(tab, number):
    found = next(one for one in tab.plan.rows if one.level == 1 and one.number == number)
    tab.plan.gantt.go_to(found.key)


def labels(window):
    return [one.text() for one in window.findChildren(QLabel)]


def line(menu, words):
    """A line of a menu or of a menu in it."""
    for action in menu.actions():
        if action.text().split("\t")[0] == words:
            return action
        if action.menu() and (found := line(action.menu(), words)):
            return found
    return None


def test_insert_adds_an_activity_that_continues_the_numbers(tab, plan, store):
    press(tab.plan.gantt, Key.Key_Insert)
    assert tab.window_shown.form.field("number").line.text() == "1.4"
    put_lines(tab.window_shown.form, "products", "Акт", "Схема")
    window_of(tab, text_ky="Жаңы иш", deadline="2019 жыл сентябрь", responsible="Катчы")
    made = plan["1.4"]
    assert (made.text_ky, made.products, made.ends) == ("Жаңы иш", ["Акт", "Схема"], date(2019, 9, 30))
    assert tab.plan.chosen == made.id
    undo(tab, store)
    assert numbers(tab) == ["1", "1.1", "1.2", "1.3"]


def test_the_window_of_a_new_row_says_where_the_row_will_go(tab):
    press(tab.plan.gantt, Key.Key_Insert)
    assert "Into task 1 of the plan “Таза суу”." in labels(tab.window_shown)
    tab.window_shown.reject()
    run(tab, "task")
    assert "Into the plan “Таза суу”." in labels(tab.window_shown)


def test_alt_and_the_arrows_move_a_row_and_undo_puts_it_back(tab, store):
    gantt = tab.plan.gantt
    press(gantt, Key.Key_Down, ALT)
    press(gantt, Key.Key_Down, ALT)
    assert numbers(tab) == ["1", "1.2", "1.3", "1.1"]
    assert tab.plan.chosen == row(tab, "1.1").key
    press(gantt, Key.Key_Down, ALT)
    assert numbers(tab) == ["1", "1.2", "1.3", "1.1"]
    press(gantt, Key.Key_Up, ALT)
    undo(tab, store)
    undo(tab, store)
    assert numbers(tab) == ["1", "1.2", "1.1", "1.3"]


def test_a_row_moves_on_into_the_next_task_and_takes_its_number(tab, plan, store):
    run(tab, "task")
    window_of(tab, title_ky="Экинчи маселе")
    tab.plan.gantt.go_to(row(tab, "1.3").key)
    press(tab.plan.gantt, Key.Key_Down, ALT)
    assert numbers(tab) == ["1", "1.1", "1.2", "2", "2.1"]
    press(tab.plan.gantt, Key.Key_Up, ALT)
    assert numbers(tab) == ["1", "1.1", "1.2", "1.3", "2"]
    line(tab.rows.build(), "2. Экинчи маселе").trigger()
    assert numbers(tab) == ["1", "1.1", "1.2", "2", "2.1"]
    choose_task(tab, "2")
    press(tab.plan.gantt, Key.Key_Up, ALT)
    assert numbers(tab) == ["2", "2.1", "1", "1.1", "1.2"]
    line(tab.rows.build(), "Number the plan anew").trigger()
    assert numbers(tab) == ["1", "1.1", "2", "2.1", "2.2"]


def test_services_move_by_rank(tab, plan):
    plan.serves("Жол")
    tab.show_touched(frozenset({"strategy"}))
    tab.plan.gantt.go_to(tab.shown.strategy.priorities[1].id)
    press(tab.plan.gantt, Key.Key_Up, ALT)
    assert [one.text for one in tab.plan.rows if one.level == 0] == ["Жол", "Таза суу"]


def test_delete_takes_a_row_away_and_undo_brings_it_back(tab, plan, store):
    press(tab.plan.gantt, Key.Key_Delete)
    assert numbers(tab) == ["1", "1.2", "1.3"]
    choose_task(tab, "1")
    press(tab.plan.gantt, Key.Key_Delete)
    assert numbers(tab) == []
    undo(tab, store)
    assert numbers(tab) == ["1", "1.2", "1.3"]
    tab.plan.gantt.go_to(tab.shown.strategy.priorities[0].id)


def test_what_was_reviewed_is_not_deleted(tab, plan, told):
    plan.is_reviewed(date(2019, 4, 1), n1_1=Progress.DONE)
    press(tab.plan.gantt, Key.Key_Delete)
    assert "1.1" in told.words[-1]
    assert "cancelled" in told.words[-1]
    assert numbers(tab) == ["1", "1.1", "1.2", "1.3"]


def test_f2_opens_the_card_the_task_or_the_service(tab, plan, answers):
    press(tab.plan.gantt, Key.Key_F2)
    assert tab.plan.card.isVisible()
    assert tab.plan.card.activity.number == "1.1"
    choose_task(tab, "1")
    press(tab.plan.gantt, Key.Key_F2)
    assert tab.window_shown.form.field("title_ky").text.toPlainText() == "Суу түтүгү"
    window_of(tab, title_ky="Суу түтүктөрү", title_ru="Водопровод", number="1")
    assert plan.strategy.priorities[0].tasks[0].title_ru == "Водопровод"
    answers.will("text", "7", "7.1")
    run(tab, "number")
    tab.plan.gantt.go_to(row(tab, "1.1").key)
    run(tab, "number")
    assert numbers(tab) == ["7", "7.1", "1.2", "1.3"]
    tab.plan.gantt.go_to(plan.priority_id)
    press(tab.plan.gantt, Key.Key_F2)
    assert tab.pages.currentIndex() == 2
    assert tab.priorities.table.current().id == plan.priority_id


def test_an_empty_number_is_refused_and_asked_for_again(tab, answers):
    answers.will("text", "  ", None)
    run(tab, "number")
    assert answers.suggested == [("1.1", ""), ("  ", "Write the number.")]


def test_the_menu_of_a_row_shows_its_keys(tab):
    words = [action.text() for action in tab.rows.build().actions() if action.text()]
    assert "Remove\tDel" in words
    assert "Move up\tAlt+↑" in words


# --- an approved plan ----------------------------------------------------------------------------------------------


@pytest.fixture
def approved(tab, plan):
    plan.is_approved()
    tab.show_touched(frozenset({"strategy"}))
    return tab


def test_a_row_of_an_approved_plan_is_removed_within_an_amendment_and_named_among_the_changes(approved, plan):
    press(approved.plan.gantt, Key.Key_Delete)
    assert numbers(approved) == ["1", "1.1", "1.2", "1.3"]
    window_of(approved, reason="Каражат жок", order_number="20/3", order_date=date(2019, 4, 16))
    assert numbers(approved) == ["1", "1.2", "1.3"]
    assert not approved.plan.changes.isVisible()
    approved.head.changes.click()
    assert approved.plan.changes.isVisible()
    [change] = [one.change for one in approved.plan.changes.table.rows()]
    assert (str(change.what), change.number, change.before, change.after) == ("Activity", "1.1", "Иш 1", "")
    approved.plan.changes.decide.click()
    form = approved.window_shown.form
    assert (form.field("order_number").line.text(), form.field("order_date").line.text()) == ("20/3", "16.04.2019")
    window_of(approved)
    assert approved.shown.strategy.status is Status.AMENDED
    assert [one.change.number for one in approved.plan.changes.table.rows()] == ["1.1"]
    approved.plan.changes.since.setCurrentIndex(1)
    assert approved.plan.changes.table.rows() == []


def test_an_activity_is_added_to_an_approved_plan_after_the_amendment_was_opened(approved, plan):
    press(approved.plan.gantt, Key.Key_Insert)
    assert "The strategy is approved; to add an activity open an amendment first." in words(approved)
    window_of(approved, reason="Жаңы иш керек")
    assert approved.window_shown.windowTitle() == "Add an activity"
    window_of(approved, text_ky="Кошумча иш", deadline="2019 жыл октябрь")
    assert plan["1.4"].text_ky == "Кошумча иш"
    approved.head.changes.click()
    changes = approved.plan.changes.table
    changes.go_to(changes.rows()[0].id)
    assert approved.plan.chosen == plan["1.4"].id


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        ("service", "to add a service"),
        ("task", "to add a task"),
        ("change", "to change it"),
        ("remove", "to change it"),
    ],
)
def test_who_wants_to_change_an_approved_plan_reads_why_an_amendment_comes_first(approved, command, wanted):
    run(approved, command)
    assert approved.window_shown.windowTitle() == "Open an amendment"
    assert f"The strategy is approved; {wanted} open an amendment first." in words(approved)


def test_who_opens_an_amendment_himself_is_told_only_when_it_counts(approved):
    approved.head.next.click()
    assert "Nothing of it counts before a resolution or a meeting has decided it." in words(approved)
    assert "The strategy is approved" not in words(approved)


def words(tab):
    """What stands in the window."""
    return "\n".join(one.text() for one in tab.window_shown.findChildren(QLabel))


def test_an_amendment_that_was_not_opened_changes_nothing(approved):
    press(approved.plan.gantt, Key.Key_Delete)
    window_of(approved, reason=" ")
    assert approved.window_shown.form.field("reason").refusal
    approved.window_shown.reject()
    assert numbers(approved) == ["1", "1.1", "1.2", "1.3"]
    assert not approved.shown.is_open


def test_an_amendment_is_withdrawn_on_the_screen_while_nothing_was_changed(approved, plan, store, told):
    approved.amending.amend()
    window_of(approved, reason="Каражат")
    put(open_card(approved, "1.1").deadline.form, deadline_ky="2019 жыл август")
    approved.head.changes.click()
    approved.plan.changes.withdraw.click()
    assert "Undo the changes" in told.words[-1]
    undo(approved, store)
    approved.plan.changes.withdraw.click()
    assert not approved.shown.is_open
    assert approved.plan.changes.withdraw.isHidden()
    assert approved.head.next.text() == "Open an amendment…"


def test_a_rejected_amendment_is_withdrawn_with_everything_that_it_changed(approved, plan, store, told):
    before = baselines.content(plan.strategy)
    approved.amending.amend()
    window_of(approved, reason="Каражат")
    put(open_card(approved, "1.1").deadline.form, deadline_ky="2019 жыл август")
    put_lines(approved.plan.card.who, "responsible", "Башка киши")
    approved.plan.gantt.go_to(row(approved, "1.2").key)
    press(approved.plan.gantt, Key.Key_Down, ALT)
    press(approved.plan.gantt, Key.Key_Insert)
    window_of(approved, text_ky="Кошумча иш", deadline="2019 жыл октябрь")
    approved.plan.gantt.go_to(row(approved, "1.3").key)
    press(approved.plan.gantt, Key.Key_Delete)
    run(approved, "task")
    window_of(approved, title_ky="Жаңы маселе")
    approved.amending.withdraw()
    told.take("Put everything back as approved")
    assert baselines.content(plan.strategy) == before
    assert not approved.shown.is_open
    assert plan.numbers() == ["1.1", "1.2", "1.3"]
    undo(approved, store)
    assert plan.numbers() == ["1.1", "1.2", "1.4"]


def test_what_was_reviewed_meanwhile_is_not_put_away(approved, plan, told):
    approved.amending.amend()
    window_of(approved, reason="Каражат")
    approved.plan.gantt.go_to(row(approved, "1.1").key)
    press(approved.plan.gantt, Key.Key_Insert)
    window_of(approved, text_ky="Кошумча иш", deadline="2019 жыл октябрь")
    plan.is_reviewed(date(2019, 4, 15), n1_4=Progress.DONE)
    approved.amending.withdraw()
    told.take("Put everything back as approved")
    assert "1.4" in told.words[-1]
    assert plan.numbers() == ["1.1", "1.2", "1.3", "1.4"]


def test_the_list_of_changes_is_printed(approved, previewed):
    approved.head.changes.click()
    approved.plan.changes.print.click()
    assert "Nothing has changed." in previewed.text()


def test_a_draft_has_no_list_of_changes(tab):
    assert tab.head.changes.isHidden()


def test_links_drawn_on_an_approved_plan_wait_for_the_amendment_too(approved, plan):
    approved.plan.gantt.linked.emit(plan["1.1"].id, plan["1.2"].id)
    window_of(approved, reason="Тартип")
    assert [one.before_id for one in plan["1.2"].needs] == [plan["1.1"].id]
