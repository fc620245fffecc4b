"""An import that fails after it has begun: the folder and the office are as they were before."""

import pytest

from ayil_desktop import command_line
from ayil_desktop.language.message import Message
from ayil_desktop.office import files as office_files
from ayil_desktop.refused import Refused
from ayil_desktop.store import opening
from ayil_desktop.store.work import work
from ayil_desktop.transfer import exchange
from tests.store.test_blobs import PDF


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The practice office as a file, with the scans that it holds."""
    folder = tmp_path_factory.mktemp("exported")
    assert command_line.main(["sample", "practice", str(folder / "practice.ayil")]) == 0
    store = opening.open_office(folder / "practice.ayil")
    with work(store, Message("Attach a file")) as session:
        office_files.keep(store, session, content=PDF, name="скан.pdf")
    store.close()
    assert command_line.main(["export", str(folder / "practice.ayil"), str(folder / "x.json")]) == 0
    return folder / "x.json"


@pytest.fixture
def fails_late(monkeypatch):
    """The last table cannot be written: everything before it was, the files too."""
    put = exchange.put
    fault = Refused(Message("{place}: an office cannot hold these rows.", place="records.seal"), field="file")

    def fail(connection, table, rows):
        if table is exchange.tables()[-1]:
            raise fault
        put(connection, table, rows)

    monkeypatch.setattr(exchange, "put", fail)


def files(folder):
    """Everything below the folder, and what is in it; the database may be laid out otherwise."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() and path.suffix != ".db" else b""
        for path in folder.rglob("*")
    }


def brings_in(source, folder):
    return command_line.main(["import", str(folder), str(source), "--language", "en"])


def test_the_file_has_contents_that_are_written_before_the_rows(exported):
    content = exchange.read_file(exported)
    assert content["files"]
    assert content["records"][exchange.tables()[-1].name]


def test_a_folder_that_was_missing_is_missing_again(exported, tmp_path, fails_late):
    assert brings_in(exported, tmp_path / "New.ayil") == command_line.NO
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_that_was_there_is_there_and_empty(exported, tmp_path, fails_late):
    folder = tmp_path / "Made by the secretary.ayil"
    folder.mkdir()
    assert brings_in(exported, folder) == command_line.NO
    assert list(tmp_path.iterdir()) == [folder]
    assert list(folder.iterdir()) == []


def test_an_empty_office_stays_an_empty_office_without_foreign_files(exported, tmp_path, fails_late):
    folder = tmp_path / "Office.ayil"
    opening.create(folder).close()
    before = files(folder)
    assert brings_in(exported, folder) == command_line.NO
    after = files(folder)
    assert (sorted(after), {name for name in after if after[name] != before.get(name)}) == (sorted(before), set())
    store = opening.open_office(folder)
    assert exchange.is_empty(store)
    store.close()


def test_after_the_failure_the_same_office_takes_the_file(exported, tmp_path, monkeypatch):
    folder = tmp_path / "Office.ayil"
    opening.create(folder).close()
    with monkeypatch.context() as patched:
        patched.setattr(exchange, "put", lambda *_: (_ for _ in ()).throw(Refused(Message("Write the reason."))))
        assert brings_in(exported, folder) == command_line.NO
    assert brings_in(exported, folder) == command_line.GOOD
    assert command_line.main(["check", str(folder)]) == command_line.GOOD
