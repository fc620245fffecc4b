"""How do agenda, matter and hall share the screen of a session?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ayil_desktop.widgets import style


def side_by_side(agenda: QWidget, matter: QWidget, hall: QWidget) -> QSplitter:
    """Three columns whose borders can be moved; the matter takes the room that is left."""
    parts = QSplitter(Qt.Orientation.Horizontal)
    for part, stretch in ((agenda, 0), (matter, 1), (hall, 0)):
        parts.addWidget(part)
        parts.setStretchFactor(parts.count() - 1, stretch)
    parts.setChildrenCollapsible(False)
    parts.setSizes([style.STEP * 26, style.STEP * 70, style.STEP * 42])
    agenda.setMinimumWidth(style.STEP * 20)
    matter.setMinimumWidth(style.STEP * 46)
    hall.setMinimumWidth(style.STEP * 32)
    for part, sides in ((agenda, (0, 1)), (matter, (1, 1)), (hall, (1, 0))):
        part.setContentsMargins(sides[0] * style.STEP, 0, sides[1] * style.STEP, 0)
    return parts


def column(*parts: QWidget, grows: QWidget | None = None) -> QWidget:
    """Under each other; one of them takes the room that is left."""
    whole = QWidget()
    stack = QVBoxLayout(whole)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(style.STEP)
    for part in parts:
        stack.addWidget(part, int(part is grows))
    return whole


def stack_of(column: QWidget) -> QVBoxLayout:
    """Where a part that is made later goes into a column."""
    stack = column.layout()
    if not isinstance(stack, QVBoxLayout):
        raise TypeError("a column has its parts under each other")
    return stack
