"""How is one of a few things chosen in a form, ticked, or left unrecorded?"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QWidget

from ayil_desktop.widgets import columns, style
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.labels import Words, literal
from ayil_desktop.widgets.long_choice import LongChoice

_LETTERS = 8  # of a choice, at least
_THREE = (True, False, None)


class ChoiceField(Field):
    """One of a list; it is committed as soon as it is chosen. A value outside the list shows nothing chosen."""

    def __init__(self, name: str, title: Words, choices: Sequence[Choice], *, hint: Words = "") -> None:
        self.list = LongChoice(_LETTERS)
        self._choices: tuple[Choice, ...] = ()
        super().__init__(name, title, self.list, hint=hint)
        self.set_choices(choices)
        self.list.activated.connect(self._choose)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Another list; the value stays where it is in it too."""
        value = self.read()
        self._choices = tuple(choices)
        self.list.clear()
        self.list.addItems([str(choice.title) for choice in self._choices])
        self.put(value)

    def read(self) -> Any:
        place = self.list.currentIndex()
        return self._choices[place].value if place >= 0 else None

    def content(self) -> int:
        return self.list.currentIndex()

    def put(self, value: Any) -> None:
        places = (place for place, choice in enumerate(self._choices) if choice.value == value)
        self.list.setCurrentIndex(next(places, -1))

    def translate(self) -> None:
        super().translate()
        for place, choice in enumerate(self._choices):
            self.list.setItemText(place, str(choice.title))

    def _choose(self) -> None:
        self.touch()
        self.commit()


class CheckField(Field):
    """A box to tick with its words beside it; its value is a bool."""

    def __init__(self, name: str, title: Words, *, hint: Words = "") -> None:
        self.box = QCheckBox()
        super().__init__(name, title, self.box, hint=hint)
        self.title.hide()
        self.box.clicked.connect(self._choose)
        self.translate()

    def read(self) -> bool:
        return self.box.isChecked()

    def content(self) -> bool:
        return self.box.isChecked()

    def put(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def put_title_beside(self, width: int) -> None:
        """Its words are in the box, which stands in the column of the entries."""
        self.setContentsMargins(width + style.STEP * 2, 0, 0, 0)

    def translate(self) -> None:
        super().translate()
        self.box.setText(literal(self.title.text()))

    def _choose(self) -> None:
        self.touch()
        self.commit(again=True)


class TriStateField(Field):
    """Yes, no, or not recorded: True, False or None. The arrow keys go between them."""

    def __init__(self, name: str, title: Words, *, hint: Words = "") -> None:
        entry = QWidget()
        self._buttons = {value: QRadioButton(entry) for value in _THREE}
        super().__init__(name, title, entry, hint=hint)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP * 2)
        group = QButtonGroup(self)
        for button in self._buttons.values():
            button.installEventFilter(self)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        group.buttonClicked.connect(self._choose)
        self.setFocusProxy(self._buttons[True])
        self.put(None)
        self.translate()

    def read(self) -> bool | None:
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def content(self) -> bool | None:
        return self.read()

    def put(self, value: Any) -> None:
        self._buttons[value].setChecked(True)

    def translate(self) -> None:
        super().translate()
        for value, button in self._buttons.items():
            button.setText(str(columns.yes_no(value)))
            button.setAccessibleName(f"{self.title.text()}: {button.text()}")

    def _choose(self) -> None:
        self.touch()
        self.commit(again=True)
