"""What stands below the chart as a list that leads to its rows?"""

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import beginning, labels, style
from ayil_desktop.widgets.columns import Column
from ayil_desktop.widgets.flow_layout import FlowLayout
from ayil_desktop.widgets.labels import Label, Words
from ayil_desktop.widgets.record_table import RecordTable


class Leading(Protocol):
    """A line of the list; `key` is the row of the plan that it leads to."""

    @property
    def id(self) -> int: ...
    @property
    def key(self) -> str: ...


Line = TypeVar("Line", bound=Leading)


class ListPanel(QWidget, Generic[Line]):
    """A heading with buttons and a table. `led` gives the row of the current line, `opened` that of an entered one."""

    led = Signal(str)
    opened = Signal(str)
    closed = Signal()

    def __init__(
        self, columns: Sequence[Column[Line]], *, key: str, name: Message, empty: Message, tip: Callable[[Line], Words]
    ) -> None:
        super().__init__()
        self.heading = Label(name, say="heading")
        self.table: RecordTable[Line] = RecordTable(
            columns, key=key, name=name, empty=empty, filters=False, whole_rows=True, lines=2, tip=tip
        )
        self.close_button = QToolButton()
        self.tools = FlowLayout()
        self._is_filling = False
        self._lay_out()
        self.table.current_changed.connect(self._lead)
        self.table.activated.connect(lambda line: self.opened.emit(line.key) if line and line.key else None)
        self.close_button.clicked.connect(self.closed)

    def fill(self, lines: Sequence[Line]) -> None:
        """Other lines, or the same ones read again; nothing is led to by that."""
        self._is_filling = True
        self.table.set_rows(lines)
        self._is_filling = False

    def put_below_heading(self, part: QWidget) -> None:
        """What is to be read before the table."""
        self._stack.insertWidget(1, part)

    def translate(self) -> None:
        self._name_close()

    def _name_close(self) -> None:
        self.close_button.setToolTip(labels.tooltip(CLOSE))
        self.close_button.setAccessibleName(str(CLOSE))

    def _lead(self, line: Line | None) -> None:
        if line is not None and line.key and not self._is_filling:
            self.led.emit(line.key)

    def _lay_out(self) -> None:
        labels.set_icon(self.close_button, "x", "muted")
        self.close_button.setAutoRaise(True)
        head = QHBoxLayout()
        head.setSpacing(style.STEP)
        self.heading.setMinimumHeight(style.ROW)
        self.tools.addWidget(self.heading)
        self.tools.addStretch()
        head.addLayout(self.tools, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._stack = stack = QVBoxLayout(self)
        stack.setContentsMargins(0, style.STEP, 0, 0)
        stack.setSpacing(style.STEP)
        stack.addLayout(head)
        stack.addWidget(self.table, 1)
        beginning.begin_at(self, self.table)
        self._name_close()


CLOSE = Message("Close the list")
