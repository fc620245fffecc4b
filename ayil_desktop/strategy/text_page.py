"""What does the strategy say in its sections, what are its title and years, and how does it read in Russian?"""

from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import actions, entries
from ayil_desktop.strategy.records import Section
from ayil_desktop.strategy.russian_panel import HOW, RussianPanel
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import doing, room, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, TextField

_LINES = 12


class TextPage(QWidget):
    """The sections, each chosen and written; and, as the other side of the page, every text in Russian."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self._section = ""
        self.sides = QTabBar()
        self.russian = RussianPanel(desk)
        self.head, self.form = Form(), Form()
        self.sections = QComboBox()
        self.in_russian = Button(Message("Russian text…"), sign="languages")
        self.head.add_row(
            TextField("title_ky", Message("Title in Kyrgyz")),
            TextField("controller_ky", Message("Who controls the execution")),
        )
        self.head.add_row(DateField("begins", Message("Period from")), DateField("ends", Message("Period until")))
        self.head.add(LongTextField("title_page", Message("Title page"), hint=TITLE_PAGE, lines=4))
        self.form.add(TextField("title", Message("Title of the section")))
        self.form.add(LongTextField("text", Message("Text"), hint=HOW, lines=_LINES))
        self._lay_out()
        self._join()

    def show_strategy(self, shown: Shown) -> None:
        """The strategy as it is written; the chosen section stays."""
        self._shown = shown
        for place, words in enumerate(SIDES):
            self.sides.setTabText(place, str(words))
        strategy = shown.strategy
        for form in (self.head, self.form):
            form.setEnabled(shown.is_open)
        names = ("title_ky", "controller_ky", "begins", "ends")
        values = {name: getattr(strategy, name) for name in names}
        self.head.set_values(values | {"title_page": "\n".join(strategy.title_page)})
        place = max(self.sections.currentIndex(), 0)
        self.sections.blockSignals(True)
        self.sections.clear()
        self.sections.addItems([f"{one.number} {one.title_ky}".strip() for one in strategy.sections])
        self.sections.setCurrentIndex(min(place, len(strategy.sections) - 1))
        self.sections.blockSignals(False)
        self.sections.setAccessibleName(str(Message("Sections of the strategy")))
        self._show_section()
        self.russian.show_strategy(shown)

    def go_to_russian(self, record: str) -> None:
        """The Russian side of the page, at the texts of one record."""
        self.sides.setCurrentIndex(1)
        self.russian.go_to(record)

    def _chosen(self) -> Section | None:
        place = self.sections.currentIndex()
        return self._shown.strategy.sections[place] if self._shown and place >= 0 else None

    def _show_section(self) -> None:
        section = self._chosen()
        if section is None:
            return
        if section.id != self._section:
            self.form.revert()
        self._section = section.id
        self.form.set_values({"title": section.title_ky, "text": entries.written(section.blocks)})

    def _change(self, name: str, value: Any) -> None:
        if self._shown is not None:
            strategy_id = self._shown.strategy.id
            value = value.splitlines() if name == "title_page" else value
            doing.by_form(
                self.desk,
                self.head,
                lambda: actions.change_strategy(self.desk.store, strategy_id=strategy_id, **{name: value}),
            )

    def _write(self, name: str, value: str) -> None:
        section = self._chosen()
        if section is None:
            return
        title = value if name == "title" else section.title_ky
        text = value if name == "text" else entries.written(section.blocks)
        doing.by_form(
            self.desk,
            self.form,
            lambda: actions.write_section(self.desk.store, section_id=section.id, text=text, title_ky=title),
        )

    def _join(self) -> None:
        self.sections.currentIndexChanged.connect(lambda _place: self._show_section())
        self.head.committed.connect(self._change)
        self.form.committed.connect(self._write)
        self.sides.currentChanged.connect(self._front.setCurrentIndex)
        self.in_russian.clicked.connect(lambda: self.go_to_russian(self._section))

    def _lay_out(self) -> None:
        written = QWidget()
        whole = QVBoxLayout(written)
        whole.setContentsMargins(0, 0, style.STEP, 0)
        whole.setSpacing(style.STEP * 2)
        chosen = QHBoxLayout()
        chosen.setSpacing(style.STEP)
        chosen.addWidget(self.sections, 1)
        chosen.addWidget(self.in_russian)
        whole.addWidget(self.head)
        whole.addLayout(chosen)
        whole.addWidget(self.form)
        whole.addStretch()
        self._front = QStackedWidget()
        for side in (room.scrolled(written), self.russian):
            self._front.addWidget(side)
            self.sides.addTab("")
        self.sides.setExpanding(False)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.sides)
        stack.addWidget(self._front, 1)


SIDES = (Message("Sections"), Message("Kyrgyz and Russian"))
TITLE_PAGE = Message(
    "Line by line, as it is printed: who approved it, then in capitals what it is. Empty: the program writes it itself."
)
