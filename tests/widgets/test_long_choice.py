"""What happens to a long name where there is little room?"""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent

from ayil_desktop.widgets.long_choice import LongChoice

SERVICES = ("Таза суу менен камсыздоо боюнча кызмат көрсөтүүнү жакшыртуу", "Сугат суу менен камсыздоону уюштуруу")


def test_a_name_without_room_is_told_by_its_tooltip(qtbot):
    choice = LongChoice(10)
    qtbot.addWidget(choice)
    choice.blockSignals(True)
    choice.addItems(SERVICES)
    choice.setCurrentIndex(1)
    choice.resize(120, choice.sizeHint().height())
    choice.show()
    narrow = choice.grab().toImage()
    choice.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), choice.mapToGlobal(QPoint(5, 5))))
    assert SERVICES[1] in choice.toolTip()
    choice.setItemText(1, SERVICES[1].upper())
    assert choice.grab().toImage() != narrow
    assert choice.currentText() == SERVICES[1].upper()
