"""What does the window have done by others: samples, new offices, export, import, check?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths

from ayil_desktop.language.message import Message

SAMPLES = {"sample-chet-nura": "chet-nura", "sample-naryn-council": "naryn-council", "practice": "practice"}
FOLDERS = {"chet-nura": "Chet-Nura", "naryn-council": "Naryn", "practice": "Practice"}
ENDING = ".ayil"
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys('<>:"/\\|?*', " "))


class Errands(Protocol):
    """Each runs in a thread of its own and may raise Refused or StoreTrouble; what it makes is whole or not there."""

    def make_sample(self, name: str, folder: Path) -> None:
        """An office from the documents that come with the program: chet-nura, naryn-council or practice."""

    def make_office(self, name: str, folder: Path) -> None:
        """An empty office with this name."""

    def export_office(self, folder: Path, target: Path) -> None:
        """Everything but the history, as one file."""

    def import_office(self, source: Path, folder: Path) -> None:
        """A new office from such a file."""

    def check_office(self, folder: Path) -> Sequence[Message]:
        """What is wrong with the files, the seals and the facts; nothing where all is well."""


def home() -> Path:
    """Where offices are made unless the user says otherwise."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def sample_folder(name: str) -> Path:
    """Where a sample lies; a second look at it opens the same one."""
    return home() / (FOLDERS[name] + ENDING)


def office_folder(parent: Path, name: str) -> Path:
    """A folder that is not there yet, called after the office, in letters that every system allows."""
    plain = " ".join(name.translate(_NOT_IN_A_NAME).split()).strip(". ")[:60] or "Office"
    numbers = (f" {number}" if number > 1 else "" for number in range(1, 1000))
    return next(folder for number in numbers if not (folder := parent / f"{plain}{number}{ENDING}").exists())
