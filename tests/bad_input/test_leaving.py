"""Something was typed that a rule says no to, and the user wants to leave: is it asked about, and never lost unseen?"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ayil_desktop import command_line
from ayil_desktop.commission.member_windows import Card
from ayil_desktop.widgets import ask
from ayil_desktop.widgets.field import Field
from tests import opened
from tests.told import Answers


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("leaving") / "Practice.ayil"
    command_line.make_sample("practice", folder)
    return folder


@pytest.fixture
def window(qtbot, office, answers):
    with opened.window(qtbot, office) as shown:
        yield shown


class Leaves(Answers):
    """When a test is over, its window is left whatever was typed."""

    def yes_no(self, question, yes, no, detail):
        return super().yes_no(question, yes, no, detail) if self.left() else True


@pytest.fixture
def answers(told):
    answers = Leaves()
    before = ask.answer_by(answers)
    yield answers
    ask.answer_by(before)
    assert not answers.left()


@pytest.fixture
def refused(window):
    """The name of a member was deleted in the roster, which the cell refused."""
    table = window.work.tab("commission").roster.table
    seat = table.rows()[2]
    editor = table.edit(seat.id, "name")
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert table.grid.refusal
    return editor


@pytest.mark.parametrize("leaves", [True, False])
def test_a_refused_cell_is_asked_about_when_the_window_closes(window, refused, answers, leaves):
    answers.will("yes_no", leaves)
    window.shell.close()
    assert window.shell.isVisible() is not leaves
    assert answers.asked == ["What was typed in “Name” is not saved. Leave without it?"]
    if not leaves:
        assert refused.isVisible()
        assert QApplication.focusWidget() is refused


def test_a_refused_cell_on_a_tab_behind_is_asked_about_and_brought_to_the_front(window, refused, answers, qtbot):
    refused.clearFocus()
    window.work.enter()
    window.top.languages.setFocus()
    window.show_tab("meetings")
    assert window.work.current == "meetings"
    answers.will("yes_no", False)
    window.shell.close()
    assert (window.work.current, window.top.current) == ("commission", "commission")
    assert QApplication.focusWidget() is refused


def test_another_office_is_not_opened_over_what_was_refused(window, refused, answers):
    answers.will("yes_no", False)
    window.menus.actions["open"].trigger()
    assert answers.asked == ["What was typed in “Name” is not saved. Leave without it?"]


@pytest.mark.parametrize("leaves", [True, False])
def test_a_refused_field_is_asked_about_when_its_window_closes(window, answers, leaves):
    window.asides.show_settings(window.work, window.settings)
    settings = window.asides.settings
    field = next(one for one in settings.findChildren(Field) if one.name == "name_ky")
    field.line.setFocus()
    field.line.setText("А" * 2_000)
    field.touch()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.refusal
    answers.will("yes_no", leaves)
    settings.close()
    assert settings.isVisible() is not leaves
    assert len(answers.asked) == 1


def test_a_card_with_a_refused_field_asks_too(window, answers):
    tab = window.work.tab("commission")
    tab.roster.table.go_to(tab.roster.table.rows()[2].id)
    next(one for one in tab.commands() if one.title.msgid == "Card of the member…").run()
    card = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Card) and one.isVisible())
    year = card.form.field("birth_year").line
    year.setFocus()
    QTest.keyClicks(year, "nineteen")
    answers.will("yes_no", False, True)
    card.close_button.click()
    assert card.isVisible()
    assert year.text().startswith("nineteen")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert answers.asked == ["What was typed in “Year of birth” is not saved. Leave without it?"] * 2


@pytest.mark.parametrize("leaves", [True, False])
def test_a_proposal_that_was_typed_and_not_added_is_asked_about(window, answers, leaves):
    """The line has a button; she forgot it and closes the window."""
    window.show_tab("meetings")
    tab = window.work.tab("meetings")
    tab.finish()
    tab.show_proposals()
    field = tab.proposals.add_line.form.field("text")
    field.line.setFocus()
    QTest.keyClicks(field.line, "Koshoy-Korgon joluna jarik")
    answers.will("yes_no", leaves)
    window.shell.close()
    assert answers.asked == ["What was typed in “New proposal for the agenda” is not saved. Leave without it?"]
    assert window.shell.isVisible() is not leaves
    if not leaves:
        assert QApplication.focusWidget() is field.line
        assert field.line.text() == "Koshoy-Korgon joluna jarik"


def test_nothing_is_asked_when_all_is_kept(window):
    window.shell.close()
    assert not window.shell.isVisible()
