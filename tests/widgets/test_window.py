"""Does what must hold on every screen hold of everything that screens are made of?"""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QToolTip, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import notice, style, translating
from ayil_desktop.widgets.date_line import DateLine
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.scrolling import Scrolling
from tests.widgets import sample


@pytest.fixture
def window(qtbot):
    notice.warning(Message("The notice is late."), notice.Offer(Message("Repair"), notice.nothing), clause="CN-6.2")
    made = sample.window()
    qtbot.addWidget(made)
    with qtbot.wait_exposed(made):
        made.show()
    return made


def every(window, kind=QWidget):
    """Also what is on tabs that are behind, and in popups."""
    return [widget for widget in window.findChildren(kind) if not widget.objectName().startswith("qt_")]


def test_no_label_takes_words_for_markup(window):
    labels = window.findChildren(QLabel)
    assert len(labels) > 40
    assert [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []


def test_no_tooltip_takes_words_for_markup(window):
    tips = [widget.toolTip() for widget in every(window) if widget.toolTip()]
    assert tips
    for tip in tips:
        assert tip.startswith("<qt>") and not re.search(r"<(?!/?qt>|br>)", tip), tip


def test_every_control_has_a_name_for_those_who_hear_it(window):
    silent = []
    for widget in every(window):
        if widget.isHidden():
            continue
        reached = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        inner = isinstance(widget.parent(), QAbstractButton | QLineEdit) or type(widget).__module__.startswith(
            "PySide6"
        )
        if reached and not words and not (inner and not isinstance(widget, QLineEdit | QAbstractButton)):
            silent.append(widget)
    assert silent == []


def test_a_change_of_language_reaches_everything(window, monkeypatch):
    """Every text that the catalogue gives is given anew: none is left from the language before."""
    translate = catalogue.Catalogue.text

    def shouted(self, msgid):
        return translate(self, msgid) if self.language != "ru" else f"ру:{msgid}"

    def shouted_plural(self, one, many, n):
        return f"ру:{many}" if self.language == "ru" else (one if n == 1 else many)

    monkeypatch.setattr(catalogue.Catalogue, "text", shouted)
    monkeypatch.setattr(catalogue.Catalogue, "plural", shouted_plural)
    catalogue.use("ru")
    translating.translate(window)
    for label in window.findChildren(QLabel):
        is_figure = not re.search("[^\\W\\d_]", label.text())
        assert label.isHidden() or is_figure or label.text().startswith("ру:"), label.text()
    table = window.findChild(sample.RecordTable)
    assert table.grid.model().headerData(0, Qt.Orientation.Horizontal).startswith("ру:")
    for place in window.findChildren(QLineEdit):
        assert not place.placeholderText() or place.placeholderText().startswith("ру:")


def test_no_field_is_cut_off_where_the_screen_is_low(window, qtbot):
    window.resize(1024, 560)
    QApplication.processEvents()
    form = window.tabs.widget(0).findChild(Form)
    for label in form.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


def test_tab_brings_a_hidden_field_into_sight(window, qtbot):
    window.resize(1024, 500)
    QApplication.processEvents()
    scrolling = window.tabs.widget(0).findChild(Scrolling)
    form = scrolling.widget()
    window.activateWindow()
    form.field("name").setFocus()
    for _ in range(12):
        if form.field("about").entry.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert form.field("about").entry.hasFocus()
    place = form.field("about").entry.mapTo(scrolling.viewport(), form.field("about").entry.rect().topLeft())
    assert 0 <= place.y() < scrolling.viewport().height()


@pytest.mark.parametrize("scheme", list(style.Scheme))
def test_a_field_can_be_told_from_its_ground(window, scheme):
    """The middle of a field and the ground beside it differ, by day and by night."""
    style.use(scheme)
    line = window.tabs.widget(0).findChild(DateLine)
    picture = line.grab().toImage()
    edge = {picture.pixelColor(x, y).name() for x in range(3) for y in range(8, 20)}
    assert edge & {style.colours().edge, style.colours().late, style.colours().accent}
    assert picture.pixelColor(line.width() // 2, line.height() // 2).name() == style.colours().base


def test_tooltips_wear_the_colours_of_the_window_whenever_they_are_changed(window):
    QToolTip.showText(QPoint(5, 5), "<qt>Добуш</qt>", window)
    style.use(style.Scheme.DARK)
    assert QToolTip.palette().toolTipBase().color().name() == style.colours().base
