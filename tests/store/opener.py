"""Another program that opens an office: writes `opened` or the name of what stood in its way."""

import sys
from pathlib import Path

from ayil_desktop.store.trouble import StoreTrouble
from tests.store import office


def main():
    try:
        office.reopen(Path(sys.argv[1])).close()
        said = "opened"
    except StoreTrouble as trouble:
        said = type(trouble).__name__
    sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main()
