"""A mistake of the program is told plainly, and reported without anybody's data."""

import sys
import threading

import pytest

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store import trouble
from ayil_desktop.widgets.notice import Severity
from ayil_desktop.window import crash

SECRET = "Мусурканов Азамат"


def broken(name=SECRET):
    raise ValueError(f"no such person: {name}")


def raised(deed):
    try:
        deed()
    except Exception as problem:
        return problem
    raise AssertionError("nothing was raised")


@pytest.fixture
def hook(monkeypatch, qapp, tmp_path):
    """Installed in this process until the test ends; the office is `tmp_path`/Office.ayil."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    (tmp_path / "Office.ayil").mkdir()
    hook = crash.Hook(lambda: tmp_path / "Office.ayil")
    hook.install()
    return hook


def report(tmp_path):
    (written,) = tmp_path.glob("ayil-report-*.txt")
    return written.read_text(encoding="utf-8")


def throw(problem):
    sys.excepthook(type(problem), problem, problem.__traceback__)


def test_the_report_says_where_and_what_kind_but_nobodys_name(hook, told, tmp_path):
    throw(raised(broken))
    said = report(tmp_path)
    assert "builtins.ValueError" in said
    assert "test_crash.py" in said and " broken" in said
    assert SECRET not in said
    assert str(tmp_path) not in said
    assert told.last.severity is Severity.TROUBLE
    assert "ayil-report-" in told.words[-1]
    assert SECRET not in told.words[-1]


def test_the_cause_is_in_the_report_too(hook, told, tmp_path):
    def wrapped():
        try:
            broken()
        except ValueError as error:
            raise KeyError(SECRET) from error

    throw(raised(wrapped))
    said = report(tmp_path)
    assert said.index("builtins.ValueError") < said.index("which led to") < said.index("builtins.KeyError")
    assert SECRET not in said
    assert told.words


def test_a_mistake_that_comes_back_is_told_once(hook, told, tmp_path):
    for _ in range(3):
        throw(raised(broken))
    assert len(told.words) == 1
    report(tmp_path)


def test_a_mistake_in_a_thread_is_told_as_well(qtbot, hook, told, tmp_path):
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.wait_until(lambda: bool(told.notices))
    assert "ValueError" in report(tmp_path)
    assert told.words


def test_where_nothing_can_be_written_beside_the_office_it_goes_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(crash.tempfile, "gettempdir", lambda: str(tmp_path))
    written = crash.write_report(raised(broken), tmp_path / "gone" / "Office.ayil")
    assert written.parent == tmp_path
    monkeypatch.setattr(crash.tempfile, "gettempdir", lambda: str(tmp_path / "gone"))
    assert crash.write_report(raised(broken), None) is None


def test_a_refusal_that_nobody_showed_is_no_mistake(hook, told, tmp_path):
    throw(Refused(Message("Not today."), clause="CN-7.3"))
    assert told.words == ["Not today."]
    assert told.last.clause == "CN-7.3"
    assert not list(tmp_path.glob("ayil-report-*.txt"))


def test_a_trouble_that_nobody_showed_is_told_as_trouble(hook, told, tmp_path):
    throw(trouble.disk_full(tmp_path))
    assert "no room left" in told.words[0]
    assert not list(tmp_path.glob("ayil-report-*.txt"))


def test_ctrl_c_in_a_terminal_is_left_to_python(hook, told, capsys):
    throw(KeyboardInterrupt())
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert not told.words


def test_paths_begin_at_the_package_or_the_library():
    assert crash.within("/srv/aigul/ayil_desktop/window/frame.py") == "ayil_desktop/window/frame.py"
    assert (
        crash.within("/srv/aigul/.venv/lib/site-packages/sqlalchemy/orm/session.py")
        == "site-packages/sqlalchemy/orm/session.py"
    )
    assert crash.within("/srv/aigul/else.py") == "else.py"
