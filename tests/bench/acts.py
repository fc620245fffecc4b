"""What the secretary waits for in an office of ten years: opening a meeting, a vote, its undo, a long table."""

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit
from sqlalchemy import Engine, event

from ayil_desktop import app, subjects

subjects.know_records()

from ayil_desktop.language.message import Message  # noqa: E402
from ayil_desktop.meetings import selections, vote_actions  # noqa: E402
from ayil_desktop.meetings.choices import Method, Vote  # noqa: E402
from ayil_desktop.meetings.vote_actions import Ballot  # noqa: E402
from ayil_desktop.store import journal, opening  # noqa: E402
from ayil_desktop.store.work import reading, work  # noqa: E402
from ayil_desktop.widgets import record_table, style  # noqa: E402
from ayil_desktop.widgets.columns import Column  # noqa: E402

TIMES = 15


def timed(act):
    """Milliseconds, the median of several."""
    found = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found)


def acts(store):
    with reading(store) as session:
        meeting = selections.meetings_list(session)[10]

    def open_meeting():
        with reading(store) as session:
            selections.meeting(session, meeting.id)

    with reading(store) as session:
        whole = selections.meeting(session, meeting.id)
    item, people = whole.items[0].id, [row.person_id for row in whole.attendance]
    ballot = Ballot(method=Method.BY_NAME, votes=dict.fromkeys(people, Vote.FOR))
    votes, undos = [], []
    for _ in range(TIMES):
        began = time.perf_counter()
        vote_actions.record_round(store, item_id=item, ballot=ballot)
        votes.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        journal.undo(store)
        undos.append((time.perf_counter() - began) * 1000)
    return {
        "open_meeting": timed(open_meeting),
        "vote": statistics.median(votes),
        "undo": statistics.median(undos),
        "commit": timed(lambda: one_row(store, meeting.id)),
        "commits": commits(store, item, ballot),
    }


def one_row(store, meeting_id):
    """The least that a change costs: one field and its commit."""
    with work(store, Message("Change the plan of the meeting")) as session:
        meeting = selections.sitting(session, meeting_id)
        meeting.reason = f"{time.perf_counter()}"


def commits(store, item, ballot):
    """How many transactions one vote takes."""
    counted = []

    def count(connection):
        counted.append(connection)

    event.listen(Engine, "commit", count)
    vote_actions.record_round(store, item_id=item, ballot=ballot)
    event.remove(Engine, "commit", count)
    return float(len(counted))


def table():
    """5,000 rows sorted and filtered: until the first page is there."""
    rows = [(f"Өлчөмбаев Үлгү {number}", f"{number % 97}") for number in range(5000)]
    columns = [
        Column(key="name", title=Message("Name"), value=lambda row: row[0]),
        Column(key="group", title=Message("Group"), value=lambda row: row[1]),
    ]
    shown = record_table.RecordTable(columns, key="bench", name="bench")
    style.wear(shown)
    shown.resize(900, 600)
    shown.set_rows(rows)
    shown.show()
    QApplication.processEvents()
    return timed(lambda: filtered(shown))


def filtered(shown):
    """Another order and another filter, then the page that is seen is drawn."""
    shown.sort_by("name", descending=not getattr(shown, "is_turned", False))
    shown.is_turned = not getattr(shown, "is_turned", False)
    shown.filter_line.findChild(QLineEdit).setText("үлгү 4" if shown.is_turned else "үлгү 3")
    shown.grid.viewport().repaint()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.ayil"
        shutil.copytree(sys.argv[1], copy)
        opened = opening.open_office(copy)
        found = acts(opened)
        opened.close()
    application = app.dress()
    found["table"] = table()
    sys.stdout.write(json.dumps(found) + "\n")
