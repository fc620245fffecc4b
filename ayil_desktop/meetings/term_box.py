"""How does the user see until when the notice must go out, and how the days were counted?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import notice_count
from ayil_desktop.meetings.notice_count import Countdown, CountedDay, Pressure
from ayil_desktop.widgets import style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.labels import ClauseLink, Figure, Label, Say, Sign
from ayil_desktop.widgets.record_table import RecordTable

_SIGNS: dict[Pressure, tuple[str, str, Say]] = {
    Pressure.NOT_REGULATED: ("info", "muted", "muted"),
    Pressure.AMPLE: ("circle-check", "done", "done"),
    Pressure.ADVISED_TODAY: ("alarm-clock", "due", "due"),
    Pressure.LAST_DAYS: ("alarm-clock", "due", "due"),
    Pressure.TOO_LATE: ("circle-alert", "late", "late"),
    Pressure.SHORT: ("info", "muted", "muted"),
    Pressure.SENT: ("circle-check", "done", "done"),
    Pressure.SENT_LATE: ("circle-alert", "late", "late"),
    Pressure.SENT_SHORT: ("info", "muted", "muted"),
    Pressure.OVER: ("info", "muted", "muted"),
}
_PRESSING = (Pressure.AMPLE, Pressure.ADVISED_TODAY, Pressure.LAST_DAYS, Pressure.TOO_LATE)


class TermWords(QWidget):
    """The large figure of the days that are left, and one sentence with its sign and clause.

    In a narrow column the clause stands below the sentence: beside it, it would leave room for a word a line.
    """

    clause_asked = Signal(str)

    def __init__(self, *, is_narrow: bool = False) -> None:
        super().__init__()
        self.figure = Figure()
        self.sentence = Label(wraps=True)
        self._sign = Sign("info", "muted")
        self._clause = ClauseLink()
        self._clause.asked.connect(self.clause_asked)
        line = QGridLayout()
        line.setHorizontalSpacing(style.STEP)
        line.setVerticalSpacing(style.STEP // 2)
        line.setColumnStretch(1, 1)
        line.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop if is_narrow else Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.sentence, 0, 1)
        line.addWidget(self._clause, *((1, 1) if is_narrow else (0, 2)), Qt.AlignmentFlag.AlignLeft)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addWidget(self.figure)
        stack.addLayout(line)

    def show_countdown(self, counted: Countdown) -> None:
        """The figure is shown only while it presses."""
        name, ink, say = _SIGNS[counted.pressure]
        self._sign.show_icon(name, ink)
        self.sentence.say(say)
        self.sentence.set_words(notice_count.words(counted))
        self._clause.show_clause(counted.clause)
        self.figure.setVisible(counted.pressure in _PRESSING)
        self.figure.show_figure(str(abs(counted.left)), notice_count.left_words(counted))


class TermBox(QWidget):
    """The words of the term, below them every day that was counted or not, and the note on feasts of the moon."""

    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words = TermWords()
        self.words.clause_asked.connect(self.clause_asked)
        self.days: RecordTable[CountedDay] = RecordTable(
            _columns(), key="meetings/term", name=Message("Counted days"), ink=_ink, filters=False, whole_rows=True
        )
        self.feasts = Label(say="due", wraps=True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.words)
        stack.addWidget(self.days, 1)
        stack.addWidget(self.feasts)

    def show_countdown(self, counted: Countdown, feasts: Message | None) -> None:
        """`feasts` warns of feasts among these days that are only estimated."""
        self.words.show_countdown(counted)
        self.days.set_rows(counted.days)
        self.days.setVisible(bool(counted.days))
        self.feasts.set_words(feasts or "")
        self.feasts.setVisible(feasts is not None)


def _columns() -> list[Column[CountedDay]]:
    return [
        Column("day", Message("Day"), lambda one: one.day, width=88),
        Column("weekday", Message("Weekday"), lambda one: wording.weekday(one.day, catalogue.current()), width=104),
        Column("words", Message("How it counts"), notice_count.day_words, width=180, sign=_sign, stretches=True),
    ]


def _sign(one: CountedDay) -> str:
    if one.is_meeting:
        return "gavel"
    if one.is_last:
        return "bell"
    return "circle-check" if one.is_advised else ""


def _ink(one: CountedDay) -> str:
    if one.free is not None:
        return "muted"
    if one.is_last:
        return "due"
    return "done" if one.is_advised else ""
