"""A bar is moved in a large plan on the screen: how long until the chart shows it, besides the act and its commit?

python -m tests.bench.plan_edit OFFICE
"""

import json
import statistics
import sys
import time
from datetime import date
from pathlib import Path

from ayil_desktop import app, subjects

subjects.know_records()

from ayil_desktop.store import opening  # noqa: E402
from ayil_desktop.strategy import plan_actions, rules  # noqa: E402
from ayil_desktop.strategy.tab import Tab  # noqa: E402
from ayil_desktop.window.desk import OpenDesk  # noqa: E402
from ayil_desktop.workdays import deadlines  # noqa: E402

TODAY = date(2026, 6, 1)
TIMES = 12


def shown(application, store):
    """The tab with everything read."""
    desk = OpenDesk(store, lambda: TODAY)
    tab = Tab(desk)
    tab.fill_at_once()
    desk.touched.connect(tab.show_touched)
    tab.resize(1366, 640)
    tab.show()
    while tab.shown is None:
        application.processEvents()
        time.sleep(0.005)
    for _ in range(400):
        application.processEvents()
        time.sleep(0.002)
    return tab


def edited(application, tab, key, number):
    """Milliseconds from the end of the act to the end of the frame."""
    words = f"2026 жыл {('июль', 'август')[number % 2]}"
    ended = 0.0

    def act():
        nonlocal ended
        done = plan_actions.set_deadline(tab.desk.store, activity_id=key, deadline=deadlines.read(words))
        ended = time.perf_counter()
        return done

    tab.desk.run(act)
    application.processEvents()
    return (time.perf_counter() - ended) * 1000


if __name__ == "__main__":
    application = app.dress()
    store = opening.open_office(Path(sys.argv[1]))
    tab = shown(application, store)
    key = list(rules.activities(tab.shown.strategy))[3].id
    edited(application, tab, key, 1)
    found = [edited(application, tab, key, number) for number in range(TIMES)]
    store.close()
    sys.stdout.write(json.dumps({"edit": statistics.median(found)}) + "\n")
