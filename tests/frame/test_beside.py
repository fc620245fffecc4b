"""What takes long is done beside the screen: it is shown, it can be cancelled, and the office waits for its end."""

import threading

import pytest

from ayil_desktop.language.message import Message
from ayil_desktop.store import backup
from ayil_desktop.widgets import background, notice


@pytest.fixture
def gate():
    """Holds a work until the test opens it."""
    gate = threading.Event()
    yield gate
    gate.set()
    background.shut_down()


def steps(gate):
    yield 0.25
    while not gate.wait(0.005):
        yield Message("Page {page}", page=3)
    return "done"


def test_a_long_work_shows_how_far_it_is_and_can_be_cancelled(qtbot, frame, gate):
    ended = []
    progress = frame.status.progress
    frame.status.show()
    background.run(
        lambda: steps(gate), title="Printing", done=ended.append, cancelled=lambda: ended.append("cancelled")
    )
    qtbot.wait_until(lambda: progress.isVisible() and progress.words == "Page 3")
    progress.cancel.click()
    qtbot.wait_until(lambda: ended == ["cancelled"])
    assert not progress.isVisible()


def test_a_short_work_shows_nothing(qtbot, frame):
    ended = []
    background.run(lambda: 1, title="Short", done=ended.append)
    qtbot.wait_until(lambda: ended == [1])
    assert not frame.status.progress.isVisible()


def test_the_whole_office_is_exported(qtbot, opened, answers, told, tmp_path):
    answers.will("save_file", tmp_path / "out.json")
    opened.menus.actions["export"].trigger()
    qtbot.wait_until(lambda: bool(told.notices))
    assert told.last.severity is notice.Severity.DONE
    assert (tmp_path / "out.json").read_text() == "Chet-Nura.ayil"


def test_a_check_says_that_all_is_well(qtbot, opened, errands, told):
    errands.found = []
    opened.menus.actions["check"].trigger()
    qtbot.wait_until(lambda: bool(told.notices))
    assert told.words == ["The office was checked: its files are whole and its seals unbroken."]


def test_a_check_tells_ten_faults_and_how_many_more(qtbot, opened, errands, told):
    errands.found = [Message("Fault {number}", number=number) for number in range(12)]
    opened.menus.actions["check"].trigger()
    qtbot.wait_until(lambda: len(told.notices) == 11)
    assert told.words[0] == "Fault 0"
    assert told.words[-1] == "2 more faults were found."


def test_what_was_changed_is_backed_up_when_there_is_calm(qtbot, opened, notes, folder):
    notes.keep("Орто-Нура")
    opened.work.back_up()
    qtbot.wait_until(lambda: not background.jobs().running, timeout=20_000)
    assert len(backup.backups(folder)) == 1
    opened.work.back_up()
    qtbot.wait_until(lambda: not background.jobs().running, timeout=20_000)
    assert len(backup.backups(folder)) == 1


def test_the_office_is_closed_after_what_is_being_done(opened, gate):
    ended = []
    background.run(
        lambda: steps(gate), title="Printing", done=ended.append, cancelled=lambda: ended.append("cancelled")
    )
    opened.shell.close()
    assert background.jobs().running == [] or not ended
