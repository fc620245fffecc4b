"""Which texts of a meeting are written in Russian, and which are missing? Both wordings beside each other."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import opened, russian, russian_actions
from ayil_desktop.meetings.russian import Text
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.widgets import doing, style
from ayil_desktop.widgets.both_languages import BothLanguages, count_words, russian_column
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.tab import Desk

_SIZE = style.STEP * 120, style.STEP * 70
_BELOW = 170


class RussianWindow(PlainWindow):
    """All texts of one meeting; what is written is kept at once."""

    def __init__(self, parent: QWidget, desk: Desk, meeting_id: str) -> None:
        super().__init__(parent)
        self._desk, self._meeting_id = desk, meeting_id
        self.texts: BothLanguages[Text] = BothLanguages(
            _columns(),
            key="meetings/russian",
            empty=Message("This meeting has no texts yet."),
            below=_BELOW,
        )
        self.close_button = Button(Message("Close"))
        self._lay_out()
        self._join()
        self.translate()
        self.read()
        self.texts.russian_text.setFocus()

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Russian texts of the meeting")))

    def read(self) -> None:
        """The texts as they stand now."""
        found = opened.meeting(self._desk.store, self._meeting_id, self._desk.today())
        if found is None:
            self.close()
            return
        every = russian.texts(found.meeting)
        is_due = any(one.is_wanted for one in every)
        self.texts.count.show_state("due" if is_due else "done", count_words(every), "languages")
        self.texts.next.setEnabled(is_due)
        self.texts.lock(found.is_sealed)
        self.texts.show_texts(every)

    def _write(self, words: Mapping[str, str]) -> None:
        done = doing.by_form(
            self._desk,
            self.texts.form,
            lambda: russian_actions.translate(self._desk.store, meeting_id=self._meeting_id, words=words),
        )
        if done:
            self.read()

    def _join(self) -> None:
        self.texts.written.connect(self._write)
        self.texts.next.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close)
        self.texts.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        stack = QVBoxLayout(self)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.texts, 1)
        stack.addLayout(foot)
        self.resize(*_SIZE)


def _columns() -> list[Column[Text]]:
    return [
        Column("what", Message("Text"), lambda text: text.what, width=170),
        Column("kyrgyz", Message("In Kyrgyz"), lambda text: text.kyrgyz, width=300, stretches=True),
        russian_column(360),
    ]
