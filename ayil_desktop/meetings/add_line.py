"""How is one more thing entered in a line and added by Enter?"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.field import Field
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.tab import Desk


class AddLine(QWidget):
    """Short fields beside each other and a button; Enter in a field of words adds as well.

    The first field takes the room that the others leave: `widths` are theirs. A title stands in its field while that
    is empty, or over it where the line is `titled`. `make` gets the values by name and gives the action. After it the
    fields are empty again and the first has the focus; a no stands below its field, and what was typed stays. `added`
    gives the id of what was made.
    """

    added = Signal(str)
    clause_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        fields: Sequence[Field],
        words: Message,
        make: Callable[..., Done],
        *,
        widths: Sequence[int] = (),
        titled: bool = False,
    ) -> None:
        super().__init__()
        self.desk = desk
        self._make = make
        self.form = Form()
        self.form.add_row(*fields)
        for field, width in zip(fields[1:], widths, strict=False):
            field.setMaximumWidth(width)
            if isinstance(field, ChoiceField):
                _let_shrink(field.list)
        self.form.clause_asked.connect(self.clause_asked)
        self.button = Button(words, sign="plus")
        self.button.clicked.connect(self.add)
        self.form.enter_presses(self.button)
        self._fields, self._titled = tuple(fields), titled
        for field in fields:
            field.title.setVisible(titled)
        self._lay_out()

    def add(self) -> None:
        """Take what was typed."""
        self.form.clear_refusals()
        try:
            values = self.form.values()
            done = self.desk.run(lambda: self._make(**values))
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        if done:
            self.form.revert()
            self._fields[0].setFocus()
            self.added.emit(done.made or "")

    def translate(self) -> None:
        for field in self._fields:
            # A window changes the language of the outer parts first.
            field.title.translate()
            if isinstance(field.entry, QLineEdit) and not self._titled:
                field.entry.setPlaceholderText(field.title.text())
            field.entry.setToolTip(labels.tooltip(field.title.text()))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP)
        row.addWidget(self.form, 1)
        column = QVBoxLayout()
        column.setSpacing(style.STEP // 2)
        if self._titled:
            column.addWidget(Label("\N{NO-BREAK SPACE}", say="muted"))
        column.addWidget(self.button)
        column.addStretch()
        row.addLayout(column)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row.setAlignment(self.form, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self._fields[0])
        self.translate()


def _let_shrink(choices: QComboBox) -> None:
    """The longest choice need not be seen in full before the list opens."""
    choices.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choices.setMinimumContentsLength(6)
