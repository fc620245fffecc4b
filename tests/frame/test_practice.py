"""The program's own tabs in the real window, over the practice office."""

import pytest

from ayil_desktop import app, command_line
from ayil_desktop.language import catalogue
from ayil_desktop.subjects import TABS
from ayil_desktop.window import joins
from ayil_desktop.window.frame import Frame
from ayil_desktop.window.shell import Shell


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    folder = tmp_path_factory.mktemp("practice") / "Practice.ayil"
    command_line.make_sample("practice", folder)
    return folder


@pytest.fixture
def frame(qtbot, practice):
    shell = Shell(TABS)
    qtbot.addWidget(shell)
    frame = Frame(shell, app.Commands())
    joins.join(frame)
    shell.show()
    with qtbot.wait_signal(shell.usable, timeout=30_000):
        frame.door.open(practice)
    yield frame
    shell.close()


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
