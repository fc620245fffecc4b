"""Is the user asked by one door, with verbs on the buttons, and can turn away?"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import ask, memory
from tests.typing import type_text


def meanwhile(act):
    """Do something to the dialog as soon as it is open."""
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(5, look)
            return
        seen.append(dialog)
        act(dialog)

    QTimer.singleShot(0, look)
    return seen


def press(words):
    def act(dialog):
        assert isinstance(dialog, QMessageBox)
        next(button for button in dialog.buttons() if button.text() == words).click()

    return act


def test_a_yes_is_a_verb(qtbot):
    meanwhile(press("Seal"))
    assert ask.yes_no(Message("Seal the minutes?"), yes=Message("Seal"))
    meanwhile(press("Cancel"))
    assert not ask.yes_no(Message("Seal the minutes?"), yes=Message("Seal"))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_careless_key_is_a_no(qtbot, key):
    meanwhile(lambda dialog: qtbot.keyClick(dialog, key))
    assert not ask.yes_no("?", yes=Message("Seal"))


def test_a_question_is_literal(qtbot):
    formats = []

    def look(dialog):
        formats.extend((label.text(), label.textFormat()) for label in dialog.findChildren(QLabel) if label.text())
        dialog.reject()

    meanwhile(look)
    ask.yes_no("Remove <b>Асан</b>?", yes="Remove", detail="<i>x</i>")
    assert ("Remove <b>Асан</b>?", Qt.TextFormat.PlainText) in formats
    assert {kind for _, kind in formats} == {Qt.TextFormat.PlainText}


def test_one_of_several_is_chosen_or_none(qtbot):
    meanwhile(press("Replace"))
    assert ask.choose("?", ["Add", "Replace"], detail="x") == 1
    meanwhile(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert ask.choose("?", ["Add", "Replace"]) is None


def test_a_line_is_asked_for(qtbot):
    def type_in(dialog):
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
        assert dialog.line.accessibleName() == "Why?"
        type_text(dialog.line, "  себеп ")
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    meanwhile(type_in)
    assert ask.text(Message("Why?"), suggested="is replaced") == "себеп"
    meanwhile(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert ask.text(Message("Why?")) is None


def test_a_line_that_was_not_taken_stands_there_again_with_the_reason(qtbot):
    seen = []

    def look(dialog):
        seen.append((dialog.line.text(), dialog.note.text))
        qtbot.wait_until(lambda: not dialog.line.hasSelectedText())
        type_text(dialog.line, " тагы")
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    meanwhile(look)
    assert ask.text("Why?", suggested="себеп", refused=Refused("Too short.")) == "себеп тагы"
    assert seen == [("себеп", "Too short.")]


def test_a_file_is_saved_with_the_ending_of_its_kind_and_the_folder_is_remembered(qtbot, tmp_path):
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    memory.keep("ask/folder", str(tmp_path))

    def agree(dialog):
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile("Протокол 3")
        dialog.accept()

    meanwhile(agree)
    assert ask.save_file(Message("Keep the minutes"), "Протокол", [ask.PDF, ask.DOCX]) == tmp_path / "Протокол 3.pdf"
    assert memory.recall("ask/folder") == str(tmp_path)
    meanwhile(lambda dialog: dialog.reject())
    assert ask.save_file("x", "y", [ask.DOCX]) is None


def test_a_file_and_a_folder_are_chosen(qtbot, tmp_path):
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    memory.keep("ask/folder", str(tmp_path))

    def take(dialog):
        dialog.selectFile(str(tmp_path / "scan.pdf"))
        dialog.accept()

    meanwhile(take)
    assert ask.open_file(Message("Attach a scan"), [ask.SCAN, ask.ANY]) == tmp_path / "scan.pdf"
    meanwhile(lambda dialog: dialog.reject())
    assert ask.open_file("x") is None
    meanwhile(lambda dialog: (dialog.selectFile(str(tmp_path)), dialog.accept()))
    assert ask.folder("x") == tmp_path
    meanwhile(lambda dialog: dialog.reject())
    assert ask.folder("x") is None


def test_a_test_answers_without_a_dialog(answers):
    answers.will("yes_no", True, False)
    answers.will("choose", 1)
    answers.will("text", "себеп")
    answers.will("open_file", Path("a"))
    answers.will("save_file", Path("b"))
    answers.will("folder", None)
    assert ask.yes_no(Message("Seal?"), yes="Seal")
    assert not ask.yes_no("x", yes="y")
    assert ask.choose("x", ["a", "b"]) == 1
    assert ask.text("x") == "себеп"
    assert ask.open_file("x") == Path("a")
    assert ask.save_file("x", "y", [ask.PDF]) == Path("b")
    assert ask.folder("x") is None
    assert answers.asked[0] == "Seal?"


def test_a_question_nobody_prepared_for_fails(answers):
    with pytest.raises(AssertionError, match="nobody prepared"):
        ask.yes_no("x", yes="y")
