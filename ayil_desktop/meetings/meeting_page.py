"""How is one meeting shown: its heading, its four steps across the top, and the step that is looked at?"""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.meetings import steps
from ayil_desktop.meetings.meeting_head import MeetingHead
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.step_bar import StepBar
from ayil_desktop.meetings.step_panels import StepPanel
from ayil_desktop.meetings.steps import Step
from ayil_desktop.widgets import room, stepwise, style
from ayil_desktop.widgets.room import Pages
from ayil_desktop.widgets.stepwise import Steps, Stepwise
from ayil_desktop.widgets.tab import Desk


class MeetingPage(QWidget):
    """Panels are made when their step is first looked at, and filled when it is looked at again.

    A panel that is not there yet is put together by `filling`; meanwhile the one before stays in sight.
    """

    step_changed = Signal(Step)

    def __init__(self, desk: Desk, panels: Mapping[Step, Callable[[], StepPanel]], filling: Stepwise) -> None:
        super().__init__()
        self._makers = panels
        self._filling = filling
        self._made: dict[Step, StepPanel] = {}
        self._stale: set[Step] = set()
        self._opened: Opened | None = None
        self._others: Sequence[Meeting] = ()
        self.head = MeetingHead(desk)
        self.steps = StepBar()
        self.stack = Pages()
        self.stack.addWidget(QWidget())
        self.head.session_asked.connect(lambda: self.look_at(Step.SESSION))
        self.head.notice_asked.connect(lambda: self.look_at(Step.NOTICE))
        self.steps.chosen.connect(self.choose)
        self._lay_out()

    @property
    def meeting_id(self) -> str:
        """The meeting that is shown; empty while none is."""
        return self._opened.meeting.id if self._opened else ""

    @property
    def opened(self) -> Opened | None:
        """The same with all that was read of it."""
        return self._opened

    def show_opened(self, opened: Opened, others: Sequence[Meeting]) -> Steps:
        """Another meeting opens at its current step; the same one, read again, stays where the user looks."""
        step_of_it = self._step_of(opened)
        yield from self._put_together(step_of_it)
        self._opened, self._others = opened, others
        self._stale = set(Step)
        self.head.show_opened(opened)
        for step, button in self.steps.buttons.items():
            lacks = tuple(lack.text for lack in opened.lacks(step))
            button.show_step(steps.progress(opened.meeting, step), lacks)
        if not self.isVisible():
            # Nobody sees a heading over the panel of another meeting.
            yield
        yield from self._look(step_of_it)

    def _step_of(self, opened: Opened) -> Step:
        is_other = opened.meeting.id != self.meeting_id
        return steps.current(opened.meeting) if is_other else self.steps.looked_at

    def look_at(self, step: Step) -> None:
        """Bring a step to the front now."""
        self._filling.finish()
        stepwise.at_once(self._look(step))

    def choose(self, step: Step) -> None:
        """The same by a click, after what was chosen before it."""
        self.steps.look_at(step)
        self._filling.begin(chain(self._filling.drop(), self._look(step)))

    def panel(self, step: Step) -> StepPanel:
        """The panel of a step, made now if it was not before."""
        stepwise.at_once(self._put_together(step))
        return self._made[step]

    def finish_panels(self) -> None:
        """Those that were begun are put together now."""
        for step in self._made:
            self.panel(step)

    def _look(self, step: Step) -> Steps:
        self.steps.look_at(step)
        if self._opened is None:
            return
        is_new = False
        for _ in self._put_together(step):
            is_new = True
            yield
        panel = self._made[step]
        if step in self._stale:
            self._stale.discard(step)
            panel.show(self._opened, self._others)
        if is_new:
            yield
            for _ in stepwise.style_all(panel.widget):
                yield
        self.stack.setCurrentWidget(panel.widget)
        self.step_changed.emit(step)

    def _put_together(self, step: Step) -> Steps:
        if step not in self._made:
            self._made[step] = self._makers[step]()
            self.stack.addWidget(self._made[step].widget)
            yield
        # Not delegated: what is left where it is shall go on from there.
        for _ in self._made[step].building:
            yield

    def forget(self) -> None:
        """The meeting is gone, or another body is looked at."""
        self._opened = None

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(style.STEP * 2, style.STEP, style.STEP * 2, style.STEP)
        stack.setSpacing(style.STEP + style.STEP // 2)
        stack.addWidget(self.head)
        stack.addWidget(self.steps)
        stack.addWidget(room.lowered(self.stack), 1)
