"""Is the user told, by one door, without being stopped?"""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ayil_desktop.language.message import Message
from ayil_desktop.widgets import labels, notice
from ayil_desktop.widgets.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def buttons(bar):
    return [
        button for button in bar.findChildren(QPushButton) if isinstance(button, labels.Button) and button.isVisible()
    ]


def test_the_bar_is_hidden_while_there_is_nothing_to_say(bar):
    assert bar.isHidden()
    notice.info(Message("The office was saved."))
    assert bar.isVisible()
    bar.close_notice()
    assert bar.isHidden()


def test_notices_wait_for_each_other(bar):
    notice.info(Message("The disk is full."))
    notice.warning(Message("The notice is late."), clause="CN-6.2")
    texts = [label.text() for label in bar.findChildren(QLabel)]
    assert "The disk is full." in texts
    assert "1 more" in texts
    bar.close_notice()
    assert "The notice is late." in [label.text() for label in bar.findChildren(QLabel)]


def test_the_clause_of_a_notice_can_be_asked_for(bar, qtbot):
    notice.warning(Message("The notice is late."), clause="CN-6.2")
    with qtbot.wait_signal(notice.board().clause_asked, check_params_cb=lambda clause: clause == "CN-6.2"):
        bar.findChild(labels.ClauseLink).click()


def test_an_offer_is_taken_and_the_notice_is_gone(bar, told):
    taken = []
    notice.done(Message("Kept as PDF."), notice.Offer(Message("Open"), lambda: taken.append("open")))
    buttons(bar)[0].click()
    assert taken == ["open"]
    assert bar.isHidden()


def test_what_matters_stays_and_what_does_not_passes(bar, qtbot, told):
    timer = bar.findChild(QTimer)
    timer.setInterval(10)
    with qtbot.wait_exposed(bar):
        notice.info(Message("Saved."))
    QApplication.processEvents()  # the offscreen mouse rests at the corner of the screen, upon the bar
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    qtbot.wait_until(bar.isHidden)
    notice.trouble(Message("The drive is gone."))
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert not timer.isActive()
    assert told.words[-1] == "The drive is gone."


def test_nothing_passes_while_the_mouse_rests_on_it(bar):
    notice.info(Message("Saved."))
    QApplication.sendEvent(bar, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not bar.findChild(QTimer).isActive()


def test_an_offer_never_passes_by_itself():
    assert not notice.info(Message("Text"), notice.Offer(Message("Repair"), print)).passes


def test_closing_without_an_answer_is_told_to_who_asked(bar):
    closed = []
    notice.board().tell(notice.Notice(notice.Severity.WARNING, "?", closed=lambda: closed.append(True)))
    bar.close_notice()
    assert closed == [True]


def test_the_same_words_are_not_told_twice_at_once(told):
    first = notice.trouble(Message("The disk is full."))
    assert notice.trouble(Message("The disk is full.")) is first
    assert told.words == ["The disk is full."]


def test_a_click_on_an_offer_leaves_the_focus_where_it_is(bar):
    notice.info("x", notice.Offer(Message("Repair"), print))
    assert buttons(bar)[0].focusPolicy() == Qt.FocusPolicy.TabFocus


def test_the_bar_is_reached_and_left_by_keyboard(bar, qtbot):
    notice.info("x", notice.Offer(Message("Repair"), print))
    bar.enter()
    assert bar.focusWidget() is buttons(bar)[0]
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()
    notice.info("y")
    bar.enter()
    assert bar.focusWidget().accessibleName() == "Close this notice"


def test_a_name_in_a_notice_is_literal(bar):
    notice.info("<b>Асан</b> & Үсөн")
    assert "<b>Асан</b> & Үсөн" in [label.text() for label in bar.findChildren(QLabel)]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in bar.findChildren(QLabel))


def test_the_fixture_presses_a_button(told):
    taken = []
    notice.info("x", notice.Offer(Message("Repair"), lambda: taken.append(1)))
    told.take("Repair")
    assert taken == [1]
    assert told.last.words == "x"
    with pytest.raises(AssertionError):
        told.take("Repair")
