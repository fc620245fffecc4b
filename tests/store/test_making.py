"""Does a new office stand in its place filled, or is the place as free as it was?"""

import errno
import os
import subprocess
import sys

import pytest

from ayil_desktop import app, command_line
from ayil_desktop.commission import samples
from ayil_desktop.office import actions
from ayil_desktop.store import durable, lock, making, opening, trouble

CUT_OFF = """
import os, sys
from ayil_desktop import command_line
from ayil_desktop.commission import samples
make = samples.make_practice
samples.make_practice = lambda store: (make(store), os._exit(9))
command_line.main(["sample", "practice", sys.argv[1]])
"""


def is_cut_off(folder):
    """The current fails while the office is being filled."""
    assert subprocess.run([sys.executable, "-c", CUT_OFF, str(folder)], check=False).returncode == 9


def makes(folder):
    return command_line.main(["sample", "practice", str(folder), "--language", "en"])


def test_a_power_cut_leaves_nothing_that_is_taken_for_an_office(tmp_path):
    folder = tmp_path / "P.ayil"
    is_cut_off(folder)
    assert not folder.exists()
    assert makes(folder) == command_line.GOOD
    assert list(tmp_path.iterdir()) == [folder]
    assert command_line.main(["check", str(folder)]) == command_line.GOOD


def test_an_office_that_is_being_made_is_not_taken_away(tmp_path, capsys):
    folder = tmp_path / "P.ayil"
    is_cut_off(folder)
    (beside,) = tmp_path.iterdir()
    held = lock.take(beside)
    assert makes(folder) == command_line.NO
    assert "is already open" in capsys.readouterr().err
    assert (beside / "office.db").exists()
    held.release()


@pytest.mark.parametrize("was_there", [True, False])
def test_an_office_that_cannot_be_filled_is_not_there(tmp_path, monkeypatch, was_there):
    folder = tmp_path / "N.ayil"
    if was_there:
        folder.mkdir()

    def fail(store, **_):
        raise trouble.disk_full(store.folder)

    monkeypatch.setattr(actions, "change_office", fail)
    with pytest.raises(trouble.DiskFull) as told:
        app.Commands().make_office("Чоң-Көл", folder)
    assert told.value.message == trouble.no_room_for(folder).message
    assert [*tmp_path.iterdir(), *folder.glob("*")] == ([folder] if was_there else [])


def test_an_office_in_a_folder_that_was_empty_stands_in_it(tmp_path):
    folder = tmp_path / "N.ayil"
    folder.mkdir()
    app.Commands().make_office("Чоң-Көл", folder)
    opening.open_office(folder).close()
    assert list(tmp_path.iterdir()) == [folder]


def test_a_disk_that_cannot_be_written_is_told_of_the_new_office(tmp_path, monkeypatch):
    def rename(source, target):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(durable, "rename", rename)
    with pytest.raises(trouble.ReadOnly) as told, making.making(tmp_path / "N.ayil"):
        pass
    assert told.value.message == trouble.not_written_there(tmp_path / "N.ayil").message
    assert list(tmp_path.iterdir()) == []


def test_a_sample_that_fails_is_told_as_it_failed(tmp_path, monkeypatch):
    def fail(store):
        raise ValueError("a mistake of the program")

    monkeypatch.setattr(samples, "make_practice", fail)
    with pytest.raises(ValueError, match="mistake"):
        command_line.make_sample("practice", tmp_path / "P.ayil")
    assert list(tmp_path.iterdir()) == []
