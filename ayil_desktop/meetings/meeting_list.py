"""Which meetings has a body, by year, and how does the user choose one, plan one, or look at all decisions?"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ayil_desktop.commission.records import Body
from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import duties, opened, rules
from ayil_desktop.meetings.choices import Kind, State
from ayil_desktop.meetings.opened import BodyMeetings
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import charters
from ayil_desktop.widgets import style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import Button, ClauseLink, Label
from ayil_desktop.widgets.record_table import RecordTable
from ayil_desktop.widgets.tab import Desk

SIGNS = {
    State.PLANNED: ("calendar", "accent"),
    State.NOTIFIED: ("send", "accent"),
    State.IN_SESSION: ("play", "due"),
    State.HELD: ("gavel", "due"),
    State.NOT_HELD: ("circle-x", "muted"),
    State.CANCELLED: ("ban", "muted"),
    State.MINUTES_DRAFTED: ("file-pen", "due"),
    State.SIGNED: ("lock", "done"),
    State.NOT_HELD_SIGNED: ("lock", "muted"),
}
"""Icon and colour of each state; the word stands beside them."""

_ANEW = Message("New notice needed")
_WIDTH = style.STEP * 33


class MeetingList(QWidget):
    """The body, its meetings, and the two lists that go over all of them.

    `chosen` gives a meeting, `entered` comes when the user wants to work in it; `body_chosen` the id of another body.
    """

    chosen = Signal(object)
    entered = Signal()
    body_chosen = Signal(str)
    plan_asked = Signal()
    decisions_asked = Signal()
    proposals_asked = Signal()
    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._bodies: Sequence[Body] = ()
        self._meetings: Sequence[Meeting] = ()
        self._told_otherwise: Collection[str] = ()
        self.body = QComboBox()
        self.plan = Button(Message("Meeting"), sign="plus", main=True)
        self.table: RecordTable[Meeting] = RecordTable(
            self._columns(),
            key="meetings/list",
            name=Message("Meetings"),
            section=lambda meeting: str(meeting.date.year),
            tip=self._tip,
            whole_rows=True,
            is_narrow=True,
        )
        self.decisions = Button(Message("All decisions"), sign="list-checks")
        self.proposals = Button(Message("Proposals"), sign="message-square")
        self.quarter = Label(wraps=True)
        self.quarter_clause = ClauseLink("", self)
        self._join()
        self._lay_out()
        self.translate()

    def show_bodies(self, bodies: Sequence[Body], body_id: str) -> None:
        """The bodies of the office; with one alone there is nothing to choose."""
        self._bodies = bodies
        self.body.blockSignals(True)
        self.body.clear()
        for body in bodies:
            self.body.addItem(opened.body_name(body, self.desk.today()), body.id)
        self.body.setCurrentIndex(max(self.body.findData(body_id), 0))
        self.body.blockSignals(False)
        self.body.setVisible(len(bodies) > 1)
        self.plan.setEnabled(bool(bodies))

    def show_meetings(self, found: BodyMeetings) -> None:
        """Of the chosen body; the rows stay as they stand where nothing in them is otherwise."""
        self.table.set_empty(Message("No meeting yet."))
        told = found.told_otherwise
        if told != self._told_otherwise or not _are_the_same(found.meetings, self._meetings):
            self._told_otherwise = told
            # Rows that are read again are no choice of the user.
            self.table.blockSignals(True)
            self.table.set_rows(found.meetings)
            self.table.blockSignals(False)
        self._meetings = found.meetings
        waiting = found.open_proposals
        self.proposals.set_words(Message("Proposals ({count})", count=waiting) if waiting else Message("Proposals"))
        self._show_quarter(found)

    def mark(self, meeting_id: str) -> None:
        """Make a meeting the marked one, without choosing it again."""
        self.table.blockSignals(True)
        self.table.go_to(meeting_id)
        self.table.blockSignals(False)

    def unmark(self) -> None:
        """No meeting is shown now."""
        self.table.grid.clearSelection()

    def translate(self) -> None:
        self.body.setAccessibleName(str(Message("Body")))
        for place, body in enumerate(self._bodies):
            self.body.setItemText(place, opened.body_name(body, self.desk.today()))

    def _show_quarter(self, found: BodyMeetings) -> None:
        """The quarter that runs without a meeting, or else the last one that was missed (CN-7.1)."""
        words = duties.quarter_words(found.quarters, found.per_quarter)
        self.quarter.setVisible(words is not None)
        self.quarter_clause.show_clause(charters.cited("CN-7.1", found.regulations) if words else "")
        self.quarter.say("late" if found.quarters and found.quarters[-1][1] else "due")
        self.quarter.set_words(words or "")

    def _columns(self) -> list[Column[Meeting]]:
        return [
            Column("date", Message("Day"), lambda one: one.date, width=84, sort_key=lambda one: one.date),
            Column("number", Message("No."), lambda one: "" if one.number is None else str(one.number), width=38),
            Column(
                "state",
                Message("State"),
                lambda one: _ANEW if self._waits(one) else rules.state_name(one.state),
                width=132,
                sign=lambda one: "triangle-alert" if self._waits(one) else SIGNS[one.state][0],
                ink=lambda one: "due" if self._waits(one) else SIGNS[one.state][1],
                stretches=True,
            ),
        ]

    def _waits(self, meeting: Meeting) -> bool:
        """Its members were told another day, time or place (R-38)."""
        return meeting.id in self._told_otherwise

    def _tip(self, meeting: Meeting) -> str:
        lines = [
            str(_long_name(meeting)),
            str(Message("The members were told otherwise: a new notice is needed.")) if self._waits(meeting) else "",
            meeting.place,
            meeting.reason,
            meeting.cancelled_reason,
        ]
        return "\n".join(line for line in lines if line)

    def _join(self) -> None:
        self.body.currentIndexChanged.connect(self._tell_body)
        self.plan.clicked.connect(self.plan_asked)
        self.decisions.clicked.connect(self.decisions_asked)
        self.proposals.clicked.connect(self.proposals_asked)
        self.quarter_clause.asked.connect(self.clause_asked)
        self.table.current_changed.connect(self._tell)
        self.table.activated.connect(lambda meeting: self.entered.emit())
        self.table.grid.clicked.connect(lambda: self._tell(self.table.current()))

    def _tell(self, meeting: Meeting | None) -> None:
        if meeting is not None:
            self.chosen.emit(meeting)

    def _tell_body(self) -> None:
        self.body_chosen.emit(self.body.currentData() or "")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.quarter, 1)
        foot.addWidget(self.quarter_clause)
        self.setMinimumWidth(_WIDTH)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, style.STEP)
        stack.setSpacing(style.STEP)
        for part in (self.body, self.plan):
            stack.addWidget(part)
        stack.addWidget(self.table, 1)
        stack.addLayout(foot)
        for part in (self.decisions, self.proposals):
            stack.addWidget(part)


def _are_the_same(meetings: Sequence[Meeting], shown: Sequence[Meeting]) -> bool:
    """Whether the list need not be laid out again; most of them are the very ones that were read before."""
    if len(meetings) != len(shown):
        return False
    return all(one is other or _seen(one) == _seen(other) for one, other in zip(meetings, shown, strict=True))


def _seen(meeting: Meeting) -> tuple[object, ...]:
    """All that the list shows of a meeting."""
    told = (meeting.place, meeting.reason, meeting.cancelled_reason)
    return (meeting.id, meeting.date, meeting.number, meeting.state, meeting.kind, *told)


def _long_name(meeting: Meeting) -> Message:
    if meeting.kind is Kind.EXTRAORDINARY:
        return Message("Extraordinary meeting of {date}", date=wording.short_date(meeting.date))
    return Message("Regular meeting of {date}", date=wording.short_date(meeting.date))
