"""How does the user choose a subject, and where are search and language?"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QTabBar, QToolButton, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.subjects import Subject
from ayil_desktop.widgets import icons, style
from ayil_desktop.widgets.labels import tooltip
from ayil_desktop.window.search_box import SearchBox

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


class TopRow(QWidget):
    """The tabs of the subjects at the left; search and language at the right. `chosen` carries a subject's name."""

    chosen = Signal(str)

    def __init__(self, subjects: tuple[Subject, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subjects = subjects
        self.tabs = QTabBar(self)
        self.search = SearchBox(self)
        self.languages = LanguageSwitch(self)
        self._dress_tabs()
        row = QHBoxLayout(self)
        row.setContentsMargins(style.STEP, 0, style.STEP, 0)
        row.setSpacing(style.STEP)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        row.addWidget(self.search)
        row.addWidget(self.languages)
        self.translate()

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

    def offer(self, *, seen: bool, usable: bool) -> None:
        """Tabs and search; the language can be chosen in any case."""
        for part in (self.tabs, self.search):
            part.setVisible(seen)
            part.setEnabled(usable)

    def translate(self) -> None:
        for index, subject in enumerate(self._subjects):
            self.tabs.setTabText(index, str(subject.title).replace("&", "&&"))
            self.tabs.setTabToolTip(
                index, tooltip(Message("{tab} (Alt+{number})", tab=subject.title, number=index + 1))
            )
        self.tabs.setAccessibleName(str(Message("Subjects")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.answers.hide()
        self.search.setFixedWidth(max(160, min(320, event.size().width() // 4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line under the row, where the page begins."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, QColor(style.colours().line))

    def _dress_tabs(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setIconSize(QSize(style.ICON, style.ICON))
        for subject in self._subjects:
            self.tabs.addTab(icons.icon(subject.icon), "")
        self.tabs.currentChanged.connect(lambda index: self.chosen.emit(self._subjects[index].name))
