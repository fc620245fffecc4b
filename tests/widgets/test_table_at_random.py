"""Does a table survive whatever order keys, clicks and re-read rows come in?

Qt holds on to cells and editors while rows come and go beneath them; a warning of Qt's fails the test.
"""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from ayil_desktop.language.message import Message
from ayil_desktop.widgets.record_table import RecordTable
from tests.typing import type_text
from tests.widgets.test_record_table import PEOPLE, Office, Person

Key = Qt.Key
KEYS = (
    *(Key.Key_Return, Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape, Key.Key_Up, Key.Key_Down, Key.Key_Left),
    *(Key.Key_Right, Key.Key_F2, Key.Key_Delete, Key.Key_Space, Key.Key_Home, Key.Key_End, Key.Key_PageDown),
)
MODIFIERS = (
    *(Qt.KeyboardModifier.NoModifier,) * 6,
    *(Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier),
)
SORTS = (None, "name", "born", "since", "came", "role")


class Clerk:
    """Does one thing after the other, chosen by the dice; `office` changes beneath her now and then."""

    def __init__(self, table, office, dice):
        self.table, self.office, self.dice = table, office, dice

    def step(self):
        deeds = (self.press, self.press, self.press, self.write, self.write, self.click, self.read_again)
        rare = (self.sort, self.filter, self.table.translate, self.table.copy, self.table.paste, self.table.grid.finish)
        self.dice.choice(deeds + rare)()

    def target(self):
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.table.grid

    def press(self):
        QTest.keyClick(self.target(), self.dice.choice(KEYS), self.dice.choice(MODIFIERS))

    def write(self):
        if not QApplication.activePopupWidget():
            type_text(self.target(), self.dice.choice(("а", "Ө", "13.3.19", "7", "s")))

    def click(self):
        model = self.table.grid.model()
        if model.rowCount() and not QApplication.activePopupWidget():
            cell = model.index(self.dice.randrange(model.rowCount()), self.dice.randrange(model.columnCount()))
            place = self.table.grid.visualRect(cell).center()
            QTest.mouseClick(self.table.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def sort(self):
        self.table.sort_by(self.dice.choice(SORTS), descending=self.dice.random() < 0.5)

    def filter(self):
        self.table.filter_line.line.setText(self.dice.choice(("", "а", "о", "99")))

    def read_again(self):
        people = self.office.people
        if len(people) > 1 and self.dice.random() < 0.3:
            people.pop(self.dice.randrange(len(people)))
        elif self.dice.random() < 0.3:
            name = str(self.dice.randrange(10**9))
            people.insert(self.dice.randrange(len(people) + 1), Person(name, f"Жаңы {name}"))
        self.office.drops = self.dice.choice([None, None, *(person.id for person in people)])
        self.table.set_rows([replace(person) for person in people])


@pytest.mark.parametrize("seed", range(6))
def test_no_order_of_keys_clicks_and_changes_breaks_a_table(qtbot, seed):
    dice = random.Random(seed)
    office = Office([*PEOPLE, *(Person(str(number), f"Адам {number}") for number in range(5, 12))])
    section = (lambda person: "Топ" if person.id < "5" else "Башка") if seed % 2 else None
    table = RecordTable(office.columns(), key="random", name=Message("Members"), reorderable=True, section=section)
    office.table = table
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(800, 400)
    qtbot.addWidget(window)
    with qtbot.wait_exposed(window):
        window.show()
    window.activateWindow()
    table.set_rows(office.people)
    table.grid.setFocus()
    clerk = Clerk(table, office, dice)
    for _ in range(250):
        clerk.step()
        if dice.random() < 0.3:
            QApplication.processEvents()
    while QApplication.activePopupWidget():
        QApplication.activePopupWidget().close()
    QApplication.processEvents()
    assert [row.id for row in table.rows()] == [person.id for person in office.people]
    assert office.changes, "the dice never changed anything"
    assert {row.id for row in table.shown()} <= {person.id for person in office.people}
