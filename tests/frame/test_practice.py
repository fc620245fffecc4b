"""The program's own tabs in the real window, over the practice office."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

from ayil_desktop import command_line
from ayil_desktop.language import catalogue
from ayil_desktop.subjects import TABS
from ayil_desktop.window import joins
from tests import opened


@pytest.fixture(scope="module")
def office(tmp_path_factory, request):
    """The practice office, or another sample that a test names."""
    folder = tmp_path_factory.mktemp("samples") / "Sample.ayil"
    command_line.make_sample(getattr(request, "param", "practice"), folder)
    return folder


@pytest.fixture
def frame(qtbot, office):
    with opened.window(qtbot, office) as frame:
        yield frame


class Flashes(QObject):
    """Notes every part of a screen that becomes a window of its own, be it for a moment."""

    def __init__(self, app):
        super().__init__()
        self.seen = []
        app.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if not isinstance(watched, QDialog | QMainWindow | QMenu):
                self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def flashes(qapp):
    watching = Flashes(qapp)
    yield watching.seen
    qapp.removeEventFilter(watching)


@pytest.mark.parametrize("office", ["practice", "chet-nura"], indirect=True)
def test_no_part_of_a_screen_is_a_window_for_a_moment(flashes, frame):
    for subject in TABS:
        frame.show_tab(subject.name)
        tab = frame.work.tab(subject.name)
        for hit in tab.hits("а")[:20]:
            tab.go_to(hit.record)
        for language in catalogue.LANGUAGES:
            joins.speak(frame, language)
    frame.asides.show_settings(frame.work, frame.settings)
    frame.asides.show_clause("CN-7.3")
    frame.asides.show_history(frame.work)
    assert flashes == []


def test_every_tab_can_be_shown_in_every_language(frame):
    for subject in TABS:
        frame.show_tab(subject.name)
        assert frame.work.current == subject.name
    frame.asides.show_settings(frame.work, frame.settings)
    for language in catalogue.LANGUAGES:
        joins.speak(frame, language)
        assert str(TABS[0].title) == frame.top.tabs.tabText(0)


def test_the_window_says_that_its_people_are_made_up(frame):
    assert "(practice)" in frame.shell.windowTitle()
    assert "(practice)" in frame.status.office


def test_the_history_can_be_read(frame):
    frame.asides.show_history(frame.work)
    tree = frame.asides.history.tree
    assert tree.topLevelItemCount() > 10
    steps = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    assert all(step.text(1) for step in steps)
    assert not [step for step in steps for row in range(step.childCount()) if "None" in step.child(row).text(1)]


def test_a_member_is_found_in_the_whole_office(frame):
    found = frame.work.search("Сынакова")
    assert "commission" in {one.subject for one in found}
    for one in found:
        frame.go_to(one.subject, one.hit.record)
        assert frame.work.current == one.subject


@pytest.mark.parametrize("width, height", [(1366, 738), (1093, 554), (1024, 738)])
def test_the_window_fits_the_screens_of_the_offices(frame, width, height):
    for subject in TABS:
        frame.show_tab(subject.name)
        frame.shell.resize(width, height)
        assert (frame.shell.width(), frame.shell.height()) == (width, height)


def test_the_check_of_the_composition_is_in_sight_when_the_work_can_begin(frame):
    assert frame.work.tab("commission").panel.list.isVisible()
