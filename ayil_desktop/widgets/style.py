"""How does every window look: style, colours, type face and distances?"""

from enum import Enum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from ayil_desktop import shipped
from ayil_desktop.widgets import palette
from ayil_desktop.widgets.palette import Colours

STEP = 8  # every distance is a multiple or a half of it, in logical pixels
BODY = 10.5  # points; resources/style/ayil.qss has the heading (14) and the large figure (28)
ICON = 18  # side of an icon beside words, in logical pixels
NARROW = 1120  # logical pixels; on a narrower screen a list beside the work gives way to it
ROW = 28  # height of a row in a table, in logical pixels


class Scheme(Enum):
    """By day or by night. Not Qt's own: when `Qt` is named PySide builds all its enumerations, a sixth of a start."""

    LIGHT = "Light"
    DARK = "Dark"


class Look(QObject):
    """Which scheme is on. `changed` comes after the colours of the application have changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.LIGHT

    @property
    def colours(self) -> Colours:
        return palette.DARK if self.scheme == Scheme.DARK else palette.LIGHT


@cache
def look() -> Look:
    """The one look of this program."""
    return Look()


def colours() -> Colours:
    """The colours that are on now."""
    return look().colours


def dress(app: QApplication, *, is_fusion: bool = False) -> None:
    """Give the application our style, face and the colours of the system, and follow the system when it changes.

    `is_fusion`: it was started with this style (`-style fusion`). To set it here PySide has to make the class QStyle,
    which takes longer than all that is asked of it before the first frame.
    """
    if not is_fusion:
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(_face())
    # The system's own colours tell as much as the name of its scheme, and without `Qt`.
    use(Scheme.DARK if app.palette().color(QPalette.ColorRole.Window).lightness() < 128 else Scheme.LIGHT)
    QGuiApplication.styleHints().colorSchemeChanged.connect(follow)


def follow(system: Enum) -> None:
    """Put on what the system has (a `Qt.ColorScheme`); where it does not say, the light colours."""
    use(Scheme.DARK if system.name == Scheme.DARK.value else Scheme.LIGHT)


def use(scheme: Scheme) -> None:
    """Put on the light or the dark colours."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("A look needs an application to put it on.")
    is_other = look().scheme is not scheme
    look().scheme = scheme
    app.setPalette(palette.qt_palette(colours()))
    if is_other:
        from PySide6.QtWidgets import QToolTip  # not before the first frame by day

        # From the first tooltip on Qt keeps a palette of its own for them.
        QToolTip.setPalette(palette.qt_palette(colours()))
    for window in app.topLevelWidgets():
        if window.styleSheet():
            window.setStyleSheet(sheet(colours()))
    look().changed.emit()


def smaller(font: QFont) -> QFont:
    """For what is said beside the words of a row: one point less."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() - 1)
    return small


def wear(window: QWidget | None) -> None:
    """Give a window the style sheet; what stands on it, and windows of which it is the parent, have it from there.

    The application has none: with one, whatever gets a parent is styled anew with all that stands on it, at every level
    while a screen is still being put together. That took four times as long as making the screen.
    """
    if window is not None and not window.styleSheet():
        window.setStyleSheet(sheet(colours()))


@cache
def sheet(colours: Colours) -> str:
    """The style sheet in these colours."""
    marks = shipped.resource("style") / ("dark" if colours is palette.DARK else "light")
    template = shipped.resource("style/ayil.qss").read_text(encoding="utf-8").replace("$marks", marks.as_posix())
    return palette.filled_in(template, colours)


def _face() -> QFont:
    """The bundled sans at body size; the system's own where none is bundled."""
    families = [family for path in _sans_files() for family in _families(str(path))]
    font = QFont(families[0]) if families else QFont(QFontInfo(QApplication.font()).family())
    font.setPointSizeF(BODY)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def _sans_files() -> list[Path]:
    return sorted(path for path in shipped.resource("fonts").glob("*.ttf") if "Sans" in path.stem)


def _families(path: str) -> list[str]:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(path))
