"""How is an office opened while the window is already there?

SQLAlchemy takes longer to import than Qt, so the store and the subjects are imported by a thread after the first frame,
each by its name, and nothing of them is named at the top of a module that the first frame needs.
"""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ayil_desktop.subjects import know_records

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from ayil_desktop.store.open_store import Store

BASE = "ayil_desktop.store.base"
OPENING = "ayil_desktop.store.opening"
AT_WORK = "ayil_desktop.window.at_work"
NEEDED = (AT_WORK, OPENING, "ayil_desktop.widgets.finishing")


@dataclass(frozen=True)
class Opened:
    """An open office, and the module of each subject by the subject's name."""

    store: "Store"
    modules: Mapping[str, ModuleType]
    at_work: Any
    """The module `window.at_work`: it names the store at its top, so it is loaded with it."""


class Loader(QObject):
    """Loads in a thread of its own. `came` brings a Future: an `Opened`, or what was raised instead."""

    came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: Executor | None = None

    def load(self, folder: Path, modules: Mapping[str, str], prepare: Callable[[], object]) -> None:
        """`prepare` is called first; `modules` holds the dotted name of each subject's module."""
        self._executor().submit(open_office, folder, modules, prepare).add_done_callback(self.came.emit)

    def warm(self, modules: Mapping[str, str]) -> None:
        """Import without opening, while the user is still reading the first page."""
        self._executor().submit(loaded, modules)

    def _executor(self) -> "Executor":
        if self._thread is None:
            # After the first frame: it brings the logging of the standard library along.
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
        return self._thread


def open_office(folder: Path, modules: Mapping[str, str], prepare: Callable[[], object]) -> Opened:
    """The subjects first: the tables of a store are those that are known when it is opened. May raise StoreTrouble."""
    subjects = loaded(modules)
    prepare()
    at_work = importlib.import_module(AT_WORK)
    return Opened(importlib.import_module(OPENING).open_office(folder), subjects, at_work)


def loaded(modules: Mapping[str, str]) -> dict[str, ModuleType]:
    """Each module by the name of its subject, and with them what an open office needs."""
    know_records()
    subjects = {name: importlib.import_module(module) for name, module in modules.items()}
    for needed in NEEDED:
        importlib.import_module(needed)
    # SQLAlchemy joins its classes when the first of them is asked for something; in the window it would be felt.
    importlib.import_module(BASE).Record.registry.configure()
    return subjects
