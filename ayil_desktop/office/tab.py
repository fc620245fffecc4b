"""The settings of the office: its names on paper, its working days, its choices."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.office import records, rules
from ayil_desktop.office import settings as office_settings
from ayil_desktop.office.choices_page import ChoicesPage
from ayil_desktop.office.days_page import DaysPage
from ayil_desktop.office.letterhead_page import LetterheadPage
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import tab
from ayil_desktop.widgets.keys import ENTER
from ayil_desktop.widgets.tab import Desk

PAGES = (Message("Office and letterhead"), Message("Working days"), Message("Choices"))


class Tab(tab.Tab):
    """Three pages; what is entered is kept at once, as on every screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.letterhead = LetterheadPage(desk)
        self.days = DaysPage(desk)
        self.choices = ChoicesPage(desk)
        self.pages = QTabWidget()
        for page in (self.letterhead, self.days, self.choices):
            self.pages.addTab(page, "")
            page.clause_asked.connect(desk.show_clause)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.pages)
        self._read()
        self.translate()

    def show_touched(self, touched: frozenset[str]) -> None:
        if "office" in touched:
            self._read()

    def translate(self) -> None:
        for place, title in enumerate(PAGES):
            self.pages.setTabText(place, str(title))
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that no field needs must not press a button of the window around."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)

    def _read(self) -> None:
        with reading(self.desk.store) as session:
            office = records.office(session)
            overrides = records.day_overrides(session)
            settings = office_settings.read(records.settings(session))
        missing = " ".join(str(said) for said in rules.missing_for_paper(office))
        self.letterhead.show_office(office, settings, missing)
        self.days.show_days(overrides)
        self.choices.show_settings(settings)
