"""The first frame waits for nothing, and the work waits for nothing that it does not need."""

import json
import shutil
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import Pool, event

from ayil_desktop import __main__ as entry
from ayil_desktop.store import opening, schema, trouble
from ayil_desktop.window import at_work, loading


@pytest.fixture(scope="module")
def loaded(empty_office, tmp_path_factory):
    """The modules of a start of the whole program: at its first frame, when an office can be worked in, and idle."""
    folder = tmp_path_factory.mktemp("start")
    office, report = folder / "Office.ayil", folder / "modules.json"
    shutil.copytree(empty_office, office)
    started = [sys.executable, "-m", "tests.frame.second", "real", str(office), str(report)]
    subprocess.run(started, check=True, timeout=60)
    return json.loads(report.read_text())


@pytest.mark.parametrize("late", ["sqlcipher3", "ayil_desktop.window.frame", "ayil_desktop.widgets.ask"])
def test_the_first_frame_comes_before(loaded, late):
    assert late not in loaded["first frame"]
    assert late in loaded["usable"]


@pytest.mark.parametrize("late", ["sqlcipher3", "ayil_desktop.store.opening"])
def test_no_import_takes_turns_with_the_furnishing_of_the_window(loaded, late):
    assert late not in loaded["furnished"]


@pytest.mark.parametrize(
    "later",
    [
        "sqlalchemy",
        "holidays",
        "babel",
        "reportlab",
        "alembic",
        "docx",
        "pypdfium2",
        "PySide6.QtNetwork",
        "ssl",
        "email",
        "ayil_desktop.printing.document",
        "ayil_desktop.commission.windows",
        "ayil_desktop.commission.records",
        "ayil_desktop.commission.actions",
    ],
)
def test_an_office_can_be_worked_in_before_it_knows(loaded, later):
    assert later not in loaded["usable"]


@pytest.mark.parametrize(
    "later",
    [
        "ayil_desktop.strategy.tab",
        "ayil_desktop.office.tab",
        "holidays",
        "reportlab",
        "docx",
        "PIL",
        "PySide6.QtNetwork",
    ],
)
def test_an_idle_window_does_not_hold(loaded, later):
    assert later not in loaded["idle"]


@pytest.mark.parametrize(
    "soon",
    ["sqlalchemy", "ayil_desktop.commission.actions", "ayil_desktop.meetings.tab", "ayil_desktop.strategy.records"],
)
def test_an_idle_window_gets_ready(loaded, soon):
    assert soon in loaded["idle"]


@pytest.mark.parametrize(
    "arguments, for_window",
    [
        ([], True),
        (["Chet-Nura.ayil"], True),
        (["./check"], True),
        (["check"], False),
        (["--version"], False),
        (["check", "Chet-Nura.ayil"], False),
        (["Chet-Nura.ayil", "Naryn.ayil"], False),
    ],
)
def test_a_folder_opens_the_window_and_a_command_is_carried_out(arguments, for_window):
    assert entry.is_for_window(arguments) is for_window


def test_a_program_without_a_console_still_answers_by_its_exit_status(folder, monkeypatch):
    """As the .exe of the window on Windows, which has no streams at all."""
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    for arguments, status in ((["check", str(folder)], 0), (["check", str(folder / "none")], 1), (["check"], 2)):
        monkeypatch.setattr(sys, "argv", ["ayil-desktop", *arguments])
        assert _status(entry.main) == status


def _status(main):
    try:
        return main()
    except SystemExit as left:
        return left.code


def test_an_older_office_waits_until_all_records_are_known(folder, monkeypatch):
    monkeypatch.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    with pytest.raises(trouble.Older):
        opening.open_office(folder, all_known=False)
    monkeypatch.undo()
    opening.open_office(folder).close()


def test_what_is_changed_at_once_waits_for_the_records_of_all_subjects(opened, notes):
    notes.keep("at once")
    assert opened.work.load_rest().done()


def test_whoever_has_to_wait_for_them_sees_it(notes, opened, qapp, monkeypatch):
    seen = []
    rest = opened.work.load_rest()
    rest.result()
    monkeypatch.setattr(rest, "done", lambda: False)
    monkeypatch.setattr(at_work, "wait", lambda _futures: seen.append(qapp.overrideCursor().shape()))
    notes.keep("at once")
    assert seen == [Qt.CursorShape.WaitCursor]
    assert qapp.overrideCursor() is None


def test_the_first_change_does_not_wait_for_its_connection(qtbot, opened, notes):
    qtbot.wait_until(lambda: opened.work.load_rest().done())
    connected = []

    def note(*_values):
        connected.append(True)

    event.listen(Pool, "connect", note)
    try:
        notes.keep("at once")
    finally:
        event.remove(Pool, "connect", note)
    assert connected == []


def test_an_office_that_is_left_at_once_waits_for_nothing_that_was_not_begun(qtbot, frame, folder, monkeypatch):
    loaded, gate = [], threading.Event()
    with qtbot.wait_signal(frame.shell.usable):
        frame.door.open(folder)
    monkeypatch.setattr(loading, "know", loaded.extend)
    monkeypatch.setattr(loading, "know_records", lambda: gate.wait(10))
    frame.work.load_rest()
    threading.Timer(0.2, gate.set).start()
    frame.leave_office()
    assert gate.is_set()
    assert loaded == []


def test_the_rest_is_loaded_without_being_asked_for(qtbot, opened):
    qtbot.wait_until(lambda: opened.work.listens)
    qtbot.wait_until(lambda: opened.work.load_rest().done())
