"""How is a name typed that usually is one of the people in the hall, but may be anybody's?"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from ayil_desktop.language import kyrgyz
from ayil_desktop.widgets import style
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.text_fields import TextField

_MOST = 30


class NameField(TextField):
    """Words on one line; the known names that fit what is typed offer themselves. `choices` is asked as one types."""

    def __init__(self, name: str, title: Words, choices: Callable[[], Sequence[Choice]]) -> None:
        super().__init__(name, title)
        self._choices = choices
        self._names = QStringListModel(self)
        self._list = QCompleter(self._names, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setMaxVisibleItems(10)
        self.line.setCompleter(self._list)
        self.line.textEdited.connect(self._offer)
        self._list.activated.connect(lambda _text: self.touch())

    @property
    def known(self) -> object:
        """The value of the choice whose name stands in the field; None for anybody else."""
        typed = kyrgyz.fold(self.line.text())
        fitting = [choice.value for choice in self._choices() if kyrgyz.fold(str(choice.title)) == typed]
        return fitting[0] if typed and len(fitting) == 1 else None

    def _offer(self, typed: str) -> None:
        style.wear(self._list.popup())
        words = kyrgyz.fold(typed).split()
        titles = [str(choice.title) for choice in self._choices()]
        fitting = [title for title in titles if all(word in kyrgyz.fold(title) for word in words)]
        self._names.setStringList(fitting[:_MOST] if words else [])
