"""Are words shown literally, and do they follow the language?"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import labels, palette, style, translating

HOSTILE = ["<b>Асан</b>", "A & B", "=1+1", "<img src=x>", "‮Асан", "𝕬 😀", "&lt;"]


class Language(Message):
    """A text that says in which language it was asked for."""

    __slots__ = ()

    def into(self, language):
        return f"{language}: {self.msgid}"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_is_never_markup(qtbot, text):
    label = labels.Label(text)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_shows_every_character(text):
    document = QTextDocument()
    document.setHtml(labels.tooltip(text))
    assert document.toPlainText() == text


def test_a_tooltip_keeps_its_lines_and_none_is_none():
    document = QTextDocument()
    document.setHtml(labels.tooltip("a\nb"))
    assert document.toPlainText() == "a\nb"
    assert labels.tooltip("") == ""


def test_texts_follow_the_language_and_names_stay(qtbot):
    page = QLabel()
    qtbot.addWidget(page)
    name = labels.Label("Асан")
    title = labels.Label(Language("Members"))
    button = labels.Button(Language("Add"))
    chip = labels.Chip("due", Language("Two days left"))
    figure = labels.Figure("8 / 6", Language("members"))
    for widget in (name, title, button, chip, figure):
        widget.setParent(page)
    catalogue.use("ru")
    translating.translate(page)
    assert name.text() == "Асан"
    assert title.text() == "ru: Members"
    assert button.text() == "ru: Add"
    assert chip.accessibleName() == "ru: Two days left"
    assert figure.accessibleName() == "8 / 6 ru: members"


def test_an_ampersand_on_a_button_is_an_ampersand(qtbot):
    button = labels.Button("Ты & я", sign="plus", main=True)
    qtbot.addWidget(button)
    assert button.text() == "Ты && я"
    assert button.accessibleName() == "Ты & я"
    assert not button.icon().isNull()
    button.set_words("Other")
    assert button.text() == "Other"


@pytest.mark.parametrize("state", ["done", "due", "late"])
def test_a_state_has_a_word_an_icon_and_a_colour(qtbot, state):
    chip = labels.Chip()
    style.wear(chip)
    qtbot.addWidget(chip)
    chip.show_state(state, "Adopted")
    picture = chip.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert getattr(palette.LIGHT, f"{state}_soft") in colours
    assert getattr(palette.LIGHT, state) in colours
    assert [label.text() for label in chip.findChildren(QLabel)] == ["Adopted"]


def test_a_clause_is_a_button_that_asks_for_its_text(qtbot):
    link = labels.ClauseLink("CN-7.3")
    qtbot.addWidget(link)
    link.show()
    with qtbot.wait_signal(link.asked, check_params_cb=lambda clause: clause == "CN-7.3"):
        link.setFocus()
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert "7.3" in link.accessibleName()
    link.show_clause("")
    assert link.isHidden()
