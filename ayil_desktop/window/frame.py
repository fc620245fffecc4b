"""What does the main window hold, and which of its pages is seen?

It is made when the first frame is on the screen, and still before the store is loaded: what it imports at its top knows
neither the database nor any subject. `at_work` brings them once an office is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.store.trouble import StoreTrouble
from ayil_desktop.subjects import SETTINGS, Subject
from ayil_desktop.widgets import notice
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.notice_bar import NoticeBar
from ayil_desktop.window import remembered
from ayil_desktop.window.asides import Asides
from ayil_desktop.window.door import Door
from ayil_desktop.window.errands import Errands
from ayil_desktop.window.first_start import FirstStart
from ayil_desktop.window.menus import NEEDS_OFFICE, Menus
from ayil_desktop.window.opening_page import OpeningPage
from ayil_desktop.window.shell import PROGRAM, Shell
from ayil_desktop.window.status_line import StatusLine
from ayil_desktop.window.top_row import TopRow
from ayil_desktop.window.trouble_page import TroublePage

if TYPE_CHECKING:
    from ayil_desktop.printing.document import Document
    from ayil_desktop.window.at_work import AtWork
    from ayil_desktop.window.loading import Opened

UNDO, REDO = Message("Undo"), Message("Redo")


class Frame(QObject):
    """Furnishes the shell, and shows in it what the door brings."""

    first_chosen = Signal(str)
    """A line of the File menu, on the page of the first start."""
    language_chosen = Signal(str)

    def __init__(
        self, shell: Shell, errands: Errands, *, settings: Subject = SETTINGS, clock: Callable[[], date] = date.today
    ) -> None:
        super().__init__(shell)
        self.shell = shell
        self.work: AtWork | None = None
        self.settings = settings
        self._clock = clock
        # The window answers between the steps in which the first tab is built.
        self._steps: Iterator[None] = iter(())
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._go_on)
        soon = [one for one in (*shell.subjects, settings) if not one.is_rare]
        self.door = Door(errands, [(one.module, *one.later) for one in soon], lambda: self.folder, self)
        self.menus = Menus(shell.titles, self.finish_typing)
        self.top = TopRow(shell)
        self.notices = NoticeBar()
        self.pages = QStackedWidget()
        self.opening, self.trouble = OpeningPage(), TroublePage()
        self.status = StatusLine()
        self.asides = Asides(shell)
        self._furnish()
        self._join()
        self.show_page(self.opening)
        self.translate()

    @property
    def folder(self) -> Path | None:
        """None while no office is open."""
        return self.work.desk.store.folder if self.work else None

    @cached_property
    def first_start(self) -> FirstStart:
        """Most starts have an office to open and never show it."""
        page = FirstStart()
        page.chosen.connect(self.first_chosen)
        page.language_chosen.connect(self.language_chosen)
        self.pages.addWidget(page)
        return page

    def show_first_start(self) -> None:
        """No office is open and none was."""
        self.show_page(self.first_start)
        self.first_start.setFocus()
        self.door.warm()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front; tabs, search and the status line belong to an open office."""
        self.pages.setCurrentWidget(page)
        is_at_work = page is self.work
        is_begun = not isinstance(page, FirstStart)
        self.top.offer(row=is_begun, parts=page is not self.trouble, usable=is_at_work)
        self.status.setVisible(is_begun)
        if not is_at_work:
            self.status.clearMessage()
        self.menus.offer(NEEDS_OFFICE, is_at_work)
        self.name_steps()

    def show_tab(self, subject: str) -> None:
        """Bring a subject to the front; where it cannot be read, the one before stays."""
        if self.work is None or subject == self.work.current:
            return
        try:
            if self.finish_typing():
                self.work.show_tab(subject)
        except StoreTrouble as trouble:
            notice.trouble(trouble.message)
        self.top.choose(self.work.current)

    def choose_tab(self, subject: str) -> None:
        """The same by a click: a tab that was not shown before comes step by step."""
        if self.work is None:
            return
        if self._step.isActive() and subject == self.work.current:
            # Back before the other one came.
            self.work.show_tab(subject)
        elif self.work.is_built(subject) or self._step.isActive():
            self.show_tab(subject)
        elif self.finish_typing():
            self._steps = self._bring(self.work, self.work.bring(subject))
            self._step.start()
        else:
            self.top.choose(self.work.current)

    def go_to(self, subject: str, record: str) -> None:
        """To one record, wherever it stands."""
        if self.work:
            self.show_tab(subject)
            self.work.tab(subject).go_to(record)

    def name_steps(self) -> None:
        """Write into the Edit menu what would be undone and redone."""
        undo = self.work.undo_step if self.work else None
        redo = self.work.redo_step if self.work else None
        self.menus.name_step("undo", Message("Undo “{step}”", step=undo) if undo else UNDO, undo is not None)
        self.menus.name_step("redo", Message("Redo “{step}”", step=redo) if redo else REDO, redo is not None)

    def come_forward(self) -> None:
        """Somebody opened this office a second time."""
        state = self.shell.windowState() & ~Qt.WindowState.WindowMinimized
        self.shell.setWindowState(state | Qt.WindowState.WindowActive)
        self.shell.show()
        self.shell.raise_()
        self.shell.activateWindow()

    def translate(self) -> None:
        """What no widget of its own keeps in the language of the screen."""
        self.top.translate()
        self.menus.translate()
        self.name_steps()
        self._name_window()

    def finish_typing(self) -> bool:
        """Keep what stands half typed in a field; False where a rule says no to it, which is said there."""
        if self.work is None:
            return True
        # It knows tables and fields, which are loaded with the first tab.
        from ayil_desktop.widgets import finishing

        return finishing.finish_typing()

    def may_leave(self) -> bool:
        """Before the office is left: what was typed and not taken is asked about, not lost in silence."""
        if self.work is None:
            return True
        # It knows tables and fields, which are loaded with the first tab.
        from ayil_desktop.widgets import finishing

        return finishing.may_leave(self.shell, self._bring_page_of)

    def _bring_page_of(self, place: QWidget) -> None:
        if self.work:
            self.show_tab(self.work.subject_of(place))

    def leave_office(self) -> None:
        """Close the open office, if there is one."""
        self.asides.leave_office()
        self._step.stop()
        work, self.work = self.work, None
        if work:
            self.pages.removeWidget(work)
            work.leave()
            work.deleteLater()
        self.menus.show_commands([])
        self.status.begin()
        self._name_window()

    def _enter_office(self, opened: Opened) -> None:
        self.leave_office()
        self.work = work = opened.at_work.AtWork(opened, (*self.shell.subjects, self.settings), self._clock)
        desk = work.desk
        work.commands_changed.connect(self.menus.show_commands)
        work.rung.connect(self.come_forward)
        desk.saved.connect(self._show_saved)
        desk.touched.connect(self._show_touched)
        desk.said.connect(self.status.pass_word)
        desk.clause_asked.connect(self.asides.show_clause)
        desk.preview_asked.connect(self._show_preview)
        desk.went.connect(self.go_to)
        desk.duties_changed.connect(self.status.show_duties)
        work.fold_side(remembered.side_is_folded())
        self.pages.addWidget(work)
        self.top.search.ask(work.search)
        self.show_page(work)
        self._name_window()
        self.top.choose(self.shell.subjects[0].name)
        self._steps = self._begin(work, work.begin(self.shell.subjects[0].name))
        self._step.start()

    def _begin(self, work: AtWork, steps: Iterator[None]) -> Iterator[None]:
        """The first tab; StoreTrouble where the office cannot be read."""
        yield from steps
        work.enter()
        self.shell.usable.emit()

    def _bring(self, work: AtWork, steps: Iterator[None]) -> Iterator[None]:
        """A tab that was not shown before; where it cannot be read, the one before stays."""
        try:
            yield from steps
        except StoreTrouble as trouble:
            notice.trouble(trouble.message)
        self.top.choose(work.current)

    def _go_on(self) -> None:
        """One step further with the tab that is being built."""
        if next(self._steps, self) is self:
            self._step.stop()

    def _may_close(self) -> bool:
        if not self.may_leave():
            return False
        self.leave_office()
        return True

    def _show_trouble(self, words: Words) -> None:
        """On a page of its own where no office is open; beside the office that is open otherwise."""
        if self.work:
            self.show_page(self.work)
            notice.trouble(words)
        else:
            self.trouble.show_trouble(words)
            self.show_page(self.trouble)

    def _look_for_duties(self) -> None:
        if self.work:
            self.work.due.look()

    def _show_elsewhere(self) -> None:
        """The office has its window already; this one has nothing to show unless it has an office itself."""
        if self.work:
            self.show_page(self.work)
        else:
            self.shell.close()

    def _wait(self, words: Words) -> None:
        self.opening.show_words(words)
        self.show_page(self.opening)

    def _show_saved(self, done: Message) -> None:
        self.status.show_saved(datetime.now(), done)
        self.name_steps()

    def _show_preview(self, make: Callable[[str], Document], name: str) -> None:
        if self.work:
            self.asides.show_preview(make, name, self.work.paper_language)

    def _show_touched(self, touched: frozenset[str]) -> None:
        if "office" in touched:
            self._name_window()

    def _name_window(self) -> None:
        name = self.work.name if self.work else ""
        # Qt would put a star there for a changed file, or nothing.
        shown = name.replace("[*]", "[*][*]")
        self.shell.setWindowTitle(f"{shown} – {PROGRAM}" if name else PROGRAM)
        self.status.show_office(name)

    def _join(self) -> None:
        self.shell.may_close = self._may_close
        self.door.waiting.connect(self._wait)
        self.door.opened.connect(self._enter_office)
        self.door.troubled.connect(self._show_trouble)
        self.door.elsewhere.connect(self._show_elsewhere)
        self.door.settled.connect(self._look_for_duties)
        self.trouble.try_again.connect(self.door.try_again)
        self.trouble.open_another.connect(self.door.open_other)
        self.trouble.begin.connect(self.show_first_start)
        self.top.chosen.connect(self.choose_tab)
        self.top.search.chosen.connect(self.go_to)
        self.status.duty_chosen.connect(self.go_to)

    def _furnish(self) -> None:
        for page in (self.opening, self.trouble):
            self.pages.addWidget(page)
        self.shell.column.replaceWidget(self.shell.blank, self.pages)
        self.shell.blank.deleteLater()
        self.shell.column.insertWidget(self.shell.column.indexOf(self.pages), self.notices)
        self.shell.setStatusBar(self.status)
