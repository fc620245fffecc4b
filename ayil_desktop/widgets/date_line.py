"""How is a day typed, or picked from a calendar?"""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ayil_desktop.language import catalogue, wording
from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.widgets import icons, labels, style
from ayil_desktop.widgets.keys import ENTER

_WIDTH, _HEIGHT = 440, 270  # logical pixels: seven names of days and six weeks


class DateLine(QLineEdit):
    """A line for a day in any usual writing (13.3.19); F4, Alt+Down or the button at its end opens a calendar.

    `picked` comes when a day was chosen there.
    """

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDate)
        self._open = QAction(icons.icon("calendar", "muted"), "", self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.translate()

    def open_calendar(self) -> None:
        popup = _Calendar(self, self._day() or date.today())
        popup.picked.connect(self._take)
        popup.show()

    def translate(self) -> None:
        self.setPlaceholderText(str(Message("dd.mm.yyyy")))
        labels.name_sign(self._open, Message("Calendar (F4)"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if (event.key() == Qt.Key.Key_F4 and not event.modifiers()) or alt_down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _day(self) -> date | None:
        try:
            return wording.parse_date(self.text())
        except Refused:
            return None

    def _take(self, day: QDate) -> None:
        self.selectAll()
        self.insert(wording.short_date(date(day.year(), day.month(), day.day())))
        self.setFocus()
        self.picked.emit()


class _Calendar(QFrame):
    """A month under the line; Enter or a click takes the day, Esc none. It is gone when it is closed."""

    picked = Signal(QDate)

    def __init__(self, line: DateLine, day: date) -> None:
        super().__init__(line, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", True)
        self._month = QCalendarWidget()
        self._month.setLocale(QLocale(catalogue.current()))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setMinimumSize(_WIDTH, _HEIGHT)
        _soften(self._month)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._month.clicked.connect(self._pick)
        self._month.installEventFilter(self)
        for inner in self._month.findChildren(QWidget):
            inner.installEventFilter(self)
        QVBoxLayout(self).addWidget(self._month)
        self.setFocusProxy(self._month)
        self.move(_beside(line, self.sizeHint().height()))
        self._month.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._pick(self._month.selectedDate())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return False

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(day)


def _soften(month: QCalendarWidget) -> None:
    """Our arrows and our colours instead of black and red ones."""
    for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        button = month.findChild(QToolButton, name)
        if button is not None:
            labels.set_icon(button, sign)
    weekend = QTextCharFormat()
    weekend.setForeground(QColor(style.colours().late))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        month.setWeekdayTextFormat(day, weekend)


def _beside(line: QLineEdit, height: int) -> QPoint:
    """Under the line, or above it where the screen ends."""
    below = line.mapToGlobal(QPoint(0, line.height()))
    screen = line.screen().availableGeometry()
    return below if below.y() + height <= screen.bottom() else line.mapToGlobal(QPoint(0, -height))
