"""How is a person found among many, however her name is typed, or added if she is new?"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.language.typed import beginning
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import icons, labels, style
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.labels import Words

_MOST = 30  # lines of the list; who wants more types another letter
_TITLE = Qt.ItemDataRole.UserRole + 1
_VALUE = Qt.ItemDataRole.UserRole + 2
_NEW = object()


class ChooserField(Field):
    """Type a part of the name, choose with the arrows and Enter; its value is a choice's value, or None.

    `choices` is asked each time the list opens. With `adds`, the end of the list offers to add what was typed, told by
    `new_asked`.
    """

    new_asked = Signal(str)

    def __init__(
        self,
        name: str,
        title: Words,
        choices: Callable[[], Sequence[Choice]],
        *,
        hint: Words = "",
        adds: bool = False,
    ) -> None:
        self.line = QLineEdit()
        super().__init__(name, title, self.line, hint=hint)
        self._choices = choices
        self._adds = adds
        self._chosen: Choice | None = None
        self._found = QStandardItemModel(self)
        self._list = QCompleter(self._found, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCompletionRole(_TITLE)
        self._list.setMaxVisibleItems(10)
        self.line.setCompleter(self._list)
        self.line.textEdited.connect(self._search)
        # PySide knows both forms of this signal, its description for type checkers only one.
        self._list.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self._open = QAction(icons.icon("chevron-down", "muted"), "", self.line)
        self._open.triggered.connect(self.open_list)
        self.line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)

    def translate(self) -> None:
        super().translate()
        labels.name_sign(self._open, Message("All choices"))

    def open_list(self) -> None:
        """All choices, whatever stands in the field."""
        self.line.setFocus()
        self._fill("")
        self._list.complete()

    def read(self) -> Any:
        typed = kyrgyz.fold(self.line.text())
        if not typed:
            return None
        if self._chosen is not None and kyrgyz.fold(str(self._chosen.title)) == typed:
            return self._chosen.value
        fitting = [choice for choice in self._choices() if kyrgyz.fold(str(choice.title)) == typed]
        if len(fitting) == 1:
            return fitting[0].value
        reason = "Several are called “{text}”: choose one from the list" if fitting else "“{text}” is not in the list"
        raise Refused(Message(reason, text=beginning(self.line.text())), field=self.name)

    def content(self) -> tuple[str, object]:
        return self.line.text(), self._chosen

    def put(self, value: Any) -> None:
        self._chosen = next((choice for choice in self._choices() if choice.value == value), None)
        self.line.setText(str(self._chosen.title) if self._chosen else "")
        self.line.setCursorPosition(0)

    def can_undo(self, redo: bool) -> bool:
        return self.line.isRedoAvailable() if redo else self.line.isUndoAvailable()

    def _search(self, typed: str) -> None:
        self.touch()
        self._fill(typed)

    def _fill(self, typed: str) -> None:
        """What fits every typed word, in title or detail."""
        style.wear(self._list.popup())
        words = kyrgyz.fold(typed).split()
        self._found.clear()
        for choice in self._choices():
            said = f"{choice.title} {choice.detail}"
            if all(word in kyrgyz.fold(said) for word in words):
                self._add(choice)
            if self._found.rowCount() == _MOST:
                break
        if self._adds and typed.strip():
            self._add(Choice(_NEW, Message("Add “{text}”", text=typed.strip())))

    def _add(self, choice: Choice) -> None:
        item = QStandardItem(f"{choice.title} · {choice.detail}" if str(choice.detail) else str(choice.title))
        item.setData(choice, _VALUE)
        # The blank keeps Qt from choosing "Add" by itself because it begins with what was typed.
        item.setData(f" {self.line.text()}" if choice.value is _NEW else str(choice.title), _TITLE)
        self._found.appendRow(item)

    def _choose(self, index: QModelIndex) -> None:
        choice = index.data(_VALUE)
        if choice.value is _NEW:
            self.new_asked.emit(self.line.text().strip())
            return
        self._chosen = choice
        self.touch()
        self.line.setText(str(choice.title))
        self.commit(again=True)
