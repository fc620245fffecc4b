"""A program that restores the last backup of an office; its writes are logged for the power cuts."""

import sys
from pathlib import Path

from ayil_desktop.store import backup, restoring


def main():
    folder = Path(sys.argv[1])
    restoring.restore(folder, backup.backups(folder)[-1])


if __name__ == "__main__":
    main()
