"""How do fields stand together, and where does a no appear that one of them caused?"""

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ayil_desktop.refused import Refused
from ayil_desktop.widgets import style
from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.keys import ENTER
from ayil_desktop.widgets.labels import Label, Words
from ayil_desktop.widgets.refusal import RefusalNote

AnyField = TypeVar("AnyField", bound=Field)


class Form(QWidget):
    """Fields under each other, some side by side; titles above them, or beside them all in one column.

    `committed` gives a field's name and its new value as soon as it is left; the screen answers with `set_values` or
    `show_refusal`. A form that is not kept `at_once` has a button at its end, which asks for `values()`; see
    `enter_presses`.
    """

    committed = Signal(str, object)
    clause_asked = Signal(str)

    def __init__(self, *, titles_beside: bool = False, at_once: bool = True) -> None:
        super().__init__()
        self._at_once = at_once
        self._titles_beside = titles_beside
        self._button: QPushButton | None = None
        self._fields: dict[str, Field] = {}
        self._rows: list[tuple[Field, ...]] = []
        self._owner = ""
        self._waiting: dict[str, dict[str, str]] = {}
        self._note = RefusalNote()
        self._note.clause_asked.connect(self.clause_asked)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(style.STEP + style.STEP // 2)
        self._stack.addWidget(self._note)
        self._stack.addStretch(1)

    def add(self, field: AnyField) -> AnyField:
        """A field on a line of its own."""
        self.add_row(field)
        return field

    def add_row(self, *fields: Field) -> None:
        """Several short fields on one line."""
        row = QHBoxLayout()
        row.setSpacing(style.STEP * 2)
        for field in fields:
            self._fields[field.name] = field
            field.tells = self._at_once
            field.committed.connect(partial(self.committed.emit, field.name))
            field.clause_asked.connect(self.clause_asked)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        if self.focusProxy() is None:
            self.setFocusProxy(fields[0])
        self._rows.append(fields)
        self._insert_layout(row)
        self.translate()

    def add_heading(self, words: Words) -> None:
        """A heading over the fields that follow."""
        self._stack.insertWidget(self._stack.count() - 2, Label(words, say="heading"))

    def enter_presses(self, button: QPushButton) -> None:
        """The button that takes all values together; Ctrl+Enter where Enter begins a new line."""
        self._at_once, self._button = False, button
        for field in self._fields.values():
            field.tells = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._button is not None and event.key() in ENTER:
            self._button.click()
        else:
            super().keyPressEvent(event)

    def field(self, name: str) -> Field:
        """KeyError where the form has none of this name."""
        return self._fields[name]

    def set_values(self, values: Mapping[str, Any]) -> None:
        """The values as they are kept; names that the form does not have are left out."""
        for name, field in self._fields.items():
            if name in values:
                field.set_value(values[name])

    def values(self) -> dict[str, Any]:
        """What stands in all fields. Where some cannot be read, each says so, the first has the focus, and its Refused
        is raised."""
        values, refusals = {}, []
        for name, field in self._fields.items():
            try:
                values[name] = field.read()
            except Refused as refused:
                self.show_refusal(Refused(refused.reason, field=name, clause=refused.clause))
                refusals.append((field, refused))
        if refusals:
            refusals[0][0].setFocus()
            raise refusals[0][1]
        return values

    def commit(self) -> None:
        """Take what was typed in a field that was not left yet."""
        for field in self._fields.values():
            field.commit()

    def revert(self) -> None:
        """The kept values in all fields; the refusals go."""
        self.clear_refusals()
        for field in self._fields.values():
            field.revert()

    def turn_to(self, owner: str) -> None:
        """Another record is shown: words that were typed for the one before are there again when it comes back."""
        if owner == self._owner:
            return
        typed = {field.name: words for field in self._fields.values() if (words := _half_typed(field))}
        if typed and self._owner:
            self._waiting[self._owner] = typed
        self._owner = owner
        self.revert()
        for name, words in self._waiting.pop(owner, {}).items():
            self._fields[name].type_again(words)

    def half_typed(self) -> list[tuple[Field, str]]:
        """Words that no button has taken yet, for the record that is shown and for others."""
        here = [(field, _half_typed(field)) for field in self._fields.values() if not field.tells]
        elsewhere = [(self._fields[name], words) for typed in self._waiting.values() for name, words in typed.items()]
        return [(field, words) for field, words in (*here, *elsewhere) if words]

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not kept."""
        return any(field.is_touched for field in self._fields.values())

    @property
    def refusal(self) -> str:
        """What is said of the form as a whole; empty when nothing is."""
        return self._note.text

    def show_refusal(self, refused: Refused) -> None:
        """Under the field that it names, otherwise at the end of the form."""
        if refused.field in self._fields:
            self._fields[refused.field].show_refusal(refused)
        else:
            self._note.show_refusal(refused)

    def go_to(self, name: str) -> None:
        """The field of this name has the focus; none where the form does not have it."""
        if name in self._fields:
            self._fields[name].setFocus()

    def clear_refusals(self) -> None:
        self._note.clear()
        for field in self._fields.values():
            field.clear_refusal()

    def translate(self) -> None:
        for field in self._fields.values():
            field.translate()
        if self._titles_beside:
            self._align_titles()

    def _align_titles(self) -> None:
        """One column for the first title of each line; further ones on a line take the room they need."""
        column = max(first.title.sizeHint().width() for first, *_ in self._rows)
        for first, *others in self._rows:
            first.put_title_beside(column)
            for field in others:
                field.put_title_beside(field.title.sizeHint().width())

    def _insert_layout(self, row: QHBoxLayout) -> None:
        """Above the note and the room that is left."""
        self._stack.insertLayout(self._stack.count() - 2, row)


def _half_typed(field: Field) -> str:
    """Words that stand in it and are not kept; a choice is no words."""
    typed = field.content() if field.is_touched else ""
    return typed.strip() if isinstance(typed, str) else ""
