"""10,000 activities from their office to the drawn chart, beside the same tasks from one table to a bare view.

python -m tests.bench.chart_from_office FOLDER floor|ours    each in a process of its own, from its start
"""

import json
import sys
import time

BEGAN = time.perf_counter()

from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402

TODAY = date(2026, 6, 1)


def floor(folder):
    """SQLAlchemy Core, tuples, a bare view."""
    import sqlalchemy
    from PySide6.QtWidgets import QApplication

    from tests.bench import chart_floor

    application = QApplication(sys.argv[:1])
    began = time.perf_counter()
    connection = sqlalchemy.create_engine(f"sqlite:///{folder / 'floor.db'}").connect()
    query = "select name, s, len, dep from task order by id"
    view = chart_floor.Floor([tuple(row) for row in connection.exec_driver_sql(query).fetchall()])
    return application, view, began


def ours(folder):
    """The tab as the window shows it, in a process that began as the program does."""
    from ayil_desktop.__main__ import application as begin

    app = begin()
    application = app.dress()
    app.spared.spare_store()
    from ayil_desktop import subjects

    subjects.know_records()
    from ayil_desktop.store import opening
    from ayil_desktop.strategy.tab import Tab
    from ayil_desktop.widgets import style
    from ayil_desktop.window.desk import OpenDesk

    began = time.perf_counter()
    tab = Tab(OpenDesk(opening.open_office(folder / "large.ayil"), lambda: TODAY))
    style.wear(tab)
    tab.fill_at_once()
    return application, tab, began


if __name__ == "__main__":
    application, widget, began = (floor if sys.argv[2] == "floor" else ours)(Path(sys.argv[1]))
    view = widget if sys.argv[2] == "floor" else widget.plan.gantt
    widget.resize(1366, 640)
    widget.show()
    application.processEvents()
    view.grab()
    drawn = time.perf_counter()
    result = {"whole": (drawn - BEGAN) * 1000, "from_file": (drawn - began) * 1000}
    # A large plan shows the top of its chart first; its other rows and what the check finds come beside the screen.
    while sys.argv[2] == "ours" and widget.shown is None:
        application.processEvents()
    result["settled"] = (time.perf_counter() - BEGAN) * 1000
    sys.stdout.write(json.dumps(result) + "\n")
