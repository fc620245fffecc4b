"""Is every word on a screen seen whole, and in the language that was chosen?"""

import datetime
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from ayil_desktop import command_line, subjects
from ayil_desktop.meetings.minutes_text import MinutesText
from ayil_desktop.widgets import style
from ayil_desktop.window import editing, joins, top_row
from tests import opened
from tests.look import cut, followed, held, scenes
from tests.told import no_memory  # noqa: F401
from tools import catalogues

TODAY = datetime.date(2026, 11, 21)
CHART = "Gantt < PlanPage"
"""A chart of years is looked at by scrolling it."""
WINDOWS = ("window-", "settings-", "new-body")
"""They have a size of their own."""
LEFT_OUT = ("window-preview", "help-", "window-clause")
"""They hold pages and long texts, which scroll."""


@pytest.fixture(scope="module")
def offices(qapp, tmp_path_factory):
    style.dress(qapp)
    editing.UndoKeys(qapp)
    folder = tmp_path_factory.mktemp("offices")
    subjects.know_records()
    for name, sample in (("practice", "practice"), ("session", "practice"), ("chet-nura", "chet-nura")):
        command_line.make_sample(sample, folder / f"{name}.ayil")
    held.hold(folder / "session.ayil")
    for name, told in (("followed", followed.follow), ("draft", followed.go_on)):
        command_line.make_sample("chet-nura", folder / f"{name}.ayil")
        told(folder / f"{name}.ayil")
    return folder


@pytest.fixture
def stage(qtbot, offices, monkeypatch, no_memory):  # noqa: F811
    """A function that opens an office in the real window, of the secretary's size."""
    monkeypatch.setattr(scenes, "patience", 20)
    with ExitStack() as windows:

        def open_(name):
            shown = opened.window(qtbot, offices / f"{name}.ayil", clock=lambda: TODAY, size=(1366, 728))
            frame = windows.enter_context(shown)
            return scenes.Stage(frame.shell, frame)

        yield open_


@pytest.mark.parametrize("office", ["practice", "session", "chet-nura", "followed", "draft"])
def test_no_word_is_cut_off_on_any_screen_in_any_language(stage, office):
    opened = stage(office)
    faults = []
    for language in catalogues.PLURALS:
        joins.speak(opened.frame, language)
        for name, scene in scenes.of(office).items():
            if not name.startswith(LEFT_OUT):
                with scenes.shown(opened, scene) as front:
                    faults += [f"{language} {name}: {fault}" for fault in cut.found(front) if CHART not in fault]
    assert faults == []


@pytest.mark.parametrize("office", ["practice", "session", "chet-nura", "followed", "draft"])
def test_on_the_smallest_screen_nothing_scrolls_sideways_and_no_button_is_cut(stage, office):
    """In a table and in the hint of a field words may be cut there: a tooltip tells them."""
    opened = stage(office)
    opened.shell.resize(1024, 728)
    faults = []
    for language in ("ky", "ru"):
        joins.speak(opened.frame, language)
        for name, scene in scenes.of(office).items():
            if not name.startswith((*LEFT_OUT, *WINDOWS)):
                with scenes.shown(opened, scene) as front:
                    faults += [f"{language} {name}: {fault}" for fault in cut.found(front)]
    told = (CHART, ": cell ", ": hint ", "AddLine: choice ")
    assert [fault for fault in faults if not any(part in fault for part in told)] == []


@pytest.mark.parametrize(("before", "after"), [("ky", "ru"), ("ru", "ky")])
def test_nothing_stays_in_the_language_before(stage, before, after):
    opened = stage("practice")
    strange = words_of(before) - words_of(after)
    joins.speak(opened.frame, before)
    for scene in scenes.of("practice").values():
        with scenes.shown(opened, scene):
            pass
    joins.speak(opened.frame, after)
    scenes.settled()
    # The minutes have a language of their own, and each language its own name.
    minutes = opened.shell.findChild(MinutesText)
    shown = [one for one in opened.shell.findChildren(QWidget) if not minutes.isAncestorOf(one) and not is_of_qt(one)]
    assert {text for widget in shown for text in said(widget)} & strange - set(top_row.NAMES.values()) == set()


def words_of(language):
    """Every text of the program without a value in it."""
    return {
        entry.string
        for entry in catalogues.read(language)
        if isinstance(entry.string, str) and entry.string and "{" not in entry.string
    }


def said(widget):
    """What a widget says, and what it says while it is empty."""
    tip = widget.toolTip().removeprefix("<qt>").removesuffix("</qt>")
    always = {tip, widget.accessibleName(), widget.accessibleDescription()}
    match widget:
        case QLabel() | QAbstractButton():
            return always | {widget.text()}
        case QLineEdit():
            return always | {widget.placeholderText()}
        case QTableView():
            across = Qt.Orientation.Horizontal
            return always | {str(widget.model().headerData(n, across)) for n in range(widget.model().columnCount())}
        case QTabBar():
            return always | {widget.tabText(place) for place in range(widget.count())}
        case QComboBox():
            return always | {widget.itemText(place) for place in range(widget.count())}
    return always


def test_every_control_has_a_name_for_whoever_does_not_see_it(stage):
    opened = stage("practice")
    joins.speak(opened.frame, "ky")
    nameless = set()
    for name, scene in scenes.of("practice").items():
        with scenes.shown(opened, scene) as front:
            nameless |= {f"{name}: {path(one)}" for one in front.findChildren(QWidget) if is_nameless(one)}
    assert nameless == set()


CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QTableView, QTreeView, QListView, QTabBar)


def is_nameless(widget):
    """A control that is seen and takes the focus or a click, and of which nothing would be said."""
    if not isinstance(widget, CONTROLS) or not widget.isVisible() or not widget.isEnabled():
        return False
    return not is_of_qt(widget) and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def is_of_qt(widget):
    """The corner of a table, the arrows of a row of tabs: made by Qt with the table."""
    return isinstance(widget.parent(), QTableView | QTabBar)


def path(widget):
    names = []
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:5])


def test_words_without_room_are_noticed(qtbot):
    label = QLabel("Катышуучулардын тизмеси")
    qtbot.addWidget(label)
    label.show()
    assert cut.found(label) == []
    label.setFixedWidth(60)
    assert len(cut.found(label)) == 1
