"""Can a strategy be written, approved, changed only by a decided amendment, and followed up?"""

from datetime import date

import pytest

from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    arranging_actions,
    differences,
    entries,
    indicator_actions,
    monitoring_actions,
    plan_actions,
    review_actions,
    rules,
    selections,
    whole_plan_actions,
)
from ayil_desktop.strategy.follow_up_records import Level, Progress
from ayil_desktop.strategy.plan_actions import ActivityEntry
from ayil_desktop.strategy.records import Status
from ayil_desktop.strategy.whole_plan_actions import TaskEntry
from ayil_desktop.workdays.deadlines import Deadline, Kind
from tests.strategy.made_up import ACT, LATER, Plan

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF"


def refusal(run, *words, **named):
    with pytest.raises(Refused) as refused:
        run(*words, **named)
    return refused.value


# --- the text and the priorities ---------------------------------------------------------------------------------


def test_a_new_strategy_has_all_its_sections_empty(plan):
    strategy = plan.strategy
    assert [section.key for section in strategy.sections] == list(entries.SECTIONS)
    assert strategy.status is Status.DRAFT
    assert not any(section.blocks for section in strategy.sections)


def test_a_section_is_written_as_paragraphs_and_lists(plan, store):
    section = plan.strategy.sections[0]
    text = "Биринчи сап.\n\n– бир\n– эки\n\nАкыры."
    actions.write_section(store, section_id=section.id, text=text, title_ky="Кириш сөз")
    section = plan.strategy.sections[0]
    assert [block["kind"] for block in section.blocks] == ["paragraph", "list", "paragraph"]
    assert (entries.written(section.blocks), section.title_ky) == (text, "Кириш сөз")
    actions.write_section(store, section_id=section.id, text="Вступление", language="ru")
    assert entries.written(plan.strategy.sections[0].blocks_ru) == "Вступление"


def test_a_list_is_written_as_in_word():
    """«1.» and «1)» count, a hyphen is a dash, a bullet is a bullet; every text is read again as it is written."""
    typed = "Критерийлер:\n1. Компетенция\n2. СЭӨП\n\n3. Добуш\nа) бул пункт\n\n- сызыкча\n* жылдыз\n• чекит\n•\tдагы"
    found = entries.blocks(typed)
    assert found == [
        {"kind": "paragraph", "text": "Критерийлер:"},
        {"kind": "list", "sign": "1.", "items": ["Компетенция", "СЭӨП", "Добуш"]},
        {"kind": "paragraph", "text": "а) бул пункт"},
        {"kind": "list", "sign": "–", "items": ["сызыкча"]},
        {"kind": "paragraph", "text": "* жылдыз"},
        {"kind": "list", "sign": "•", "items": ["чекит", "дагы"]},
    ]
    assert "1. Компетенция\n2. СЭӨП\n3. Добуш" in entries.written(found)
    assert entries.blocks(entries.written(found)) == found


def test_a_list_may_begin_with_another_number_and_a_date_begins_none():
    found = entries.blocks("4) төртүнчү\n5) бешинчи\n13.03.2019 бекитилди.\n2019. Жыл")
    assert found[0] == {"kind": "list", "sign": "1)", "items": ["төртүнчү", "бешинчи"], "start": 4}
    assert [block["kind"] for block in found[1:]] == ["paragraph", "paragraph"]
    assert entries.written(found).startswith("4) төртүнчү\n5) бешинчи")


def test_words_in_bold_and_headings_outlive_a_new_text_beside_them(real):
    blocks = next(section.blocks for section in real.sections if section.key == "sustainability")
    text = entries.written(blocks)
    assert "Саясий факторлор. Кызмат" in text
    changed = entries.rewritten(blocks, text.replace("Кызмат көрсөтүүлөрдү", "Кызматтарды"))
    assert [one["lead"] for one in changed if "lead" in one] == [one["lead"] for one in blocks if "lead" in one]
    assert len([one for one in changed if "lead" in one]) == 5
    heads = [{"kind": "heading", "text": "Биринчи"}, {"kind": "paragraph", "text": "Сөз"}]
    assert entries.rewritten(heads, "Биринчи\n\nБашка сөз") == [heads[0], {"kind": "paragraph", "text": "Башка сөз"}]


def test_a_table_within_a_section_outlives_a_new_text(real):
    blocks = next(section.blocks for section in real.sections if section.key == "commission")
    tables = [block for block in blocks if block["kind"] == "members"]
    assert len(tables) == 1
    assert entries.rewritten(blocks, "Жаңы текст.") == [{"kind": "paragraph", "text": "Жаңы текст."}, *tables]
    assert entries.rewritten(blocks, entries.written(blocks)) == blocks


def test_one_word_changed_in_any_block_leaves_kinds_and_places_of_all(real):
    """As in Word: who corrects a word of a heading, of a point or before a table still has them all where they were."""
    table = {"kind": "members", "headings": ["№", "Аты"], "rows": [["1", "Асанов"]]}
    mixed = [
        {"kind": "heading", "text": "Биринчи бөлүк"},
        {"kind": "paragraph", "text": "Сөз"},
        table,
        {"kind": "heading", "text": "Экинчи бөлүк"},
        {"kind": "list", "sign": "1)", "items": ["бир", "эки"]},
        {"kind": "list", "sign": "1)", "items": ["башка"], "start": 7},
        {"kind": "paragraph", "lead": "Саясий факторлор.", "text": "Кеңеш колдойт."},
        {"kind": "list", "sign": "–", "items": ["сызыкча"]},
    ]
    sections = [mixed, *(section.blocks for section in real.sections)]
    for blocks in sections:
        lines = entries.written(blocks).split("\n")
        for place in (number for number, line in enumerate(lines) if line):
            edited = [f"{line}ң" if number == place else line for number, line in enumerate(lines)]
            changed = entries.rewritten(blocks, "\n".join(edited))
            assert list(map(shape, changed)) == list(map(shape, blocks)), lines[place]
            assert entries.written(changed) == "\n".join(edited)
            assert sum(one != other for one, other in zip(changed, blocks, strict=True)) == 1


def shape(block):
    """All of a block but its words."""
    return block["kind"], block.get("sign"), block.get("start"), len(block.get("items", ())), "lead" in block


def test_new_paragraphs_go_between_headings_and_tables(real):
    table = {"kind": "members", "headings": ["№", "Аты"], "rows": [["1", "Асанов"]]}
    heads = [{"kind": "heading", "text": one} for one in ("Биринчи", "Экинчи")]
    words = [{"kind": "paragraph", "text": one} for one in ("Алгачкы сөз турат", "Акыркы сөз турат", "Жаңы сап")]
    before = [heads[0], words[0], table, heads[1], words[1]]
    typed = entries.written([heads[0], words[2], words[0], heads[1], words[2], words[1]])
    assert entries.rewritten(before, typed) == [heads[0], words[2], words[0], table, heads[1], words[2], words[1]]
    assert entries.rewritten(before, entries.written([heads[0], heads[1], words[1]])) == [
        heads[0],
        table,
        heads[1],
        words[1],
    ]
    assert entries.rewritten(before, "") == [table]
    named = [{"kind": "paragraph", "lead": "Саясий факторлор.", "text": "Кеңеш колдойт."}]
    assert entries.rewritten(named, "Саясий жагдай. Кеңеш колдойт.")[0]["lead"] == "Саясий жагдай."


@pytest.mark.clause("ST-R.2")
def test_the_body_that_controls_the_execution_is_kept(plan, store):
    actions.change_strategy(store, strategy_id=plan.id, controller_ky="Туруктуу комиссия")
    assert plan.strategy.controller_ky == "Туруктуу комиссия"


def test_years_that_end_before_they_begin_are_refused(plan, store):
    named = {"strategy_id": plan.id, "begins": date(2021, 1, 1), "ends": date(2019, 1, 1)}
    assert refusal(actions.change_strategy, store, **named).field == "ends"


def test_services_are_ranked_by_votes_and_equal_ones_keep_their_order(plan, store):
    for name, votes in (("Жол", 30), ("Жарык", 12), ("Таштанды", None)):
        plan.serves(name, votes=votes)
    actions.rank_by_votes(store, strategy_id=plan.id)
    assert [one.name_ky for one in plan.strategy.priorities] == ["Жол", "Таза суу", "Жарык", "Таштанды"]
    actions.move_priority(store, priority_id=plan.strategy.priorities[3].id, place=1)
    assert [one.name_ky for one in plan.strategy.priorities] == ["Таштанды", "Жол", "Таза суу", "Жарык"]
    assert [one.place for one in plan.strategy.priorities] == [1, 2, 3, 4]


def test_a_priority_is_removed_only_without_a_plan(plan, store):
    assert refusal(actions.remove_priority, store, priority_id=plan.priority_id).field == "tasks"
    other = plan.serves("Жол")
    actions.remove_priority(store, priority_id=other)
    assert [one.name_ky for one in plan.strategy.priorities] == ["Таза суу"]
    assert refusal(actions.change_priority, store, priority_id=plan.priority_id, votes=-1).field == "votes"


# --- approval and amendments --------------------------------------------------------------------------------------


@pytest.mark.clause("ST-R.1")
def test_an_approved_plan_changes_only_inside_a_decided_amendment(plan, store):
    plan.does("2019 жыл май").is_approved()
    strategy = plan.strategy
    assert (strategy.status, strategy.order.number, len(strategy.baselines)) == (Status.APPROVED, "17/16", 1)
    change = {"activity_id": plan["1.1"].id, "words": "2019 жыл июнь"}
    assert refusal(plan_actions.set_deadline_words, store, **change).clause == "ST-R.1"

    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат кечикти", on=date(2019, 8, 20))
    plan_actions.set_deadline_words(store, **change)
    assert plan.strategy.status is Status.APPROVED
    assert len(plan.strategy.baselines) == 1

    undecided = {"strategy_id": plan.id, "on": date(2019, 9, 2)}
    assert refusal(approval_actions.decide_amendment, store, **undecided).field == "decided_by"
    too_early = {"strategy_id": plan.id, "on": date(2019, 8, 1), "act": LATER}
    assert refusal(approval_actions.decide_amendment, store, **too_early).field == "decided_on"
    approval_actions.decide_amendment(store, **undecided, act=LATER)
    strategy = plan.strategy
    assert (strategy.status, len(strategy.baselines)) == (Status.AMENDED, 2)
    first, second = (one.content for one in strategy.baselines)
    assert [(c.number, c.before, c.after) for c in differences.between(first, second)] == [
        ("1.1", "2019 жыл май", "2019 жыл июнь")
    ]
    assert refusal(plan_actions.set_deadline_words, store, **change).clause == "ST-R.1"


def test_follow_up_stays_open_after_the_approval(plan, store):
    plan.does("2019 жыл май", "туруктуу негизде").is_approved()
    plan.is_reviewed(date(2019, 6, 1), n1_1=Progress.DONE)
    plan_actions.change_activity(store, activity_id=plan["1.1"].id, remark="Акт түзүлдү")
    review_actions.prove(
        store, activity_id=plan["1.1"].id, on=date(2019, 6, 1), text="Акт", content=PDF, name="акт.pdf"
    )
    review_actions.tick_occurrence(store, activity_id=plan["1.2"].id, on=date(2019, 6, 1))
    assert plan["1.1"].remark == "Акт түзүлдү"
    assert [one.text for one in plan["1.1"].proofs] == ["Акт"]
    assert [one.on for one in plan["1.2"].occurrences] == [date(2019, 6, 1)]


def test_a_draft_without_activities_is_not_approved_and_none_twice(plan, store):
    assert refusal(approval_actions.approve, store, strategy_id=plan.id, act=ACT).field == "activities"
    plan.does("2019 жыл май").is_approved()
    assert refusal(approval_actions.approve, store, strategy_id=plan.id, act=ACT).clause == "ST-R.1"


def test_an_approval_of_a_day_to_come_is_refused_at_its_field(plan, store):
    plan.does("2019 жыл март")
    told = {"strategy_id": plan.id, "act": ACT}
    assert refusal(approval_actions.approve, store, **told, today=date(2019, 3, 12)).field == "order_date"
    approval_actions.approve(store, **told, today=ACT.date)
    assert plan.strategy.status is Status.APPROVED


def test_an_amendment_needs_a_reason_and_an_approved_plan(plan, store):
    asked = {"strategy_id": plan.id, "reason": "Каражат", "on": date(2019, 8, 20)}
    assert refusal(approval_actions.open_amendment, store, **asked | {"reason": "  "}).field == "reason"
    assert refusal(approval_actions.open_amendment, store, **asked).field == "reason"
    plan.does("2019 жыл май").is_approved()
    approval_actions.open_amendment(store, **asked)
    assert refusal(approval_actions.open_amendment, store, **asked).field == "reason"


def test_an_amendment_is_withdrawn_only_while_nothing_was_changed(plan, store):
    plan.does("2019 жыл май").is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    plan_actions.set_deadline_words(store, activity_id=plan["1.1"].id, words="2019 жыл июнь")
    assert refusal(approval_actions.withdraw_amendment, store, strategy_id=plan.id).field == "reason"
    journal.undo(store)
    approval_actions.withdraw_amendment(store, strategy_id=plan.id)
    assert refusal(arranging_actions.remove_activity, store, activity_id=plan["1.1"].id).clause == "ST-R.1"
    assert refusal(approval_actions.withdraw_amendment, store, strategy_id=plan.id).field == "reason"


# --- the plan -----------------------------------------------------------------------------------------------------


def test_words_give_days_and_days_give_words(plan, store):
    activity = plan.does("2019 жыл июлдун 1-аптасы")["1.1"]
    assert (activity.starts, activity.ends) == (date(2019, 7, 1), date(2019, 7, 7))
    plan_actions.set_deadline_days(store, activity_id=activity.id, starts=date(2019, 9, 1), ends=date(2019, 9, 30))
    words = plan["1.1"].deadline_ky
    assert (words, plan["1.1"].deadline_kind) == ("2019 жыл сентябрь", "month")
    plan_actions.set_deadline_words(store, activity_id=activity.id, words=words)
    assert (plan["1.1"].starts, plan["1.1"].ends) == (date(2019, 9, 1), date(2019, 9, 30))


def test_words_that_are_not_understood_are_kept(plan):
    activity = plan.does("кар эригенде")["1.1"]
    assert (activity.deadline_ky, activity.deadline_kind, activity.ends) == ("кар эригенде", "unknown", None)


def test_a_dragged_deadline_is_written_in_both_languages(plan, store):
    deadline = Deadline(Kind.BY_DATE, None, date(2019, 4, 18))
    plan_actions.set_deadline(store, activity_id=plan.does("2019 жыл май")["1.1"].id, deadline=deadline)
    assert plan["1.1"].deadline_ky == "2019 жыл 18-апрелге чейин"
    assert "18 апреля" in plan["1.1"].deadline_ru


def test_days_without_the_last_one_are_refused(plan, store):
    activity_id = plan.does("2019 жыл май")["1.1"].id
    named = {"activity_id": activity_id, "starts": date(2019, 2, 1), "ends": None}
    assert refusal(plan_actions.set_deadline_days, store, **named).field == "ends"
    plan_actions.set_deadline_days(store, activity_id=activity_id, starts=None, ends=None)
    assert plan["1.1"].ends is None


def test_a_loop_of_links_is_refused_naming_the_rows(plan, store):
    plan.does("2019 жыл март", "2019 жыл апрель", "2019 жыл май")
    ids = [plan[number].id for number in ("1.1", "1.2", "1.3")]
    plan_actions.link(store, before_id=ids[0], after_id=ids[1])
    plan_actions.link(store, before_id=ids[1], after_id=ids[2])
    plan_actions.link(store, before_id=ids[1], after_id=ids[2])
    refused = refusal(plan_actions.link, store, before_id=ids[2], after_id=ids[0])
    assert "1.1 → 1.2 → 1.3" in refused.reason.into("en")
    assert refusal(plan_actions.link, store, before_id=ids[0], after_id=ids[0])
    assert [len(plan[number].needs) for number in ("1.1", "1.2", "1.3")] == [0, 1, 1]
    plan_actions.unlink(store, before_id=ids[1], after_id=ids[2])
    assert plan["1.3"].needs == []


def test_a_loop_over_two_services_names_them(chet_nura, store):
    with reading(store) as session:
        strategy = selections.strategy(session, chet_nura)
    first, second = (priority.tasks[0].activities[0] for priority in strategy.priorities[:2])
    approval_actions.open_amendment(store, strategy_id=chet_nura, reason="Байланыш", on=date(2019, 8, 20))
    plan_actions.link(store, before_id=first.id, after_id=second.id)
    refused = refusal(plan_actions.link, store, before_id=second.id, after_id=first.id)
    assert "1/1.1 → 2/1.1" in refused.reason.into("en")


def test_responsible_persons_on_record_are_recognised(chet_nura, plan, store):
    plan.does("2019 жыл май")
    plan_actions.set_responsible(store, activity_id=plan["1.1"].id, texts=["Мусурканов Азамат;", "Айыл башчылары", ""])
    assert [(one.text, one.person_id is not None) for one in plan["1.1"].responsible] == [
        ("Мусурканов Азамат;", True),
        ("Айыл башчылары", False),
    ]


def test_moved_activities_keep_their_numbers_and_removed_ones_take_their_links(plan, store):
    plan.does("2019 жыл март", "2019 жыл апрель", "2019 жыл май")
    arranging_actions.move_activity(store, activity_id=plan["1.3"].id, place=1)
    assert plan.numbers() == ["1.3", "1.1", "1.2"]
    plan_actions.link(store, before_id=plan["1.1"].id, after_id=plan["1.2"].id)
    arranging_actions.remove_activity(store, activity_id=plan["1.1"].id)
    assert plan.numbers() == ["1.3", "1.2"]
    assert plan["1.2"].needs == []
    plan_actions.add_activity(store, task_id=plan.task_id, entry=ActivityEntry("Кошумча"), place=2)
    assert plan.numbers() == ["1.3", "1.4", "1.2"]


def test_a_reviewed_activity_stays_and_is_cancelled_instead(plan, store):
    plan.does("2019 жыл март").is_reviewed(date(2019, 4, 1), n1_1=Progress.CANCELLED)
    assert refusal(arranging_actions.remove_activity, store, activity_id=plan["1.1"].id).field == "state"


def test_a_task_goes_with_its_activities_unless_one_was_reviewed(plan, store):
    plan.does("2019 жыл март", "2019 жыл апрель")
    other = plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Экинчи").made
    plan_actions.change_task(store, task_id=other, kind_word="тапшырма")
    assert [(one.number, one.kind_word) for one in plan.strategy.priorities[0].tasks] == [("1", ""), ("2", "тапшырма")]
    indicator_actions.add_indicator(store, task_id=other, text_ky="Натыйжа")
    plan.does("2019 жыл май", task_id=other)
    plan_actions.link(store, before_id=plan["1.1"].id, after_id=plan["2.1"].id)
    arranging_actions.remove_task(store, task_id=other)
    assert plan.numbers() == ["1.1", "1.2"]
    journal.undo(store)
    assert plan.numbers() == ["1.1", "1.2", "2.1"]
    plan.is_reviewed(date(2019, 4, 1), n1_2=Progress.DONE)
    refused = refusal(arranging_actions.remove_task, store, task_id=plan.task_id)
    assert (refused.field, "1.2" in refused.reason.into("en")) == ("state", True)


def test_an_activity_moved_to_another_task_continues_its_numbers_unless_it_was_approved(plan, store):
    plan.does("2019 жыл март", "2019 жыл апрель", "2019 жыл май")
    other = plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Экинчи").made
    plan.does("2019 жыл июнь", task_id=other)
    arranging_actions.move_activity(store, activity_id=plan["1.1"].id, task_id=other, place=1)
    assert [[one.number for one in task.activities] for task in plan.strategy.priorities[0].tasks] == [
        ["1.2", "1.3"],
        ["2.2", "2.1"],
    ]
    arranging_actions.number_anew(store, priority_id=plan.priority_id)
    assert plan.numbers() == ["1.1", "1.2", "2.1", "2.2"]
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    arranging_actions.move_activity(store, activity_id=plan["1.1"].id, task_id=other, place=3)
    assert plan.numbers() == ["1.2", "2.1", "2.2", "1.1"]
    assert [one.place for one in plan.strategy.priorities[0].tasks[0].activities] == [1]
    assert refusal(arranging_actions.number_anew, store, priority_id=plan.priority_id).clause == "ST-R.1"
    arranging_actions.number_activity(store, activity_id=plan["1.1"].id, number="2.3")
    arranging_actions.number_task(store, task_id=other, number="3")
    assert plan.numbers()[-1] == "2.3"
    assert refusal(arranging_actions.number_task, store, task_id=other, number=" ").field == "number"


def test_an_activity_stays_within_its_strategy(plan, store):
    plan.does("2019 жыл март")
    elsewhere = Plan(store)
    named = {"activity_id": plan["1.1"].id, "task_id": elsewhere.task_id, "place": 1}
    assert refusal(arranging_actions.move_activity, store, **named).field == "task_id"


def test_tasks_change_places_and_keep_their_numbers(plan, store):
    other = plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Экинчи").made
    arranging_actions.move_task(store, task_id=other, place=1)
    assert [(one.number, one.place) for one in plan.strategy.priorities[0].tasks] == [("2", 1), ("1", 2)]


def test_a_plan_is_copied_a_year_later_for_another_service(plan, store):
    plan.does("2019 жыл февраль", "2019 жыл 15-апрелге чейин", "туруктуу негизде")
    plan_actions.link(store, before_id=plan["1.1"].id, after_id=plan["1.2"].id)
    other = plan.serves("Сугат суу")
    whole_plan_actions.copy_plan(store, from_priority_id=plan.priority_id, to_priority_id=other, years=1)
    copied = plan.strategy.priorities[1].tasks[0].activities
    assert [(one.number, one.deadline_ky, one.ends) for one in copied] == [
        ("1.1", "2020 жыл февраль", date(2020, 2, 29)),
        ("1.2", "2020 жыл 15-апрелге чейин", date(2020, 4, 15)),
        ("1.3", "туруктуу негизде", None),
    ]
    assert [one.text for one in copied[0].responsible] == ["Жооптуу катчы"]
    assert [one.before_id for one in copied[1].needs] == [copied[0].id]
    again = {"from_priority_id": plan.priority_id, "to_priority_id": other}
    assert refusal(whole_plan_actions.copy_plan, store, **again).field == "tasks"


def test_the_next_period_begins_with_the_plans_of_the_last_one(plan, store):
    plan.does("2019 жыл февраль", "2020 жыл 1-кварталы", "туруктуу негизде").is_approved()
    named = {"strategy_id": plan.id, "title_ky": "Кийинки стратегия", "ends": date(2024, 12, 31)}
    assert refusal(whole_plan_actions.begin_next_period, store, **named, begins=None).field == "begins"
    assert refusal(whole_plan_actions.begin_next_period, store, **named, begins=date(2025, 1, 1)).field == "ends"
    made = whole_plan_actions.begin_next_period(store, **named, begins=date(2023, 1, 1)).made
    with reading(store) as session:
        fresh = selections.strategy(session, made)
    [service] = fresh.priorities
    assert (fresh.status, service.service_id) == (Status.DRAFT, plan.strategy.priorities[0].service_id)
    assert (service.votes, service.name_ky) == (None, "Таза суу")
    assert [(one.number, one.deadline_ky) for one in service.tasks[0].activities] == [
        ("1.1", "2023 жыл февраль"),
        ("1.2", "2024-жылдын I чейреги"),
        ("1.3", "туруктуу негизде"),
    ]
    journal.undo(store)
    with reading(store) as session:
        assert [one.id for one in selections.strategies(session)] == [plan.id]


def test_the_next_period_keeps_the_links_from_one_service_to_another(plan, store):
    plan.does("2019 жыл февраль")
    other = plan_actions.add_task(store, priority_id=plan.serves("Жол"), title_ky="Экинчи кызмат").made
    plan.does("2019 жыл март", task_id=other)
    first, second = [one.id for one in rules.activities(plan.strategy)]
    plan_actions.link(store, before_id=first, after_id=second)
    named = {"strategy_id": plan.id, "title_ky": "Кийинки стратегия", "ends": date(2024, 12, 31)}
    made = whole_plan_actions.begin_next_period(store, **named, begins=date(2023, 1, 1)).made
    with reading(store) as session:
        fresh, after = rules.activities(selections.strategy(session, made))
    assert [one.before_id for one in after.needs] == [fresh.id]


def test_activities_of_a_sister_plan_come_with_their_task(plan, store):
    plan.does("2019 жыл март")
    sister = plan.serves("Жол")
    rows = [ActivityEntry("Иш", deadline="2019 жыл май"), ActivityEntry("Дагы иш")]
    tasks = [TaskEntry("Суу түтүгү", rows), TaskEntry("Жаңы маселе", [ActivityEntry("Үчүнчү иш")])]
    whole_plan_actions.paste_plan(store, priority_id=sister, tasks=tasks)
    sisters = [one.id for task in plan.strategy.priorities[1].tasks for one in task.activities]
    whole_plan_actions.take_over(store, activity_ids=sisters[1:], priority_id=plan.priority_id)
    assert [(one.title_ky, [row.text_ky for row in one.activities]) for one in plan.strategy.priorities[0].tasks] == [
        ("Суу түтүгү", ["Иш 1", "Дагы иш"]),
        ("Жаңы маселе", ["Үчүнчү иш"]),
    ]
    assert [one.number for one in plan.strategy.priorities[0].tasks[0].activities] == ["1.1", "1.2"]


def test_a_pasted_plan_is_one_step(plan, store):
    other = plan.serves("Сугат суу")
    rows = [ActivityEntry("Иш", deadline="2019 жыл май"), ActivityEntry("Дагы иш", number="1.7", deadline="кийин")]
    whole_plan_actions.paste_plan(store, priority_id=other, tasks=[TaskEntry("Маселе", rows), TaskEntry("", [])])
    tasks = plan.strategy.priorities[1].tasks
    assert [(one.number, one.title_ky) for one in tasks] == [("1", "Маселе"), ("2", "2")]
    assert [(one.number, one.deadline_kind) for one in tasks[0].activities] == [("1.1", "month"), ("1.7", "unknown")]
    journal.undo(store)
    assert plan.strategy.priorities[1].tasks == []


def test_pasted_rows_go_to_a_task_that_stands_already_and_know_persons_on_record(chet_nura, plan, store):
    plan.does("2019 жыл март")
    rows = [ActivityEntry("Дагы иш", responsible=["Мусурканов Азамат"])]
    entry = TaskEntry("", rows, task_id=plan.task_id)
    more = TaskEntry("Жаңы", [], number="5", kind_word="тапшырма", results=["Натыйжа"])
    whole_plan_actions.paste_plan(store, priority_id=plan.priority_id, tasks=[entry, more])
    first, second = plan.strategy.priorities[0].tasks
    assert (first.title_ky, [one.number for one in first.activities]) == ("Суу түтүгү", ["1.1", "1.2"])
    assert first.activities[1].responsible[0].person_id is not None
    assert (second.number, second.kind_word, [one.text_ky for one in second.indicators]) == (
        "5",
        "тапшырма",
        ["Натыйжа"],
    )


def test_ten_thousand_letters_are_kept_and_ten_times_as_many_refused(plan, store):
    long = "Узун текст. " * 833
    plan.does("2019 жыл май")
    plan_actions.change_activity(store, activity_id=plan["1.1"].id, text_ky=long)
    assert plan["1.1"].text_ky == long.strip()
    assert refusal(plan_actions.change_activity, store, activity_id=plan["1.1"].id, text_ky=" ").field == "text_ky"


# --- follow-up ----------------------------------------------------------------------------------------------------


def test_a_review_is_of_a_day_that_has_come_and_not_before_the_strategy_begins(plan, store):
    plan.does("2019 жыл май").is_approved()
    told = {"strategy_id": plan.id, "today": date(2021, 2, 1)}
    for day in (date(2018, 12, 31), date(2035, 5, 10)):
        refused = refusal(review_actions.begin_review, store, on=day, **told)
        assert refused.field == "on"
    assert plan.strategy.reviews == []
    late = review_actions.begin_review(store, on=date(2021, 2, 1), **told)
    assert "31.12.2020" in late.message.into("en"), "after the last day it is recorded, and told"


def test_nothing_is_measured_found_or_feared_on_a_day_to_come(plan, store):
    indicator = indicator_actions.add_indicator(store, task_id=plan.task_id, text_ky="Суу").made
    today, later = date(2019, 9, 1), date(2035, 5, 10)
    of = {"strategy_id": plan.id, "today": today}
    measured = {"indicator_id": indicator, "value": 1.0, "today": today}
    looked, feared = {**of, "level": Level.COMMISSION, "text": "Көрүлдү"}, {**of, "text": "Сел"}
    recording = {
        indicator_actions.measure: measured,
        monitoring_actions.record_monitoring: looked,
        monitoring_actions.record_risk: feared,
    }
    for record, told in recording.items():
        assert refusal(record, store, on=later, **told).field == "on"
        record(store, on=today, **told)
    with reading(store) as session:
        (value,) = selections.values(session, indicator)
        (found,) = selections.monitoring_records(session, plan.id)
        (risk,) = selections.risks(session, plan.id)
    correcting = [
        (indicator_actions.change_value, {"value_id": value.id}),
        (monitoring_actions.change_monitoring, {"record_id": found.id}),
        (monitoring_actions.change_risk, {"risk_id": risk.id}),
    ]
    for correct, which in correcting:
        assert refusal(correct, store, **which, on=later, today=today).field == "on"


def test_one_review_a_day_and_an_entry_can_be_taken_back(plan, store):
    plan.does("2019 жыл май")
    review = plan.is_reviewed(date(2019, 5, 10), n1_1=Progress.DONE)
    again = {"strategy_id": plan.id, "on": date(2019, 5, 10)}
    assert refusal(review_actions.begin_review, store, **again).field == "on"
    named = {"review_id": review, "activity_id": plan["1.1"].id}
    late = {**named, "progress": Progress.DONE, "done_on": date(2019, 5, 11)}
    assert refusal(review_actions.record_progress, store, **late).field == "done_on"
    review_actions.take_back_progress(store, review_id=named["review_id"], activity_ids=[named["activity_id"]])
    assert plan["1.1"].entries == []
    review_actions.record_progress(store, **named, progress=Progress.IN_PROGRESS, remark="Башталды")
    assert plan["1.1"].entries[0].remark == "Башталды"
    review_actions.remove_review(store, review_id=review)
    assert (plan.strategy.reviews, plan["1.1"].entries) == ([], [])


def test_only_regular_activities_are_ticked_off(plan, store):
    plan.does("2019 жыл май", "туруктуу негизде")
    named = {"activity_id": plan["1.1"].id, "on": date(2019, 5, 1)}
    assert refusal(review_actions.tick_occurrence, store, **named).field == "on"
    regular = {"activity_id": plan["1.2"].id, "on": date(2019, 5, 1)}
    review_actions.tick_occurrence(store, **regular)
    review_actions.tick_occurrence(store, **regular, is_done=False)
    assert plan["1.2"].occurrences == []


def test_a_proof_says_something_and_can_be_taken_back(plan, store):
    named = {"activity_id": plan.does("2019 жыл май")["1.1"].id, "on": date(2019, 6, 1)}
    assert refusal(review_actions.prove, store, **named).field == "text"
    made = review_actions.prove(store, **named, text="Сүрөт").made
    review_actions.remove_proof(store, proof_id=made)
    assert plan["1.1"].proofs == []


@pytest.mark.clause("ST-7.0")
def test_monitoring_is_recorded_at_its_level_and_risks_with_their_measures(plan, store):
    named = {"strategy_id": plan.id, "on": date(2019, 6, 1)}
    monitoring_actions.record_monitoring(store, **named, level=Level.CUSTOMER, text="Суу таза", basis="Сурамжылоо")
    monitoring_actions.record_risk(store, **named, text="Каражат жетишпейт", measure="Донор издөө")
    assert (
        refusal(monitoring_actions.record_monitoring, store, **named, level=Level.CUSTOMER, text="").clause == "ST-7.0"
    )
    assert refusal(monitoring_actions.record_risk, store, **named, text=" ").clause == "ST-8.M3"
    with reading(store) as session:
        assert [one.level for one in selections.monitoring_records(session, plan.id)] == [Level.CUSTOMER]
        assert [one.measure for one in selections.risks(session, plan.id)] == ["Донор издөө"]
