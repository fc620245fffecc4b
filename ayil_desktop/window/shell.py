"""What is on the screen first: the window with the titles of its menus and its tabs?

PySide makes each of Qt's classes when it is first named, and that takes its time. So nothing is named here that is not
seen in the first frame; `Frame` furnishes the rest when that is on the screen.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QTabBar, QVBoxLayout, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.subjects import Subject
from ayil_desktop.widgets import style
from ayil_desktop.window import remembered

PROGRAM = "Ayil Desktop"
TITLES = (
    ("file", Message("&File")),
    ("edit", Message("&Edit")),
    ("view", Message("&View")),
    ("print", Message("&Print")),
    ("help", Message("&Help")),
)
ROW = 38  # height of the row of tabs, in logical pixels


class Shell(QMainWindow):
    """The main window as Qt sees it.

    `first_frame` comes once, when it is drawn; `usable` each time when an office is open, its first tab is filled, and
    input is taken.
    """

    first_frame = Signal()
    usable = Signal()

    def __init__(self, subjects: Sequence[Subject]) -> None:
        super().__init__()
        style.wear(self)
        self.subjects = tuple(subjects)
        self.titles = {name: self.menuBar().addMenu("") for name, _ in TITLES}
        self.tabs = QTabBar()
        self.top = QWidget()
        self.row = QHBoxLayout(self.top)
        self.line = _line()
        self.column = QVBoxLayout()
        self.blank = Blank(self.first_frame.emit)
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before the window goes; whoever answers yes has cleared up."""
        self._lay_out()
        self.translate()

    def translate(self) -> None:
        for name, title in TITLES:
            self.titles[name].setTitle(str(title))
        for index, subject in enumerate(self.subjects):
            self.tabs.setTabText(index, str(subject.title).replace("&", "&&"))
        self.tabs.setAccessibleName(str(Message("Subjects")))

    def closeEvent(self, event: QCloseEvent) -> None:
        remembered.keep_geometry(self.saveGeometry())
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _lay_out(self) -> None:
        for _ in self.subjects:
            self.tabs.addTab("")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setEnabled(False)
        self.top.setFixedHeight(ROW)
        self.row.setContentsMargins(style.STEP, 0, style.STEP, 0)
        self.row.setSpacing(style.STEP)
        self.row.addWidget(self.tabs)
        self.row.addStretch()
        whole = QWidget()
        whole.setLayout(self.column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for part in (self.top, self.line, self.blank):
            self.column.addWidget(part)
        self.setCentralWidget(whole)
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(800, 520)
        if not self.restoreGeometry(remembered.geometry()):
            self.resize(1280, 720)


class Blank(QWidget):
    """Fills the place of the pages until there are any."""

    def __init__(self, painted: Callable[[], object]) -> None:
        super().__init__()
        self._is_painted = False
        # A child: it does not outlive the window.
        self._drawn = QTimer(self, singleShot=True, interval=0)
        self._drawn.timeout.connect(painted)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_painted:
            self._is_painted = True
            self._drawn.start()


def _line() -> QWidget:
    """A line under the tabs, in the colour that the palette has for lines."""
    line = QWidget()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line
