"""Do tools stand beside each other while there is room, and below each other where there is none?"""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ayil_desktop.widgets.flow_layout import FlowLayout


@pytest.fixture
def tools(qtbot):
    """A row of buttons of 100 pixels above a page; `tools(width)` gives the corners of the buttons."""
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout()
    left, right = [QPushButton(), QPushButton()], [QPushButton()]
    for button in left:
        flow.addWidget(button)
    flow.addStretch()
    for button in right:
        flow.addWidget(button)
    for button in (*left, *right):
        button.setFixedSize(100, 30)
    stack = QVBoxLayout(window)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.addLayout(flow)
    stack.addWidget(page, 1)

    def arranged(width):
        window.resize(width, 300)
        window.show()
        return [(button.x(), button.y()) for button in (*left, *right)]

    arranged.page, arranged.flow, arranged.buttons = page, flow, (*left, *right)
    return arranged


def test_what_comes_after_a_stretch_stands_at_the_right(tools):
    assert tools(500) == [(0, 0), (108, 0), (400, 0)]


def test_where_there_is_no_room_a_line_begins_and_nothing_is_cut(tools):
    assert tools(316) == [(0, 0), (108, 0), (216, 0)]
    assert tools(315) == [(0, 0), (108, 0), (215, 34)]
    assert tools.page.y() >= 64


def test_what_is_hidden_takes_no_room(tools):
    tools.buttons[0].hide()
    assert tools(300)[1:] == [(0, 0), (200, 0)]


def test_a_tool_can_be_put_between_others(tools, qtbot):
    new = QPushButton()
    new.setFixedSize(100, 30)
    tools.flow.insertWidget(1, new)
    assert tools(600) == [(0, 0), (216, 0), (500, 0)]
    assert (new.x(), new.y()) == (108, 0)
