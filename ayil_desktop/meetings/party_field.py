"""How are the several who carry out a decision, are addressed by it or control it named?"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.name_field import NameField
from ayil_desktop.meetings.person_choices import Somebody
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.labels import Label, Words


class Named(QPushButton):
    """One who is named; Delete, or a click on the cross, takes the name away."""

    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setText(name.replace("&", "&&"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        labels.set_icon(self, "x", "muted")
        self.name = name
        self.clicked.connect(self.removed)
        self.translate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def translate(self) -> None:
        words = Message("Take {name} off", name=self.name)
        self.setToolTip(labels.tooltip(words))
        self.setAccessibleName(str(words))


class PartyField(QWidget):
    """The names beside each other and a field for one more; Enter adds. `changed` gives all of them anew."""

    changed = Signal(list)

    def __init__(self, title: Words, choices: Callable[[], Sequence[Choice]]) -> None:
        super().__init__()
        self._choices = choices
        self._parties: list[Somebody] = []
        self.title = Label(title, say="muted")
        self.names: list[Named] = []
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self._row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.who = NameField("name", title, choices)
        self.who.title.hide()
        self.who.tells = False
        self.add_button = QToolButton()
        self.add_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        labels.set_icon(self.add_button, "plus")
        self.who.line.editingFinished.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self._lay_out()
        self.setFocusProxy(self.who)
        self.translate()

    def show_parties(self, parties: Sequence[Somebody]) -> None:
        """The names as they are kept; what is half typed stays."""
        if list(parties) == self._parties:
            return
        self._parties = list(parties)
        for button in self.names:
            button.hide()
            button.deleteLater()
        self.names = [self._named(one) for one in parties]
        self._row.setVisible(bool(parties))

    def add(self) -> None:
        """Name who stands in the field; a body or a person on record where the name is known."""
        typed = self.who.read()
        if not typed:
            return
        known = self.who.known
        one = known if isinstance(known, Somebody) else Somebody(typed)
        self.who.revert()
        if one not in self._parties:
            self.changed.emit([*self._parties, one])

    def translate(self) -> None:
        self.title.translate()
        self.who.translate()
        self.who.line.setPlaceholderText(str(Message("Name, then Enter")))
        self.add_button.setToolTip(labels.tooltip(Message("Add")))
        self.add_button.setAccessibleName(str(Message("Add")))

    def _named(self, one: Somebody) -> Named:
        button = Named(one.name)
        button.removed.connect(lambda: self.changed.emit([other for other in self._parties if other != one]))
        self._flow.addWidget(button)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(style.STEP // 2)
        line.addWidget(self.who, 1)
        line.addWidget(self.add_button)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addWidget(self.title)
        stack.addWidget(self._row)
        stack.addLayout(line)
        self._row.hide()
