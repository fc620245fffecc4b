import contextlib
import os
import random
import resource
import shutil
import subprocess
import sys

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select

from ayil_desktop.language.message import Message
from ayil_desktop.store import check, connection, durable, faults, journal, reserve, trouble
from ayil_desktop.store.work import reading, work
from tests.store import kills, office
from tests.store import records as kept
from tests.torture import power_cuts


def test_an_office_survives_kills_at_any_moment(folder):
    """Nothing torn, nothing lost that was acknowledged, every backup whole; tests/torture kills a thousand times."""
    office.create(folder).close()
    assert len(kills.survive(folder, 20)) >= 20


def test_without_one_transaction_for_a_change_kills_tear_it(folder):
    """The control of the test above: it must be able to fail."""
    office.create(folder).close()
    assert kills.torn_without_work(folder, 10) > 0


@pytest.mark.skipif(not power_cuts.is_possible(), reason="needs Linux and a C compiler")
def test_an_office_survives_power_cuts_at_any_moment(tmp_path):
    """With a control that asks the disk for nothing; tests/torture cuts ten thousand times."""
    with power_cuts.workshop(tmp_path) as workshop:
        assert power_cuts.survive_changes(workshop, 100) == {}
    with power_cuts.workshop(tmp_path) as workshop:
        assert power_cuts.survive_changes(workshop, 50, "careless").total() > 20


@pytest.mark.skipif(not power_cuts.is_possible(), reason="needs Linux and a C compiler")
def test_a_power_cut_while_a_backup_is_restored_loses_nothing(tmp_path):
    with power_cuts.workshop(tmp_path) as workshop:
        states = power_cuts.survive_restoring(workshop, 100)
    assert {"old+new", "old"} <= set(states) <= power_cuts.RIGHT_AFTER_RESTORING


def fill_up(store, most=500):
    """Add members until the disk is full; how many were acknowledged."""
    for number in range(most):
        try:
            office.add_member(store, "ы" * 3000)
        except trouble.DiskFull:
            return number
    raise AssertionError("the disk is not full")


def limit(store, pages):
    with store.turn(), store.change() as opened:
        opened.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_when_the_disk_is_full_nothing_is_lost_and_the_reserve_helps_to_finish(store):
    assert (store.folder / reserve.FILE).stat().st_size == reserve.SIZE
    with office.raw(store.folder) as opened:
        limit(store, opened.execute("PRAGMA page_count").fetchone()[0] + 20)
    kept_before = fill_up(store)
    assert len(office.names(store.folder)) == kept_before > 1
    assert not (store.folder / reserve.FILE).exists()
    limit(store, 1_000_000)  # the reserve gave room
    office.add_member(store, "after")
    journal.undo(store)
    journal.undo(store)
    assert len(office.names(store.folder)) == kept_before - 1
    assert check.check(store.folder, records=kept.RECORDS) == []


def test_the_reserve_lies_there_again_at_the_next_opening(folder):
    store = office.create(folder)
    reserve.free(folder)
    reserve.free(folder)
    store.close()
    office.reopen(folder).close()
    assert (folder / reserve.FILE).stat().st_size == reserve.SIZE


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 40 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only the superuser can make a disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", place], check=False).returncode:
        pytest.skip("no disk can be made here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def remount(disk, how):
    subprocess.run(["mount", "-o", f"remount,{how}", disk], check=True)


def test_on_a_disk_that_is_really_full_the_office_stays_whole_and_can_be_left(small_disk):
    store = office.create(small_disk / "X.ayil")
    (small_disk / "foreign").write_bytes(bytes(small_disk_free(small_disk) - 300_000))
    before = fill_up(store)
    after_the_reserve_was_freed = fill_up(store)
    assert len(office.names(store.folder)) == before + after_the_reserve_was_freed
    assert after_the_reserve_was_freed > 10
    found = office.rows(store.folder)
    store.close()
    with contextlib.closing(office.reopen(store.folder)):
        assert office.rows(store.folder) == found
    (small_disk / "foreign").unlink()
    with contextlib.closing(office.reopen(store.folder)) as again:
        office.add_member(again)


def small_disk_free(disk):
    return shutil.disk_usage(disk).free


def test_on_a_full_disk_no_new_office_is_left_half(small_disk):
    (small_disk / "foreign").write_bytes(bytes(small_disk_free(small_disk) - 8192))
    with pytest.raises(trouble.DiskFull):
        office.create(small_disk / "X.ayil")
    assert not (small_disk / "X.ayil").exists()


def test_on_a_read_only_disk_an_office_can_be_read_and_says_why_it_cannot_be_changed(small_disk):
    folder = small_disk / "X.ayil"
    with contextlib.closing(office.create(folder)) as store:
        office.add_member(store, "Асан")
    remount(small_disk, "ro")
    with pytest.raises(trouble.ReadOnly):
        office.reopen(folder)
    with contextlib.closing(office.reopen(folder, read_only=True)) as store, reading(store) as session:
        assert [member.name for member in session.scalars(select(kept.Member))] == ["Асан"]
    with pytest.raises(trouble.ReadOnly):
        office.create(small_disk / "Y.ayil")
    remount(small_disk, "rw")


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_write_that_the_disk_refuses_is_told_and_nothing_is_lost(store):
    office.add_member(store, "Асан")
    size = (store.folder / "office.db").stat().st_size
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, was[1]))
    try:
        with pytest.raises((trouble.SourceVanished, trouble.DiskFull)):
            office.add_member(store, "ы" * 200_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)
    office.add_member(store, "Үсөн")
    assert office.names(store.folder) == ["Асан", "Үсөн"]


def test_another_program_that_holds_the_file_is_waited_for_and_then_named(folder, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    with contextlib.closing(office.create(folder)) as store:
        with office.raw(folder, "write") as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(trouble.Locked):
                office.add_member(store)
            other.execute("ROLLBACK")
        with office.raw(folder) as other:  # a reader lets the change be made, but not be kept
            other.execute("BEGIN")
            other.execute("SELECT * FROM member").fetchall()
            with pytest.raises(trouble.Locked):
                office.add_member(store)
            other.execute("ROLLBACK")
        assert store.sitting.undo_step is None
        office.add_member(store, "Асан")
    assert office.names(folder) == ["Асан"]


def test_a_folder_that_vanishes_during_the_work_is_told(folder, tmp_path):
    store = office.create(folder)
    folder.rename(tmp_path / "elsewhere")
    store.engine.dispose()
    with pytest.raises(trouble.NoSuchFolder), reading(store) as session:
        session.scalars(select(kept.Member)).all()
    with pytest.raises(trouble.StoreTrouble), work(store, Message("Add")) as session:
        session.add(kept.Member(name="Асан"))
    store.close()


def test_a_flipped_bit_that_is_met_during_the_work_is_told(store):
    for number in range(300):
        office.add_member(store, f"M{number:03}" * 20)
    store.engine.dispose()
    database = store.folder / "office.db"
    content = bytearray(database.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    database.write_bytes(content)
    with pytest.raises(trouble.Damaged), reading(store) as session:
        session.scalars(select(kept.Member)).all()


@pytest.mark.parametrize(
    "name, expected",
    [
        ("SQLITE_FULL", trouble.DiskFull),
        ("SQLITE_IOERR", trouble.SourceVanished),
        ("SQLITE_READONLY", trouble.ReadOnly),
        ("SQLITE_PERM", trouble.ReadOnly),
        ("SQLITE_CANTOPEN", trouble.ReadOnly),
        ("SQLITE_BUSY", trouble.Locked),
        ("SQLITE_NOTADB", trouble.Damaged),
        ("SQLITE_CORRUPT", trouble.Damaged),
    ],
)
def test_every_fault_of_the_surroundings_has_a_message(tmp_path, name, expected):
    error = driver.OperationalError("x")
    error.sqlite_errorname = name
    with pytest.raises(expected, match=tmp_path.name), faults.of_database(tmp_path):
        raise error


def test_a_failed_write_on_a_disk_without_room_or_without_a_disk_is_told_so(tmp_path, monkeypatch):
    error = driver.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR"
    with pytest.raises(trouble.SourceVanished), faults.of_database(tmp_path / "gone"):
        raise error
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))  # noqa: SLF001
    with pytest.raises(trouble.DiskFull), faults.of_database(tmp_path):
        raise error


@pytest.mark.parametrize("error", [driver.ProgrammingError("bug"), driver.IntegrityError("UNIQUE constraint failed")])
def test_a_fault_of_the_program_passes_as_it_is(tmp_path, error):
    with pytest.raises(type(error)), faults.of_database(tmp_path):
        raise error
    with pytest.raises(IsADirectoryError), faults.of_files(tmp_path):
        tmp_path.read_bytes()


def test_a_file_that_a_scanner_holds_is_tried_again(tmp_path, monkeypatch):
    """As on Windows, where a virus scanner opens every new file."""
    tries, waits, held_for = [], [], [4]
    rename = type(tmp_path).replace

    def held(source, target):
        tries.append(source)
        if len(tries) < held_for[0]:
            raise PermissionError(13, "held")
        return rename(source, target)

    monkeypatch.setattr(durable, "_HOLDS_OPEN_FILES", True)
    monkeypatch.setattr(type(tmp_path), "replace", held)
    monkeypatch.setattr(durable.time, "sleep", waits.append)
    durable.replace(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"new" and waits == [0.1, 0.2, 0.4]
    held_for[0] = 100
    with pytest.raises(PermissionError):
        durable.replace(tmp_path / "x", b"newer")
    assert 10 < sum(waits) < 15


def test_flips_are_random_and_single(tmp_path):
    file = tmp_path / "x"
    file.write_bytes(bytes(100))
    office.flip_a_bit(file, random.Random(1))
    assert sum(byte.bit_count() for byte in file.read_bytes()) == 1


def test_the_window_can_know_the_troubles_before_the_database_is_loaded():
    code = "import sys, ayil_desktop.store.trouble; assert not {'sqlalchemy', 'sqlcipher3'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=office.ROOT, check=True)
