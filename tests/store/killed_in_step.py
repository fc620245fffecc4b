"""A program that is killed after so many statements of a migration; writes `finished` if it was not."""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import Engine, event

from ayil_desktop.store import opening, schema
from ayil_desktop.store.migrations import upgrading
from tests.store.test_migrations import newer_records, next_step


def main():
    folder, last = Path(sys.argv[1]), int(sys.argv[2])
    upgrading.STEPS = (*upgrading.STEPS, next_step())
    schema.SCHEMA_VERSION += 1
    done = []

    @event.listens_for(Engine, "after_cursor_execute")
    def count(*_):
        done.append(1)
        if len(done) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    opening.open_office(folder, records=newer_records()).close()
    sys.stdout.write("finished\n")


if __name__ == "__main__":
    main()
