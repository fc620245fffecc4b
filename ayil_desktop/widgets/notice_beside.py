"""How is a notice answered while a window keeps the user from the bar of the main one?"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ayil_desktop.widgets import notice
from ayil_desktop.widgets.notice_bar import NoticeBar


class NoticeBeside(QObject):
    """Puts a bar at the top of the window when something is told while it must be answered first; F8 goes there."""

    def __init__(self, window: QDialog) -> None:
        super().__init__(window)
        self._window = window
        self._bar: NoticeBar | None = None
        notice.board().told.connect(self._show)

    def _show(self, _told: object) -> None:
        stack = self._window.layout()
        if self._bar is None and self._window.isVisible() and self._window.isModal() and isinstance(stack, QVBoxLayout):
            self._bar = NoticeBar()
            stack.insertWidget(0, self._bar)
            QShortcut(QKeySequence(Qt.Key.Key_F8), self._window).activated.connect(self._bar.enter)
