"""What does the menu of a table offer, by right click or by the menu key?"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.record_grid import Grid


class TableMenu(QObject):
    """Cut, copy, paste, the order of the current column, and what a screen adds for its rows."""

    def __init__(self, grid: Grid, sort: Callable[[bool | None], None]) -> None:
        super().__init__(grid)
        self._grid = grid
        self._sort = sort
        self._own: list[tuple[Words, str, Callable[[], object]]] = []
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(self._open)

    def add(self, words: Words, run: Callable[[], object], *, sign: str = "") -> None:
        """A line for the row that is current; it stands above the others."""
        self._own.append((words, sign, run))

    def build(self) -> QMenu:
        """The menu in the language of the screen."""
        menu = QMenu(self._grid)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, sign, run in self._own:
            self._line(menu, words, sign, run)
        menu.addSeparator()
        self._line(menu, Message("Cut"), "scissors", self._grid.cut, "Ctrl+X")
        self._line(menu, Message("Copy"), "copy", self._grid.copy, "Ctrl+C")
        self._line(menu, Message("Paste"), "clipboard-paste", self._grid.paste, "Ctrl+V")
        menu.addSeparator()
        self._line(menu, Message("Sort in ascending order"), "arrow-down", lambda: self._sort(False))
        self._line(menu, Message("Sort in descending order"), "arrow-up", lambda: self._sort(True))
        self._line(menu, Message("Order as entered"), "", lambda: self._sort(None))
        return menu

    def _line(self, menu: QMenu, words: Words, sign: str, run: Callable[[], object], keys: str = "") -> QAction:
        line = menu.addAction(f"{words}\t{keys}" if keys else str(words))
        if sign:
            line.setIcon(icons.icon(sign))
        line.triggered.connect(lambda: run())
        return line

    def _open(self, place: QPoint) -> None:
        self.build().popup(self._grid.viewport().mapToGlobal(place))
