"""Which texts of the strategy are written in Russian, and which are missing? Both wordings beside each other."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.strategy import baselines, russian, russian_actions
from ayil_desktop.strategy.russian import Text
from ayil_desktop.strategy.shown import Shown
from ayil_desktop.widgets import doing, room, style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField

_LINES = 6


class RussianPanel(QWidget):
    """All texts in a table, the chosen one below in both languages. Ctrl+Enter keeps it and goes to the next missing.

    It is read when it is first seen: a big plan has many texts. A column that is pasted fills the rows from the chosen
    one downwards.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: Shown | None = None
        self._is_read = False
        self._text: Text | None = None
        self._locked: Collection[str] = ()
        self.count = Chip()
        self.only_missing = QCheckBox()
        self.next = Button(Message("Next missing (Ctrl+Enter)"), sign="arrow-down")
        self.right = Button(Message("The Russian text is right"), sign="check")
        self.earlier = Label(say="due", wraps=True)
        self.table: RecordTable[Text] = RecordTable(
            _columns(),
            key="strategy/russian",
            name=Message("Texts in Kyrgyz and Russian"),
            empty=Message("Every text is written in Russian."),
            section=lambda text: text.part or Message("The strategy as a whole"),
            tip=lambda text: text.kyrgyz,
            whole_rows=True,
            lines=2,
        )
        self.kyrgyz, self.form = Form(), Form()
        self.kyrgyz_text = self.kyrgyz.add(LongTextField("kyrgyz", Message("In Kyrgyz"), lines=_LINES))
        self.russian_text = self.form.add(LongTextField("russian", Message("In Russian"), lines=_LINES))
        self.hint = Label(say="muted", wraps=True)
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
        self.table.filter_line.line.clear()
        own = [text for text in self.table.rows() if text.record == record]
        chosen = next((text for text in own if text.is_wanted), own[0] if own else None)
        if chosen is not None:
            self.table.go_to(chosen.id)
            self.russian_text.setFocus()

    def go_on(self) -> None:
        """Keep what was typed; then the next text that is missing, from the top again after the last."""
        self.form.commit()
        texts = self.table.shown()
        if self.russian_text.refusal or self._text is None or not texts:
            return
        place = next((number for number, one in enumerate(texts) if one.id == self._text.id), -1) + 1
        following = next((one for one in (*texts[place:], *texts[:place]) if one.is_wanted), None)
        if following is not None:
            self.table.go_to(following.id)
            self.russian_text.setFocus()

    def translate(self) -> None:
        self.only_missing.setText(str(Message("Only missing and outdated ones")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.go_on()
                return True
        return False

    def _read(self) -> None:
        if self._shown is None:
            return
        self._is_read = True
        every = russian.texts(self._shown.strategy)
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
        self.count.show_state("due" if missing or outdated else "done", words, "languages")
        kept = self._text.id if self._text else ""
        rows = [one for one in every if one.is_wanted or one.id == kept] if self.only_missing.isChecked() else every
        self.table.set_rows(rows)
        if self.table.current() is None and rows:
            self.table.go_to(next((one for one in rows if one.is_wanted), rows[0]).id)
        self._show_text(self.table.current())

    def _show_text(self, text: Text | None) -> None:
        if self._text is not None and (text is None or text.id != self._text.id):
            self.form.revert()
        self._text = text
        self.form.setEnabled(text is not None)
        self.kyrgyz_text.set_value(text.kyrgyz if text else "")
        self.russian_text.set_value(text.russian if text else "")
        is_section = text is not None and text.field == "blocks_ru"
        how = HOW if is_section else ONE_A_LINE if text is not None and text.is_list else ""
        is_locked = text is not None and text.id in self._locked
        self.hint.set_words(LOCKED if is_locked else how)
        self._lock(is_locked)
        is_outdated = text is not None and text.is_outdated
        for part in (self.earlier, self.right):
            part.setVisible(is_outdated)
        earlier = text.says if text is not None and text.says is not None else ""
        self.earlier.set_words(
            Message("The Russian text was written when the Kyrgyz one said: “{words}”", words=earlier)
        )

    def _lock(self, is_locked: bool) -> None:
        entry = self.russian_text.text
        if entry.isReadOnly() != is_locked:
            entry.setReadOnly(is_locked)
            entry.style().unpolish(entry)
            entry.style().polish(entry)

    def _commit(self, _name: str, words: str) -> None:
        if self._text is not None:
            self._write({self._text.id: words})

    def _keep(self) -> None:
        """Looked at and found right: what is typed, or what stands there, says the Kyrgyz text of now."""
        if self._text is not None:
            self._write({self._text.id: self.russian_text.content()})

    def _write(self, words: Mapping[str, str]) -> None:
        shown = self._shown
        if shown is not None:
            doing.by_form(
                self.desk,
                self.form,
                lambda: russian_actions.translate(self.desk.store, strategy_id=shown.strategy.id, words=words),
            )

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
        self.only_missing.toggled.connect(lambda _on: self._read())
        self.next.clicked.connect(self.go_on)
        self.right.clicked.connect(self._keep)
        self.form.committed.connect(self._commit)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.STEP * 2)
        for part in (self.count, self.only_missing, self.next):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self.table.filter_line)
        below = QWidget()
        sides = QHBoxLayout()
        sides.setSpacing(style.STEP * 2)
        sides.addWidget(self.kyrgyz, 1)
        sides.addWidget(self.form, 1)
        low = QVBoxLayout(below)
        low.setContentsMargins(0, 0, 0, 0)
        low.setSpacing(0)
        low.addLayout(sides)
        low.addWidget(self.hint)
        changed = QHBoxLayout()
        changed.addWidget(self.earlier, 1)
        changed.addWidget(self.right)
        low.addLayout(changed)
        low.addStretch()
        parts = room.parted(self.table, below)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(parts, 1)
        parts.setSizes([_ABOVE, _BELOW])
        self.setFocusProxy(self.table)


_ABOVE, _BELOW = 330, 190


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
