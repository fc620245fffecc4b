"""How does a test type Cyrillic? QTest's own keyClicks stops the program at the first letter beyond Latin-1."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


def press_letter(widget, letter, modifiers=Qt.KeyboardModifier.NoModifier):
    """One key with its letter, as a keyboard with a Cyrillic layout sends it: first as a shortcut, then as a key."""
    key = ord(letter.upper()) if letter.isalpha() else ord(letter)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, letter))


def type_text(widget, text):
    """Letter by letter; when the first one opens a cell within the widget, the others go there."""
    for letter in text:
        focused = QApplication.focusWidget()
        press_letter(focused if focused is not None and widget.isAncestorOf(focused) else widget, letter)
