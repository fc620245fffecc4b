"""How do small things stand beside each other and go on in the next line where there is no more room?"""

from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from ayil_desktop.widgets import style

_Line: TypeAlias = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """From left to right, then downwards; its height follows its width.

    A stretch takes what is left of its line, so that what comes after it stands at the right, in the next lines too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(style.STEP)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def addStretch(self) -> None:
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))

    def insertWidget(self, place: int, widget: QWidget) -> None:
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Put the things in their places, or only tell the height that they need."""
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            if move:
                self._put(line, rect, y)
            y += height + self.spacing() // 2
        return max(0, y - self.spacing() // 2 - rect.y())

    def _lines(self, width: int) -> list[_Line]:
        """What stands beside each other in this width."""
        lines: list[_Line] = []
        room = 0
        before: _Line = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().boundedTo(item.maximumSize()).boundedTo(QSize(width, 1_000))
            needed = size.width() + self.spacing() if size.width() else 0
            if not lines or room + size.width() > width:
                lines.append(list(before))
                room = 0
            if item.spacerItem() is not None:
                before = [(item, size)]
            lines[-1].append((item, size))
            room += needed
        return lines

    def _put(self, line: _Line, rect: QRect, y: int) -> None:
        """From the left; a stretch takes the rest."""
        things = [size.width() for _, size in line if size.width()]
        rest = max(0, rect.width() - sum(things) - self.spacing() * (len(things) - 1))
        x = rect.x()
        for item, size in line:
            if item.spacerItem() is not None:
                x, rest = x + rest, 0
            else:
                item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self.spacing()
