"""Is a day as easily picked as typed?"""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget

from ayil_desktop.language import catalogue, wording
from ayil_desktop.widgets.date_line import DateLine


@pytest.fixture
def line(qtbot):
    made = DateLine()
    qtbot.addWidget(made)
    with qtbot.wait_exposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def calendar():
    return QApplication.activePopupWidget().findChild(QCalendarWidget)


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
def test_a_key_opens_the_calendar_at_the_day_that_stands_there(line, qtbot, key, modifier):
    line.setText("13.3.19")
    qtbot.keyClick(line, key, modifier)
    assert calendar().selectedDate() == QDate(2019, 3, 13)
    assert calendar().firstDayOfWeek() == Qt.DayOfWeek.Monday
    QApplication.activePopupWidget().close()


def test_enter_takes_the_day_and_escape_none(line, qtbot):
    line.setText("13.03.2019")
    line.open_calendar()
    qtbot.keyClick(calendar(), Qt.Key.Key_Escape)
    assert line.text() == "13.03.2019"
    line.open_calendar()
    calendar().setSelectedDate(QDate(2019, 4, 1))
    with qtbot.wait_signal(line.picked):
        qtbot.keyClick(calendar(), Qt.Key.Key_Return)
    assert line.text() == "01.04.2019"
    assert QApplication.activePopupWidget() is None


def test_a_click_takes_the_day_and_can_be_undone(line, qtbot):
    line.open_calendar()
    assert calendar().selectedDate().toPython() == date.today()
    calendar().clicked.emit(QDate(2018, 12, 24))
    assert line.text() == "24.12.2018"
    line.undo()
    assert line.text() == ""


def test_the_months_speak_the_language_of_the_screen(line):
    catalogue.use("ky")
    line.translate()
    line.open_calendar()
    march = calendar().locale().standaloneMonthName(3).lower()
    assert march == wording.month_name(3, "ky")
    QApplication.activePopupWidget().close()
