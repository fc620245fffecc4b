"""The screen of the meetings: what is looked at now, and how does it follow what changes?"""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ayil_desktop.commission.citing_desk import CitingDesk
from ayil_desktop.language.message import Message
from ayil_desktop.meetings import opened, paper_commands, rules, session_keys, step_panels
from ayil_desktop.meetings.agenda_records import AgendaItem, Proposal
from ayil_desktop.meetings.body_in_hand import BodyInHand
from ayil_desktop.meetings.decision_list import DecisionList
from ayil_desktop.meetings.decision_records import Decision
from ayil_desktop.meetings.idle_search import IdleSearch
from ayil_desktop.meetings.list_beside import ListBeside
from ayil_desktop.meetings.meeting_list import MeetingList
from ayil_desktop.meetings.meeting_page import MeetingPage
from ayil_desktop.meetings.new_meeting import NewMeeting
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.paper_commands import PaperCommands
from ayil_desktop.meetings.planning import PlanPanel
from ayil_desktop.meetings.proposals import ProposalList
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.steps import STEP_NAMES, Step
from ayil_desktop.meetings.voting import SessionPanel
from ayil_desktop.store.open_store import Store
from ayil_desktop.widgets import beginning, stepwise, style, tab
from ayil_desktop.widgets.empty_state import EmptyState
from ayil_desktop.widgets.folding import SidePanel
from ayil_desktop.widgets.room import Pages
from ayil_desktop.widgets.stepwise import Steps, Stepwise
from ayil_desktop.widgets.tab import Command, Desk, Hit

AnyPage = TypeVar("AnyPage", NewMeeting, DecisionList, ProposalList)

_READ_BY_US = frozenset({"meetings", "commission", "office"})
_STEPS_PAPER = Message("Paper of this step")
_WIDE_STEPS = (Step.NOTICE, Step.SESSION, Step.MINUTES)


def look_ahead(store: Store) -> None:
    """Read once, beside the screen, what is read first here: how to ask for it is worked out only once."""
    opened.look_ahead(store)


class Tab(tab.Tab):
    """The list at the left; at the right a meeting, a new one, all decisions, or the proposals."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        desk = CitingDesk(desk, lambda: self.body.found.regulations)
        super().__init__(desk, parent)
        self._search = IdleSearch(desk.store, self)
        self.filling = Stepwise(self)
        self.papers = PaperCommands(desk, self._shown_meeting)
        self.list = MeetingList(desk)
        self.body = BodyInHand(desk, self.list)
        self.side = SidePanel(Message("Meetings"), self.list, key="meetings/side", side="left")
        self.page = MeetingPage(desk, step_panels.panels(desk, self.papers), self.filling)
        self.empty = QWidget()
        self._state = EmptyState(self.empty)
        self.main = Pages()
        self._lay_out()
        self._join()

    def fill(self) -> Steps:
        self._search.forget()
        yield from self.body.read()
        self._say_empty()
        yield
        yield from self._show_first_in_steps()
        self.page.stack.hide()

    def unfold(self) -> Steps:
        self.page.stack.show()
        yield

    # Made when they are first looked at

    @cached_property
    def new(self) -> NewMeeting:
        page = NewMeeting(self.desk)
        page.planned.connect(self.show_meeting)
        page.left.connect(self._leave_plan)
        return self._add_page(page)

    @cached_property
    def decisions(self) -> DecisionList:
        page = DecisionList(self.desk, in_steps=True)
        page.meeting_asked.connect(self._ask_meeting)
        page.excerpt_asked.connect(self._print_excerpt)
        return self._add_page(page)

    @cached_property
    def proposals(self) -> ProposalList:
        return self._add_page(ProposalList(self.desk))

    def _add_page(self, page: AnyPage) -> AnyPage:
        page.clause_asked.connect(self.desk.show_clause)
        self.main.addWidget(page)
        return page

    # What the window asks

    def show_touched(self, touched: frozenset[str]) -> None:
        if not touched & _READ_BY_US:
            return
        self.body.following.drop()
        self.finish()
        self._search.forget()
        if is_other_day := bool(touched & {"commission", "office"}):
            stepwise.at_once(self.body.read())
        else:
            self.body.read_changed()
        if "decisions" in self.__dict__:
            self.decisions.forget()
        self._read_front(None if is_other_day else self.page.opened)

    def finish(self) -> None:
        """What is coming is there now."""
        self.filling.finish()
        self.body.following.finish()

    def leave(self) -> None:
        self.filling.drop()
        self.body.following.drop()
        self._search.rest()

    def translate(self) -> None:
        self.finish()
        self.page.finish_panels()
        self._search.forget()
        self._say_empty()
        self._read_front()

    def commands(self) -> Sequence[Command]:
        return (
            Command(tab.EDIT_MENU, Message("New meeting…"), self.plan, "Ctrl+Shift+N", "plus", self._has_body),
            *session_keys.commands(self._session),
            *(
                Command(tab.VIEW_MENU, STEP_NAMES[step], partial(self._look_at, step), f"Ctrl+{number}")
                for number, step in enumerate(Step, 1)
            ),
            Command(tab.VIEW_MENU, Message("All decisions"), self._ask_decisions, "Ctrl+5", "list-checks"),
            Command(tab.VIEW_MENU, Message("Proposals"), self._ask_proposals, "Ctrl+6", "message-square"),
            Command(tab.PRINT_MENU, _STEPS_PAPER, self._print_step, "Ctrl+P", "printer", self.papers.is_possible),
            *self.papers.commands(),
            Command(tab.PRINT_MENU, Message("Excerpt of a decision"), self._print_excerpt, icon="printer"),
        )

    def hits(self, text: str) -> Sequence[Hit]:
        return self._search.find(text)

    def go_to(self, record: str) -> None:
        self.finish()
        place = opened.where_is(self.desk.store, record)
        if place is None:
            return
        if place.body_id != self.body.id:
            self._show_body(place.body_id)
        match place.record:
            case Meeting():
                self.show_meeting(place.record.id)
            case AgendaItem():
                self._show_item(place.record)
            case Decision():
                self.show_decisions()
                self.decisions.show_decision(place.record.id)
            case Proposal():
                self.show_proposals()
                self.proposals.table.go_to(place.record.id)

    def fold_side(self, folded: bool) -> None:
        self._parts.fold(folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts.make_room()

    def _is_wide(self) -> bool:
        """Notices, a session, minutes, and all decisions do not fit beside the list."""
        is_wide_step = self._shown_meeting() != "" and self.page.steps.looked_at in _WIDE_STEPS
        return is_wide_step or isinstance(self.main.currentWidget(), DecisionList)

    # What the user does

    def show_meeting(self, meeting_id: str) -> None:
        """Bring one meeting to the front now."""
        self._show_meeting(meeting_id)

    def _show_meeting(self, meeting_id: str, before: Opened | None = None) -> None:
        self.filling.drop()
        stepwise.at_once(self._show_in_steps(meeting_id, before))

    def _ask_meeting(self, meeting_id: str) -> None:
        """The same by a click: what was in front stays in sight until it is there."""
        self.filling.begin(self._show_in_steps(meeting_id))

    def _show_in_steps(self, meeting_id: str, before: Opened | None = None) -> Steps:
        found = opened.as_it_stands(self.desk.store, meeting_id, self.desk.today(), before)
        if found is None:
            self.page.forget()
            yield from self._show_first_in_steps()
            return
        yield
        yield from self.page.show_opened(found, self.body.found.meetings)
        if self.main.currentWidget() is not self.page:
            yield
        self.main.setCurrentWidget(self.page)
        self.list.mark(meeting_id)

    def plan(self) -> None:
        """The form of a new meeting."""
        self._begin_plan()

    def show_decisions(self) -> None:
        """All decisions of the body, now."""
        self.filling.drop()
        stepwise.at_once(self._show_decisions())

    def _ask_decisions(self) -> None:
        self.filling.begin(self._show_decisions())

    def _show_decisions(self) -> Steps:
        self.list.unmark()
        page = self.decisions
        for _ in page.building:
            yield
        yield from page.show_in_steps(self.body.id)
        yield
        self.main.setCurrentWidget(page)

    def show_proposals(self) -> None:
        """What members want on an agenda, now."""
        self.filling.drop()
        stepwise.at_once(self._show_proposals())

    def _ask_proposals(self) -> None:
        self.filling.begin(self._show_proposals())

    def _show_proposals(self) -> Steps:
        self.list.unmark()
        if "proposals" not in self.__dict__:
            self.proposals  # noqa: B018
            yield
        self.proposals.show_body(self.body.id)
        self.main.setCurrentWidget(self.proposals)

    def _begin_plan(self, *, instead_of: Meeting | None = None, copy_of: Meeting | None = None) -> None:
        self.filling.finish()
        self.list.unmark()
        self.main.setCurrentWidget(self.new)
        self.new.begin(self.body.id, self.body.found.meetings, instead_of=instead_of, copy_of=copy_of)

    def _choose(self, meeting: Meeting) -> None:
        """A meeting of the list; the one that is shown already stays as it is."""
        if self.filling.is_on or meeting.id != self.page.meeting_id or self.main.currentWidget() is not self.page:
            self._ask_meeting(meeting.id)

    def _leave_plan(self) -> None:
        if self.page.meeting_id:
            self.show_meeting(self.page.meeting_id)
        else:
            self._show_first()

    def _shown_meeting(self) -> str:
        """The meeting in front; empty while something else is."""
        return self.page.meeting_id if self.main.currentWidget() is self.page else ""

    def _print_step(self) -> None:
        self.papers.preview(paper_commands.OF_STEP[self.page.steps.looked_at])

    def _print_excerpt(self) -> None:
        """Of the decision that is chosen in the list of decisions, which is shown first where it is not."""
        front = self.main.currentWidget()
        entry = front.table.current() if isinstance(front, DecisionList) else None
        if entry is not None:
            self.papers.preview_excerpt(entry.meeting_id, entry.decision_id)
            return
        meeting_id = self._shown_meeting()
        self.show_decisions()
        self.decisions.show_meeting(meeting_id)
        self.desk.tell(Message("Choose the decision; then print its excerpt."))

    def _session(self) -> SessionPanel | None:
        """The panel of the session while it is looked at."""
        panel = self.page.stack.currentWidget() if self._shown_meeting() else None
        return panel if isinstance(panel, SessionPanel) else None

    def _has_body(self) -> bool:
        return bool(self.body.id)

    def _look_at(self, step: Step) -> None:
        if self.main.currentWidget() is self.page:
            self.page.choose(step)

    def _show_item(self, item: AgendaItem) -> None:
        self.show_meeting(item.meeting_id)
        self.page.look_at(Step.PLAN)
        panel = self.page.panel(Step.PLAN).widget
        if isinstance(panel, PlanPanel):
            panel.show_item(item.id)

    # What is read

    def _read_front(self, before: Opened | None = None) -> None:
        """What is looked at, read again; `before` as in `opened.as_it_stands`."""
        front = self.main.currentWidget()
        if front is self.page and self.page.meeting_id:
            self._show_meeting(self.page.meeting_id, before)
        elif isinstance(front, DecisionList):
            self._ask_decisions()
        elif isinstance(front, ProposalList):
            front.show_body(self.body.id)
        elif front is self.empty:
            self._show_first()

    def _show_body(self, body_id: str) -> None:
        self.body.choose(body_id)
        self.page.forget()
        stepwise.at_once(self.body.read())
        self._show_first()

    def _show_first(self) -> None:
        stepwise.at_once(self._show_first_in_steps())

    def _show_first_in_steps(self) -> Steps:
        at_hand = rules.at_hand(self.body.found.meetings, self.desk.today())
        if at_hand is None:
            self.main.setCurrentWidget(self.empty)
            self._say_empty()
        else:
            yield from self._show_in_steps(at_hand.id)

    def _say_empty(self) -> None:
        if self.body.id:
            self._state.say(Message("No meeting yet."), (Message("Plan the first one"), self.plan))
        else:
            self._state.say(
                Message("Meetings belong to a commission. Enter the commission and its members first."),
                (Message("To the commission"), lambda: self.desk.go_to("commission", "")),
            )

    # How it is made

    def _join(self) -> None:
        self.page.step_changed.connect(self._parts.make_room)
        self.main.currentChanged.connect(self._parts.make_room)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(lambda: self.page.steps.buttons[self.page.steps.looked_at].setFocus())
        self.list.body_chosen.connect(self._show_body)
        self.list.plan_asked.connect(self.plan)
        self.list.decisions_asked.connect(self._ask_decisions)
        self.list.proposals_asked.connect(self._ask_proposals)
        self.page.head.copy_asked.connect(lambda meeting: self._begin_plan(copy_of=meeting))
        self.page.head.anew_asked.connect(lambda meeting: self._begin_plan(instead_of=meeting))
        self.list.clause_asked.connect(self.desk.show_clause)

    def _lay_out(self) -> None:
        for part in (self.empty, self.page):
            self.main.addWidget(part)
        self._parts = ListBeside(self, self.side, self.main, self._is_wide)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.STEP // 2, style.STEP, 0, 0)
        row.addWidget(self._parts)
        beginning.begin_at(self, self.list.table)
