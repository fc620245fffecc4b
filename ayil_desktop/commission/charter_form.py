"""One number or group of a charter: its value, where it stands, what the clause says and how we read it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ayil_desktop.commission.charter_rows import CharterRow
from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.office import clauses, terms
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.choice_fields import CheckField, ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.text_fields import TextField, WholeNumberField

NOT_REGULATED = Choice(None, terms.NOT_REGULATED)


class CharterForm(QWidget):
    """`changed` names what was entered (value, clause, from_text, seats, exact) and gives it for the row in hand."""

    changed = Signal(str, object)
    clause_asked = Signal(str)
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row: CharterRow | None = None
        self.form = Form()
        self._title = labels.Label(say="heading", wraps=True)
        self.texts = labels.Label(wraps=True)
        self.readings = labels.Label(say="muted", wraps=True)
        self.link = labels.ClauseLink()
        self.link.asked.connect(self.clause_asked)
        self.remove = labels.Button(Message("Remove the group"), sign="trash-2")
        self.remove.clicked.connect(self.remove_asked)
        self._area = QScrollArea()
        self._stack = QVBoxLayout(self)
        self._lay_out()
        self.translate()
        self.show_row(None)

    def show_row(self, row: CharterRow | None) -> None:
        """The row in hand; the fields are made anew when it is another one."""
        is_same = row is not None and self.row is not None and self.row.id == row.id
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        if not is_same:
            self._make_form(row)
        self.form.set_values(_values(row))
        self._title.set_words(row.title)
        self.remove.setVisible(row.group is not None)
        self._show_clause(row.clause)

    def show_refusal(self, refused: Refused) -> None:
        """A number is refused by its own name, a group by "groups": both mean the value that was entered."""
        name = "seats" if self.row is not None and self.row.group else "value"
        known = refused.field in ("clause", "seats")
        self.form.show_refusal(refused if known else Refused(refused.reason, field=name, clause=refused.clause))

    def translate(self) -> None:
        self._area.setAccessibleName(str(Message("Texts of the clauses")))
        if self.row:
            self._show_clause(self.row.clause)

    def _make_form(self, row: CharterRow) -> None:
        fresh = Form()
        if row.group is not None:
            fresh.add(WholeNumberField("seats", Message("Persons")))
            fresh.add(CheckField("exact", Message("Exactly so many, not more")))
        else:
            fresh.add(_value_field(row))
            fresh.add(TextField("clause", Message("Clause")))
            fresh.add(CheckField("from_text", Message("It is written in the text of the regulation")))
        fresh.committed.connect(self.changed)
        fresh.clause_asked.connect(self.clause_asked)
        self._stack.replaceWidget(self.form, fresh)
        self.form.hide()
        self.form.deleteLater()
        self.form = fresh

    def _show_clause(self, name: str) -> None:
        """The text of the clause, its translation where the screen is not Kyrgyz, and our reading of it."""
        clause = clauses.find(name)
        language = catalogue.current()
        said = [clause.texts.ky] if clause else []
        if clause and language != "ky":
            said.append(clause.texts.into(language))
        self.texts.set_words("\n\n".join(said))
        self.readings.set_words("\n\n".join(reading.into(language) for reading in clause.readings) if clause else "")
        self.link.show_clause(name if clause else "")

    def _lay_out(self) -> None:
        words = QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, style.STEP, 0)
        texts.setSpacing(style.STEP)
        for part in (self.link, self.texts, self.readings):
            texts.addWidget(part)
        texts.addStretch()
        area = self._area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(words)
        self._stack.setContentsMargins(style.STEP, 0, 0, 0)
        self._stack.setSpacing(style.STEP)
        self._stack.addWidget(self._title)
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.remove)
        self._stack.addWidget(area, 1)


def _value_field(row: CharterRow) -> WholeNumberField | ChoiceField:
    term = terms.TERMS[row.id]
    if term.unit in (terms.Unit.SHARE, terms.Unit.FLAG, terms.Unit.CHOICE):
        return ChoiceField("value", Message("Value"), _choices(row), hint=terms.NOTES.get(row.id, ""))
    hint = Message("A whole number from {least} to {most}; empty: not regulated.", least=term.least, most=term.most)
    return WholeNumberField("value", Message("Value"), hint=terms.NOTES.get(row.id, hint))


def _choices(row: CharterRow) -> Sequence[Choice]:
    """The known values, and the one that stands there where it is none of them."""
    term = terms.TERMS[row.id]
    if term.unit is terms.Unit.FLAG:
        known = [Choice(True, Message("yes")), Choice(False, Message("no"))]
    elif term.unit is terms.Unit.CHOICE:
        known = [Choice(value, terms.CHOICES[value]) for value in term.choices]
    else:
        known = [
            Choice({"numerator": top, "denominator": bottom, "strict": strict}, words)
            for (top, bottom, strict), words in terms.SHARES.items()
        ]
    held = row.number.value if row.number else None
    if held is not None and held not in [choice.value for choice in known]:
        known.append(Choice(held, terms.value_text(row.id, held)))
    return (*known, NOT_REGULATED)


def _values(row: CharterRow) -> dict[str, Any]:
    if row.group is not None:
        return {"seats": row.group.seats, "exact": row.group.exact}
    number = row.number
    return {"value": number.value, "clause": number.clause, "from_text": number.from_text} if number else {}
