"""Which absent members gave an opinion on the matter in writing?"""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings import opinion_actions
from ayil_desktop.meetings.agenda_records import AgendaItem, WrittenOpinion
from ayil_desktop.widgets import doing, labels, style
from ayil_desktop.widgets.labels import Chip, Label
from ayil_desktop.widgets.tab import Desk

_TOP = Qt.AlignmentFlag.AlignTop


class OpinionLines(QWidget):
    """Name, day and words of each; one that was entered by mistake can be taken away (CN-5.7.7)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.lines: list[QWidget] = []
        self._shown: object = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(style.STEP // 2)

    def show_item(self, item: AgendaItem, here: Collection[str], *, may_change: bool) -> None:
        """`here` are the members who are there for the matter: what they wrote is said not to be printed."""
        given = [(one, one.person_id in here) for one in item.written_opinions]
        shape = ([(one.id, one.changed_at, is_here) for one, is_here in given], may_change)
        if shape == self._shown:
            return
        self._shown = shape
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [self._line(one, is_here=is_here, may_change=may_change) for one, is_here in given]

    @staticmethod
    def summary(opinions: Sequence[WrittenOpinion]) -> str:
        """Everybody in one line."""
        return "; ".join(one.person.name for one in opinions)

    def _line(self, one: WrittenOpinion, *, is_here: bool, may_change: bool) -> QWidget:
        line = QWidget()
        remove = QToolButton()
        remove.setAutoRaise(True)
        labels.set_icon(remove, "trash-2", "muted")
        words = Message("Remove the opinion of {name}", name=one.person.name)
        remove.setToolTip(labels.tooltip(words))
        remove.setAccessibleName(str(words))
        act = partial(opinion_actions.remove_written_opinion, self.desk.store, opinion_ids=[one.id])
        remove.clicked.connect(lambda _checked=False: doing.by_button(self.desk, act))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(_told(one), wraps=True), 1)
        if is_here:
            row.addWidget(Chip("due", Message("Came after all: not printed"), "triangle-alert"), 0, _TOP)
        row.addWidget(remove, 0, _TOP)
        remove.setVisible(may_change)
        self._stack.addWidget(line)
        return line


def _told(one: WrittenOpinion) -> Message:
    if one.received_on is None:
        return Message("{name}: {text}", name=one.person.name, text=one.text)
    return Message("{name}, {on}: {text}", name=one.person.name, on=one.received_on, text=one.text)
