"""Whole plans come and go: pasted from Word and Excel, copied, compared, carried into the next period."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from ayil_desktop.store import journal
from ayil_desktop.strategy import plan_block, plan_pasted, rules
from ayil_desktop.strategy.plan_columns import Column
from ayil_desktop.strategy.records import Status
from ayil_desktop.widgets import background, clipboard
from tests.commission.screens import choose, copy_to_clipboard, press, put
from tests.strategy.screens import add_pasted, finish_jobs, open_card, row, run, window_of

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
HEAD = ["№", "Иш-аракет", "Продукт", "Ресурстар", "Мөөнөтү", "Жооптуу"]
TABLE = [
    HEAD,
    ["1", "Кудук казуу", "", "", "", ""],
    ["1.1", "Жер тандоо", "Акт", "Каражат", "2019 жыл май", "Катчы"],
    ["1.2", "Келишим түзүү", "Келишим", "", "кар эригенде", "Башчы"],
    ["2", "Түтүк тартуу", "", "", "", ""],
    ["2.1", "Түтүк алуу", "", "", "2019 жыл июнь", "Катчы"],
]


@pytest.fixture
def tab(plan, show):
    """A draft with a service that has no plan yet; it is chosen."""
    plan.does("2019 жыл март")
    plan.empty = plan.serves("Жол")
    screen = show()
    screen.plan.gantt.go_to(plan.empty)
    return screen


def copy_table(rows):
    """As Word leaves it: a table in HTML, and its text beside it."""
    mime = QMimeData()
    mime.setHtml(clipboard.as_html(rows))
    mime.setText("nobody reads this")
    QApplication.clipboard().setMimeData(mime)


def of_service(plan, place):
    return [
        (task.number, task.title_ky, [(one.number, one.text_ky, one.deadline_ky) for one in task.activities])
        for task in plan.strategy.priorities[place].tasks
    ]


def undo(tab, store):
    journal.undo(store)
    tab.show_touched(frozenset({"strategy"}))


def test_a_table_of_word_becomes_a_plan_in_one_step(tab, plan, store):
    copy_table(TABLE)
    press(tab.plan.gantt, Key.Key_V, CTRL)
    window = tab.window_shown
    assert window.add.text() == "Add 3 activities"
    assert window.doubtful.text() == "Rows to look at: 1"
    assert window.trouble.isHidden()
    assert [line.days for line in window.table.rows()] == [
        "",
        "01.05.2019 – 31.05.2019",
        "",
        "",
        "01.06.2019 – 30.06.2019",
    ]
    add_pasted(window)
    assert of_service(plan, 1) == [
        ("1", "Кудук казуу", [("1.1", "Жер тандоо", "2019 жыл май"), ("1.2", "Келишим түзүү", "кар эригенде")]),
        ("2", "Түтүк тартуу", [("2.1", "Түтүк алуу", "2019 жыл июнь")]),
    ]
    assert "1.2: the deadline is not understood." in [str(one.text) for one in tab.shown.warnings]
    undo(tab, store)
    assert of_service(plan, 1) == []


def test_a_doubtful_deadline_is_mended_before_it_is_kept(tab, plan):
    copy_to_clipboard(TABLE)
    run(tab, "paste")
    window = tab.window_shown
    line = window.table.rows()[2]
    assert line.row.doubts
    editor = window.table.edit(line.id, "deadline")
    editor.setText("2019 жыл апрель")
    press(editor, Key.Key_Return)
    assert window.doubtful.isHidden()
    assert window.table.rows()[2].days == "01.04.2019 – 30.04.2019"
    add_pasted(window)
    assert plan["1.2"].ends == date(2019, 4, 30)


def test_a_year_that_is_not_written_is_said_once_for_all(tab, plan):
    copy_to_clipboard([HEAD, ["1.1", "Жер тандоо", "", "", "15-августка чейин", "Катчы"]])
    tab.plan.gantt.go_to(plan.priority_id)
    run(tab, "paste")
    window = tab.window_shown
    line = window.table.rows()[-1]
    assert str(line.row.doubts[Column.DEADLINE]).startswith("No year")
    put(window.years, year="жыл")
    assert window.years.field("year").refusal.startswith("“жыл” is not a whole number. Enter it like 20")
    put(window.years, year="2019")
    assert window.table.rows()[-1].days == "15.08.2019"
    add_pasted(window)
    kept = list(rules.activities_of(plan.strategy.priorities[0]))[-1]
    assert (kept.deadline_ky, kept.ends) == ("15-августка чейин", date(2019, 8, 15))


def test_the_user_says_what_the_columns_are(tab, plan):
    copy_to_clipboard([["Катчы", "Жер тандоо", "2019 жыл май"], ["Башчы", "Келишим", "2019 жыл июнь"]])
    run(tab, "paste")
    window = tab.window_shown
    choose(window.meanings[0], "Responsible")
    choose(window.meanings[1], "Activity")
    editor = window.table.edit(0, "text")
    editor.setText("Жаңы маселе")
    press(editor, Key.Key_Return)
    add_pasted(window)
    [(number, title, rows)] = of_service(plan, 1)
    assert (number, title) == ("1", "Жаңы маселе")
    assert rows == [("1.1", "Жер тандоо", "2019 жыл май"), ("1.2", "Келишим", "2019 жыл июнь")]


def test_a_task_without_a_title_is_asked_for_and_nothing_is_lost(tab, plan):
    copy_to_clipboard([["Жер тандоо", "2019 жыл май", "Катчы"]])
    run(tab, "paste")
    window = tab.window_shown
    add_pasted(window)
    assert "title of task" in window.note.text
    assert window.isVisible()
    assert len(window.table.rows()) == 2
    assert of_service(plan, 1) == []
    window.reject()


def test_rows_pasted_at_a_task_go_on_with_it(tab, plan):
    tab.plan.gantt.go_to(row(tab, "1.1").key)
    copy_to_clipboard([["Жер тандоо", "2019 жыл май", "Катчы"], ["Келишим", "2019 жыл июнь", "Катчы"]])
    run(tab, "paste")
    add_pasted(tab.window_shown)
    [(_, title, rows)] = of_service(plan, 0)
    assert (title, [number for number, *_ in rows]) == ("Суу түтүгү", ["1.1", "1.2", "1.3"])


def test_one_column_and_an_empty_clipboard_are_told(tab, told):
    QApplication.clipboard().clear()
    run(tab, "paste")
    assert "nothing to paste" in told.words[-1]
    copy_to_clipboard([["Жер тандоо"], ["Келишим"]])
    run(tab, "paste")
    assert "one column only" in tab.window_shown.trouble.text()
    tab.window_shown.reject()


def test_merged_cells_are_filled_from_above(tab, plan):
    copy_table([HEAD, ["1.1", "Жер тандоо", "", "", "2019 жыл май", "Катчы"], ["1.2", "Келишим", "", "", "", ""]])
    run(tab, "paste")
    window = tab.window_shown
    assert window.doubtful.text() == "Rows to look at: 2"
    window.fill_down.click()
    assert window.doubtful.text() == "Rows to look at: 1"
    assert window.table.rows()[2].row.responsible == ("Катчы",)
    window.reject()


def test_a_pasted_plan_of_an_approved_strategy_waits_for_the_amendment(tab, plan):
    plan.is_approved()
    tab.show_touched(frozenset({"strategy"}))
    copy_to_clipboard(TABLE)
    run(tab, "paste")
    window_of(tab, reason="Жаңы кызмат")
    add_pasted(tab.window_shown)
    assert [number for number, *_ in of_service(plan, 1)] == ["1", "2"]


def test_a_table_of_five_thousand_rows_is_pasted_whole(tab, plan):
    rows = [[f"1.{place}", f"Иш {place}", "Акт", "", "2019 жыл май", "Катчы"] for place in range(1, 5_001)]
    copy_to_clipboard([HEAD, ["1", "Чоң маселе", "", "", "", ""], *rows])
    run(tab, "paste")
    assert tab.window_shown.add.text().replace("\xa0", "").replace(" ", "") == "Add5000activities"
    assert tab.window_shown.big.isVisible()
    add_pasted(tab.window_shown)
    assert sum(True for _ in rules.activities_of(plan.strategy.priorities[1])) == 5_000


def test_copied_rows_are_read_back_as_they_stand(tab, plan, real):
    for priority in real.priorities:
        block = [plan_block.head("ky"), *plan_block.of_plan(priority, "ky")]
        found = plan_pasted.read(clipboard.block(clipboard.as_html(block), ""))
        kept = list(rules.activities_of(priority))
        rows = [one for one in found.rows if one.kind is plan_pasted.RowKind.ACTIVITY]
        assert [(one.number, one.deadline) for one in rows] == [(one.number, one.deadline_ky) for one in kept]
        assert not any(one.doubts for one in rows)


def test_ctrl_c_at_one_service_and_ctrl_v_at_another_copies_the_plan(tab, plan):
    tab.plan.gantt.go_to(plan.priority_id)
    press(tab.plan.gantt, Key.Key_C, CTRL)
    tab.plan.gantt.go_to(plan.empty)
    press(tab.plan.gantt, Key.Key_V, CTRL)
    add_pasted(tab.window_shown)
    assert of_service(plan, 1) == of_service(plan, 0)


def test_a_plan_is_copied_for_another_service_with_its_days_moved(tab, plan, store):
    run(tab, "copy-plan")
    form = tab.window_shown.form
    window_of(tab, years="бир")
    assert form.field("years").refusal == "“бир” is not a whole number. Enter it like 12"
    window_of(tab, years="1")
    assert form.field("source").refusal
    window_of(tab, source="1. Таза суу (2019–2020)", years="1")
    assert of_service(plan, 1) == [("1", "Суу түтүгү", [("1.1", "Иш 1", "2020 жыл март")])]
    undo(tab, store)
    assert of_service(plan, 1) == []


def test_a_service_with_a_plan_is_not_copied_over(tab, plan, told):
    tab.plan.gantt.go_to(plan.priority_id)
    run(tab, "copy-plan")
    assert "has a plan already" in told.words[-1]


def test_the_next_period_is_begun_on_the_screen_and_the_old_one_can_be_looked_at(tab, plan, previewed):
    plan.is_approved()
    tab.show_touched(frozenset({"strategy"}))
    assert tab.head.which.isHidden()
    run(tab, "next-period")
    form = tab.window_shown.form
    assert [form.field(name).line.text() for name in ("begins", "ends")] == ["01.01.2021", "31.12.2022"]
    window_of(tab, title_ky="Кийинки стратегия")
    assert (tab.shown.strategy.title_ky, tab.shown.strategy.status) == ("Кийинки стратегия", Status.DRAFT)
    assert row(tab, "1.1").words == "2021 жыл март"
    run(tab, "action-plan")
    assert "2021 жыл март" in previewed.text("ky")
    choose(tab.head.which, "2019–2020 Үлгү стратегия")
    assert tab.shown.strategy.id == plan.id
    run(tab, "action-plan")
    assert "2019 жыл март" in previewed.text("ky")


def test_a_period_without_a_first_day_is_refused_and_the_day_waits_to_be_typed(tab):
    run(tab, "next-period")
    window_of(tab, begins="")
    begins = tab.window_shown.form.field("begins")
    assert begins.refusal
    assert tab.window_shown.focusWidget() is begins.line
    tab.window_shown.reject()


def test_a_strategy_that_names_no_years_says_from_where_its_deadlines_move(real_tab):
    run(real_tab, "next-period")
    form = real_tab.window_shown.form
    assert form.field("begins").read() is None
    assert "Its first deadline is in 2019" in form.field("begins").entry.accessibleDescription()
    window_of(real_tab, begins=date(2022, 1, 1), title_ky="2022–2024-жылдарга стратегия", ends=date(2024, 12, 31))
    assert row(real_tab, "1.1").words == "2022 жыл март"
    shown = [real_tab.head.which.itemText(place) for place in range(real_tab.head.which.count())]
    assert shown[0] == "2022–2024-жылдарга стратегия"


def test_what_a_sister_plan_has_is_found_shown_and_taken_over(tab, plan, store):
    copy_to_clipboard(TABLE)
    run(tab, "paste")
    add_pasted(tab.window_shown)
    tab.plan.gantt.go_to(plan.priority_id)
    run(tab, "compare")
    panel = tab.plan.comparison
    assert panel.isVisible()
    assert [one.activity.number for one in panel.table.rows()] == ["1.1", "1.2", "2.1"]
    panel.table.go_to(2)
    assert tab.plan.chosen == panel.table.rows()[2].key
    panel.take.click()
    assert numbers_of(plan) == [("1", ["1.1"]), ("2", ["2.1"])]
    assert [one.activity.number for one in panel.table.rows()] == ["1.1", "1.2"]
    panel.table.grid.selectAll()
    panel.take.click()
    assert numbers_of(plan) == [("1", ["1.1", "1.2", "1.3"]), ("2", ["2.1"])]
    assert panel.table.rows() == []
    undo(tab, store)
    undo(tab, store)
    assert numbers_of(plan) == [("1", ["1.1"])]


def numbers_of(plan):
    return [(number, [one for one, *_ in rows]) for number, _, rows in of_service(plan, 0)]


def test_the_real_plans_show_what_one_of_them_lacks(real_tab):
    real_tab.plan.check.click()
    real_tab.plan.gantt.go_to(real_tab.shown.strategy.priorities[2].id)
    real_tab.plan.findings.compare.click()
    panel = real_tab.plan.comparison
    panel.sister.setCurrentIndex(1)
    assert "5.5" in [one.activity.number for one in panel.table.rows()]


# --- a big table ------------------------------------------------------------------------------------------------------


@pytest.fixture
def big(tab):
    """A table of two thousand rows in its window."""
    rows = [[f"1.{place}", f"Иш {place}", "Акт", "", "2019 жыл май", "Катчы"] for place in range(1, 2_001)]
    copy_to_clipboard([HEAD, ["1", "Чоң маселе", "", "", "", ""], *rows])
    run(tab, "paste")
    return tab.window_shown


def test_a_big_table_is_added_beside_the_screen_and_tells_how_far_it_is(tab, plan, store, big):
    told = []
    big.add.click()
    background.jobs().running[0].progressed.connect(told.append)
    assert big.progress.isVisible()
    assert not big.table.isEnabled()
    assert not big.add.isEnabled()
    finish_jobs()
    assert told == sorted(told)
    assert len(told) > 1
    assert sum(True for _ in rules.activities_of(plan.strategy.priorities[1])) == 2_000
    undo(tab, store)
    assert not list(rules.activities_of(plan.strategy.priorities[1]))


def test_a_big_table_that_is_cancelled_leaves_nothing_and_stays_in_its_window(tab, plan, store, big):
    before = store.sitting.undo_step
    big.add.click()
    background.jobs().running[0].progressed.connect(lambda _share: big.cancel.click())
    finish_jobs()
    assert plan.strategy.priorities[1].tasks == []
    assert store.sitting.undo_step == before
    assert big.isVisible()
    assert big.add.isEnabled()
    assert not big.progress.isVisible()
    add_pasted(big)
    assert sum(True for _ in rules.activities_of(plan.strategy.priorities[1])) == 2_000


def test_rows_without_numbers_go_on_with_those_of_the_plan(tab, plan):
    copy_to_clipboard(
        [HEAD, ["1", "Кудук", "", "", "", ""], *[["", f"Иш {n}", "", "", "2019 жыл май", "А"] for n in "аб"]]
    )
    run(tab, "paste")
    add_pasted(tab.window_shown)
    assert [one.number for one in rules.activities_of(plan.strategy.priorities[1])] == ["1.1", "1.2"]


# --- deadlines in Russian ---------------------------------------------------------------------------------------------


def test_russian_words_go_to_the_russian_side(tab, plan):
    words = ["до 15 апреля 2019 года", "май 2019 г.", "15.04.2019", "когда растает снег", "по мере необходимости"]
    rows = [[f"1.{place}", f"Иш {place}", "", "", one, "Катчы"] for place, one in enumerate(words, 1)]
    copy_to_clipboard([HEAD, ["1", "Кудук казуу", "", "", "", ""], *rows])
    run(tab, "paste")
    add_pasted(tab.window_shown)
    found = [(one.deadline_ky, one.deadline_ru) for one in rules.activities_of(plan.strategy.priorities[1])]
    assert found == [
        ("2019 жыл 15-апрелге чейин", "до 15 апреля 2019 года"),
        ("2019 жыл май", "май 2019 г."),
        ("15.04.2019", "15 апреля 2019 г."),
        ("когда растает снег", ""),
        ("зарылчылыкка жараша", "по мере необходимости"),
    ]


def test_russian_words_in_the_card_go_to_the_russian_side_too(tab, plan):
    put(open_card(tab, "1.1").deadline.form, deadline_ky="июнь 2019 года")
    assert (plan["1.1"].deadline_ky, plan["1.1"].deadline_ru) == ("2019 жыл июнь", "июнь 2019 года")
