"""Does a new task or activity continue the numbering of the approved text, whatever it looks like?"""

from datetime import date

import pytest

from ayil_desktop.strategy import (
    approval_actions,
    arranging_actions,
    next_numbers,
    numbering,
    plan_actions,
    review_actions,
    whole_plan_actions,
)
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.whole_plan_actions import TaskEntry
from tests.strategy.screens import run, window_of


def writes(plan, *tasks, priority_id=None):
    """Tasks with their activities, numbered as given: ("I", "1)", "2)")."""
    entries = [TaskEntry("Милдет", [ActivityEntry("Иш", number=one) for one in own], number) for number, *own in tasks]
    whole_plan_actions.paste_plan(plan.store, priority_id=priority_id or plan.priority_id, tasks=entries)


@pytest.fixture
def bare(plan):
    """A plan whose only task is the one that is written next."""
    arranging_actions.remove_task(plan.store, task_id=plan.task_id)
    return plan


def task(plan, place, service=0):
    return plan.strategy.priorities[service].tasks[place]


def adds(plan, place=0, service=0):
    """The number of one more activity of a task."""
    of = task(plan, place, service)
    plan_actions.add_activity(plan.store, task_id=of.id, entry=ActivityEntry("Дагы"))
    return task(plan, place, service).activities[-1].number


def adds_task(plan, service=0):
    of = plan.strategy.priorities[service]
    plan_actions.add_task(plan.store, priority_id=of.id, title_ky="Дагы бир милдет")
    return plan.strategy.priorities[service].tasks[-1].number


@pytest.mark.parametrize(
    ("written", "following"),
    [
        (("1", "1.1", "1.2"), "1.3"),
        (("1.", "1.1.", "1.2."), "1.3."),
        (("1.", "1.1.", "1.2"), "1.3"),
        (("I", "I.1", "I.2"), "I.3"),
        (("I", "1.1", "1.2"), "1.3"),
        (("2", "5)", "6)"), "7)"),
        (("2", "9)"), "10)"),
        (("А", "а)", "б)"), "в)"),
        (("1", "А)", "Б)"), "В)"),
        (("1", "е)", "ж)", "з)", "и)"), "к)"),
        (("1", "a)", "b)", "c)"), "d)"),
        (("1", "i)", "ii)"), "iii)"),
        (("1", "VIII.", "IX."), "X."),
        (("1", "1а", "1б"), "1в"),
        (("1", "№ 4", "№ 5"), "№ 6"),
        (("1", "1-иш", "2-иш"), "3-иш"),
        (("3", "2.3.1", "2.3.2"), "2.3.3"),
        (("1", "1.1", "1.7", "1.2"), "1.8"),
        (("1", "1.1", "1.2", "2.1"), "1.3"),
        (("1", "—"), "1.1"),
        (("1.", "—"), "1.1."),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else one,
)
def test_an_activity_continues_the_numbers_of_its_task(bare, written, following):
    writes(bare, written)
    assert adds(bare) == following


@pytest.mark.parametrize(
    ("written", "following"),
    [
        (["1", "2"], "3"),
        (["1.", "2."], "3."),
        (["I", "II"], "III"),
        (["I.", "II.", "III."], "IV."),
        (["ІІ", "ІІІ"], "IV"),
        (["А)", "Б)"], "В)"),
        (["A", "B", "C"], "D"),
        (["1)", "2)"], "3)"),
        (["4", "5"], "6"),
        (["I"], "II"),
    ],
)
def test_a_task_continues_the_numbers_of_its_plan(bare, written, following):
    writes(bare, *[(one,) for one in written])
    assert adds_task(bare) == following


@pytest.mark.parametrize(
    ("written", "task_number", "following"),
    [
        (("I", "1.1", "1.2"), "II", "2.1"),
        (("I", "I.1."), "II", "II.1."),
        (("1.", "1.1."), "2.", "2.1."),
        (("1", "1)", "2)"), "2", "1)"),
        (("1", "а)", "б)"), "2", "а)"),
    ],
)
def test_a_new_task_begins_as_the_one_before_it(bare, written, task_number, following):
    writes(bare, written)
    assert adds_task(bare) == task_number
    assert adds(bare, 1) == following


def test_what_is_counted_through_all_tasks_is_counted_on(bare):
    writes(bare, ("I", "1)", "2)"), ("II", "3)", "4)"))
    assert adds(bare, 0) == "5)"
    assert adds(bare, 1) == "6)"
    adds_task(bare)
    assert adds(bare, 2) == "7)"


def test_the_plan_of_another_service_shows_how_a_first_task_is_numbered(bare):
    writes(bare, ("I.", "1)"), ("II.", "1)"))
    bare.serves("Сугат суу")
    assert (adds_task(bare, service=1), adds(bare, 0, service=1)) == ("I.", "1)")
    third = bare.serves("Жолдор")
    assert adds_task(bare, service=2) == "I."
    assert third == bare.strategy.priorities[2].id


def test_tasks_that_are_counted_through_all_services_are_counted_on(bare):
    writes(bare, ("1",), ("2",))
    writes(bare, ("3",), ("4",), priority_id=bare.serves("Сугат суу"))
    bare.serves("Жолдор")
    assert adds_task(bare, service=2) == "5"


def test_a_number_that_another_task_has_by_a_slip_is_not_given_again(bare):
    writes(bare, ("1", "1.1", "1.2"), ("2", "2.1", "1.3"))
    assert adds(bare, 0) == "1.4"


def test_a_row_put_in_the_middle_continues_and_the_others_keep_their_numbers(bare):
    writes(bare, ("I", "1.1.", "1.2.", "1.3."))
    of = task(bare, 0)
    plan_actions.add_activity(bare.store, task_id=of.id, entry=ActivityEntry("Ортосунда"), place=2)
    assert bare.numbers() == ["1.1.", "1.4.", "1.2.", "1.3."]


def test_a_cancelled_row_keeps_its_number(bare):
    writes(bare, ("1", "5)", "6)"))
    review = bare.is_reviewed(date(2019, 4, 1))
    last = task(bare, 0).activities[-1]
    review_actions.record_progress(
        bare.store, review_id=review, activity_id=last.id, progress=Progress.CANCELLED, done_on=None
    )
    assert adds(bare) == "7)"


def test_what_the_council_approved_is_never_the_number_of_another_row(bare):
    writes(bare, ("I", "1.1.", "1.2."), ("II",))
    bare.is_approved()
    approval_actions.open_amendment(bare.store, strategy_id=bare.id, reason="Каражат", on=date(2019, 8, 20))
    arranging_actions.remove_activity(bare.store, activity_id=bare["1.2."].id)
    assert adds(bare) == "1.3."
    arranging_actions.remove_task(bare.store, task_id=task(bare, 1).id)
    assert adds_task(bare) == "III"


def test_in_a_draft_the_number_of_a_removed_row_is_free_again(bare):
    writes(bare, ("1", "1.1", "1.2"))
    arranging_actions.remove_activity(bare.store, activity_id=bare["1.2"].id)
    assert adds(bare) == "1.2"


def test_pasted_rows_without_numbers_continue_too(bare):
    writes(bare, ("I", "А)", "Б)"))
    entries = [
        TaskEntry("", [ActivityEntry("Бир"), ActivityEntry("Эки")], task_id=task(bare, 0).id),
        TaskEntry("Жаңы милдет", [ActivityEntry("Үч"), ActivityEntry("Төрт", number="Г)"), ActivityEntry("Беш")]),
    ]
    whole_plan_actions.paste_plan(bare.store, priority_id=bare.priority_id, tasks=entries)
    assert [one.number for one in bare.strategy.priorities[0].tasks] == ["I", "II"]
    assert bare.numbers() == ["А)", "Б)", "В)", "Г)", "А)", "Г)", "Д)"]


def test_the_window_offers_the_next_number_of_the_text(bare, show):
    writes(bare, ("I", "А)", "Б)"))
    tab = show()
    tab.go_to(task(bare, 0).activities[0].id)
    run(tab, "activity")
    assert tab.window_shown.form.values()["number"] == "В)"
    window_of(tab, text_ky="Суу өлчөгүч коюу")
    assert bare.numbers() == ["А)", "Б)", "В)"]


def test_many_new_numbers_of_a_plan_leave_nothing_to_the_reader(bare):
    writes(bare, ("I", "I.1.", "I.2."))
    for _ in range(3):
        adds_task(bare)
    for place in (1, 0, 2, 3, 2, 1, 0):
        adds(bare, place)
    held = [
        numbering.Numbered(one.number, [row.number for row in one.activities])
        for one in bare.strategy.priorities[0].tasks
    ]
    assert list(numbering.slips(held)) == []
    assert len(set(bare.numbers())) == len(bare.numbers())


def test_a_number_may_be_read_in_several_ways():
    assert [(one.signs, one.value) for one in next_numbers.readings("C)")] == [("I", 100), ("A", 3)]
    assert next_numbers.readings("…") == []


@pytest.mark.parametrize(
    ("number", "written"), [("1.1", "1.1."), ("1.1.", "1.1."), ("5)", "5)"), ("IV", "IV."), ("", "")]
)
def test_a_number_before_a_text_has_one_point_at_most(number, written):
    assert numbering.pointed(number) == written
