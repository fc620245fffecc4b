"""Is a withdrawn amendment as if it had never been, whatever was changed in it?"""

import random
from datetime import date

import pytest

from ayil_desktop.office.records import Criterion
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    arranging_actions,
    baselines,
    incoming,
    indicator_actions,
    plan_actions,
    plan_images,
    put_back_actions,
    review_actions,
    rules,
    russian_actions,
    selections,
    several_actions,
    versions,
)
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.records import Source
from ayil_desktop.transfer import exchange
from ayil_desktop.transfer.incoming import Incoming
from tests.strategy.made_up import LATER
from tests.strategy.round_trip import come_back

OPENED = date(2019, 8, 20)


@pytest.fixture
def amended(plan, store):
    """Two approved tasks with all that can hang on them, in an open amendment."""
    plan.does("2019 жыл март", "2019 жыл апрель", "туруктуу негизде", "кар эригенде")
    other = plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Экинчи").made
    result = indicator_actions.add_indicator(store, task_id=other, text_ky="Натыйжа", base=1, target=2).made
    plan.does("2019 жыл июль", "2019 жылдын 1-чейреги", task_id=other)
    plan_actions.link(store, before_id=plan["1.1"].id, after_id=plan["2.1"].id)
    plan_actions.set_funding(store, activity_id=plan["1.1"].id, source=Source.DONORS, amount=5000)
    plan_actions.change_activity(store, activity_id=plan["1.1"].id, remark="Кат жазылды", text_ru="Дело 1")
    service_id = plan.strategy.priorities[0].service_id
    actions.write_standard(store, service_id=service_id, criterion=Criterion.TIME, texts=["Күн сайын"])
    plan.is_approved()
    review_actions.tick_occurrence(store, activity_id=plan["1.3"].id, on=date(2019, 4, 1))
    indicator_actions.measure(store, indicator_id=result, on=date(2019, 5, 1), value=1.5)
    russian_actions.translate(
        store, strategy_id=plan.id, words={f"{plan['1.3'].responsible[0].id}/text_ru": "Ответственный секретарь"}
    )
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=OPENED)
    return plan


def rows(plan):
    """Everything that is kept of the plan, but for when a row was changed last."""
    kept = plan_images.taken(plan_images.of_strategy(plan.strategy))
    return {
        name: {row["id"]: {key: value for key, value in row.items() if key != "changed_at"} for row in found}
        for name, found in kept.items()
    }


def one_change(plan, store, chance):
    """Something that a secretary may do to a plan; a no is a no."""
    strategy = plan.strategy
    tasks = [task for priority in strategy.priorities for task in priority.tasks]
    every = list(rules.activities(strategy))
    task, one, other = chance.choice(tasks), chance.choice(every), chance.choice(every)
    section = chance.choice(strategy.sections)
    service_id = strategy.priorities[0].service_id
    return chance.choice(
        [
            lambda: plan_actions.add_activity(store, task_id=task.id, entry=ActivityEntry("Жаңы", responsible=["А"])),
            lambda: plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Жаңы маселе"),
            lambda: actions.add_priority(store, strategy_id=plan.id, name_ky="Жаңы кызмат"),
            lambda: arranging_actions.remove_activity(store, activity_id=one.id),
            lambda: arranging_actions.remove_task(store, task_id=task.id),
            lambda: several_actions.remove_rows(store, strategy_id=plan.id, rows=[one.id, other.id, task.id]),
            lambda: arranging_actions.move_activity(store, activity_id=one.id, task_id=task.id, place=1),
            lambda: arranging_actions.move_task(store, task_id=task.id, place=2),
            lambda: arranging_actions.number_activity(store, activity_id=one.id, number="9.9"),
            lambda: plan_actions.change_task(store, task_id=task.id, title_ky="Башка", number="7"),
            lambda: plan_actions.change_activity(store, activity_id=one.id, text_ky="Башка", products=["Акт"]),
            lambda: plan_actions.set_deadline_words(store, activity_id=one.id, words="2019 жыл декабрь"),
            lambda: plan_actions.set_responsible(store, activity_id=one.id, texts=["Башка киши"]),
            lambda: plan_actions.set_funding(store, activity_id=one.id, source=Source.DONORS, amount=700),
            lambda: indicator_actions.add_indicator(store, task_id=task.id, text_ky="Дагы натыйжа"),
            lambda: plan_actions.link(store, before_id=one.id, after_id=other.id),
            lambda: actions.change_priority(store, priority_id=plan.priority_id, goal="Башка максат", votes=3),
            lambda: actions.write_section(store, section_id=section.id, text="Башка текст", title_ky="Башка"),
            lambda: actions.change_strategy(store, strategy_id=plan.id, ends=date(2021, 12, 31)),
            lambda: actions.write_standard(
                store, service_id=service_id, strategy_id=plan.id, criterion=Criterion.TIME, texts=["Жума сайын"]
            ),
        ]
    )


def change_at_random(amended, store, seed):
    """Twenty changes of an amendment, or as many as are taken while there is something to change."""
    chance = random.Random(seed)
    for _ in range(20):
        if not amended.numbers():
            break
        try:
            one_change(amended, store, chance)()
        except Refused:
            continue


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_changed_is_put_back(amended, store, seed):
    approved, before = baselines.content(amended.strategy), rows(amended)
    change_at_random(amended, store, seed)
    changed = baselines.content(amended.strategy)
    assert changed != approved
    put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    assert baselines.content(amended.strategy) == approved
    assert rows(amended) == before
    assert rules.open_amendment(amended.strategy) is None
    with reading(store) as session:
        assert not selections.images(session, amended.strategy.amendments[0].id)
    journal.undo(store)
    assert baselines.content(amended.strategy) == changed


@pytest.fixture
def untouched(amended, store):
    """The same without times that were ticked off and values that were measured: such rows stay."""
    review_actions.tick_occurrence(store, activity_id=amended["1.3"].id, on=date(2019, 4, 1), is_done=False)
    values = [one.id for task in amended.strategy.priorities[0].tasks for row in task.indicators for one in row.values]
    indicator_actions.remove_value(store, value_ids=values)
    return amended


@pytest.mark.parametrize("how", ["one", "task", "several"])
def test_what_was_ticked_off_or_measured_is_not_thrown_away(amended, store, how):
    first, second = amended.strategy.priorities[0].tasks
    before = rows(amended)
    removing = {
        "one": lambda: arranging_actions.remove_activity(store, activity_id=amended["1.3"].id),
        "task": lambda: arranging_actions.remove_task(store, task_id=second.id),
        "several": lambda: several_actions.remove_rows(store, strategy_id=amended.id, rows=[first.id, second.id]),
    }
    with pytest.raises(Refused) as refused:
        removing[how]()
    assert (
        refused.value.reason.into("en")
        == {
            "one": "Reviewed, ticked off or proved already: 1.3. Mark as cancelled instead.",
            "task": "Values were measured for the result “Натыйжа”; it stays.",
            "several": "Reviewed, ticked off or proved already: 1.3. Mark as cancelled instead.",
        }[how]
    )
    assert rows(amended) == before


def test_what_is_removed_comes_back_with_all_that_hangs_on_it(untouched, store):
    """Also what was written on it after the amendment began and before it was removed."""
    amended = untouched
    before = rows(amended)
    plan_actions.change_activity(store, activity_id=amended["1.3"].id, remark="Жүрүп жатат")
    for task in amended.strategy.priorities[0].tasks:
        arranging_actions.remove_task(store, task_id=task.id)
    actions.remove_priority(store, priority_id=amended.priority_id)
    assert amended.strategy.priorities == []
    put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    first, third = amended["1.1"], amended["1.3"]
    assert (first.text_ru, first.remark, first.funding[0].amount) == ("Дело 1", "Кат жазылды", 5000)
    assert (third.remark, third.responsible[0].text_ru) == ("Жүрүп жатат", "Ответственный секретарь")
    after = rows(amended)
    assert {name: set(found) for name, found in after.items()} == {name: set(found) for name, found in before.items()}


def test_what_stays_open_is_kept_as_it_was_written_since(amended, store):
    plan_actions.change_activity(store, activity_id=amended["1.1"].id, text_ky="Башка")
    plan_actions.change_activity(store, activity_id=amended["1.1"].id, remark="Жаңы эскертүү")
    key = f"{amended['1.2'].id}/text_ru"
    russian_actions.translate(store, strategy_id=amended.id, words={key: "Дело 2"})
    put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    first = amended["1.1"]
    assert (first.text_ky, first.text_ru, first.remark, first.russian_of) == ("Иш 1", "Дело 1", "Жаңы эскертүү", {})
    assert amended["1.2"].text_ru == "Дело 2"


def test_a_changed_standard_is_as_approved_again_and_its_version_gone(amended, store):
    service_id = amended.strategy.priorities[0].service_id
    written = {"service_id": service_id, "strategy_id": amended.id, "criterion": Criterion.TIME}
    actions.write_standard(store, **written, texts=["Жума сайын"])
    put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    strategy = amended.strategy
    (standard,) = strategy.priorities[0].service.standards
    assert versions.held(strategy, strategy.priorities[0]) == (standard,)
    assert standard.texts == ["Күн сайын"]


def test_what_a_review_says_of_an_added_activity_is_not_thrown_away(amended, store):
    made = plan_actions.add_activity(store, task_id=amended.task_id, entry=ActivityEntry("Жаңы")).made
    review = review_actions.begin_review(store, strategy_id=amended.id, on=date(2019, 9, 1)).made
    review_actions.record_progress(store, review_id=review, activity_id=made, progress=Progress.DONE)
    with pytest.raises(Refused) as refused:
        put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    assert "1.5" in refused.value.reason.into("en")


def test_what_was_measured_for_an_added_result_is_not_thrown_away(amended, store):
    made = indicator_actions.add_indicator(store, task_id=amended.task_id, text_ky="Дагы").made
    indicator_actions.measure(store, indicator_id=made, on=date(2019, 9, 1), value=3)
    with pytest.raises(Refused) as refused:
        put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    assert "Дагы" in refused.value.reason.into("en")


def test_without_an_open_amendment_there_is_nothing_to_withdraw(plan, store):
    plan.does("2019 жыл март").is_approved()
    with pytest.raises(Refused):
        put_back_actions.withdraw_with_changes(store, strategy_id=plan.id)


def test_a_decided_amendment_keeps_nothing_to_put_back(amended, store):
    approval_actions.decide_amendment(store, strategy_id=amended.id, on=date(2019, 9, 2), meeting_id=None, act=LATER)
    with reading(store) as session:
        assert not selections.images(session, amended.strategy.amendments[0].id)


@pytest.fixture
def removed_and_translated(amended, store):
    """An open amendment in which an activity was removed and another has changed under its Russian text."""
    arranging_actions.remove_activity(store, activity_id=amended["1.2"].id)
    plan_actions.change_activity(store, activity_id=amended["1.1"].id, text_ky="Башка")
    return amended


def test_an_exported_office_puts_back_as_the_first_one_would(removed_and_translated, store, tmp_path):
    with come_back(store, tmp_path) as other:
        put_back_actions.withdraw_with_changes(other, strategy_id=removed_and_translated.id)
        put_back_actions.withdraw_with_changes(store, strategy_id=removed_and_translated.id)
        with reading(other) as session:
            strategy = selections.strategy(session, removed_and_translated.id)
        assert baselines.content(strategy) == baselines.content(removed_and_translated.strategy)
        second, third = (one for one in rules.activities(strategy) if one.number in ("1.2", "1.3"))
        assert second.responsible[0].text == "Жооптуу катчы"
        assert [one.on for one in third.occurrences] == [date(2019, 4, 1)]


def cut_image(found):
    del found["amendment_image"][0]["rows"]["activity"][0]["remark"]


def image_of_another_table(found):
    found["amendment_image"][0]["rows"]["person"] = []


def image_of_no_day(found):
    found["amendment_image"][0]["rows"]["activity"][0]["ends"] = "күзүндө"


def russian_of_nothing(found):
    next(row for row in found["activity"] if row["russian_of"])["russian_of"] = {"remark": ""}


def wrong_money(found):
    found["baseline"][0]["content"]["services"][0]["tasks"][0]["activities"][0]["funding"] = [{"source": 1}]


@pytest.mark.parametrize("spoil", [cut_image, image_of_another_table, image_of_no_day, russian_of_nothing, wrong_money])
def test_an_image_that_no_plan_can_hold_is_not_imported(removed_and_translated, store, spoil):
    content = exchange.collected(store, "")
    spoil(content["records"])
    with pytest.raises(Refused) as refused:
        incoming.check(Incoming(content["records"]))
    assert "records." in refused.value.reason.into("en")


def test_several_rows_that_are_removed_at_once_come_back_too(untouched, store):
    amended = untouched
    before = rows(amended)
    strategy = amended.strategy
    every = [task.id for task in strategy.priorities[0].tasks]
    several_actions.remove_rows(store, strategy_id=amended.id, rows=[*every, amended.priority_id])
    assert amended.strategy.priorities == []
    put_back_actions.withdraw_with_changes(store, strategy_id=amended.id)
    assert rows(amended) == before
