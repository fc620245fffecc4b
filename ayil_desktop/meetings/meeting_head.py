"""Which meeting is it, where does it stand, and what can be done with it as a whole?"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, rules, session_actions
from ayil_desktop.meetings.choices import NEVER_MET, Kind, State
from ayil_desktop.meetings.meeting_list import SIGNS
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.russian_window import RussianWindow
from ayil_desktop.widgets import doing, icons, labels, style
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.one_line import OneLine
from ayil_desktop.widgets.tab import Desk

_LOOKS: Mapping[str, labels.State] = {"accent": "accent", "due": "due", "done": "done", "muted": "plain"}


class MeetingHead(QWidget):
    """The heading, the state, the one button that comes next, and a menu with what is done seldom.

    `copy_asked` and `anew_asked` give the meeting that is copied, or for which a new day is planned (R-38);
    `session_asked` leads to the step in which the meeting is opened, `notice_asked` to that of a new notice.
    """

    copy_asked = Signal(object)
    anew_asked = Signal(object)
    session_asked = Signal()
    notice_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self.title = Label(say="heading")
        self.state = Chip()
        self.details = OneLine()
        self.next = Button("", main=True)
        self.more = Button(Message("More"), sign="ellipsis")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.next.clicked.connect(self._do_next)
        self._lay_out()

    def show_opened(self, opened: Opened) -> None:
        """Name the meeting."""
        self._opened = opened
        meeting = opened.meeting
        sign, ink = SIGNS[meeting.state]
        self.title.set_words(name(meeting))
        self.state.show_state(_LOOKS[ink], rules.state_name(meeting.state), sign)
        self.details.set_words(_details(meeting))
        words = _next_words(opened)
        self.next.setVisible(words is not None)
        self.next.set_words(words or "")

    def fill_menu(self) -> None:
        """The lines that the meeting's state allows."""
        self.menu.clear()
        if self._opened is None:
            return
        meeting = self._opened.meeting
        self._line(Message("Copy the meeting…"), "copy", lambda: self.copy_asked.emit(meeting))
        if meeting.state in NEVER_MET:
            self._line(Message("Plan a new day…"), "calendar", lambda: self.anew_asked.emit(meeting))
        self._line(Message("Russian texts…"), "languages", self._russian)
        if meeting.state in rules.OPEN_TO_WRITING and meeting.attendance_recorded:
            self._line(Message("Open the session again"), "undo-2", self._reopen)
        if meeting.number is not None and meeting.state is not State.SIGNED:
            self._line(Message("Number of the meeting…"), "pencil", self._number)
        if meeting.state in rules.OPEN_TO_PLANNING and meeting.items:
            self._line(Message("To the session"), "play", self.session_asked.emit)
        if meeting.state is State.NOTIFIED:
            self._line(Message("Take the notice back"), "undo-2", self._take_back)
        if meeting.state in rules.OPEN_TO_PLANNING:
            self._line(Message("Cancel the meeting…"), "ban", self._cancel)
        if meeting.state is State.PLANNED:
            self._line(Message("Delete the plan"), "trash-2", self._delete)

    def _line(self, words: Message, sign: str, run: object) -> None:
        line = self.menu.addAction(icons.icon(sign), str(words))
        line.triggered.connect(lambda _checked=False: run() if callable(run) else None)

    def _do_next(self) -> None:
        if self._opened is None:
            return
        if self._opened.meeting.state in NEVER_MET:
            self.anew_asked.emit(self._opened.meeting)
        elif _waits_for_notice(self._opened):
            self.notice_asked.emit()
        else:
            self.session_asked.emit()

    def _russian(self) -> None:
        window = RussianWindow(self, self.desk, self._id())
        window.clause_asked.connect(self.desk.show_clause)
        window.open()

    def _reopen(self) -> None:
        meeting_id = self._id()
        if doing.by_button(self.desk, lambda: session_actions.reopen_session(self.desk.store, meeting_id=meeting_id)):
            self.session_asked.emit()

    def _take_back(self) -> None:
        meeting_id = self._id()
        doing.by_button(self.desk, lambda: actions.take_back_notice(self.desk.store, meeting_id=meeting_id))

    def _number(self) -> None:
        meeting_id = self._id()
        number = self._opened.meeting.number if self._opened else None
        doing.by_line(
            self.desk,
            Message("Which number does the meeting have in its year? The next meeting gets the one after it."),
            lambda typed: session_actions.change_number(self.desk.store, meeting_id=meeting_id, number=typed),
            suggested="" if number is None else str(number),
        )

    def _cancel(self) -> None:
        meeting_id = self._id()
        doing.by_line(
            self.desk,
            Message("Why is the meeting cancelled?"),
            lambda reason: actions.cancel_meeting(self.desk.store, meeting_id=meeting_id, reason=reason),
        )

    def _delete(self) -> None:
        meeting_id = self._id()
        doing.by_button(self.desk, lambda: actions.delete_meeting(self.desk.store, meeting_id=meeting_id))

    def _id(self) -> str:
        return self._opened.meeting.id if self._opened else ""

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(style.STEP * 2)
        first.addWidget(self.title)
        first.addWidget(self.state)
        first.addWidget(self.details, 1)
        first.addWidget(self.next)
        first.addWidget(self.more)
        first.setContentsMargins(0, 0, 0, 0)
        self.setLayout(first)


def name(meeting: Meeting) -> Message:
    """What a meeting is called: kind and day."""
    if meeting.kind is Kind.EXTRAORDINARY:
        return Message("Extraordinary meeting of {date}", date=meeting.date)
    return Message("Regular meeting of {date}", date=meeting.date)


def _next_words(opened: Opened) -> Message | None:
    """The button that comes next; to the session it leads from its day on, the menu also before."""
    meeting = opened.meeting
    if meeting.state in NEVER_MET:
        return Message("Plan a new day…")
    if _waits_for_notice(opened):
        return Message("A new notice…")
    if meeting.state in rules.OPEN_TO_PLANNING and meeting.items and opened.today >= meeting.date:
        return Message("To the session")
    return None


def _waits_for_notice(opened: Opened) -> bool:
    """On its day the meeting begins all the same."""
    return opened.needs_new_notice and opened.today < opened.meeting.date


def _details(meeting: Meeting) -> str:
    """Number, weekday, time and place; the reason where there is one."""
    language = catalogue.current()
    number = "" if meeting.number is None else wording.number_sign(str(meeting.number), language)
    time = meeting.time.strftime("%H:%M") if meeting.time else ""
    parts = [number, wording.weekday(meeting.date, language), time, meeting.place]
    why = meeting.cancelled_reason or meeting.reason
    return " · ".join(part for part in (*parts, why) if part)
