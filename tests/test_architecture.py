"""Do the parts of the program know only those parts that they may know?

The contracts stand in pyproject.toml. They are run on the program itself, and on an empty house of the same plan into
which wrong imports were laid, of each kind that a contract forbids: one that catches nothing is worth nothing.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ayil_desktop"
# As `lint-imports` does it, but without a cache, and one contract alone where one is named.
LINT = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(no_cache=True, no_logo=True, limit_to_contracts=tuple(sys.argv[1:])))
"""

# For each contract the modules that err, and what they must not import.
WRONGS = {
    "floors": [
        ("store.journal", "ayil_desktop.meetings.records"),
        ("widgets.form", "ayil_desktop.commission.rules"),
        ("language.catalogue", "ayil_desktop.store.base"),
        ("workdays.calendar", "ayil_desktop.printing.document"),
        ("printing.pdf", "ayil_desktop.widgets.preview"),
        ("office.rules", "ayil_desktop.meetings.rules"),
        ("refused", "ayil_desktop.language.message"),
        ("shipped", "ayil_desktop.app"),
        ("astray", "json"),
    ],
    "subject": [
        ("meetings.records", "ayil_desktop.meetings.rules"),
        ("office.first_read", "ayil_desktop.office.records"),
        ("meetings.vote_records", "ayil_desktop.meetings.rules"),
        ("meetings.rules", "ayil_desktop.meetings.actions"),
        ("meetings.handouts", "ayil_desktop.meetings.actions"),
        ("commission.actions", "ayil_desktop.commission.handouts"),
        ("meetings.selections", "ayil_desktop.meetings.rules"),
        ("office.actions", "ayil_desktop.office.tab"),
    ],
    "qt": [
        ("meetings.rules", "PySide6.QtCore"),
        ("meetings.records", "PySide6.QtCore"),
        ("office.actions", "PySide6.QtWidgets"),
        ("commission.handouts", "ayil_desktop.commission.bars"),
        ("transfer.package", "PySide6"),
        ("printing.document", "PySide6.QtGui"),
    ],
    "sql": [
        ("meetings.tab", "sqlalchemy"),
        ("commission.rules", "sqlalchemy"),
        ("commission.handouts", "sqlalchemy"),
        ("widgets.form", "sqlalchemy"),
        ("app", "alembic"),
        ("window.frame", "sqlcipher3"),
        ("command_line", "sqlite3"),
    ],
    "plain": [
        ("store.plain", "sqlalchemy"),
        ("store.opening", "sqlalchemy"),
        ("office.first_read", "ayil_desktop.office.records"),
        ("commission.shown", "ayil_desktop.store.work"),
        ("window.at_work", "ayil_desktop.store.work"),
        ("commission.rules", "ayil_desktop.commission.records"),
        ("meetings.choices", "ayil_desktop.store.mapped"),
    ],
    "given": [
        ("commission.rules", "ayil_desktop.store.blobs"),
        ("commission.handouts", "ayil_desktop.store.work"),
        ("meetings.handouts", "ayil_desktop.meetings.selections"),
    ],
    "tabs": [
        ("meetings.tab", "ayil_desktop.commission.tab"),
        ("app", "ayil_desktop.office.tab"),
    ],
    "paper": [
        ("meetings.handouts", "reportlab.platypus"),
        ("printing.docx", "reportlab"),
        ("commission.tab", "reportlab"),
    ],
    "deeds": [
        ("meetings.actions", "ayil_desktop.printing.document"),
        ("commission.rules", "ayil_desktop.printing.document"),
    ],
    "changes": [
        ("meetings.records", "ayil_desktop.store.work"),
        ("meetings.selections", "ayil_desktop.store.work"),
        ("commission.deeds", "ayil_desktop.store.work"),
        ("commission.rules", "ayil_desktop.commission.deeds"),
    ],
}


def house(place, wrongs=()):
    """The plan of the program in an empty folder: every module is there, none imports anything but what is wrong."""
    shutil.copy(ROOT / "pyproject.toml", place)
    modules = [".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in PACKAGE.rglob("*.py")]
    contents = dict.fromkeys(modules, "")
    # A file with Qt beside a tab: screens may use it, papers may not.
    contents["commission.bars"] = "import PySide6.QtGui\n"
    for module, imported in wrongs:
        if imported.startswith("ayil_desktop."):
            contents.setdefault(imported.removeprefix("ayil_desktop."), "")
        contents[module] = contents.get(module, "") + f"import {imported}\n"
    for module, text in contents.items():
        path = place.joinpath("ayil_desktop", *module.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return place


def report(place, *contracts):
    """Exit status and what import-linter says, without its line breaks."""
    lint = [sys.executable, "-c", LINT, *contracts]
    done = subprocess.run(lint, cwd=place, capture_output=True, text=True, check=False)
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def accused(module, imported):
    """How the report names a wrong: packages from elsewhere by their first name, a module without a place alone."""
    if module == "commission.deeds":  # only a step of the way
        return ""
    if module == "astray":
        return "not listed as layers: - ayil_desktop.astray "
    target = imported if imported.startswith("ayil_desktop.") else imported.split(".")[0]
    return f"ayil_desktop.{module} -> {target} (l."


def test_the_program_keeps_its_contracts():
    status, said = report(ROOT)
    assert status == 0, said


def test_an_empty_house_keeps_them_too(tmp_path):
    status, said = report(house(tmp_path))
    assert status == 0, said


def test_every_contract_is_proved():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert {contract["id"] for contract in contracts} == set(WRONGS)


@pytest.mark.parametrize("contract", WRONGS)
def test_a_contract_catches_what_it_is_there_for(contract, tmp_path):
    status, said = report(house(tmp_path, WRONGS[contract]), contract)
    assert status == 1
    assert [wrong for wrong in WRONGS[contract] if accused(*wrong) not in said] == [], said


def test_the_house_on_one_page_names_every_part():
    told = (PACKAGE / "README.md").read_text(encoding="utf-8").split("```")[1]
    parts = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert sorted(parts - {"__init__"} - set(re.findall(r"\w+", told))) == []
