"""Which tab of the open office is in front, and how do all tabs follow what is changed?"""

from __future__ import annotations

import importlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.office import first_read
from ayil_desktop.store import backup, plain
from ayil_desktop.subjects import Subject
from ayil_desktop.widgets import background, stepwise
from ayil_desktop.widgets.tab import Command, Tab
from ayil_desktop.window.desk import Clock, OpenDesk
from ayil_desktop.window.due import Due
from ayil_desktop.window.search_box import Found
from ayil_desktop.window.second_start import Doorbell

if TYPE_CHECKING:
    from ayil_desktop.window.loading import Opened

MOMENT = 0.01  # seconds
SOON = 100  # milliseconds after the opening
CALM = 60_000  # milliseconds after the opening, when the user has found the place and the disk is free


class AtWork(QStackedWidget):
    """The tabs of one open office, each built when it is first needed."""

    commands_changed = Signal(list)
    """The lines that the tab in front brings into the menus."""
    rung = Signal()
    """Somebody opened this office a second time."""

    def __init__(
        self,
        opened: Opened,
        subjects: Sequence[Subject],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """`subjects`: those of the tabs, and last the one that has a window of its own."""
        super().__init__(parent)
        self.desk = desk = OpenDesk(opened.store, clock, self.wait_for_rest, self)
        self._opened = opened
        self._rest: Future[None] | None = None
        self._subjects = {subject.name: subject for subject in subjects}
        self._tabs: dict[str, Tab] = {}
        self._commands: dict[str, Sequence[Command]] = {}
        self._building: tuple[str, Iterator[None]] | None = None
        self._unfolding: dict[str, Iterator[None]] = {}
        self._wanted = ""
        # What was changed while a tab was being built, after it had read.
        self._missed: frozenset[str] = frozenset()
        self._is_folded = False
        self._bell: Doorbell | None = None
        self.due = Due(desk, subjects, self.is_built, self)
        desk.touched.connect(self._show_touched)
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.back_up)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.load_rest)
        self._soon.timeout.connect(self.hang_bell)

    @property
    def current(self) -> str:
        """The name of the subject in front."""
        return next((name for name, tab in self._tabs.items() if tab is self.currentWidget()), "")

    def subject_of(self, place: QWidget) -> str:
        """The subject on whose tab something stands; the one in front where it stands on none."""
        return next((name for name, tab in self._tabs.items() if tab.isAncestorOf(place)), self.current)

    def enter(self) -> None:
        """Put the focus into the tab in front."""
        if self.current:
            self._tabs[self.current].enter()

    @property
    def name(self) -> str:
        """The office's name, the folder's until it has one; an office with made-up people is called so."""
        with plain.reading(self.desk.store) as reading:
            office = first_read.office(reading)
        if office is None:
            return self.desk.store.folder.stem
        name = (office.name_ru if catalogue.current() == "ru" else "") or office.name_ky or self.desk.store.folder.stem
        return str(Message("{office} (practice)", office=name)) if office.is_practice else name

    @property
    def paper_language(self) -> str:
        """The language in which the office looks at its papers first."""
        with plain.reading(self.desk.store) as reading:
            return first_read.choices(reading).document_language

    @property
    def undo_step(self) -> Message | None:
        return self.desk.store.sitting.undo_step

    @property
    def redo_step(self) -> Message | None:
        return self.desk.store.sitting.redo_step

    def show_tab(self, subject: str) -> Tab:
        """Bring a subject's tab to the front."""
        self._wanted = subject
        self.tab(subject)
        return self._bring_to_front(subject)

    def _bring_to_front(self, subject: str) -> Tab:
        tab = self._tabs[subject]
        focus = QApplication.focusWidget()
        is_inside = focus is None or self.isAncestorOf(focus)
        if focus is not None and is_inside and not tab.isAncestorOf(focus):
            # Hidden with the focus in it, it would give the keys to whatever comes next in Qt's order.
            focus.clearFocus()
        self.setCurrentWidget(tab)
        if is_inside:
            tab.enter()
        self.commands_changed.emit(list(self._commands[subject]))
        return tab

    def begin(self, subject: str) -> Iterator[None]:
        """Build the first tab and show it, step by step."""
        return self._begin(self.bring(subject))

    def _begin(self, steps: Iterator[None]) -> Iterator[None]:
        yield from steps
        self._soon.start()
        self._calm.start()

    def bring(self, subject: str) -> Iterator[None]:
        """Build a tab and bring it to the front, step by step. Whoever needs it earlier has it built at once, and
        whoever goes elsewhere meanwhile stays there."""
        self._wanted = subject
        return self._bring(subject)

    def _bring(self, subject: str) -> Iterator[None]:
        if self._tabs:
            yield from _waited(self.load_rest())
        if self._tabs and subject not in self._tabs:
            wanted = self._subjects[subject]
            yield from _waited(self._opened.look_ahead((wanted.module, *wanted.later)))
        if subject not in self._tabs:
            self._building = subject, steps = subject, self._build(subject)
            for _ in steps:
                yield
            self._building = None
        if self._wanted == subject:
            self._bring_to_front(subject)
            yield from stepwise.drawn()
        for _ in self._unfolding.get(subject, ()):
            yield

    def is_built(self, subject: str) -> bool:
        """Whether a tab is there, to be shown at once."""
        return subject in self._tabs

    def tab(self, subject: str) -> Tab:
        """The tab of a subject, built now if it was not before."""
        if self._building:
            begun, steps = self._building
            self._building = None
            deque(steps, maxlen=0)
            if begun == subject:
                deque(self._unfolding[subject], maxlen=0)
                return self._tabs[subject]
        if subject not in self._tabs:
            self.wait_for_rest()
            deque(self._build(subject), maxlen=0)
        deque(self._unfolding[subject], maxlen=0)
        return self._tabs[subject]

    def new_screen(self, subject: str) -> Tab:
        """A new screen of a subject, for a window of its own."""
        self.wait_for_rest()
        screen = self._made(subject)
        screen.fill_at_once()
        return screen

    def _made(self, subject: str, parent: QWidget | None = None) -> Tab:
        screen: Tab = importlib.import_module(self._subjects[subject].module).Tab(self.desk, parent)
        return screen

    def _build(self, subject: str) -> Iterator[None]:
        self._missed = frozenset()
        # Whoever moves to another parent is styled anew, with all that stands on it.
        tab = self._made(subject, self)
        try:
            yield
            yield from tab.fill()
            yield
            yield from stepwise.style_all(tab)
            yield
        except BaseException:
            # Where the office is left meanwhile it is gone already.
            if shiboken6.isValid(tab):
                tab.deleteLater()
            raise
        tab.fold_side(self._is_folded)
        self.addWidget(tab)
        self._commands[subject] = tab.commands()
        self._tabs[subject] = tab
        self._unfolding[subject] = tab.unfold()
        if self._missed:
            tab.show_touched(self._missed)

    def fold_side(self, folded: bool) -> None:
        self._is_folded = folded
        for tab in self._tabs.values():
            tab.fold_side(folded)

    def search(self, text: str) -> list[Found]:
        """What every subject finds. Tabs that were not shown yet are built for it: a search asks the whole office."""
        *subjects, _settings = self._subjects.values()
        return [
            Found(hit, subject.name, subject.title, subject.icon)
            for subject in subjects
            for hit in self.tab(subject.name).hits(text)
        ]

    def load_rest(self) -> Future[None]:
        """What changes the office, and then the other subjects, by a thread, once the first tab is on the screen; done
        when it may be changed."""
        self._rest = self._rest or self._opened.load_rest()
        return self._rest

    def wait_for_rest(self) -> None:
        """Whoever changes something, or wants another tab, before they are loaded, waits for them and sees it."""
        rest = self.load_rest()
        if not rest.done():
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                wait((rest,))
            finally:
                QApplication.restoreOverrideCursor()
        rest.result()

    @property
    def listens(self) -> bool:
        """Whether a second start would be heard."""
        return self._bell is not None

    def hang_bell(self) -> None:
        """From now on a second start of this office brings this window to the front."""
        self._bell = Doorbell(self.desk.store.folder, self)
        self._bell.rung.connect(self.rung)

    def back_up(self) -> None:
        """A checked copy of what was changed since the last one, beside the screen."""
        store = self.desk.store
        background.run(
            lambda: backup.backup(store) if backup.is_due(store) else None,
            title=Message("Backing up"),
            done=lambda _kept: None,
            owner=self,
        )

    def leave(self) -> None:
        """Close the office; nothing is asked of its tabs after this."""
        # Also one that is still being built.
        for tab in self.findChildren(Tab):
            tab.leave()
        self._opened.wait()
        self._soon.stop()
        self._calm.stop()
        self.due.rest()
        if self._bell:
            self._bell.close()
        background.shut_down()
        self.desk.store.close()

    def _show_touched(self, touched: frozenset[str]) -> None:
        self._missed |= touched
        for tab in self._tabs.values():
            tab.show_touched(touched)
        self.due.look_again()


def _waited(future: Future[None]) -> Iterator[None]:
    """Steps until the thread has done it."""
    while not future.done():
        wait((future,), MOMENT)
        yield
    future.result()
