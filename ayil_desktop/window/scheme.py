"""Light, dark, or as the system has it?"""

from PySide6.QtGui import QGuiApplication

from ayil_desktop.widgets import style
from ayil_desktop.widgets.style import Scheme
from ayil_desktop.window import remembered

_SCHEMES = {"light": Scheme.LIGHT, "dark": Scheme.DARK}


def wear(scheme: str) -> None:
    """One of `remembered.SCHEMES`, now and when the system changes."""
    # To name `Qt` takes a sixth of a first frame; most users have the colours of their system.
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    if scheme in _SCHEMES:
        # The frames and dialogs of the system follow too, and its own changes are not followed any more.
        hints.setColorScheme(Qt.ColorScheme[_SCHEMES[scheme].value])
        style.use(_SCHEMES[scheme])
    else:
        hints.unsetColorScheme()
        style.follow(hints.colorScheme())


def choose(scheme: str) -> None:
    """Wear it, also the next time."""
    remembered.keep_scheme(scheme)
    wear(scheme)
