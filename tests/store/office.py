"""What the tests of the store do with a made-up office."""

import contextlib
import random
import subprocess
import sys
from pathlib import Path

from ayil_desktop.language.message import Message
from ayil_desktop.store import connection, keys, opening
from ayil_desktop.store.work import done, work
from tests.store import records as kept

ROOT = Path(__file__).resolve().parents[2]


def create(folder):
    return opening.create(folder, records=kept.RECORDS)


def reopen(folder, **ways):
    return opening.open_office(folder, records=kept.RECORDS, **ways)


def add_member(store, name="Асан", **values):
    with work(store, Message("Add {name}", name=name)) as session:
        member = kept.Member(name=name, **values)
        session.add(member)
        return done(session, member.id)


def add_meeting(store, number=1, items=0):
    with work(store, Message("Plan meeting {number}", number=number)) as session:
        meeting = kept.Meeting(number=number)
        meeting.items = [kept.Item(position=place, title=f"Маселе {place}") for place in range(items)]
        session.add(meeting)
        return done(session, meeting.id)


def seal(store, meeting_id):
    with work(store, Message("Seal"), sealing=True) as session:
        session.add(kept.Seal(meeting_id=meeting_id))
        return done(session)


def key(folder):
    return keys.read(folder)


@contextlib.contextmanager
def raw(folder, mode="read"):
    """The database past the program, as a curious person with the key would open it."""
    opened = connection.connect(folder / "office.db", key(folder), mode)
    try:
        yield opened
    finally:
        opened.close()


def rows(folder, with_journal=False):
    """Every row of every table, raw, in order."""
    with raw(folder) as opened:
        names = [
            name for (name,) in opened.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        ]
        return {
            name: opened.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()
            for name in names
            if with_journal or not name.startswith("journal_")
        }


def names(folder):
    with raw(folder) as opened:
        return [name for (name,) in opened.execute("SELECT name FROM member ORDER BY created_at, name")]


def flip_a_bit(file, chance: random.Random):
    place = chance.randrange(file.stat().st_size)
    with file.open("rb+") as opened:
        opened.seek(place)
        byte = opened.read(1)[0]
        opened.seek(place)
        opened.write(bytes([byte ^ (1 << chance.randrange(8))]))


def start(script, *arguments, **ways):
    """A second program that uses the store; its output is read by the caller."""
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.store.{script}", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        **ways,
    )
