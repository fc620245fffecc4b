"""Which texts of the strategy are written in Russian, and which are missing? Both wordings beside each other."""

from collections.abc import Collection, Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import baselines, russian, russian_actions
from ayil_desktop.strategy.russian import Text
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import beginning, doing
from ayil_desktop.widgets.both_languages import BothLanguages, count_words, russian_column
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Label
from ayil_desktop.widgets.tab import Desk

_LINES = 6


class RussianPanel(QWidget):
    """Read when it is first seen: a big plan has many texts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self._is_read = False
        self._locked: Collection[str] = ()
        self.only_missing = QCheckBox()
        self.hint = Label(say="muted", wraps=True)
        self.texts: BothLanguages[Text] = BothLanguages(
            _columns(),
            key="strategy/russian",
            empty=Message("Every text is written in Russian."),
            section=lambda text: text.part or Message("The strategy as a whole"),
            below=_BELOW,
        )
        self._lay_out()
        self._join()
        self.translate()

    def show_strategy(self, shown: Shown) -> None:
        """Its texts, as soon as they are looked at."""
        self._shown, self._is_read = shown, False
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_read:
            self._read()

    def go_to(self, record: str) -> None:
        """The first text of a record that is missing, or its first text."""
        if not self._is_read:
            self._read()
        self.only_missing.setChecked(False)
        self.texts.table.filter_line.line.clear()
        own = [text for text in self.texts.table.rows() if text.record == record]
        chosen = next((text for text in own if text.is_wanted), own[0] if own else None)
        if chosen is not None:
            self.texts.go_to(chosen.id)

    def translate(self) -> None:
        self.only_missing.setText(str(Message("Only missing and outdated ones")))

    def _read(self) -> None:
        if self._shown is None:
            return
        self._is_read = True
        every = russian.with_reasons(self._shown.strategy)
        self._locked = baselines.locked_russian(self._shown.strategy)
        is_due = any(one.is_wanted for one in every)
        self.texts.count.show_state("due" if is_due else "done", count_words(every), "languages")
        kept = self.texts.text.id if self.texts.text else ""
        rows = [one for one in every if one.is_wanted or one.id == kept] if self.only_missing.isChecked() else every
        self.texts.show_texts(rows)

    def _tell(self, text: Text | None) -> None:
        """How it is written, or why not."""
        is_section = text is not None and text.field == "blocks_ru"
        how = HOW if is_section else ONE_A_LINE if text is not None and text.is_list else ""
        is_locked = text is not None and text.id in self._locked
        self.hint.set_words(LOCKED if is_locked else how)
        self.texts.lock(is_locked)

    def _write(self, words: Mapping[str, str]) -> None:
        shown = self._shown
        if shown is not None:
            doing.by_form(
                self.desk,
                self.texts.form,
                lambda: russian_actions.translate(self.desk.store, strategy_id=shown.strategy.id, words=words),
            )

    def _join(self) -> None:
        self.texts.written.connect(self._write)
        self.texts.shown.connect(self._tell)
        self.texts.clause_asked.connect(self.desk.show_clause)
        self.only_missing.toggled.connect(lambda _on: self._read())

    def _lay_out(self) -> None:
        self.texts.head.insertWidget(1, self.only_missing)
        self.texts.low.addWidget(self.hint)
        self.texts.low.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.texts)
        beginning.begin_at(self, self.texts)


_BELOW = 190


def _columns() -> list[Column[Text]]:
    return [
        Column("number", Message("№"), lambda text: text.number, width=56),
        Column("what", Message("Text"), lambda text: text.what, width=190),
        Column("kyrgyz", Message("In Kyrgyz"), lambda text: text.kyrgyz, width=300, stretches=True),
        russian_column(440),
    ]


HOW = Message("An empty line ends a paragraph; a line that begins with “1.”, “–” or “•” is a point of a list.")
ONE_A_LINE = Message("One on each line")
LOCKED = Message("Approved with the strategy: this Russian text is changed only inside an amendment.")
