"""How do several commands stand behind one button?"""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons
from ayil_desktop.widgets.labels import Button, literal
from ayil_desktop.widgets.tab import Command


class MenuButton(Button):
    """A button with the lines of some commands."""

    def __init__(self, words: Message, sign: str, commands: Sequence[Command]) -> None:
        super().__init__(words, sign=sign)
        self._commands = commands
        self.lines = QMenu(self)
        self.setMenu(self.lines)
        self.lines.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """In the language of the screen, as far as possible now."""
        self.lines.clear()
        for command in self._commands:
            line = self.lines.addAction(literal(command.title))
            if command.icon:
                line.setIcon(icons.icon(command.icon))
            line.setEnabled(command.is_possible())
            line.triggered.connect(lambda _checked=False, run=command.run: run())
