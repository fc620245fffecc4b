"""Does a command that is given something wrong say so plainly, and leave everything as it was?"""

import errno
import json
import os
import subprocess
import sys

import pytest

from ayil_desktop import command_line
from ayil_desktop.store import durable


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """The practice office and its export, made once and only read."""
    folder = tmp_path_factory.mktemp("practice")
    assert command_line.main(["sample", "practice", str(folder / "P.ayil")]) == 0
    assert command_line.main(["export", str(folder / "P.ayil"), str(folder / "P.json")]) == 0
    return folder


@pytest.fixture
def refused(capsys):
    """The one line that a command answers with when it says no."""

    def run(*words):
        capsys.readouterr()
        assert command_line.main([*map(str, words), "--language", "en"]) == command_line.NO
        said = capsys.readouterr()
        assert said.out == ""
        return said.err

    return run


@pytest.mark.parametrize(
    "words", [("print", "P.ayil", "roster", "-o", "X.pdf"), ("export", "P.ayil", "X.pdf")], ids=["print", "export"]
)
def test_a_folder_is_not_written_over(practice, tmp_path, refused, words):
    target = tmp_path / "X.pdf"
    target.mkdir()
    places = {"P.ayil": practice / "P.ayil", "X.pdf": target}
    assert "X.pdf is a folder" in refused(*(places.get(word, word) for word in words))
    assert list(tmp_path.iterdir()) == [target]


WRITING = {"print": ("roster", "-o"), "export": ()}


@pytest.mark.parametrize(
    ("command", "name"),
    [
        *(("export", name) for name in ("office.db", "OFFICE.DB", "keyslots.json", "store.seal", "blobs/ab/x")),
        *(("print", name) for name in ("blobs/x.pdf", "backups/x.pdf")),
    ],
)
def test_the_files_of_an_office_are_not_written_over(practice, refused, command, name):
    office = practice / "P.ayil"
    before = {path: path.read_bytes() for path in office.rglob("*") if path.is_file()}
    assert "belongs to an office" in refused(command, office, *WRITING[command], office / name)
    assert {path: path.read_bytes() for path in office.rglob("*") if path.is_file()} == before


def test_no_office_is_made_among_the_files_of_another(practice, refused):
    backups = practice / "P.ayil" / "backups"
    assert "belongs to an office" in refused("sample", "practice", backups / "N.ayil")
    assert not (backups / "N.ayil").exists()


LONG = "x" * 300


@pytest.mark.parametrize(
    "words",
    [
        ("show", LONG, "meetings"),
        ("check", LONG),
        ("sample", "practice", LONG),
        ("import", LONG, "P.json"),
        ("print", "P.ayil", "roster", "-o", f"{LONG}.pdf"),
        ("export", "P.ayil", f"{LONG}.json"),
    ],
    ids=lambda words: words[0],
)
def test_a_name_that_no_disk_can_keep_is_said_to_be_one(practice, refused, words):
    given = {name: practice / name for name in ("P.ayil", "P.json", LONG, f"{LONG}.pdf", f"{LONG}.json")}
    assert "cannot have such a name" in refused(*(given.get(word, word) for word in words))


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there")
def test_a_link_to_itself_is_no_place(practice, tmp_path, refused):
    link = tmp_path / "loop"
    link.symlink_to(link)
    assert "already holds something" in refused("sample", "practice", link)
    assert "cannot have such a name" in refused("print", practice / "P.ayil", "roster", "-o", link / "X.pdf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe lies among the files on Unix only")
@pytest.mark.parametrize("command", WRITING)
def test_a_device_is_not_written_over(practice, tmp_path, refused, command):
    pipe = tmp_path / "X.pdf"
    os.mkfifo(pipe)
    assert "X.pdf could not be written" in refused(command, practice / "P.ayil", *WRITING[command], pipe)
    assert pipe.is_fifo()


def fails_with(number):
    def write(target, content):
        raise OSError(number, os.strerror(number), str(target))

    return write


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "could not be written. Is it open in another program"),
        (errno.EROFS, "could not be written. Is it open in another program"),
        (errno.ENOSPC, "no room for"),
        (errno.EIO, "stopped answering"),
        (errno.EINVAL, "cannot have such a name"),
    ],
    ids=["taken", "read-only", "full", "gone", "name"],
)
def test_a_paper_that_is_not_written_says_nothing_of_the_office(
    practice, tmp_path, refused, monkeypatch, command, number, said
):
    """Nothing of it was lost and nothing in it is to be copied: the paper alone goes elsewhere."""
    monkeypatch.setattr(durable, "replace", fails_with(number))
    told = refused(command, practice / "P.ayil", *WRITING[command], tmp_path / "X.pdf")
    assert said in told
    assert "X.pdf" in told
    assert "last change" not in told
    assert "the office" not in told


@pytest.mark.parametrize("name", ["missing.json", "folder.json"])
def test_a_file_that_cannot_be_read_is_not_imported(tmp_path, refused, name):
    (tmp_path / "folder.json").mkdir()
    assert f"{name} cannot be read" in refused("import", tmp_path / "N.ayil", tmp_path / name)
    assert not (tmp_path / "N.ayil").exists()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("person", "birth_year", 10**30),
        ("charter_version", "numbers", None),
        ("charter_version", "numbers", {"x": [1]}),
        ("charter_version", "numbers", "many"),
    ],
)
def test_a_value_that_the_office_cannot_hold_is_not_imported(practice, tmp_path, refused, table, column, value):
    content = json.loads((practice / "P.json").read_text("utf-8"))
    content["records"][table][0][column] = value
    (tmp_path / "wrong.json").write_text(json.dumps(content), "utf-8")
    assert f"records.{table}" in refused("import", tmp_path / "N.ayil", tmp_path / "wrong.json")
    assert not (tmp_path / "N.ayil").exists()


@pytest.mark.parametrize(("name", "said"), [("missing", "is not there"), ("empty", "No office is kept in")])
def test_the_check_says_that_there_is_no_office(tmp_path, refused, name, said):
    (tmp_path / "empty").mkdir()
    assert said in refused("check", tmp_path / name)


def test_the_check_says_that_the_database_is_missing(tmp_path, refused):
    assert command_line.main(["sample", "chet-nura", str(tmp_path / "C.ayil")]) == 0
    (tmp_path / "C.ayil" / "office.db").unlink()
    assert "damaged the files" in refused("check", tmp_path / "C.ayil")


def test_a_strategy_that_is_not_there_is_named(tmp_path, refused):
    """Not that there is none at all, where there is another one."""
    assert command_line.main(["sample", "chet-nura", str(tmp_path / "C.ayil")]) == 0
    assert "no strategy “nobody”" in refused("show", tmp_path / "C.ayil", "strategy", "--of", "nobody")
    said = refused("print", tmp_path / "C.ayil", "gantt", "--of", "а" * 10_000, "-o", tmp_path / "X.pdf")
    assert len(said) < 200
    assert not (tmp_path / "X.pdf").exists()


@pytest.mark.parametrize("subject", ["strategy", "commission"])
def test_words_of_a_deadline_are_for_no_other_subject(practice, capsys, subject):
    with pytest.raises(SystemExit) as misuse:
        command_line.main(["show", str(practice / "P.ayil"), subject, "--words", "2019 жыл май", "--language", "ru"])
    assert misuse.value.code == 2
    assert "--words" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "told"), [("ky", "версия"), ("ru", "верси")])
def test_the_help_is_in_one_language(capsys, language, told):
    with pytest.raises(SystemExit):
        command_line.main(["--help", "--language", language])
    said = capsys.readouterr().out
    assert "show program" not in said
    assert told in said


@pytest.mark.parametrize("encoding", ["cp1251", "ascii"])
def test_kyrgyz_letters_pass_through_an_old_code_page(practice, encoding):
    shown = subprocess.run(
        [sys.executable, "-m", "ayil_desktop", "show", practice / "P.ayil", "commission", "--json"],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    assert "Кызмат көрсөтүүлөрдү" in json.loads(shown.stdout.decode("utf-8"))["name"]
