"""An office that cannot be opened: is that told in the user's language, whichever way it was chosen, and left alone?"""

import contextlib
import hashlib
import os
import shutil
import subprocess

import pytest

from ayil_desktop import app
from ayil_desktop.language import catalogue
from ayil_desktop.store import connection, keys, opening, schema, trouble
from ayil_desktop.window import joins, remembered
from tests.store import office


def contents(folder):
    return {
        file.relative_to(folder): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@contextlib.contextmanager
def is_gone(folder):
    shutil.rmtree(folder)
    yield


@contextlib.contextmanager
def is_no_office(folder):
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "Протокол.docx").write_bytes(b"PK")
    yield


@contextlib.contextmanager
def is_a_file(folder):
    shutil.rmtree(folder)
    folder.write_text("айыл өкмөтү")
    yield


@contextlib.contextmanager
def is_damaged(folder):
    database = folder / opening.DATABASE
    content = bytearray(database.read_bytes())
    content[5000] ^= 1
    database.write_bytes(content)
    yield


@contextlib.contextmanager
def is_cut_off(folder):
    database = folder / opening.DATABASE
    database.write_bytes(database.read_bytes()[:5000])
    yield


@contextlib.contextmanager
def has_lost_its_key(folder):
    (folder / keys.FILE).unlink()
    (folder / keys.COPY).unlink()
    yield


@contextlib.contextmanager
def is_newer(folder):
    with office.raw(folder, "write") as held:
        held.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    (folder / "store.seal").unlink(missing_ok=True)
    yield


@contextlib.contextmanager
def is_held_by_another_program(folder):
    with office.raw(folder, "write") as held:
        held.execute("BEGIN EXCLUSIVE")
        yield
        held.execute("ROLLBACK")


@contextlib.contextmanager
def is_open_elsewhere(folder):
    with contextlib.closing(opening.open_office(folder)):
        yield


@contextlib.contextmanager
def is_read_only(folder):
    """The right to write is taken from a user; the superuser has it everywhere but on a disk that is read-only."""
    if os.name == "posix" and os.geteuid() != 0:
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
        return
    if not shutil.which("mount") or subprocess.run(["mount", "--bind", folder, folder], check=False).returncode:
        pytest.skip("no folder can be made read-only here")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


# What stands in the way, and what is said about it.
WAYS = {
    "gone": (is_gone, trouble.no_such_folder),
    "no office": (is_no_office, trouble.not_an_office),
    "a file": (is_a_file, trouble.not_an_office),
    "damaged": (is_damaged, trouble.damaged),
    "cut off": (is_cut_off, trouble.damaged),
    "without its key": (has_lost_its_key, trouble.damaged),
    "newer": (is_newer, trouble.newer),
    "held by another program": (is_held_by_another_program, trouble.held),
    "open elsewhere": (is_open_elsewhere, trouble.already_open),
    "read-only": (is_read_only, trouble.read_only),
}


def by_the_menu(frame, folder, answers, monkeypatch):
    answers.will("folder", folder)
    frame.menus.actions["open"].trigger()


def by_the_recent_ones(frame, folder, answers, monkeypatch):
    remembered.opened(folder)
    frame.menus.recent.aboutToShow.emit()
    frame.menus.recent.actions()[0].trigger()


def furnished(frame):
    """In steps, as the program does it."""
    yield
    return frame


def by_the_start(frame, folder, answers, monkeypatch):
    """ayil-desktop FOLDER: the program begins in a window that is furnished already."""
    monkeypatch.setattr(app, "furnish", lambda _shell, _errands: furnished(frame))
    monkeypatch.setattr(app, "install_keys", lambda: None)
    monkeypatch.chdir(folder.parent)
    for _ in app.begin(frame.shell, folder.relative_to(folder.parent)):
        pass


@pytest.mark.parametrize("way", [by_the_menu, by_the_recent_ones, by_the_start])
@pytest.mark.parametrize(("stands", "said"), WAYS.values(), ids=WAYS)
def test_an_office_that_cannot_be_opened_is_told_and_left_alone(
    qtbot,
    frame,
    folder,
    answers,
    monkeypatch,
    way,
    stands,
    said,
):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    joins.speak(frame, "ky")
    with stands(folder):
        before = contents(folder)
        with qtbot.wait_signal(frame.door.troubled, timeout=20_000):
            way(frame, folder, answers, monkeypatch)
        assert frame.pages.currentWidget() is frame.trouble
        for language in catalogue.LANGUAGES:
            joins.speak(frame, language)
            assert frame.trouble.words == said(folder).message.into(language)
        assert contents(folder) == before
    assert frame.work is None


@pytest.mark.parametrize(("stands", "said"), WAYS.values(), ids=WAYS)
def test_the_office_that_is_open_goes_on_beside_one_that_cannot_be(
    qtbot,
    opened,
    notes,
    folder,
    told,
    tmp_path,
    monkeypatch,
    stands,
    said,
):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    second = tmp_path / "Second.ayil"
    opening.create(second).close()
    notes.field.setFocus()
    notes.field.insert("Ак-Талаа, Ленин көчөсү")
    with stands(second), qtbot.wait_signal(opened.door.troubled, timeout=20_000):
        opened.door.open(second)
    assert told.words[-1] == said(second).message.into("en")
    assert opened.pages.currentWidget() is opened.work
    assert notes.field.text() == "Ак-Талаа, Ленин көчөсү"
    assert notes.keep(notes.field.text())
