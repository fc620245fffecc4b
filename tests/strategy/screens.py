"""How does a test find a row, open a card and fill in a window of the strategy?"""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ayil_desktop.widgets import background
from tests.commission.screens import press, put


def row(tab, number):
    return next(one for one in tab.plan.rows if one.level == 2 and one.number == number)


def open_card(tab, number):
    tab.go_to(row(tab, number).key)
    return tab.plan.card


def window_of(tab, **values):
    """Fill in the window that opened, and press its button."""
    put(tab.window_shown.form, **values)
    tab.window_shown.carry_out()


def put_lines(form, name, *lines):
    field = form.field(name)
    field.text.setPlainText("\n".join(lines))
    field.commit()


def run(tab, name):
    command = tab.command(name)
    assert command.is_possible()
    command.run()


def type_into(table, record, column, words):
    """Type into a cell and press Enter, as in Excel."""
    editor = table.edit(record.id, column)
    editor.setText(words)
    press(editor, Qt.Key.Key_Return)
    return editor


def add_pasted(window):
    """Press «Add» and wait until the table is added beside the screen, or was refused."""
    window.add.click()
    finish_jobs()


def finish_jobs():
    """Until nothing is being done beside the screen any more."""
    while background.jobs().running:
        QTest.qWait(2)
