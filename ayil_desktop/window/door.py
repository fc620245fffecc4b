"""How does the user come to an office: one from the disk, a sample, a new one, one from another computer?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ayil_desktop.language.message import Counted, Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.trouble import AlreadyOpen, StoreTrouble
from ayil_desktop.widgets import ask, background, notice
from ayil_desktop.widgets.labels import Words
from ayil_desktop.window import errands, remembered, second_start
from ayil_desktop.window.errands import Errands
from ayil_desktop.window.loading import Loader

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ayil_desktop.window.loading import Opened

EXPORTED: ask.FileKind = (Message("Exported office"), "*.json")
FAULTS = 10  # told one by one
_MISTAKE = Message("The program made a mistake while it opened the office. Nothing in it was changed.")


class Door(QObject):
    """Asks what has to be asked, then opens by a thread; `opened`, `troubled` or `elsewhere` ends each `waiting`."""

    waiting = Signal(object)
    opened = Signal(object)
    troubled = Signal(object)
    elsewhere = Signal()
    """The office is open already: here, or in another window, which has come to the front."""
    settled = Signal()
    """What the other tabs need is loaded too."""

    def __init__(
        self,
        errands: Errands,
        modules: Sequence[Sequence[str]],
        here: Callable[[], Path | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        """`modules`: as the loader takes them; `here` is the office that this window has open."""
        super().__init__(parent)
        self._here = here
        self._errands = errands
        self._loader = Loader(modules, self)
        self._loader.came.connect(self._came)
        self._loader.settled.connect(self.settled)
        self._folder = Path()
        self._again: Callable[[], None] = lambda: None

    def warm(self) -> None:
        """Nothing is to be opened yet; get ready for it while the user reads."""
        self._loader.warm()

    def open(self, folder: Path, prepare: Callable[[], object] | None = None, words: Words = "") -> None:
        """`prepare` makes the office, by the same thread, before it is opened."""
        if folder == self._here():
            self.elsewhere.emit()
            return
        self._folder = folder
        self._again = partial(self.open, folder, prepare, words)
        self.waiting.emit(words or Message("Opening {office} …", office=folder.stem))
        self._loader.load(folder, prepare)

    def try_again(self) -> None:
        self._again()

    def open_other(self) -> None:
        folder = ask.folder(Message("Choose the folder of the office; its name ends in .ayil"))
        if folder:
            self.open(folder)

    def open_sample(self, name: str) -> None:
        """Made at the first look; later looks open the same one, with what was changed in it."""
        folder = errands.sample_folder(name)
        if folder.exists():
            self.open(folder)
        else:
            self._make(folder, partial(self._errands.make_sample, name, folder))

    def make_new(self) -> None:
        name = ask.text(Message("What is the village administration called?"))
        parent = self._ask_where(name) if name else None
        if name and parent:
            folder = errands.office_folder(parent, name)
            self._make(folder, partial(self._errands.make_office, name, folder))

    def bring_in(self) -> None:
        """An office that was exported on another computer."""
        source = ask.open_file(Message("Choose the file that was exported"), (EXPORTED, ask.ANY))
        parent = self._ask_where(source.stem) if source else None
        if source and parent:
            folder = errands.office_folder(parent, source.stem)
            self._make(folder, partial(self._errands.import_office, source, folder))

    def take_out(self) -> None:
        """Everything of the open office, as one file for another computer."""
        here = self._here()
        if here is None:
            return
        target = ask.save_file(Message("Where shall the file be written?"), f"{here.stem}.json", (EXPORTED,))
        if target:
            background.run(
                partial(self._errands.export_office, here, target),
                title=Message("Writing {file}", file=target.name),
                done=lambda _: notice.done(Message("Everything of this office is in {file}.", file=str(target))),
                owner=self,
            )

    def check(self) -> None:
        """Whether the open office is whole."""
        here = self._here()
        if here:
            background.run(
                partial(self._errands.check_office, here),
                title=Message("Checking {office}", office=here.stem),
                done=_tell_found,
                owner=self,
            )

    def _ask_where(self, name: str) -> Path | None:
        """Documents, or a folder that the user chooses."""
        usual = errands.home()
        chosen = ask.choose(
            Message("Where shall the office be kept?"),
            (Message("In {folder}", folder=str(usual)), Message("In another folder…")),
            detail=Message("Everything of {office} lies in one folder, which can be copied as a whole.", office=name),
        )
        return (
            usual if chosen == 0 else ask.folder(Message("In which folder shall it be kept?")) if chosen == 1 else None
        )

    def _make(self, folder: Path, make: Callable[[], object]) -> None:
        def prepare() -> None:
            # The thread has loaded the store by now; before the first frame it would be too much.
            from ayil_desktop.store import faults

            with faults.of_files(folder):
                folder.parent.mkdir(parents=True, exist_ok=True)
            make()

        self.open(folder, prepare, Message("Making {office} …", office=folder.stem))

    def _came(self, future: Future[Opened]) -> None:
        problem = future.exception()
        if problem is None:
            # A second try must not make it a second time.
            self._again = partial(self.open, self._folder)
            remembered.opened(self._folder)
            self.opened.emit(future.result())
        elif isinstance(problem, AlreadyOpen) and second_start.ring(self._folder):
            self.elsewhere.emit()
        elif isinstance(problem, StoreTrouble):
            self.troubled.emit(problem.message)
        elif isinstance(problem, Refused):
            self.troubled.emit(problem.reason)
        else:
            self.troubled.emit(_MISTAKE)
            raise problem


def _tell_found(found: Sequence[Message]) -> None:
    if not found:
        notice.done(Message("The office was checked: its files are whole and its seals unbroken."))
    for fault in found[:FAULTS]:
        notice.warning(fault)
    if len(found) > FAULTS:
        left = len(found) - FAULTS
        notice.warning(Counted("{count} more fault was found.", "{count} more faults were found.", left))
