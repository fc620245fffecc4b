"""Which windows stand beside the work: clauses, help, history, settings, the preview of a document?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.subjects import Subject
from ayil_desktop.widgets import style
from ayil_desktop.window import standing

if TYPE_CHECKING:
    from ayil_desktop.printing.document import Document
    from ayil_desktop.widgets.tab import Tab
    from ayil_desktop.window.at_work import AtWork
    from ayil_desktop.window.clause_window import ClauseWindow
    from ayil_desktop.window.help_window import HelpWindow
    from ayil_desktop.window.history_window import HistoryWindow


class Asides(QObject):
    """Makes each window when it is first asked for; those that show an office go with it."""

    def __init__(self, shell: QWidget) -> None:
        super().__init__(shell)
        self._shell = shell
        self.clauses: ClauseWindow | None = None
        self.help: HelpWindow | None = None
        self.history: HistoryWindow | None = None
        self.settings: SettingsWindow | None = None

    def show_clause(self, clause: str = "") -> None:
        # Made when it is asked for, as all below: none of them belongs into the first frame.
        from ayil_desktop.window.clause_window import ClauseWindow

        self.clauses = self.clauses or ClauseWindow(self._shell)
        self.clauses.show_clause(clause)

    def show_help(self, page: str) -> None:
        # not in the first frame
        from ayil_desktop.window.help_window import HelpWindow

        self.help = self.help or HelpWindow(self._shell)
        self.help.show_page(page)

    def show_history(self, work: AtWork | None) -> None:
        if work is None:
            return
        # not in the first frame: it knows the store
        from ayil_desktop.window.history_window import HistoryWindow

        if self.history is None:
            self.history = HistoryWindow(work.desk.store, self._shell)
            work.desk.touched.connect(self.history.show_touched)
        self.history.bring()

    def show_preview(self, make: Callable[[str], Document], name: str, language: str) -> None:
        # not in the first frame: it draws pages
        from ayil_desktop.window.preview_window import PreviewWindow

        PreviewWindow(make, name, language, self._shell).bring()

    def show_settings(self, work: AtWork | None, settings: Subject) -> None:
        if work is None:
            return
        if self.settings is None:
            self.settings = SettingsWindow(work.new_screen(settings.name), settings.title, self._shell)
            work.desk.touched.connect(self.settings.shown.show_touched)
        self.settings.bring()

    def leave_office(self) -> None:
        """The windows that show the open office are closed."""
        for window in (self.history, self.settings):
            if window:
                window.close()
                window.deleteLater()
        self.history = self.settings = None


class SettingsWindow(QDialog):
    """A subject's screen in a window of its own. Like every screen it keeps what is entered at once."""

    def __init__(self, screen: Tab, title: Message, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.shown = screen
        self._title = title
        column = QVBoxLayout(self)
        column.setContentsMargins(*(style.STEP,) * 4)
        column.addWidget(screen)
        self.resize(960, 600)
        self.translate()

    def reject(self) -> None:
        """By Esc or by its cross: what was typed and not taken is asked about first."""
        # It knows tables and fields, which are loaded with the screen in this window.
        from ayil_desktop.widgets import finishing

        if finishing.may_leave(self):
            super().reject()

    def bring(self) -> None:
        standing.come_forward(self)

    def translate(self) -> None:
        self.setWindowTitle(str(self._title))
