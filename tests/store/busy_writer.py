"""A program that makes changes of three records each until it is killed; says which are kept, one a line."""

import itertools
import sys
from pathlib import Path

from ayil_desktop.language.message import Message
from ayil_desktop.store import backup, journal
from ayil_desktop.store.work import work
from tests.store import office
from tests.store import records as kept


def main():
    folder, first = Path(sys.argv[1]), int(sys.argv[2])
    if sys.argv[3:] == ["torn"]:
        torn(folder, first)
    store = office.reopen(folder)
    for number in itertools.count(first):
        with work(store, Message("Add three")) as session:
            session.add_all(kept.Member(name=f"{number:06}", phone=str(part)) for part in range(3))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        if number % 5 == 0:
            journal.undo(store)
            journal.redo(store)
        if number % 7 == 0:
            backup.backup(store)


def torn(folder, first):
    """The control: each record in a change of its own."""
    with office.raw(folder, "write") as opened:
        for number in itertools.count(first):
            for part in range(3):
                values = (f"{number}-{part}", f"{number:06}")
                opened.execute("INSERT INTO member VALUES (?, 0, 0, ?, '', NULL, NULL, 0, NULL, NULL, '')", values)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
