"""Several rows of the plan at once: marked by mouse and keys, removed, copied and recorded in one step."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ayil_desktop.store import journal
from ayil_desktop.strategy.follow_up_records import Progress
from tests.commission.screens import press
from tests.strategy.screens import row, run

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def tab(plan, show):
    """Six activities, none of them chosen."""
    plan.does(*["2019 жыл май"] * 6)
    return show()


def click(tab, number, keys=NONE):
    """On the words of a row."""
    gantt = tab.plan.gantt
    box = gantt.row_rect(gantt.lines.at(row(tab, number).key))
    QTest.mouseClick(gantt.viewport(), Qt.MouseButton.LeftButton, keys, QPoint(120, box.center().y()))


def marked(tab):
    numbers = {one.key: one.number for one in tab.plan.rows if one.level == 2}
    return [numbers[key] for key in tab.plan.gantt.marked_keys if key in numbers]


def test_shift_marks_a_stretch_and_ctrl_one_row_more_or_less(tab):
    click(tab, "1.2")
    click(tab, "1.4", SHIFT)
    assert marked(tab) == ["1.2", "1.3", "1.4"]
    click(tab, "1.3", CTRL)
    click(tab, "1.6", CTRL)
    assert marked(tab) == ["1.2", "1.4", "1.6"]
    click(tab, "1.5")
    assert marked(tab) == ["1.5"]


def test_a_stretch_is_marked_by_keys_and_let_go_by_escape(tab):
    click(tab, "1.2")
    press(tab.plan.gantt, Key.Key_Down, SHIFT)
    press(tab.plan.gantt, Key.Key_Down, SHIFT)
    assert marked(tab) == ["1.2", "1.3", "1.4"]
    press(tab.plan.gantt, Key.Key_Up, SHIFT)
    assert marked(tab) == ["1.2", "1.3"]
    press(tab.plan.gantt, Key.Key_Space, CTRL)
    assert marked(tab) == ["1.2"]
    press(tab.plan.gantt, Key.Key_A, CTRL)
    assert len(marked(tab)) == 6
    assert tab.plan.gantt.accessibleDescription() == "8 rows are marked"
    press(tab.plan.gantt, Key.Key_Escape)
    assert len(marked(tab)) == 1


def test_marked_rows_are_painted_like_the_chosen_one(tab):
    def ground(number):
        gantt = tab.plan.gantt
        box = gantt.row_rect(gantt.lines.at(row(tab, number).key))
        return gantt.viewport().grab().toImage().pixelColor(gantt.split - 8, box.top() + 3).name()

    click(tab, "1.2")
    click(tab, "1.3", SHIFT)
    assert ground("1.2") == ground("1.3") != ground("1.4")


def test_marked_rows_are_removed_in_one_step(tab, plan, store):
    click(tab, "1.2")
    click(tab, "1.4", SHIFT)
    press(tab.plan.gantt, Key.Key_Delete)
    assert plan.numbers() == ["1.1", "1.5", "1.6"]
    assert [one.place for one in plan.strategy.priorities[0].tasks[0].activities] == [1, 2, 3]
    assert str(store.sitting.undo_step) == "Remove several rows"
    journal.undo(store)
    assert plan.numbers() == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]


def test_all_rows_but_the_first_service_are_removed_with_their_tasks(tab, plan):
    plan.serves("Жарык")
    tab.show_touched(frozenset({"strategy"}))
    press(tab.plan.gantt, Key.Key_A, CTRL)
    press(tab.plan.gantt, Key.Key_Delete)
    assert plan.strategy.priorities == []


def test_a_reviewed_row_among_the_marked_keeps_all_of_them(tab, plan, told):
    plan.is_reviewed(date(2019, 4, 1), n1_3=Progress.DONE)
    tab.show_touched(frozenset({"strategy"}))
    press(tab.plan.gantt, Key.Key_A, CTRL)
    press(tab.plan.gantt, Key.Key_Delete)
    assert len(plan.numbers()) == 6
    assert "1.3" in told.words[-1]


def test_an_approved_plan_offers_an_amendment_before_rows_go(plan, show):
    plan.does(*["2019 жыл май"] * 3).is_approved()
    tab = show()
    press(tab.plan.gantt, Key.Key_A, CTRL)
    press(tab.plan.gantt, Key.Key_Delete)
    assert tab.window_shown is not None
    assert plan.numbers() == ["1.1", "1.2", "1.3"]


def lines(menu):
    return {one.text(): one for one in menu.actions()}


def test_a_state_is_recorded_for_all_marked_rows_in_one_step(tab, plan, store):
    click(tab, "1.2")
    click(tab, "1.4", SHIFT)
    lines(tab.rows.build())["Begin the review of 16.04.2019"].trigger()
    lines(lines(tab.rows.build())["State in the review of 16.04.2019"].menu())["Done"].trigger()
    assert marked(tab) == ["1.2", "1.3", "1.4"]
    done = [one.number for one in plan.strategy.priorities[0].tasks[0].activities if one.entries]
    assert done == ["1.2", "1.3", "1.4"]
    assert {one.entries[0].done_on for one in (plan["1.2"], plan["1.3"], plan["1.4"])} == {None}
    assert tab.shown.share.done == 3
    journal.undo(store)
    tab.show_touched(frozenset({"strategy"}))
    assert tab.shown.share.done == 0


def test_a_task_is_recorded_with_all_below_it_and_remarks_stay(tab, plan):
    review = plan.is_reviewed(date(2019, 4, 1))
    from ayil_desktop.strategy import review_actions

    review_actions.record_progress(
        plan.store, review_id=review, activity_id=plan["1.1"].id, progress=Progress.IN_PROGRESS, remark="Башталды"
    )
    tab.show_touched(frozenset({"strategy"}))
    tab.plan.gantt.go_to(plan.task_id)
    tab.rows.record(Progress.CANCELLED)
    entries = [one.entries[0] for one in plan.strategy.priorities[0].tasks[0].activities]
    assert {one.progress for one in entries} == {Progress.CANCELLED}
    assert [one.remark for one in entries] == ["Башталды", "", "", "", "", ""]


def test_a_day_that_was_told_stays_where_marked_rows_are_done_again(tab, plan):
    plan.is_reviewed(date(2019, 4, 1), done_on=date(2019, 3, 30), n1_1=Progress.DONE)
    plan.is_reviewed(date(2019, 4, 16))
    tab.show_touched(frozenset({"strategy"}))
    tab.plan.gantt.go_to(plan.task_id)
    tab.rows.record(Progress.DONE)
    days = {one.number: one.entries[-1].done_on for one in plan.strategy.priorities[0].tasks[0].activities}
    assert days["1.1"] == date(2019, 3, 30)
    assert {days[one] for one in days if one != "1.1"} == {None}
    tab.rows.record(Progress.NOT_DONE)
    assert plan["1.1"].entries[-1].done_on is None


def test_marked_rows_are_copied_in_the_order_of_the_plan(tab):
    click(tab, "1.5")
    click(tab, "1.2", CTRL)
    run(tab, "copy")
    text = QGuiApplication.clipboard().text()
    assert [line.split("\t")[0] for line in text.splitlines()[1:]] == ["1.2", "1.5"]


# The line between the columns and the time


def test_the_line_is_moved_by_keys_kept_by_enter_and_taken_back_by_escape(tab, no_memory):
    gantt = tab.plan.gantt
    before = gantt.split
    press(gantt, Key.Key_F6, SHIFT)
    press(gantt, Key.Key_Right)
    press(gantt, Key.Key_Right)
    assert gantt.split > before + 50
    press(gantt, Key.Key_Escape)
    assert gantt.split == pytest.approx(before, abs=1)
    run(tab, "split")
    press(gantt, Key.Key_Left)
    press(gantt, Key.Key_Return)
    kept = gantt.split
    assert kept < before
    press(gantt, Key.Key_Right)
    assert gantt.split == kept
    press(gantt, Key.Key_F6, SHIFT)
    press(gantt, Key.Key_F6, SHIFT)
    press(gantt, Key.Key_Right)
    assert gantt.split == kept
