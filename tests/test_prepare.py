"""Does a bare machine get what it lacks, and nothing that it has?"""

import py_compile
from pathlib import Path

import pytest

from tools import prepare

DEBIAN_12 = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n'


def test_a_machine_without_anything_gets_every_package_once():
    everything = [*prepare.LIBRARIES, *prepare.PROGRAMS, "ensurepip"]
    packages = prepare.packages_for(everything, 12)
    assert len(packages) == len(set(packages)) == len(everything)
    assert {"libegl1", "libxcb-cursor0", "poppler-utils", "python3-venv", "xvfb", "libglib2.0-0"} <= set(packages)


def test_a_machine_that_lacks_nothing_gets_nothing():
    assert prepare.packages_for([], 12) == []


@pytest.mark.parametrize(("release", "package"), [(12, "libcups2"), (13, "libcups2t64"), (14, "libcups2t64")])
def test_packages_have_the_names_of_the_release(release, package):
    assert prepare.packages_for(["libcups.so.2"], release) == [package]


@pytest.mark.parametrize(
    ("os_release", "release"),
    [
        (DEBIAN_12, 12),
        ('ID=debian\nVERSION_ID="13"\n', 13),
        ("ID='debian'\nVERSION_ID='13.1'\n", 13),
        ("ID=debian\nVERSION_CODENAME=forky\n", None),  # the coming release has no number
        ("ID=fedora\nVERSION_ID=41\n", None),
        ("", None),
    ],
)
def test_the_release_is_read_from_what_the_system_says(os_release, release):
    assert prepare.debian_release(os_release) == release


def test_only_what_cannot_be_loaded_is_missing(monkeypatch):
    monkeypatch.setattr(prepare, "LIBRARIES", {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"})
    monkeypatch.setattr(prepare, "PROGRAMS", {"sh": "dash", "no-such-program": "nothing"})
    assert prepare.missing_here() == ["libnowhere.so.9", "no-such-program"]


@pytest.mark.parametrize(
    "change",
    [
        {"lock": b"other"},
        {"project": {"project": {"dependencies": ["other"]}}},
        {"project": {"build-system": {"requires": []}}},
        {"python": (3, 13)},
        {"place": Path("/elsewhere")},
    ],
)
def test_an_environment_made_of_anything_else_is_made_again(change):
    same = {"lock": b"", "project": {}, "python": (3, 11), "place": Path("/here")}
    assert prepare.digest(**same) == prepare.digest(**same) != prepare.digest(**same | change)


def test_other_settings_leave_the_environment_alone():
    same = {"lock": b"", "python": (3, 11), "place": Path("/here")}
    assert prepare.digest(project={"tool": {"ruff": {}}}, **same) == prepare.digest(project={}, **same)


def test_an_office_clerk_is_told_what_to_type(monkeypatch, capsys):
    monkeypatch.setattr(prepare, "LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    monkeypatch.setattr(prepare, "_release_here", lambda: 12)
    monkeypatch.setattr(prepare.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"sudo apt-get install .*libnowhere9"):
        prepare.install_system_packages()
    assert "libnowhere.so.9" in capsys.readouterr().out


def test_on_another_system_the_parts_are_named_and_nothing_is_installed(monkeypatch, capsys):
    monkeypatch.setattr(prepare, "LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    monkeypatch.setattr(prepare, "_release_here", lambda: None)
    monkeypatch.setattr(prepare, "run", lambda *_, **__: pytest.fail("nothing may be installed"))
    prepare.install_system_packages()
    assert "libnowhere.so.9" in capsys.readouterr().out


def test_bytecode_is_looked_for_where_python_keeps_it(tmp_path):
    source = tmp_path / "module.py"
    source.write_text("answer = 42\n")
    assert not prepare.compiled(source).exists()
    py_compile.compile(str(source))
    assert prepare.compiled(source).exists()
