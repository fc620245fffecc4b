"""The program in a process of its own, as it is started.

python -m tests.frame.second real|made-up OFFICE [REPORT]: with the program's own subjects or with those of these tests.
REPORT is a file to which it writes which modules were loaded when; it ends then.
"""

import json
import sys
from pathlib import Path

from ayil_desktop import __main__ as entry
from ayil_desktop import subjects
from ayil_desktop.language.message import Message
from ayil_desktop.subjects import Subject

TABS = (
    Subject("office", Message("Notes"), "users", "tests.frame.notes_tab"),
    Subject("other", Message("Other"), "gavel", "tests.frame.other_tab"),
)
SETTINGS = Subject("settings", Message("Settings of the office"), "settings", "tests.frame.notes_tab")


def main(which, office, report=None):
    if which == "made-up":
        subjects.TABS, subjects.SETTINGS = TABS, SETTINGS
    # Only now: it takes the lists as they are.
    app = entry.application()

    from PySide6.QtCore import QTimer

    from ayil_desktop.window import collecting

    program = app.dress()
    shell = app.start(Path(office))
    if report:
        told = {}
        shell.first_frame.connect(lambda: told.update({"first frame": sorted(sys.modules)}))
        shell.usable.connect(lambda: QTimer.singleShot(0, end))
        furnish = app.furnish

        def furnished(*what):
            frame = yield from furnish(*what)
            told["furnished"] = sorted(sys.modules)
            return frame

        app.furnish = furnished

        def end():
            told["usable"] = sorted(sys.modules)
            rest_loaded()

        def rest_loaded():
            # From then on it is collected: all that is loaded unasked is there.
            if shell.findChild(collecting.Collector) is None:
                QTimer.singleShot(20, rest_loaded)
                return
            told["idle"] = sorted(sys.modules)
            Path(report).write_text(json.dumps(told))
            shell.close()

    return program.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
