"""Which papers of a meeting can be printed from the screen, and which of them belongs to which step?"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import handouts, papers
from ayil_desktop.meetings.choices import FAILED_STATES, State
from ayil_desktop.meetings.papers import MeetingPaper
from ayil_desktop.meetings.steps import Step
from ayil_desktop.printing.document import Document
from ayil_desktop.store.work import reading
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.tab import PRINT_MENU, Command, Desk

Make = Callable[[MeetingPaper, str], Document]

PAPERS: dict[str, tuple[Message, Make]] = {
    "notice": (Message("Notice"), handouts.notice),
    "invitation": (Message("Invitations"), handouts.invitation),
    "agenda": (Message("Agenda"), handouts.agenda),
    "packet": (Message("Packet for each member"), handouts.packet),
    "attendance-sheet": (Message("Attendance sheet"), handouts.attendance_sheet),
    "ballot": (Message("Ballots"), handouts.ballot),
    "tally-sheet": (Message("Tally sheet"), handouts.tally_sheet),
    "minutes": (Message("Minutes"), handouts.minutes),
    "board-notice": (Message("Notice-board sheet"), handouts.board_notice),
}
"""By the names that the command line uses too."""

OF_STEP = {
    Step.PLAN: "agenda",
    Step.NOTICE: "notice",
    Step.SESSION: "attendance-sheet",
    Step.MINUTES: "minutes",
}
"""What Ctrl+P prints while a step is looked at."""


def title_of(name: str, state: State) -> Message:
    """What it is called where the meeting stands so: minutes of a meeting that was not held are an act (R-38)."""
    return Message("Act") if name == "minutes" and state in FAILED_STATES else PAPERS[name][0]


class PaperCommands:
    """The lines of the Print menu for the meeting that is shown; `shown` gives its id, empty while there is none."""

    def __init__(self, desk: Desk, shown: Callable[[], str]) -> None:
        self.desk = desk
        self._shown = shown

    def command(self, name: str) -> Command:
        """The line of one paper."""
        title, _ = PAPERS[name]
        return Command(PRINT_MENU, title, partial(self.preview, name), icon="printer", is_possible=self.is_possible)

    def commands(self) -> Sequence[Command]:
        """All papers of a meeting."""
        return [self.command(name) for name in PAPERS]

    def is_possible(self) -> bool:
        """Whether a meeting is shown."""
        return bool(self._shown())

    def preview(self, name: str) -> None:
        """Show a paper page by page."""
        _, make = PAPERS[name]
        self._preview(self._shown(), partial(title_of, name), make)

    def preview_excerpt(self, meeting_id: str, decision_id: str) -> None:

        def make(paper: MeetingPaper, language: str) -> Document:
            return handouts.excerpt(paper, language, decision_id)

        self._preview(meeting_id, lambda _state: Message("Excerpt"), make)

    def _preview(self, meeting_id: str, title: Callable[[State], Message], make: Make) -> None:
        with reading(self.desk.store) as session:
            paper = papers.of(session, meeting_id)
        name = f"{title(paper.meeting.state)} {wording.short_date(paper.meeting.date)}"
        self.desk.preview(lambda language: make(paper, language), name)


class PaperButtons(QWidget):
    """Papers that belong to a step, each by a button; it does nothing while its line in the menu would not.

    `others` stand together in the menu of one more button, where the step needs its room for something else.
    """

    def __init__(self, commands: Sequence[Command], *more: QWidget, others: Sequence[Command] = ()) -> None:
        super().__init__()
        flow = FlowLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.buttons = [self._button(command) for command in commands]
        self.others = Button(Message("Other papers"), sign="printer")
        self._lines: dict[QAction, Command] = {}
        if others:
            menu = QMenu(self.others)
            self._lines = {menu.addAction(""): command for command in others}
            for line, command in self._lines.items():
                line.triggered.connect(lambda _checked=False, one=command: _run(one))
            self.others.setMenu(menu)
        for button in (*self.buttons, *more, *([self.others] if others else [])):
            flow.addWidget(button)
        self.translate()

    def translate(self) -> None:
        for line, command in self._lines.items():
            line.setText(str(command.title))

    def _button(self, command: Command) -> Button:
        button = Button(command.title, sign="printer")
        button.clicked.connect(lambda: _run(command))
        return button


def _run(command: Command) -> None:
    if command.is_possible():
        command.run()
