"""How is one person's vote asked for in a form?"""

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.choices import VOTE_NAMES, Vote
from ayil_desktop.widgets import style
from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.labels import Words

DID_NOT_VOTE = "did not vote"
_ANSWERS: dict[Vote | str, Message] = dict(VOTE_NAMES.items())
_ANSWERS[DID_NOT_VOTE] = Message("Did not vote")


class VoteField(Field):
    """For, against, abstained, or did not vote; its value is a Vote, DID_NOT_VOTE, or None while nobody answered."""

    def __init__(self, name: str, title: Words) -> None:
        entry = QWidget()
        self.buttons = {answer: QRadioButton(entry) for answer in _ANSWERS}
        super().__init__(name, title, entry)
        self.title.setWordWrap(True)
        row = FlowLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP)
        self._group = QButtonGroup(self)
        for button in self.buttons.values():
            button.installEventFilter(self)
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._choose)
        self.setFocusProxy(self.buttons[Vote.FOR])
        self.translate()

    def read(self) -> Vote | str | None:
        return next((answer for answer, button in self.buttons.items() if button.isChecked()), None)

    def content(self) -> Vote | str | None:
        return self.read()

    def put(self, value: Any) -> None:
        self._group.setExclusive(False)
        for answer, button in self.buttons.items():
            button.setChecked(answer == value)
        self._group.setExclusive(True)

    def translate(self) -> None:
        super().translate()
        for answer, button in self.buttons.items():
            button.setText(str(_ANSWERS[answer]))
            button.setAccessibleName(f"{self.title.text()}: {button.text()}")

    def _choose(self) -> None:
        self.touch()
        self.commit(again=True)
