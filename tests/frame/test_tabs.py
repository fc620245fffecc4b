"""Tabs are built when they are needed, and all of them follow what is changed."""

from collections import deque

from PySide6.QtCore import Qt

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import tab as tabs
from ayil_desktop.widgets.tab import Duty
from tests.frame import other_tab
from tests.frame.conftest import TODAY


def go_to(qtbot, opened, subject):
    """Click on a tab, and wait until it is there."""
    opened.top.choose(subject)
    qtbot.wait_until(lambda: opened.work.current == subject)


def test_a_tab_is_built_when_it_is_first_shown(qtbot, opened):
    assert other_tab.built == []
    go_to(qtbot, opened, "other")
    assert len(other_tab.built) == 1
    go_to(qtbot, opened, "office")
    go_to(qtbot, opened, "other")
    assert len(other_tab.built) == 1


def test_a_tab_that_is_new_comes_while_the_window_answers(qtbot, opened):
    opened.top.choose("other")
    assert (opened.work.current, opened.top.current) == ("office", "other")
    qtbot.wait_until(lambda: opened.work.current == "other")


def test_what_a_new_tab_reads_is_read_beside_the_screen_when_it_is_wanted_and_not_before(qtbot, opened):
    qtbot.wait_until(lambda: opened.work.load_rest().done())
    assert other_tab.looked == []
    go_to(qtbot, opened, "other")
    assert [name.startswith("opening") for name in other_tab.looked] == [True]


def test_whoever_goes_back_before_a_new_tab_came_stays_there(qtbot, opened):
    opened.top.choose("other")
    opened.top.choose("office")
    qtbot.wait_until(lambda: opened.work.is_built("other"))
    qtbot.wait(20)
    assert (opened.work.current, opened.top.current) == ("office", "office")


def test_what_is_changed_while_a_tab_comes_is_seen_in_it(opened, notes):
    steps = opened.work.bring("other")
    while not other_tab.built:
        next(steps)
    notes.keep("Орто-Нура айылы")
    deque(steps, maxlen=0)
    assert opened.work.tab("other").field.text() == "Орто-Нура айылы"


def test_every_built_tab_hears_what_was_touched(opened, notes):
    other = opened.work.tab("other")
    notes.keep("Орто-Нура айылы")
    assert notes.touched_with == other.touched_with == [frozenset({"office"})]
    assert other.field.text() == "Орто-Нура айылы"


def test_the_day_comes_from_the_clock_of_the_window(notes):
    assert notes.desk.today() == TODAY


def test_a_tab_is_reached_by_its_number(qtbot, opened):
    qtbot.keyClick(opened.shell, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.wait_until(lambda: opened.work.current == opened.top.current == "other")
    assert opened.work.tab("other").field.hasFocus()


def test_ctrl_tab_goes_round(qtbot, opened):
    for expected in ("other", "office", "other"):
        qtbot.keyClick(opened.shell, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        qtbot.wait_until(lambda expected=expected: opened.work.current == expected)


def test_what_is_half_typed_is_kept_before_the_tab_changes(qtbot, opened, notes):
    notes.field.setFocus()
    qtbot.keyClicks(notes.field, "1234")
    go_to(qtbot, opened, "other")
    assert opened.work.tab("other").field.text() == "1234"


def test_the_lines_of_the_tab_in_front_stand_in_the_menus(qtbot, opened, notes):
    def lines(menu):
        return [action.text() for action in opened.menus.menus[menu].actions()]

    assert lines("print") == ["Roster"]
    assert lines("edit")[-1] == "Add"
    go_to(qtbot, opened, "other")
    assert lines("print") == ["Roster"]


def test_a_command_is_carried_out_by_its_key(qtbot, opened, notes):
    qtbot.keyClick(opened.shell, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert notes.printed == 1


def test_a_command_that_is_not_possible_is_grey_and_deaf(qtbot, opened, notes):
    notes.is_printable = False
    menu = opened.menus.menus["print"]
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()
    menu.aboutToHide.emit()
    qtbot.keyClick(opened.shell, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert notes.printed == 0


def test_a_command_possible_again_is_heard_without_opening_the_menu(qtbot, opened, notes):
    notes.is_printable = False
    opened.menus.menus["print"].aboutToShow.emit()
    opened.menus.menus["print"].aboutToHide.emit()
    notes.is_printable = True
    qtbot.keyClick(opened.shell, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert notes.printed == 1


def test_the_side_panel_stays_as_it_was_left(qtbot, opened, notes):
    assert notes.folded is False
    qtbot.keyClick(opened.shell, Qt.Key.Key_F9)
    assert notes.folded is True
    assert opened.work.tab("other").folded is True


def test_a_tab_can_send_to_a_record_of_another(opened, notes):
    notes.desk.go_to("other", "abc")
    assert opened.work.current == "other"
    assert opened.work.tab("other").went_to == ["abc"]


def test_what_is_due_stands_in_the_status_line(opened, notes):
    notes.desk.show_duties([Duty(Message("Notice by {day}", day=TODAY), "other", "abc")])
    assert opened.status.duty == "Notice by 13.03.2019"
    opened.status.duties[0].click()
    assert (opened.work.current, opened.work.tab("other").went_to) == ("other", ["abc"])
    notes.desk.show_duties([])
    assert opened.status.duty == ""
    assert not any(line.isVisible() for line in opened.status.duties)


def test_no_key_is_given_twice(opened):
    opened.work.tab("office")
    given = [
        action.shortcut().toString() for action in opened.menus.actions.values() if not action.shortcut().isEmpty()
    ]
    assert len(given) == len(set(given))


def test_a_tab_that_asks_for_nothing_has_nothing(qtbot, opened):
    plain = tabs.Tab(opened.work.desk)
    qtbot.addWidget(plain)
    assert (plain.commands(), plain.hits("a")) == ((), ())
    plain.go_to("a")
    plain.fold_side(True)


def test_the_window_answers_between_the_steps_of_the_first_tab(qtbot, frame, folder):
    with qtbot.wait_signal(frame.door.opened, timeout=20_000):
        frame.door.open(folder)
    assert frame.work.current == ""
    with qtbot.wait_signal(frame.shell.usable):
        pass
    assert frame.work.current == "office"


def test_whoever_needs_the_first_tab_earlier_gets_it_whole(qtbot, frame, folder):
    with qtbot.wait_signal(frame.door.opened, timeout=20_000):
        frame.door.open(folder)
    assert frame.work.tab("office").field.accessibleName()
    with qtbot.wait_signal(frame.shell.usable):
        pass
    assert frame.work.current == "office"
    assert [action.text() for action in frame.menus.menus["print"].actions()] == ["Roster"]


def test_whoever_chooses_another_tab_meanwhile_stays_there(qtbot, frame, folder):
    with qtbot.wait_signal(frame.door.opened, timeout=20_000):
        frame.door.open(folder)
    frame.show_tab("other")
    with qtbot.wait_signal(frame.shell.usable):
        pass
    assert frame.work.current == frame.top.current == "other"


def test_an_office_can_be_left_before_its_first_tab_is_built(qtbot, frame, folder):
    with qtbot.wait_signal(frame.door.opened, timeout=20_000):
        frame.door.open(folder)
    frame.leave_office()
    with qtbot.wait_signal(frame.shell.usable, timeout=20_000):
        frame.door.open(folder)
