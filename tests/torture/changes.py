"""A program that makes some changes and says which are kept; its writes are logged for the power cuts.

`careless` asks the disk for no sync at all: the control that must lose.
"""

import sys
from pathlib import Path

from ayil_desktop.language.message import Message
from ayil_desktop.store import backup, blobs, connection, durable, journal
from ayil_desktop.store.work import work
from tests.store import office
from tests.store import records as kept
from tests.store.test_blobs import PDF


def main():
    folder = Path(sys.argv[1])
    if sys.argv[2:] == ["careless"]:
        connection._PRAGMAS = (*connection._PRAGMAS, "synchronous=OFF")  # noqa: SLF001
        durable.os.fsync = lambda _: None
    for sitting in range(2):
        store = office.reopen(folder)
        for part in range(8):
            change(store, sitting * 100 + part * 5 + 1)
        if not sitting:
            backup.backup(store)
        store.close()


def change(store, number):
    scan = blobs.keep(store, PDF + f"\n% {number}".encode(), "scan.pdf")
    with work(store, Message("Add three")) as session:
        session.add_all(kept.Member(name=f"{number:06}", phone=str(part)) for part in range(3))
        meeting = kept.Meeting(number=number)
        meeting.items = [kept.Item(position=0, title="x" * 3000, scan=scan.sha256)]
        session.add(meeting)
    journal.undo(store)
    journal.redo(store)
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
