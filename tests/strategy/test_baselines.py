"""Does the list of what changed since the approval say what somebody did to the plan, and no more?"""

from datetime import date

import pytest

from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Criterion, Standard
from ayil_desktop.printing import text
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading, work
from ayil_desktop.strategy import (
    actions,
    amended_by,
    approval_actions,
    arranging_actions,
    baselines,
    changes_paper,
    differences,
    handouts,
    indicator_actions,
    moved_rows,
    papers,
    plan_actions,
    put_back_actions,
    rules,
    russian_actions,
    versions,
)
from ayil_desktop.strategy.approval_records import Baseline
from ayil_desktop.strategy.records import Source
from tests.commission.screens import put
from tests.meetings.made_up import Commission
from tests.strategy.made_up import LATER
from tests.strategy.screens import open_card


@pytest.fixture
def amended(plan, store):
    """An approved plan of two tasks in an open amendment."""
    plan.does("2019 жыл март", "2019 жыл апрель", "2019 жыл май", "2019 жыл июнь")
    plan.other = plan_actions.add_task(store, priority_id=plan.priority_id, title_ky="Экинчи").made
    plan.does("2019 жыл июль", task_id=plan.other)
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    return plan


def changed(plan):
    strategy = plan.strategy
    found = differences.between(strategy.baselines[-1].content, baselines.content(strategy))
    return [(one.what.into("en"), one.number, *(said(words) for words in (one.before, one.after))) for one in found]


def said(words):
    return (words.into("en") if isinstance(words, Message) else words).replace("\xa0", " ")


def test_nothing_done_is_nothing_changed(amended):
    assert changed(amended) == []


def test_one_row_moved_down_is_one_change(amended, store):
    arranging_actions.move_activity(store, activity_id=amended["1.1"].id, place=4)
    assert changed(amended) == [("Place among its neighbours", "1.1", "1 / 4", "4 / 4")]


def test_a_row_moved_to_another_task_names_both_tasks(amended, store):
    arranging_actions.move_activity(store, activity_id=amended["1.2"].id, task_id=amended.other, place=1)
    assert changed(amended) == [("Place among its neighbours", "1.2", "1: 2 / 4", "2: 1 / 2")]


def test_an_added_and_a_removed_row_move_nobody_else(amended, store):
    arranging_actions.remove_activity(store, activity_id=amended["1.1"].id)
    arranging_actions.move_task(store, task_id=amended.other, place=1)
    assert changed(amended) == [
        ("Place among its neighbours", "2", "2 / 2", "1 / 2"),
        ("Activity", "1.1", "Иш 1", ""),
    ]


def test_a_link_is_told_by_numbers(amended, store):
    plan_actions.link(store, before_id=amended["1.1"].id, after_id=amended["2.1"].id)
    assert changed(amended) == [("Needs first", "2.1", "", "1.1")]


@pytest.fixture
def of_two_services(plan, store):
    """Both have an activity 1.1; the second service's 1.2 needs the 1.1 of its own."""
    plan.does("2019 жыл март")
    plan.other_service = plan.serves("Балдар бакчасы")
    plan.other = plan_actions.add_task(store, priority_id=plan.other_service, title_ky="Имарат").made
    plan.does("2019 жыл апрель", "2019 жыл май", task_id=plan.other)
    own, other = [list(rules.activities_of(one)) for one in plan.strategy.priorities]
    plan.far, plan.near, plan.after = own[0].id, other[0].id, other[1].id
    plan_actions.link(store, before_id=plan.near, after_id=plan.after)
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    return plan


def test_a_link_moved_to_the_same_number_of_another_service_is_told(of_two_services, store):
    plan = of_two_services
    plan_actions.unlink(store, before_id=plan.near, after_id=plan.after)
    plan_actions.link(store, before_id=plan.far, after_id=plan.after)
    assert changed(plan) == [("Needs first", "1.2", "1.1", "1/1.1")]
    assert withdrawal(plan, store).field == "reason"


def withdrawal(plan, store):
    with pytest.raises(Refused) as refused:
        approval_actions.withdraw_amendment(store, strategy_id=plan.id)
    return refused.value


def test_a_renumbered_row_changes_no_link_to_it(of_two_services, store):
    plan_actions.change_activity(store, activity_id=of_two_services.near, number="1.9")
    assert changed(of_two_services) == [("Number", "1.9", "1.1", "1.9")]


@pytest.fixture
def with_results(plan, store):
    """A task with two numbered results under a heading of their own."""
    plan.does("2019 жыл март")
    plan_actions.change_task(store, task_id=plan.task_id, results_label="Натыйжалар")
    for words in ("1. Суу бар", "2. Түтүк жаңы"):
        indicator_actions.add_indicator(store, task_id=plan.task_id, text_ky=words)
    plan.results = [one.id for one in plan.strategy.priorities[0].tasks[0].indicators]
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    return plan


def test_another_sign_before_a_result_is_told(with_results, store):
    indicator_actions.change_indicator(store, indicator_id=with_results.results[1], text_ky="• Түтүк жаңы")
    assert changed(with_results) == [("Number or dash before it", "1", "2. Түтүк жаңы", "• Түтүк жаңы")]
    assert withdrawal(with_results, store).field == "reason"
    put_back_actions.withdraw_with_changes(store, strategy_id=with_results.id)
    assert [one.sign for one in with_results.strategy.priorities[0].tasks[0].indicators] == ["1.", "1."]


def test_another_heading_of_the_results_is_told(with_results, store):
    plan_actions.change_task(store, task_id=with_results.task_id, results_label="Күтүлгөн натыйжа")
    assert changed(with_results) == [("Heading of the expected results", "1", "Натыйжалар", "Күтүлгөн натыйжа")]


def test_another_commission_that_follows_it_is_told(amended, store):
    body = Commission(store, size=3).body_id
    actions.change_strategy(store, strategy_id=amended.id, body_id=body)
    assert changed(amended) == [("Commission that follows it", "", "none", "another commission")]


@pytest.fixture
def of_before(with_results, store):
    """As an approval was recorded before signs, headings of results and the commission were kept."""
    baseline = with_results.strategy.baselines[0]
    with work(store, Message("Change")) as session:
        content = {name: kept for name, kept in baseline.content.items() if name != "body"}
        for service in content["services"]:
            for part in (service, *service["tasks"]):
                for name in ("signs", "results_label", "table_headings"):
                    part.pop(name, None)
        session.get_one(Baseline, baseline.id).content = content
    return with_results


def test_an_approval_from_before_signs_were_kept_invents_no_change_and_lets_none_be_withdrawn_unseen(of_before, store):
    assert changed(of_before) == []
    indicator_actions.change_indicator(store, indicator_id=of_before.results[1], text_ky="• Түтүк жаңы")
    plan_actions.change_task(store, task_id=of_before.task_id, results_label="Күтүлгөн натыйжа")
    assert changed(of_before) == []
    strategy = of_before.strategy
    assert "the signs and headings" in differences.not_kept(strategy.baselines[0].content)[0].into("en")
    assert withdrawal(of_before, store).field == "reason"
    put_back_actions.withdraw_with_changes(store, strategy_id=of_before.id)
    (task,) = of_before.strategy.priorities[0].tasks
    assert (task.results_label, task.indicators[1].sign) == ("Натыйжалар", "1.")


def test_an_approval_from_before_russian_was_kept_invents_no_change_in_russian(plan, store):
    plan.does("2019 жыл май", "2019 жыл июнь")
    plan_actions.change_activity(store, activity_id=plan["1.1"].id, text_ru="Дело")
    plan.is_approved()
    baseline = plan.strategy.baselines[0].id
    with work(store, Message("Change")) as session:
        row = session.get_one(Baseline, baseline)
        row.content = without_russian(row.content)
    russian_actions.translate(store, strategy_id=plan.id, words={f"{plan['1.2'].id}/text_ru": "Другое дело"})
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    plan_actions.change_activity(store, activity_id=plan["1.1"].id, products=["Акт"])
    strategy = plan.strategy
    found = differences.between(strategy.baselines[0].content, baselines.content(strategy), "ru")
    assert [(one.number, one.before, one.after) for one in found] == [("1.1", "", "Акт")]


def without_russian(kept):
    """The same content, less every Russian text in it."""
    if isinstance(kept, list):
        return [without_russian(one) for one in kept]
    if isinstance(kept, dict):
        return {name: without_russian(value) for name, value in kept.items() if name != "russian"}
    return kept


def test_what_is_changed_and_changed_again_to_what_it_was_may_be_withdrawn(of_two_services, store):
    plan = of_two_services
    plan_actions.unlink(store, before_id=plan.near, after_id=plan.after)
    plan_actions.link(store, before_id=plan.near, after_id=plan.after)
    plan_actions.set_funding(store, activity_id=plan.near, source=Source.DONORS, amount=100)
    plan_actions.set_funding(store, activity_id=plan.near, source=Source.DONORS, amount=0)
    assert changed(plan) == []
    approval_actions.withdraw_amendment(store, strategy_id=plan.id)


@pytest.mark.clause("ST-8.F0")
def test_an_amended_amount_is_listed_by_its_source(plan, store):
    plan.does("2019 жыл март", "2019 жыл апрель")
    for source, amount in ((Source.LOCAL_BUDGET, 50000), (Source.DONORS, 7000)):
        plan_actions.set_funding(store, activity_id=plan["1.1"].id, source=source, amount=amount)
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    plan_actions.set_funding(store, activity_id=plan["1.1"].id, source=Source.LOCAL_BUDGET, amount=60000)
    plan_actions.set_funding(store, activity_id=plan["1.1"].id, source=Source.DONORS, amount=0)
    plan_actions.set_funding(store, activity_id=plan["1.2"].id, source=Source.SPONSORS, amount=100)
    assert changed(plan) == [
        ("Funding, som: Local budget", "1.1", "50 000", "60 000"),
        ("Funding, som: Donors", "1.1", "7 000", ""),
        ("Funding, som: Sponsors", "1.2", "", "100"),
    ]


def test_everything_that_an_approval_locks_is_listed(amended, store):
    section = amended.strategy.sections[0]
    actions.change_strategy(store, strategy_id=amended.id, ends=date(2021, 12, 31), controller_ky="Кеңеш")
    actions.write_section(store, section_id=section.id, text="Кириш сөз", title_ky="Кириш")
    actions.change_priority(
        store, priority_id=amended.priority_id, votes=3, causes=["Түтүк эски"], within_competence=True, plan_title="П"
    )
    made = indicator_actions.add_indicator(
        store, priority_id=amended.priority_id, text_ky="Суу", unit="%", target=90
    ).made
    assert changed(amended) == [
        ("Period until", "", "31.12.2020", "31.12.2021"),
        ("Who controls the execution", "", "", "Кеңеш"),
        ("Title of the section", "1", "Киришүү", "Кириш"),
        ("Text of the section", "1", "", "Кириш сөз"),
        ("Votes", "", "12", "3"),
        ("Causes", "", "", "Түтүк эски"),
        ("Within the competence of local self-government", "", "", "yes"),
        ("Headings and labels", "", "", "П"),
        ("Expected results", "", "", "Суу"),
        ("Base and target of the expected results", "", "", "… → 90 %"),
    ]
    indicator_actions.remove_indicator(store, indicator_ids=[made])
    assert len(changed(amended)) == 8


@pytest.fixture
def of_old(amended, store):
    """As an approval was recorded before amounts, reasons and the text of the strategy were kept."""
    baseline = amended.strategy.baselines[0]
    with work(store, Message("Change")) as session:
        content = baseline.content
        known = ("id", "name", "goal", "results", "standards", "tasks")
        services = [{name: one[name] for name in known} for one in content["services"]]
        for service in services:
            for task in service["tasks"]:
                for activity in task["activities"]:
                    del activity["funding"]
        row = session.get_one(Baseline, baseline.id)
        row.content = {"title": content["title"], "services": services}
    return amended


def test_an_old_approval_that_knows_no_amounts_says_so_and_invents_none(of_old, store, show):
    plan_actions.set_funding(store, activity_id=of_old["1.1"].id, source=Source.DONORS, amount=7000)
    actions.write_section(store, section_id=of_old.strategy.sections[0].id, text="Кириш сөз")
    plan_actions.change_activity(store, activity_id=of_old["1.2"].id, text_ky="Башка")
    assert changed(of_old) == [("Activity", "1.2", "Иш 2", "Башка")]
    tab = show()
    tab.head.changes.click()
    told = tab.plan.changes.note.text()
    assert "the amounts of funding" in told
    assert "the text of the strategy" in told
    with reading(store) as session:
        paper = papers.of(session, of_old.id, date(2019, 9, 1))
    assert "the amounts of funding" in text.render(changes_paper.changes(paper, "en"))


def test_an_approval_that_knows_everything_says_nothing(amended, show):
    tab = show()
    tab.head.changes.click()
    assert "before the program kept" not in tab.plan.changes.note.text()


def test_an_amended_amount_is_seen_on_the_screen_and_leads_to_its_row(amended, show):
    tab = show()
    put(open_card(tab, "1.2").money.form, donors="9000")
    tab.head.changes.click()
    (line,) = tab.plan.changes.table.rows()
    assert (str(line.change.what), said(line.change.after)) == ("Funding, som: Donors", "9 000")
    tab.plan.changes.table.go_to(line.id)
    assert tab.plan.chosen == amended["1.2"].id


# --- standards of a service that several strategies share -----------------------------------------------------------


@pytest.fixture
def shared(plan, store):
    """An approved strategy, and a later draft with the same service."""
    service_id = plan.strategy.priorities[0].service_id
    plan.service = {"service_id": service_id, "criterion": Criterion.TIME}
    actions.write_standard(store, **plan.service, texts=["Күн сайын"])
    plan.does("2019 жыл март").is_approved()
    later = actions.add_strategy(store, title_ky="Кийинки", begins=date(2021, 1, 1), ends=date(2023, 12, 31)).made
    plan.later = later
    actions.add_priority(store, strategy_id=later, name_ky="Таза суу", service_id=service_id)
    return plan


def promises(plan, store, strategy_id, language="ky"):
    with reading(store) as session:
        paper = papers.of(session, strategy_id, date(2021, 2, 1))
    return text.render(handouts.standards(paper, language)), text.render(handouts.strategy(paper, language))


@pytest.mark.clause("ST-R.1")
def test_an_approved_strategy_prints_what_was_approved_whatever_a_later_draft_writes(shared, store):
    actions.write_standard(store, **shared.service, texts=["Жумасына эки жолу"])
    for printed in promises(shared, store, shared.id):
        assert "Күн сайын" in printed
        assert "Жумасына" not in printed
    assert "Жумасына эки жолу" in promises(shared, store, shared.later)[0]
    assert changed(shared) == []


def test_its_own_amendment_changes_what_it_prints_and_not_what_the_draft_has_written(shared, store):
    actions.write_standard(store, **shared.service, texts=["Жумасына эки жолу"])
    approval_actions.open_amendment(store, strategy_id=shared.id, reason="Суу аз", on=date(2021, 1, 10))
    actions.write_standard(store, **shared.service, strategy_id=shared.id, texts=["Бир күн аралатып"])
    assert changed(shared) == [("Standard", "", "Күн сайын", "Бир күн аралатып")]
    approval_actions.decide_amendment(store, strategy_id=shared.id, on=date(2021, 1, 20), act=LATER)
    assert "Бир күн аралатып" in promises(shared, store, shared.id)[0]
    assert changed(shared) == []


def test_texts_that_the_shared_record_no_longer_has_are_printed_as_approved(shared, store):
    (standard,) = shared.strategy.priorities[0].service.standards
    with work(store, Message("Change")) as session:
        session.get_one(Standard, standard.id).texts = ["Такыр башка"]
    assert "Күн сайын" in promises(shared, store, shared.id)[0]
    (held,) = versions.held(shared.strategy, shared.strategy.priorities[0])
    assert (held.texts, held.criterion) == (["Күн сайын"], Criterion.TIME)


@pytest.mark.parametrize(
    ("figures", "rising"),
    [([], []), ([3], [3]), ([1, 2, 3], [1, 2, 3]), ([3, 1, 2], [1, 2]), ([2, 5, 3, 7, 4], [2, 3, 4])],
)
def test_the_longest_rise(figures, rising):
    assert [figures[place] for place in moved_rows.longest_rise(figures)] == rising


def test_every_change_says_why_it_was_made_and_who_decided_it(plan, store):
    plan.does("2019 жыл май", "2019 жыл июнь", "2019 жыл июль").is_approved()
    first, second, third = (plan[number].id for number in ("1.1", "1.2", "1.3"))
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат кечикти", on=date(2019, 8, 20))
    for key in (first, second):
        plan_actions.set_deadline_words(store, activity_id=key, words="2019 жыл сентябрь")
    approval_actions.decide_amendment(store, strategy_id=plan.id, on=LATER.date, act=LATER)
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Сел жүрдү", on=date(2019, 10, 1))
    plan_actions.set_deadline_words(store, activity_id=second, words="2019 жыл декабрь")
    plan_actions.change_activity(store, activity_id=third, text_ky="Башка иш")

    def why(place):
        strategy = plan.strategy
        now = baselines.content(strategy)
        found = differences.between(strategy.baselines[place].content, now)
        told = amended_by.reasons(strategy, place, now, found, "ky")
        return [(one.number, words.into("en")) for one, words in zip(found, told, strict=True)]

    decided, still_open = "Каражат кечикти (resolution №20/3 of 02.09.2019)", "Сел жүрдү (not decided yet)"
    assert why(0) == [("1.1", decided), ("1.2", still_open), ("1.3", still_open)]
    assert why(1) == [("1.2", still_open), ("1.3", still_open)]


def test_changes_are_told_in_russian_where_the_words_are_on_record(plan, store):
    plan.does("2019 жыл май", "2019 жыл июнь")
    one, other = plan["1.1"].id, plan["1.2"].id
    plan_actions.change_activity(store, activity_id=one, products=["Бир", "Эки"])
    plan_actions.change_activity(store, activity_id=one, text_ru="Дело")
    plan.is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат кечикти", on=date(2019, 8, 20))
    plan_actions.set_deadline_words(store, activity_id=one, words="2019 жыл июль")
    plan_actions.change_activity(store, activity_id=one, text_ky="Жаңы иш", text_ru="Новое дело", products=["Бир"])
    plan_actions.change_activity(store, activity_id=other, text_ky="Башка иш")

    def told(language):
        strategy = plan.strategy
        found = differences.between(strategy.baselines[0].content, baselines.content(strategy), language)
        return [(change.number, change.before, change.after) for change in found]

    assert told("ky") == [
        ("1.1", "Иш 1", "Жаңы иш"),
        ("1.1", "– Бир\n– Эки", "Бир"),
        ("1.1", "2019 жыл май", "2019 жыл июль"),
        ("1.2", "Иш 2", "Башка иш"),
    ]
    assert told("ru") == [
        ("1.1", "Дело", "Новое дело"),
        ("1.1", "– Бир\n– Эки", "Бир"),
        ("1.1", "май 2019 г.", "июль 2019 г."),
        ("1.2", "Иш 2", "Башка иш"),
    ]
