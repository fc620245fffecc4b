"""What is wrong in a plan is said in plain words on the screen, and nothing that was typed is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.language.message import Message
from ayil_desktop.store.work import work
from ayil_desktop.strategy.plan_check import Finding
from ayil_desktop.strategy.records import Activity
from tests.commission.screens import copy_to_clipboard, press, put
from tests.strategy.screens import add_pasted, open_card, put_lines, row, run, window_of

Key = Qt.Key


@pytest.fixture
def nothing_planned(show):
    """A strategy without any service."""
    tab = show()
    tab.begin()
    window_of(tab, title_ky="Жаңы стратегия", begins=date(2019, 1, 1), ends=date(2020, 12, 31))
    return tab


def finds(tab, kind):
    return [one.numbers for one in tab.shown.warnings if one.finding is kind]


@pytest.mark.parametrize("name", ["task", "activity", "paste"])
def test_a_plan_without_a_service_says_what_comes_first(nothing_planned, told, name):
    copy_to_clipboard([["Иш", "2019 жыл май", "Катчы"]])
    run(nothing_planned, name)
    assert told.words == ["The strategy has no service yet. Add the priority services first."]


def test_an_activity_without_a_task_says_what_comes_first(nothing_planned, told):
    run(nothing_planned, "service")
    window_of(nothing_planned, name_ky="Жол")
    press(nothing_planned.plan.gantt, Key.Key_Insert)
    assert told.words == ["This plan has no task yet. Add a task first."]


def test_words_and_days_cannot_contradict_each_other(draft, plan):
    card = open_card(draft, "1.1")
    put(card.deadline.form, ends="30.09.2019")
    put(card.deadline.form, deadline_ky="2019 жыл июль")
    kept = plan["1.1"]
    assert (kept.deadline_ky, kept.starts, kept.ends) == ("2019 жыл июль", date(2019, 7, 1), date(2019, 7, 31))
    assert card.deadline.form.field("ends").line.text() == "31.07.2019"


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ("ky", "мөөнөттүн сөздөрү менен күндөрү дал келбейт"),
        ("ru", "слова и даты срока расходятся"),
        ("en", "the words and the dates of the deadline differ"),
    ],
)
def test_words_that_contradict_their_dates_warn_and_lead_there(draft, plan, store, language, spoken, words):
    """A file from elsewhere may say both; the program itself always writes one from the other."""
    second = plan["1.2"].id
    with work(store, Message("Change")) as session:
        session.get_one(Activity, second).ends = date(2019, 12, 31)
    draft.show_touched(frozenset({"strategy"}))
    language(spoken)
    assert finds(draft, Finding.CONTRADICTION) == [("1.2",)]
    draft.plan.check.click()
    table = draft.plan.findings.table
    line = next(one for one in table.rows() if one.warned.finding is Finding.CONTRADICTION)
    assert words in str(line.warned.text)
    table.go_to(line.id)
    assert draft.plan.chosen == plan["1.2"].id
    language("en")
    put(open_card(draft, "1.2").deadline.form, deadline_ky="2019 жыл декабрь")
    assert finds(draft, Finding.CONTRADICTION) == []


def test_a_translation_that_names_another_day_is_warned_of(draft, plan, store):
    second = plan["1.2"].id
    with work(store, Message("Change")) as session:
        session.get_one(Activity, second).deadline_ru = "до 30 декабря 2025 года"
    draft.show_touched(frozenset({"strategy"}))
    assert finds(draft, Finding.CONTRADICTION) == [("1.2",)]


def test_days_that_no_calendar_has_are_kept_as_words_and_warned_of(draft, plan):
    put(open_card(draft, "1.1").deadline.form, deadline_ky="2019 жыл 31-июнга чейин")
    assert (plan["1.1"].deadline_ky, plan["1.1"].ends) == ("2019 жыл 31-июнга чейин", None)
    assert finds(draft, Finding.UNKNOWN_DEADLINE) == [("1.1",)]


def test_an_activity_outside_the_years_warns_and_leads_there(draft):
    put(open_card(draft, "1.1").deadline.form, deadline_ky="2023 жыл май")
    assert finds(draft, Finding.OUTSIDE_YEARS) == [("1.1",)]
    draft.plan.check.click()
    table = draft.plan.findings.table
    table.go_to(next(one.id for one in table.rows() if one.warned.finding is Finding.OUTSIDE_YEARS))
    assert draft.plan.chosen == row(draft, "1.1").key


def test_ten_thousand_letters_are_added_and_what_no_field_holds_is_refused_and_stays(draft, plan):
    long = "Узун текст. " * 833
    run(draft, "activity")
    put_lines(draft.window_shown.form, "text_ky", long)
    window_of(draft, deadline="2019 жыл июль")
    assert plan["1.4"].text_ky == long.strip()
    run(draft, "activity")
    put_lines(draft.window_shown.form, "text_ky", long * 20)
    window_of(draft)
    field = draft.window_shown.form.field("text_ky")
    assert field.refusal
    assert len(field.text.toPlainText()) > 100_000
    draft.window_shown.reject()


def test_an_activity_without_words_is_refused_in_its_window(draft, plan):
    press(draft.plan.gantt, Key.Key_Insert)
    window_of(draft, deadline="2019 жыл июль")
    assert draft.window_shown.form.field("text_ky").refusal
    assert draft.window_shown.form.field("deadline").line.text() == "2019 жыл июль"
    draft.window_shown.reject()
    assert plan.numbers() == ["1.1", "1.2", "1.3"]


def test_a_pasted_book_in_one_cell_is_marked_and_refused_without_loss(draft, plan):
    copy_to_clipboard([["Иш", "2019 жыл май", "Катчы"], ["Узун " * 20_000, "2019 жыл июнь", "Катчы"]])
    draft.plan.gantt.go_to(row(draft, "1.1").key)
    run(draft, "paste")
    window = draft.window_shown
    assert [bool(line.row.doubts) for line in window.table.rows()] == [False, True]
    add_pasted(window)
    assert window.note.text
    assert window.isVisible()
    assert plan.numbers() == ["1.1", "1.2", "1.3"]
    window.reject()


def test_a_pasted_picture_or_text_of_signs_is_a_table_to_look_at(draft):
    copy_to_clipboard([["\x00\x07", "<b>&amp;</b>", "=1+1"]])
    run(draft, "paste")
    assert draft.window_shown.isVisible()
    assert [line.row.text for line in draft.window_shown.table.rows()][-1] == "<b>&amp;</b>"
    draft.window_shown.reject()


def test_an_amendment_that_is_decided_by_nobody_stays_open(draft, plan):
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    draft.plan.gantt.go_to(row(draft, "1.1").key)
    press(draft.plan.gantt, Key.Key_Delete)
    window_of(draft, reason="Каражат")
    draft.head.changes.click()
    draft.plan.changes.decide.click()
    window_of(draft)
    assert "resolution or the meeting" in draft.window_shown.form.refusal
    draft.window_shown.reject()
    assert len(plan.strategy.baselines) == 1
    assert [one.change.number for one in draft.plan.changes.table.rows()] == ["1.1"]


@pytest.mark.parametrize(
    ("spoken", "first_words"),
    [
        ("ky", ["Бул", "Бул", "Таблицада", "Расмий"]),
        ("ru", ["Получился", "Слишком", "В", "Укажите"]),
    ],
)
def test_every_no_is_said_in_the_language_of_the_screen_and_what_was_typed_stays(
    draft, plan, told, language, spoken, first_words
):
    said = []
    language(spoken)
    first, second = row(draft, "1.1").key, row(draft, "1.2").key
    draft.plan.gantt.linked.emit(first, second)
    draft.plan.gantt.linked.emit(second, first)
    said.append(told.words[-1])
    assert "1.1" in said[-1]
    assert "1.2" in said[-1]
    run(draft, "activity")
    put_lines(draft.window_shown.form, "text_ky", "Узун " * 20_000)
    draft.window_shown.carry_out()
    said.append(draft.window_shown.form.field("text_ky").refusal)
    assert len(draft.window_shown.form.field("text_ky").text.toPlainText()) == 100_000
    draft.window_shown.reject()
    copy_to_clipboard([["Иш-аракет"], ["Кудук казуу"], ["Түтүк тартуу"]])
    run(draft, "paste")
    said.append(draft.window_shown.trouble.text())
    draft.window_shown.reject()
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    draft.head.next.click()
    window_of(draft, reason="Каражат")
    draft.head.next.click()
    window_of(draft)
    said.append(draft.window_shown.form.refusal)
    draft.window_shown.reject()
    assert [one.split()[0] for one in said] == first_words
