"""How does a whole window change its language without a restart?"""

from PySide6.QtWidgets import QWidget


def translate(root: QWidget) -> None:
    """Call `translate()` on the widget and on everything below it that has one, the outer before the inner."""
    for widget in (root, *root.findChildren(QWidget)):
        retranslate = getattr(widget, "translate", None)
        if callable(retranslate):
            retranslate()
