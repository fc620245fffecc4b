"""How long does the window stand still when the secretary goes from screen to screen in an office of ten years?

Each figure is the longest time in which nothing was answered: of what a click does at once, and of each step in which
the rest follows. First looks and later ones are told apart: the first makes the screen.
"""

import importlib
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QMainWindow

from ayil_desktop import app, subjects

subjects.know_records()

from ayil_desktop.meetings import actions as meeting_actions  # noqa: E402
from ayil_desktop.meetings.records import State  # noqa: E402
from ayil_desktop.meetings.steps import Step  # noqa: E402
from ayil_desktop.store import opening  # noqa: E402
from ayil_desktop.window.at_work import AtWork  # noqa: E402
from tests.bench import measures  # noqa: E402

QUIET = 0.05  # seconds without a step: nothing follows any more
PATIENCE = 5.0  # seconds, for screens that never come to rest


def longest(act):
    """Milliseconds of the longest standstill while an act is done and its steps follow."""
    began = time.perf_counter()
    act()
    worst = time.perf_counter() - began
    last = time.perf_counter()
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() - last < QUIET and last < until:
        began = time.perf_counter()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0)
        took = time.perf_counter() - began
        worst = max(worst, took)
        if took > 0.001:
            last = time.perf_counter()
    return worst * 1000


def screens(work):
    found = {}
    found["first look at the meetings"] = longest(lambda: work.show_tab("meetings"))
    tab = work.tab("meetings")
    meetings = [one for one in tab.list.table.shown() if one.state is State.HELD]
    for step in Step:
        found[f"first look at the step {step.name.lower()}"] = longest(lambda step=step: tab.page.look_at(step))
    for step in Step:
        found[f"another look at the step {step.name.lower()}"] = longest(lambda step=step: tab.page.look_at(step))
    found["another meeting"] = longest(lambda: tab.show_meeting(meetings[7].id))
    found["a meeting after an edit"] = longest(lambda: edit(work, meetings[7].id))
    found["first look at all decisions"] = longest(tab.show_decisions)
    found["back to a meeting"] = longest(lambda: tab.show_meeting(meetings[9].id))
    found["another look at all decisions"] = longest(tab.show_decisions)
    found["first look at the proposals"] = longest(tab.show_proposals)
    found["first look at the strategy"] = longest(lambda: work.show_tab("strategy"))
    found["back to the commission"] = longest(lambda: work.show_tab("commission"))
    found["back to the meetings"] = longest(lambda: work.show_tab("meetings"))
    return found


def edit(work, meeting_id):
    """A field of the plan is changed, and the screen follows."""
    store, day = work.desk.store, work.desk.today()
    work.desk.run(lambda: meeting_actions.record_instruction(store, meeting_id=meeting_id, on=day))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.ayil"
        shutil.copytree(sys.argv[1], copy)
        # Beside the screen, in the program.
        for subject in subjects.TABS:
            for module in (subject.module, *subject.later):
                importlib.import_module(module)
        application = app.dress()
        window = QMainWindow()
        work = AtWork(measures.opened(opening.open_office(copy)), (*subjects.TABS, subjects.SETTINGS), measures.today)
        window.setCentralWidget(work)
        window.resize(1366, 680)
        window.show()
        longest(lambda: work.show_tab("commission"))
        told = screens(work)
        work.leave()
    sys.stdout.write(json.dumps(told) + "\n")
