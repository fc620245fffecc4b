"""How are the Russian words of many Kyrgyz texts written, each beside the other?"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import beginning, room, style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.keys import ENTER
from ayil_desktop.widgets.labels import Button, Chip, Label, Words
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.text_fields import LongTextField

_LINES = 6
_ABOVE = 330


class _Text(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def kyrgyz(self) -> str: ...

    @property
    def russian(self) -> str: ...

    @property
    def is_missing(self) -> bool: ...

    @property
    def is_outdated(self) -> bool: ...

    @property
    def is_wanted(self) -> bool: ...

    @property
    def says(self) -> str | None: ...


AnyText = TypeVar("AnyText", bound=_Text)


class BothLanguages(QWidget, Generic[AnyText]):
    """All texts in a table, the chosen one below in both languages. Ctrl+Enter keeps it and goes to the next wanted.

    A text that is older than its Kyrgyz one says below what that was, and can be found right as it is.
    `written` gives Russian words by the ids of their texts; a column that is pasted fills the rows from the chosen one
    downwards. `shown` tells which text is below, or None. `head` and `low` are there for what else a screen has above
    the table and below both fields.
    """

    written = Signal(dict)
    shown = Signal(object)
    clause_asked = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column[AnyText]],
        *,
        key: str,
        empty: Message,
        section: Callable[[AnyText], Words] | None = None,
        below: int,
    ) -> None:
        super().__init__()
        self.text: AnyText | None = None
        self.count = Chip()
        self.next = Button(Message("Next missing (Ctrl+Enter)"), sign="arrow-down")
        self.table: RecordTable[AnyText] = RecordTable(
            columns,
            key=key,
            name=Message("Texts in Kyrgyz and Russian"),
            empty=empty,
            section=section,
            tip=lambda text: text.kyrgyz,
            whole_rows=True,
            lines=2,
        )
        self.kyrgyz, self.form = Form(), Form()
        self.kyrgyz_text = self.kyrgyz.add(LongTextField("kyrgyz", Message("In Kyrgyz"), lines=_LINES))
        self.russian_text = self.form.add(LongTextField("russian", Message("In Russian"), lines=_LINES))
        self.right = Button(Message("The Russian text is right"), sign="check")
        self.earlier = Label(say="due", wraps=True)
        self.head, self.low = QHBoxLayout(), QVBoxLayout()
        self._lay_out(below)
        self._join()

    def show_texts(self, texts: Sequence[AnyText]) -> None:
        """The first that is wanted is chosen where none was."""
        self.table.set_rows(texts)
        if self.table.current() is None and texts:
            self.table.go_to(next((one for one in texts if one.is_wanted), texts[0]).id)
        self._show_text(self.table.current())

    def go_to(self, text_id: str) -> None:
        """Ready to type its Russian words."""
        self.table.go_to(text_id)
        self.russian_text.setFocus()

    def go_on(self) -> None:
        """Keep what was typed; then the next text that is wanted, from the top again after the last."""
        self.form.commit()
        texts = self.table.shown()
        if self.russian_text.refusal or self.text is None or not texts:
            return
        place = next((number for number, one in enumerate(texts) if one.id == self.text.id), -1) + 1
        following = next((one for one in (*texts[place:], *texts[:place]) if one.is_wanted), None)
        if following is not None:
            self.go_to(following.id)

    def lock(self, is_locked: bool) -> None:
        """Whether the Russian words are shown only."""
        entry = self.russian_text.text
        if entry.isReadOnly() != is_locked:
            entry.setReadOnly(is_locked)
            entry.style().unpolish(entry)
            entry.style().polish(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in ENTER
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.go_on()
                return True
        return False

    def _show_text(self, text: AnyText | None) -> None:
        if self.text is not None and (text is None or text.id != self.text.id):
            self.form.revert()
        self.text = text
        self.form.setEnabled(text is not None)
        self.kyrgyz_text.set_value(text.kyrgyz if text else "")
        self.russian_text.set_value(text.russian if text else "")
        is_outdated = text is not None and text.is_outdated
        for part in (self.earlier, self.right):
            part.setVisible(is_outdated)
        words = text.says if text is not None and text.says is not None else ""
        self.earlier.set_words(Message("The Russian text was written when the Kyrgyz one said: “{words}”", words=words))
        self.shown.emit(text)

    def _commit(self, _name: str, words: str) -> None:
        if self.text is not None:
            self.written.emit({self.text.id: words})

    def _keep(self) -> None:
        """Looked at and found right: what is typed, or what stands there, says the Kyrgyz text of now."""
        if self.text is not None:
            self.written.emit({self.text.id: self.russian_text.content()})

    def _paste(self, block: Sequence[Sequence[str]]) -> None:
        """The last column of what was copied is the Russian one."""
        texts, current = self.table.shown(), self.table.current()
        place = next((number for number, one in enumerate(texts) if current and one.id == current.id), 0)
        pairs = zip(texts[place:], block, strict=False)
        words = {text.id: row[-1] for text, row in pairs if row and row[-1].strip()}
        if words:
            self.written.emit(words)

    def _join(self) -> None:
        self.kyrgyz_text.text.setReadOnly(True)
        self.russian_text.text.installEventFilter(self)
        self.table.current_changed.connect(self._show_text)
        self.table.activated.connect(lambda _text: self.russian_text.setFocus())
        self.table.pasted.connect(self._paste)
        self.next.clicked.connect(self.go_on)
        self.right.clicked.connect(self._keep)
        self.form.committed.connect(self._commit)
        for part in (self.form, self.table):
            part.clause_asked.connect(self.clause_asked)

    def _lay_out(self, below: int) -> None:
        self.head.setSpacing(style.STEP * 2)
        self.head.addWidget(self.count)
        self.head.addWidget(self.next)
        self.head.addStretch()
        self.head.addWidget(self.table.filter_line)
        sides = QHBoxLayout()
        sides.setSpacing(style.STEP * 2)
        sides.addWidget(self.kyrgyz, 1)
        sides.addWidget(self.form, 1)
        both = QWidget()
        both.setLayout(self.low)
        self.low.setContentsMargins(0, 0, 0, 0)
        self.low.setSpacing(0)
        self.low.addLayout(sides)
        changed = QHBoxLayout()
        changed.addWidget(self.earlier, 1)
        changed.addWidget(self.right)
        self.low.addLayout(changed)
        parts = room.parted(self.table, both)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(self.head)
        stack.addWidget(parts, 1)
        parts.setSizes([_ABOVE, below])
        beginning.begin_at(self, self.table)


def russian_column(width: int) -> Column[Any]:
    """The Russian words, with a sign where they are missing or older than the Kyrgyz ones."""
    return Column(
        "russian",
        Message("In Russian"),
        _in_russian,
        width=width,
        sign=lambda text: "circle-alert" if text.is_missing else "triangle-alert" if text.is_outdated else "",
        ink=lambda text: "due" if text.is_wanted else "",
    )


def count_words(every: Sequence[AnyText]) -> Message:
    """How many are written, and how many of them are older than the Kyrgyz ones."""
    written, outdated = sum(not one.is_missing for one in every), sum(one.is_outdated for one in every)
    if outdated:
        return Message(
            "In Russian: {written} of {total}, outdated: {outdated}",
            written=written,
            total=len(every),
            outdated=outdated,
        )
    return Message("In Russian: {written} of {total}", written=written, total=len(every))


def _in_russian(text: _Text) -> Message | str:
    if text.is_outdated:
        return Message("outdated: {words}", words=text.russian)
    return Message("missing") if text.is_missing else text.russian
