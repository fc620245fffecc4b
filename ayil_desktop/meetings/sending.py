"""How is the notice sent, in time or with a reason, and what has each member been sent so far?"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import actions, notice_actions, notices, rules, steps
from ayil_desktop.meetings.choices import DeliveryKind, State
from ayil_desktop.meetings.delivery_table import DeliveryTable
from ayil_desktop.meetings.lack_line import LackLine
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.paper_commands import PaperButtons
from ayil_desktop.meetings.steps import Step
from ayil_desktop.meetings.term_box import TermWords
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import doing, room, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Label
from ayil_desktop.widgets.tab import Command, Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField, TextField

_SIDE = style.STEP * 39


class NoticePanel(QWidget):
    """The term and the form at the left, the log of each member at the right."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk, papers: Sequence[Command]) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self._was_anew = False
        self.lacks = LackLine()
        self.term = TermWords(is_narrow=True)
        self.form = Form()
        self.on = self.form.add(DateField("on", Message("Sent on")))
        self.how = self.form.add(TextField("how", Message("How it was sent")))
        self.late = self.form.add(LongTextField("late_notice_reason", Message("Why the notice is late"), lines=2))
        self.explanation = Form()
        self.explanation.add(
            LongTextField(
                "late_notice_reason",
                Message("Why the notice is late or was not sent"),
                hint=Message("Only where somebody is told late, or nobody was told"),
                lines=2,
            )
        )
        self.sent = Label(say="muted", wraps=True)
        self.send = Button(_SEND, sign="send", main=True)
        self.form.enter_presses(self.send)
        self.take_back = Button(Message("Take the notice back"), sign="undo-2")
        self.log = DeliveryTable(desk)
        self.counts = Label(say="muted", wraps=True)
        self.to_all = {kind: Button(_TO_ALL[kind], sign="check") for kind in DeliveryKind}
        self.papers = PaperButtons(papers)
        self._join()
        self._lay_out()
        self.translate()

    def show_opened(self, opened: Opened) -> None:
        """The notice of a meeting."""
        is_other = self._opened is None or self._opened.meeting.id != opened.meeting.id
        self._opened = opened
        state = opened.meeting.state
        self.lacks.show_lacks(opened.lacks(Step.NOTICE))
        self.term.show_countdown(opened.countdown)
        is_anew = self._is_anew()
        if is_other or is_anew != self._was_anew:
            self._begin(opened)
            self.explanation.revert()
        self._was_anew = is_anew
        self._ask_for_a_reason()
        self.send.set_words(_SEND_ANEW if is_anew else _SEND)
        self._show_sent(opened)
        for part in (self.form, self.send):
            part.setVisible(state is State.PLANNED or is_anew)
        self.explanation.setVisible(self._may_explain())
        self.explanation.set_values({"late_notice_reason": opened.meeting.late_notice_reason})
        self.take_back.setVisible(state is State.NOTIFIED)
        self.log.show_opened(opened)
        self._show_counts(opened)

    def translate(self) -> None:
        self.how.line.setPlaceholderText(str(Message("by hand, by telephone, by WhatsApp")))

    def _begin(self, opened: Opened) -> None:
        self.form.revert()
        on = opened.today if opened.is_planned else None
        self.form.set_values({"on": on, "how": "", "late_notice_reason": opened.meeting.late_notice_reason})

    def _is_anew(self) -> bool:
        opened = self._opened
        return opened is not None and notices.may_be_sent_anew(opened.meeting, opened.day.seats)

    def _show_sent(self, opened: Opened) -> None:
        """What each notice told, where there was more than one or where it holds no more."""
        lines = notices.log(opened.meeting, catalogue.current())
        is_shown = len(lines) > 1 or self._is_anew()
        self.sent.setVisible(is_shown)
        self.sent.set_words("\n".join(lines) if is_shown else "")

    def _ask_for_a_reason(self, *_: object) -> None:
        """Only where the rule will ask for it."""
        if self._opened is None:
            return
        found, meeting = self._opened.day, self._opened.meeting
        try:
            on = self.on.read()
        except Refused:
            on = None
        is_asked = on is not None and rules.needs_late_reason(found.charter, found.calendar, meeting, on)
        self.late.setVisible(is_asked)

    def _may_explain(self) -> bool:
        if self._opened is None:
            return False
        meeting, found, today = self._opened.meeting, self._opened.day, self._opened.today
        return rules.may_explain_notice(found.charter, found.calendar, meeting, found.seats, today)

    def _explain(self, name: str, value: object) -> None:
        if self._opened is not None:
            explain = partial(actions.explain_late_notice, self.desk.store, meeting_id=self._opened.meeting.id)
            doing.by_form(self.desk, self.explanation, partial(explain, reason=str(value)))

    def _send(self) -> None:
        if self._opened is None:
            return
        self.form.clear_refusals()
        meeting_id = self._opened.meeting.id
        try:
            values = self.form.values()
            if values["on"] is None:
                raise Refused(Message("Enter the day on which the notice was sent."), field="on")
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        done = doing.by_form(
            self.desk,
            self.form,
            lambda: (notice_actions.send_new_notice if self._is_anew() else actions.send_notice)(
                self.desk.store,
                meeting_id=meeting_id,
                on=values["on"],
                how=values["how"],
                late_reason=values["late_notice_reason"],
            ),
        )
        if done:
            self.form.revert()

    def _take_back(self) -> None:
        if self._opened is not None:
            meeting_id = self._opened.meeting.id
            doing.by_button(self.desk, lambda: actions.take_back_notice(self.desk.store, meeting_id=meeting_id))

    def _deliver(self, kind: DeliveryKind) -> None:
        if self._opened is not None:
            meeting_id, today = self._opened.meeting.id, self.desk.today()
            doing.by_button(
                self.desk,
                lambda: actions.deliver_to_all(self.desk.store, meeting_id=meeting_id, kind=kind, on=today),
            )

    def _show_counts(self, opened: Opened) -> None:
        members = len(opened.day.seats)
        sent = {kind: members - steps.missing(opened.meeting, opened.day, kind) for kind in DeliveryKind}
        self.counts.set_words(
            Message(
                "Notice {notice} / {members} · Materials {materials} / {members} · Minutes {minutes} / {members}",
                notice=sent[DeliveryKind.NOTICE],
                materials=sent[DeliveryKind.MATERIALS],
                minutes=sent[DeliveryKind.MINUTES],
                members=members,
            )
        )
        for kind, button in self.to_all.items():
            button.setVisible(sent[kind] < members and self.log.may_record(kind))

    def _join(self) -> None:
        self.send.clicked.connect(self._send)
        self.explanation.committed.connect(self._explain)
        self.take_back.clicked.connect(self._take_back)
        self.on.line.textChanged.connect(self._ask_for_a_reason)
        for kind, button in self.to_all.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self._deliver(kind))
        for part in (self.lacks, self.term, self.form, self.explanation, self.log):
            part.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(style.STEP * 2)
        side.addWidget(self.term)
        side.addWidget(self.sent)
        side.addWidget(self.form)
        side.addWidget(self.explanation)
        side.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.papers)
        side.addStretch()
        left = QWidget()
        left.setLayout(side)
        side.setContentsMargins(0, 0, style.STEP * 2, 0)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        left.setMinimumWidth(style.STEP * 33)
        area = room.scrolled(left)
        area.setMaximumWidth(_SIDE)
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(self.counts, 1)
        for button in self.to_all.values():
            head.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(style.STEP)
        right.addLayout(head)
        right.addWidget(self.log, 1)
        row = QHBoxLayout()
        row.setSpacing(style.STEP)
        row.addWidget(area, 1)
        row.addLayout(right, 2)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP * 2)
        stack.addWidget(self.lacks)
        stack.addLayout(row, 1)


_SEND = Message("Send the notice")
_SEND_ANEW = Message("Send a new notice")
_TO_ALL = {
    DeliveryKind.NOTICE: Message("Notice: to the others today"),
    DeliveryKind.MATERIALS: Message("Materials: to all today"),
    DeliveryKind.MINUTES: Message("Minutes: to all today"),
}
