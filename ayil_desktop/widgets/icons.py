"""How does an icon get the colours of the window it stands in?

The line icons of Lucide lie in resources/icons/ as SVG drawn in `currentColor`; they are drawn at the size and in the
colour of the moment, so that nothing has to be set again when the window goes from light to dark.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from ayil_desktop import shipped
from ayil_desktop.widgets import style


@cache
def icon(name: str, ink: str = "text") -> QIcon:
    """The icon of resources/icons/<name>.svg in one of the colours of `palette.Colours`, by its name there.

    An icon that does not exist raises FileNotFoundError at once, not when it is drawn.
    """
    _drawing(name)
    return QIcon(_engine(name, ink))


def paint(painter: QPainter, rect: QRect, name: str, ink: str = "text") -> None:
    """Draw it into the square in the middle of `rect`."""
    icon(name, ink).paint(painter, rect)


@cache
def _drawing(name: str) -> str:
    return shipped.resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def _engine(name: str, ink: str) -> "_Tinted":
    engine = _Tinted(name, ink)
    _engines.append(engine)
    return engine


class _Tinted(QIconEngine):
    """Draws one SVG in the colours that are on when it is drawn."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        # Not asked of the device: for that PySide makes every class on which one can paint, a twentieth of a start.
        scale = painter.deviceTransform().m11()
        painter.drawPixmap(square, self._drawn(square.size(), scale, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._drawn(size, 1.0, mode)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._drawn(size, scale, mode)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def clone(self) -> QIconEngine:
        return _engine(self._name, self._ink)

    def _drawn(self, size: QSize, scale: float, mode: QIcon.Mode) -> QPixmap:
        """`size` is in logical pixels. In a size that is wider than high the icon stands at the left: the rest is the
        distance to the words beside it, for which style sheets have no other means."""
        colour: str = getattr(style.colours(), "disabled" if mode == QIcon.Mode.Disabled else self._ink)
        key = f"ayil:{self._name}:{colour}:{size.width()}:{size.height()}:{scale}"
        known = QPixmap()
        if not QPixmapCache.find(key, known):
            known = _draw(_drawing(self._name).replace("currentColor", colour), size, scale)
            QPixmapCache.insert(key, known)
        return known


def _draw(drawing: str, size: QSize, scale: float) -> QPixmap:
    drawn = size * scale
    if drawn.isEmpty():
        # A button that is squeezed to nothing for a moment asks for it; Qt cannot paint on nothing.
        return QPixmap()
    side = min(size.width(), size.height())
    pixels = QPixmap(drawn)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side * scale, side * scale))
    painter.end()
    pixels.setDevicePixelRatio(scale)
    return pixels


# Kept for good: Qt draws through the Python half of an engine, which nothing else would hold.
_engines: list[_Tinted] = []
