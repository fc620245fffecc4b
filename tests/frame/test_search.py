"""The search finds in the whole office, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt

from ayil_desktop.window import search_box
from tests.frame import other_tab

KEY = Qt.Key


@pytest.fixture
def search(qtbot, opened, notes):
    notes.keep("1200 Naryn")
    qtbot.keyClick(opened.shell, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.top.search.hasFocus()
    return opened.top.search


def lines(search):
    return [search.answers.item(row).text() for row in range(search.answers.count())]


def find(qtbot, search, text):
    qtbot.keyClicks(search, text)
    qtbot.wait_until(search.answers.isVisible)


def test_it_answers_while_one_types_from_every_subject(qtbot, search):
    assert other_tab.built == []
    find(qtbot, search, "1200")
    assert lines(search) == ["1200 Naryn\nNotes", "1200 Naryn\nOther"]
    assert len(other_tab.built) == 1


def test_down_and_enter_go_to_what_was_found(qtbot, opened, search):
    find(qtbot, search, "1200")
    qtbot.keyClick(search, KEY.Key_Down)
    qtbot.keyClick(search, KEY.Key_Return)
    assert opened.work.current == "other"
    assert opened.work.tab("other").went_to == ["address"]
    assert search.text() == ""
    assert not search.answers.isVisible()


def test_enter_does_not_wait_for_the_pause(qtbot, opened, notes, search):
    qtbot.keyClicks(search, "1200")
    qtbot.keyClick(search, KEY.Key_Return)
    assert notes.went_to == ["address"]


def test_a_click_chooses_as_well(qtbot, opened, notes, search):
    find(qtbot, search, "1200")
    first = search.answers.visualItemRect(search.answers.item(0)).center()
    qtbot.mouseClick(search.answers.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert notes.went_to == ["address"]


def test_nothing_found_is_said(qtbot, opened, search):
    find(qtbot, search, "zzz")
    assert lines(search) == ["Nothing found"]
    qtbot.keyClick(search, KEY.Key_Return)
    assert opened.work.current == "office"


def test_esc_closes_the_list_and_leaving_the_field_too(qtbot, opened, notes, search):
    find(qtbot, search, "1200")
    qtbot.keyClick(search, KEY.Key_Escape)
    assert not search.answers.isVisible()
    find(qtbot, search, " ")
    notes.field.setFocus()
    assert not search.answers.isVisible()


def test_an_emptied_field_asks_nothing(qtbot, search):
    find(qtbot, search, "1")
    search.selectAll()
    qtbot.keyClick(search, KEY.Key_Delete)
    qtbot.wait_until(lambda: not search.answers.isVisible(), timeout=search_box.PAUSE * 20)


def test_the_list_is_within_the_window_however_small(qtbot, opened, search):
    opened.shell.resize(800, 520)
    find(qtbot, search, "1200")
    assert opened.shell.rect().contains(search.answers.geometry())
