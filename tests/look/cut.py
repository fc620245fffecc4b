"""Which words on a screen have less room than they need?

Asked of what is visible now: labels, buttons, tabs, heads of columns, cells with words of the program, hints in fields,
places that scroll sideways. Somebody's own text may be cut in a table and in a long choice: a tooltip tells the whole.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from ayil_desktop.language.message import Message
from ayil_desktop.widgets.columns import Editor
from ayil_desktop.widgets.long_choice import LongChoice
from ayil_desktop.widgets.record_model import RecordModel

SLACK = 1
"""Pixels by which Qt's sizes are rounded."""
HEAD = 16
"""Pixels at both sides of a head of a column."""


def found(top: QWidget) -> list[str]:
    """One line for each place where words are cut off in a window, or a part of it."""
    faults = []
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and widget.width() > 1 and widget.visibleRegion().boundingRect().isValid():
            faults += [f"{_place(widget)}: {fault}" for fault in _faults(widget)]
    return faults


def _place(widget: QWidget) -> str:
    """The class of ours that the widget is a part of."""
    names = []
    part: QWidget | None = widget
    while part is not None:
        if type(part).__module__.startswith("ayil_desktop"):
            names.append(type(part).__name__)
        part = part.parentWidget()
    return " < ".join(names[:3])


def _faults(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield from _label(widget)
        case QPushButton() | QToolButton() | QCheckBox() | QRadioButton():
            if widget.text() and not _is_a_sign(widget) and widget.width() + SLACK < _wanted(widget):
                yield f"“{widget.text()}” needs {_wanted(widget)} and has {widget.width()}"
        case QTabBar():
            yield from _tabs(widget)
        case QHeaderView():
            yield from _head(widget)
        case QTableView():
            yield from _cells(widget)
        case QComboBox():
            yield from _choice(widget)
        case QLineEdit() | QPlainTextEdit():
            yield from _hint(widget)
    if isinstance(widget, QAbstractScrollArea) and widget.horizontalScrollBar().isVisible():
        yield f"scrolls sideways by {widget.horizontalScrollBar().maximum()}"


def _is_a_sign(button: QWidget) -> bool:
    """A button of which only the icon is drawn: its words are for whoever does not see it."""
    by_icon = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and not button.icon().isNull() and button.toolButtonStyle() == by_icon


def _wanted(button: QPushButton | QToolButton | QCheckBox | QRadioButton) -> int:
    """A widget whose look sets a width of its own is asked what its words need."""
    return min(button.sizeHint().width(), max(button.minimumSizeHint().width(), 0) or button.sizeHint().width())


def _label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    room = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin())
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        if height > label.height() + SLACK:
            yield f"“{label.text()}” needs a height of {height} and has {label.height()}"
        widest = max((_width(label.fontMetrics(), word) for word in label.text().split()), default=0)
    else:
        widest = max(_width(label.fontMetrics(), line) for line in label.text().splitlines() or [""])
    if widest > room.width() + SLACK:
        yield f"“{label.text()}” needs {widest} and has {room.width()}"


def _tabs(bar: QTabBar) -> Iterator[str]:
    last = bar.count() - 1
    if bar.usesScrollButtons() and last >= 0 and bar.tabRect(last).right() > bar.width() + SLACK:
        yield f"tabs up to “{bar.tabText(last)}” need {bar.tabRect(last).right()} and have {bar.width()}"
    for place in range(bar.count()):
        needs = _width(bar.fontMetrics(), bar.tabText(place))
        if bar.isTabVisible(place) and needs > bar.tabRect(place).width():
            yield f"tab “{bar.tabText(place)}” needs {needs} and has {bar.tabRect(place).width()}"


def _head(head: QHeaderView) -> Iterator[str]:
    if head.orientation() is not Qt.Orientation.Horizontal or head.model() is None:
        return
    for place in range(head.count()):
        text = str(head.model().headerData(place, Qt.Orientation.Horizontal) or "")
        needs = _width(head.fontMetrics(), text) + HEAD
        if text and not head.isSectionHidden(place) and needs > head.sectionSize(place) + SLACK:
            yield f"head “{text}” needs {needs} and has {head.sectionSize(place)}"


def _cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    if not isinstance(model, RecordModel):
        return
    for place, column in enumerate(model.shape):
        said = set()
        for line in range(model.rowCount()):
            index = model.index(line, place)
            row = model.rows.row_at(line)
            if row is None or not table.visualRect(index).intersects(table.viewport().rect()):
                continue
            value = column.value(row)
            is_ours = isinstance(value, Message) or column.editor in (Editor.CHOICE, Editor.DATE)
            text = model.text(line, place)
            needs = table.itemDelegateForIndex(index).sizeHint(_option(table, index), index).width()
            room = table.visualRect(index).width()
            if text and is_ours and text not in said and needs > room + SLACK and not _fits_wrapped(table, index, text):
                said.add(text)
                yield f"cell “{text}” of “{column.title}” needs {needs} and has {room}"


def _fits_wrapped(table: QTableView, index, text: str) -> bool:
    """In a row of several lines the longest word counts."""
    rect = table.visualRect(index)
    lines = rect.height() // table.fontMetrics().height()
    if lines < 2:
        return False
    flags = Qt.TextFlag.TextWordWrap
    needed = table.fontMetrics().boundingRect(0, 0, rect.width() - 10, 10_000, flags, text)
    return needed.height() <= rect.height() and needed.width() <= rect.width()


def _option(table: QTableView, index):
    from PySide6.QtWidgets import QStyleOptionViewItem

    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(index)
    option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText
    return option


def _choice(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    style = box.style()
    room = style.subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    ).width()
    needs = _width(box.fontMetrics(), box.currentText())
    if needs > room + SLACK and not isinstance(box, LongChoice):
        yield f"choice “{box.currentText()}” needs {needs} and has {room}"


def _hint(field: QLineEdit | QPlainTextEdit) -> Iterator[str]:
    text = field.placeholderText()
    is_empty = not (field.text() if isinstance(field, QLineEdit) else field.toPlainText())
    needs = _width(field.fontMetrics(), text)
    room = field.width() - 12
    if isinstance(field, QLineEdit) and is_empty and needs > room:
        yield f"hint “{text}” needs {needs} and has {room}"


def _width(metrics: QFontMetrics, text: str) -> int:
    return metrics.horizontalAdvance(text)
