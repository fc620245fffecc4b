"""What does each column of a pasted table hold? The program proposes, the user decides."""

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import labels, style

Meaning = TypeVar("Meaning")


class ColumnChoice(QWidget, Generic[Meaning]):
    """One list for each column, with the first cell of the column as its tooltip. `changed` when the user chose."""

    changed = Signal()

    def __init__(self, titles: Mapping[Meaning, Message]) -> None:
        super().__init__()
        self._titles = titles
        self.boxes: list[QComboBox] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(style.STEP)
        self._row.addWidget(labels.Label(Message("Columns:"), say="muted"))
        self._row.addStretch()

    def offer(self, proposed: Sequence[Meaning], samples: Sequence[str]) -> None:
        """The proposal for a new table; asked once."""
        for place, meaning in enumerate(proposed):
            box = QComboBox()
            box.addItems([str(title) for title in self._titles.values()])
            box.setCurrentIndex(list(self._titles).index(meaning))
            box.setMinimumContentsLength(8)
            sample = samples[place] if place < len(samples) else ""
            box.setToolTip(labels.tooltip(sample))
            box.setAccessibleName(str(Message("Column {number}: {sample}", number=place + 1, sample=sample)))
            box.activated.connect(lambda _place: self.changed.emit())
            self.boxes.append(box)
            self._row.insertWidget(self._row.count() - 1, box)

    def chosen(self) -> list[Meaning]:
        """The meaning of each column."""
        return [list(self._titles)[box.currentIndex()] for box in self.boxes]

    def translate(self) -> None:
        for box in self.boxes:
            for place, title in enumerate(self._titles.values()):
                box.setItemText(place, str(title))
