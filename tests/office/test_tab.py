"""The settings of the office: letterhead, working days, choices."""

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QDialog, QLineEdit, QVBoxLayout

from ayil_desktop import shipped
from ayil_desktop.commission import samples
from ayil_desktop.office import records, settings
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.office.tab import Tab
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import translating
from tests.commission.screens import press, put


@pytest.fixture
def tab(qtbot, desk):
    screen = Tab(desk)
    screen.fill_at_once()
    desk.touched.connect(screen.show_touched)
    qtbot.addWidget(screen)
    screen.resize(804, 584)
    screen.show()
    return screen


@pytest.mark.parametrize("speech", ["ky", "ru", "en"])
def test_the_help_tells_of_the_pages_that_there_are(tab, language, speech):
    language(speech)
    tab.translate()
    pages = [tab.pages.tabText(place) for place in range(tab.pages.count())]
    told = shipped.resource(f"help/{speech}/office.md").read_text(encoding="utf-8")
    assert re.findall(r"^- \*\*(.+?)\.\*\*", told, re.MULTILINE) == pages


def office_of(store):
    with reading(store) as session:
        return records.office(session)


def test_the_letterhead_is_entered_field_by_field(tab, store, desk, previewed):
    assert "The office has no name yet." in tab.letterhead.missing.text()
    put(tab.letterhead.form, name_ky="Чет-Нура айыл өкмөтү", region_ky="Нарын облусу")
    assert tab.letterhead.missing.text() == "The name of the head of the office is missing."
    put(tab.letterhead.form, head_name="Мусурканов Азамат", head_position_ky="Айыл өкмөтүнүн башчысы")
    assert office_of(store).region_ky == "Нарын облусу"
    assert not tab.letterhead.missing.isVisible()
    tab.letterhead.look.click()
    lines = previewed.lines("ky")
    assert "Чет-Нура айыл өкмөтү" in lines
    assert any("А.Мусурканов" in line for line in lines)
    desk.undo()
    assert office_of(store).head_position_ky == ""


def test_a_wrong_telephone_is_refused_at_its_field(tab, store):
    put(tab.letterhead.form, phone="жок")
    assert tab.letterhead.form.field("phone").refusal.startswith("жок is no telephone number.")
    assert office_of(store) is None


def test_the_holidays_of_a_year_are_shown(tab):
    shown = {row.id: row.name for row in tab.days.holidays.rows()}
    assert shown[date(2019, 3, 8)]
    tab.days.after.click()
    assert {row.id.year for row in tab.days.holidays.rows()} == {2020}
    tab.days.before.click()
    assert tab.days.year.text() == "2019"


def test_feasts_of_the_next_year_are_only_estimated(qtbot, store, in_english):
    from ayil_desktop.window.desk import OpenDesk  # a desk on another day than the others

    screen = Tab(OpenDesk(store, lambda: date(2049, 12, 1)))
    screen.fill_at_once()
    qtbot.addWidget(screen)
    assert "only estimated" in screen.days.warning.text()
    assert any(row.is_estimated for row in screen.days.holidays.rows())


def test_a_day_of_the_offices_own_is_entered_changed_and_removed(tab, store, desk):
    tab.days.add_day()
    window = tab.findChild(EntryWindow)
    window.button.click()
    assert window.form.field("day").refusal == "Enter the date."
    put(window.form, day=date(2019, 5, 2), name="Көчүрүлгөн күн")
    window.button.click()
    assert [(row.day, row.is_working) for row in tab.days.own.rows()] == [(date(2019, 5, 2), False)]
    assert date(2019, 5, 2) in [row.id for row in tab.days.holidays.rows()]

    row = tab.days.own.rows()[0]
    editor = tab.days.own.edit(row.id, "name")
    editor.setText("Эс алуу")
    press(editor, Qt.Key.Key_Return)
    assert tab.days.own.rows()[0].name == "Эс алуу"
    tab.days.own.go_to(row.id, "is_working")
    press(tab.days.own.grid, Qt.Key.Key_Space)
    assert tab.days.own.rows()[0].is_working is True
    assert date(2019, 5, 2) not in [row.id for row in tab.days.holidays.rows()]

    editor = tab.days.own.edit(row.id, "day")
    editor.setText("")
    press(editor, Qt.Key.Key_Return)
    assert tab.days.own.grid.refusal == "Enter the date."
    press(editor, Qt.Key.Key_Escape)
    tab.days.remove.click()
    assert tab.days.own.rows() == []
    desk.undo()
    assert len(tab.days.own.rows()) == 1


def test_a_day_stands_once(tab):
    for _ in range(2):
        tab.days.add_day()
        window = [one for one in tab.findChildren(EntryWindow) if one.isVisible()][-1]
        put(window.form, day=date(2019, 5, 2))
        window.button.click()
    assert window.form.field("day").refusal == "02.05.2019 is in the table already."
    assert len(tab.days.own.rows()) == 1


def test_enter_in_a_field_presses_no_button(qtbot, tab, previewed):
    around = QDialog()
    qtbot.addWidget(around)
    QVBoxLayout(around).addWidget(tab)
    around.show()
    press(tab.letterhead.form.field("address").entry, Qt.Key.Key_Return)
    assert around.isVisible()
    assert not previewed.asked
    press(tab, Qt.Key.Key_Escape)
    assert not around.isVisible()
    tab.setParent(None)


def test_choices_are_kept_at_once(tab, store, desk):
    put(tab.choices.form, signature_names="Сыдыкбеков Т.", meeting_number="№3/2019")
    with reading(store) as session:
        kept = settings.read(records.settings(session))
    assert (kept.signature_names, kept.meeting_number) == ("full", "with_year")
    desk.undo()
    assert tab.choices.form.field("meeting_number").read() == "plain"


def test_the_office_chooses_how_meetings_are_counted(tab, store, desk):
    put(tab.choices.form, number_series="Extraordinary meetings apart")
    with reading(store) as session:
        assert settings.read(records.settings(session)).number_series == "by_kind"
    put(tab.choices.form, number_series="All meetings together")
    with reading(store) as session:
        assert records.settings(session) == {}


def test_every_setting_can_be_chosen(tab):
    assert set(tab.choices.form.values()) == set(settings.CHOICES)


def test_the_settings_of_a_sample_are_shown_and_follow_the_language(store, tab, language):
    samples.make_chet_nura(store)
    tab.show_touched(frozenset({"office"}))
    assert tab.letterhead.form.field("district_ru").read() == "Нарынский район"
    language("ru")
    translating.translate(tab)
    assert tab.pages.count() == 3


def test_every_control_has_a_name_for_a_screen_reader(tab):
    nameless = [
        widget
        for kind in (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
        for widget in tab.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]  # fmt: skip
    assert not nameless
