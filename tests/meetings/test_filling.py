"""A screen comes in steps between which the window answers: whatever the secretary does meanwhile, nothing is lost."""

from collections import deque
from concurrent.futures import Future
from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from ayil_desktop import subjects
from ayil_desktop.meetings import actions, decision_actions, selections
from ayil_desktop.meetings.choices import ItemKind, State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.meetings.tab import Tab
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import beginning, translating
from ayil_desktop.window.at_work import AtWork
from tests.commission.screens import put
from tests.typing import type_text

MATTERS = (ItemKind.INFORMATION, ItemKind.DECISION)


@pytest.fixture
def coming(commission):
    """Two planned meetings, by their days."""
    found = {}
    for day in (date(2019, 3, 13), date(2019, 4, 10)):
        commission.plans(day=day, items=MATTERS)
        found[day.month] = commission.meeting_id
    return found


@pytest.fixture
def tab(qtbot, desk, coming):
    """The screen in front, with the first of the two on it."""
    screen = Tab(desk)
    screen.fill_at_once()
    desk.touched.connect(screen.show_touched)
    qtbot.addWidget(screen)
    screen.resize(1366, 674)
    screen.show()
    screen.activateWindow()
    qtbot.wait_until(screen.isActiveWindow)
    assert screen.page.meeting_id == coming[3]
    assert screen.page.steps.looked_at is Step.NOTICE
    return screen


def front(tab):
    """The panel that is seen."""
    return tab.page.stack.currentWidget()


def click(tab, step):
    tab.page.steps.buttons[step].click()


def choose(tab, meeting_id):
    tab.list.table.go_to(meeting_id)


def turn(times=1):
    for _ in range(times):
        QApplication.processEvents()


def until_there(qtbot, tab):
    qtbot.wait_until(lambda: not tab.filling.is_on)


def test_the_step_before_stays_in_sight_until_the_next_one_is_there(qtbot, tab):
    before = front(tab)
    click(tab, Step.SESSION)
    assert (tab.filling.is_on, front(tab)) == (True, before)
    assert tab.page.steps.looked_at is Step.SESSION
    until_there(qtbot, tab)
    assert front(tab) is tab.page.panel(Step.SESSION).widget


def test_a_step_that_was_seen_before_is_there_at_once(qtbot, tab):
    click(tab, Step.PLAN)
    until_there(qtbot, tab)
    click(tab, Step.NOTICE)
    assert front(tab) is tab.page.panel(Step.NOTICE).widget
    click(tab, Step.PLAN)
    assert front(tab) is tab.page.panel(Step.PLAN).widget


def test_whoever_clicks_two_steps_quickly_stands_at_the_second(qtbot, tab):
    click(tab, Step.SESSION)
    turn()
    click(tab, Step.PLAN)
    until_there(qtbot, tab)
    assert tab.page.steps.looked_at is Step.PLAN
    assert front(tab) is tab.page.panel(Step.PLAN).widget
    click(tab, Step.SESSION)
    until_there(qtbot, tab)
    assert front(tab).start.isVisible()


def test_of_two_meetings_chosen_quickly_the_second_is_shown(qtbot, tab, coming):
    choose(tab, coming[4])
    assert tab.filling.is_on
    choose(tab, coming[3])
    until_there(qtbot, tab)
    assert tab.page.meeting_id == coming[3]
    assert tab.list.table.current().id == coming[3]
    assert "13.03.2019" in tab.page.head.title.text()


def test_a_step_clicked_while_a_meeting_comes_is_a_step_of_that_meeting(qtbot, tab, coming):
    choose(tab, coming[4])
    click(tab, Step.PLAN)
    until_there(qtbot, tab)
    assert (tab.page.meeting_id, tab.page.steps.looked_at) == (coming[4], Step.PLAN)
    assert "10.04.2019" in tab.page.head.title.text()
    assert len(front(tab).agenda.agenda.table.rows()) == len(MATTERS)


def test_what_is_half_typed_stays_while_another_panel_comes(qtbot, tab):
    notice = front(tab)
    notice.how.line.setFocus()
    qtbot.keyClicks(notice.how.line, "WhatsApp")
    click(tab, Step.SESSION)
    until_there(qtbot, tab)
    click(tab, Step.NOTICE)
    assert notice.how.line.text() == "WhatsApp"


def test_keys_reach_the_step_in_sight_while_another_one_comes(qtbot, tab):
    notice = front(tab)
    notice.how.line.setFocus()
    tab.page.choose(Step.PLAN)
    assert tab.filling.is_on
    type_text(QApplication.focusWidget(), "колго")
    assert notice.how.line.text() == "колго"
    until_there(qtbot, tab)
    assert QApplication.focusWidget() is not None


def test_what_is_changed_while_a_panel_comes_stands_in_it(qtbot, tab, store, coming):
    click(tab, Step.PLAN)
    assert tab.filling.is_on
    tab.desk.run(lambda: actions.change_plan(store, meeting_id=coming[3], place="Мектеп"))
    assert "Мектеп" in tab.page.head.details.text()
    assert front(tab) is tab.page.panel(Step.PLAN).widget
    front(tab).tabs.setCurrentIndex(1)
    assert front(tab).day.form.place.line.text() == "Мектеп"


def test_undo_while_a_meeting_comes_leaves_the_list_and_the_meeting_right(qtbot, tab, desk, store, coming):
    desk.run(lambda: actions.change_plan(store, meeting_id=coming[4], place="Мектеп"))
    choose(tab, coming[4])
    assert tab.filling.is_on
    desk.undo()
    assert not tab.filling.is_on
    assert tab.page.meeting_id == coming[4]
    assert "Мектеп" not in tab.page.head.details.text()


def test_after_a_change_the_meetings_that_stayed_as_they_were_are_not_read_again(tab, desk, store, coming):
    def shown():
        return {one.id: one for one in tab.list.table.rows()}

    before = shown()
    desk.run(lambda: actions.change_plan(store, meeting_id=coming[3], place="Мектеп"))
    assert [one.place for one in shown().values()] == [before[coming[4]].place, "Мектеп"]
    assert shown()[coming[4]] is before[coming[4]]
    desk.undo()
    assert [one.place for one in shown().values()] == [one.place for one in before.values()]
    desk.run(lambda: actions.cancel_meeting(store, meeting_id=coming[4], reason="Жол жабык"))
    assert shown()[coming[4]].state is State.CANCELLED


def test_what_follows_from_a_change_comes_a_moment_later_and_is_that_of_the_last_one(tab, desk, store, coming):
    said = []
    desk.duties_changed.connect(lambda duties: said.append(" ".join(str(duty.text) for duty in duties)))
    for month in (3, 4):
        desk.run(lambda month=month: actions.cancel_meeting(store, meeting_id=coming[month], reason="Жол жабык"))
    assert said == []
    tab.finish()
    assert said == ["No meeting was held in this quarter yet; it ends on 31.03.2019."]


def test_another_language_while_a_panel_is_half_there_reaches_all_of_it(qtbot, tab, language):
    click(tab, Step.SESSION)
    turn()
    assert tab.filling.is_on
    language("ru")
    translating.translate(tab)
    assert not tab.filling.is_on
    panel = tab.page.panel(Step.SESSION).widget
    assert front(tab) is panel
    assert panel.matter.more.text() == "По вопросу…"
    assert panel.bar.close_button.text()
    click(tab, Step.PLAN)
    until_there(qtbot, tab)
    assert front(tab).tabs.tabText(0).startswith("Повестка")


def test_a_panel_that_was_left_half_there_is_gone_on_with(qtbot, tab, coming, language):
    click(tab, Step.SESSION)
    turn()
    choose(tab, coming[4])
    until_there(qtbot, tab)
    assert (tab.page.meeting_id, tab.page.steps.looked_at) == (coming[4], Step.NOTICE)
    language("ru")
    translating.translate(tab)
    click(tab, Step.SESSION)
    until_there(qtbot, tab)
    assert front(tab).matter.more.text() == "По вопросу…"


def test_a_meeting_that_was_deleted_while_its_panel_comes_gives_way_to_the_next(qtbot, tab, store, coming):
    choose(tab, coming[4])
    tab.desk.run(lambda: actions.delete_meeting(store, meeting_id=coming[4]))
    until_there(qtbot, tab)
    assert tab.page.meeting_id == coming[3]


@pytest.fixture
def decided(tab, commission, store):
    """A meeting with one decision stands in the list as well."""
    commission.meets(present=8, day=date(2019, 2, 5), items=(ItemKind.DECISION,))
    decision_actions.add_decision(store, item_id=commission.item(1).id, text_ky="Бекитилсин")
    tab.show_touched(frozenset({"meetings"}))
    return tab


def test_the_decisions_come_while_the_window_answers(qtbot, decided):
    before = decided.main.currentWidget()
    decided.list.decisions.click()
    assert (decided.filling.is_on, decided.main.currentWidget()) == (True, before)
    until_there(qtbot, decided)
    assert decided.main.currentWidget() is decided.decisions
    assert [row.text_ky for row in decided.decisions.table.shown()] == ["Бекитилсин"]


def test_decisions_that_nobody_changed_are_not_read_again(qtbot, decided, coming, monkeypatch):
    decided.show_decisions()
    decided.show_meeting(coming[4])
    monkeypatch.setattr("ayil_desktop.meetings.opened.register_of", None)
    decided.list.decisions.click()
    until_there(qtbot, decided)
    assert decided.main.currentWidget() is decided.decisions


def test_a_decision_that_was_changed_elsewhere_is_read_again(qtbot, decided, commission, store, coming):
    decided.show_decisions()
    decided.show_meeting(coming[4])
    decided.desk.run(lambda: decision_actions.add_decision(store, item_id=commission.item(1).id, text_ky="Текшерилсин"))
    decided.list.decisions.click()
    until_there(qtbot, decided)
    assert [row.text_ky for row in decided.decisions.table.shown()] == ["Бекитилсин", "Текшерилсин"]


def test_whoever_chooses_a_meeting_before_the_decisions_came_stays_there(qtbot, decided, coming):
    decided.list.decisions.click()
    choose(decided, coming[4])
    until_there(qtbot, decided)
    turn(3)
    assert decided.main.currentWidget() is decided.page
    assert decided.page.meeting_id == coming[4]


def test_a_new_plan_is_begun_while_a_meeting_comes(qtbot, tab, coming):
    choose(tab, coming[4])
    tab.plan()
    turn(3)
    assert tab.main.currentWidget() is tab.new
    put(tab.new.form, place="Клуб")
    tab.new.cancel.click()
    assert tab.page.meeting_id == coming[4]


# In the window


@pytest.fixture
def work(qtbot, store, commission, coming, in_english):
    """The tabs of the program over the office, with everything loaded."""
    subjects.know_records()
    done = Future()
    done.set_result(None)
    opened = SimpleNamespace(store=store, load_rest=lambda: done, look_ahead=lambda _: done, wait=lambda: None)
    made = AtWork(opened, (*subjects.TABS, subjects.SETTINGS), lambda: date(2019, 3, 6))
    qtbot.addWidget(made)
    made.resize(1366, 680)
    made.show()
    return made


def test_whoever_goes_to_another_tab_finds_the_meeting_ready_when_she_is_back(qtbot, work, coming):
    tab = work.show_tab("meetings")
    click(tab, Step.SESSION)
    assert tab.filling.is_on
    work.show_tab("commission")
    until_there(qtbot, tab)
    assert work.current == "commission"
    work.show_tab("meetings")
    assert front(tab) is tab.page.panel(Step.SESSION).widget
    assert front(tab).isVisible()


@pytest.mark.parametrize("act", ["step", "meeting", "decisions"])
def test_an_office_is_closed_while_a_screen_comes(qtbot, work, store, coming, act):
    tab = work.show_tab("meetings")
    acts = {
        "step": lambda: click(tab, Step.SESSION),
        "meeting": lambda: choose(tab, coming[4]),
        "decisions": tab.list.decisions.click,
    }
    acts[act]()
    assert tab.filling.is_on
    work.leave()
    turn(5)
    assert not tab.filling.is_on
    work.deleteLater()
    turn(5)


def test_a_tab_that_is_filled_in_steps_is_the_same_as_one_that_was_filled_at_once(qtbot, work, store, coming):
    steps = work.bring("meetings")
    taken = sum(1 for _ in steps)
    assert taken > 5
    tab = work.tab("meetings")
    with reading(store) as session:
        assert [one.id for one in tab.list.table.rows()] == [one.id for one in selections.meetings_list(session)]
    assert tab.page.meeting_id == coming[3]
    assert front(tab).isVisible()
    assert beginning.place_of(tab) is tab.list.table
    assert tab.list.table.current().id == coming[3]


def test_the_list_is_in_sight_before_the_meeting(qtbot, work, coming):
    work.show_tab("commission")
    steps = work.bring("meetings")
    while work.current != "meetings":
        next(steps)
    tab = work.findChild(Tab)
    assert tab.list.table.isVisible()
    assert not front(tab).isVisible()
    deque(steps, maxlen=0)
    assert front(tab).isVisible()


def test_whoever_needs_the_screen_while_it_comes_has_all_of_it(qtbot, work, coming):
    steps = work.bring("meetings")
    while work.current != "meetings":
        next(steps)
    assert front(work.tab("meetings")).isVisible()
    deque(steps, maxlen=0)


def test_parts_that_came_one_by_one_have_the_room_they_need(qtbot, tab):
    click(tab, Step.PLAN)
    until_there(qtbot, tab)
    turn(5)
    card = front(tab).agenda.card
    assert card.visibleRegion().boundingRect().height() == card.height() >= card.minimumSizeHint().height()
