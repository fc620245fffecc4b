"""How does a wording come into a decision without being typed?"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QMenu

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import going_on, selections, wordings
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.choices import DecisionKind
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField

Move = QTextCursor.MoveOperation

MOST_DECIDED = 5
_WIDTH = style.STEP * 60


@dataclass(frozen=True)
class Wanted:
    """What is being worded; `decision_id` where it is kept already."""

    body_id: str
    kind: DecisionKind
    decision_id: str | None = None

    @classmethod
    def on_matter(cls, item: AgendaItem | None, opened: Opened | None) -> "Wanted | None":
        """What would be decided on a matter; None where none is shown."""
        if item is None or opened is None:
            return None
        kind = going_on.kind_of_decision(item, recommends=opened.day.recommends)
        return cls(opened.meeting.body_id, kind)


class WordingsButton(Button):
    """Above the words of a decision: the formulas of its kind, and how the body worded such decisions before.

    The chosen one goes in at the cursor; Alt+Down opens the menu from within the field. `is_narrow` where there is room
    for an icon only: its name stands in the tooltip then. `language` where a field has now one and now the other.
    """

    def __init__(
        self,
        desk: Desk,
        field: LongTextField,
        wanted: Callable[[], Wanted | None],
        *,
        is_narrow: bool = False,
        language: Callable[[], str] | None = None,
    ) -> None:
        self._is_narrow = is_narrow
        super().__init__(Message("Ready wordings"), sign="clipboard-paste" if is_narrow else "")
        self.desk, self._field, self._wanted = desk, field, wanted
        of_field = "ru" if field.name.endswith("_ru") else "ky"
        self._language = language or (lambda: of_field)
        self.setProperty("link", True)
        # A click must not take the focus: leaving the field keeps what is typed.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lines = QMenu(self)
        self.lines.setToolTipsVisible(True)
        self.lines.aboutToShow.connect(self.fill)
        self.setMenu(self.lines)
        self.setProperty("menu", True)
        field.put_beside_title(self)
        key = QShortcut(QKeySequence("Alt+Down"), field.text)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.open)

    def open(self) -> None:
        """Under the cursor of the field."""
        self.lines.popup(self._field.text.mapToGlobal(self._field.text.cursorRect().bottomLeft() + QPoint(0, 2)))

    def fill(self) -> None:
        """What fits now; nothing is read before somebody looks."""
        self.lines.clear()
        wanted = self._wanted()
        if wanted is None:
            return
        language = self._language()
        known = wordings.formulas(wanted.kind, language)
        for formula in known:
            self._line(formula, wordings.formula_inserted)
        with reading(self.desk.store) as session:
            decided = selections.decided_words(
                session,
                wanted.body_id,
                wanted.kind,
                language,
                but_decision=wanted.decision_id,
                most=MOST_DECIDED + len(known),
            )
        own = [words for words in decided if words not in known][:MOST_DECIDED]
        if own:
            self.lines.addSeparator()
            self.lines.addAction(labels.literal(Message("Decided before:"))).setEnabled(False)
        for words in own:
            self._line(words, wordings.inserted)

    def translate(self) -> None:
        super().translate()
        if self._is_narrow:
            self.setText("")
        self.setToolTip(labels.tooltip(Message("Insert a ready wording at the cursor (Alt+Down)")))

    def _line(self, words: str, insert: Callable[..., tuple[str, int]]) -> None:
        shown = " ".join(words.split())
        short = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, _WIDTH)
        line = self.lines.addAction(labels.literal(short))
        line.setToolTip(labels.tooltip(words if short != shown else ""))
        line.triggered.connect(lambda _checked=False: self._insert(partial(insert, words)))

    def _insert(self, worded: Callable[..., tuple[str, int]]) -> None:
        """Behind what is marked, in one step of the field's own undo."""
        box = self._field.text
        cursor = box.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        at = cursor.position()
        words, place = worded(before=_beside(cursor, Move.Start), after=_beside(cursor, Move.End))
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        cursor.setPosition(at + len(words[:place].encode("utf-16-le")) // 2)
        box.setTextCursor(cursor)
        box.setFocus()


def _beside(cursor: QTextCursor, way: QTextCursor.MoveOperation) -> str:
    """All words on one side of the cursor."""
    marked = QTextCursor(cursor)
    marked.movePosition(way, QTextCursor.MoveMode.KeepAnchor)
    return marked.selection().toPlainText()
