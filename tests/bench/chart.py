"""The chart of a plan of so many rows: first paint, frames and memory, beside a bare painted view of the same tasks.

python -m tests.bench.chart ROWS            both in turn in one process: first paint and frames, in milliseconds
python -m tests.bench.chart ROWS MORE_ROWS  ours over so many and over more, in turn: first paint
python -m tests.bench.chart ROWS floor|ours one of them in a process of its own: memory in MiB

The floor has one column with a text of one line. Ours has the four columns of a real plan, wrapped as its texts need.
"""

import datetime
import gc
import itertools
import json
import random
import statistics
import sys
import time

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ayil_desktop import shipped
from ayil_desktop.widgets import style
from tests.bench import chart_floor, measures

FRAMES = 200
FIRSTS = 15
"""So often a view is made and painted anew: a single first paint of twenty milliseconds tells mostly of its moment."""
STEP = 72
"""Three rows of the floor, as one notch of a wheel."""
TODAY = datetime.date(2020, 6, 1)
BEGINS = datetime.date(2020, 1, 1)


def words_of_a_plan():
    """Who answers for an activity and the words of its deadline, as they stand beside each other in a real plan."""
    sample = json.loads(shipped.resource("samples/chet-nura-strategy.json").read_text(encoding="utf-8"))
    tasks = (task for priority in sample["priorities"] for task in priority["tasks"])
    return [("; ".join(one["responsible"]), one["deadline_ky"]) for task in tasks for one in task["activities"]]


def rows(tasks):
    """The tasks as activities of one service, in every state: the floor's text, the other columns of a real plan."""
    from ayil_desktop.strategy import bars
    from ayil_desktop.strategy.bars import Row
    from ayil_desktop.strategy.standing import State
    from ayil_desktop.workdays.deadlines import Kind

    random.seed(1)
    found, words = [Row("0", 0, "1", "Кызмат")], itertools.cycle(words_of_a_plan())
    for number, (name, first, length, needs) in enumerate(tasks, 1):
        begins = BEGINS + datetime.timedelta(days=first)
        ends = begins + datetime.timedelta(days=length)
        state = random.choice(list(State))
        after = (str(needs + 1),) if needs >= 0 else ()
        kind = random.choice((Kind.DATE_RANGE, Kind.MONTH))
        row = Row(str(number), 2, f"1.{number}", name, 0, *next(words), kind, begins, ends, state, needs=after)
        found.append(row)
    return bars.spans(found)


def chart(found):
    from ayil_desktop.strategy.gantt import Gantt

    gantt = Gantt()
    gantt.show_rows(found, today=TODAY)
    return gantt


class Painted:
    """Waits until a view has painted what was asked of it."""

    def __init__(self, view):
        self.view = view
        self.count, self.last = 0, 0.0
        self._paint = paint = type(view).paintEvent

        def counted(view, event):
            paint(view, event)
            self.count += 1
            self.last = time.perf_counter()

        type(view).paintEvent = counted

    def stop(self):
        """The view is painted as before."""
        type(self.view).paintEvent = self._paint

    def after(self, act):
        """Milliseconds from an act to the end of its frame."""
        before, began = self.count, time.perf_counter()
        act()
        while self.count == before:
            QApplication.processEvents()
        QApplication.processEvents()
        return (time.perf_counter() - began) * 1000


def frames(painted, act, count=FRAMES):
    found = [painted.after(lambda number=number: act(number)) for number in range(count)]
    return statistics.median(found), sorted(found)[int(count * 0.95)]


def mouse(kind, x, y):
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    return QMouseEvent(
        kind, QPointF(x, y), QPointF(x, y), Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier
    )


def measured_floor(tasks):
    view, painted, _ = shown(lambda: chart_floor.Floor(tasks))
    scroll = frames(painted, lambda number: view.verticalScrollBar().setValue((number + 1) * STEP))
    zoom = frames(painted, lambda number: view.zoom(4.0 + (number % 20) * 0.2 + 0.1))
    top = view.verticalScrollBar().value() // chart_floor.ROW + 3
    drag = frames(painted, lambda number: view.drag(top, number % 60 + 1))
    return told("floor_", scroll, zoom, drag)


def measured_chart(found):
    view, painted, _ = shown(lambda: chart(found))
    scroll = frames(painted, lambda number: view.verticalScrollBar().setValue((number + 1) * STEP))
    zoom = frames(painted, lambda number: view.zoom(4.0 + (number % 20) * 0.2 + 0.1, 300.0))
    x, y = bar_in_view(view)
    view.mousePressEvent(mouse(QEvent.Type.MouseButtonPress, x, y))
    drag = frames(
        painted, lambda number: view.mouseMoveEvent(mouse(QEvent.Type.MouseMove, x + 10 + number % 60 * 5, y))
    )
    view.mouseReleaseEvent(mouse(QEvent.Type.MouseButtonRelease, x + 10, y))
    return told("", scroll, zoom, drag)


def bar_in_view(view):
    """The middle of a bar that is seen whole."""
    from ayil_desktop.strategy import bars

    for at in view.rows_in_view()[2:-1]:
        bar = bars.bar(view.lines.row(at), view.time)
        if bar and bar.width < view.time_rect().width():
            view.horizontalScrollBar().setValue(int(bar.left) - 10)
            QApplication.processEvents()
            middle = (bar.left + bar.right) / 2 - view.horizontalScrollBar().value()
            return view.split + 1 + middle, view.row_rect(at).center().y()
    raise AssertionError("no bar in view")


def first_paint(make):
    """Milliseconds until a view has painted itself that is gone afterwards."""
    view, painted, first = shown(make)
    painted.stop()
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return first


def first_paints(**makes):
    """The median of several first paints of each view, all of them in turn."""
    found = [{name: first_paint(make) for name, make in makes.items()} for _ in range(FIRSTS)]
    return {name: statistics.median(one[name] for one in found) for name in makes}


def shown(make):
    gc.collect()
    began = time.perf_counter()
    view = make()
    style.wear(view)
    painted = Painted(view)
    view.resize(1366, 640)
    view.show()
    while not painted.count:
        QApplication.processEvents()
    return view, painted, (painted.last - began) * 1000


def told(who, scroll, zoom, drag):
    found = {}
    for name, (median, p95) in (("scroll", scroll), ("zoom", zoom), ("drag", drag)):
        found |= {f"{who}{name}": median, f"{who}{name}_p95": p95}
    return found


def in_turn(count):
    """The floor and ours over the same tasks, in the same clothes."""
    application = dressed()
    tasks = chart_floor.tasks(count)
    found = rows(tasks)
    firsts = first_paints(floor_first=lambda: chart_floor.Floor(tasks), first=lambda: chart(found))
    application.processEvents()
    return firsts | measured_floor(tasks) | measured_chart(found)


def sizes(few, many):
    """Ours over few tasks and over many."""
    application = dressed()
    small, large = rows(chart_floor.tasks(few)), rows(chart_floor.tasks(many))
    firsts = first_paints(few=lambda: chart(small), many=lambda: chart(large))
    application.processEvents()
    return firsts


def dressed():
    """The application, and what is only slow once behind it."""
    from ayil_desktop import app

    application = app.dress()
    few = chart_floor.tasks(50)
    for make in (lambda: chart_floor.Floor(few), lambda: chart(rows(few))):
        warm = make()
        style.wear(warm)
        warm.show()
        application.processEvents()
    return application


def weighed(count, who):
    """How much memory is added by the tasks and their chart, with everything that is imported already there."""
    application = QApplication(sys.argv[:1])
    few = chart_floor.tasks(50)
    warm = chart_floor.Floor(few) if who == "floor" else chart(rows(few))
    settle(application, warm)
    before = measures.pss()
    tasks = chart_floor.tasks(count)
    view = chart_floor.Floor(tasks) if who == "floor" else chart(rows(tasks))
    del tasks
    settle(application, view)
    return {"added": measures.pss() - before}


def settle(application, view):
    """Shown, and all that is done in the background is done."""
    view.resize(1366, 640)
    view.show()
    until = time.perf_counter() + 4
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    count, *what = sys.argv[1:]
    if not what:
        found = in_turn(int(count))
    elif what[0].isdigit():
        found = sizes(int(count), int(what[0]))
    else:
        found = weighed(int(count), what[0])
    sys.stdout.write(json.dumps(found) + "\n")
