import contextlib
import hashlib
import json
import os
import sys

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import MetaData, select

from ayil_desktop.store import backup, connection, keys, lock, opening, schema
from ayil_desktop.store.trouble import (
    AlreadyAnOffice,
    AlreadyOpen,
    Damaged,
    Locked,
    Newer,
    NoSuchFolder,
    NotAnOffice,
    Older,
    ReadOnly,
)
from ayil_desktop.store.work import reading
from tests.store import office
from tests.store import records as kept


def hashes(folder):
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def pragma(folder, name, value):
    with office.raw(folder, "write") as opened:
        opened.execute(f"PRAGMA {name} = {value}")
    (folder / "store.seal").unlink(missing_ok=True)


@pytest.fixture
def closed(folder):
    """An office with one member, closed cleanly."""
    store = office.create(folder)
    office.add_member(store, "Асан")
    store.close()
    return folder


def test_an_office_is_found_again_as_it_was_left(closed):
    with contextlib.closing(office.reopen(closed)) as store, reading(store) as session:
        assert [member.name for member in session.scalars(select(kept.Member))] == ["Асан"]


def test_an_office_is_a_folder_with_a_database_keys_files_and_backups(closed):
    found = {file.name for file in closed.iterdir()}
    assert {"office.db", "keyslots.json", "keyslots.copy.json", "blobs", "backups", "store.seal"} <= found


def test_the_database_is_no_plain_text(closed):
    content = (closed / "office.db").read_bytes()
    assert not content.startswith(b"SQLite") and "Асан".encode() not in content


def test_a_new_office_may_be_made_in_an_empty_folder(folder):
    folder.mkdir()
    office.create(folder).close()
    assert opening.is_office(folder)


def test_a_new_office_is_never_made_over_something(closed, tmp_path):
    before = hashes(closed)
    with pytest.raises(AlreadyAnOffice):
        office.create(closed)
    assert hashes(closed) == before
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(AlreadyAnOffice):
        office.create(file)


def test_a_new_office_in_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NoSuchFolder, match="nowhere"):
        office.create(tmp_path / "nowhere" / "X.ayil")


@pytest.mark.parametrize("was_there", [True, False])
def test_making_an_office_that_fails_leaves_nothing(folder, monkeypatch, was_there):
    def fail(*_):
        raise OSError(28, "No space left on device")

    if was_there:
        folder.mkdir()
    monkeypatch.setattr(keys.durable, "replace", fail)
    with pytest.raises(opening.trouble.DiskFull):
        office.create(folder)
    assert folder.exists() == was_there and not any(folder.glob("*"))


def test_a_folder_that_is_not_there_is_told(folder):
    with pytest.raises(NoSuchFolder, match="Үлгү"):
        office.reopen(folder)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_without_an_office_is_told_and_stays_empty(folder, read_only):
    folder.mkdir()
    with pytest.raises(NotAnOffice):
        office.reopen(folder, read_only=read_only)
    assert list(folder.iterdir()) == []


def test_a_second_window_is_refused_and_a_third_may_open_after_the_first_was_closed(closed):
    first = office.reopen(closed)
    with pytest.raises(AlreadyOpen):
        office.reopen(closed)
    first.close()
    first.close()
    office.reopen(closed).close()


def test_another_program_is_refused_too_and_told_so(closed):
    with contextlib.closing(office.reopen(closed)):
        other = office.start("opener", closed)
        assert other.communicate(timeout=30)[0].strip() == "AlreadyOpen"
    other = office.start("opener", closed)
    assert other.communicate(timeout=30)[0].strip() == "opened"


def test_a_lock_that_a_dead_program_left_is_no_lock(closed):
    (closed / lock.FILE).write_text("12345")
    office.reopen(closed).close()


def test_reading_commands_run_while_the_window_is_open(closed):
    with contextlib.closing(office.reopen(closed)) as window:
        office.add_member(window, "Үсөн")
        with contextlib.closing(office.reopen(closed, read_only=True)) as store, reading(store) as session:
            assert len(session.scalars(select(kept.Member)).all()) == 2


def test_a_reading_command_changes_no_byte(closed):
    before = hashes(closed)
    with contextlib.closing(office.reopen(closed, read_only=True)) as store:
        with pytest.raises(ReadOnly):
            office.add_member(store)
    assert hashes(closed) == before


def test_looking_without_changing_leaves_the_office_byte_by_byte(closed):
    before = hashes(closed)
    with contextlib.closing(office.reopen(closed)) as store, reading(store) as session:
        session.scalars(select(kept.Member)).all()
    assert hashes(closed) == before


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_office_is_refused_and_stays_byte_by_byte(closed, read_only):
    pragma(closed, "user_version", schema.SCHEMA_VERSION + 1)
    before = hashes(closed)
    with pytest.raises(Newer, match="newer version"):
        office.reopen(closed, read_only=read_only)
    assert hashes(closed) == before


def test_a_newer_office_that_was_killed_in_a_change_is_refused_untouched(closed):
    pragma(closed, "user_version", schema.SCHEMA_VERSION + 1)
    killed = office.start("killed_in_change", closed)
    killed.wait(timeout=30)
    assert (closed / "office.db-journal").stat().st_size > 0
    before = hashes(closed)
    with pytest.raises(Newer):
        office.reopen(closed)
    assert hashes(closed) == before


def test_a_key_slot_of_a_newer_kind_means_a_newer_office(closed):
    slots = [{"kind": "password", "key": "?"}]
    for name in (keys.FILE, keys.COPY):
        (closed / name).write_text(json.dumps({"slots": slots, "check": keys.check_of(slots)}))
    with pytest.raises(Newer):
        office.reopen(closed)


def test_an_older_office_is_not_shown_by_a_reading_command(closed):
    pragma(closed, "user_version", schema.SCHEMA_VERSION - 1)
    with pytest.raises(Older):
        office.reopen(closed, read_only=True)


def test_a_database_of_another_program_is_no_office(closed):
    pragma(closed, "application_id", 77)
    with pytest.raises(NotAnOffice):
        office.reopen(closed)


@pytest.mark.parametrize("copy", [keys.FILE, keys.COPY])
@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", None])
def test_one_copy_of_the_keys_is_enough_and_the_other_is_made_anew(closed, copy, damage):
    whole = (closed / copy).read_bytes()
    (closed / copy).unlink() if damage is None else (closed / copy).write_bytes(damage)
    office.reopen(closed).close()
    assert (closed / copy).read_bytes() == whole


def test_a_flipped_digit_in_a_key_is_noticed_and_the_copy_used(closed):
    text = (closed / keys.FILE).read_text()
    digit = text.index('"key": "') + 8
    (closed / keys.FILE).write_text(text[:digit] + ("0" if text[digit] != "0" else "1") + text[digit + 1 :])
    office.reopen(closed).close()
    assert (closed / keys.FILE).read_text() == text


def test_an_office_without_any_key_is_damaged(closed):
    (closed / keys.FILE).unlink()
    (closed / keys.COPY).unlink()
    with pytest.raises(Damaged):
        office.reopen(closed)


def test_an_open_key_slot_says_plainly_what_it_is(closed):
    (slot,) = json.loads((closed / keys.FILE).read_text())["slots"]
    assert slot["kind"] == "open" and "not against being read" in slot["note"]


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "noise"])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_ruined_database_is_told_with_the_last_backup(closed, damage, read_only):
    with contextlib.closing(office.reopen(closed)) as store:
        last = backup.backup(store)
    database = closed / "office.db"
    content = database.read_bytes()
    {
        "gone": lambda: database.unlink(),
        "empty": lambda: database.write_bytes(b""),
        "cut": lambda: database.write_bytes(content[: len(content) // 2]),
        "noise": lambda: database.write_bytes(os.urandom(len(content))),
    }[damage]()
    with pytest.raises(Damaged, match=last.file):
        office.reopen(closed, read_only=read_only)


def test_an_old_page_that_the_disk_put_back_is_noticed_at_the_next_start(closed):
    """Every checksum inside the file is right then; only the hash at the last close is not."""
    old = (closed / "office.db").read_bytes()
    with contextlib.closing(office.reopen(closed)) as store:
        office.add_member(store, "Үсөн")
    (closed / "office.db").write_bytes(old)
    for read_only in (True, False):
        with pytest.raises(Damaged):
            office.reopen(closed, read_only=read_only)


def test_without_the_hash_of_the_last_close_the_file_is_checked_and_opens_if_it_is_whole(closed):
    for content in (None, b"", b"{", b'{"state": "closed"}'):
        (closed / "store.seal").unlink() if content is None else (closed / "store.seal").write_bytes(content)
        with contextlib.closing(office.reopen(closed)):
            pass
        assert json.loads((closed / "store.seal").read_bytes())["state"] == "closed"


def test_after_a_kill_the_hash_does_not_stand_in_the_way(folder):
    store = office.create(folder)
    office.add_member(store, "Асан")
    store.held.release()  # all that a dead program leaves
    store.engine.dispose()
    with contextlib.closing(office.reopen(folder)):
        assert office.names(folder) == ["Асан"]


def test_a_change_that_was_cut_off_is_rolled_back_for_a_reading_command(closed):
    before = office.rows(closed)
    killed = office.start("killed_in_change", closed)
    killed.wait(timeout=30)
    assert (closed / "office.db-journal").stat().st_size > 0
    with contextlib.closing(office.reopen(closed, read_only=True)) as store, reading(store) as session:
        assert [member.name for member in session.scalars(select(kept.Member))] == ["Асан"]
    assert office.rows(closed) == before


def test_forgetting_to_import_a_subject_is_a_mistake_of_the_program(closed):
    for read_only in (True, False):
        with pytest.raises(RuntimeError, match="member"):
            opening.open_office(closed, records=MetaData(), read_only=read_only)
    office.reopen(closed).close()


def test_the_connections_have_the_settings_that_passed_the_trials(store):
    expected = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "mmap_size": 0,
        "busy_timeout": 5000,
    }
    with store.turn(), store.change() as writer, store.engine.connect() as reader:
        for opened in (writer, reader):
            for name, value in expected.items():
                assert opened.exec_driver_sql(f"PRAGMA {name}").scalar_one_or_none() == value, name
        assert writer.exec_driver_sql("PRAGMA cipher_version").scalar_one()
        assert reader.exec_driver_sql("PRAGMA query_only").scalar_one() == 1


def test_an_old_sqlite_is_not_used(closed, monkeypatch):
    monkeypatch.setattr(driver, "sqlite_version_info", (3, 40, 1))
    with pytest.raises(RuntimeError, match="too old"):
        office.reopen(closed)


def test_the_key_never_shows_in_a_report(store):
    assert store.key.hex() not in repr(store) and repr(store.key) not in repr(store)


def test_a_folder_with_signs_that_mean_something_in_addresses_opens(tmp_path):
    folder = tmp_path / "а б?mode=ro#100%.ayil"
    office.create(folder).close()
    with contextlib.closing(office.reopen(folder)) as store:
        office.add_member(store)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_the_right_to_write_is_told(closed):
    closed.chmod(0o500)
    try:
        with pytest.raises(ReadOnly):
            office.reopen(closed)
    finally:
        closed.chmod(0o700)


def test_connections_are_closed_when_their_settings_fail(closed, monkeypatch):
    monkeypatch.setattr(connection, "_PRAGMAS", ("journal_mode=TRUNCATE",))
    (closed / "office.db").write_bytes(os.urandom(8192))
    with pytest.raises(driver.DatabaseError):
        connection.connect(closed / "office.db", bytes(32), "read")


@pytest.mark.parametrize("read_only", [True, False])
def test_an_office_that_another_program_holds_for_long_is_told_so(closed, monkeypatch, read_only):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    (closed / "store.seal").unlink()
    with office.raw(closed, "write") as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Locked):
            office.reopen(closed, read_only=read_only)
    office.reopen(closed).close()
