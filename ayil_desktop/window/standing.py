"""How does a window beside the work come to the front where another one waits for an answer?"""

from PySide6.QtWidgets import QApplication, QWidget


def come_forward(window: QWidget) -> None:
    """Show it and give it the keys. A window that waits for an answer holds up all others but those before it."""
    window.show()
    front, behind = (
        window.windowHandle(),
        (QApplication.activeModalWidget() or window.parentWidget() or window).window(),
    )
    if behind is not window:
        front.setTransientParent(behind.windowHandle())
    window.raise_()
    window.activateWindow()
