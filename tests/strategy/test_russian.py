"""The Russian side of a strategy, written text by text or pasted as a column."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.office.records import Criterion
from ayil_desktop.printing import text as printed
from ayil_desktop.refused import Refused
from ayil_desktop.store import journal
from ayil_desktop.store.work import reading, work
from ayil_desktop.strategy import (
    actions,
    approval_actions,
    baselines,
    differences,
    handouts,
    papers,
    plan_actions,
    put_back_actions,
    russian,
    russian_actions,
    versions,
)
from ayil_desktop.strategy.records import PriorityService
from tests.commission.screens import copy_to_clipboard, press, put
from tests.strategy.made_up import LATER, Plan
from tests.strategy.screens import open_card, put_lines, window_of

TEXT = 5


@pytest.fixture
def panel(draft):
    """The Russian side of a draft's texts."""
    draft.pages.setCurrentIndex(TEXT)
    draft.text.sides.setCurrentIndex(1)
    return draft.text.russian


def texts(plan):
    return {(one.number, one.field): one for one in russian.texts(plan.strategy)}


def choose(panel, what, number=""):
    found = next(one for one in panel.texts.table.rows() if (str(one.what), one.number) == (what, number))
    panel.texts.table.go_to(found.id)
    return found


def document(store, name, language="ru"):
    with reading(store) as session:
        return getattr(handouts, name)(papers.only(session, date(2019, 4, 16)), language)


def paper(store, name, language="ru"):
    return printed.render(document(store, name, language))


def test_every_kyrgyz_text_is_there_and_the_missing_ones_say_so(panel, plan):
    assert panel.texts.count.accessibleName().startswith("In Russian: 3 of ")
    model = panel.texts.table.grid.model()
    shown = [model.index(line, 3).data() for line in range(model.rowCount())]
    assert shown.count("missing") == sum(one.is_missing for one in russian.texts(plan.strategy)) > 20
    panel.only_missing.click()
    assert all(one.is_missing for one in panel.texts.table.rows())


def test_typing_and_ctrl_enter_walks_through_the_missing_ones(panel, plan):
    choose(panel, "Activity", "1.1")
    for words in ("Первая работа", "Ответственный секретарь"):
        panel.texts.russian_text.text.setPlainText(words)
        press(panel.texts.russian_text.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert plan["1.1"].text_ru == "Первая работа"
    assert str(panel.texts.table.current().what) == "Activity"
    assert panel.texts.table.current().number == "1.2"


def test_the_same_words_elsewhere_are_written_once_in_one_step(panel, plan, store):
    choose(panel, "Responsible", "1.1")
    put_lines(panel.texts.form, "russian", "Ответственный секретарь")
    assert [plan[number].responsible[0].text_ru for number in ("1.1", "1.2", "1.3")] == ["Ответственный секретарь"] * 3
    journal.undo(store)
    assert plan["1.3"].responsible[0].text_ru == ""


def test_what_is_written_elsewhere_already_is_left_alone(panel, plan):
    choose(panel, "Responsible", "1.2")
    put_lines(panel.texts.form, "russian", "Секретарь")
    choose(panel, "Responsible", "1.1")
    put_lines(panel.texts.form, "russian", "Ответственный секретарь")
    assert [plan[number].responsible[0].text_ru for number in ("1.1", "1.2", "1.3")] == [
        "Ответственный секретарь",
        "Секретарь",
        "Секретарь",
    ]


def approve(draft, plan):
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))


@pytest.mark.clause("ST-R.1")
def test_what_had_no_russian_words_when_it_was_approved_is_translated_and_corrected_later(draft, panel, plan):
    approve(draft, plan)
    for words in ("Водопровод", "Водопровод села"):
        choose(panel, "Task", "1")
        put_lines(panel.texts.form, "russian", words)
        assert plan.strategy.priorities[0].tasks[0].title_ru == words
    assert not differences.between(plan.strategy.baselines[-1].content, baselines.content(plan.strategy))


@pytest.mark.clause("ST-R.1")
def test_approved_russian_words_are_locked_as_the_kyrgyz_ones(draft, panel, plan, store):
    choose(panel, "Activity", "1.1")
    put_lines(panel.texts.form, "russian", "Дело 1")
    approve(draft, plan)
    for what, approved in (("Deadline in words", "май 2019 г."), ("Activity", "Дело 1")):
        found = choose(panel, what, "1.1")
        assert panel.texts.russian_text.text.isReadOnly()
        assert panel.hint.text().startswith("Approved with the strategy")
        with pytest.raises(Refused) as refused:
            russian_actions.translate(store, strategy_id=plan.id, words={found.id: "январь 2021 г."})
        assert (refused.value.field, refused.value.clause) == ("russian", "ST-R.1")
        assert approved in refused.value.reason.into("en")
    assert (plan["1.1"].deadline_ru, plan["1.1"].text_ru) == ("май 2019 г.", "Дело 1")
    choose(panel, "Activity", "1.2")
    assert not panel.texts.russian_text.text.isReadOnly()


def test_a_pasted_column_that_would_change_approved_words_changes_nothing(draft, panel, plan):
    approve(draft, plan)
    choose(panel, "Activity", "1.1")
    copy_to_clipboard([["Дело 1"], ["январь 2021 г."]])
    panel.texts.table.paste()
    assert "май 2019 г." in panel.texts.russian_text.refusal
    assert (plan["1.1"].text_ru, plan["1.1"].deadline_ru) == ("", "май 2019 г.")
    copy_to_clipboard([["Дело 1"], ["май  2019 г."]])  # the same words are no change
    panel.texts.table.paste()
    assert plan["1.1"].text_ru == "Дело 1"


@pytest.fixture
def amending(draft, panel, plan, store):
    approve(draft, plan)
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Котормо", on=date(2019, 8, 20))
    draft.show_touched(frozenset({"strategy"}))
    return plan


def test_inside_an_amendment_russian_words_are_changed_and_count_once_it_is_decided(amending, panel, store):
    russian_actions.translate(store, strategy_id=amending.id, words={f"{amending['1.2'].id}/text_ru": "Дело 2"})
    choose(panel, "Deadline in words", "1.1")
    put_lines(panel.texts.form, "russian", "в мае 2019 г.")
    assert amending["1.1"].deadline_ru == "в мае 2019 г."
    changed = differences.between(amending.strategy.baselines[-1].content, baselines.content(amending.strategy))
    assert [(str(one.what), one.number, one.before, one.after) for one in changed] == [
        ("In Russian", "1.1", "май 2019 г.", "в мае 2019 г.")
    ]
    with reading(store) as session:
        counted = papers.only(session, date(2019, 9, 1)).strategy
    first, second, _ = counted.priorities[0].tasks[0].activities
    assert (first.deadline_ru, second.text_ru) == ("май 2019 г.", "Дело 2")
    approval_actions.decide_amendment(store, strategy_id=amending.id, on=LATER.date, act=LATER)
    for number, field in (("1.1", "deadline_ru"), ("1.2", "text_ru")):
        with pytest.raises(Refused):
            russian_actions.translate(
                store, strategy_id=amending.id, words={f"{amending[number].id}/{field}": "Другое"}
            )


def test_a_withdrawn_amendment_leaves_the_approved_russian_words(amending, store):
    first = amending["1.1"].id
    words = {f"{first}/deadline_ru": "в мае 2019 г.", f"{first}/text_ru": "Дело 1"}
    russian_actions.translate(store, strategy_id=amending.id, words=words)
    put_back_actions.withdraw_with_changes(store, strategy_id=amending.id)
    assert (amending["1.1"].deadline_ru, amending["1.1"].text_ru) == ("май 2019 г.", "Дело 1")
    journal.undo(store)
    assert amending["1.1"].deadline_ru == "в мае 2019 г."


def test_the_russian_words_of_an_approved_standard_belong_to_its_version(plan, store):
    plan.does("2019 жыл май")
    service_id = plan.strategy.priorities[0].service_id
    written = {"service_id": service_id, "criterion": Criterion.TIME}
    old = actions.write_standard(store, **written, texts=["Күн сайын"]).made
    russian_actions.translate(store, strategy_id=plan.id, words={f"{old}/texts_ru": "Ежедневно"})
    plan.is_approved()
    later = Plan(store, begins=date(2021, 1, 1), ends=date(2022, 12, 31))
    with work(store, Message("Change")) as session:
        session.get_one(PriorityService, later.priority_id).service_id = service_id
    for strategy_id in (plan.id, later.id):
        with pytest.raises(Refused):
            russian_actions.translate(store, strategy_id=strategy_id, words={f"{old}/texts_ru": "Иногда"})
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Котормо", on=date(2019, 8, 20))
    with pytest.raises(Refused) as refused:
        russian_actions.translate(store, strategy_id=plan.id, words={f"{old}/texts_ru": "Иногда"})
    assert refused.value.clause == "ST-7.6"
    new = actions.write_standard(store, **written, strategy_id=plan.id, texts=["Күн сайын"]).made
    russian_actions.translate(store, strategy_id=plan.id, words={f"{new}/texts_ru": "Каждый день"})
    assert [one.texts_ru for one in versions.held(plan.strategy, plan.strategy.priorities[0])] == [["Каждый день"]]


def test_a_list_stays_a_list_and_a_section_keeps_its_paragraphs(real_tab):
    real_tab.pages.setCurrentIndex(TEXT)
    real_tab.text.sides.setCurrentIndex(1)
    russian_side = real_tab.text.russian
    choose(russian_side, "Justification")
    assert russian_side.hint.text() == "One on each line"
    put_lines(russian_side.texts.form, "russian", "Вода плохая", "", "Болезни")
    assert russian_side.texts.table.current().russian == "Вода плохая\nБолезни"
    choose(russian_side, "Text", "1")
    put_lines(russian_side.texts.form, "russian", "Абзац.", "", "- раз", "- два")
    section = real_tab.shown.strategy.sections[0]
    assert [block["kind"] for block in section.blocks_ru] == ["paragraph", "list"]


def test_a_column_from_excel_fills_the_rows_downwards(panel, plan):
    choose(panel, "Activity", "1.1")
    copy_to_clipboard([["Иш 1", "Работа 1"], ["", ""], ["Жооптуу катчы", "Секретарь"]])
    panel.texts.table.paste()
    assert plan["1.1"].text_ru == "Работа 1"
    assert plan["1.1"].deadline_ru == "май 2019 г."
    assert plan["1.1"].responsible[0].text_ru == "Секретарь"


def test_a_long_text_is_kept_and_one_that_is_too_long_stays_in_the_field(panel, plan):
    choose(panel, "Activity", "1.1")
    put_lines(panel.texts.form, "russian", "Длинный текст. " * 666)
    assert len(plan["1.1"].text_ru) == len("Длинный текст. " * 666) - 1
    put_lines(panel.texts.form, "russian", "Я" * 20_001)
    assert "20" in panel.texts.russian_text.refusal
    assert len(panel.texts.russian_text.content()) == 20_001
    assert panel.texts.table.current().russian.startswith("Длинный")


def test_a_russian_paper_falls_back_to_kyrgyz_and_says_how_often(panel, plan, store):
    choose(panel, "Activity", "1.1")
    put_lines(panel.texts.form, "russian", "Первая работа")
    told = paper(store, "action_plan")
    assert "1.1 Первая работа" in told
    assert "1.2 Иш 2" in told
    assert "по-русски" not in told
    made = document(store, "action_plan")
    assert (made.untranslated, made.footer) == (6, "Без русского перевода – текст на кыргызском.")
    assert document(store, "action_plan", "ky").untranslated == 0


def test_a_russian_paper_has_no_kyrgyz_heads_and_when_all_is_written_says_nothing_of_it(chet_nura, store, real_tab):
    told = paper(store, "standards")
    assert "Жеткиликтүүлүк" not in told
    assert "Доступность" in told
    real_tab.pages.setCurrentIndex(TEXT)
    real_tab.text.sides.setCurrentIndex(1)
    side = real_tab.text.russian
    rows = list(russian.standards(real_tab.shown.strategy, real_tab.shown.strategy.priorities[0]))
    for one in rows:
        side.texts.table.go_to(one.id)
        put_lines(side.texts.form, "russian", f"Перевод {one.number} {one.field}")
    with reading(store) as session:
        made = handouts.standards(papers.only(session, date(2019, 4, 16)), "ru", "1")
    assert (made.untranslated, "Непереведённые" in made.footer) == (0, False)
    assert "Перевод" in printed.render(made)


def test_the_card_and_the_section_lead_to_their_russian_texts(draft, plan):
    draft.pages.setCurrentIndex(TEXT)
    draft.text.sections.setCurrentIndex(2)
    draft.text.in_russian.click()
    assert draft.text.russian.texts.table.current().record == plan.strategy.sections[2].id


# --- the Kyrgyz text has changed since ------------------------------------------------------------


@pytest.fixture
def outdated(draft, panel, plan):
    """The first activity is written in Russian, then its Kyrgyz text is changed in its card."""
    for what, number, words in (("Activity", "1.1", "Первая работа"), ("Task", "1", "Водопровод")):
        choose(panel, what, number)
        put_lines(panel.texts.form, "russian", words)
    draft.pages.setCurrentIndex(0)
    put(open_card(draft, "1.1").words, text_ky="Башка иш")
    draft.pages.setCurrentIndex(TEXT)
    return panel


def first(plan):
    return next(one for one in russian.texts(plan.strategy) if (one.number, str(one.what)) == ("1.1", "Activity"))


def cell(panel, text):
    panel.texts.table.go_to(text.id)
    return panel.texts.table.grid.currentIndex().siblingAtColumn(3).data()


def test_a_russian_text_is_outdated_once_its_kyrgyz_one_has_changed(outdated, plan):
    text = choose(outdated, "Activity", "1.1")
    assert cell(outdated, text) == "outdated: Первая работа"
    assert outdated.texts.count.accessibleName().endswith("outdated: 1")
    assert "Иш 1" in outdated.texts.earlier.text()
    assert outdated.texts.right.isVisible()
    outdated.only_missing.click()
    assert "1.1" in [one.number for one in outdated.texts.table.rows()]
    assert "Водопровод" not in [one.russian for one in outdated.texts.table.rows()]


def test_ctrl_enter_finds_the_outdated_ones_too(outdated):
    choose(outdated, "Task", "1")
    press(outdated.texts.russian_text.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (outdated.texts.table.current().number, outdated.texts.table.current().is_outdated) == ("1.1", True)


def test_a_text_written_anew_is_not_outdated_any_more(outdated, plan, store):
    choose(outdated, "Activity", "1.1")
    put_lines(outdated.texts.form, "russian", "Другая работа")
    assert not first(plan).is_outdated
    assert not outdated.texts.right.isVisible()
    journal.undo(store)
    assert first(plan).is_outdated


def test_a_text_that_is_still_right_is_said_to_be_so(outdated, plan):
    choose(outdated, "Activity", "1.1")
    outdated.texts.right.click()
    text = first(plan)
    assert (text.russian, text.is_outdated) == ("Первая работа", False)


def test_kyrgyz_words_that_come_back_bring_their_russian_text_back(outdated, draft, plan):
    draft.pages.setCurrentIndex(0)
    put(open_card(draft, "1.1").words, text_ky="Дагы башка")
    put(open_card(draft, "1.1").words, text_ky="Иш 1")
    assert not first(plan).is_outdated


def test_who_prints_a_russian_paper_is_told_what_is_outdated(outdated, store, language):
    assert "изменён" not in paper(store, "action_plan")
    made = document(store, "action_plan")
    assert made.outdated == 1
    language("ru")
    told = [str(one) for one in wording.untranslated(made.untranslated, made.outdated)]
    assert "1 русский текст устарел: кыргызский с тех пор изменился." in told
    assert document(store, "action_plan", "ky").outdated == 0


def test_sections_lists_and_titles_are_outdated_too(draft, panel, plan, store):
    section = plan.strategy.sections[0]
    actions.write_section(store, section_id=section.id, text="Биринчи.", language="ky")
    actions.write_section(store, section_id=section.id, text="Первое.", language="ru")
    actions.write_section(store, section_id=section.id, text="Экинчи.", title_ky="Башталыш")
    plan_actions.change_activity(store, activity_id=plan["1.1"].id, products=["Акт"])
    russian_actions.translate(store, strategy_id=plan.id, words={f"{plan['1.1'].id}/products_ru": "Акт"})
    plan_actions.change_activity(store, activity_id=plan["1.1"].id, products=["Акт", "Кат"])
    found = [(one.number, one.field, one.says) for one in russian.outdated(russian.texts(plan.strategy))]
    assert found == [("1", "blocks_ru", "Биринчи."), ("1.1", "products_ru", "Акт")]


def test_the_reason_of_an_amendment_is_written_in_russian_when_it_is_opened_or_later(draft, plan, panel):
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    draft.head.next.click()
    window_of(draft, reason="Каражат кечикти", reason_ru="Средства задержаны", opened_on=date(2019, 4, 15))
    assert plan.strategy.amendments[0].reason_ru == "Средства задержаны"
    text = choose(panel, "Reason of the amendment of 15.04.2019")
    assert text.kyrgyz == "Каражат кечикти"
    panel.texts.russian_text.text.setPlainText("Средства поступили поздно")
    press(panel.texts.russian_text.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert plan.strategy.amendments[0].reason_ru == "Средства поступили поздно"


def test_the_reason_of_an_amendment_is_no_text_of_the_plan(plan, store):
    """Its translation is no change of what is approved, and stays open after the decision."""
    plan.does("2019 жыл май").is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Каражат", on=date(2019, 8, 20))
    (made,) = plan.strategy.amendments
    wrote = {f"{made.id}/reason_ru": "Средства"}
    russian_actions.translate(store, strategy_id=plan.id, words=wrote)
    assert list(differences.between(plan.strategy.baselines[-1].content, baselines.content(plan.strategy))) == []
    approval_actions.decide_amendment(store, strategy_id=plan.id, on=LATER.date, act=LATER)
    russian_actions.translate(store, strategy_id=plan.id, words={f"{made.id}/reason_ru": "Нехватка средств"})
    assert plan.strategy.amendments[0].reason_ru == "Нехватка средств"
