"""The windows of the commission: charter, names, card, pasted list."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from ayil_desktop.commission import body_actions, pasted, records, rules, samples
from ayil_desktop.commission.tab import Tab
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office import terms
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import kyrgyz_input, translating
from ayil_desktop.widgets.labels import Button
from tests.commission.screens import choose, press, put
from tests.typing import type_text

Key = Qt.Key


@pytest.fixture
def made(store):
    return samples.make_chet_nura(store)


@pytest.fixture
def tab(qtbot, desk, made):
    screen = Tab(desk)
    screen.fill_at_once()
    desk.touched.connect(screen.show_touched)
    qtbot.addWidget(screen)
    screen.resize(1366, 640)
    screen.show()
    return screen


@pytest.fixture
def charter(tab):
    tab.windows.charter(tab.shown)
    return tab.windows.opened


def asked(window):
    """The window that stands before another one."""
    return next(entry for entry in window.findChildren(EntryWindow) if entry.isVisible())


def row(window, name):
    window.table.go_to(name)
    return window.table.current()


def minimum(tab, day):
    return rules.charter_on(tab.shown.body, day).charter.whole("min_members")


def test_every_number_stands_with_its_value_and_clause(charter):
    shown = {one.id: (one.value.into("en"), one.clause) for one in charter.table.rows()}
    assert shown["min_members"] == ("7", "CN-5.1c")
    assert shown["quorum"] == ("more than half", "CN-7.3")
    assert shown["composition_quorum"] == ("at least half", "CN-6.1")
    assert shown["exact_members"] == ("not regulated", "")
    assert shown["minutes_sending_working_days"][0].endswith("(not from the text)")
    assert shown["group:ngo"] == ("at least 1", "CN-5.2.4")


def test_the_clause_and_our_reading_stand_beside_the_number(charter, desk):
    row(charter, "quorum")
    assert "жарымынан көбү" in charter.form.texts.text()
    assert charter.form.readings.text()
    asked_for = []
    desk.clause_asked.connect(asked_for.append)
    charter.form.link.click()
    assert asked_for == ["CN-7.3"]


def test_a_number_is_changed_and_the_check_follows(charter, tab):
    row(charter, "min_members")
    put(charter.form.form, value="12")
    assert row(charter, "min_members").value.into("en") == "12"
    assert next(check for check in tab.shown.found.checks if check.key == "min_members").ok is False


def test_a_number_is_found_and_changed_by_keyboard_alone(charter, tab, qtbot):
    with qtbot.wait_active(charter):
        charter.activateWindow()
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget(), key)
    field = QApplication.focusWidget()
    field.selectAll()
    type_text(field, "12")
    qtbot.keyClick(field, Key.Key_Return)
    assert row(charter, "min_members").value.into("en") == "12"
    assert minimum(tab, date(2019, 3, 13)) == 12


def test_an_emptied_number_is_not_regulated(charter, tab):
    row(charter, "min_members")
    put(charter.form.form, value="")
    assert not any(check.key == "min_members" for check in tab.shown.found.checks)


@pytest.mark.parametrize("typed", ["0", "100", "жети", "7,5"])
def test_a_number_that_cannot_be_is_refused_beside_it(charter, typed):
    row(charter, "min_members")
    put(charter.form.form, value=typed)
    field = charter.form.form.field("value")
    assert field.refusal
    assert field.entry.text() == typed
    assert row(charter, "min_members").value.into("en") == "7"


def test_a_no_to_a_whole_number_gives_a_whole_number_as_its_example(charter):
    row(charter, "min_members")
    put(charter.form.form, value="жети")
    assert [one.accessibleName() for one in charter.form.findChildren(QScrollArea)] == ["Texts of the clauses"]
    assert charter.form.form.field("value").refusal == "“жети” is not a whole number. Enter it like 12"


@pytest.mark.parametrize("screen", ["ky", "ru", "en"])
def test_no_value_of_the_table_is_cut(charter, screen):
    catalogue.use(screen)
    translating.translate(charter)
    grid, place = charter.table.grid, 1
    room = grid.visualRect(grid.records.index(1, place)).adjusted(4, 0, -4, 0)
    room.setHeight(10_000)
    for words in (*terms.CHOICES.values(), *terms.SHARES.values()):
        text = str(Message("{value} (not from the text)", value=words))
        needed = grid.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        assert needed.height() <= grid.verticalHeader().defaultSectionSize(), text


def test_a_share_and_a_reading_are_chosen_from_a_list(charter):
    row(charter, "quorum")
    put(charter.form.form, value="at least two thirds")
    assert row(charter, "quorum").value.into("en") == "at least two thirds"
    row(charter, "majority_base")
    put(charter.form.form, value="those voting for or against")
    assert row(charter, "majority_base").value.into("en") == "those voting for or against"
    row(charter, "presiding_decides_tie")
    put(charter.form.form, value="not regulated")
    assert not row(charter, "presiding_decides_tie").is_regulated


def test_a_number_of_the_offices_own_is_marked(charter):
    row(charter, "meetings_per_quarter")
    put(charter.form.form, from_text=False)
    assert row(charter, "meetings_per_quarter").value.into("en") == "1 (not from the text)"
    put(charter.form.form, clause="7.1-пункт")
    assert row(charter, "meetings_per_quarter").clause == "7.1-пункт"


@pytest.mark.clause("CN-8.1")
def test_a_new_version_leaves_older_days_alone(charter, tab):
    charter.buttons["new"].click()
    window = asked(charter)
    put(window.form, in_force_from=date(2020, 1, 1), basis_ky="№ 30/2 токтом")
    window.button.click()
    assert charter.versions.count() == 2
    assert charter.basis.text() == "№ 30/2 токтом"
    row(charter, "min_members")
    put(charter.form.form, value="9")
    assert minimum(tab, date(2019, 12, 31)) == 7
    assert minimum(tab, date(2020, 1, 1)) == 9
    choose(charter.versions, "in force from 24.12.2018 (now)")
    assert row(charter, "min_members").value.into("en") == "7"


@pytest.mark.clause("CN-8.1")
def test_two_versions_of_one_day_are_refused(charter):
    charter.buttons["new"].click()
    window = asked(charter)
    window.button.click()
    assert window.form.field("in_force_from").refusal == "Enter the date."
    put(window.form, in_force_from=date(2018, 12, 24))
    window.button.click()
    assert window.form.field("in_force_from").refusal.startswith("There is a version from 24.12.2018 already.")
    assert charter.versions.count() == 1


def test_a_version_is_corrected_and_removed(charter, tab):
    charter.buttons["new"].click()
    window = asked(charter)
    put(window.form, in_force_from=date(2020, 1, 1))
    window.button.click()
    charter.buttons["details"].click()
    window = asked(charter)
    put(window.form, in_force_from=date(2020, 2, 1), basis_ru="Постановление № 30/2")
    window.button.click()
    assert "01.02.2020" in charter.versions.currentText()
    charter.buttons["remove"].click()
    assert charter.versions.count() == 1
    assert not charter.buttons["remove"].isEnabled()


def test_groups_are_added_counted_and_removed(charter, tab):
    charter.buttons["group"].click()
    window = asked(charter)
    put(window.form, words="дыйкандар")
    window.button.click()
    assert row(charter, "group:дыйкандар").value.into("en") == "at least 1"
    put(charter.form.form, seats="2", exact=True)
    assert row(charter, "group:дыйкандар").value.into("en") == "exactly 2"
    assert next(check for check in tab.shown.found.checks if check.key == "group:дыйкандар").needed == 2
    put(charter.form.form, seats="")
    assert charter.form.form.field("seats").refusal
    charter.form.form.field("seats").revert()
    charter.form.remove.click()
    assert "group:дыйкандар" not in [one.id for one in charter.table.rows()]


def test_a_group_stands_once(charter):
    charter.buttons["group"].click()
    window = asked(charter)
    put(window.form, words="ngo")
    window.button.click()
    assert window.form.refusal == "A group stands in the list twice."


def test_a_body_without_a_charter_gets_one(tab, desk, store):
    tab.windows.body()
    window = tab.windows.opened
    put(window.form, charter="Ош шаарынын конкурстук жумушчу комиссиясынын жобосу", name_ky="Конкурстук комиссия")
    window.button.click()
    assert window.form.field("in_force_from").refusal == "Say from which day the charter is in force."
    put(window.form, in_force_from=date(2019, 1, 1))
    window.button.click()
    assert tab.roster.name.text() == "Конкурстук комиссия"
    assert {check.clause for check in tab.shown.found.checks} == {"OS-12"}


def test_a_charter_is_chosen_for_a_body_that_has_none(tab, store):
    made = body_actions.found_body(store, name_ky="Кеңеш").made
    tab.show_touched(frozenset({"commission"}))
    tab.windows.found_body.emit(made)
    assert tab.shown.found.checks == ()
    tab.windows.charter(tab.shown)
    window = tab.windows.opened
    assert window.heading.text() == "No charter"
    next(button for button in window.findChildren(Button) if button.text() == "Choose a charter…").click()
    asked(window).button.click()
    assert row(window, "min_members").clause == "CN-5.1c"
    assert tab.shown.found.checks


def test_an_office_may_write_a_charter_of_its_own(tab):
    tab.windows.body()
    window = tab.windows.opened
    put(window.form, charter="A charter of our own", in_force_from=date(2019, 1, 1), name_ky="Кеңеш")
    window.button.click()
    assert tab.shown.found.checks == ()
    tab.windows.charter(tab.shown)
    charter = tab.windows.opened
    row(charter, "min_members")
    put(charter.form.form, value="5", clause="1.2")
    assert [(check.clause, check.needed) for check in tab.shown.found.checks] == [("1.2", 5)]


@pytest.fixture
def name_window(tab):
    tab.windows.names(tab.shown)
    return tab.windows.opened


@pytest.mark.clause("NC-1.3")
def test_a_body_gets_a_new_name_by_an_act(name_window, tab):
    name_window.rename.click()
    window = asked(name_window)
    put(window.form, name_ky="Жаңы комиссия", order_number="5", order_date=date(2019, 3, 1))
    window.button.click()
    assert tab.roster.name.text() == "Жаңы комиссия"
    assert [name.name_ky for name in name_window.table.rows()][1] == "Жаңы комиссия"
    tab.roster.day.setText("28.02.2019")
    press(tab.roster.day, Key.Key_Return)
    assert tab.roster.name.text() == "Жумушчу комиссия"


def test_whoever_opens_a_window_types_into_its_first_field(name_window):
    name_window.rename.click()
    window = asked(name_window)
    assert window.focusWidget() is window.form.field("name_ky").entry


def test_enter_on_a_number_of_the_charter_leads_to_its_field(charter):
    row(charter, "min_members")
    press(charter.table.grid, Key.Key_Return)
    assert charter.focusWidget() is charter.form.form.field("value").entry


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_enter_in_a_field_presses_the_button_of_the_window(name_window, tab, held):
    name_window.rename.click()
    window = asked(name_window)
    put(window.form, name_ky="Жаңы комиссия", order_number="5", order_date=date(2019, 3, 1))
    press(window.form.field("order_number").entry, Key.Key_Return, held)
    assert tab.roster.name.text() == "Жаңы комиссия"


def test_enter_shows_what_is_missing_and_leaves_what_was_typed(name_window):
    name_window.rename.click()
    window = asked(name_window)
    put(window.form, name_ky="Жаңы комиссия", order_date="")
    press(window.form.field("name_ky").entry, Key.Key_Return)
    assert window.isVisible()
    assert window.form.field("order_date").refusal
    assert window.form.field("name_ky").read() == "Жаңы комиссия"


def test_names_are_corrected_in_their_cells(name_window, tab):
    first = name_window.table.rows()[0]
    editor = name_window.table.edit(first.id, "short_ky")
    editor.setText("ЖК")
    press(editor, Key.Key_Return)
    assert tab.roster.name.text() == "ЖК"


def test_a_body_with_members_is_not_removed(name_window):
    name_window.remove.click()
    assert name_window.refusal.text().startswith("The body has members or meetings.")


@pytest.mark.clause("CN-1.2")
def test_a_body_is_permanent_unless_a_day_is_entered(name_window, tab):
    assert name_window.form.field("dissolved_on").read() is None
    put(name_window.form, dissolved_on=date(2020, 1, 1))
    assert tab.shown.body.dissolved_on == date(2020, 1, 1)


def test_an_unused_body_is_removed_and_its_window_closes(tab):
    tab.windows.body()
    window = tab.windows.opened
    put(window.form, name_ky="Ката")
    window.button.click()
    tab.windows.names(tab.shown)
    tab.windows.opened.remove.click()
    assert tab.windows.opened is None
    assert tab.bodies.list.count() == 1


@pytest.fixture
def card(tab):
    tab.windows.card(tab.shown.seated[2])
    return tab.windows.opened


def test_the_card_keeps_each_field_as_it_is_left(card, tab, desk):
    put(card.form, phone="0555 12 34 56", birth_year="1975", village="Орто-Нура", position_ru="ответственный секретарь")
    seat = tab.shown.seated[2]
    assert (seat.person.phone, seat.person.birth_year, seat.person.village) == ("0555 12 34 56", 1975, "Орто-Нура")
    assert seat.position_ru == "ответственный секретарь"
    desk.undo()
    assert card.form.field("position_ru").read().startswith("ответственный секретарь айыл окмоту")


def test_the_card_refuses_at_the_field(card, tab):
    put(card.form, birth_year="75")
    assert card.form.field("birth_year").refusal.startswith("Write a year between")
    put(card.form, ends=date(2018, 1, 1))
    assert card.form.field("ends").refusal.startswith("The last day (01.01.2018) is before the first one")
    assert tab.shown.seated[2].ends is None


def test_an_act_is_corrected_for_everybody(card, tab):
    put(card.form, order_number="136-б")
    assert {seat.appointing_order.number for seat in tab.shown.seated} == {"136-б"}


def test_enter_in_a_field_presses_no_button(card, charter, tab):
    for window in (card, charter):
        press(window, Key.Key_Return)
        assert window.isVisible()
    press(card.form.field("phone").entry, Key.Key_Return)
    assert card.isVisible()
    press(card, Key.Key_Escape)
    assert not card.isVisible()


def test_the_card_of_a_removed_member_closes(card, tab):
    tab.roster.table.go_to(tab.shown.seated[2].id)
    next(command for command in tab.commands() if "mistake" in command.title.msgid).run()
    assert tab.windows.opened is None


BLOCK = [
    ["Асанова Бермет", "«Береке» КФнын жетекчиси", "1980", "Ак-Кыя"],
    ["Эсенов", "жеке ишкер, комиссиянын мүчөсү", "бир", "Орто-Нура"],
    ["Токтобаева Жылдыз", "мугалим, комиссиянын мүчөсү", "1990", "Орто-Саз"],
]


@pytest.fixture
def paste(tab):
    tab.windows.pasted(tab.shown, BLOCK)
    return tab.windows.opened


def test_doubtful_cells_are_marked_until_somebody_has_looked(paste):
    assert paste.doubtful.text() == "Rows to look at: 2"
    line = paste.table.rows()[1]
    assert pasted.Column.NAME in line.row.doubts
    editor = paste.table.edit(1, "name")
    editor.setText("Эсенов Марат")
    press(editor, Key.Key_Return)
    assert pasted.Column.NAME not in paste.table.rows()[1].row.doubts
    assert paste.table.rows()[1].row.entry.name == "Эсенов Марат"


def test_a_row_without_a_name_is_said_to_be_left_out_until_somebody_types_it(tab):
    tab.windows.pasted(tab.shown, [["Аты-жөнү", "Кызматы"], ["Асанова Айгүл", "мугалим"], ["", "дарыгер"]])
    window = tab.windows.opened
    assert window.left_out.isVisible()
    assert window.left_out.text().startswith("1 row will be left out, it has no name: 2 (дарыгер).")
    assert window.add.text() == "Add 1 member"
    editor = window.table.edit(1, "name")
    editor.setText("Эсенов Марат")
    press(editor, Key.Key_Return)
    assert not window.left_out.isVisible()
    assert window.add.text() == "Add 2 members"


def test_from_when_pasted_members_sit_is_not_guessed(tab):
    block = [["Аты-жөнү", "Кызматы"], ["Асанова Айгүл", "мугалим"]]
    tab.windows.pasted(tab.shown, block)
    assert tab.windows.opened.form.field("order_date").read() is None
    tab.windows.opened.close()
    tab.roster.day.selectAll()
    tab.roster.day.insert("01.02.2019")
    press(tab.roster.day, Key.Key_Return)
    tab.windows.pasted(tab.shown, block)
    assert tab.windows.opened.form.field("order_date").read() == date(2019, 2, 1)


def test_the_meaning_of_a_column_is_the_users(paste):
    third = paste.meanings[2]
    choose(paste.meanings[3], "Village")
    assert [line.row.entry.village for line in paste.table.rows()] == ["Ак-Кыя", "Орто-Нура", "Орто-Саз"]
    choose(third, "leave out")
    assert all(pasted.Column.BIRTH_YEAR not in line.row.doubts for line in paste.table.rows())


def test_a_pasted_list_needs_a_date_and_is_then_one_step(paste, tab, desk):
    put(paste.form, order_date="")
    paste.add.click()
    assert paste.form.field("order_date").refusal == "Enter the date."
    put(paste.form, order_date=date(2019, 3, 1), order_number="7")
    paste.add.click()
    assert len(tab.shown.seated) == 14
    desk.undo()
    assert len(tab.shown.seated) == 11


def test_a_pasted_group_may_be_none_of_the_charters(paste, tab, store, made):
    box = paste.table.edit(2, "category")
    choose(box, "Other")
    press(box, Key.Key_Return)
    put(paste.form, order_date=date(2019, 3, 1), order_number="7")
    paste.add.click()
    with reading(store) as session:
        seats = records.composition(session, made.bodies["commission"], date(2019, 3, 13))
    assert seats[-1].category_words == "мугалим, комиссиянын мүчөсү"


def test_cancelling_keeps_nothing(paste, tab):
    paste.cancel.click()
    assert tab.windows.opened is None
    assert len(tab.shown.seated) == 11


def test_a_list_pasted_into_no_body_goes_nowhere(qtbot, desk, store):
    screen = Tab(desk)
    screen.fill_at_once()
    qtbot.addWidget(screen)
    screen.roster.table.pasted.emit(BLOCK)
    assert screen.windows.opened is None


def test_the_numbers_of_all_ready_charters_can_be_edited(tab, charter):
    """No number lacks a field of its own kind."""
    for one in charter.table.rows():
        charter.table.go_to(one.id)
        assert charter.form.row.id == one.id
        assert charter.form.form.values()
    assert office_rules.sensible(rules.charter_on(tab.shown.body, date(2019, 3, 13)).charter)


@pytest.mark.parametrize(("offer", "kept"), [("Repair", "Кеңешинин"), ("Leave as it is", "Кеёешинин")])
def test_the_repair_of_pasted_letters_is_asked_in_the_window_that_is_in_the_way(tab, qtbot, offer, kept):
    kyrgyz_input.install(QApplication.instance())
    tab.windows.member(tab.shown)
    window = tab.windows.opened
    with qtbot.wait_active(window):
        window.activateWindow()
    field = window.form.field("name").entry
    field.setFocus()
    qtbot.wait_until(field.hasFocus)
    QApplication.clipboard().setText("Кеёешинин")
    qtbot.keyClick(field, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Key.Key_F8)
    if str(Message(offer)) != QApplication.focusWidget().text():
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert QApplication.focusWidget().text() == str(Message(offer))
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Space)
    assert QApplication.focusWidget() is field
    assert field.text() == kept
