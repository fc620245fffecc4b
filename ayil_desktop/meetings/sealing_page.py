"""How are the minutes signed, scanned and sealed, and what can be said about them afterwards?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import corrected_roster, item_papers, last_days, minutes_actions, rules, sealing, signing
from ayil_desktop.meetings.correction_notes import CorrectionNotes
from ayil_desktop.meetings.item_papers import Papers
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.office import attaching, charters
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import ask, doing, room, style
from ayil_desktop.widgets.form import Form
from ayil_desktop.widgets.labels import Button, Chip, Label
from ayil_desktop.widgets.tab import Desk
from ayil_desktop.widgets.text_fields import DateField, LongTextField


@dataclass(frozen=True)
class _Called:
    """What is signed and sealed here, in the words of the page."""

    scans: Message
    seal: Message
    no_day: Message


_MINUTES = _Called(
    Message("Scans of the signed minutes"),
    Message("Seal the minutes…"),
    Message("Enter the day on which the minutes were signed."),
)
_ACT = _Called(
    Message("Scans of the signed act"),
    Message("Seal the act…"),
    Message("Enter the day on which the act was signed."),
)
"""A meeting that was not held has no minutes (R-38)."""
_STAYS = Message("The votes are sealed as they were recorded. If one was wrong, correct it before the seal.")
_FOR_GOOD = Message(
    "Nothing of this meeting can be changed afterwards, and this cannot be undone. "
    "What turns out to be wrong can only be said in a dated note beside what was sealed."
)


class SealingPage(QWidget):
    """Signatures, scans and the seal at the left; at the right, once it is sealed, the correction notes."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self.who_title = Label(say="muted")
        self.who = Label(wraps=True)
        self.scans_title = Label(say="muted")
        self.scans = Papers()
        self.on = DateField("signed_on", Message("Signed on"))
        self.reason = LongTextField("no_scan_reason", Message("If there is no scan: why"), lines=2)
        self.form = Form()
        self.form.add(self.on)
        self.form.add(self.reason)
        self.seal = Button("", sign="lock", main=True)
        self.warning = Label(
            Message("After the sealing nothing of this meeting can be changed, and the sealing cannot be undone."),
            say="muted",
            wraps=True,
        )
        self.state = Chip()
        self.number = Label(wraps=True)
        self.notes = CorrectionNotes(desk)
        self._lay_out()
        self._join()

    def show_opened(self, opened: Opened) -> None:
        """How far the minutes of a meeting are signed."""
        is_other = self._opened is None or self._opened.meeting.id != opened.meeting.id
        self._opened = opened
        meeting = opened.meeting
        who = (f"{one.title} – {one.name or '______'}" for one in signing.of_minutes(meeting, opened.day))
        self.who.set_words("\n".join(who))
        self.scans.show_papers([(row.id, row.attachment) for row in meeting.scans])
        called = _called(meeting)
        self.scans_title.set_words(called.scans)
        self.seal.set_words(called.seal)
        may_seal = meeting.state in rules.OPEN_TO_WRITING
        for part in (self.signing, self.scans.button):
            part.setVisible(may_seal)
        self.scans_title.setVisible(may_seal or bool(meeting.scans))
        self._show_seal(opened)
        self.notes.show_opened(opened)
        if is_other:
            self.form.revert()
            self.form.set_values({"signed_on": self.desk.today(), "no_scan_reason": ""})
            self.form.revert()

    def _show_seal(self, opened: Opened) -> None:
        seal = opened.meeting.seal
        self.who_title.set_words(Message("Who signs") if seal is None else Message("Who signed"))
        self.number.setVisible(seal is not None)
        if seal is None:
            self.state.show_state("due", Message("Not signed and sealed yet"), "signature")
            self.number.set_words("")
            return
        self.state.show_state("done", Message("Sealed, signed on {date}", date=seal.signed_on), "lock")
        parts = [Message("Seal No. {link}: {digits}", link=seal.link, digits=sealing.shown(seal))]
        until = last_days.kept_until(opened.day.charter, opened.meeting.date)
        if until is not None:
            parts.append(Message("To be kept until {date}", date=until))
        if seal.no_scan_reason:
            parts.append(Message("Without a scan: {reason}", reason=seal.no_scan_reason))
        self.number.set_words("\n".join(str(part) for part in parts))

    def translate(self) -> None:
        if self._opened is not None:
            self.show_opened(self._opened)

    def _seal(self) -> None:
        if self._opened is None:
            return
        self.form.clear_refusals()
        meeting = self._opened.meeting
        try:
            values = self.form.values()
            if values["signed_on"] is None:
                raise Refused(_called(meeting).no_day, field="signed_on")
            self._check(values["no_scan_reason"])
        except Refused as refused:
            self.form.show_refusal(refused)
            return
        agreed = ask.yes_no(
            _question(meeting),
            yes=Message("Seal"),
            detail="\n".join(str(one) for one in (_to_be_sealed(meeting, values), *_differs(self._opened), _FOR_GOOD)),
        )
        if agreed:
            today = self.desk.today()
            doing.by_form(
                self.desk,
                self.form,
                lambda: minutes_actions.seal(self.desk.store, meeting_id=meeting.id, today=today, **values),
            )

    def _check(self, no_scan_reason: str) -> None:
        """What the rule would refuse is said before anybody is asked."""
        if self._opened is not None:
            meeting, found = self._opened.meeting, self._opened.day
            with charters.citing(found.regulations):
                sealing.check_ready(meeting, found, no_scan_reason=no_scan_reason)

    def _attach(self, path: Path) -> None:
        if self._opened is None:
            return
        meeting_id = self._opened.meeting.id
        attaching.attach(
            self.desk,
            path,
            lambda blob: minutes_actions.attach_scan(
                self.desk.store, meeting_id=meeting_id, content=blob, name=path.name
            ),
            refused=self.scans.show_refusal,
            owner=self,
        )

    def _open(self, scan_id: str) -> None:
        scans = self._opened.meeting.scans if self._opened else ()
        for scan in scans:
            if scan.id == scan_id:
                item_papers.open_copy(self.desk.store, scan.attachment)

    def _drop(self, scan_id: str) -> None:
        doing.by_button(self.desk, lambda: minutes_actions.remove_scan(self.desk.store, scan_id=scan_id))

    def _join(self) -> None:
        self.scans.picked.connect(self._attach)
        self.scans.opened.connect(self._open)
        self.scans.dropped.connect(self._drop)
        self.seal.clicked.connect(self._seal)
        for part in (self.form, self.scans.note, self.notes):
            part.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        told = _column(self.state, self.number, self.who_title, self.who, self.scans_title, self.scans)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.signing = room.scrolled(_column(self.form, self.warning, self.seal))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.STEP, 0, 0)
        row.setSpacing(style.STEP * 3)
        row.addWidget(room.scrolled(told), 3)
        row.addWidget(self.signing, 3)
        row.addWidget(self.notes, 5)


def _column(*parts: QWidget) -> QWidget:
    """Under each other, as wide as the column; buttons and chips as wide as their words."""
    place = QWidget()
    stack = QVBoxLayout(place)
    stack.setContentsMargins(style.STEP // 2, 0, style.STEP, 0)
    stack.setSpacing(style.STEP + style.STEP // 2)
    for part in parts:
        is_narrow = isinstance(part, Button | Chip)
        stack.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag(0))
    stack.addStretch()
    return place


def _called(meeting: Meeting) -> _Called:
    return _ACT if meeting.state in rules.FAILED_STATES else _MINUTES


def _question(meeting: Meeting) -> Message:
    if meeting.state in rules.FAILED_STATES:
        return Message("Seal the act of {date}?", date=meeting.date)
    return Message("Seal the minutes of {date}?", date=meeting.date)


def _differs(opened: Opened) -> tuple[Message, ...]:
    """What the roster says otherwise by now than the votes that are to be sealed: they stay as they were recorded."""
    found = corrected_roster.differences(opened.meeting, opened.day.seats)
    return (*found, _STAYS) if found else ()


def _to_be_sealed(meeting: Meeting, values: Mapping[str, Any]) -> Message:
    """What the question repeats, because it cannot be mended afterwards."""
    if meeting.scans:
        return Message("Signed on {date}, scans attached: {count}.", date=values["signed_on"], count=len(meeting.scans))
    return Message(
        "Signed on {date}, without a scan: {reason}.", date=values["signed_on"], reason=values["no_scan_reason"]
    )
