"""Does the Tab key come past everything on a page of the strategy, and nowhere that the secretary does not see?"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ayil_desktop.widgets.record_grid import Grid
from tests.commission.screens import press

_MOST = 60


def waiting(tab):
    """What can be reached by the Tab key now."""
    return {
        one
        for one in tab.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    }


def walked(tab, key, modifiers):
    """What has the focus one after the other, until the page bar has it again; a table is left by F6."""
    tab.pages.setFocus()
    came = []
    while len(came) < _MOST and (not came or came[-1] is not tab.pages):
        here = QApplication.focusWidget()
        press(here, Qt.Key.Key_F6 if isinstance(here, Grid) else key, modifiers)
        came.append(QApplication.focusWidget())
    return came


@pytest.mark.parametrize("page", [0, 1, 3, 4, 5])
@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_every_part_of_a_page_is_reached_and_none_out_of_sight(real_tab, page, key, modifiers):
    real_tab.pages.setCurrentIndex(page)
    if page == 1:
        real_tab.review.begin.click()
    QTest.qWait(1)
    came = walked(real_tab, key, modifiers)
    assert came[-1] is real_tab.pages
    assert [one for one in came if not one.isVisible()] == []
    assert waiting(real_tab) == set(came)


def test_a_page_that_is_given_the_focus_begins_where_its_work_is(real_tab):
    real_tab.setFocus()
    assert QApplication.focusWidget() is real_tab.plan.gantt
    real_tab.pages.setCurrentIndex(1)
    real_tab.review.setFocus()
    assert QApplication.focusWidget() is real_tab.review.table.grid
