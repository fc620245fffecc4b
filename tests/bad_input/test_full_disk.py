"""The disk is full while somebody types: is it told in the user's language, and does what was typed stay to be kept?"""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ayil_desktop import command_line
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import selections
from ayil_desktop.meetings.choices import State
from ayil_desktop.office import actions, records
from ayil_desktop.store import reserve, trouble
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import ask, refusal
from ayil_desktop.widgets.field import Field
from tests import opened
from tests.store.test_faults import limit
from tests.told import Answers

LETTERS = "көчө "


@pytest.fixture
def window(qtbot, told, tmp_path):
    folder = tmp_path / "Practice.ayil"
    command_line.make_sample("practice", folder)
    with opened.window(qtbot, folder) as shown:
        yield shown


@pytest.fixture
def full(window):
    """From now on the office cannot grow; `full(False)` makes room again."""
    store = window.work.desk.store

    def fill(is_full=True):
        with store.turn(), store.change() as opened:
            pages = opened.exec_driver_sql("PRAGMA page_count").scalar_one()
        limit(store, pages if is_full else 1_000_000)

    return fill


def test_a_field_keeps_what_the_full_disk_did_not(window, full, told):
    window.asides.show_settings(window.work, window.settings)
    field = _field(window, "address")
    full()
    number, kept = 0, ""
    while not told.unexpected():
        kept, number = field.content(), number + 1
        assert number < 200, "the disk is never full"
        field.line.setText(f"{number} " + LETTERS * 50)
        field.touch()
        field.commit()
    typed = field.content()
    assert typed != kept
    for language in catalogue.LANGUAGES:
        assert str(told.last.words.into(language)) == trouble.disk_full(window.folder).message.into(language)
    assert field.is_touched
    full(False)
    QTest.keyClick(field.entry, Qt.Key.Key_Return)
    assert (field.content(), field.is_touched) == (typed.strip(), False)
    assert _kept(window).address == typed.strip()


def test_a_cell_keeps_what_the_full_disk_did_not(window, full, told):
    window.show_tab("commission")
    table = window.work.tab("commission").roster.table
    full()
    number = 0
    while not told.unexpected():
        number += 1
        assert number < 200, "the disk is never full"
        seat = table.rows()[number % len(table.rows())]
        table.go_to(seat.id, "position")
        editor = table.edit(seat.id, "position")
        typed = f"{number} " + LETTERS * 50
        editor.setText(typed)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (editor.text(), editor.isVisible()) == (typed, True)
    assert "not saved yet" in table.grid.refusal
    assert isinstance(told.last.words, type(trouble.disk_full(window.folder).message))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (editor.text(), editor.isVisible()) == (typed, True)
    full(False)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert table.grid.refusal == ""
    assert next(one for one in table.rows() if one.id == seat.id).position_ky == typed.strip()


def test_an_office_on_a_full_disk_can_be_left_and_is_whole(window, full, told, qtbot):
    folder = window.folder
    full()
    use_up(window, told)
    assert told.words[-1] == str(trouble.disk_full(folder).message)
    window.leave_office()
    assert command_line.check_office(folder) == []
    assert not (folder / reserve.FILE).exists() or (folder / reserve.FILE).stat().st_size == reserve.SIZE


def test_a_reason_stays_to_be_kept_when_the_disk_is_full(window, full, told, answers):
    """The small question stands again with what was typed, until it is kept or the user turns away."""
    tab = window.work.tab("meetings")
    with reading(window.work.desk.store) as session:
        meeting = next(one for one in selections.whole_meetings(session) if one.state is State.PLANNED)
    tab.show_meeting(meeting.id)
    tab.page.head.fill_menu()
    cancel = next(one for one in tab.page.head.menu.actions() if one.text() == str(Message("Cancel the meeting…")))
    reason = "Жол жабык. " * 30

    class MakesRoom(Answers):
        def text(self, question, suggested, refused):
            if refused:
                full(False)
            return super().text(question, suggested, refused)

    asked = MakesRoom()
    asked.will("text", reason, reason)
    ask.answer_by(asked)
    full()
    use_up(window, told)
    cancel.trigger()
    assert asked.suggested == [("", ""), (reason, str(refusal.NOT_KEPT))]
    assert told.words[-1] == str(trouble.disk_full(window.folder).message)
    with reading(window.work.desk.store) as session:
        assert selections.meeting(session, meeting.id).cancelled_reason == reason.strip()


def use_up(window, told):
    """Change something until the last room is gone."""
    desk = window.work.desk
    number = 0
    while not told.unexpected():
        number += 1
        desk.run(partial(actions.change_office, desk.store, values={"address": f"{number} " + LETTERS * 50}))


def _field(window, name):
    found = [one for top in QApplication.topLevelWidgets() for one in top.findChildren(Field) if one.isVisible()]
    return next(one for one in found if one.name == name)


def _kept(window):
    with reading(window.work.desk.store) as session:
        return records.office(session)
