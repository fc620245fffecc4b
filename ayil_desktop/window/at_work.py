"""Which tab of the open office is in front, and how do all tabs follow what is changed?"""

from collections.abc import Mapping, Sequence
from types import ModuleType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ayil_desktop.subjects import Subject
from ayil_desktop.widgets.tab import Command, Tab
from ayil_desktop.window.desk import OpenDesk
from ayil_desktop.window.search_box import Found


class AtWork(QStackedWidget):
    """The tabs of one open office, each built when it is first needed."""

    commands_changed = Signal(list)
    """The lines that the tab in front brings into the menus."""

    def __init__(
        self,
        desk: OpenDesk,
        subjects: Sequence[Subject],
        modules: Mapping[str, ModuleType],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        desk.setParent(self)
        self._subjects = subjects
        self._modules = modules
        self._tabs: dict[str, Tab] = {}
        self._commands: dict[str, Sequence[Command]] = {}
        self._is_folded = False
        desk.touched.connect(self.show_touched)

    def show_tab(self, subject: str) -> Tab:
        """Bring a subject's tab to the front."""
        tab = self.tab(subject)
        self.setCurrentWidget(tab)
        self.commands_changed.emit(list(self._commands[subject]))
        return tab

    def tab(self, subject: str) -> Tab:
        """The tab of a subject, built now if it was not before."""
        if subject not in self._tabs:
            tab: Tab = self._modules[subject].Tab(self.desk)
            tab.fold_side(self._is_folded)
            self._tabs[subject] = tab
            self._commands[subject] = tab.commands()
            self.addWidget(tab)
        return self._tabs[subject]

    def show_touched(self, touched: frozenset[str]) -> None:
        for tab in self._tabs.values():
            tab.show_touched(touched)

    def fold_side(self, folded: bool) -> None:
        self._is_folded = folded
        for tab in self._tabs.values():
            tab.fold_side(folded)

    def search(self, text: str) -> list[Found]:
        """What every subject finds. Tabs that were not shown yet are built for it: a search asks the whole office."""
        return [
            Found(hit, subject.name, subject.title, subject.icon)
            for subject in self._subjects
            for hit in self.tab(subject.name).hits(text)
        ]
