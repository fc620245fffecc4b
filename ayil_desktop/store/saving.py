"""How is a document put where the user said?"""

from pathlib import Path

from ayil_desktop.store import durable, faults, trouble


def save(target: Path, content: bytes) -> None:
    """Whole or not at all; what lies there under the same name is replaced. Raises StoreTrouble: a folder, no room."""
    if target.is_dir():
        raise trouble.is_a_folder(target)
    with faults.of_files(target.parent):
        durable.replace(target, content)
