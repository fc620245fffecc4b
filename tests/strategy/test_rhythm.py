"""When is something regular due again? As far as its words say, and no further."""

from datetime import date

import pytest
from PySide6.QtGui import QColor

from ayil_desktop.strategy import bars, plan_actions, review_actions, rhythm, rules, whole_plan_actions
from ayil_desktop.strategy.bars import Scale
from ayil_desktop.strategy.standing import State
from tests.strategy.screens import row

BEGINS, ENDS = date(2019, 1, 1), date(2019, 12, 31)
TICKED = date(2019, 2, 3), date(2019, 4, 30), date(2018, 5, 5)


@pytest.mark.parametrize(
    ("words", "count", "last"),
    [
        ("ай сайын", 12, date(2019, 12, 31)),
        ("ежемесячно", 12, date(2019, 12, 31)),
        ("ар бир чейректе", 4, date(2019, 12, 31)),
        ("ежеквартально", 4, date(2019, 12, 31)),
        ("ежегодно", 1, date(2019, 12, 31)),
        ("еженедельно", 53, date(2019, 12, 31)),
        ("каждое полугодие", 2, date(2019, 12, 31)),
    ],
)
def test_words_with_a_rhythm_tell_each_time(words, count, last):
    found = rhythm.expected(words, BEGINS, ENDS, ())
    assert (len(found), found[-1]) == (count, last)


@pytest.mark.parametrize(
    "words", ["Бекитилген мониторинг планына ылайык туруктуу негизде", "жыл бою", "дайыма", "в течение года", ""]
)
def test_words_without_a_rhythm_invent_nothing(words):
    assert rhythm.expected(words, BEGINS, ENDS, ()) == ()


def test_without_years_nothing_is_expected():
    assert rhythm.expected("ай сайын", None, ENDS, ()) == rhythm.expected("ай сайын", BEGINS, None, ()) == ()


def test_words_that_name_their_years_tell_each_time_within_them():
    both = BEGINS, date(2020, 12, 31)
    found = rhythm.expected("2020-жылы чейрек сайын", *both, ())
    assert [day.isoformat() for day in found] == ["2020-03-31", "2020-06-30", "2020-09-30", "2020-12-31"]
    assert rhythm.expected("ежемесячно в 2019 году", None, None, ()) == rhythm.expected("ай сайын", BEGINS, ENDS, ())
    assert rhythm.expected("2021-жылы ай сайын", *both, ()) == ()


def test_regular_work_of_a_year_is_never_late_and_moves_with_its_plan(plan, store):
    plan.does("2019-жылы ай сайын")
    assert plan.states(date(2021, 6, 1))["1.1"] is State.UNDATED
    assert (plan["1.1"].deadline_kind, plan["1.1"].starts, plan["1.1"].ends) == ("regular", None, None)
    assert plan["1.1"].deadline_ru == "ежемесячно в 2019 году"
    other = plan.serves("Жарык", votes=3)
    whole_plan_actions.copy_plan(store, from_priority_id=plan.priority_id, to_priority_id=other, years=2)
    (copied,) = rules.activities_of(plan.strategy.priorities[1])
    assert (copied.deadline_ky, copied.deadline_ru) == ("2021-жылы ай сайын", "ежемесячно в 2021 году")


def test_russian_words_that_say_more_than_kyrgyz_ones_could_are_kept(plan):
    plan.does("два раза в год", "в конце каждого месяца")
    assert [plan[number].deadline_ky for number in ("1.1", "1.2")] == ["два раза в год", "в конце каждого месяца"]
    assert {plan[number].deadline_kind for number in ("1.1", "1.2")} == {"regular"}


def test_what_was_ticked_off_is_not_due_again_in_its_month():
    found = rhythm.expected("ай сайын", BEGINS, ENDS, [(day, True) for day in TICKED])
    assert [day.month for day in found] == [1, 3, 5, 6, 7, 8, 9, 10, 11, 12]


def test_a_day_on_record_on_which_it_is_still_to_be_done_stands_open():
    day = date(2019, 2, 3)
    assert rhythm.expected("дайыма", BEGINS, ENDS, [(day, False)]) == (day,)
    found = rhythm.expected("ай сайын", BEGINS, ENDS, [(day, False)])
    assert (found[1], len(found)) == (day, 12)


@pytest.fixture
def monthly(plan, show, store):
    """Ticked off in February, due in every month of the strategy's two years."""
    plan.does("ай сайын", "2019 жыл май")
    review_actions.tick_occurrence(store, activity_id=plan["1.1"].id, on=date(2019, 2, 20))
    return show()


def test_open_ticks_stand_where_the_words_say_and_filled_ones_where_it_was_done(monthly):
    found = row(monthly, "1.1")
    assert found.occurrences == (date(2019, 2, 20),)
    assert len(found.expected) == 23
    assert date(2019, 2, 28) not in found.expected

    def inside(day):
        gantt = monthly.plan.gantt
        gantt.jump_to(day)
        gantt.repaint()
        x = gantt.split + 1 + gantt.time.x(day) + gantt.time.per_day / 2 - gantt.horizontalScrollBar().value()
        at = gantt.row_rect(gantt.lines.at(found.key))
        middle = at.top() + at.height() // 2 + 4
        image = gantt.viewport().grab().toImage()
        return [QColor(image.pixelColor(int(x) + by, middle)).lightness() for by in (-1, 0, 1)]

    assert max(inside(date(2019, 2, 20))) < 128
    edges = inside(date(2019, 4, 30))
    assert max(edges) > 200 > 160 > min(edges)


def test_ticks_that_would_run_together_give_way_to_the_words(monthly, store, plan):
    plan_actions.set_deadline_words(store, activity_id=plan["1.1"].id, words="ежедневно")
    monthly.show_touched(frozenset({"strategy"}))
    monthly.plan.gantt.set_scale(Scale.YEAR)
    assert not bars.has_open_ticks(row(monthly, "1.1"), monthly.plan.gantt.time, apart=6.0)
    assert bars.open_ticks(row(monthly, "1.1"), monthly.plan.gantt.time, 0, 9999, apart=6.0) == ()


def test_a_strategy_without_years_expects_over_the_days_of_its_plan(store, plan, show):
    from ayil_desktop.strategy import actions

    actions.change_strategy(store, strategy_id=plan.id, begins=None, ends=None)
    plan.does("ай сайын", "2019 жыл март", "2019 жыл июнь")
    tab = show()
    assert [day.month for day in row(tab, "1.1").expected] == [3, 4, 5, 6]
    june = row(tab, "1.3").key
    plan_actions.set_deadline_words(store, activity_id=june, words="2019 жыл август")
    tab.show_touched(frozenset({"strategy"}))
    assert [day.month for day in row(tab, "1.1").expected] == [3, 4, 5, 6, 7, 8]
