"""What is left of an office when the power fails at any moment?

A kill does not show it: the system still writes what it holds in memory. So a program's every write, sync and rename is
logged (watch.c), and then, for a random moment, the disk is laid out as it may have been: what was synced is there, of
the rest each piece of 512 bytes, and each new, moved or removed name, survives by chance.
"""

import contextlib
import os
import random
import shutil
import struct
import subprocess
import sys
from collections import Counter
from pathlib import Path

from ayil_desktop.store import backup, restoring
from ayil_desktop.store.trouble import Damaged
from tests.store import kills, office

HERE = Path(__file__).parent
SECTOR = 512
RIGHT_AFTER_RESTORING = {"old+new", "old", "again old"}
CHANCES = (0.0, 0.1, 0.5, 0.9, 1.0)


def is_possible():
    return sys.platform == "linux" and bool(shutil.which("cc"))


def record(workshop, program, *arguments, prepare=lambda folder: None):
    """Run a program of this folder on a prepared office; the office before, and the log of what was done to it."""
    shim, log, folder = workshop / "watch.so", workshop / "log", workshop / "run" / "X.ayil"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, HERE / "watch.c", "-ldl"], check=True)
    folder.parent.mkdir(parents=True)
    office.create(folder).close()
    prepare(folder)
    shutil.copytree(folder, workshop / "before")
    surroundings = {"LD_PRELOAD": str(shim), "WATCHED_FOLDER": str(folder), "WATCH_LOG": str(log)}
    subprocess.run(
        [sys.executable, "-m", f"tests.torture.{program}", folder, *arguments],
        env={**os.environ, **surroundings, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=office.ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return workshop / "before", list(_deeds(log.read_bytes(), str(folder)))


def _deeds(log, folder):
    """(deed, path inside the office, offset, data); for a rename the data is the new path inside the office."""
    at = 0
    while at < len(log):
        deed, path_size, size, offset = struct.unpack_from("<cIIQ", log, at)
        path = log[at + 17 : at + 17 + path_size].decode()
        data = log[at + 17 + path_size : at + 17 + path_size + size]
        at += 17 + path_size + size
        if deed == b"R":
            data = data.decode().removeprefix(folder).strip("/")
        yield deed.decode(), path.removeprefix(folder).strip("/"), offset, data


class Disk:
    """What is on the disk for certain, and what was only asked for."""

    def __init__(self, before):
        self.certain = {}  # number of a file to its synced content
        self.asked = {}  # number of a file to the writes and cuts since its last sync
        self.names = {}  # name to number, as the program sees it
        self.synced_names = {}
        self.asked_names = []  # (folder, name, number or None)
        for file in before.rglob("*"):
            if file.is_file():
                self._new(str(file.relative_to(before)), file.read_bytes())
        self.synced_names = dict(self.names)
        self.acknowledged = []

    def _new(self, name, content=b""):
        number = len(self.certain)
        self.certain[number], self.asked[number] = bytearray(content), []
        self.names[name] = number
        return number

    def follow(self, deed, path, offset, data):
        match deed:
            case "A":
                self.acknowledged += [int(line) for line in data.decode().split()]
            case "C":
                self._ask(path, self._new(path))
            case "W" | "T":
                self.asked[self.names[path]].append((offset, data if deed == "W" else None))
            case "S" if path in self.names:
                number = self.names[path]
                for change in self.asked[number]:
                    _apply(self.certain[number], *change)
                self.asked[number] = []
            case "S":
                self._sync_folder(path)
            case "U":
                del self.names[path]
                self._ask(path, None)
            case "R":
                self.names[data] = self.names.pop(path)
                self._ask(data, self.names[data])
                self._ask(path, None)

    def _ask(self, name, number):
        self.asked_names.append((os.path.dirname(name), name, number))

    def _sync_folder(self, folder):
        for where, name, number in self.asked_names:
            if where == folder:
                _name(self.synced_names, name, number)
        self.asked_names = [one for one in self.asked_names if one[0] != folder]

    def lay_out(self, folder, chance, survival):
        """One of the states the disk may be in after a cut now."""
        names = dict(self.synced_names)
        for _, name, number in self.asked_names:
            if chance.random() < survival:
                _name(names, name, number)
        for name, number in names.items():
            content = bytearray(self.certain[number])
            for offset, data in self.asked[number]:
                for piece in _pieces(offset, data):
                    if chance.random() < survival:
                        _apply(content, *piece)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)


def _name(names, name, number):
    if number is None:
        names.pop(name, None)
    else:
        names[name] = number


def _pieces(offset, data):
    if data is None:
        yield offset, None
        return
    at = 0
    while at < len(data):
        size = SECTOR - (offset + at) % SECTOR
        yield offset + at, data[at : at + size]
        at += size


def _apply(content, offset, data):
    if data is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
    else:
        content.extend(bytes(max(0, offset - len(content))))
        content[offset : offset + len(data)] = data


def cuts(workshop, times, recorded, chance=None):
    """Offices as they may be after a cut at a random moment, each with what was acknowledged before it."""
    chance = chance or random.Random(17)
    before, deeds = recorded
    for _ in range(times):
        disk = Disk(before)
        for deed in deeds[: chance.randrange(len(deeds) + 1)]:
            disk.follow(*deed)
        folder = workshop / "cut"
        for name in ("blobs", "backups"):
            (folder / name).mkdir(parents=True)
        disk.lay_out(folder, chance, chance.choice(CHANCES))
        yield folder, disk.acknowledged
        shutil.rmtree(folder)


def survive_changes(workshop, times, *how):
    """Cut the power while changes, files and a backup are made; the faults found, by their kind."""
    faults = Counter(_fault(*cut) for cut in cuts(workshop, times, record(workshop, "changes", *how)))
    del faults[""]
    return faults


def survive_restoring(workshop, times):
    """Cut the power while a backup is restored: the old office is there, or the restored one, or it can be restored."""
    states = Counter()
    recorded = record(workshop, "restores", prepare=_with_a_backup)
    for folder, _ in cuts(workshop, times, recorded):
        states[_restored(folder)] += 1
    return states


def _with_a_backup(folder):
    with contextlib.closing(office.reopen(folder)) as store:
        office.add_member(store, "old")
        backup.backup(store)
        office.add_member(store, "new")


def _restored(folder):
    try:
        office.reopen(folder).close()
        return "+".join(office.names(folder))
    except Damaged:
        restoring.restore(folder, backup.backups(folder)[-1])
        office.reopen(folder).close()
        return f"again {'+'.join(office.names(folder))}"


def _fault(folder, acknowledged):
    try:
        kills.require_whole(folder, acknowledged)
    except AssertionError:
        return "wrong or lost"
    except Exception as trouble:  # every kind is counted
        return type(trouble).__name__
    return ""


@contextlib.contextmanager
def workshop(place):
    """A folder in memory where there is one: thousands of offices are laid out."""
    memory = Path("/dev/shm")
    folder = (memory if memory.is_dir() else place) / f"ayil-cuts-{os.getpid()}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
