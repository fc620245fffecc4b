"""How is a document put where the user said?"""

from pathlib import Path

from ayil_desktop.store import durable, faults, places, trouble


def save(target: Path, content: bytes) -> None:
    """Whole or not at all; what lies there under the same name is replaced, but for files of an office.

    Raises StoreTrouble: a folder, no room, open in another program.
    """
    with faults.of_a_document(target):
        if target.is_dir():
            raise trouble.is_a_folder(target)
        places.require_outside(target)
        if target.exists() and not target.is_file():
            raise trouble.not_written_there(target)
        durable.replace(target, content)
