"""How is one meeting shown: its heading, its four steps across the top, and the step that is looked at?"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.meetings import steps
from ayil_desktop.meetings.meeting_head import MeetingHead
from ayil_desktop.meetings.opened import Opened
from ayil_desktop.meetings.records import Meeting
from ayil_desktop.meetings.step_bar import StepBar
from ayil_desktop.meetings.step_panels import StepPanel
from ayil_desktop.meetings.steps import Step
from ayil_desktop.widgets import room, style
from ayil_desktop.widgets.room import Pages
from ayil_desktop.widgets.tab import Desk


class MeetingPage(QWidget):
    """Panels are made when their step is first looked at, and filled when it is looked at again."""

    step_changed = Signal(Step)

    def __init__(self, desk: Desk, panels: Mapping[Step, Callable[[], StepPanel]]) -> None:
        super().__init__()
        self._makers = panels
        self._made: dict[Step, StepPanel] = {}
        self._stale: set[Step] = set()
        self._opened: Opened | None = None
        self._others: Sequence[Meeting] = ()
        self.head = MeetingHead(desk)
        self.steps = StepBar()
        self.stack = Pages()
        self.head.session_asked.connect(lambda: self.look_at(Step.SESSION))
        self.steps.chosen.connect(self.look_at)
        self._lay_out()

    @property
    def meeting_id(self) -> str:
        """The meeting that is shown; empty while none is."""
        return self._opened.meeting.id if self._opened else ""

    def show_opened(self, opened: Opened, others: Sequence[Meeting]) -> None:
        """Another meeting opens at its current step; the same one, read again, stays where the user looks."""
        step_of_it = self._step_of(opened)
        self._opened, self._others = opened, others
        self._stale = set(Step)
        self.head.show_opened(opened)
        for step, button in self.steps.buttons.items():
            lacks = tuple(lack.text for lack in opened.lacks(step))
            button.show_step(steps.progress(opened.meeting, step), lacks)
        self.look_at(step_of_it)

    def make_ready(self, opened: Opened) -> None:
        """Make what `show_opened` will show."""
        self.panel(self._step_of(opened))

    def _step_of(self, opened: Opened) -> Step:
        is_other = opened.meeting.id != self.meeting_id
        return steps.current(opened.meeting) if is_other else self.steps.looked_at

    def look_at(self, step: Step) -> None:
        """Bring a step to the front."""
        self.steps.look_at(step)
        if self._opened is None:
            return
        panel = self.panel(step)
        self.stack.setCurrentWidget(panel.widget)
        if step in self._stale:
            self._stale.discard(step)
            panel.show(self._opened, self._others)
        self.step_changed.emit(step)

    def panel(self, step: Step) -> StepPanel:
        """The panel of a step, made now if it was not before."""
        if step not in self._made:
            self._made[step] = self._makers[step]()
            self.stack.addWidget(self._made[step].widget)
        return self._made[step]

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
