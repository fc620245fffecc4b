"""The chart under the hand of the secretary: what is painted, what stays put, and what mouse and keys do."""

import itertools
from datetime import date, timedelta
from functools import reduce

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from ayil_desktop.language import catalogue
from ayil_desktop.strategy import bars, chart_keys, chart_time, time_columns
from ayil_desktop.strategy.bars import Row, Scale
from ayil_desktop.strategy.gantt import Gantt
from ayil_desktop.strategy.standing import State
from ayil_desktop.widgets import style
from ayil_desktop.workdays.deadlines import Deadline, Kind
from tests.commission.screens import press

Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
TODAY = date(2019, 4, 16)
LONG = "Калктын таза суу менен камсыз болушу боюнча иш-чараларды өткөрүү жана жыйынтыгын айылдыктарга жеткирүү "


def activity(key, task, starts=None, ends=None, kind=Kind.MONTH, **more):
    words = more.pop("text", LONG * (1 + int(key[1:]) % 3))
    return Row(
        key, 2, f"1.{key[1:]}", words, task, kind=kind, starts=starts, ends=ends, state=State.NOT_YET_DUE, **more
    )


def may(key, task=1, **more):
    return activity(key, task, date(2019, 5, 1), date(2019, 5, 31), **more)


def plan(count):
    """One service with one task and so many activities, a month each, the texts of one to eight lines."""
    rows = [Row("s", 0, "1", "Таза суу"), Row("t", 1, "1", "Түтүк", 0)]
    for number in range(count):
        first = date(2019, 1 + number % 12, 1)
        rows.append(activity(f"a{number}", 1, first, time_columns.whole(first, first, "month")[1]))
    return bars.spans(rows)


@pytest.fixture
def shows(qtbot, dressed):
    """A chart of these rows: shows(rows)."""

    def shown(rows):
        gantt = Gantt()
        qtbot.addWidget(gantt)
        gantt.resize(1200, 600)
        gantt.show_rows(rows, today=TODAY)
        gantt.show()
        gantt.setFocus()
        qtbot.waitExposed(gantt)
        gantt.repaint()
        return gantt

    return shown


class Regions(QObject):
    """What of a view is painted."""

    def __init__(self):
        super().__init__()
        self.found = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.found.append(event.region())
        return False


@pytest.fixture
def painted(qtbot):
    """What of a chart is painted while something is done: painted(gantt, act) is the region in view coordinates."""

    def during(gantt, act):
        finish(gantt)
        gantt.repaint()
        QCoreApplication.processEvents()
        regions = Regions()
        gantt.viewport().installEventFilter(regions)
        act()
        qtbot.waitUntil(lambda: bool(regions.found))
        gantt.viewport().removeEventFilter(regions)
        return reduce(QRegion.united, regions.found)

    return during


def test_scrolling_paints_only_the_strip_that_comes_into_view(shows, painted):
    gantt = shows(plan(300))
    region = painted(gantt, lambda: gantt.verticalScrollBar().setValue(60))
    assert region.boundingRect().height() == 60
    assert region.boundingRect().bottom() == gantt.viewport().height() - 1
    region = painted(gantt, lambda: gantt.verticalScrollBar().setValue(20))
    assert (region.boundingRect().top(), region.boundingRect().height()) == (0, 40)


@pytest.mark.parametrize("scale", [Scale.WEEK, Scale.MONTH, Scale.QUARTER])
def test_a_line_stands_at_today_and_nowhere_else(shows, scale):
    """Dashed down to the last row in view, in a colour that neither bars nor grid have."""
    gantt = shows(plan(300))
    gantt.set_scale(scale)
    gantt.jump_to(TODAY)
    gantt.repaint()
    at = gantt.time.x(TODAY) + gantt.time.per_day / 2 - gantt.horizontalScrollBar().value()
    found = columns_of(gantt, QColor(style.colours().late).name())
    assert found, "no line at all"
    assert max(abs(x - gantt.split - 1 - at) for x in found) <= 2


def test_no_line_stands_where_today_is_out_of_view(shows):
    gantt = shows(plan(300))
    gantt.set_scale(Scale.WEEK)
    gantt.horizontalScrollBar().setValue(gantt.horizontalScrollBar().maximum())
    gantt.repaint()
    assert columns_of(gantt, QColor(style.colours().late).name()) == set()


def columns_of(gantt, colour):
    """Where the view has so much of a colour that it is a line."""
    image = gantt.viewport().grab().toImage()
    tall = range(gantt.viewport().height() // 2, gantt.viewport().height())
    return {
        x
        for x in range(gantt.split + 2, gantt.viewport().width())
        if sum(image.pixelColor(x, y).name() == colour for y in tall) > len(tall) // 4
    }


@pytest.mark.parametrize("steps", [[37, 120, 90, 400, 365], [900, 860, 10], [5000, 4960, 5100, 0]])
def test_what_was_moved_looks_like_what_is_painted_anew(shows, steps):
    """With hatches, fades, links and the line of today, which must not shift against what is below them."""
    rows = [row._replace(state=list(State)[place % 9]) for place, row in enumerate(plan(300))]
    rows = [row._replace(needs=(rows[place - 3].key,)) if place > 9 else row for place, row in enumerate(rows)]
    gantt = shows(rows)
    finish(gantt)
    for step in steps:
        gantt.verticalScrollBar().setValue(step)
        moved = gantt.viewport().grab().toImage()
        gantt.viewport().update()
        assert gantt.viewport().grab().toImage() == moved


def finish(gantt):
    """Everything that is measured and found in the background."""
    while gantt.lines.first_guess() >= 0 or not gantt.links.is_complete:
        gantt.measure_more()


class Asked(bars.Rows):
    """Rows that count how often one of them is asked for."""

    def __init__(self, rows):
        self.times = 0
        super().__init__(rows)

    def __getitem__(self, place):
        found = super().__getitem__(place)
        self.times += len(found) if isinstance(place, slice) else 1
        return found

    def __iter__(self):
        for row in super().__iter__():
            self.times += 1
            yield row


def test_the_first_picture_asks_for_as_few_rows_in_a_long_plan_as_in_a_short_one(shows):
    def asked(count):
        rows = Asked(plan(count))
        rows.times = 0
        shows(rows)
        return rows.times

    assert asked(3000) == asked(300) < 1000


def test_the_first_picture_is_the_whole_one(shows):
    """Where all links are near, nothing that is found or measured later changes what is seen."""
    rows = [row._replace(state=list(State)[place % 9], words="2019-жыл") for place, row in enumerate(plan(300))]
    rows = [row._replace(needs=(rows[place - 3].key,)) if place > 9 else row for place, row in enumerate(rows)]
    gantt = shows(bars.spans(rows))
    first = gantt.viewport().grab().toImage()
    finish(gantt)
    gantt.viewport().update()
    assert gantt.viewport().grab().toImage() == first


def test_other_words_of_the_same_rows_are_shown_and_the_rows_of_the_caller_stay(shows):
    rows = plan(10)
    gantt = shows(rows)
    before = gantt.viewport().grab().toImage()
    gantt.show_rows([row._replace(text="Башка", responsible="Айыл башчысы") for row in rows], today=TODAY)
    other = gantt.viewport().grab().toImage()
    assert other != before
    gantt.show_rows(rows, today=TODAY)
    assert gantt.viewport().grab().toImage() == before
    gantt.change_row(rows[2]._replace(text="Башка"))
    assert (rows[2].text, gantt.lines.row(2).text) == (LONG, "Башка")


def test_one_edit_paints_its_row_and_the_rows_above_it_in_the_tree(shows, painted):
    gantt = shows(plan(40))
    at = gantt.lines.at("a1")
    row = gantt.lines.row(at)
    moved = row._replace(starts=date(2019, 8, 1), ends=date(2019, 8, 31))
    region = painted(gantt, lambda: gantt.change_row(moved))
    touched = [one for one in gantt.rows_in_view() if region.intersects(gantt.row_rect(one))]
    assert touched == [gantt.lines.at("s"), gantt.lines.at("t"), at]


def test_dragging_paints_nothing_but_the_row_in_its_time(shows, painted):
    gantt = shows([*plan(3), may("a9")])
    take(gantt, "a9")
    region = painted(gantt, lambda: move(gantt, 200))
    assert gantt.row_rect(gantt.lines.at("a9")).contains(region.boundingRect())
    assert region.boundingRect().left() > gantt.split


def test_a_dragged_bar_looks_as_if_everything_were_painted_and_leaves_nothing_behind(shows):
    """Of its row only the bar is painted anew, over a picture of what lies behind it."""
    moved = may("a10", base=(date(2019, 4, 1), date(2019, 4, 30)))
    gantt = shows(bars.spans([*plan(6), moved]))
    finish(gantt)
    take(gantt, "a10")
    part = gantt.row_rect(gantt.lines.at("a10")) & gantt.time_rect()
    before = gantt.viewport().grab(part).toImage()
    for by in (70, 130, -40):
        move(gantt, by)
        moved = gantt.viewport().grab(part).toImage()
        assert moved == gantt.viewport().grab().toImage().copy(part)
        assert moved != before
    press(gantt, Key.Key_Escape)
    assert gantt.viewport().grab(part).toImage() == before


@pytest.mark.parametrize("state", State)
def test_all_that_changes_while_a_bar_is_dragged_is_painted_anew(shows, state):
    """Letters, the days beside the bar, where it was approved and where it was: nothing is left where it stood."""
    base = (date(2019, 4, 1), date(2019, 4, 30))
    gantt = shows(bars.spans([*plan(6), may("a11", base=base)._replace(state=state)]))
    finish(gantt)
    take(gantt, "a11")
    at = gantt.lines.at("a11")
    pictures = [gantt.viewport().grab().toImage()]
    for by in (70, 130, -400):
        move(gantt, by)
        pictures.append(gantt.viewport().grab().toImage())
    band = gantt.bar_rect(at)
    assert band.height() < gantt.row_rect(at).height()
    for before, after in itertools.pairwise(pictures):
        assert before != after
        for y in range(before.height()):
            line = QRect(0, y, before.width(), 1)
            assert band.top() <= y <= band.bottom() or before.copy(line) == after.copy(line)


def test_heights_become_exact_in_the_background_and_the_top_row_stays(shows):
    gantt = shows(plan(400))
    gantt.verticalScrollBar().setValue(gantt.verticalScrollBar().maximum() // 2)
    top = gantt.rows_in_view()[0]
    before = gantt.row_rect(top).top()
    guessed = gantt.lines.heights.total
    finish(gantt)
    assert gantt.lines.heights.total != guessed
    assert (gantt.rows_in_view()[0], gantt.row_rect(top).top()) == (top, before)


def test_no_text_is_higher_than_its_row(shows):
    gantt = shows([*plan(30), may("a99", text="Өзгөчө" * 40)])
    gantt.go_to("a99")
    gantt.repaint()
    for at in gantt.rows_in_view():
        assert gantt.wrapped(at).height == gantt.lines.heights.height(at)
    assert gantt.row_rect(gantt.lines.at("a99")).bottom() <= gantt.viewport().height()


def test_a_chosen_row_is_in_view_even_where_heights_were_guessed(shows):
    gantt = shows(plan(400))
    for key in ("a399", "a200", "a30", "a390"):
        gantt.go_to(key)
        rect = gantt.row_rect(gantt.lines.at(key))
        assert 0 <= rect.top() and rect.bottom() <= gantt.viewport().height()


def test_folding_hides_a_task_and_a_search_opens_it(shows):
    gantt = shows(plan(20))
    gantt.choose(gantt.lines.at("t"))
    press(gantt, Key.Key_Left)
    assert [gantt.lines.row(at).key for at in range(len(gantt.lines))] == ["s", "t"]
    assert gantt.chosen_key == "t"
    gantt.go_to("a7")
    assert gantt.chosen_key == "a7"


def test_the_splitter_is_dragged_and_remembered(shows, no_memory):
    gantt = shows(plan(5))
    at = QPointF(gantt.split, 20).toPoint()
    QTest.mousePress(gantt.header, Qt.MouseButton.LeftButton, NONE, at)
    QTest.mouseMove(gantt.header, QPointF(600, 20).toPoint())
    QTest.mouseRelease(gantt.header, Qt.MouseButton.LeftButton, NONE, QPointF(600, 20).toPoint())
    assert gantt.split == pytest.approx(600, abs=1)
    assert shows(plan(5)).split == pytest.approx(600, abs=1)


@pytest.mark.parametrize("state", [State.LATE, State.IN_PROGRESS, State.DUE, State.DONE, State.DONE_LATE])
def test_the_hatch_of_a_month_fades_at_both_ends_and_that_of_exact_days_does_not(shows, state):
    """How much ink there is in the first and the last pixels of a bar, beside as many from its inside."""
    month = may("a9")._replace(state=state)
    gantt = shows(bars.spans([Row("s", 0, "1", "Суу"), Row("t", 1, "1", "Түтүк", 0), month]))

    def ink(row, part):
        gantt.change_row(row)
        gantt.jump_to(row.starts)
        bar = bars.bar(row, gantt.time)
        box = gantt.row_rect(gantt.lines.at("a9"))
        left = gantt.split + 1 + bar.left - gantt.horizontalScrollBar().value() + part * (bar.width - 3)
        image = gantt.viewport().grab().toImage()
        middle = box.top() + box.height() // 2
        # Half of DONE is filled: the lower half of the bar; its upper and lower lines are left out.
        spots = [(x, y) for x in range(int(left), int(left) + 3) for y in range(middle, middle + 6)]
        return sum(255 - image.pixelColor(*spot).lightness() for spot in spots) / len(spots)

    assert ink(month, 0) < ink(month, 0.25) / 2
    assert ink(month, 1) < ink(month, 0.25) / 2
    exact = month._replace(kind=Kind.DATE_RANGE)
    assert ink(exact, 0) > ink(month, 0) * 2


# Mouse


def place_of(gantt, key, part=0.5):
    at = gantt.lines.at(key)
    bar = bars.bar(gantt.lines.row(at), gantt.time)
    x = bar.left + part * bar.width if 0 <= part <= 1 else bar.right + part
    return gantt.split + 1 + x - gantt.horizontalScrollBar().value(), gantt.row_rect(at).center().y()


def mouse(gantt, kind, x, y, keys=NONE):
    place, held = QPointF(x, y), Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, place, place, held, held, keys)
    handlers = {
        QEvent.Type.MouseButtonPress: gantt.mousePressEvent,
        QEvent.Type.MouseMove: gantt.mouseMoveEvent,
        QEvent.Type.MouseButtonRelease: gantt.mouseReleaseEvent,
    }
    handlers[kind](event)
    gantt.pointer_of_the_test = (x, y)


def take(gantt, key, part=0.5):
    gantt.go_to(key)
    x, y = place_of(gantt, key, part)
    mouse(gantt, QEvent.Type.MouseButtonPress, x, y)


def move(gantt, by, keys=NONE):
    x, y = gantt.pointer_of_the_test
    mouse(gantt, QEvent.Type.MouseMove, x + by, y, keys)


def let_go(gantt):
    mouse(gantt, QEvent.Type.MouseButtonRelease, *gantt.pointer_of_the_test)


def heard(signal):
    found = []
    signal.connect(lambda *values: found.append(values))
    return found


MONTH = 31 * bars.PER_DAY[Scale.MONTH]


@pytest.mark.parametrize(
    ("part", "by", "keys", "deadline"),
    [
        (0.5, MONTH, NONE, Deadline(Kind.MONTH, date(2019, 6, 1), date(2019, 6, 30))),
        (0.5, 12, SHIFT, Deadline(Kind.DATE_RANGE, date(2019, 5, 3), date(2019, 6, 2))),
        (1, MONTH, NONE, Deadline(Kind.MONTH_RANGE, date(2019, 5, 1), date(2019, 6, 30))),
        (0, -MONTH, NONE, Deadline(Kind.MONTH_RANGE, date(2019, 4, 1), date(2019, 5, 31))),
    ],
    ids=["moved by months", "moved by days with Shift", "right end", "left end"],
)
def test_a_month_bar_keeps_its_precision_under_the_mouse(shows, part, by, keys, deadline):
    gantt = shows(bars.spans([*plan(3), may("a9")]))
    dragged = heard(gantt.dragged)
    take(gantt, "a9", part)
    move(gantt, by / 2, keys)
    move(gantt, by / 2, keys)
    let_go(gantt)
    assert dragged == [("a9", deadline)]


def test_a_click_on_a_bar_opens_its_activity_and_changes_nothing(shows):
    gantt = shows(bars.spans([*plan(3), may("a9")]))
    dragged, opened = heard(gantt.dragged), heard(gantt.opened)
    take(gantt, "a9")
    let_go(gantt)
    assert (opened, dragged) == ([("a9",)], [])


def test_escape_lets_go_of_a_bar(shows):
    gantt = shows(bars.spans([*plan(3), may("a9")]))
    dragged = heard(gantt.dragged)
    take(gantt, "a9")
    move(gantt, MONTH)
    press(gantt, Key.Key_Escape)
    let_go(gantt)
    assert dragged == []


def test_a_link_is_drawn_from_the_end_of_one_bar_to_the_row_of_another(shows):
    gantt = shows(bars.spans([Row("s", 0, "1", "Суу"), Row("t", 1, "1", "Түтүк", 0), may("a1"), may("a2")]))
    linked = heard(gantt.linked)
    take(gantt, "a1", 10)
    x, _ = gantt.pointer_of_the_test
    mouse(gantt, QEvent.Type.MouseMove, x + 30, place_of(gantt, "a2")[1])
    assert gantt.viewport().grab().toImage() != shows(gantt.lines.rows).viewport().grab().toImage()
    let_go(gantt)
    assert linked == [("a1", "a2")]


def test_an_undated_activity_is_put_where_it_is_drawn(shows):
    """As many whole months as the pointer passes; by days with Shift."""
    undated = activity("a9", 1, kind=Kind.AS_NEEDED, words="зарылчылыкка жараша")
    gantt = shows(bars.spans([*plan(12), undated]))
    gantt.set_scale(Scale.QUARTER)
    dragged = heard(gantt.dragged)
    gantt.go_to("a9")
    gantt.horizontalScrollBar().setValue(0)
    x = gantt.split + 1 + gantt.time.x(date(2019, 3, 10))
    y = gantt.row_rect(gantt.lines.at("a9")).center().y()
    mouse(gantt, QEvent.Type.MouseButtonPress, x, y)
    move(gantt, 31 * gantt.time.per_day)
    let_go(gantt)
    assert dragged == [("a9", Deadline(Kind.MONTH_RANGE, date(2019, 3, 1), date(2019, 4, 30)))]


# Keys


@pytest.mark.parametrize(
    ("key", "keys", "deadline"),
    [
        (Key.Key_Right, ALT, Deadline(Kind.MONTH, date(2019, 6, 1), date(2019, 6, 30))),
        (Key.Key_Left, ALT, Deadline(Kind.MONTH, date(2019, 4, 1), date(2019, 4, 30))),
        (Key.Key_Right, ALT | SHIFT, Deadline(Kind.DATE_RANGE, date(2019, 5, 2), date(2019, 6, 1))),
        (Key.Key_Right, CTRL, Deadline(Kind.MONTH_RANGE, date(2019, 5, 1), date(2019, 6, 30))),
        (Key.Key_Left, CTRL | SHIFT, Deadline(Kind.DATE_RANGE, date(2019, 5, 1), date(2019, 5, 30))),
        (Key.Key_Home, ALT, Deadline(Kind.MONTH_RANGE, date(2019, 4, 1), date(2019, 5, 31))),
        (Key.Key_End, ALT | SHIFT, Deadline(Kind.DATE_RANGE, date(2019, 5, 2), date(2019, 5, 31))),
    ],
)
def test_keys_do_what_the_mouse_does(shows, key, keys, deadline):
    gantt = shows(bars.spans([*plan(3), may("a9")]))
    dragged = heard(gantt.dragged)
    gantt.go_to("a9")
    press(gantt, key, keys)
    assert dragged == [("a9", deadline)]


def test_an_arrow_is_drawn_by_keys(shows):
    gantt = shows(plan(5))
    linked, opened = heard(gantt.linked), heard(gantt.opened)
    gantt.go_to("a1")
    press(gantt, Key.Key_Return, CTRL)
    press(gantt, Key.Key_Down)
    press(gantt, Key.Key_Down)
    press(gantt, Key.Key_Return)
    assert (linked, opened) == ([("a1", "a3")], [])
    press(gantt, Key.Key_Return, CTRL)
    press(gantt, Key.Key_Escape)
    press(gantt, Key.Key_Return)
    assert (linked, opened) == ([("a1", "a3")], [("a3",)])


def test_an_undated_activity_comes_into_this_month_by_key(shows):
    gantt = shows(bars.spans([*plan(3), activity("a9", 1, kind=Kind.UNKNOWN)]))
    dragged = heard(gantt.dragged)
    gantt.go_to("a9")
    press(gantt, Key.Key_Right, ALT)
    assert dragged == [("a9", Deadline(Kind.MONTH, date(2019, 4, 1), date(2019, 4, 30)))]


def test_the_menu_of_a_bar_names_every_key(shows, qtbot):
    gantt = shows(plan(3))
    gantt.go_to("a1")
    menu = QMenu()
    qtbot.addWidget(menu)
    gantt.fill_menu(menu)
    lines = [one.text() for one in menu.actions() if one.text()]
    keys = [chart_keys.keys_of(step) for step in chart_keys.NAMES]
    assert [line.partition("\t")[2] for line in lines] == [*keys, "Ctrl+Enter"]
    dragged = heard(gantt.dragged)
    menu.actions()[1].trigger()
    assert dragged[0][1].start == date(2019, 3, 1)


# Time


def test_the_header_speaks_the_language_of_the_screen(shows):
    gantt = shows(plan(12))
    found = {}
    for language in catalogue.LANGUAGES:
        catalogue.use(language)
        gantt.set_scale(Scale.MONTH)
        upper = next(time_columns.columns(gantt.time, "month", 200, 300))
        found[language] = chart_time.upper_words(upper)
    assert found == {"ky": "январь 2019", "ru": "январь 2019", "en": "January 2019"}


@pytest.mark.parametrize(
    ("scale", "units"),
    [
        (Scale.WEEK, ("week", "day")),
        (Scale.MONTH, ("month", "week")),
        (Scale.QUARTER, ("year", "month")),
        (Scale.YEAR, ("year", "quarter")),
    ],
)
def test_every_scale_has_two_rows_of_time(shows, scale, units):
    gantt = shows(plan(12))
    gantt.set_scale(scale)
    assert time_columns.header_units(gantt.time) == units


@pytest.mark.parametrize(
    ("unit", "first", "last", "width", "upper", "lower"),
    [
        ("decade", date(2010, 1, 1), date(2019, 12, 31), 200, "2010–2019", "2010"),
        ("year", date(2019, 1, 1), date(2019, 12, 31), 200, "2019", "2019"),
        ("quarter", date(2019, 10, 1), date(2019, 12, 31), 200, "октябрь 2019", "IV"),
        ("month", date(2019, 10, 1), date(2019, 10, 31), 200, "октябрь 2019", "октябрь"),
        ("month", date(2019, 10, 1), date(2019, 10, 31), 40, "октябрь 2019", "окт"),
        ("month", date(2019, 10, 1), date(2019, 10, 31), 20, "октябрь 2019", "10"),
        ("week", date(2019, 5, 8), date(2019, 5, 14), 40, "май 2019 · 8–14", "2"),
        ("week", date(2019, 5, 22), date(2019, 5, 31), 40, "май 2019 · 22–31", "4"),
        ("day", date(2019, 5, 22), date(2019, 5, 22), 20, "май 2019", "22"),
    ],
)
def test_the_rows_of_time_count_as_the_plans_do(language, unit, first, last, width, upper, lower):
    language("ky")
    column = time_columns.Column(0.0, float(width), first, last, unit)
    assert (chart_time.upper_words(column), chart_time.lower_words(column)) == (upper, lower)


def test_everything_fits_and_goes_on_fitting_when_the_window_grows(shows):
    gantt = shows(plan(12))
    gantt.set_scale(Scale.FIT)
    gantt.resize(900, 600)
    assert gantt.horizontalScrollBar().maximum() == 0
    assert gantt.time.width == pytest.approx(gantt.viewport().width() - gantt.split, abs=1)


def test_free_days_lie_behind_the_bars_where_a_day_can_be_seen(shows):
    free, worked = date(2019, 5, 9), date(2019, 5, 18)
    gantt = shows(plan(12))
    gantt.show_rows(gantt.lines.rows, today=TODAY, exceptions=[free, worked])
    gantt.jump_to(free)

    def ground(day):
        x = gantt.split + 1 + gantt.time.x(day) + 2 - gantt.horizontalScrollBar().value()
        return gantt.viewport().grab().toImage().pixelColor(int(x), gantt.row_rect(0).bottom() - 3).name()

    weekend, working = ground(date(2019, 5, 11)), ground(date(2019, 5, 10))
    assert len({ground(free), weekend, working}) == 3
    assert ground(worked) == working
    gantt.set_scale(Scale.YEAR)
    assert ground(free) == ground(free + timedelta(days=30)) == working
