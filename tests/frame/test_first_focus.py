"""Whoever comes to a tab stands where its work begins, by key and by click, also where there is nothing yet."""

import shutil
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ayil_desktop import command_line
from ayil_desktop.strategy.gantt import Gantt
from ayil_desktop.subjects import TABS
from ayil_desktop.widgets.record_grid import Grid
from tests import opened
from tests.typing import type_text

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    command_line.make_sample("chet-nura", folder / "Chet-Nura.ayil")
    return folder


@pytest.fixture
def at(qtbot, samples, empty_office, tmp_path):
    """at("empty") and at("Chet-Nura") open the real window; then `come(name)` clicks on a tab."""
    with ExitStack() as windows:

        def open_(office):
            folder = tmp_path / f"{office}.ayil"
            shutil.copytree(empty_office if office == "empty" else samples / folder.name, folder)
            frame = windows.enter_context(opened.window(qtbot, folder))

            def come(name):
                place = [subject.name for subject in TABS].index(name)
                QTest.mouseClick(frame.top.tabs, CLICK, pos=frame.top.tabs.tabRect(place).center())
                qtbot.wait_until(lambda: frame.work.current == name, timeout=10_000)
                return QApplication.focusWidget()

            return come

        yield open_


def test_in_an_empty_office_the_first_step_has_the_focus(at):
    come = at("empty")
    assert QApplication.focusWidget().text() == "Add the first body"
    for name, step in (("meetings", "To the commission"), ("strategy", "Begin a strategy")):
        focus = come(name)
        assert isinstance(focus, QPushButton)
        assert focus.isVisible()
        assert focus.text() == step
    assert come("commission").text() == "Add the first body"


def test_the_first_step_is_done_by_key(at, qtbot):
    at("empty")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.wait_until(lambda: QApplication.activeModalWidget() is not None)
    QApplication.activeModalWidget().close()


def test_a_first_step_that_was_done_leaves_the_next_one_in_hand(at, qtbot):
    """By keys alone: the body is entered, and the roster offers its first member."""
    at("empty")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.wait_until(lambda: QApplication.activeModalWidget() is not None)
    window = QApplication.activeModalWidget()
    shell = window.parentWidget().window()
    type_text(window.form.field("name_ky").entry, "Жумушчу комиссия")
    QTest.keyClick(window.form.field("name_ky").entry, Qt.Key.Key_Return)
    qtbot.wait_until(lambda: getattr(shell.focusWidget(), "text", str)() == "Add the first member")


def test_where_something_is_its_list_has_the_focus(at):
    come = at("Chet-Nura")
    assert isinstance(QApplication.focusWidget(), Grid)
    assert isinstance(come("strategy"), Gantt)
