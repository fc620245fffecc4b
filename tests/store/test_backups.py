import contextlib
import datetime
import os
import threading

import pytest

from ayil_desktop.store import backup, check, clean_close, clock, durable
from ayil_desktop.store.trouble import Damaged, DiskFull, Locked
from tests.store import office


@pytest.fixture
def busy(store):
    """An office with something in it."""
    for number in range(20):
        office.add_member(store, f"M{number:02}")
    office.add_meeting(store, items=3)
    return store


def opened(store, kept, mode="read"):
    return contextlib.closing(backup.connection.connect(store.folder / backup.FOLDER / kept.file, store.key, mode))


def test_a_backup_holds_every_row_and_lies_with_its_note(busy):
    kept = backup.backup(busy)
    assert kept.sequence == 1 and kept.file.startswith("000001-") and kept.file.endswith(".db")
    assert backup.backups(busy.folder) == [kept]
    with opened(busy, kept) as copy, office.raw(busy.folder) as source:
        assert backup.digest(copy) == backup.digest(source)
        assert copy.execute("SELECT count(*) FROM member").fetchone() == (20,)
    assert not list((busy.folder / backup.FOLDER).glob("*.part"))


def test_a_backup_is_encrypted_and_no_plain_text(busy):
    kept = backup.backup(busy)
    assert b"M01" not in (busy.folder / backup.FOLDER / kept.file).read_bytes()


def test_numbers_rise_whatever_the_clock_says(busy, monkeypatch):
    for year in (2026, 2002, 2099):
        monkeypatch.setattr(clock, "now", lambda year=year: datetime.datetime(year, 1, 1, tzinfo=datetime.UTC))
        backup.backup(busy)
    kept = backup.backups(busy.folder)
    assert [one.sequence for one in kept] == [1, 2, 3]
    assert [one.at.year for one in kept] == [2026, 2002, 2099]


def test_a_backup_is_due_after_a_change_and_not_before(busy):
    assert backup.is_due(busy)
    backup.backup(busy)
    assert not backup.is_due(busy)
    office.add_member(busy)
    assert backup.is_due(busy)


def test_an_unfinished_backup_is_none(busy):
    kept = backup.backup(busy)
    folder = busy.folder / backup.FOLDER
    (folder / "000009-20260101-0000.db.part").write_bytes(b"half")
    (folder / "000010-20260101-0000.db").write_bytes(b"without a note")
    (folder / "000011-20260101-0000.json").write_bytes(b"{}")
    assert backup.backups(busy.folder) == [kept]
    assert backup.backup(busy).sequence == 12


def test_a_backup_is_made_while_changes_go_on(busy, monkeypatch):
    monkeypatch.setattr(backup, "_PAGES", 2)
    stop = threading.Event()

    def change():
        while not stop.is_set():
            office.add_member(busy, "Асан")
            stop.wait(0.01)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        kept = backup.backup(busy)
    finally:
        stop.set()
        thread.join()
    with opened(busy, kept) as copy:
        assert copy.execute("SELECT count(*) FROM member").fetchone()[0] >= 20
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_office_that_is_always_overtaken_keeps_changes_waiting_at_last(busy, monkeypatch):
    tries = []
    make = backup.make

    def overtaken(folder, key):
        tries.append(folder)
        if len(tries) < 4:
            raise backup.Overtaken
        return make(folder, key)

    monkeypatch.setattr(backup, "make", overtaken)
    assert backup.backup(busy).sequence == 1
    assert len(tries) == 4
    tries.clear()
    monkeypatch.setattr("ayil_desktop.store.connection.BUSY_SECONDS", 0.01)
    told = []

    def back_up():
        try:
            backup.backup(busy)
        except Locked as trouble:
            told.append(trouble)

    with busy.turn():
        thread = threading.Thread(target=back_up)
        thread.start()
        thread.join()
    assert told


def test_a_copy_that_differs_is_thrown_away_and_told(busy, monkeypatch):
    digests = iter(["one", "other"])
    monkeypatch.setattr(backup, "digest", lambda _: next(digests))
    with pytest.raises(Damaged):
        backup.backup(busy)
    assert list((busy.folder / backup.FOLDER).iterdir()) == []


def test_a_copy_that_fails_its_checks_is_thrown_away_and_told(busy):
    with office.raw(busy.folder, "write") as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("UPDATE item SET meeting_id = 'nowhere' WHERE position = 0")
    with pytest.raises(Damaged):
        backup.backup(busy)
    assert list((busy.folder / backup.FOLDER).iterdir()) == []


def test_a_damaged_office_is_never_backed_up_over_the_good_ones(busy):
    first = backup.backup(busy)
    office.add_member(busy)
    busy.engine.dispose()
    database = busy.folder / "office.db"
    content = bytearray(database.read_bytes())
    content[20_000] ^= 1
    database.write_bytes(content)
    with pytest.raises(Damaged):
        backup.backup(busy)
    assert backup.backups(busy.folder) == [first]


def test_a_full_disk_leaves_the_older_ones_and_no_half_one(busy, monkeypatch):
    first = backup.backup(busy)

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable, "sync", full)
    with pytest.raises(DiskFull):
        backup.backup(busy)
    assert backup.backups(busy.folder) == [first]
    assert len(list((busy.folder / backup.FOLDER).iterdir())) == 2


def test_superfluous_backups_go_with_their_notes(busy, monkeypatch):
    kept = [backup.backup(busy) for _ in range(4)]
    monkeypatch.setattr(backup.thinning, "superfluous", lambda all_of_them, **_: all_of_them[:2])
    last = backup.backup(busy)
    assert backup.backups(busy.folder) == [*kept[2:], last]
    assert len(list((busy.folder / backup.FOLDER).iterdir())) == 6


def test_a_backup_that_the_disk_changed_is_noticed(busy):
    kept = backup.backup(busy)
    assert backup.is_whole(busy.folder, kept)
    file = busy.folder / backup.FOLDER / kept.file
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    assert not backup.is_whole(busy.folder, kept)


def test_every_backup_can_be_restored_and_the_office_set_aside(busy):
    from ayil_desktop.store import restoring

    kept = backup.backup(busy)
    before = office.rows(busy.folder)
    office.add_member(busy, "Үсөн")
    later = office.rows(busy.folder)
    busy.close()
    aside = restoring.restore(busy.folder, kept)
    assert office.rows(busy.folder) == before
    assert clean_close.state(busy.folder, busy.folder / "office.db") == "matches"
    with contextlib.closing(office.reopen(busy.folder)) as store:
        assert store.sitting.undo_step is None
    assert check.check(busy.folder, records=store.records) == []
    (busy.folder / "office.db").write_bytes((aside / "office.db").read_bytes())
    assert office.rows(busy.folder) == later


def test_a_ruined_office_opens_after_its_last_backup_was_restored(busy):
    from ayil_desktop.store import restoring

    kept = backup.backup(busy)
    busy.close()
    for damage in (b"", os.urandom(9000), None):
        database = busy.folder / "office.db"
        database.unlink() if damage is None else database.write_bytes(damage)
        (busy.folder / "office.db-journal").write_bytes(os.urandom(2000))
        with pytest.raises(Damaged):
            office.reopen(busy.folder)
        restoring.restore(busy.folder, kept)
        office.reopen(busy.folder).close()
    assert len(office.names(busy.folder)) == 20


def test_a_damaged_backup_is_never_restored(busy):
    from ayil_desktop.store import restoring

    kept = backup.backup(busy)
    before = office.rows(busy.folder)
    busy.close()
    file = busy.folder / backup.FOLDER / kept.file
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    with pytest.raises(Damaged):
        restoring.restore(busy.folder, kept)
    assert office.rows(busy.folder) == before
