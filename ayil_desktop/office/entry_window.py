"""A window that asks for a few things and carries them out with one button; a no stands at its field."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.notice_beside import NoticeBeside
from ayil_desktop.widgets.scrolling import Scrolling

Carry = Callable[[Mapping[str, Any]], object]
"""Carries out what was entered; None means that it was not done and the window stays open."""


class EntryWindow(QDialog):
    """`run` gets the values of the form by name and may raise Refused."""

    clause_asked = Signal(str)
    done_with = Signal(object)
    """What was done, after the window has closed."""

    def __init__(self, parent: QWidget, title: Words, form: Form, verb: Words, run: Carry, *, hint: Words = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        NoticeBeside(self)
        self._title, self._run = title, run
        self.form = form
        self.button = labels.Button(verb, main=True)
        self.cancel = labels.Button(Message("Cancel"))
        self._heading = labels.Label(title, say="heading", wraps=True)
        self._hint = labels.Label(hint, say="muted", wraps=True)
        self._hint.setVisible(bool(str(hint)))
        self.button.setDefault(True)
        self.button.clicked.connect(self.carry_out)
        self.cancel.setAutoDefault(False)
        form.enter_presses(self.button)
        self.cancel.clicked.connect(self.reject)
        form.clause_asked.connect(self.clause_asked)
        self._lay_out()
        # Otherwise Qt gives it to the button, and a careless Space would carry out what nobody has entered.
        form.setFocus()
        self.translate()

    def carry_out(self) -> None:
        """Do it and close; after a no everything stays as it was typed."""
        self.form.clear_refusals()
        try:
            done = self._run(self.form.values())
        except Refused as refused:
            self.form.show_refusal(refused)
            self.form.go_to(refused.field)
            QTimer.singleShot(0, self, self._make_room)
            return
        if done is not None:
            self.accept()
            self.done_with.emit(done)

    def translate(self) -> None:
        self.setWindowTitle(str(self._title))

    def _make_room(self) -> None:
        """For what was refused, below the fields."""
        missing = self.form.height() - self._inner.viewport().height()
        if missing > 0:
            self.resize(self.width(), min(self.height() + missing, _HIGHEST))

    def _lay_out(self) -> None:
        self._inner = inner = Scrolling(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.STEP)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(style.STEP * 2,) * 4)
        stack.setSpacing(style.STEP * 2)
        stack.addWidget(self._heading)
        stack.addWidget(self._hint)
        stack.addWidget(inner, 1)
        stack.addLayout(buttons)
        # The style sheet has a say in the height of the fields.
        self.ensurePolished()
        more = max(0, self._hint.heightForWidth(_WIDTH - style.STEP * 4) - self._hint.fontMetrics().lineSpacing())
        whole = self.form.sizeHint().height()
        inner.setMinimumHeight(min(whole, _WIDTH // 2))
        self.resize(_WIDTH, min(whole + 190 + more, _HIGHEST))


_WIDTH = 600
_HIGHEST = 620
