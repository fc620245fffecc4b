"""The text of a clause is one click away from wherever it is named."""

import pytest
from PySide6.QtCore import QPoint, Qt

from ayil_desktop.language import catalogue
from ayil_desktop.office import clauses
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.widgets import notice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.text_fields import TextField
from ayil_desktop.window.clause_window import ClauseWindow


@pytest.fixture
def window(qtbot):
    window = ClauseWindow()
    qtbot.addWidget(window)
    return window


def shown(window):
    return [label.text() for label in window.page.labels if label.isVisibleTo(window.page)]


def test_it_shows_the_kyrgyz_text_the_translation_the_reading_and_the_source(window):
    catalogue.use("ru")
    window.show_clause("CN-7.6")
    said = shown(window)
    assert said[0] == "Положение, п. 7.6 (CN-7.6)"
    assert said[2].startswith("Добуштар теңме-тең болгон учурда")
    assert said[3].startswith("В случае равенства голосов")
    assert any("второго голоса у него нет" in text for text in said)
    assert "№ 15/8" in said[-1]


def test_in_kyrgyz_no_translation_is_needed(window):
    catalogue.use("ky")
    window.show_clause("CN-7.6")
    texts = clauses.find("CN-7.6").texts
    assert texts.ky in shown(window)
    assert not {texts.ru, texts.en} & set(shown(window))


def test_a_clause_without_a_reading_has_no_empty_place_for_it(window):
    window.show_clause("CN-7.2")
    assert not any("How we read it" in text for text in shown(window))


def test_an_unknown_clause_shows_the_list(window):
    window.show_clause("XX-9")
    assert window.list.count() == len(clauses.every())
    assert window.isVisible()


def test_the_search_narrows_the_list_and_keeps_the_chosen_one(qtbot, window):
    window.show_clause("CN-7.3")
    qtbot.keyClicks(window.search, "CN-7")
    assert window.list.currentItem().text().startswith("Regulation, 7.3 (CN-7.3)")
    assert window.list.count() < 20
    qtbot.keyClicks(window.search, "zzz")
    assert window.list.count() == 0
    assert shown(window) == ["", "No clause has these words.", ""]


def test_esc_closes_it(qtbot, window):
    window.show_clause("CN-7.3")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_tab_and_a_notice_open_it(opened, notes):
    notes.desk.show_clause("CN-5.1c")
    assert opened.asides.clauses.list.currentItem().text().startswith("Regulation, 5.1 (CN-5.1c)")
    notice.board().clause_asked.emit("CN-7.4")
    assert opened.asides.clauses.list.currentItem().text().startswith("Regulation, 7.4 (CN-7.4)")
    opened.menus.actions["clauses"].trigger()
    assert opened.asides.clauses.isVisible()


def test_a_clause_asked_for_by_a_window_that_waits_for_an_answer_can_be_read_and_searched(qtbot, opened):
    form = Form()
    form.add(TextField("name", "Name"))
    asking = EntryWindow(opened.shell, "New", form, "Enter", lambda _values: None)
    asking.clause_asked.connect(opened.asides.show_clause)
    asking.open()
    asking.clause_asked.emit("CN-5.1")
    clauses_shown = opened.asides.clauses
    # Through the window system: an event sent to the field itself would not notice that the window is held up.
    place = clauses_shown.search.mapTo(clauses_shown, QPoint(20, 8))
    qtbot.mouseClick(clauses_shown.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.wait_until(clauses_shown.search.hasFocus)
    asking.close()
    opened.asides.show_clause("CN-5.2")
    assert clauses_shown.isVisible()
    assert clauses_shown.windowHandle().transientParent() is opened.shell.windowHandle()
