"""Does a command that is given something wrong say so plainly, and leave everything as it was?"""

import json
import os
import subprocess
import sys

import pytest

from ayil_desktop import command_line


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
