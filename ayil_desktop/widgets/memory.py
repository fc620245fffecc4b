"""What does the program remember of its looks from one day to the next: widths, folds, the last folder?

Nothing of an office is kept here. Until `use` names a file, everything is forgotten at the end; so are tests.
"""

import json
from pathlib import Path

from PySide6.QtCore import QSettings

_remembered: dict[str, object] = {}
_file: QSettings | None = None


def use(path: Path) -> None:
    """Remember in this file from now on."""
    global _file
    _file = QSettings(str(path), QSettings.Format.IniFormat)


def forget() -> None:
    """Everything that was not written to a file, and which file it was."""
    global _file
    _remembered.clear()
    _file = None


def keep(key: str, value: object) -> None:
    """Under a key such as "commission/members/widths"; the value is anything that JSON can hold."""
    _remembered[key] = value
    if _file is not None:
        _file.setValue(key, json.dumps(value))


def recall(key: str) -> object:
    """What was kept under the key; None where nothing was, or where the file was damaged."""
    if key in _remembered or _file is None:
        return _remembered.get(key)
    try:
        return json.loads(str(_file.value(key, "null")))
    except ValueError:
        return None
