"""What does the office choose that no regulation decides?"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.office import actions
from ayil_desktop.office.settings import Settings
from ayil_desktop.refused import Refused
from ayil_desktop.widgets.choice_fields import ChoiceField
from ayil_desktop.widgets.columns import Choice
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Words
from ayil_desktop.widgets.tab import Desk


class ChoicesPage(QWidget):
    """Every choice is kept at once."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form()
        for name, title, choices, hint in CHOICES:
            self.form.add(ChoiceField(name, title, choices, hint=hint))
        self.form.committed.connect(self._keep)
        self.form.clause_asked.connect(self.clause_asked)
        QVBoxLayout(self).addWidget(self.form)

    def show_settings(self, settings: Settings) -> None:
        self.form.set_values(vars(settings))

    def _keep(self, name: str, value: Any) -> None:
        try:
            self._desk.run(lambda: actions.choose(self._desk.store, name=name, value=value))
        except Refused as refused:
            self.form.show_refusal(refused)


CHOICES: Sequence[tuple[str, Message, Sequence[Choice], Words]] = (
    (
        "document_language",
        Message("Language of documents"),
        (Choice("ky", Message("Kyrgyz")), Choice("ru", Message("Russian"))),
        Message("The language that is offered first when something is printed."),
    ),
    (
        "signature_names",
        Message("Names beside signatures"),
        (Choice("initials", "Т.Сыдыкбеков"), Choice("full", "Сыдыкбеков Т.")),
        "",
    ),
    (
        "meeting_number",
        Message("Number of a meeting"),
        (Choice("plain", "№3"), Choice("with_year", "№3/2019")),
        Message("Numbers begin anew each year in either case."),
    ),
    (
        "number_series",
        Message("How meetings are counted"),
        (
            Choice("one", Message("All meetings together")),
            Choice("by_kind", Message("Extraordinary meetings apart")),
        ),
        Message("A meeting that has a number already keeps it."),
    ),
)
