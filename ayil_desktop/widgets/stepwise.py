"""How does a screen fill itself while its window goes on answering?

Whatever takes longer than the eye is a generator: a step ends at each `yield`. A part that is put together so takes
`in_steps` and has its steps in `building`; without it, it is whole at once.
"""

from collections import deque
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

Steps = Iterator[None]

_AT_A_TIME = 60  # parts that are styled in one step


def at_once(steps: Steps) -> None:
    """To the end, for whoever does not wait beside it."""
    deque(steps, maxlen=0)


def style_all(part: QWidget) -> Steps:
    """Put the style sheet on all that stands on a part, some at a time; otherwise that is done when it is shown."""
    # From the inside: whoever is styled is followed by what stands on it.
    for place, one in enumerate(reversed(part.findChildren(QWidget))):
        if shiboken6.isValid(one):
            one.ensurePolished()
        if place % _AT_A_TIME == 0:
            yield
    part.ensurePolished()


def drawn() -> Steps:
    """Steps without work, in which the window draws what has come into sight: one to lay it out, one to draw it, and
    as many again, because Qt may call the timer of the steps twice in one turn."""
    for _ in range(4):
        yield


class Stepwise(QObject):
    """One work at a time, one step of it in each turn of the window. What is begun takes the place of what was on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps = iter(())
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    @property
    def is_on(self) -> bool:
        """Whether steps are left."""
        return self._turn.isActive()

    def begin(self, steps: Steps) -> None:
        """The first step is done now."""
        self._steps = steps
        self._turn.start()
        self._go_on()

    def finish(self) -> None:
        """Do now what is left."""
        steps = self.drop()
        at_once(steps)

    def drop(self) -> Steps:
        """Leave it where it is; what is left comes back."""
        steps, self._steps = self._steps, iter(())
        self._turn.stop()
        return steps

    def _go_on(self) -> None:
        steps = self._steps
        # A step may have begun something else.
        if next(steps, self) is self and steps is self._steps:
            self._turn.stop()
