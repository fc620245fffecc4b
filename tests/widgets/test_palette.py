"""Can everything be read, by day and by night?"""

from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QVBoxLayout

from ayil_desktop import shipped
from ayil_desktop.widgets import palette, style
from ayil_desktop.widgets.palette import DARK, LIGHT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), palette.WRITTEN_ON)
def test_words_stand_out_from_their_ground(colours, ink, ground):
    assert palette.contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "base", "alternate"])
def test_the_edge_of_a_field_and_its_focus_stand_out(colours, ground):
    assert palette.contrast(colours.edge, getattr(colours, ground)) >= 3
    assert palette.contrast(colours.accent, getattr(colours, ground)) >= 3


def test_contrast_is_measured_as_wcag_does():
    assert palette.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert palette.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert palette.contrast("#abcdef", "#abcdef") == 1


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_qt_writes_in_the_same_colours(colours):
    qt = palette.qt_palette(colours)
    for ink, ground in (
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
    ):
        assert palette.contrast(qt.color(ink).name(), qt.color(ground).name()) >= 4.5, (ink, ground)


def test_every_colour_of_the_style_sheet_is_known_and_every_mark_is_there():
    for colours in (LIGHT, DARK):
        sheet = style.sheet(colours)
        assert "$" not in sheet
        assert asdict(colours)["accent"] in sheet
        marks = {part.split(")")[0] for part in sheet.split("url(")[1:]}
        assert marks
        assert all((shipped.resource("style") / mark).is_file() for mark in marks)


def test_an_unknown_colour_is_noticed():
    with pytest.raises(KeyError):
        palette.filled_in("color: $purple;", LIGHT)


def test_the_window_can_go_dark_and_light_again(qtbot):
    window = QMainWindow()
    style.wear(window)
    qtbot.addWidget(window)
    for scheme, colours in ((style.Scheme.DARK, DARK), (style.Scheme.LIGHT, LIGHT)):
        with qtbot.wait_signal(style.look().changed):
            style.use(scheme)
        assert style.colours() is colours
        QApplication.processEvents()
        assert window.palette().window().color().name() == colours.window
        assert colours.accent in window.styleSheet()


def test_a_window_that_is_opened_wears_what_its_window_wears(qtbot):
    window = QMainWindow()
    style.wear(window)
    qtbot.addWidget(window)
    dialog = QDialog(window)
    button = QPushButton("Кошуу")
    QVBoxLayout(dialog).addWidget(button)
    own = QPushButton("Кошуу")
    qtbot.addWidget(own)
    assert button.sizeHint() != own.sizeHint()
    style.wear(own)
    assert button.sizeHint() == own.sizeHint()


def test_an_unknown_scheme_of_the_system_is_light():
    style.follow(Qt.ColorScheme.Unknown)
    assert style.colours() is LIGHT


def test_the_look_follows_the_system(qapp):
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert style.colours() is DARK


def test_the_face_has_every_kyrgyz_letter_and_is_ours():
    font = QApplication.font()
    assert QFontInfo(font).family() == "PT Sans"
    raw = QRawFont.fromFont(font)
    for letter in "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ«»„“№–…":
        assert raw.supportsCharacter(ord(letter)), letter
