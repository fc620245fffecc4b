"""How does a whole window change its language without a restart?"""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


def translate(root: QWidget) -> None:
    """Call `translate()` on the widget and on everything below it that has one, the outer before the inner; the signs
    within lines of text come last."""
    for part in (root, *root.findChildren(QWidget), *root.findChildren(QAction)):
        retranslate = getattr(part, "translate", None)
        if callable(retranslate):
            retranslate()
