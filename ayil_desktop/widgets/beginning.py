"""At which of its parts does a screen take the focus, without losing the others from the way of the Tab key?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


def begin_at(screen: QWidget, place: QWidget) -> None:
    """Focus given to the screen goes to that place.

    With Qt's focus proxy the Tab key would jump there whenever it came past the screen: over all that stands before
    that place, back from what stands behind it, and even where it is hidden.
    """
    leading = _of(screen)
    if leading is None:
        _Leading(screen, place)
    else:
        leading.place = place


def place_of(screen: QWidget) -> QWidget | None:
    """Where the screen leads to, by `begin_at` or by a focus proxy."""
    leading = _of(screen)
    return leading.place if leading is not None else screen.focusProxy()


def _of(screen: QWidget) -> _Leading | None:
    return next((one for one in screen.children() if isinstance(one, _Leading)), None)


class _Leading(QObject):
    def __init__(self, screen: QWidget, place: QWidget) -> None:
        super().__init__(screen)
        self.place = place
        screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.place.setFocus(event.reason())
        return False
