"""Which texts of the strategy are written in Russian, and which are missing? Both wordings beside each other."""

from collections.abc import Collection, Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import baselines, russian, russian_actions
from ayil_desktop.strategy.russian import Text
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import beginning, doing
from ayil_desktop.widgets.both_languages import BothLanguages
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Button, Label
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
        self.right = Button(Message("The Russian text is right"), sign="check")
        self.earlier = Label(say="due", wraps=True)
        self.hint = Label(say="muted", wraps=True)
        self.texts: BothLanguages[Text] = BothLanguages(
            _columns(),
            key="strategy/russian",
            empty=Message("Every text is written in Russian."),
            is_wanted=lambda text: text.is_wanted,
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
        missing, total = russian.missing(every)
        outdated = len(russian.outdated(every))
        words = Message("In Russian: {written} of {total}", written=total - missing, total=total)
        if outdated:
            words = Message(
                "In Russian: {written} of {total}, outdated: {outdated}",
                written=total - missing,
                total=total,
                outdated=outdated,
            )
        self.texts.count.show_state("due" if missing or outdated else "done", words, "languages")
        kept = self.texts.text.id if self.texts.text else ""
        rows = [one for one in every if one.is_wanted or one.id == kept] if self.only_missing.isChecked() else every
        self.texts.show_texts(rows)

    def _tell(self, text: Text | None) -> None:
        """How it is written, or why not; and what its Kyrgyz words were."""
        is_section = text is not None and text.field == "blocks_ru"
        how = HOW if is_section else ONE_A_LINE if text is not None and text.is_list else ""
        is_locked = text is not None and text.id in self._locked
        self.hint.set_words(LOCKED if is_locked else how)
        self.texts.lock(is_locked)
        is_outdated = text is not None and text.is_outdated
        for part in (self.earlier, self.right):
            part.setVisible(is_outdated)
        earlier = text.says if text is not None and text.says is not None else ""
        self.earlier.set_words(
            Message("The Russian text was written when the Kyrgyz one said: “{words}”", words=earlier)
        )

    def _keep(self) -> None:
        """Looked at and found right: what is typed, or what stands there, says the Kyrgyz text of now."""
        if self.texts.text is not None:
            self._write({self.texts.text.id: self.texts.russian_text.content()})

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
        self.right.clicked.connect(self._keep)

    def _lay_out(self) -> None:
        self.texts.head.insertWidget(1, self.only_missing)
        changed = QHBoxLayout()
        changed.addWidget(self.earlier, 1)
        changed.addWidget(self.right)
        self.texts.low.addWidget(self.hint)
        self.texts.low.addLayout(changed)
        self.texts.low.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.texts)
        beginning.begin_at(self, self.texts)


_BELOW = 190


def _in_russian(text: Text) -> Message | str:
    if text.is_outdated:
        return Message("outdated: {words}", words=text.russian)
    return Message("missing") if text.is_missing else text.russian


def _columns() -> list[Column[Text]]:
    return [
        Column("number", Message("№"), lambda text: text.number, width=56),
        Column("what", Message("Text"), lambda text: text.what, width=190),
        Column("kyrgyz", Message("In Kyrgyz"), lambda text: text.kyrgyz, width=300, stretches=True),
        Column(
            "russian",
            Message("In Russian"),
            _in_russian,
            width=440,
            sign=lambda text: "circle-alert" if text.is_missing else "triangle-alert" if text.is_outdated else "",
            ink=lambda text: "due" if text.is_wanted else "",
        ),
    ]


HOW = Message("An empty line ends a paragraph; a line that begins with “1.”, “–” or “•” is a point of a list.")
ONE_A_LINE = Message("One on each line")
LOCKED = Message("Approved with the strategy: this Russian text is changed only inside an amendment.")
