"""How does a test type into a form, click and look, as the secretary does?"""

from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from ayil_desktop.language import wording
from tests.typing import type_text


def put(form, **values):
    """Type or choose a value in each field, and leave it."""
    for name, value in values.items():
        entry = form.field(name).entry
        if isinstance(entry, QComboBox):
            choose(entry, value)
        elif hasattr(entry, "setChecked"):
            if entry.isChecked() != value:
                entry.click()
        else:
            entry.selectAll()
            press(entry, Qt.Key.Key_Delete)
            type_text(entry, value if isinstance(value, str) else wording.short_date(value))
            form.field(name).commit()


def choose(box, words):
    """Pick the line with these words."""
    place = box.findText(str(words))
    assert place >= 0, [box.itemText(line) for line in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def copy_to_clipboard(rows):
    """As Excel leaves it: parted by tabs and lines."""
    mime = QMimeData()
    mime.setText("\r\n".join("\t".join(row) for row in rows))
    QApplication.clipboard().setMimeData(mime)


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifiers)


def delete_rows(table, *ids):
    """Mark whole rows, as with Ctrl and the mouse, and press Delete."""
    flags = QItemSelectionModel.SelectionFlag
    marked = [table.go_to(one) and table.grid.currentIndex() for one in ids]
    for index in marked:
        table.grid.selectionModel().select(index, flags.Select | flags.Rows)
    table.grid.setFocus()
    press(table.grid, Qt.Key.Key_Delete)
