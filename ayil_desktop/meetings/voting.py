"""The session of a meeting: which matter is in hand, who is in the hall, how is voted, what is decided?"""

from collections.abc import Callable, Sequence
from datetime import time
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import (
    agenda_actions,
    agenda_rows,
    candidates,
    going_on,
    member_lines,
    opened,
    rules,
    session_columns,
    session_keys,
    vote_desk,
)
from ayil_desktop.meetings.agenda_list import AgendaList
from ayil_desktop.meetings.agenda_records import AgendaItem
from ayil_desktop.meetings.agenda_rows import AgendaRow
from ayil_desktop.meetings.attendance_desk import AttendanceDesk
from ayil_desktop.meetings.ballot_box import BallotBox
from ayil_desktop.meetings.came_after_all import CameAfterAll
from ayil_desktop.meetings.choices import NOT_BEGUN, State
from ayil_desktop.meetings.going_on import Next
from ayil_desktop.meetings.hall_panel import HallPanel
from ayil_desktop.meetings.matter_page import MatterPage
from ayil_desktop.meetings.next_bar import NextBar
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.session_bar import SessionBar
from ayil_desktop.meetings.start_page import StartPage
from ayil_desktop.meetings.vote_desk import VoteDesk
from ayil_desktop.store.work import Done
from ayil_desktop.widgets import beginning, clock, doing, labels, stepwise
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.room import Pages
from ayil_desktop.widgets.stepwise import Steps
from ayil_desktop.widgets.tab import Command, Desk

_READ_BY_US = frozenset({"meetings", "commission", "office"})


class SessionPanel(QWidget):
    """The agenda at the left, the matter in hand in the middle, the hall at the right; every act has a key.

    `now` tells the time of day; it is written down only where the meeting is held on the day of the desk.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        now: Callable[[], time] = clock.time_of_day,
        in_steps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._clock = now
        self._opened: Opened | None = None
        self._item_id = ""
        self._key: tuple[str, str] | None = None
        self._came = CameAfterAll(desk)
        self.start = StartPage(desk)
        self.agenda: AgendaList = AgendaList()
        self.add_matter = Button(Message("Matter"), sign="plus")
        self.next = NextBar()
        self.hall = HallPanel()
        self.pages = Pages()
        self.building = self._build()
        if not in_steps:
            stepwise.at_once(self.building)

    # What is shown

    def show_meeting(self, meeting_id: str | None) -> None:
        """Read a meeting and show its session; None, or one that is gone, leaves the panel empty."""
        found = opened.meeting(self.desk.store, meeting_id, self.desk.today()) if meeting_id else None
        if found is None:
            self._opened = None
            self.pages.hide()
        else:
            self.show_opened(found)

    def show_opened(self, found: Opened, _others: object = ()) -> None:
        """Show what is read already. Another meeting begins at its first open matter."""
        is_other = self._opened is None or self._opened.meeting.id != found.meeting.id
        self._opened = found
        self._came.follow(found)
        self.pages.show()
        if found.meeting.state in NOT_BEGUN or not found.meeting.items:
            self.start.show_opened(found, self._now())
            self.pages.setCurrentWidget(self.start)
            return
        has_begun = self.pages.currentWidget() is self.start
        self.pages.setCurrentWidget(self._session)
        if is_other or self._item() is None:
            self._take_up((going_on.first_open(found.meeting) or found.meeting.items[0]).id, None)
        else:
            self._show()
        if has_begun and not is_other:
            self.hall.members.setFocus()

    def show_touched(self, touched: frozenset[str]) -> None:
        """Read the meeting again, once, where something was touched that is shown here."""
        if self._opened is not None and touched & _READ_BY_US:
            self.show_meeting(self._opened.meeting.id)

    def translate(self) -> None:
        self.add_matter.setToolTip(labels.tooltip(Message("One more matter, which is marked as added late")))
        if self._opened is not None:
            self.show_opened(self._opened)

    @property
    def item(self) -> AgendaItem | None:
        """The matter in hand."""
        return self._item()

    @property
    def may_change(self) -> bool:
        """Whether anything can still be entered: until the minutes are sealed (CN-7.7)."""
        return self._opened is not None and self._opened.meeting.state in rules.STILL_OPEN

    def commands(self) -> Sequence[Command]:
        """The keys of the session, for the menu of the tab."""
        return session_keys.commands(lambda: self)

    # What the user does

    def go_to(self, item_id: str) -> None:
        """Take up a matter."""
        if self._opened and any(one.id == item_id for one in self._opened.meeting.items):
            self._take_up(item_id, None)

    def go_on(self) -> None:
        """Do what comes next: record the vote, write the decision, take up the next matter, close the meeting.

        In a field of several lines it means that the words are finished, and nothing else.
        """
        item, found = self._item(), self._opened
        if item is None or found is None or not self.may_change:
            return
        if self.matter.decisions.text.text.hasFocus():
            self._finish_words(self.matter.decisions.keep_new())
        elif isinstance(self.focusWidget(), QPlainTextEdit):
            self.hall.members.setFocus()
        elif self.votes.is_voting:
            self.votes.record()
        else:
            self._steps[going_on.step(found.meeting, item)]()

    def all_for(self) -> None:
        """Everybody votes for; exceptions are entered after that, in the list of the hall."""
        self.votes.all_for()
        self.hall.members.setFocus()

    def speak(self) -> None:
        """Ready to type who is heard or speaks."""
        self.matter.enter_speech()

    def decide(self) -> None:
        """Ready to write a decision."""
        self.matter.enter_decision()

    def close_meeting(self) -> Done | None:
        """The meeting ends; where matters are open the first of them is taken up."""
        done = self.bar.close_meeting(self._now())
        if done is None and self._opened is not None:
            still = going_on.first_open(self._opened.meeting)
            if still is not None:
                self._take_up(still.id, None)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field took; the menu has most of them too."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if by and modifiers == Qt.KeyboardModifier.AltModifier:
            self.agenda.go_on(by)
        elif key == Qt.Key.Key_F6:
            self._go_round(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # How it follows

    def _item(self) -> AgendaItem | None:
        items = self._opened.meeting.items if self._opened else ()
        return next((one for one in items if one.id == self._item_id), None)

    def _take_up(self, item_id: str, key: tuple[str, str] | None) -> None:
        self._item_id, self._key = item_id, key
        self._show()

    def _show(self) -> None:
        found, item = self._opened, self._item()
        if found is None or item is None:
            return
        one = vote_desk.in_hand(item, self._key)
        members = member_lines.lines(found.meeting, found.day, item)
        rows = agenda_rows.rows(found.meeting.items, item.id)
        self.agenda.show_rows(rows, item.id, self._key)
        self.add_matter.setVisible(found.meeting.state is State.IN_SESSION)
        self.bar.show_opened(found, members, item_id=item.id, may_change=self.may_change)
        self.attendance.show_item(found, item, members, may_change=self.may_change)
        self.matter.show_item(item, one, found, may_change=self.may_change)
        self.votes.show_item(found, item, one, members, may_change=self.may_change)
        if self.isVisible() and QApplication.focusWidget() is None:
            # What had the focus is gone; keys must go on reaching the session.
            self.hall.members.setFocus()

    def _show_next(self) -> None:
        """The bar below the matter, wherever no vote is being entered."""
        found, item = self._opened, self._item()
        if found is None or item is None:
            return
        self.next.setVisible(self.may_change and not self.votes.is_voting and self._may_end(found, item))
        self.next.show_next(
            going_on.step(found.meeting, item), has_voted=bool(item.rounds), can_vote=self.votes.can_vote
        )

    def _may_end(self, found: Opened, item: AgendaItem) -> bool:
        """After the meeting nothing comes next once every matter is closed."""
        return found.meeting.state is State.IN_SESSION or going_on.step(found.meeting, item) is not Next.END

    def _choose(self, row: AgendaRow) -> None:
        self._take_up(row.item_id, row.key)

    def _after_round(self, _round_id: str) -> None:
        """The next name that was not voted on comes by itself."""
        item = self._item()
        if item is not None and self._key is not None and candidates.next_up(item) is not None:
            self._take_up(item.id, None)

    def _named(self, candidate_id: str) -> None:
        """A new name is the one that is voted on next, if none is waiting."""
        item = self._item()
        if item is not None and any(row.id == candidate_id for row in item.candidates):
            self._take_up(item.id, None)

    def _go_next(self) -> None:
        item, found = self._item(), self._opened
        after = going_on.next_open(found.meeting, item) if found and item else None
        if after is not None:
            self._take_up(after.id, None)
            self.hall.members.setFocus()

    def _write_decision(self) -> None:
        self._finish_words(self.matter.decisions.write_proposed())

    def _finish_words(self, done: Done | None) -> None:
        """The decision is taken; where a no was said, or there are no words yet, the field is shown."""
        if done is None:
            self.matter.ensureWidgetVisible(self.matter.decisions.text)
        else:
            self.hall.members.setFocus()

    def _add_matter(self) -> None:
        found = self._opened
        if found is None:
            return
        add = partial(agenda_actions.add_item, self.desk.store, meeting_id=found.meeting.id)
        done = doing.by_line(self.desk, Message("What is the matter about?"), lambda words: add(text_ky=words))
        if done and done.made:
            self.go_to(done.made)

    def _go_round(self, by: int) -> None:
        """F6: from the agenda to the matter, to the vote or what comes next, to the hall."""
        foot = self.ballot.record if self.ballot.isVisible() else self.next.main
        places = [self.agenda, self.matter.more, foot, self.hall.members]
        here = next((n for n, place in enumerate(places) if place.hasFocus()), len(places) - 1)
        places[(here + by) % len(places)].setFocus(Qt.FocusReason.TabFocusReason)

    def _now(self) -> time | None:
        """None where the meeting was on another day: nobody knows what time it was then."""
        found = self._opened
        is_today = found is not None and found.meeting.date == self.desk.today()
        return self._clock() if is_today else None

    def is_here(self) -> bool:
        """Whether a session is on the screen."""
        return self.isVisible() and self.pages.currentWidget() is self._session

    def may_enter(self) -> bool:
        """Whether something can be entered into the session on the screen."""
        return self.is_here() and self.may_change

    def may_vote(self) -> bool:
        """Whether a vote can be taken on the matter in hand."""
        return self.may_enter() and self.votes.can_vote

    # How it is made

    def _join(self) -> None:
        self._steps: dict[Next, Callable[[], object]] = {
            Next.LIST: self.matter.enter_candidate,
            Next.VOTE: self.votes.begin,
            Next.REPEAT: self.votes.begin,
            Next.DECIDE: self._write_decision,
            Next.CLOSE: self.matter.close_matter,
            Next.GO_ON: self._go_next,
            Next.END: self.close_meeting,
        }
        self.agenda.chosen.connect(self._choose)
        self.agenda.activated.connect(lambda _index: self.hall.members.setFocus())
        self.add_matter.clicked.connect(self._add_matter)
        self.votes.shown.connect(self._show_next)
        self.votes.recorded.connect(self._after_round)
        self.matter.vote_asked.connect(self.votes.begin)
        self.matter.rounds.correct_asked.connect(self.votes.correct)
        self.matter.rounds.remove_asked.connect(self.votes.remove)
        self.matter.candidates.added.connect(self._named)
        self.next.asked.connect(self.go_on)
        self.next.vote_asked.connect(self.votes.begin)
        self.bar.close_asked.connect(self.close_meeting)
        for part in (self.start, self.bar, self.hall, self.matter, self.ballot):
            part.clause_asked.connect(self.desk.show_clause)

    def _build(self) -> Steps:
        left = session_columns.column(
            Label(Message("Agenda"), say="muted"), self.agenda, self.add_matter, grows=self.agenda
        )
        middle = session_columns.column(self.next)
        self._lay_out(left, middle)
        yield
        self.bar = SessionBar(self.desk)
        session_columns.stack_of(self._session).insertWidget(0, self.bar)
        yield
        self.ballot = BallotBox()
        session_columns.stack_of(middle).insertWidget(0, self.ballot)
        yield
        self.matter = MatterPage(self.desk, in_steps=True)
        session_columns.stack_of(middle).insertWidget(0, self.matter, 1)
        yield from self.matter.building
        self.attendance: AttendanceDesk = AttendanceDesk(self.desk, self.hall, self._now, self)
        self.votes: VoteDesk = VoteDesk(self.desk, self.hall, self.ballot, self)
        self._join()
        self.translate()
        yield

    def _lay_out(self, left: QWidget, middle: QWidget) -> None:
        parts = session_columns.side_by_side(left, middle, self.hall)
        self._session = session_columns.column(parts, grows=parts)
        self.pages.addWidget(self.start)
        self.pages.addWidget(self._session)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        beginning.begin_at(self, self.hall.members)
