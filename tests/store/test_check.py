import contextlib
import json
import random

import pytest

from ayil_desktop.language.message import Message
from ayil_desktop.store import backup, blobs, check, keys
from ayil_desktop.store.work import work
from tests.store import office
from tests.store import records as kept
from tests.store.test_blobs import PDF


@pytest.fixture
def closed(folder):
    """An office with members, a meeting with a scan, and a backup."""
    with contextlib.closing(office.create(folder)) as store:
        for number in range(30):
            office.add_member(store, f"M{number:02}")
        meeting = office.add_meeting(store, items=2).made
        scan = blobs.keep(store, PDF, "scan.pdf")
        with work(store, Message("Attach")) as session:
            session.add(kept.Item(meeting_id=meeting, position=9, title="x", scan=scan.sha256))
        backup.backup(store)
    return folder


def found(folder):
    return [str(message) for message in check.check(folder, records=kept.RECORDS)]


def blob(folder):
    (only,) = [file for file in (folder / "blobs").rglob("*") if file.is_file()]
    return only


def test_a_whole_office_has_nothing_to_tell_whether_open_or_not(closed):
    assert found(closed) == []
    with contextlib.closing(office.reopen(closed)) as store:
        office.add_member(store)
        assert found(closed) == []


def test_a_missing_file_is_told(closed):
    blob(closed).unlink()
    (line,) = found(closed)
    assert "missing" in line


def test_a_changed_file_is_told_even_when_no_row_names_it(closed):
    blob(closed).write_bytes(b"x")
    assert ["changed by the disk" in line for line in found(closed)] == [True]


def test_a_half_written_file_is_no_fault(closed):
    blob(closed).with_suffix(".part").write_bytes(b"half")
    assert found(closed) == []


def test_a_changed_backup_is_told(closed):
    (kept_one,) = backup.backups(closed)
    file = closed / backup.FOLDER / kept_one.file
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    (line,) = found(closed)
    assert kept_one.file in line


def test_an_older_state_that_the_disk_put_back_is_told(closed):
    old = (closed / "office.db").read_bytes()
    with contextlib.closing(office.reopen(closed)) as store:
        office.add_member(store)
    (closed / "office.db").write_bytes(old)
    (line,) = found(closed)
    assert "older state" in line


def test_a_row_that_points_nowhere_is_told(closed):
    with office.raw(closed, "write") as opened:
        opened.execute("PRAGMA foreign_keys = OFF")
        opened.execute("UPDATE item SET meeting_id = 'nowhere' WHERE position = 0")
    assert any("item" in line and "meeting" in line for line in found(closed))


def test_a_history_that_cannot_be_read_is_told(closed):
    with office.raw(closed, "write") as opened:
        step, change = (
            opened.execute(f"SELECT max(id) FROM {name}").fetchone()[0] for name in ("journal_step", "journal_change")
        )
        opened.execute("INSERT INTO journal_step VALUES (?, 0, 'work', '{}', NULL)", (step + 1,))
        opened.execute("INSERT INTO journal_change VALUES (?, ?, 'member', 'x', '{', NULL)", (change + 1, step))
        opened.execute("INSERT INTO journal_change VALUES (?, ?, 'member', 'x', NULL, NULL)", (change + 2, step))
    lines = [line for line in found(closed) if "history" in line]
    assert len(lines) == 3


def test_missing_keys_and_a_missing_database_are_told(closed):
    (closed / keys.FILE).unlink()
    assert found(closed) == []
    (closed / keys.COPY).unlink()
    assert len(found(closed)) == 1


def test_a_ruined_database_is_told_in_one_line(closed):
    database = closed / "office.db"
    content = database.read_bytes()
    for ruin in (b"", b"x" * 5000, content[:5000]):
        database.write_bytes(ruin)
        assert found(closed)


def test_a_ruined_page_is_told_by_its_number_alone(closed):
    database = closed / "office.db"
    ruined = bytearray(database.read_bytes())
    ruined[4096 * 5 + 100] ^= 1
    database.write_bytes(ruined)
    assert "A page of the database was changed by the disk: 6" in found(closed)


def test_every_flipped_bit_of_the_database_is_noticed(closed):
    """Plain SQLite would miss a third of them; tests/torture flips a thousand."""
    chance = random.Random(2026)
    database = closed / "office.db"
    whole = database.read_bytes()
    seal = (closed / "store.seal").read_bytes()
    for number in range(50):
        office.flip_a_bit(database, chance)
        (closed / "store.seal").write_bytes(b"" if number % 2 else seal)  # with and without the hash of the close
        assert found(closed), number
        database.write_bytes(whole)
    (closed / "store.seal").write_bytes(seal)
    assert found(closed) == []


def test_the_check_would_miss_flips_without_its_checks(closed, monkeypatch):
    """The control of the test above: it must be able to fail."""
    monkeypatch.setattr(check.whole, "problems", lambda *_: [])
    monkeypatch.setattr(check, "_close", lambda _: [])
    monkeypatch.setattr(check, "_journal", lambda _: [])
    monkeypatch.setattr(check, "_named_blobs", lambda *_: set())
    database = closed / "office.db"
    office.flip_a_bit(database, random.Random(2026))
    assert found(closed) == []


def test_a_seal_says_in_words_what_it_is(closed):
    assert json.loads((closed / "store.seal").read_bytes()).keys() == {"state", "size", "sha256"}
