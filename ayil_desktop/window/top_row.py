"""How does the user choose a subject, and where are search and language?"""

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import icons, style
from ayil_desktop.widgets.labels import tooltip
from ayil_desktop.window.search_box import SearchBox
from ayil_desktop.window.shell import Shell

NAMES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}


class LanguageSwitch(QWidget):
    """KY РУ EN; the one that is on is pressed in."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for language, short in (("ky", "KY"), ("ru", "РУ"), ("en", "EN")):
            row.addWidget(self._button(language, short))
        self.translate()

    def _button(self, language: str, short: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(short)
        button.setCheckable(True)
        button.setObjectName(language)
        button.setAccessibleName(NAMES[language])
        button.setToolTip(tooltip(NAMES[language]))
        button.clicked.connect(lambda: self.chosen.emit(language))
        self._group.addButton(button)
        return button

    def translate(self) -> None:
        for button in self._group.buttons():
            button.setChecked(button.objectName() == catalogue.current())


class TopRow(QObject):
    """Furnishes the row of the shell: icons for its tabs; search and language at the right.

    `chosen` carries the name of a subject.
    """

    chosen = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._subjects = shell.subjects
        self._row = (shell.top, shell.line)
        self.tabs = shell.tabs
        self.search = SearchBox(shell.top)
        self.languages = LanguageSwitch(shell.top)
        shell.row.addWidget(self.search, 1)
        shell.row.addWidget(self.languages)
        self.tabs.setIconSize(QSize(style.ICON, style.ICON))
        for index, subject in enumerate(self._subjects):
            self.tabs.setTabIcon(index, icons.icon(subject.icon))
        self.tabs.currentChanged.connect(lambda index: self.chosen.emit(self._subjects[index].name))

    @property
    def current(self) -> str:
        """The name of the subject in front."""
        return self._subjects[self.tabs.currentIndex()].name

    def choose(self, subject: str) -> None:
        """Bring it to the front; a name that is not in the row changes nothing."""
        for index, one in enumerate(self._subjects):
            if one.name == subject:
                self.tabs.setCurrentIndex(index)

    def step(self, by: int) -> None:
        """To the next (1) or the previous (-1) tab, round and round."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def offer(self, *, row: bool, parts: bool, usable: bool) -> None:
        """Whether the row is seen, whether tabs and search are seen in it, and whether they can be used."""
        for part in self._row:
            part.setVisible(row)
        for part in (self.tabs, self.search):
            part.setVisible(parts)
            part.setEnabled(usable)

    def translate(self) -> None:
        for index, subject in enumerate(self._subjects):
            self.tabs.setTabToolTip(
                index, tooltip(Message("{tab} (Alt+{number})", tab=subject.title, number=index + 1))
            )
