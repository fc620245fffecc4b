"""A window in which every change is kept at once, so that Enter is never the press of a button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from ayil_desktop.widgets import finishing
from ayil_desktop.widgets.keys import ENTER
from ayil_desktop.widgets.notice_beside import NoticeBeside


class PlainWindow(QDialog):
    """Qt would press some button of a dialog when Enter is not needed by the field; Esc still closes it."""

    clause_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        NoticeBeside(self)

    def reject(self) -> None:
        """By Esc, by its button or by its cross: what was typed and not taken is asked about first."""
        if finishing.may_leave(self):
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
