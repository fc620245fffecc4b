"""The real window over a real office, with two small subjects in place of the program's own."""

import datetime
import shutil

import pytest

from ayil_desktop import app
from ayil_desktop.language import catalogue
from ayil_desktop.widgets import style
from ayil_desktop.window import editing, joins
from ayil_desktop.window.frame import Frame
from ayil_desktop.window.shell import Shell
from tests.frame import other_tab
from tests.frame.second import SETTINGS, TABS
from tests.told import answers, no_memory, told  # noqa: F401

TODAY = datetime.date(2019, 3, 13)


class Errands(app.Commands):
    """The program's own, but samples are empty offices: the real ones are made elsewhere."""

    def __init__(self):
        self.done = []
        self.stands_in_the_way = None
        self.found = []

    def make_sample(self, name, folder):
        self.done.append((name, folder))
        if self.stands_in_the_way:
            raise self.stands_in_the_way
        self.make_office(name, folder)

    def import_office(self, source, folder):
        self.done.append((source, folder))
        if self.stands_in_the_way:
            raise self.stands_in_the_way
        self.make_office(source.stem, folder)

    def export_office(self, folder, target):
        target.write_text(folder.name, encoding="utf-8")

    def check_office(self, folder):
        return self.found


@pytest.fixture(scope="session")
def dressed(qapp):
    style.dress(qapp)
    editing.UndoKeys(qapp)


@pytest.fixture(autouse=True)
def in_english(language, dressed, no_memory, told):  # noqa: F811
    catalogue.use("en")
    other_tab.built.clear()
    other_tab.looked.clear()


@pytest.fixture
def errands():
    return Errands()


@pytest.fixture
def make_frame(qtbot, errands):
    """A function that shows a window without an office; all of them are closed in the end."""
    shells = []

    def make():
        shell = Shell(TABS)
        qtbot.addWidget(shell)
        shells.append(shell)
        frame = Frame(shell, errands, settings=SETTINGS, clock=lambda: TODAY)
        joins.join(frame)
        shell.show()
        return frame

    yield make
    for shell in shells:
        shell.close()


@pytest.fixture
def frame(make_frame):
    return make_frame()


@pytest.fixture
def folder(empty_office, tmp_path):
    """A closed office of this test's own."""
    folder = tmp_path / "Chet-Nura.ayil"
    shutil.copytree(empty_office, folder)
    return folder


@pytest.fixture
def opened(qtbot, frame, folder):
    """The window at work in that office."""
    with qtbot.wait_signal(frame.shell.usable, timeout=20_000):
        frame.door.open(folder)
    return frame


@pytest.fixture
def notes(opened):
    """The screen of the first subject."""
    return opened.work.tab("office")
