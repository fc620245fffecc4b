"""How do Qt's own dialogs and menus come to speak Kyrgyz, which Qt does not know?"""

from PySide6.QtCore import QTranslator

from ayil_desktop.language import qt_texts


class QtTranslator(QTranslator):
    """Asks our catalogue at the moment when a text is shown, so it follows every change of the language."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """None, not an empty text, where we have nothing: Qt then shows its own."""
        return qt_texts.qt_text(context, source)
