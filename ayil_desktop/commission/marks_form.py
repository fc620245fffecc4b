"""Which private marks does the member in hand have? They serve the composition check and are printed nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ayil_desktop.language.message import InContext, Message
from ayil_desktop.office import terms
from ayil_desktop.office.charters import Group
from ayil_desktop.office.choices import Sex
from ayil_desktop.widgets import labels, style

# Only for the type checker: the first tab is filled before the records are mapped.
if TYPE_CHECKING:
    from ayil_desktop.commission.records import Membership

Mark = Sex | bool | None

NOT_RECORDED = Message("not recorded")
SEXES: Sequence[tuple[Mark, Message]] = (
    (None, NOT_RECORDED),
    (Sex.WOMAN, InContext("sex", "woman")),
    (Sex.MAN, InContext("sex", "man")),
)
ANSWERS: Sequence[tuple[Mark, Message]] = ((None, NOT_RECORDED), (True, Message("yes")), (False, Message("no")))


class MarkBox(QComboBox):
    """One mark; `chosen` comes when the user picks a value, not when it is shown."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[tuple[Mark, Message]]) -> None:
        super().__init__()
        self._values = values
        for _ in values:
            self.addItem("")
        self.activated.connect(lambda place: self.chosen.emit(self._values[place][0]))

    def show_value(self, value: Mark) -> None:
        self.setCurrentIndex([known for known, _ in self._values].index(value))

    def translate(self) -> None:
        for place, (_, words) in enumerate(self._values):
            self.setItemText(place, str(words))


class MarksForm(QFrame):
    """Sex, minority, disability and further groups of one member. `marked` names the mark and its value."""

    marked = Signal(str, object)
    groups_marked = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.name = labels.Label()
        self.boxes = {"sex": MarkBox(SEXES), "minority": MarkBox(ANSWERS), "disability": MarkBox(ANSWERS)}
        self.groups = QToolButton()
        self.groups.setProperty("words", True)
        self.groups.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.groups.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.groups.setMenu(QMenu(self.groups))
        self._titles = {name: labels.Label(words, say="muted", wraps=True) for name, words in TITLES.items()}
        self._private = labels.Sign("lock", "muted")
        self._shown: tuple[Membership | None, Sequence[Group]] = (None, ())
        for name, box in self.boxes.items():
            box.chosen.connect(lambda value, name=name: self.marked.emit(name, value))
        self._lay_out()
        self.translate()

    def show_member(self, member: Membership | None, groups: Sequence[Group]) -> None:
        """None where no member is chosen."""
        self._shown = (member, groups)
        self.setVisible(member is not None)
        if member is None:
            return
        self.name.set_words(member.person.name)
        self.boxes["sex"].show_value(member.person.sex)
        self.boxes["minority"].show_value(member.person.minority)
        self.boxes["disability"].show_value(member.person.disability)
        self._show_groups(member, groups)

    def translate(self) -> None:
        for name, box in self.boxes.items():
            box.translate()
            box.setAccessibleName(str(TITLES[name]))
        for part in (self._private, self.name, *self.boxes.values()):
            part.setToolTip(labels.tooltip(PRIVATE))
        self.show_member(*self._shown)

    def _show_groups(self, member: Membership, groups: Sequence[Group]) -> None:
        held = {mark.category for mark in member.marks}
        menu = self.groups.menu()
        menu.clear()
        for group in groups:
            if group.code != member.category:
                line = menu.addAction(labels.literal(terms.group_title(group.code)))
                line.setCheckable(True)
                line.setChecked(group.code in held)
                line.setData(group.code)
                line.triggered.connect(self._mark_groups)
        named = ", ".join(str(terms.group_title(code)) for code in sorted(held))
        self.groups.setText(labels.literal(named or Message("none")))
        self.groups.setAccessibleName(f"{TITLES['groups']}: {self.groups.text()}")
        self.groups.setVisible(bool(groups))
        self._titles["groups"].setVisible(bool(groups))

    def _mark_groups(self) -> None:
        self.groups_marked.emit([line.data() for line in self.groups.menu().actions() if line.isChecked()])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(self._private)
        head.addWidget(self.name, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(style.STEP, style.STEP // 2, style.STEP, style.STEP // 2)
        grid.setHorizontalSpacing(style.STEP)
        grid.setVerticalSpacing(style.STEP // 2)
        grid.setColumnStretch(0, 1)
        grid.addLayout(head, 0, 0, 1, 2)
        for line, (name, field) in enumerate({**self.boxes, "groups": self.groups}.items(), start=1):
            grid.addWidget(self._titles[name], line, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, line, 1)


TITLES = {
    "sex": Message("Sex"),
    "minority": Message("Ethnic minority"),
    "disability": Message("Person with a disability"),
    "groups": Message("Further groups"),
}
PRIVATE = Message("Only for this check. Never printed, never in the history.")
