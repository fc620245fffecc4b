"""How does a step say what it still lacks, each point with its clause?"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ayil_desktop.meetings.lacking import Lack
from ayil_desktop.widgets import style
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.labels import ClauseLink, Label, Sign


class LackLine(QWidget):
    """The points side by side; hidden where nothing is missing."""

    clause_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self._flow.setSpacing(style.STEP * 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._shown: tuple[Lack, ...] = ()
        self.hide()

    def show_lacks(self, lacks: Sequence[Lack]) -> None:
        """Say these; the same ones again change nothing."""
        if tuple(lacks) != self._shown:
            self._shown = tuple(lacks)
            self._clear()
            for lack in lacks:
                point = self._point(lack)
                self._flow.addWidget(point)
                point.show()
        self.setVisible(bool(self._shown))

    def _point(self, lack: Lack) -> QWidget:
        point = QWidget()
        row = QHBoxLayout(point)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.STEP // 2)
        row.addWidget(Sign("triangle-alert", "due", side=style.ICON - 2))
        row.addWidget(Label(lack.text, say="due"))
        link = ClauseLink(lack.clause, point)
        link.asked.connect(self.clause_asked)
        row.addWidget(link)
        return point

    def _clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
