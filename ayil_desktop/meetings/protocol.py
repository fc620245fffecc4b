"""What does the last step of a meeting hold: its minutes, the opinions on them, their seal, and who was sent them?"""

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import decision_words, decisions, opened, paper_commands, rules, steps
from ayil_desktop.meetings.choices import BEGUN_STATES, ENDED_STATES
from ayil_desktop.meetings.lack_line import LackLine
from ayil_desktop.meetings.minutes_sending import SendingPage
from ayil_desktop.meetings.minutes_text import MinutesText
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.opinions_page import OpinionsPage
from ayil_desktop.meetings.orders_line import OrdersLine
from ayil_desktop.meetings.paper_commands import PaperButtons, PaperCommands
from ayil_desktop.meetings.sealing_page import SealingPage
from ayil_desktop.meetings.steps import Step
from ayil_desktop.widgets import style
from ayil_desktop.widgets.empty_state import EmptyState
from ayil_desktop.widgets.labels import Button
from ayil_desktop.widgets.tab import Desk

_OTHER_PAPERS = ("board-notice", "tally-sheet")
_PAGES = ("text", "opinions", "sealing", "sending")
_KINDS = (MinutesText, OpinionsPage, SealingPage, SendingPage)
_SHOWN = (BEGUN_STATES, rules.HELD_STATES, ENDED_STATES, rules.HELD_STATES)
"""In which states each of the pages is there; an act has no opinions, and is sent to nobody."""


AnyPage = TypeVar("AnyPage", MinutesText, OpinionsPage, SealingPage, SendingPage)


class MinutesPanel(QWidget):
    """Four pages under each other's tabs, made when they are first looked at, below what the minutes still lack."""

    clause_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._opened: Opened | None = None
        self._stale: set[int] = set()
        self.lacks = LackLine()
        self.orders = OrdersLine(desk)
        commands = PaperCommands(desk, lambda: self.meeting_id)
        self._commands = commands
        self.excerpts = Button(Message("Excerpts"), sign="printer")
        self.excerpts.setMenu(QMenu(self.excerpts))
        others = [commands.command(name) for name in _OTHER_PAPERS]
        self.papers = PaperButtons([commands.command("minutes")], self.excerpts, others=others)
        self._foot = QHBoxLayout()
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self._places = [QVBoxLayout() for _ in _PAGES]
        self.empty = QWidget()
        self._state = EmptyState(self.empty)
        self._join()
        self._lay_out()
        self.translate()

    @cached_property
    def text(self) -> MinutesText:
        made = self._put(MinutesText(self.desk))
        self._foot.addWidget(made.languages)
        self._show_languages()
        return made

    @cached_property
    def opinions(self) -> OpinionsPage:
        """What was said against a decision, or in writing."""
        return self._put(OpinionsPage(self.desk))

    @cached_property
    def sealing(self) -> SealingPage:
        """Signatures, scans, the seal."""
        return self._put(SealingPage(self.desk))

    @cached_property
    def sending(self) -> SendingPage:
        """Who was sent the minutes, and where they hang."""
        return self._put(SendingPage(self.desk))

    @property
    def meeting_id(self) -> str:
        """The meeting that is shown; empty while none is."""
        return self._opened.meeting.id if self._opened else ""

    def show_meeting(self, meeting_id: str) -> None:
        """The minutes of a meeting, read now; one that is gone changes nothing."""
        found = opened.meeting(self.desk.store, meeting_id, self.desk.today())
        if found is not None:
            self.show_opened(found)

    def show_opened(self, found: Opened) -> None:
        """The minutes of a meeting that was read already; only the page in front is filled now."""
        self._opened = found
        state = found.meeting.state
        # That the end is still to come is said by the step and by the page of the seal.
        self.lacks.show_lacks([one for one in found.lacks(Step.MINUTES) if one.text not in steps.NOT_ENDED])
        self.orders.show_opened(found)
        self.papers.buttons[0].set_words(paper_commands.title_of("minutes", state))
        is_there = state in BEGUN_STATES
        self.empty.setVisible(not is_there)
        for part in (self.pages, self.papers):
            part.setVisible(is_there)
        if not is_there:
            self._say_empty()
            return
        self._fill_excerpts(found)
        self._stale = set(range(len(_PAGES)))
        for place, states in enumerate(_SHOWN):
            self.pages.setTabVisible(place, state in states)
        self._fill(self.pages.currentIndex())
        self._show_languages()
        self._set_titles()

    def translate(self) -> None:
        self.pages.tabBar().setAccessibleName(str(steps.STEP_NAMES[Step.MINUTES]))
        self._set_titles()
        self._say_empty()

    def _set_titles(self) -> None:
        opinions, is_act = 0, False
        if self._opened is not None and self._opened.meeting.state in BEGUN_STATES:
            meeting = self._opened.meeting
            is_act = meeting.state in rules.FAILED_STATES
            opinions = len(meeting.opinions) + sum(len(item.written_opinions) for item in meeting.items)
        titles = (
            Message("Text of the act") if is_act else Message("Text of the minutes"),
            Message("Opinions ({count})", count=opinions),
            Message("Signing and seal"),
            Message("Sending and notice board"),
        )
        for place, title in enumerate(titles):
            self.pages.setTabText(place, str(title))

    def _say_empty(self) -> None:
        self._state.say(Message("The program writes the minutes when the meeting has been held."), None)

    def _fill(self, place: int) -> None:
        if self._opened is None or place not in self._stale:
            return
        self._stale.discard(place)
        getattr(self, _PAGES[place]).show_opened(self._opened)

    def _show_languages(self) -> None:
        """The text's language is chosen below it, beside its papers, while it is in front."""
        if "text" in self.__dict__:
            self.text.languages.setVisible(self.pages.currentIndex() == 0 and not self.pages.isHidden())

    def _put(self, page: AnyPage) -> AnyPage:
        self._places[_KINDS.index(type(page))].addWidget(page)
        # A layout shows what it is given a moment later; until then it cannot take the focus.
        page.show()
        page.clause_asked.connect(self.clause_asked)
        return page

    def _fill_excerpts(self, found: Opened) -> None:
        menu = self.excerpts.menu()
        menu.clear()
        for item in found.meeting.items:
            for number, decision in decisions.numbered(item):
                text = f"{number}. {decision_words.text(decision, catalogue.current())}"
                line = menu.addAction(_short(text).replace("&", "&&"))
                line.triggered.connect(
                    lambda _checked=False, one=decision.id: self._commands.preview_excerpt(self.meeting_id, one)
                )
        self.excerpts.setEnabled(not menu.isEmpty())

    def _join(self) -> None:
        self.pages.currentChanged.connect(self._fill)
        self.pages.currentChanged.connect(self._show_languages)
        for layout in self._places:
            place = QWidget()
            place.setLayout(layout)
            layout.setContentsMargins(0, 0, 0, 0)
            self.pages.addTab(place, "")
        for part in (self.lacks, self.orders):
            part.clause_asked.connect(self.clause_asked)

    def _lay_out(self) -> None:
        self._foot.setSpacing(style.STEP)
        self._foot.addWidget(self.papers, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addWidget(self.lacks)
        stack.addWidget(self.orders)
        stack.addWidget(self.pages, 1)
        stack.addWidget(self.empty, 1)
        stack.addLayout(self._foot)


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:88].rsplit(" ", 1)[0] + "…"
