"""What the secretary waits for with her hand on the keyboard: a meeting opened, a vote recorded, the vote undone.

The whole window is used, in an office of ten years: from the key until the screen of the meeting is filled again and
drawn. What the window does in idle moments (the words of the search) is not waited for. The commit is within it;
`commit` is what the smallest change of one field costs, to be taken off.
"""

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, event

from ayil_desktop import app
from ayil_desktop.meetings import selections
from ayil_desktop.meetings.choices import State
from ayil_desktop.meetings.steps import Step
from ayil_desktop.store.work import reading
from tests.bench import acts, screens

TIMES = 9
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def took(tab, act):
    """Milliseconds until it is drawn, and how many transactions were kept."""
    counted = []

    def count(connection):
        counted.append(connection)

    event.listen(Engine, "commit", count)
    try:
        began = time.perf_counter()
        act()
        while tab.filling.is_on:
            QApplication.processEvents()
        tab.repaint()
        whole = (time.perf_counter() - began) * 1000
    finally:
        event.remove(Engine, "commit", count)
    return whole, len(counted)


def rounds(store, meeting):
    with reading(store) as session:
        return sum(len(item.rounds) for item in selections.meeting(session, meeting).items)


def told(office):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.ayil"
        shutil.copytree(office, copy)
        frame = screens.window(copy)
        frame.shell.activateWindow()
        tab = frame.work.show_tab("meetings")
        tab.finish()
        held = [one.id for one in tab.list.table.shown() if one.state is State.HELD]
        screens.longest(lambda: tab.show_meeting(held[10]))
        tab.page.look_at(Step.SESSION)
        tab.finish()
        found = {"open": [], "vote": [], "undo": [], "commits": []}
        for number in range(TIMES):
            meeting = held[20 + number]
            opened, _ = took(tab, lambda meeting=meeting: tab.list.table.go_to(meeting))
            panel = tab.page.panel(Step.SESSION).widget
            tab.page.look_at(Step.SESSION)
            tab.finish()
            panel.hall.members.setFocus()
            before = rounds(frame.work.desk.store, meeting)
            press(Qt.Key.Key_F5)
            voted, commits = took(tab, lambda: press(Qt.Key.Key_Return, CONTROL))
            assert rounds(frame.work.desk.store, meeting) == before + 1, "no vote was recorded"
            undone, _ = took(tab, lambda: press(Qt.Key.Key_Z, CONTROL))
            assert rounds(frame.work.desk.store, meeting) == before, "the vote was not undone"
            for name, value in (("open", opened), ("vote", voted), ("undo", undone), ("commits", commits)):
                found[name].append(value)
        store = frame.work.desk.store
        answer = {name: statistics.median(values) for name, values in found.items()}
        answer["commit"] = acts.timed(lambda: acts.one_row(store, held[40]))
        frame.leave_office()
    return answer


if __name__ == "__main__":
    application = app.dress()
    sys.stdout.write(json.dumps(told(sys.argv[1])) + "\n")
