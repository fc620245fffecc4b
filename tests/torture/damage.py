"""Is every kind of damage to the database file noticed?"""

import contextlib
import random

import sqlcipher3.dbapi2 as driver

from ayil_desktop.language.message import Message
from ayil_desktop.store import backup, check, clean_close, connection
from ayil_desktop.store.trouble import Damaged
from ayil_desktop.store.work import work
from tests.store import office
from tests.store import records as kept

PAGE = 4096


def filled(folder):
    """A closed office of some hundred pages; the database as it was in the middle of its life."""
    with contextlib.closing(office.create(folder)) as store:
        for block in range(12):
            with work(store, Message("Add")) as session:
                session.add_all(kept.Member(name=f"Мүчө {block} {number}", marks=["x" * 200]) for number in range(60))
            if block == 6:
                half_way = (folder / "office.db").read_bytes()
        backup.backup(store)
    return half_way


def is_noticed(folder):
    """By whoever opens the office, and by the check."""
    try:
        office.reopen(folder).close()
    except Damaged:
        return bool(check.check(folder, records=kept.RECORDS))
    return False


def is_noticed_after_a_kill(folder):
    """Then there is no hash of the last close: the pages must tell by themselves."""
    clean_close.opened(folder)
    return is_noticed(folder)


def missed_by_plain_sqlite(folder, times):
    """The control of the flips: the same rows without a checksum on every page."""
    database, chance = folder / "plain.db", random.Random(5)
    with contextlib.closing(driver.connect(str(database), isolation_level=None)) as opened:
        opened.execute("CREATE TABLE member (id TEXT PRIMARY KEY, name TEXT)")
        opened.executemany("INSERT INTO member VALUES (?, ?)", [(f"{number}", "Мүчө" * 20) for number in range(500)])
    whole, unnoticed = database.read_bytes(), 0
    for _ in range(times):
        office.flip_a_bit(database, chance)
        unnoticed += _is_silent(database)
        database.write_bytes(whole)
    return unnoticed


def _is_silent(database):
    try:
        with contextlib.closing(driver.connect(str(database), isolation_level=None)) as opened:
            return opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except driver.Error:
        return False


def flips(times, chance=None):
    chance = chance or random.Random(5)
    for _ in range(times):
        yield lambda database: office.flip_a_bit(database, chance)


def stale_pages(folder, half_way):
    """Each page once as it was half-way: what a disk does that lost a write."""
    for number in range(len(half_way) // PAGE):
        old = half_way[number * PAGE : (number + 1) * PAGE]
        yield lambda database, number=number, old=old: _put(database, number, old)


def zeroed_pages(folder):
    for number in range((folder / "office.db").stat().st_size // PAGE):
        yield lambda database, number=number: _put(database, number, bytes(PAGE))


def _put(database, number, page):
    with database.open("rb+") as opened:
        opened.seek(number * PAGE)
        opened.write(page)


def missed(folder, damages, notices=is_noticed):
    """How many were tried, and how many nobody noticed; a page that was the same before is no damage."""
    database, seal = folder / "office.db", (folder / "store.seal").read_bytes()
    whole, tried, unnoticed = database.read_bytes(), 0, 0
    for damage in damages:
        damage(database)
        if database.read_bytes() != whole:
            tried += 1
            unnoticed += not notices(folder)
        database.write_bytes(whole)
        (folder / "store.seal").write_bytes(seal)
    return tried, unnoticed


def is_noticed_by_pages_alone(folder):
    """The control: an office without the hash of its last close does not see old pages."""
    (folder / "store.seal").write_bytes(b"")
    with contextlib.closing(connection.connect(folder / "office.db", office.key(folder), "read")) as opened:
        return bool(opened.execute("PRAGMA cipher_integrity_check").fetchall())
