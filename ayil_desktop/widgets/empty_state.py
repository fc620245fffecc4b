"""What does an empty list say, and what is the first step?"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ayil_desktop.widgets import labels, style
from ayil_desktop.widgets.labels import Words

FirstStep = tuple[Words, Callable[[], object]]


class EmptyState(QWidget):
    """One sentence and a button, in the middle of the place that is empty."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._run: Callable[[], object] | None = None
        self._words = labels.Label(say="muted", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = labels.Button("", main=True)
        self._button.clicked.connect(self._step)
        stack = QVBoxLayout(self)
        stack.setSpacing(style.STEP * 2)
        stack.addStretch()
        stack.addWidget(self._words)
        stack.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        stack.addStretch()
        place.installEventFilter(self)
        self.hide()

    def say(self, words: Words, first_step: FirstStep | None) -> None:
        """Show the sentence; without a first step there is no button."""
        self._words.set_words(words)
        self._button.setVisible(first_step is not None)
        self._button.set_words(first_step[0] if first_step else "")
        self._run = first_step[1] if first_step else None
        self._fill_place()
        self.show()

    @property
    def step(self) -> QWidget | None:
        """The button of the first step, while it is seen."""
        return self._button if self._button.isVisible() else None

    def eventFilter(self, place: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fill_place()
        return False

    def _fill_place(self) -> None:
        place = self.parentWidget()
        if place:
            self.setGeometry(place.rect())

    def _step(self) -> None:
        if self._run:
            self._run()
