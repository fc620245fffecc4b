"""Where in a screen does the work begin for whoever comes to it by key or by click?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ayil_desktop.widgets import beginning
from ayil_desktop.widgets.empty_state import EmptyState
from ayil_desktop.widgets.record_grid import Grid


def place_in(screen: QWidget) -> QWidget:
    """Where the screen says that its work begins; in an empty one its first step."""
    begins = _proxy(screen)
    is_empty = isinstance(begins, Grid) and begins.records.rowCount() == 0
    if is_empty or not _can_be_entered(begins):
        return _first_step(screen) or (begins if _can_be_entered(begins) else _first(screen))
    return begins


def _proxy(screen: QWidget) -> QWidget:
    while (further := beginning.place_of(screen)) is not None:
        screen = further
    return screen


def _can_be_entered(place: QWidget) -> bool:
    return place.isVisible() and place.isEnabled()


def _first_step(screen: QWidget) -> QWidget | None:
    return next((step for state in screen.findChildren(EmptyState) if (step := state.step) is not None), None)


def _first(screen: QWidget) -> QWidget:
    """Whatever takes the Tab key and is seen."""
    places = screen.findChildren(QWidget)
    return next((one for one in places if one.focusPolicy() & _BY_TAB and _can_be_entered(one)), screen)


_BY_TAB = Qt.FocusPolicy.TabFocus
