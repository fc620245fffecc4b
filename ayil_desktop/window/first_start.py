"""What does a user see who has no office yet?"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.widgets import style
from ayil_desktop.widgets.labels import Label, Sign
from ayil_desktop.window.top_row import NAMES

WIDTH = 560  # of the column in the middle, in logical pixels

SAMPLE, NEW, RESTORE = "sample-chet-nura", "new", "import"
CHOICES = (
    (
        SAMPLE,
        "book-open",
        Message("Look at the sample"),
        Message("The real documents of Chet-Nura. Change what you like: nobody's work is in it."),
    ),
    (
        NEW,
        "plus",
        Message("Make a new office"),
        Message("Your own village administration. It is kept in one folder on this computer."),
    ),
    (
        RESTORE,
        "usb",
        Message("Restore from a USB stick"),
        Message("The file that was written with “Export everything” in another computer."),
    ),
)


class FirstStart(QWidget):
    """Three large choices and the language; `chosen` carries the name of a line of the File menu."""

    chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages = {language: self._language(language, name) for language, name in NAMES.items()}
        self.choices = {name: Choice(icon, title, detail, self) for name, icon, title, detail in CHOICES}
        for name, choice in self.choices.items():
            choice.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
        self._lay_out()
        self.setFocusProxy(self.choices[SAMPLE])
        self.translate()

    def translate(self) -> None:
        for language, button in self.languages.items():
            button.setChecked(language == catalogue.current())

    def _language(self, language: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(name)
        button.setCheckable(True)
        button.setProperty("words", True)
        button.clicked.connect(lambda: self.language_chosen.emit(language))
        return button

    def _lay_out(self) -> None:
        languages = QHBoxLayout()
        languages.addStretch()
        for button in self.languages.values():
            languages.addWidget(button)
        languages.addStretch()
        column = QVBoxLayout()
        column.setSpacing(style.STEP * 2)
        column.addLayout(languages)
        column.addSpacing(style.STEP * 2)
        for choice in self.choices.values():
            column.addWidget(choice)
        page = QVBoxLayout(self)
        page.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addLayout(column)
        middle.addStretch()
        page.addLayout(middle)
        page.addStretch(2)


class Choice(QPushButton):
    """A large button: an icon, a title, and a sentence about it."""

    def __init__(self, icon: str, title: Message, detail: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = (title, detail)
        parts = (Sign(icon, "accent", side=32), Label(title, say="heading"), Label(detail, say="muted", wraps=True))
        words = QVBoxLayout()
        words.setSpacing(style.STEP // 2)
        words.addWidget(parts[1])
        words.addWidget(parts[2])
        row = QHBoxLayout(self)
        row.setContentsMargins(*(style.STEP * 2,) * 4)
        row.setSpacing(style.STEP * 2)
        row.addWidget(parts[0])
        row.addLayout(words, 1)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(WIDTH)
        self.translate()

    def sizeHint(self) -> QSize:
        """As high as its words need at the fixed width."""
        layout = self.layout()
        return QSize(WIDTH, layout.heightForWidth(WIDTH) if layout else 0)

    def translate(self) -> None:
        title, detail = self._said
        self.setAccessibleName(str(title))
        self.setAccessibleDescription(str(detail))
        self.updateGeometry()
