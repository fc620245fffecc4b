"""Which change of the composition did this meeting decide that waits for the head's order?"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import composition_actions, order_windows, rules, selections
from ayil_desktop.meetings.decision_records import CompositionOrder
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office.entry_window import EntryWindow
from ayil_desktop.store.work import reading
from ayil_desktop.widgets import doing, icons, labels, style
from ayil_desktop.widgets.labels import Button, ClauseLink
from ayil_desktop.widgets.one_line import OneLine
from ayil_desktop.widgets.tab import Desk

_SIGNS = ("send", "printer", "stamp")
_WORDS = (Message("Handed over today"), Message("Draft order…"), Message("Enter the signed act…"))


class OrdersLine(QFrame):
    """The composition was voted to change: the head's order is drafted from the minutes, and entered when it is signed
    (CN-6.5, R-16). One line, so that the minutes keep the page. `opened` is the window before the screen."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self.setProperty("chip", "accent")
        self.words = OneLine("text")
        self._told: Message | str = ""
        self.clause = ClauseLink("", self)
        self.more = Button(Message("Order of the head"))
        menu = QMenu(self.more)
        self.more.setMenu(menu)
        self.hand_over, self.draft, self.enter = (menu.addAction(icons.icon(sign), "") for sign in _SIGNS)
        self.opened: EntryWindow | None = None
        self.clause.asked.connect(self.clause_asked)
        self.hand_over.triggered.connect(self._hand_over)
        self.draft.triggered.connect(lambda: self._open(order_windows.draft))
        self.enter.triggered.connect(lambda: self._open(order_windows.enter))
        row = QHBoxLayout(self)
        row.setContentsMargins(style.STEP, style.STEP // 2, style.STEP, style.STEP // 2)
        row.setSpacing(style.STEP)
        row.addWidget(labels.Sign("users", "accent"))
        row.addWidget(self.words, 1)
        row.addWidget(self.clause)
        row.addWidget(self.more)
        self.translate()
        self.hide()

    def translate(self) -> None:
        self.words.set_words(str(self._told))
        for line, words in zip((self.hand_over, self.draft, self.enter), _WORDS, strict=True):
            line.setText(str(words))

    def show_opened(self, found: Opened) -> None:
        """Hidden where no voted change of this meeting waits for an order."""
        self._opened = found
        self.clause.show_clause(found.day.cites("CN-6.5"))
        waiting = self._waiting(found)
        self.setVisible(bool(waiting))
        if not waiting:
            return
        on = waiting[0].handed_over_on
        names = ", ".join(row.round.candidate_name for row in waiting)
        self._told = (
            Message("The composition is to change ({names}). Hand the minutes over for the head's order.", names=names)
            if on is None
            else Message("The composition is to change ({names}). Handed over on {on}.", names=names, on=on)
        )
        self.words.set_words(str(self._told))
        self.hand_over.setVisible(on is None)

    def _waiting(self, found: Opened) -> list[CompositionOrder]:
        is_voted = any(one.change is not None for item in found.meeting.items for one in item.rounds)
        if found.meeting.state not in rules.HELD_STATES or not is_voted:
            return []
        with reading(self.desk.store) as session:
            every = selections.open_composition_orders(session, found.meeting.body_id)
        return [row for row in every if row.meeting_id == found.meeting.id]

    def _open(self, make: Callable[[QWidget, Desk, Meeting], EntryWindow]) -> None:
        if self._opened is not None:
            self.opened = make(self, self.desk, self._opened.meeting)
            self.opened.clause_asked.connect(self.clause_asked)
            self.opened.open()

    def _hand_over(self) -> None:
        if self._opened is not None:
            meeting, today = self._opened.meeting, self.desk.today()
            hand_over = partial(composition_actions.hand_over, self.desk.store, body_id=meeting.body_id)
            doing.by_button(self.desk, partial(hand_over, on=today, meeting_id=meeting.id))
