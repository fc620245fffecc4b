"""What does the user see when an office cannot be opened, and what can be done about it?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import style
from ayil_desktop.widgets.labels import Button, Label, Sign, Words

WIDTH = 560  # of the column in the middle, in logical pixels


class TroublePage(QWidget):
    """What happened, what to do, and three ways on."""

    try_again = Signal()
    open_another = Signal()
    begin = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(wraps=True)
        self.again = Button(Message("Try again"), main=True)
        self.another = Button(Message("Open another office…"))
        self.begin_anew = Button(Message("Go to the first page"))
        self.again.clicked.connect(self.try_again)
        self.another.clicked.connect(self.open_another)
        self.begin_anew.clicked.connect(self.begin)
        self._lay_out()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_trouble(self, words: Words) -> None:
        self._words.set_words(words)
        self.setAccessibleName(self._words.text())
        self.again.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        for button in (self.again, self.another, self.begin_anew):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(style.STEP)
        column.addWidget(Label(Message("This office cannot be opened"), say="heading"))
        column.addWidget(self._words)
        column.addSpacing(style.STEP)
        column.addLayout(buttons)
        self._words.setFixedWidth(WIDTH)
        row = QHBoxLayout()
        row.setSpacing(style.STEP * 2)
        row.addStretch()
        row.addWidget(Sign("triangle-alert", "due", side=32), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)
        row.addStretch()
        page = QVBoxLayout(self)
        page.addStretch(1)
        page.addLayout(row)
        page.addStretch(2)
