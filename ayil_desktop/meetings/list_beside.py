"""How do the list of meetings and what is looked at share the room?"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ayil_desktop.widgets import style
from ayil_desktop.widgets.folding import SidePanel

_LIST_WIDTH = style.STEP * 39


class ListBeside(QSplitter):
    """The list at the left. On a narrow screen it gives way while `is_wide` says so, and comes back afterwards."""

    def __init__(self, screen: QWidget, side: SidePanel, main: QWidget, is_wide: Callable[[], bool]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._screen, self._side, self._is_wide = screen, side, is_wide
        self._made_room = False
        self.addWidget(side)
        self.addWidget(main)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self._share_room(side.is_folded)
        side.folded.connect(self._share_room)

    def fold(self, folded: bool) -> None:
        """As the user wants it."""
        self._side.fold(folded)
        if not self._screen.isVisible():
            self._made_room = False
            self.make_room()

    def make_room(self) -> None:
        """For what is looked at now."""
        if self._is_wide() and self._screen.width() < style.NARROW:
            if not self._made_room and not self._side.is_folded:
                self._made_room = True
                self._side.fold(True)
        elif self._made_room:
            self._made_room = False
            self._side.fold(False)

    def _share_room(self, folded: bool) -> None:
        """What the list gives up goes to the meeting."""
        whole = max(self._screen.width(), _LIST_WIDTH * 2)
        left = self._side.maximumWidth() if folded else _LIST_WIDTH
        self.setSizes([left, whole - left])
