import contextlib
import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import sqlalchemy as sa
from alembic import op
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, select

import ayil_desktop
from ayil_desktop.language.message import Message
from ayil_desktop.store import backup, base, connection, engines, keys, opening, schema
from ayil_desktop.store.migrations import making, upgrading, versions
from ayil_desktop.store.trouble import Damaged
from ayil_desktop.store.work import reading, work
from tests.store import office
from tests.store import records as kept

for _records in sorted(Path(ayil_desktop.__file__).parent.glob("*/*records.py")):
    importlib.import_module(f"ayil_desktop.{_records.parent.name}.{_records.stem}")


def shape(opened):
    """Everything in the schema by its name; of a table its columns and constraints, whatever their order."""
    found = opened.execute("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {name: parts(sql) if name.startswith("table ") else " ".join(sql.split()) for name, sql in found}


def parts(sql):
    inside = sql[sql.index("(") + 1 : sql.rindex(")")]
    depth, cuts = 0, [-1]
    for place, sign in enumerate(inside):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and not depth:
            cuts.append(place)
    return sorted(" ".join(inside[a + 1 : b].split()) for a, b in zip(cuts, [*cuts[1:], len(inside)], strict=True))


def shape_of(folder):
    with office.raw(folder) as opened:
        return shape(opened)


def built_by_steps(database, records):
    engine = engines.building_engine(database, bytes(32), "create")
    engine.dispose()
    connection.connect(database, bytes(32), "create").close()
    upgrading.upgrade(database, bytes(32), records)
    with contextlib.closing(connection.connect(database, bytes(32), "read")) as opened:
        return shape(opened)


def test_the_version_of_the_schema_is_the_head_of_the_steps():
    script = ScriptDirectory(str(Path(upgrading.__file__).parent))
    assert int(script.get_current_head()) == schema.SCHEMA_VERSION == len(upgrading.STEPS)
    for number, step in enumerate(upgrading.STEPS, 1):
        assert step.revision == f"{number:04}"
        assert step.down_revision == (f"{number - 1:04}" if number > 1 else None)


def test_a_new_office_and_one_that_came_through_all_steps_are_alike(tmp_path):
    """When this fails after a change of records: python -m ayil_desktop.store.migrations.making"""
    opening.create(tmp_path / "X.ayil").close()
    assert built_by_steps(tmp_path / "steps.db", base.Record.metadata) == shape_of(tmp_path / "X.ayil")


def test_the_newest_step_is_what_the_command_writes():
    file = Path(versions.__path__[0]) / f"step{schema.SCHEMA_VERSION:04}.py"
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(file), "-"]
    text = making.written(schema.SCHEMA_VERSION, base.Record.metadata)
    laid_out = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    assert file.read_text("utf-8") == laid_out.stdout.decode()


# A made-up next version: members get a nickname, `folded` becomes longer, and every phone a sign.


NEXT = schema.SCHEMA_VERSION + 1


def newer_records():
    metadata = MetaData(naming_convention=base.NAMING)
    for table in kept.RECORDS.tables.values():
        copy = table.to_metadata(metadata)
        copy.info.update(table.info)
    metadata.tables["member"].append_column(sa.Column("nickname", sa.Text()))
    return metadata


def next_step(act=None):
    step = ModuleType("next_step")

    def upgrade():
        op.add_column("member", sa.Column("nickname", sa.Text()))
        op.execute("UPDATE member SET phone = '+' || phone")
        with op.batch_alter_table("item") as batch:
            batch.alter_column("title", existing_type=sa.Text(), nullable=False)
            batch.create_index("ix_extra", ["title"])
        op.drop_index("ix_extra", "item")
        if act:
            act()

    step.upgrade = upgrade
    return step


@pytest.fixture
def older(folder):
    """A closed office of this version with a sealed meeting; `newer` is the program after it."""
    with contextlib.closing(office.create(folder)) as store:
        office.add_member(store, "Асан", phone="555")
        office.seal(store, office.add_meeting(store, items=2).made)
    return folder


@pytest.fixture
def newer(monkeypatch):
    """The program one version later; give it what the step does besides."""

    def at_next_version(act=None):
        monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT)
        monkeypatch.setattr(upgrading, "STEPS", (*upgrading.STEPS, next_step(act)))
        return newer_records()

    return at_next_version


def test_an_older_office_is_backed_up_and_brought_up_to_date(older, newer):
    before = office.rows(older)
    records = newer()
    with contextlib.closing(opening.open_office(older, records=records)) as store, store.engine.connect() as opened:
        assert opened.exec_driver_sql("SELECT phone, nickname FROM member").one() == ("+555", None)
        assert opened.exec_driver_sql("PRAGMA user_version").scalar_one() == NEXT
    (kept_one,) = backup.backups(older)
    with contextlib.closing(
        connection.connect(older / backup.FOLDER / kept_one.file, keys.read(older), "read")
    ) as copy:
        assert copy.execute("SELECT phone FROM member").fetchall() == [("555",)]
        assert copy.execute("PRAGMA user_version").fetchone() == (NEXT - 1,)
    assert office.rows(older)["item"] == before["item"]


def test_sealed_rows_are_carried_over_and_sealed_again(older, newer):
    triggers = {name for name in shape_of(older) if name.startswith("trigger")}
    with contextlib.closing(opening.open_office(older, records=newer())):
        pass
    assert {name for name in shape_of(older) if name.startswith("trigger")} == triggers
    with office.raw(older, "write") as opened, pytest.raises(connection.driver.IntegrityError, match="sealed"):
        opened.execute("DELETE FROM item")


def test_a_step_that_fails_leaves_the_older_office(older, newer):
    before, rows = shape_of(older), office.rows(older, with_journal=True)

    def fail():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        opening.open_office(older, records=newer(fail))
    assert (shape_of(older), office.rows(older, with_journal=True)) == (before, rows)


def test_a_step_that_leaves_rows_pointing_nowhere_is_undone(older, newer):
    before, rows = shape_of(older), office.rows(older)
    records = newer(lambda: op.execute("UPDATE item SET meeting_id = 'nowhere'"))
    with pytest.raises(Damaged):
        opening.open_office(older, records=records)
    assert (shape_of(older), office.rows(older)) == (before, rows)


def test_an_office_that_is_up_to_date_needs_no_alembic(older):
    code = (
        "import sys; from tests.store import office; from pathlib import Path; "
        f"office.reopen(Path({str(older)!r})).close(); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=office.ROOT, check=True)


@pytest.mark.parametrize("statement", range(1, 12, 2))
def test_a_kill_in_the_middle_of_a_step_leaves_the_older_office(older, statement):
    before, rows = shape_of(older), office.rows(older, with_journal=True)
    killed = office.start("killed_in_step", older, statement)
    assert killed.communicate(timeout=60)[0] == "" and killed.returncode == -9
    with contextlib.closing(office.reopen(older)) as store, reading(store) as session:
        assert session.scalars(select(kept.Member)).one().phone == "555"
    assert (shape_of(older), office.rows(older, with_journal=True)) == (before, rows)
    with contextlib.closing(office.reopen(older)) as store, work(store, Message("Add")) as session:
        session.add(kept.Member(name="Үсөн"))


def test_the_program_that_is_killed_above_would_otherwise_finish(older):
    finished = office.start("killed_in_step", older, 10_000)
    assert finished.communicate(timeout=60)[0].strip() == "finished"
    with office.raw(older) as opened:
        assert opened.execute("PRAGMA user_version").fetchone() == (NEXT,)
