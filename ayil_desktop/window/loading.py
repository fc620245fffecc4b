"""How is an office opened while the window is already there?

The store and the subjects are imported by a thread after the first frame, each by its name, and nothing of them is
named at the top of a module that the first frame needs. SQLAlchemy takes longer to import than Qt: it comes, with the
records and all that changes the office, when the first tab is filled.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ayil_desktop.store.trouble import Older, StoreTrouble
from ayil_desktop.subjects import know_records

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from ayil_desktop.store.open_store import Store

BASE = "ayil_desktop.store.base"
OPENING = "ayil_desktop.store.opening"
PLAIN = "ayil_desktop.store.plain"
AT_WORK = "ayil_desktop.window.at_work"
NEEDED = (AT_WORK, OPENING, "ayil_desktop.widgets.finishing")


@dataclass(frozen=True)
class Opened:
    """An open office, in which the first tab can be shown; nothing may be changed before `load_rest` is done."""

    store: Store
    at_work: Any
    """The module `window.at_work`: it names the store at its top, so it is loaded with it."""
    load_rest: Callable[[], Future[None]]
    """Import what changes the office, by the thread, and after that what the other tabs need; call it once, when the
    first tab is on the screen. The office may be changed when the first is done."""
    look_ahead: Callable[[Sequence[str]], Future[None]]
    """Import by the thread the modules of a tab, its own first, and read what it reads when it is first shown."""
    wait: Callable[[], None]
    """Until the thread has nothing more to do; to be called before the office is closed."""


class Loader(QObject):
    """Loads in a thread of its own. `came` brings a Future: an `Opened`, or what was raised instead."""

    came = Signal(object)
    settled = Signal()
    """All that is loaded unasked is there."""
    _rest_came = Signal(object)

    def __init__(self, modules: Sequence[Sequence[str]], parent: QObject | None = None) -> None:
        """`modules` are the dotted names of what is loaded unasked, subject by subject, that of the first tab first;
        of each subject its tab, then what the tab needs when it is used, first of all for a change."""
        super().__init__(parent)
        (self._first_tab, *self._used_first), *others = modules
        self._others = [name for subject in others for name in subject]
        self._thread: Executor | None = None
        self._unasked: Future[None] | None = None
        # A mistake in what nobody waits for is raised where mistakes are told.
        self._rest_came.connect(lambda future: future.cancelled() or future.result())

    def load(self, folder: Path, prepare: Callable[[], object] | None) -> None:
        """Open an office; `prepare` is called before and makes it."""
        self._executor().submit(self._open, folder, prepare).add_done_callback(self.came.emit)

    def warm(self) -> None:
        """Import without opening, while the user is still reading the first page."""
        self._executor().submit(self._know_all)

    def _open(self, folder: Path, prepare: Callable[[], object] | None) -> Opened:
        if prepare:
            know_records()
            prepare()
        know((self._first_tab, *NEEDED))
        store = open_office(folder)
        return Opened(
            store,
            importlib.import_module(AT_WORK),
            lambda: self._load_rest(store),
            lambda modules: self._run(_look_ahead, store, modules),
            self._wait,
        )

    def _run(self, work: Callable[..., None], *values: object) -> Future[None]:
        future = self._executor().submit(work, *values)
        future.add_done_callback(self._rest_came.emit)
        return future

    def _wait(self) -> None:
        if self._thread is not None:
            if self._unasked is not None:
                # What was not begun comes with the next office.
                self._unasked.cancel()
            self._thread.shutdown()
            self._thread = None

    def _load_rest(self, store: Store) -> Future[None]:
        ready = self._run(self._get_ready, store)
        self._unasked = self._run(self._know_others)
        return ready

    def _get_ready(self, store: Store) -> None:
        know_records()
        # SQLAlchemy joins the classes when the first of them is asked for something: in the window that would be felt.
        importlib.import_module(BASE).Record.registry.configure()
        know(self._used_first[:1])
        importlib.import_module(OPENING).require_known(store)
        # Whoever changes something is told of a trouble.
        with suppress(StoreTrouble):
            store.get_ready()

    def _know_others(self) -> None:
        know((*self._used_first, *self._others))
        self.settled.emit()

    def _know_all(self) -> None:
        know((self._first_tab, *NEEDED))
        know_records()
        self._know_others()

    def _executor(self) -> Executor:
        if self._thread is None:
            # After the first frame: it brings the logging of the standard library along.
            from concurrent.futures import ThreadPoolExecutor

            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
        return self._thread


def open_office(folder: Path) -> Store:
    """To be read plainly: to map the records takes longer than to read an office. An older office is brought up to
    date, and for that all of them have to be known. May raise StoreTrouble."""
    opening = importlib.import_module(OPENING)
    try:
        store: Store = opening.open_office(folder, all_known=False)
    except Older:
        know_records()
        store = opening.open_office(folder)
    try:
        # The first connection takes longer than those after it; here nobody feels it.
        with importlib.import_module(PLAIN).reading(store):
            return store
    except BaseException:
        store.close()
        raise


def _look_ahead(store: Store, modules: Sequence[str]) -> None:
    own, *_later = [importlib.import_module(module) for module in modules]
    look = getattr(own, "look_ahead", None)
    # Whoever asks for it himself is told.
    with suppress(StoreTrouble):
        if look is not None:
            look(store)


def know(modules: Sequence[str]) -> None:
    """Import modules by their names."""
    for module in modules:
        importlib.import_module(module)
