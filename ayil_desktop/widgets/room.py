"""How do the parts of these screens share the room, also where there is little of it?"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ayil_desktop.widgets import style
from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.form import Form

_FORM = style.STEP * 44
TEXTS = style.STEP * 88  # a form of long texts
_DATE = style.STEP * 15


def scrolled(content: QWidget) -> QScrollArea:
    """It scrolls where the window is lower than what it holds; it is not narrower than that, within reason."""
    area = _Scrolled()
    # It follows the focus; itself it would be a stop without a name on the way of the Tab key.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setVerticalScrollBar(_Bar())
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    # Otherwise Qt asks at once how large it would like to be, and styles all of it for that.
    content.resize(_FORM, style.ROW * 3)
    area.setWidget(content)
    return area


def lowered(content: QWidget) -> QScrollArea:
    """A whole screen that would rather scroll than make the window higher than the desk of the secretary."""
    area = QScrollArea()
    # It follows the focus; itself it would be a stop without a name on the way of the Tab key.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(_Least(content))
    return area


def beside(
    place: QWidget, form: QWidget, rest: QWidget, *, widest: int = _FORM, shares: tuple[int, int] = (3, 4)
) -> None:
    """A form of at most that width at the left, and what belongs to it at its right; they share the rest so."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(style.STEP // 2, 0, style.STEP * 2, 0)
    column.addWidget(form)
    area = scrolled(inner)
    area.setMaximumWidth(widest)
    row = QHBoxLayout(place)
    row.setContentsMargins(0, style.STEP, 0, 0)
    row.setSpacing(style.STEP * 2)
    row.addWidget(area, shares[0])
    row.addWidget(rest, shares[1])


def parted(above: QWidget, below: QWidget) -> QSplitter:
    """Two things under each other; the line between them can be moved."""
    parts = QSplitter(Qt.Orientation.Vertical)
    for part in (above, below):
        margins = QWidget()
        stack = QVBoxLayout(margins)
        stack.setContentsMargins(0, style.STEP if part is below else 0, 0, 0 if part is below else style.STEP)
        stack.addWidget(part)
        parts.addWidget(margins)
    parts.setStretchFactor(0, 1)
    parts.setChildrenCollapsible(False)
    return parts


def narrow(field: Field) -> Form:
    """A form of one short field with its title beside it, no wider than it has to be."""
    form = Form(titles_beside=True)
    form.add(field)
    field.entry.setFixedWidth(_DATE)
    form.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
    return form


class Pages(QStackedWidget):
    """Pages of which one is seen; the others ask for no room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()


class _Bar(QScrollBar):
    """Keeps its room where there is nothing to scroll: a bar that comes and goes makes wrapped words higher and lower,
    and Qt changes its mind about it until the stack is full."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.minimum() < self.maximum():
            super().paintEvent(event)


class _Scrolled(QScrollArea):
    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        if content is None:
            return super().minimumSizeHint()
        wanted = max(content.minimumWidth(), content.minimumSizeHint().width())
        return QSize(min(wanted + self.verticalScrollBar().sizeHint().width(), _FORM), style.ROW * 3)


class _Least(QWidget):
    """Fills itself with its content and asks for the least room that this needs.

    A layout would ask for the room that its wrapped words would like, and the area around would scroll for it.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)
        content.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._content.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False
