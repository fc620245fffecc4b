"""Which texts of a meeting are written in Russian, and which are missing? Both wordings beside each other."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import opened, russian, russian_actions
from ayil_desktop.meetings.russian import Text
from ayil_desktop.office.plain_window import PlainWindow
from ayil_desktop.widgets import doing, room, style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField

_SIZE = style.STEP * 120, style.STEP * 70
_ABOVE, _BELOW = 330, 170
_LINES = 6


class RussianWindow(PlainWindow):
    """All texts in a table, the chosen one below in both languages. Ctrl+Enter keeps it and goes to the next missing.

    A column that is pasted fills the rows from the chosen one downwards.
    """

    def __init__(self, parent: QWidget, desk: Desk, meeting_id: str) -> None:
        super().__init__(parent)
        self._desk, self._meeting_id = desk, meeting_id
        self._text: Text | None = None
        self.count = Chip()
        self.next = Button(Message("Next missing (Ctrl+Enter)"), sign="arrow-down")
        self.table: RecordTable[Text] = RecordTable(
            _columns(),
            key="meetings/russian",
            name=Message("Texts in Kyrgyz and Russian"),
            empty=Message("This meeting has no texts yet."),
            tip=lambda text: text.kyrgyz,
            whole_rows=True,
            lines=2,
        )
        self.kyrgyz, self.form = Form(), Form()
        self.kyrgyz_text = self.kyrgyz.add(LongTextField("kyrgyz", Message("In Kyrgyz"), lines=_LINES))
        self.russian_text = self.form.add(LongTextField("russian", Message("In Russian"), lines=_LINES))
        self.close_button = Button(Message("Close"))
        self._lay_out()
        self._join()
        self.translate()
        self.read()
        self.russian_text.setFocus()

    def translate(self) -> None:
        self.setWindowTitle(str(Message("Russian texts of the meeting")))

    def read(self) -> None:
        """The texts as they stand now; the first missing one is chosen where none was."""
        found = opened.meeting(self._desk.store, self._meeting_id, self._desk.today())
        if found is None:
            self.close()
            return
        every = russian.texts(found.meeting)
        missing = russian.missing(every)
        words = Message("In Russian: {written} of {total}", written=len(every) - missing, total=len(every))
        self.count.show_state("due" if missing else "done", words, "languages")
        self.next.setEnabled(bool(missing))
        self.table.set_rows(every)
        if self.table.current() is None and every:
            self.table.go_to(next((one for one in every if one.is_missing), every[0]).id)
        self.russian_text.text.setReadOnly(found.is_sealed)
        self._show_text(self.table.current())

    def go_on(self) -> None:
        """Keep what was typed; then the next text that is missing, from the top again after the last."""
        self.form.commit()
        texts = self.table.shown()
        if self.russian_text.refusal or self._text is None or not texts:
            return
        place = next((number for number, one in enumerate(texts) if one.id == self._text.id), -1) + 1
        following = next((one for one in (*texts[place:], *texts[:place]) if one.is_missing), None)
        if following is not None:
            self.table.go_to(following.id)
            self.russian_text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.go_on()
                return True
        return False

    def _show_text(self, text: Text | None) -> None:
        if self._text is not None and (text is None or text.id != self._text.id):
            self.form.revert()
        self._text = text
        self.form.setEnabled(text is not None)
        self.kyrgyz_text.set_value(text.kyrgyz if text else "")
        self.russian_text.set_value(text.russian if text else "")

    def _commit(self, _name: str, words: Any) -> None:
        if self._text is not None:
            self._write({self._text.id: words})

    def _write(self, words: Mapping[str, str]) -> None:
        done = doing.by_form(
            self._desk,
            self.form,
            lambda: russian_actions.translate(self._desk.store, meeting_id=self._meeting_id, words=words),
        )
        if done:
            self.read()

    def _paste(self, block: Sequence[Sequence[str]]) -> None:
        """The last column of what was copied is the Russian one."""
        texts, current = self.table.shown(), self.table.current()
        place = next((number for number, one in enumerate(texts) if current and one.id == current.id), 0)
        pairs = zip(texts[place:], block, strict=False)
        words = {text.id: row[-1] for text, row in pairs if row and row[-1].strip()}
        if words:
            self._write(words)

    def _join(self) -> None:
        self.kyrgyz_text.text.setReadOnly(True)
        self.russian_text.text.installEventFilter(self)
        self.table.current_changed.connect(self._show_text)
        self.table.activated.connect(lambda _text: self.russian_text.setFocus())
        self.table.pasted.connect(self._paste)
        self.form.committed.connect(self._commit)
        for button, run in ((self.next, self.go_on), (self.close_button, self.close)):
            button.setAutoDefault(False)
            button.clicked.connect(run)
        for part in (self.form, self.table):
            part.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP * 2)
        head.addWidget(self.count)
        head.addWidget(self.next)
        head.addStretch()
        head.addWidget(self.table.filter_line)
        below = QWidget()
        sides = QHBoxLayout(below)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(style.STEP * 2)
        sides.addWidget(self.kyrgyz, 1)
        sides.addWidget(self.form, 1)
        parts = room.parted(self.table, below)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        stack = QVBoxLayout(self)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(parts, 1)
        stack.addLayout(foot)
        parts.setSizes([_ABOVE, _BELOW])
        self.resize(*_SIZE)


def _columns() -> list[Column[Text]]:
    return [
        Column("what", Message("Text"), lambda text: text.what, width=170),
        Column("kyrgyz", Message("In Kyrgyz"), lambda text: text.kyrgyz, width=300, stretches=True),
        Column(
            "russian",
            Message("In Russian"),
            lambda text: text.russian or Message("missing"),
            width=360,
            sign=lambda text: "circle-alert" if text.is_missing else "",
            ink=lambda text: "due" if text.is_missing else "",
        ),
    ]
