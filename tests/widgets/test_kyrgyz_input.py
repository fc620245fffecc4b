"""Can Ң, Ө, Ү be typed on a Russian keyboard, in every kind of field, and is broken text repaired only on request?"""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ayil_desktop.widgets import kyrgyz_input, notice, translating, typing_place
from ayil_desktop.widgets.date_line import DateLine
from tests.typing import press_letter, type_text

Alt = Qt.KeyboardModifier.AltModifier
Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def keys(qapp):
    kyrgyz_input.install(qapp)


@pytest.fixture
def page(qtbot, keys):
    """A window with a field of each kind, by name."""
    window = QWidget()
    window.line, window.plain, window.rich, window.list = QLineEdit(), QPlainTextEdit(), QTextEdit(), QComboBox()
    window.list.setEditable(True)
    stack = QVBoxLayout(window)
    for field in (window.line, window.plain, window.rich, window.list):
        stack.addWidget(field)
    window.resize(500, 400)
    qtbot.addWidget(window)
    with qtbot.wait_exposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture(params=["line", "plain", "rich", "list"])
def field(page, request, qtbot):
    widget = getattr(page, request.param)
    widget.setFocus()
    qtbot.wait_until(widget.hasFocus)
    return widget


def text(widget):
    return typing_place.text(typing_place.of(widget))


def copy(words):
    mime = QMimeData()
    mime.setText(words)
    QApplication.clipboard().setMimeData(mime)


def paste(widget, qtbot):
    qtbot.keyClick(widget, Qt.Key.Key_V, Ctrl)


@pytest.mark.parametrize("modifiers", [Alt, Alt | Ctrl, Qt.KeyboardModifier.GroupSwitchModifier])
def test_alt_types_the_three_letters_in_every_field(field, modifiers):
    for letter in "ноу":
        press_letter(field, letter, modifiers)
    for letter in "НОУ":
        press_letter(field, letter, modifiers | Shift)
    assert text(field) == "ңөүҢӨҮ"


def test_without_a_text_the_key_tells_the_letter():
    small = QKeyEvent(QEvent.Type.KeyPress, ord("О"), Alt)
    large = QKeyEvent(QEvent.Type.KeyPress, ord("О"), Alt | Shift)
    assert [kyrgyz_input.letter_of(small), kyrgyz_input.letter_of(large)] == ["ө", "Ө"]


@pytest.mark.parametrize(
    ("letter", "modifiers"), [("а", Alt), ("о", Qt.KeyboardModifier.NoModifier), ("о", Ctrl), ("o", Alt)]
)
def test_other_keys_are_left_alone(page, letter, modifiers):
    assert kyrgyz_input.letter_of(QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), modifiers, letter)) is None
    assert kyrgyz_input.letter_of(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, Alt)) is None


def test_a_letter_replaces_what_is_marked(page, qtbot):
    page.line.setText("коз")
    page.line.setSelection(1, 1)
    page.line.setFocus()
    press_letter(page.line, "о", Alt)
    assert page.line.text() == "көз"


def test_a_menu_of_the_window_does_not_take_the_letter(page):
    override = QKeyEvent(QEvent.Type.ShortcutOverride, ord("У"), Alt, "у")
    override.setAccepted(False)
    page.line.setFocus()
    QApplication.sendEvent(page.line, override)
    assert override.isAccepted()


def test_a_field_that_may_not_be_changed_is_left_alone(page):
    page.line.setReadOnly(True)
    page.line.setFocus()
    press_letter(page.line, "о", Alt)
    assert page.line.text() == ""
    page.line.setReadOnly(False)
    page.line.setEchoMode(QLineEdit.EchoMode.Password)
    assert typing_place.of(page.line) is None
    assert typing_place.of(None) is None


def test_the_letters_stand_in_the_menu_of_a_field(page, qtbot):
    page.line.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), page.line.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(page.line, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    letters = next(action for action in menu.actions() if action.text() == "Kyrgyz letters").menu()
    assert letters.actions()[0].text() == "ң\tAlt+Н"
    letters.actions()[4].trigger()
    assert page.line.text() == "Ө"
    menu.close()


def test_paste_in_the_menu_offers_the_repair_too(page, told):
    copy("ɵкүлдɵр")
    page.line.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), page.line.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(page.line, event)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text().startswith("&Paste")).trigger()
    menu.close()
    assert page.line.text() == "ɵкүлдɵр"
    told.take("Repair")
    assert page.line.text() == "өкүлдөр"


def test_a_button_with_the_letters_is_there_while_one_types(page, qtbot):
    page.line.setFocus()
    qtbot.wait_until(page.line.hasFocus)
    button = page.line.findChild(QAction)
    assert button.isVisible()
    button.trigger()
    menu = QApplication.activePopupWidget()
    menu.actions()[2].trigger()
    menu.close()
    assert page.line.text() == "ү"
    page.plain.setFocus()
    assert not button.isVisible()


def test_the_button_speaks_the_language_of_the_screen_after_a_switch(page, qtbot, language):
    page.line.setFocus()
    qtbot.wait_until(page.line.hasFocus)
    button = page.line.findChild(QAction)
    for spoken, words in (("ky", "Кыргыз тамгалары"), ("ru", "Кыргызские буквы"), ("en", "Kyrgyz letters")):
        language(spoken)
        translating.translate(page)
        assert (button.text(), button.toolTip()) == (words, f"<qt>{words}</qt>")


def test_a_narrow_cell_has_no_button(page, qtbot):
    narrow = QLineEdit(page)
    narrow.setGeometry(0, 0, 80, 24)
    narrow.show()
    narrow.setFocus()
    assert narrow.findChild(QAction) is None


def test_a_day_has_a_calendar_and_no_letters(page):
    line = DateLine(page)
    line.setGeometry(0, 0, 300, 24)
    line.show()
    line.setFocus()
    assert [one.text() for one in line.actions()] == ["Calendar (F4)"]


def test_pasted_text_with_wrong_letters_is_repaired_when_the_user_agrees(field, told, qtbot):
    type_text(field, "Биз ")
    copy("ɵкүлдɵрү")
    paste(field, qtbot)
    assert text(field) == "Биз ɵкүлдɵрү"
    assert "ɵкүлдɵрү" in told.words[0] and "өкүлдөрү" in told.words[0]
    told.take("Repair")
    assert text(field) == "Биз өкүлдөрү"


def test_the_user_may_leave_it_as_it_is(field, told, qtbot):
    copy("ъкмът\\")
    paste(field, qtbot)
    told.take("Leave as it is")
    assert text(field) == "ъкмът\\"
    assert notice.board().notices == []


def test_plain_text_is_pasted_without_a_question(field, told, qtbot):
    copy("Отчёт о работе комиссии за 2018 год, Кеңештин өкүлдөрү")
    paste(field, qtbot)
    assert told.words == []
    assert text(field).startswith("Отчёт")


def test_the_user_may_go_on_typing_before_she_answers(page, told, qtbot):
    page.line.setFocus()
    copy("ɵкүл")
    paste(page.line, qtbot)
    type_text(page.line, " айтты")
    page.line.home(False)
    type_text(page.line, "Бир ")
    told.take("Repair")
    assert page.line.text() == "Бир өкүл айтты"


def test_a_repair_can_be_undone_in_the_field(page, told, qtbot):
    page.line.setFocus()
    copy("ɵкүл")
    paste(page.line, qtbot)
    told.take("Repair")
    page.line.undo()
    assert page.line.text() == "ɵкүл"


def test_text_that_is_not_there_any_more_is_left_alone(page, told, qtbot):
    page.line.setFocus()
    copy("ɵкүл")
    paste(page.line, qtbot)
    page.line.setText("башка")
    told.take("Repair")
    assert page.line.text() == "башка"
    assert "nothing was changed" in told.words[-1]


def test_the_question_goes_with_its_field(page, told, qtbot):
    field = QLineEdit(page)
    field.show()
    copy("ɵкүл")
    field.setFocus()
    paste(field, qtbot)
    assert len(notice.board().notices) == 1
    field.deleteLater()
    qtbot.wait_until(lambda: notice.board().notices == [])


def test_where_the_cursor_blinks(page, qtbot):
    page.plain.setFocus()
    assert typing_place.current() is page.plain
    page.list.setFocus()
    assert typing_place.current() is page.list.lineEdit()
