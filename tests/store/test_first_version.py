"""An office that the program of version 1 left behind, and a file that it exported."""

import contextlib
import json

import pytest
from sqlalchemy import text

from ayil_desktop import command_line, subjects
from ayil_desktop.meetings import samples
from ayil_desktop.store import backup, base, clean_close, connection, engines, frozen, journal_tables, keys, opening
from ayil_desktop.store.migrations import upgrading
from ayil_desktop.transfer import exchange

subjects.know_records()


def known_to_the_first_version(office):
    """The rows without the columns that came after it."""
    later = {
        table.name: {column.name for column in table.columns if column.info.get("later")} for table in exchange.tables()
    }
    return {
        name: [{column: value for column, value in row.items() if column not in later[name]} for row in rows]
        for name, rows in office["records"].items()
    }


def taken_back_to_version_1(folder):
    """The same rows in the tables of the first version, as its program wrote them."""
    key, database, older = keys.read(folder), folder / opening.DATABASE, folder / "older.db"
    engine = engines.building_engine(older, key, "create")
    with engine.begin() as first, contextlib.closing(connection.connect(database, key, "read")) as now:
        upgrading.take(first, upgrading.STEPS[:1])
        for (name,) in now.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            columns = [row[1] for row in first.exec_driver_sql(f'PRAGMA table_info("{name}")')]
            listed = ", ".join(f'"{one}"' for one in columns)
            places = ", ".join("?" * len(columns))
            for row in now.execute(f'SELECT {listed} FROM "{name}"').fetchall():
                first.exec_driver_sql(f'INSERT INTO "{name}" ({listed}) VALUES ({places})', tuple(row))
        frozen.lay(first, journal_tables.METADATA, base.Record.metadata)
        for name, value in (("application_id", "0x4159494C"), ("user_version", "1")):
            first.execute(text(f"PRAGMA {name} = {value}"))
    engine.dispose()
    older.replace(database)
    clean_close.closed(folder, database)


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """As version 1 made it: what is said at a meeting had no Russian side."""
    folder, read = tmp_path_factory.mktemp("first") / "practice.ayil", samples.read
    with pytest.MonkeyPatch.context() as then:
        then.setattr(samples, "read", lambda name: {**read(name), "in_russian": {}})
        assert command_line.main(["sample", "practice", str(folder)]) == 0
    return folder


def test_an_office_of_the_first_version_opens_with_all_it_holds(practice):
    with contextlib.closing(opening.open_office(practice)) as store:
        before = known_to_the_first_version(exchange.collected(store, "test"))
    taken_back_to_version_1(practice)
    with contextlib.closing(opening.open_office(practice)) as store:
        after = exchange.collected(store, "test")
    assert known_to_the_first_version(after) == before
    assert len(backup.backups(practice)) == 1
    assert {row["issue"] for row in after["records"]["delivery"]} == {1}
    assert {row["told_date"] for row in after["records"]["delivery"]} == {None}
    assert {row["received_on"] for row in after["records"]["delivery"]} == {None}
    assert command_line.main(["check", str(practice)]) == 0


def test_a_file_of_the_first_version_is_imported(practice, tmp_path):
    file = tmp_path / "office.json"
    assert command_line.main(["export", str(practice), str(file)]) == 0
    content = json.loads(file.read_text("utf-8"))
    content["records"] = known_to_the_first_version(content)
    assert "place_ru" not in content["records"]["meeting"][0]
    file.write_text(json.dumps(content), "utf-8")
    assert command_line.main(["import", str(tmp_path / "new.ayil"), str(file)]) == 0
    with contextlib.closing(opening.open_office(tmp_path / "new.ayil")) as store:
        assert known_to_the_first_version(exchange.collected(store, "test")) == content["records"]
