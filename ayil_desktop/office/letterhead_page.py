"""The names of the office as they stand on its papers, in Kyrgyz and in Russian, and its head."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.office import actions, handouts
from ayil_desktop.office.records import Office
from ayil_desktop.office.settings import Settings
from ayil_desktop.printing.document import Document, Signatures, Space
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import TextField

PAIRS = (
    ("name", Message("Name of the office in Kyrgyz"), Message("Name of the office in Russian")),
    ("aimak", Message("Ayil aimak in Kyrgyz"), Message("Ayil aimak in Russian")),
    ("region", Message("Region in Kyrgyz"), Message("Region in Russian")),
    ("district", Message("District in Kyrgyz"), Message("District in Russian")),
    ("place", Message("Village of the office in Kyrgyz"), Message("Village of the office in Russian")),
    ("head_position", Message("Position of the head in Kyrgyz"), Message("Position of the head in Russian")),
)


class LetterheadPage(QWidget):
    """Every field is kept as soon as it is left."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._office: Office | None = None
        self._settings = Settings()
        self.form = Form()
        self._fill_form()
        self.form.committed.connect(self._keep)
        self.form.clause_asked.connect(self.clause_asked)
        self.missing = labels.Label(say="due", wraps=True)
        self.look = labels.Button(Message("See the letterhead…"), sign="printer")
        self.look.setAutoDefault(False)
        self.look.clicked.connect(self._preview)
        self._lay_out()

    def show_office(self, office: Office | None, settings: Settings, missing: str) -> None:
        """What is kept; `missing` says what a paper still lacks."""
        self._office, self._settings = office, settings
        if office:
            self.form.set_values({name: getattr(office, name) for name in actions.OFFICE_TEXTS})
        self.missing.set_words(missing)
        self.missing.setVisible(bool(missing))

    def _keep(self, name: str, value: Any) -> None:
        try:
            self._desk.run(lambda: actions.change_office(self._desk.store, values={name: value}))
        except Refused as refused:
            self.form.show_refusal(refused)

    def _preview(self) -> None:
        office, settings = self._office, self._settings

        def make(language: str) -> Document:
            signature = handouts.head_signature(office, language, settings)
            return Document(
                title=Message("Letterhead").into(language),
                language=language,
                footer=handouts.footer(office, language),
                blocks=(handouts.letterhead(office), Space(40), Signatures((signature,))),
            )

        self._desk.preview(make, str(Message("Letterhead")))

    def _fill_form(self) -> None:
        for name, kyrgyz, russian in PAIRS:
            self.form.add_row(TextField(f"{name}_ky", kyrgyz), TextField(f"{name}_ru", russian))
        self.form.add_row(
            TextField("head_name", Message("Head of the office")), TextField("phone", Message("Telephone"))
        )
        self.form.add(TextField("address", Message("Address")))

    def _lay_out(self) -> None:
        inner = QScrollArea()
        inner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.setFrameShape(QFrame.Shape.NoFrame)
        inner.setWidgetResizable(True)
        inner.setWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(self.missing, 1)
        foot.addStretch()
        foot.addWidget(self.look)
        stack = QVBoxLayout(self)
        stack.setSpacing(style.STEP)
        stack.addWidget(inner, 1)
        stack.addLayout(foot)
