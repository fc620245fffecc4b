"""How is one section of the minutes read, corrected in place, and compared with what the program would write?"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.minutes import Section
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Button, Chip, Label, Words
from ayil_desktop.widgets.text_fields import LongTextField

_FOR_A_MENU = Qt.FocusReason.PopupFocusReason
_LEAST_LINES, _MOST_LINES = 2, 14


class SectionCard(QFrame):
    """Heading and text; a click or Enter on the pencil opens the field, leaving it keeps what was typed.

    `edited` gives the new text, `restored` asks for the program's text again, `kept` says that the correction stays
    although the facts have changed since.
    """

    edited = Signal(str)
    restored = Signal()
    kept = Signal()
    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.section = Section("", "", "", "")
        self._may_edit = False
        self._shown: tuple[Section, Words, bool] | None = None
        self._is_title = False
        self.field: LongTextField | None = None
        self.heading = Label(wraps=True)
        self.text = Label(wraps=True)
        self.correction: Correction | None = None
        self.with_wordings: Callable[[LongTextField], object] | None = None
        """Gives the field of a section with decisions its ready wordings."""
        self.pencil = QToolButton()
        labels.set_icon(self.pencil, "pencil", "muted")
        self.pencil.setFixedSize(style.ROW, style.ROW)
        self.pencil.clicked.connect(self.begin)
        self._lay_out()

    @property
    def is_open(self) -> bool:
        """Whether the field stands in the place of the text."""
        return self.field is not None and not self.field.isHidden()

    def show_section(self, section: Section, caption: Words, *, may_edit: bool) -> None:
        """The section as it stands; what is half typed stays."""
        shown = (section, caption, may_edit)
        if shown == self._shown and self.field is None:
            return
        self._shown = shown
        self.section, self._may_edit = section, may_edit
        self._show_words(caption)
        self.pencil.setVisible(may_edit)
        self.setCursor(Qt.CursorShape.IBeamCursor if may_edit else Qt.CursorShape.ArrowCursor)
        if section.is_edited and self.correction is None:
            self.correction = self._make_correction()
        if self.correction is not None:
            self.correction.show_section(section, may_edit=may_edit)
        self._say_name()
        if self.field is not None:
            self.field.set_value(section.text)
            if not self.field.is_touched:
                self._end()

    def _show_words(self, caption: Words) -> None:
        """The title of a matter is its own heading; what the program only names itself is muted."""
        section = self.section
        self._is_title = section.key.endswith(":title")
        self.heading.set_words(section.text if self._is_title else section.heading or caption)
        self.heading.say("heading" if self._is_title else "strong" if section.heading else "muted")
        self.text.say("" if section.text else "muted")
        self.text.set_words(section.text or Message("Nothing is written here yet."))
        self.text.setVisible(self._has_text)

    @property
    def _has_text(self) -> bool:
        is_compared = self.section.is_outdated and self._may_edit
        return not self.is_open and not self._is_title and not is_compared

    def translate(self) -> None:
        self._say_name()

    def begin(self) -> None:
        """A field in the place of the text, as high as the text is long."""
        if not self._may_edit:
            return
        field = self.field or self._make_field()
        field.set_value(self.section.text)
        lines = min(max(self.section.text.count("\n") + 1 + len(self.section.text) // 90, _LEAST_LINES), _MOST_LINES)
        field.text.setMinimumHeight((lines + 1) * field.text.fontMetrics().lineSpacing() + style.STEP * 2)
        self.text.hide()
        field.show()
        field.setFocus()

    def show_refusal(self, refused: Refused) -> None:
        """Below the field; what was typed stays."""
        if self.field is not None:
            self.field.show_refusal(refused)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._may_edit and not self.is_open and event.button() == Qt.MouseButton.LeftButton:
            self.begin()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._end()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A menu of the field takes the focus for a moment only.
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() is not _FOR_A_MENU:
            # After the field itself has taken what was typed.
            QTimer.singleShot(0, self, self._end_unless_touched)
        return False

    def _make_field(self) -> LongTextField:
        field = LongTextField("text", self.heading.text())
        field.title.set_words("")
        field.title.setVisible(self.with_wordings is not None)
        if self.with_wordings is not None:
            self.with_wordings(field)
        field.committed.connect(lambda text: self.edited.emit(text))
        field.clause_asked.connect(self.clause_asked)
        field.entry.installEventFilter(self)
        field.entry.setAccessibleName(self.accessibleName())
        self._column.insertWidget(2, field)
        self.field = field
        return field

    def _make_correction(self) -> "Correction":
        """Made for the few sections that need it: minutes have a hundred."""
        made = Correction()
        made.restore.clicked.connect(self.restored)
        made.versions.mine.clicked.connect(self.kept)
        made.versions.programs.clicked.connect(self.restored)
        self._head.insertWidget(1, made)
        self._column.addWidget(made.versions)
        return made

    def _end_unless_touched(self) -> None:
        if self.field is not None and not self.field.is_touched and not self.field.text.hasFocus():
            self._end()

    def _end(self) -> None:
        if self.field is None or self.field.isHidden():
            return
        had_focus = self.field.text.hasFocus()
        self.field.hide()
        self.text.setVisible(self._has_text)
        if had_focus:
            self.pencil.setFocus()

    def _say_name(self) -> None:
        name = self.heading.text() or self.section.text
        self.setAccessibleName(name)
        self.pencil.setAccessibleName(str(Message("Correct: {name}", name=name)))
        self.pencil.setToolTip(labels.tooltip(Message("Correct this part (or click the text)")))

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(style.STEP)
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.pencil)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(style.STEP, style.STEP // 2, style.STEP, style.STEP // 2)
        self._column.setSpacing(style.STEP // 2)
        self._column.addLayout(self._head)
        self._column.addWidget(self.text)


class Correction(QWidget):
    """The mark of a section that was corrected by hand, and the way back; `versions` stand below the text."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = Chip("accent", Message("Corrected by hand"), "pencil")
        self.restore = Button(Message("Take the program's text"), sign="undo-2")
        self.versions = Versions()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP)
        row.addWidget(self.mark)
        row.addWidget(self.restore)

    def show_section(self, section: Section, *, may_edit: bool) -> None:
        """Hidden again where the program's text was taken."""
        self.setVisible(section.is_edited)
        self.restore.setVisible(may_edit and not section.is_outdated)
        self.versions.show_section(section, may_edit=may_edit)


class Versions(QFrame):
    """What was corrected and what the program writes since the facts changed, side by side; hidden where they agree."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("chip", "due")
        self.mine = Button(Message("Keep mine"), sign="check")
        self.programs = Button(Message("Take the program's"), sign="undo-2")
        self._say = Label(
            Message("The facts have changed since this was corrected. Which text is to stand?"), say="due", wraps=True
        )
        self.own, self.written = Label(wraps=True), Label(wraps=True)
        self._lay_out()

    def show_section(self, section: Section, *, may_edit: bool) -> None:
        """Both texts where they contradict each other."""
        self.setVisible(section.is_outdated and may_edit)
        self.own.set_words(section.text)
        self.written.set_words(section.written)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(style.STEP * 2)
        for title, text, button in (
            (Message("As corrected"), self.own, self.mine),
            (Message("As the program writes it now"), self.written, self.programs),
        ):
            sides.addWidget(_side(title, text, button), 1)
        stack = QVBoxLayout(self)
        stack.setSpacing(style.STEP)
        head = QHBoxLayout()
        head.setSpacing(style.STEP // 2)
        head.addWidget(labels.Sign("triangle-alert", "due"))
        head.addWidget(self._say, 1)
        stack.addLayout(head)
        stack.addLayout(sides)


def _side(title: Message, text: Label, button: Button) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.STEP // 2)
    column.addWidget(Label(title, say="muted"))
    column.addWidget(text)
    column.addStretch()
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return side
