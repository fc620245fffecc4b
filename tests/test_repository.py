"""Is the tree itself in order: what is locked, what is shipped, what must not stand in it?"""

import os
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from ayil_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [".ci", "ayil_desktop", "resources", "tests", "tools", "translations"]
TEXTS = {".css", ".json", ".md", ".po", ".pot", ".py", ".qss", ".spec", ".svg", ".toml", ".txt", ".lock", ""}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def tree():
    """Every text file of the project; what tools leave behind is not part of it."""
    found = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".coverage"]
    for folder in FOLDERS:
        found += [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return [path for path in found if path.suffix in TEXTS]


def lines_with(pattern, paths):
    wrong = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if wrong.search(line)
    ]


def wanted():
    """All requirements of the program, of its developers and of its building."""
    lists = [
        PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"].values(),
        PROJECT["build-system"]["requires"],
    ]
    return [Requirement(line) for requirements in lists for line in requirements]


@pytest.mark.parametrize("requirement", wanted(), ids=str)
def test_a_requirement_is_locked_at_a_version_that_it_allows(requirement):
    name = re.sub(r"[-_.]+", "-", requirement.name).lower()
    locked = re.search(rf"^{re.escape(name)}==([^ ;\\]+)", LOCK, re.MULTILINE)
    assert locked, "type: make lock"
    assert requirement.specifier.contains(locked[1], prereleases=True)


def test_every_locked_package_has_its_hashes():
    entries = re.split(r"\n(?=[a-z0-9])", LOCK.strip())
    assert len(entries) > len(wanted())
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_place_to_fetch_from():
    assert re.findall(r".*(?:://|--(?:extra-)?index-url|--find-links).*", LOCK) == []


def test_the_build_machine_does_what_everybody_does():
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert run.read_text().splitlines()[-1] == "make test"


def test_every_command_that_is_told_of_exists():
    commands = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    told = {name for path in ROOT.rglob("*.md") for name in re.findall(r"`make ([a-z]+)`", path.read_text("utf-8"))}
    assert {"run", "test", "check", "look", "bench", "torture", "dist", "catalogues", "lock"} <= set(commands)
    assert told <= set(commands)


def test_no_folder_of_somebodys_machine_is_named():
    assert lines_with(r"(?<![\w.{}])/(?:home|root|Users|work)/\w", tree()) == []


def test_nothing_is_left_for_later_or_left_out():
    python = [path for path in tree() if path.suffix == ".py"]
    assert lines_with(r"#\s*(?:TO" r"DO|FIX" r"ME|X" r"XX)\b|pytest\.mark\.(?:sk" r"ip\b|xf" r"ail)", python) == []


def test_texts_end_with_a_line_and_lines_with_a_letter():
    ours = {".md", ".po", ".pot", ".py", ".spec", ".toml", ""}
    texts = [path for path in tree() if path.suffix in ours]
    assert [path for path in texts if path.read_bytes()[-1:] not in {b"\n", b""} or b"\r" in path.read_bytes()] == []
    # Gettext and Markdown have lines that end with a space on purpose.
    assert lines_with(r"[ \t]$", [path for path in texts if path.suffix not in {".po", ".pot", ".md"}]) == []


def test_what_is_new_begins_with_this_version_in_every_language():
    parts = re.split(r"<!-- (?:ky|ru|en) -->", (ROOT / "resources" / "changes.md").read_text(encoding="utf-8"))[1:]
    newest = [re.search(r"^## (\S+)", part, re.MULTILINE)[1] for part in parts]
    assert len(newest) == 3
    assert all(__version__ == version or __version__.startswith(f"{version}.") for version in newest)
    told = [(part.count("\n- "), part.count("\n### ")) for part in parts]
    assert told[0] == told[1] == told[2], "told in one language and not in another"


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_what_others_made_has_its_licence_beside_it(folder):
    names = [path.name for path in (ROOT / "resources" / folder).iterdir()]
    assert [name for name in names if re.search(r"licen[cs]e|OFL", name, re.IGNORECASE)]
