"""The language changes at once, everywhere, and is remembered."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QToolButton

from ayil_desktop import subjects
from ayil_desktop.language import catalogue
from ayil_desktop.window import help_window, qt_translator, remembered


def press(frame, language):
    frame.top.languages.findChild(QToolButton, language).click()


def test_a_press_of_the_button_changes_the_whole_window(opened):
    opened.asides.show_help("meetings")
    opened.asides.show_clause("CN-7.4")
    for language, page, clause in (
        ("ky", "Отурумдар", "Комиссиянын чечимдери"),
        ("ru", "Заседания", "Решения Комиссии"),
    ):
        press(opened, language)
        assert catalogue.current() == language
        assert opened.asides.help.list.currentItem().text() == page
        assert clause in opened.asides.clauses.list.currentItem().text()
        assert opened.menus.actions[f"language-{language}"].isChecked()


def test_the_menu_changes_it_as_well_and_the_button_follows(opened):
    opened.menus.actions["language-ru"].trigger()
    assert opened.top.languages.findChild(QToolButton, "ru").isChecked()


def test_it_is_remembered(frame):
    assert remembered.language() == "ky"
    frame.menus.actions["language-en"].trigger()
    assert remembered.language() == "en"


def test_the_first_page_changes_it_too(frame):
    frame.show_first_start()
    frame.first_start.languages["ru"].click()
    assert catalogue.current() == "ru"
    assert frame.first_start.languages["ru"].isChecked()


def test_a_tab_keeps_what_it_shows(opened, notes):
    notes.keep("Орто-Нура")
    press(opened, "ru")
    assert notes.field.text() == "Орто-Нура"


def test_qt_keeps_its_own_words_where_the_catalogue_has_none(qapp):
    translator = qt_translator.QtTranslator()
    qapp.installTranslator(translator)
    try:
        assert QCoreApplication.translate("QNoSuchClass", "Quite unknown words") == "Quite unknown words"
    finally:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_every_page_of_the_help_is_there(language):
    for name in help_window.PAGES:
        assert len(help_window.page(name, language)) > 100
        assert help_window.title(name, language)


def test_every_tab_has_its_page():
    assert {subject.name for subject in (*subjects.TABS, subjects.SETTINGS)} <= set(help_window.PAGES)


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_the_pages_of_help_name_every_key_of_the_menus(frame, language):
    keys = help_window.page("keys", language)
    given = [action.shortcut() for action in frame.menus.actions.values() if not action.shortcut().isEmpty()]
    named = [key.toString() for key in given if key.toString() in keys]
    assert {key.toString() for key in given} - set(named) == {"Ctrl+Q"}


def test_f1_opens_the_page_of_the_tab_in_front(qtbot, opened):
    opened.asides.show_help("office")
    assert opened.asides.help.browser.toPlainText().startswith("Settings of the office")
    opened.asides.show_help("other")
    assert opened.asides.help.browser.toPlainText().startswith("First steps")
    qtbot.keyClick(opened.shell, Qt.Key.Key_F1)
    assert opened.asides.help.browser.toPlainText().startswith("Settings of the office")


def test_a_link_leads_to_another_page(opened):
    opened.asides.show_help("start")
    opened.asides.help.follow("meetings")
    assert opened.asides.help.browser.toPlainText().startswith("Meetings")
    opened.asides.help.follow("https://example.org")
    assert opened.asides.help.browser.toPlainText().startswith("Meetings")
