"""How long does the window stand still when the secretary goes from screen to screen in an office of ten years?

The whole window is used, and what she clicks is clicked. Each figure is the longest time in which nothing was answered:
of what a click does at once, and of each round of the window in which the rest follows. First looks and later ones are
told apart: the first makes the screen. `settled` is when all of it was there.
"""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from ayil_desktop import app, subjects

subjects.know_records()

from ayil_desktop.meetings import actions as meeting_actions  # noqa: E402
from ayil_desktop.meetings.choices import State  # noqa: E402
from ayil_desktop.meetings.steps import Step  # noqa: E402
from ayil_desktop.window import joins  # noqa: E402
from ayil_desktop.window.frame import Frame  # noqa: E402
from ayil_desktop.window.shell import Shell  # noqa: E402
from tests.bench import measures  # noqa: E402

QUIET = 0.1  # seconds without a step: nothing follows any more
PATIENCE = 20.0  # seconds, for screens that never come to rest

clock = time.perf_counter


def longest(act, is_there=lambda: True):
    """Milliseconds of the longest standstill while an act is done and its steps follow, and of all of them together."""
    began = clock()
    act()
    steps = [clock() - began]
    last = until = time.perf_counter()
    until += PATIENCE
    while last < until and (time.perf_counter() - last < QUIET or not is_there()):
        began = clock()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0)
        took = clock() - began
        if took > 0.001:
            steps.append(took)
            last = time.perf_counter()
    return max(steps) * 1000, sum(steps) * 1000


def window(office):
    """The window as the program opens it, at work in an office, with everything loaded."""
    shell = Shell(subjects.TABS)
    shell.resize(1366, 768)
    shell.show()
    frame = Frame(shell, app.Commands(), clock=measures.today)
    joins.join(frame)
    app.install_keys()
    usable = []
    shell.usable.connect(lambda: app.settle(shell))
    shell.usable.connect(lambda: usable.append(True))
    frame.door.open(office)
    while not usable:
        QApplication.processEvents()
    frame.work.wait_for_rest()
    longest(lambda: None)
    return frame


def screens(frame):
    """What she does, one after the other."""
    yield "first look at the meetings", lambda: frame.top.choose("meetings"), in_front(frame, "meetings")
    tab = frame.work.tab("meetings")
    steps, table = tab.page.steps.buttons, tab.list.table
    held = [one for one in table.shown() if one.state is State.HELD]
    meetings = [one.id for one in held]
    is_there = lambda: not tab.filling.is_on  # noqa: E731
    for look in ("first", "another"):
        for step in Step:
            yield f"{look} look at the step {step.name.lower()}", steps[step].click, is_there
    yield "another meeting", lambda: table.go_to(meetings[7]), is_there
    yield "a meeting after an edit", lambda: edit(frame.work.desk, held[7]), is_there
    yield "first look at all decisions", tab.list.decisions.click, is_there
    yield "back to a meeting", lambda: table.go_to(meetings[9]), is_there
    yield "another look at all decisions", tab.list.decisions.click, is_there
    yield "first look at the proposals", tab.list.proposals.click, is_there
    yield "first look at the strategy", lambda: frame.top.choose("strategy"), in_front(frame, "strategy")
    yield "back to the commission", lambda: frame.top.choose("commission"), in_front(frame, "commission")
    yield "back to the meetings", lambda: frame.top.choose("meetings"), in_front(frame, "meetings")


def in_front(frame, subject):
    return lambda: frame.work.current == subject


def edit(desk, meeting):
    """A field of the plan is changed, and the screen follows."""
    desk.run(lambda: meeting_actions.record_instruction(desk.store, meeting_id=meeting.id, on=meeting.date))


def told(office):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.ayil"
        shutil.copytree(office, copy)
        frame = window(copy)
        found = {}
        for what, act, is_there in screens(frame):
            found[what], found[f"settled, {what}"] = longest(act, is_there)
        frame.leave_office()
    return found


if __name__ == "__main__":
    application = app.dress()
    sys.stdout.write(json.dumps(told(sys.argv[1])) + "\n")
