"""What is a field of a form: when is it committed, what if a rule says no, what does Ctrl+Z mean in it?

A field is committed when it is left or by Enter, once for each change. Until then Esc gives the kept value back and
Ctrl+Z undoes the typing; after that Ctrl+Z is the program's. What is typed is never overwritten by values that are read
again, nor lost by a no.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.keys import ENTER
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.refusal import RefusalNote

# A menu over the field, or another program before the window: the user has not left the field.
_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Field(QWidget):
    """A title, a place to type or choose (`entry`), and below it the reason of a no.

    `committed` gives a new value; where `tells` is off, leaving the field only looks whether it can be read. Kinds of
    fields derive from this class and say how a value is read and shown.
    """

    committed = Signal(object)
    clause_asked = Signal(str)

    rewrites = False
    """Whether what was typed is written out when the field is left, so that one sees how it was understood."""

    def __init__(self, name: str, title: Words, entry: QWidget, *, hint: Words = "") -> None:
        super().__init__()
        self.name = name
        self.entry = entry
        self.title = labels.Label(title, say="muted")
        self._hint = labels.Label(hint, say="muted", wraps=True) if str(hint) else None
        self._note = RefusalNote()
        self._kept: Any = None
        self._asked: object = None
        self._answered = False
        self._showing = False
        self.is_touched = False
        self.tells = True
        self._note.clause_asked.connect(self.clause_asked)
        self._lay_out()
        self.title.setBuddy(entry)
        self.setFocusProxy(entry)
        entry.setObjectName(name)
        entry.installEventFilter(self)

    # What each kind of field says for itself

    def read(self) -> Any:
        """The value of what stands in it; Refused where that is none."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def content(self) -> object:
        """What stands in it, read or not; it tells whether the same was asked before."""
        raise NotImplementedError

    def can_undo(self, redo: bool) -> bool:
        """Whether there is typing of its own to undo or redo."""
        return False

    def is_commit_key(self, event: QKeyEvent) -> bool:
        return event.key() in ENTER

    # What they have in common

    def set_value(self, value: Any) -> None:
        """The value as it is kept. It is noted, and shown unless the user is typing or was just told no."""
        self._kept, self._answered = value, True
        if not self.is_touched:
            self._show(value)

    def touch(self) -> None:
        """Something was typed or chosen, or put in by the repair of pasted text."""
        if not self._showing:
            self.is_touched = True

    def type_again(self, words: str) -> None:
        """What was typed for the same record before another was shown."""
        self._show(words)
        self.touch()

    def commit(self, *, again: bool = False) -> None:
        """Tell the value if it was changed; `again` asks even where the same was refused before."""
        content = self.content()
        if not self.is_touched or (content == self._asked and not again):
            return
        self._asked = content
        self.clear_refusal()
        try:
            value = self.read()
        except Refused as refused:
            self.show_refusal(refused)
        else:
            if self.tells:
                self._tell(value)
            elif self.rewrites:
                self._show(value)

    def revert(self) -> None:
        """The kept value again; what was typed and the no are forgotten."""
        self.is_touched, self._asked = False, None
        self.clear_refusal()
        self._show(self._kept)

    @property
    def refusal(self) -> str:
        """The reason that stands below it; empty when there is none."""
        return self._note.text

    def show_refusal(self, refused: Refused) -> None:
        """Say it below; what stands in the field stays."""
        self.is_touched = True
        self._note.show_refusal(refused)
        self.entry.setAccessibleDescription(self._note.text)
        labels.set_look(self.entry, "refused", True)

    def set_hint(self, words: Words, say: labels.Say = "muted") -> None:
        """Other words below a field that was made with a hint."""
        if self._hint is not None:
            self._hint.say(say)
            self._hint.set_words(words)
            if not self.refusal:
                self.entry.setAccessibleDescription(self._hint.text())

    def clear_refusal(self) -> None:
        self._note.clear()
        self.entry.setAccessibleDescription(self._hint.text() if self._hint else "")
        labels.set_look(self.entry, "refused", False)

    def translate(self) -> None:
        self.title.translate()
        self.entry.setAccessibleName(self.title.text())
        if self._hint is not None and not self.refusal:
            self._hint.translate()
            self.entry.setAccessibleDescription(self._hint.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STILL_HERE:
                self.commit()
        elif isinstance(event, QKeyEvent):
            return self._key(event)
        elif isinstance(event, QWheelEvent):
            # The wheel scrolls the page; it must not change a record in passing.
            event.ignore()
            return True
        return False

    def _tell(self, value: Any) -> None:
        self.is_touched, self._answered = False, False
        if value == self._kept:
            self._show(value)
            return
        self.committed.emit(value)
        if not self.is_touched and not self._answered:
            # Nobody kept it: the disk is full, say. Enter asks again.
            self.is_touched = True

    def _show(self, value: Any) -> None:
        self._showing, self._asked = True, None
        self.put(value)
        self._showing = False

    def _key(self, event: QKeyEvent) -> bool:
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if redo or event.matches(QKeySequence.StandardKey.Undo):
            own = self.is_touched and self.can_undo(redo)
            # A field that did not accept the override leaves the key to the program.
            event.setAccepted(own)
            return not own
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape and self.is_touched:
            self.revert()
        elif self.is_commit_key(event) and self.tells:
            # Also where there is nothing to commit: Qt would press some button of a dialog.
            self.commit(again=True)
        else:
            return False
        return True

    def _lay_out(self) -> None:
        entry = QVBoxLayout()
        entry.setSpacing(style.STEP // 2)
        entry.addWidget(self.entry)
        if self._hint:
            entry.addWidget(self._hint)
        entry.addWidget(self._note)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(style.STEP // 2)
        self._whole.addWidget(self.title)
        self._whole.addLayout(entry, 1)

    def put_beside_title(self, widget: QWidget) -> None:
        """Something small that helps to fill the field, at the right end of the line of its title."""
        self._whole.removeWidget(self.title)
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        line.addWidget(widget)
        self._whole.insertLayout(0, line)
        # Right before the entry; the entry alone would follow it to the end of the form.
        QWidget.setTabOrder(self.entry, widget)
        QWidget.setTabOrder(widget, self.entry)

    def put_title_beside(self, width: int) -> None:
        """The title at the left in a column of this width, on the line of the entry."""
        self._whole.setDirection(QBoxLayout.Direction.LeftToRight)
        self._whole.setSpacing(style.STEP * 2)
        self.title.setFixedWidth(width)
        self._put_on_line()
        self._whole.setAlignment(self.title, Qt.AlignmentFlag.AlignTop)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._whole.direction() == QBoxLayout.Direction.LeftToRight:
            self._put_on_line()

    def _put_on_line(self) -> None:
        """How high the entry is, the style sheet says."""
        self.title.setFixedHeight(min(self.entry.sizeHint().height(), style.STEP * 4))
