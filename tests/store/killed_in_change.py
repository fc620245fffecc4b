"""A program that is killed while its change is half on the disk."""

import os
import signal
import sys
from pathlib import Path

from ayil_desktop.store import clean_close
from tests.store import office


def main():
    folder = Path(sys.argv[1])
    clean_close.opened(folder)
    with office.raw(folder, "write") as opened:
        opened.execute("PRAGMA cache_size = 2")
        opened.execute("BEGIN IMMEDIATE")
        opened.executemany(
            "INSERT INTO member VALUES (?, 0, 0, 'x', '', NULL, NULL, 0, NULL, NULL, '')",
            [(str(number) * 100,) for number in range(2000)],
        )
        opened.execute("UPDATE member SET name = 'half'")
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
