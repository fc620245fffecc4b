"""The chart in its tab under real events of mouse and keyboard, as the secretary uses it."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from ayil_desktop.strategy import approval_actions, bars, plan_actions, plan_page
from ayil_desktop.strategy.bars import Scale
from ayil_desktop.strategy.chart_paint import LOOKS
from ayil_desktop.strategy.standing import State
from ayil_desktop.widgets import style
from ayil_desktop.workdays import deadlines
from ayil_desktop.workdays.deadlines import Kind
from tests.commission.screens import press
from tests.strategy.screens import row

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
MONTH = 31


def spot(tab, number, part, beyond=0):
    """A place on the bar of an activity: 0 its left end, 1 its right one."""
    gantt = tab.plan.gantt
    at = gantt.lines.at(row(tab, number).key)
    bar = bars.bar(gantt.lines.row(at), gantt.time)
    x = gantt.split + 1 + bar.left + part * bar.width + beyond - gantt.horizontalScrollBar().value()
    return QPoint(round(x), gantt.row_rect(at).center().y())


def drag(tab, begin, end, keys=NONE):
    view = tab.plan.gantt.viewport()
    QTest.mousePress(view, LEFT, NONE, begin)
    for share in (0.3, 0.7, 1):
        tab.plan.gantt.repaint()
        place = begin + (end - begin) * share
        # QTest moves without keys: a modifier held is sent with the event itself.
        _move(tab.plan.gantt, place, keys)
    QTest.mouseRelease(view, LEFT, keys, end)


def _move(gantt, place, keys):
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(place), LEFT, LEFT, keys)
    QCoreApplication.sendEvent(gantt.viewport(), event)


def days(tab, by):
    return QPoint(round(by * tab.plan.gantt.time.per_day), 0)


def deadline(plan, number):
    return plan[number].deadline_kind, plan[number].starts, plan[number].ends


@pytest.fixture
def tab(draft):
    """1.1 May, 1.2 June, 1.3 by 15 April."""
    draft.plan.gantt.jump_to(date(2019, 5, 15))
    return draft


@pytest.mark.parametrize(
    ("part", "by", "keys", "expected"),
    [
        (0.5, MONTH, NONE, (Kind.MONTH, date(2019, 6, 1), date(2019, 6, 30))),
        (0.5, 3, SHIFT, (Kind.DATE_RANGE, date(2019, 5, 4), date(2019, 6, 3))),
        (1, MONTH, NONE, (Kind.MONTH_RANGE, date(2019, 5, 1), date(2019, 6, 30))),
        (0, -MONTH, NONE, (Kind.MONTH_RANGE, date(2019, 4, 1), date(2019, 5, 31))),
    ],
    ids=["a month moves by months", "with Shift by days", "its right end", "its left end"],
)
def test_a_month_is_moved_and_stretched_by_the_mouse(tab, plan, part, by, keys, expected):
    begin = spot(tab, "1.1", part)
    drag(tab, begin, begin + days(tab, by), keys)
    assert deadline(plan, "1.1") == expected


def test_a_last_day_moves_by_days_and_its_words_follow(tab, plan):
    begin = spot(tab, "1.3", 0.5)
    drag(tab, begin, begin + days(tab, 5))
    assert deadline(plan, "1.3") == (Kind.BY_DATE, None, date(2019, 4, 20))
    assert plan["1.3"].deadline_ky == "2019 жыл 20-апрелге чейин"


def test_a_week_stays_a_week_under_mouse_and_keys(plan, show):
    plan.does("2019 жыл майдын 4-аптасы")
    tab = show()
    tab.plan.gantt.jump_to(date(2019, 5, 25))
    end = spot(tab, "1.1", 1)
    drag(tab, end, end + days(tab, 7))
    assert plan["1.1"].deadline_ky == "2019 жыл майдын 4-аптасы – июндун 1-аптасы"
    assert plan["1.1"].deadline_ru == "4-я неделя мая – 1-я неделя июня 2019 г."
    press(tab.plan.gantt, Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert plan["1.1"].deadline_ky == "2019 жыл майдын 4-аптасы"
    press(tab.plan.gantt, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert plan["1.1"].deadline_ky == "2019 жыл майдын 3-аптасы"


def test_weeks_that_are_drawn_over_the_end_of_a_month_are_weeks(plan, show):
    plan.does("зарылчылыкка жараша", "2019 жыл март", "2019 жыл июль")
    tab = show()
    gantt = tab.plan.gantt
    gantt.jump_to(date(2019, 5, 28))
    place = gantt.split + 1 + gantt.time.x(date(2019, 5, 25)) - gantt.horizontalScrollBar().value()
    begin = QPoint(round(place), gantt.row_rect(gantt.lines.at(row(tab, "1.1").key)).center().y())
    drag(tab, begin, begin + days(tab, 8))
    assert plan["1.1"].deadline_ky == "2019 жыл майдын 4-аптасы – июндун 1-аптасы"


def roll(gantt, up):
    """The wheel with Ctrl, over the middle of the chart."""
    place = QPointF(gantt.viewport().rect().center())
    turned = QPoint(0, 120 if up else -120)
    keys, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, place, QPoint(), turned, Qt.MouseButton.NoButton, keys, phase, False)
    QCoreApplication.sendEvent(gantt.viewport(), event)


@pytest.mark.parametrize("scale", [Scale.FIT, Scale.MONTH])
def test_who_has_zoomed_stays_there_until_the_scale_is_chosen_again(tab, plan, scale):
    gantt, box = tab.plan.gantt, tab.plan.scale
    box.setCurrentIndex(list(Scale).index(scale))
    begun = gantt.time.per_day
    roll(gantt, up=True)
    press(gantt, Key.Key_Plus)
    zoomed = gantt.time.per_day
    assert zoomed == pytest.approx(begun * 1.2 * 1.3)
    gantt.go_to(row(tab, "1.1").key)
    press(gantt, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    tab.resize(tab.width() - 60, tab.height())
    assert deadline(plan, "1.1")[1] == date(2019, 6, 1)
    assert gantt.time.per_day == pytest.approx(zoomed)
    assert (box.currentIndex(), box.placeholderText()) == (-1, "Zoomed"), "no scale is named that is not there"
    box.setFocus()
    box.setCurrentIndex(list(Scale).index(scale))
    assert gantt.time.per_day < zoomed
    assert box.currentText() == str(plan_page.SCALE_NAMES[scale])


def test_what_is_due_by_a_day_offers_no_step_of_its_beginning(tab):
    gantt = tab.plan.gantt
    gantt.go_to(row(tab, "1.3").key)
    menu = QMenu()
    gantt.fill_menu(menu)
    possible = [line.isEnabled() for line in menu.actions()[:6]]
    assert possible == [True, True, False, False, True, True]


def test_a_link_is_drawn_by_the_mouse_and_a_loop_names_its_rows(tab, plan, told):
    drag(tab, spot(tab, "1.1", 1, beyond=10), spot(tab, "1.2", 0.5))
    assert [one.before_id for one in plan["1.2"].needs] == [plan["1.1"].id]
    drag(tab, spot(tab, "1.2", 1, beyond=10), spot(tab, "1.1", 0.5))
    assert plan["1.1"].needs == []
    assert "1.1 → 1.2" in told.words[-1]


def test_a_click_opens_the_activity_and_escape_in_a_drag_changes_nothing(tab, plan):
    QTest.mouseClick(tab.plan.gantt.viewport(), LEFT, NONE, spot(tab, "1.2", 0.5))
    assert tab.plan.card.activity.number == "1.2"
    begin = spot(tab, "1.1", 0.5)
    QTest.mousePress(tab.plan.gantt.viewport(), LEFT, NONE, begin)
    _move(tab.plan.gantt, begin + days(tab, MONTH), NONE)
    press(tab.plan.gantt, Key.Key_Escape)
    QTest.mouseRelease(tab.plan.gantt.viewport(), LEFT, NONE, begin + days(tab, MONTH))
    assert deadline(plan, "1.1")[1] == date(2019, 5, 1)


def test_services_and_tasks_fold_by_mouse_and_by_keys(tab):
    gantt = tab.plan.gantt

    def shown():
        return [gantt.lines.row(at).number for at in range(len(gantt.lines))]

    def click(place):
        QTest.mouseClick(gantt.viewport(), LEFT, NONE, QPoint(10, gantt.row_rect(place).center().y()))

    assert shown() == ["1", "1", "1.1", "1.2", "1.3"]
    click(1)
    assert shown() == ["1", "1"]
    click(0)
    assert shown() == ["1"]
    gantt.choose(0)
    press(gantt, Key.Key_Right)
    press(gantt, Key.Key_Down)
    press(gantt, Key.Key_Right)
    assert len(shown()) == 5


def test_the_approved_days_lie_under_a_bar_that_was_moved(plan, show, store):
    plan.does("2019 жыл май", "2019 жыл июль").is_approved()
    approval_actions.open_amendment(store, strategy_id=plan.id, reason="Сел", on=date(2019, 4, 1))
    plan_actions.set_deadline(store, activity_id=plan["1.1"].id, deadline=deadlines.read("2019 жыл июнь"))
    tab = show()
    gantt = tab.plan.gantt
    gantt.jump_to(date(2019, 5, 31))
    at = gantt.lines.at(row(tab, "1.1").key)
    box = gantt.row_rect(at)
    image = gantt.viewport().grab().toImage()

    def greys(day):
        x = round(gantt.split + 1 + gantt.time.x(day) + 2 - gantt.horizontalScrollBar().value())
        edge = QColor(style.colours().edge)
        return [y for y in range(box.top(), box.bottom()) if image.pixelColor(x, y) == edge]

    middle = box.top() + box.height() // 2
    assert greys(date(2019, 5, 16)) == [middle + 9, middle + 10, middle + 11]
    assert greys(date(2019, 6, 16)) == []


def test_every_state_with_a_bar_differs_in_more_than_its_colour():
    """By its hatch or its letter, which a black-and-white printer keeps."""
    told = {(look.hatch, look.letter) for state, look in LOOKS.items() if state is not State.UNDATED}
    assert len(told) == len(LOOKS) - 1
