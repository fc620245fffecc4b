"""What does the first step of a meeting hold: its day and place, its agenda, whom it invites?"""

from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.meetings.agenda_page import AgendaPage
from ayil_desktop.meetings.day_page import DayPage
from ayil_desktop.meetings.invited_page import InvitedPage
from ayil_desktop.meetings.lack_line import LackLine
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.steps import STEP_NAMES, Step
from ayil_desktop.widgets import style
from ayil_desktop.widgets.room import Pages
from ayil_desktop.widgets.stepwise import Steps
from ayil_desktop.widgets.tab import Desk

_AGENDA, _DAY, _COUNT = 0, 1, 3

AnyPage = TypeVar("AnyPage", AgendaPage, DayPage, InvitedPage)


class PlanPanel(QWidget):
    """Three pages under each other's tabs, made when they are first looked at.

    A meeting without its time or place opens on the first of its cares.
    """

    clause_asked = Signal(str)

    def __init__(self, desk: Desk, *, in_steps: bool = False) -> None:
        super().__init__()
        self.desk = desk
        self._opened: Opened | None = None
        self._stale: set[int] = set()
        self._others: Sequence[Meeting] = ()
        self.lacks = LackLine()
        self.agenda = AgendaPage(desk, in_steps=in_steps)
        self.tabs, self.pages = QTabBar(), Pages()
        for _ in range(_COUNT):
            self.tabs.addTab("")
        self._add(self.agenda)
        self.lacks.clause_asked.connect(self.clause_asked)
        self.tabs.currentChanged.connect(self._look_at)
        self._lay_out()
        self.translate()

    @property
    def building(self) -> Steps:
        """What is left of putting it together."""
        return self.agenda.building

    @cached_property
    def day(self) -> DayPage:
        """When the meeting is, and where."""
        return self._add(DayPage(self.desk))

    @cached_property
    def invited(self) -> InvitedPage:
        return self._add(InvitedPage(self.desk))

    def show_opened(self, opened: Opened, others: Sequence[Meeting]) -> None:
        """The plan of a meeting; only the page in front is filled now."""
        is_other = self._opened is None or self._opened.meeting.id != opened.meeting.id
        self._opened, self._others = opened, others
        self._stale = set(range(_COUNT))
        self.lacks.show_lacks(opened.lacks(Step.PLAN))
        if is_other:
            self.tabs.setCurrentIndex(_DAY if _lacks_day(opened.meeting) else _AGENDA)
        self._look_at(self.tabs.currentIndex())
        self.translate()

    def show_item(self, item_id: str) -> None:
        self.tabs.setCurrentIndex(_AGENDA)
        self.agenda.go_to(item_id)

    def translate(self) -> None:
        self.tabs.setAccessibleName(str(STEP_NAMES[Step.PLAN]))
        meeting = self._opened.meeting if self._opened else None
        titles = (
            Message("Agenda ({count})", count=len(meeting.items) if meeting else 0),
            Message("Day and place"),
            Message("Invited persons ({count})", count=len(meeting.invited) if meeting else 0),
        )
        for place, title in enumerate(titles):
            self.tabs.setTabText(place, str(title))

    def _look_at(self, place: int) -> None:
        self.agenda.approval.setVisible(place == _AGENDA)
        page = self.agenda if place == _AGENDA else self.day if place == _DAY else self.invited
        self.pages.setCurrentWidget(page)
        if self._opened is None or place not in self._stale:
            return
        self._stale.discard(place)
        if isinstance(page, InvitedPage):
            page.show_opened(self._opened)
        else:
            page.show_opened(self._opened, self._others)

    def _add(self, page: AnyPage) -> AnyPage:
        self.pages.addWidget(page)
        page.clause_asked.connect(self.clause_asked)
        return page

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.agenda.approval)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(style.STEP // 2)
        stack.addWidget(self.lacks)
        stack.addLayout(head)
        stack.addWidget(self.pages, 1)


def _lacks_day(meeting: Meeting) -> bool:
    return not meeting.items and (meeting.time is None or not meeting.place.strip())
