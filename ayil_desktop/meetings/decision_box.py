"""Which decisions were taken on a matter, and how is one more written?"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import carried, decision_actions, decision_words, decisions, going_on
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.decision_form import DecisionForm
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.fold_box import FoldBox
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.wordings_button import Wanted, WordingsButton
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import LongTextField


class DecisionLine(FoldBox):
    """One decision in a line; its form is made when it is unfolded."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self._place = QWidget()
        super().__init__("", self._place)
        self.desk = desk
        self._shown: tuple[Decision, str, Opened] | None = None
        self.form: DecisionForm | None = None
        stack = QVBoxLayout(self._place)
        stack.setContentsMargins(0, 0, 0, 0)
        self.unfolded.connect(self._fill)

    def show_decision(self, decision: Decision, number: str, opened: Opened) -> None:
        self._shown = (decision, number, opened)
        words = decision_words.text(decision, catalogue.current())
        self.show_title(_title(number, decision, opened), words.replace("\n", " "))
        if self.is_open:
            self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        if self.form is None:
            self.form = DecisionForm(self.desk, self._shown[2])
            self.form.clause_asked.connect(self.clause_asked)
            stack = self._place.layout()
            if stack is not None:
                stack.addWidget(self.form)
            # A layout shows what it is given a moment later; until then it cannot take the focus.
            self.form.show()
        self.form.show_decision(*self._shown)


class DecisionBox(QWidget):
    """The decisions of a matter under each other, and the way to one more."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._item: AgendaItem | None = None
        self._opened: Opened | None = None
        self.lines: dict[str, DecisionLine] = {}
        self.new = Form(at_once=False)
        self.text = self.new.add(LongTextField("text_ky", Message("Decision in Kyrgyz"), lines=3))
        self.wordings = WordingsButton(desk, self.text, self._wanted)
        self.write = Button(Message("Write the decision"), sign="gavel")
        self.more = Button(Message("Decision"), sign="plus")
        self.more.setToolTip(labels.tooltip(Message("Ctrl+D")))
        self.write.clicked.connect(self.keep_new)
        self.more.clicked.connect(self.begin)
        self.new.clause_asked.connect(self.clause_asked)
        self._entry = QWidget()
        self._lay_out()

    def show_item(self, item: AgendaItem, opened: Opened, *, may_change: bool) -> None:
        """The decisions of a matter; what was typed for another one waits until that is shown again."""
        if self._item is None or self._item.id != item.id:
            self.new.turn_to(item.id)
            self._entry.setVisible(self.new.is_touched)
        self._item, self._opened = item, opened
        numbered = decisions.numbered(item)
        self._let_go({one.id for _, one in numbered})
        for number, one in numbered:
            self._line(one.id).show_decision(one, number, opened)
        self.more.setVisible(may_change and self._entry.isHidden())

    def begin(self) -> None:
        """A field for the words of a new decision, with those that offer themselves."""
        if self._item is None:
            return
        if not self.new.is_touched:
            self.text.set_value("" if self._item.decisions else going_on.decision_text(self._item, "ky"))
        self._entry.show()
        self.more.hide()
        self.text.setFocus()

    def keep_new(self) -> Done | None:
        """Take the decision whose words stand in the field; a no is said below it."""
        self.new.clear_refusals()
        return self._keep(self.text.read())

    def write_proposed(self) -> Done | None:
        """Take the decision with the words that offer themselves; without any the field is opened."""
        words = going_on.decision_text(self._item, "ky") if self._item else ""
        if self._entry.isVisibleTo(self):
            return self.keep_new()
        if not words.strip():
            self.begin()
            return None
        return self._keep(words)

    def open(self, decision_id: str) -> None:
        """Unfold a decision with its words ready to be corrected."""
        line = self.lines.get(decision_id)
        if line is not None:
            line.open()
            if line.form is not None:
                line.form.text.setFocus()

    @property
    def refusal(self) -> str:
        """Why a new decision was not taken; empty while nothing was refused."""
        return self.text.refusal or self.new.refusal

    def _keep(self, words: str) -> Done | None:
        item, opened = self._item, self._opened
        if item is None or opened is None:
            return None
        kind = going_on.kind_of_decision(item, recommends=opened.day.recommends)
        add = partial(decision_actions.add_decision, self.desk.store, item_id=item.id, text_ky=words, kind=kind)
        try:
            done = self.desk.run(partial(add, text_ru=_russian(item, words)))
        except Refused as refused:
            self.begin()
            self.new.show_refusal(refused)
            return None
        if done:
            self.new.revert()
            self._entry.hide()
            self.more.show()
        return done

    def _wanted(self) -> Wanted | None:
        return Wanted.on_matter(self._item, self._opened)

    def _line(self, decision_id: str) -> DecisionLine:
        if decision_id not in self.lines:
            line = self.lines[decision_id] = DecisionLine(self.desk)
            line.clause_asked.connect(self.clause_asked)
            self._lines.addWidget(line)
            line.show()
        return self.lines[decision_id]

    def _let_go(self, known: set[str]) -> None:
        for gone in set(self.lines) - known:
            line = self.lines.pop(gone)
            line.hide()
            line.deleteLater()

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setSpacing(style.STEP // 2)
        entry = QVBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(style.STEP // 2)
        entry.addWidget(self.new)
        entry.addLayout(_at_left(self.write))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addLayout(self._lines)
        stack.addWidget(self._entry)
        stack.addLayout(_at_left(self.more))


def _title(number: str, decision: Decision, opened: Opened) -> Message:
    """Its number, and that its vote did not adopt it where that is so."""
    item = next((one for one in opened.meeting.items if one.id == decision.item_id), None)
    if item is None or carried.is_carried(decision, item):
        return Message("Decision {number}", number=number)
    return Message("Decision {number}: its vote did not adopt it", number=number)


def _russian(item: AgendaItem, words: str) -> str:
    """The Russian words that go with the proposed ones; with words of one's own there are none yet."""
    return going_on.decision_text(item, "ru") if words == going_on.decision_text(item, "ky") else ""


def _at_left(button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    return row
