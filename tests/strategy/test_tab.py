"""The screen of the strategy, used as the secretary uses it."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from ayil_desktop.office import actions as office_actions
from ayil_desktop.office.records import Criterion
from ayil_desktop.store import journal
from ayil_desktop.strategy import bars, review_actions, rules
from ayil_desktop.strategy.bars import Scale
from ayil_desktop.strategy.follow_up_records import Progress
from ayil_desktop.strategy.paper_commands import PAPERS
from ayil_desktop.strategy.plan_check import Finding
from ayil_desktop.strategy.records import Status
from ayil_desktop.strategy.shown import Which
from ayil_desktop.strategy.standing import State
from tests.commission.screens import choose, copy_to_clipboard, press, put
from tests.strategy.screens import add_pasted, open_card, put_lines, row, run, type_into, window_of
from tests.typing import type_text

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


def test_an_office_without_a_strategy_begins_one(show):
    tab = show()
    assert tab.shown is None
    tab.begin()
    window_of(tab, title_ky="Жаңы стратегия", begins=date(2019, 1, 1), ends=date(2020, 12, 31))
    assert tab.shown.strategy.title_ky == "Жаңы стратегия"
    assert tab.shown.is_open


def test_the_real_plan_tells_how_far_it_is(real_tab):
    head = real_tab.head
    assert head.share.text() == "Done: 0 / 59"
    assert real_tab.shown.late == len([one for one in real_tab.plan.rows if one.state is State.LATE_UNRECORDED])
    assert len([one for one in real_tab.plan.rows if one.level == 2]) == 59


def test_the_check_leads_to_its_rows(real_tab):
    assert real_tab.plan.check.text() == "Check: 15 warnings"
    real_tab.plan.check.click()
    table = real_tab.plan.findings.table
    found = next(one for one in table.rows() if str(one.warned.text).startswith("5.2: due before 5.1"))
    assert found.service.startswith("2. ")
    table.go_to(found.id)
    assert real_tab.plan.gantt.chosen_key == found.key
    assert table.isVisible()
    press(table.grid, Key.Key_Return)
    assert real_tab.plan.card.activity.number == "5.2"
    assert real_tab.plan.card.isVisible()


@pytest.mark.parametrize(
    ("service", "rows", "finding"),
    [
        (1, "2.1, 2.2, 1.3", "мурда турган 1.3"),
        (2, "2.1, 2.2, 2.3, 2.4, 3.1, 3.2, 4.1, 4.2, 5.1, 5.2, 1.2", "1.2"),
        (2, "5.2, 5.1", "5.1"),
        (2, "5.2", "план"),
        (3, "", "Сугат суунун сапатын жакшыртуу"),
        (3, "5.5", "Башка пландарда «Келишимдин долборун"),
        (1, "6.1, 6.2, 6.3", ""),
    ],
)
def test_the_authors_slips_stand_in_the_list_and_lead_to_their_rows(real_tab, language, service, rows, finding):
    language("ky")
    real_tab.plan.check.click()
    table = real_tab.plan.findings.table
    own = [one for one in table.rows() if one.service.startswith(f"{service}.")]
    named = [one for one in own if ", ".join(one.warned.numbers) == rows]
    line = named[0] if rows else next(one for one in own if one.warned.finding is Finding.NAMES)
    assert finding in str(line.warned.text)
    table.go_to(line.id)
    assert real_tab.plan.gantt.chosen_key == line.key


def test_filters_narrow_the_chart(real_tab):
    def numbers():
        return [one.number for one in real_tab.plan.rows if one.level == 2]

    choose_which(real_tab, Which.LATE)
    assert numbers() == ["1.1", "1.2", "2.1", "2.2", "1.1", "1.2", "1.3"]
    choose_which(real_tab, Which.THIS_QUARTER)
    water, waste = "1.2 1.3 2.1 2.2 2.3 3.1 3.2 4.1 4.2 4.3 5.1 5.2 5.3", "1.1 2.1 2.2 2.3 5.2"
    irrigation = "1.2 1.3 2.1 2.2 2.3 2.4 3.1 3.2 4.1 4.2 5.1 5.2 5.3 5.4"
    assert numbers() == [*water.split(), *waste.split(), *irrigation.split()]
    choose_which(real_tab, real_tab.shown.strategy.priorities[2].id)
    assert (len(numbers()), {one.level for one in real_tab.plan.rows}) == (19, {0, 1, 2})
    who, head = next(one for one in real_tab.shown.people() if "башчысы" in one.name)
    choose_which(real_tab, f"person:{who}")
    theirs = [one.responsible for one in real_tab.plan.rows if one.level == 2]
    assert 0 < len(theirs) < 59
    assert all(head in one for one in theirs)
    choose_which(real_tab, Which.ALL)
    real_tab.plan.filter.line.setText("фокус топ")
    assert numbers()[0] == "1.2"
    assert len(numbers()) < 10
    real_tab.plan.filter.line.clear()
    assert len(numbers()) == 59


@pytest.mark.clause("ST-8.M3")
def test_what_is_due_within_seven_days_is_a_list_of_its_own(draft, clock):
    def numbers_on(day):
        clock.today = day
        draft.show_touched(frozenset({"strategy"}))
        return [one.number for one in draft.plan.rows if one.level == 2]

    choose_which(draft, Which.SOON)
    assert numbers_on(date(2019, 4, 7)) == []
    assert numbers_on(date(2019, 4, 10)) == ["1.3"]
    assert numbers_on(date(2019, 4, 15)) == ["1.3"]
    assert numbers_on(date(2019, 4, 16)) == []
    choose_which(draft, Which.LATE)
    assert numbers_on(date(2019, 4, 16)) == ["1.3"]


def test_what_is_done_every_quarter_is_due_in_this_one_until_it_is_ticked_off(draft, plan, clock, store):
    def numbers(which):
        draft.show_touched(frozenset({"strategy"}))
        choose_which(draft, which)
        return [one.number for one in draft.plan.rows if one.level == 2]

    plan.does("чейрек сайын", "туруктуу негизде")
    assert numbers(Which.THIS_QUARTER) == ["1.1", "1.2", "1.3", "1.4"]
    assert numbers(Which.SOON) == []
    clock.today = date(2019, 6, 24)
    assert numbers(Which.SOON) == ["1.2", "1.4"]
    review_actions.tick_occurrence(store, activity_id=plan["1.4"].id, on=date(2019, 6, 20))
    assert (numbers(Which.SOON), numbers(Which.THIS_QUARTER)) == (["1.2"], ["1.1", "1.2", "1.3"])
    assert numbers(Which.LATE) == ["1.1", "1.3"]


def choose_which(tab, value):
    tab.plan.which.setCurrentIndex(tab.plan.which.findData(value))


def test_a_bar_moved_by_keyboard_keeps_its_precision(draft):
    open_card(draft, "1.1")
    press(draft.plan.gantt, Key.Key_Right, ALT)
    assert row(draft, "1.1").words == "2019 жыл июнь"


def test_a_bar_dragged_with_the_mouse_is_a_new_deadline(draft, plan):
    gantt = draft.plan.gantt
    gantt.set_scale(Scale.MONTH)
    draft.plan.go_to(row(draft, "1.1").key)
    draft.plan.close_card()
    drag(gantt, bar_middle(gantt), 31 * bars.PER_DAY[Scale.MONTH])
    assert plan["1.1"].deadline_ky == "2019 жыл июнь"


def test_a_drag_on_an_approved_plan_offers_an_amendment_and_then_counts(draft, plan):
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    open_card(draft, "1.1")
    press(draft.plan.gantt, Key.Key_Right, ALT)
    assert plan["1.1"].deadline_ky == "2019 жыл май"
    window_of(draft, reason="Каражат кечикти")
    assert plan["1.1"].deadline_ky == "2019 жыл июнь"
    assert row(draft, "1.1").base == (date(2019, 5, 1), date(2019, 5, 31))


def test_an_arrow_on_an_approved_plan_is_drawn_once_the_amendment_is_open(draft, plan):
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    first, second = row(draft, "1.1").key, row(draft, "1.2").key
    draft.plan.gantt.linked.emit(first, second)
    assert plan["1.2"].needs == []
    window_of(draft, reason="Каражат кечикти")
    assert [one.before_id for one in plan["1.2"].needs] == [first]


def test_an_arrow_links_two_activities_and_a_loop_is_told(draft, plan, told):
    first, second = row(draft, "1.1").key, row(draft, "1.2").key
    draft.plan.gantt.linked.emit(first, second)
    assert [one.before_id for one in plan["1.2"].needs] == [first]
    draft.plan.gantt.linked.emit(second, first)
    assert "loop" in told.words[-1]
    follow_up = open_card(draft, "1.2").follow_up
    assert follow_up.needs.text() == "Needs first: 1.1"
    follow_up.fill_menu()
    next(one for one in follow_up.menu.actions() if one.text() == "It does not need 1.1 first").trigger()
    assert plan["1.2"].needs == []


def test_a_review_is_walked_through_by_keyboard(real_tab):
    review = real_tab.review
    real_tab.pages.setCurrentIndex(1)
    review.begin.click()
    QTest.keyClick(review.table.grid, "4")
    model = review.table.grid.model()
    assert (model.index(1, 3).data(), model.index(1, 4).data()) == ("Cancelled", "Cancelled, without a decision")
    review.table.go_to(review.table.rows()[0].id)
    for key in "213":
        QTest.keyClick(review.table.grid, key)
    assert [one.entry.progress for one in review.table.rows()[:3]] == [
        Progress.DONE,
        Progress.IN_PROGRESS,
        Progress.NOT_DONE,
    ]
    assert review.table.current().activity.number == "2.1"
    assert review.counted.text() == "3 of 59 reviewed"
    assert real_tab.head.share.text() == "Done: 1 / 59"
    assert (review.table.rows()[0].entry.done_on, review.table.rows()[0].state) == (None, State.DONE)
    review.table.go_to(review.table.rows()[0].id)
    put(review.form, remark="Бекитилди", done_on=date(2019, 4, 2))
    entry = review.table.rows()[0].entry
    assert (entry.remark, entry.done_on) == ("Бекитилди", date(2019, 4, 2))
    assert review.table.rows()[0].state is State.DONE_LATE
    assert review.table.grid.model().index(1, 4).data() == "Done, 02.04.2019"
    assert "Done, 02.04.2019. Бекитилди" in open_card(real_tab, "1.1").follow_up.said.text()
    review.table.go_to(review.table.rows()[0].id)
    QTest.keyClick(review.table.grid, "2")
    assert review.table.rows()[0].entry.done_on == date(2019, 4, 2), "done is said once more, the day stays"
    review.table.go_to(review.table.rows()[0].id)
    day = review.form.field("done_on")
    QTest.keyClick(day.line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(day.line, Key.Key_Delete)
    day.commit()
    assert review.table.rows()[0].state is State.DONE
    QTest.keyClick(review.table.grid, Key.Key_Delete)
    assert review.table.rows()[0].entry is None
    review.remove.click()
    assert real_tab.shown.strategy.reviews == []


def test_services_are_ranked_and_described(draft, plan):
    plan.serves("Жол", votes=30)
    plan.serves("Жарык", votes=12)
    draft.show_touched(frozenset({"strategy"}))
    draft.pages.setCurrentIndex(2)
    page = draft.priorities
    page.rank.click()
    assert [one.name_ky for one in page.table.rows()] == ["Жол", "Таза суу", "Жарык"]
    places = page.table.grid.model()
    assert [places.index(line, 2).data() for line in range(3)] == ["1", "2, tied", "2, tied"]
    assert page.tie.accessibleName() == "Equal votes: 2, 3"
    page.table.go_to(plan.priority_id)
    put_lines(page.form, "causes", "Түтүк эски", "Каражат жок")
    put(page.form, development_plan_reference="2.1")
    kept = plan.strategy.priorities[1]
    assert (kept.causes, kept.development_plan_reference) == (["Түтүк эски", "Каражат жок"], "2.1")
    page.table.moved.emit(page.table.rows()[2], 0)
    assert [one.name_ky for one in page.table.rows()] == ["Жарык", "Жол", "Таза суу"]
    page.table.go_to(page.table.rows()[0].id)
    page.remove.click()
    assert [one.name_ky for one in page.table.rows()] == ["Жол", "Таза суу"]


@pytest.mark.parametrize(
    ("typed", "said"), [("7,5", "Enter it like 12"), ("көп", "not a whole number"), ("-4", "below zero")]
)
def test_votes_that_nobody_can_give_are_refused_in_their_cell(draft, plan, typed, said):
    draft.pages.setCurrentIndex(2)
    table = draft.priorities.table
    type_into(table, table.rows()[0], "votes", typed)
    assert said in table.grid.refusal
    assert plan.strategy.priorities[0].votes == 12


@pytest.mark.clause("ST-7.6")
def test_a_standard_is_written_anew_and_wants_an_agreement(real_tab):
    page = real_tab.priorities
    real_tab.pages.setCurrentIndex(2)
    real_tab.amending.amend()
    window_of(real_tab, reason="Суунун графиги өзгөрдү")
    page.changes[Criterion.TIME].click()
    put_lines(real_tab.window_shown.form, "texts", "Айына эки жолу")
    real_tab.window_shown.carry_out()
    assert page.standards[Criterion.TIME].text() == "Айына эки жолу"
    assert not page.unagreed.isHidden()
    assert page.form.isEnabled()


@pytest.mark.clause("ST-R.1")
def test_an_approved_standard_offers_an_amendment_and_is_then_a_change_since_the_approval(real_tab, told, previewed):
    page = real_tab.priorities
    real_tab.pages.setCurrentIndex(2)
    page.changes[Criterion.TIME].click()
    assert real_tab.window_shown is None
    assert (told.last.clause, "approved with the strategy" in told.words[-1]) == ("ST-R.1", True)
    told.take("Open an amendment…")
    window_of(real_tab, reason="Суунун графиги өзгөрдү")
    page.changes[Criterion.TIME].click()
    put_lines(real_tab.window_shown.form, "texts", "Айына эки жолу")
    put(real_tab.window_shown.form, agreed_with="Керектөөчүлөрдүн жыйыны", agreed_on=date(2019, 4, 10))
    real_tab.window_shown.carry_out()
    assert page.unagreed.isHidden()
    run(real_tab, "changes")
    assert "Standard\t– Таза суу үзгүлтүксүз берилип турат.\n– Кыш" in previewed.text()


def test_sections_are_written_and_title_and_years_corrected(draft, plan):
    page = draft.text
    draft.pages.setCurrentIndex(5)
    page.sections.setCurrentIndex(1)
    put_lines(page.form, "text", "Максат.", "", "- бир", "- эки")
    put(page.form, title="Максаттар")
    put(page.head, controller_ky="Туруктуу комиссия", ends=date(2021, 12, 31))
    section = plan.strategy.sections[1]
    assert ([block["kind"] for block in section.blocks], section.title_ky) == (["paragraph", "list"], "Максаттар")
    assert (plan.strategy.controller_ky, plan.strategy.ends) == ("Туруктуу комиссия", date(2021, 12, 31))
    page.sections.setCurrentIndex(0)
    assert page.form.field("text").text.toPlainText() == ""


def test_every_paper_is_shown(real_tab, previewed):
    real_tab.print.fill()
    for line in real_tab.print.lines.actions():
        shown = len(previewed.asked)
        line.trigger()
        if len(previewed.asked) == shown:
            real_tab.window_shown.carry_out()  # which asks for the quarter, or how the chart fits
    assert len(previewed.asked) == len(PAPERS) + 1  # and the chart, whose window asks how it is to fit
    assert all(make("ky").blocks for make in previewed.asked)


def test_the_search_box_finds_an_activity_and_goes_there(real_tab):
    hit = real_tab.hits("фокус топ")[0]
    real_tab.go_to(hit.record)
    assert real_tab.plan.card.activity.number == "1.2"
    assert hit.title.startswith("1.2 ")


def test_the_search_knows_who_does_an_activity_and_what_comes_of_it(real_tab):
    chosen = next(one for one in rules.activities(real_tab.shown.strategy) if one.responsible and one.products)
    for words in (chosen.responsible[0].text, chosen.products[0], f"{chosen.number} {chosen.deadline_ky}"):
        assert chosen.id in [hit.record for hit in real_tab.hits(words)], words


def test_the_scale_and_today_move_the_chart(real_tab):
    gantt = real_tab.plan.gantt
    choose(real_tab.plan.scale, "Weeks")
    assert gantt.scale is Scale.WEEK
    for far in (0, gantt.horizontalScrollBar().maximum()):
        gantt.horizontalScrollBar().setValue(far)
        real_tab.plan.today.click()
        today = gantt.time.x(date(2019, 4, 16)) - gantt.horizontalScrollBar().value()
        assert abs(today - (gantt.viewport().width() - gantt.split) / 2) <= 1, "today stands in the middle of the chart"


@pytest.mark.parametrize(
    ("today", "words", "end"),
    [
        (date(2026, 11, 21), "Today (21.11.2026) is not on the chart: it ends on 31.10.2019.", "maximum"),
        (date(2018, 6, 1), "Today (01.06.2018) is not on the chart: it begins on 01.02.2019.", "minimum"),
    ],
)
def test_a_day_far_from_the_plan_leads_to_its_nearer_end_and_is_told(real_tab, clock, desk, today, words, end):
    said = []
    desk.said.connect(lambda message: said.append(str(message)))
    clock.today = today
    real_tab.show_touched(frozenset({"strategy"}))
    choose(real_tab.plan.scale, "Weeks")
    across = real_tab.plan.gantt.horizontalScrollBar()
    across.setValue(across.maximum() // 2)
    real_tab.plan.today.click()
    assert said == [words]
    assert across.value() == getattr(across, end)()


@pytest.mark.parametrize("today", [date(2018, 12, 3), date(2019, 12, 20)])
def test_a_day_near_the_plan_is_on_the_chart(real_tab, clock, today):
    clock.today = today
    real_tab.show_touched(frozenset({"strategy"}))
    real_tab.plan.today.click()
    gantt = real_tab.plan.gantt
    shown = gantt.time.x(today) - gantt.horizontalScrollBar().value()
    assert 0 <= shown < gantt.viewport().width() - gantt.split


def test_holidays_and_the_offices_own_days_lie_behind_the_bars(draft, store):
    """The first activity is due in the middle of April: the chart begins with March and its holidays."""
    assert {date(2019, 3, 8), date(2019, 3, 21), date(2019, 5, 9)} <= draft.plan.gantt.exceptions
    assert all(day.weekday() < 5 for day in draft.plan.gantt.exceptions)
    for day, is_working in ((date(2019, 4, 27), True), (date(2019, 4, 30), False)):
        office_actions.set_day(store, day=day, is_working=is_working, name="Көчүрүлгөн", today=date(2019, 4, 16))
    draft.show_touched(frozenset({"office"}))
    assert {date(2019, 4, 27), date(2019, 4, 30)} <= draft.plan.gantt.exceptions


def test_the_window_of_a_new_activity_says_at_once_what_its_deadline_means(draft, clock):
    clock.today = date(2019, 4, 16)
    press(draft.plan.gantt, Key.Key_Insert)
    form = draft.window_shown.form
    field = form.field("deadline")
    line = field.line
    line.setFocus()
    for words, meaning in (
        ("15-майга чейин", "Understood: until 15.05.2019"),
        ("кар эригенде", "Not understood: the words are kept, without dates."),
        ("", "For example: 2019 жыл 15-апрелге чейин"),
    ):
        line.selectAll()
        QTest.keyClick(line, Key.Key_Delete)
        type_text(line, words)
        assert meaning in [one.text() for one in field.findChildren(QLabel)]
    type_text(line, "15-майга чейин")
    window_of(draft, text_ky="Эсеп түзүү")
    added = next(one for one in draft.plan.rows if one.text == "Эсеп түзүү")
    assert (added.words, added.ends) == ("15-майга чейин", date(2019, 5, 15))


def line_of(button, words):
    """A line of a button's menu, as it opens under the mouse."""
    button.lines.aboutToShow.emit()
    found = next(line for line in button.lines.actions() if line.text().split("\t")[0] == words)
    assert found.isEnabled()
    return found


def button_of(tab, words):
    return next(one for one in tab.findChildren(QPushButton) if one.isVisible() and one.text() == words)


def test_from_a_vote_to_the_printed_changes(store, show, previewed, clock):
    """Vote priorities, write a plan, approve it, review a quarter, amend, print what changed."""
    tab = show()
    button_of(tab, "Begin a strategy").click()
    window_of(tab, title_ky="Айылдын стратегиясы", begins=date(2019, 1, 1), ends=date(2020, 12, 31))
    line_of(tab.add, "Service…").trigger()
    window_of(tab, name_ky="Жарык", votes="9")
    line_of(tab.add, "Service…").trigger()
    window_of(tab, name_ky="Таза суу", votes="21")
    tab.pages.setCurrentIndex(2)
    assert [one.name_ky for one in tab.priorities.table.rows()] == ["Жарык", "Таза суу"]
    tab.priorities.rank.click()
    tab.pages.setCurrentIndex(0)
    assert [one.name_ky for one in tab.shown.strategy.priorities] == ["Таза суу", "Жарык"]
    gantt = tab.plan.gantt
    line_of(tab.add, "Task…").trigger()
    window_of(tab, title_ky="Түтүк тартуу")
    for text, deadline in (("Келишим түзүү", "2019 жыл июнь"), ("Долбоор түзүү", "2019 жыл май")):
        press(gantt, Key.Key_Insert)
        window_of(tab, text_ky=text, deadline=deadline, responsible="Жер адиси")
    press(gantt, Key.Key_Up, ALT)
    line_of(tab.row, "Number the plan anew").trigger()
    assert [(one.number, one.text) for one in tab.plan.rows[2:4]] == [
        ("1.1", "Долбоор түзүү"),
        ("1.2", "Келишим түзүү"),
    ]
    copy_to_clipboard(
        [
            ["№", "Иш-аракет", "Мөөнөтү", "Жооптуу"],
            ["1", "Чырактарды алмаштыруу", "", ""],
            ["1.1", "Чырак сатып алуу", "2019 жыл сентябрь", "Катчы"],
        ]
    )
    gantt.go_to(tab.shown.strategy.priorities[1].id)
    press(gantt, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    add_pasted(tab.window_shown)
    tab.plan.check.click()
    assert not [one for one in tab.plan.findings.table.rows() if one.warned.numbers]
    tab.head.next.click()
    window_of(tab, order_number="17/16", order_date=date(2019, 3, 13))
    assert tab.shown.strategy.status is Status.APPROVED
    clock.today = date(2019, 6, 28)
    tab.pages.setCurrentIndex(1)
    tab.review.begin.click()
    QTest.keyClick(tab.review.table.grid, "1")
    assert tab.shown.late == 1
    tab.pages.setCurrentIndex(0)
    gantt.go_to(row(tab, "1.2").key)
    press(gantt, Key.Key_Delete)
    window_of(tab, reason="Каражат кечикти", order_number="20/3", order_date=date(2019, 6, 28))
    put(open_card(tab, "1.1").deadline.form, deadline_ky="2019 жыл август")
    press(gantt, Key.Key_Insert)
    window_of(tab, text_ky="Каражат издөө", deadline="2019 жыл июль", responsible="Башчы")
    tab.head.changes.click()
    assert [(one.change.number, one.change.before, one.change.after) for one in tab.plan.changes.table.rows()] == [
        ("1.1", "2019 жыл май", "2019 жыл август"),
        ("1.3", "", "Каражат издөө"),
        ("1.2", "Келишим түзүү", ""),
    ]
    assert {str(one.why) for one in tab.plan.changes.table.rows()} == {"Каражат кечикти (not decided yet)"}
    tab.plan.changes.decide.click()
    window_of(tab)
    assert (tab.shown.strategy.status, tab.shown.late) == (Status.AMENDED, 0)
    tab.plan.changes.print.click()
    printed = previewed.text()
    assert "2019 жыл май\t2019 жыл август" in printed
    assert "Келишим түзүү" in printed


def test_an_edit_draws_the_row_that_it_changed_and_no_other(draft, monkeypatch):
    """A remark is not on the chart at all; a text is in one row, whose dates and ancestors stay."""
    drawn = []
    monkeypatch.setattr(draft.plan.gantt, "show_rows", lambda *_rows, **_more: drawn.append("every row"))
    monkeypatch.setattr(draft.plan.gantt, "change_row", lambda one: drawn.append(one.number))
    put(open_card(draft, "1.1").remark, remark="Башталды")
    assert drawn == []
    put(open_card(draft, "1.1").words, text_ky="Жаңы иш")
    assert drawn == ["1.1"]


def test_an_undone_step_is_undone_on_the_screen(draft, store):
    put(open_card(draft, "1.1").deadline.form, deadline_ky="2019 жыл август")
    journal.undo(store)
    draft.show_touched(frozenset({"strategy"}))
    assert row(draft, "1.1").words == "2019 жыл май"


def test_an_amendment_without_a_decision_is_refused_in_its_window(draft, plan):
    plan.is_approved()
    draft.show_touched(frozenset({"strategy"}))
    draft.amending.amend()
    window_of(draft, reason="Каражат")
    draft.amending.go_on()
    window_of(draft, order_date=date(2019, 9, 2))
    assert "resolution or the meeting" in draft.window_shown.form.refusal
    draft.window_shown.reject()


def bar_middle(gantt):
    """The middle of the only month bar in the view; found by hovering, as the user finds it."""
    view = gantt.viewport()
    for y in range(4, view.height(), 8):
        xs = [x for x in range(470, view.width(), 4) if hovered(gantt, x, y) is Qt.CursorShape.SizeAllCursor]
        if xs:
            return QPoint(xs[len(xs) // 2], y)
    raise AssertionError("no bar can be taken")


def hovered(gantt, x, y):
    gantt.mouseMoveEvent(mouse(QEvent.Type.MouseMove, x, y, Qt.MouseButton.NoButton))
    return gantt.viewport().cursor().shape()


def mouse(kind, x, y, held=Qt.MouseButton.LeftButton):
    place = QPointF(x, y)
    return QMouseEvent(kind, place, place, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier)


def drag(gantt, start, by):
    gantt.mousePressEvent(mouse(QEvent.Type.MouseButtonPress, start.x(), start.y()))
    for part in (0.5, 1):
        gantt.mouseMoveEvent(mouse(QEvent.Type.MouseMove, start.x() + part * by, start.y()))
    gantt.mouseReleaseEvent(mouse(QEvent.Type.MouseButtonRelease, start.x() + by, start.y()))
