"""How does a screen fill itself while its window goes on answering?

Whatever takes longer than the eye is a generator: a step ends at each `yield`. A part that is put together so takes
`in_steps` and has its steps in `building`; without it, it is whole at once.
"""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

Steps = Iterator[None]


def at_once(steps: Steps) -> None:
    """To the end, for whoever does not wait beside it."""
    deque(steps, maxlen=0)


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
