"""Our window over an office, from the start of the process: first frame, usable, stalls, memory when idle.

our_window.py OFFICE [at-once]: with the last word, how long a change waits that is made the moment it is usable.
"""

import json
import sys
import time

BEGAN = time.perf_counter()

from ayil_desktop.__main__ import application  # noqa: E402

app = application()

from pathlib import Path  # noqa: E402

from PySide6.QtCore import QTimer  # noqa: E402

from tests.bench import measures  # noqa: E402

TICK = 5  # milliseconds

found = {}
stalls, later_stalls = measures.Stalls(), measures.Stalls()


def first_frame():
    found["first_frame"] = (time.perf_counter() - BEGAN) * 1000
    ticking.start(TICK)


def usable():
    found["usable"] = (time.perf_counter() - BEGAN) * 1000
    found["worked"] = time.process_time() * 1000
    stalls.tick()  # the step that ends now has no tick after it yet
    found["stall"] = stalls.longest * 1000
    from ayil_desktop.window.frame import Frame  # not before: it is loaded after the first frame

    frame = shell.findChild(Frame)
    if sys.argv[2:] == ["at-once"]:
        frame.work.wait_for_rest()
        found["waited"] = (time.perf_counter() - BEGAN) * 1000 - found["usable"]
    ticking.timeout.connect(later_stalls.tick)
    frame.door.settled.connect(settled)


def settled():
    QTimer.singleShot(2000, told)


def told():
    # What is due has been read by now, too.
    found["stall_later"] = later_stalls.longest * 1000
    found["pss"] = measures.pss()
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    shell.close()
    qt.quit()


qt = app.dress()
ticking = QTimer()
ticking.timeout.connect(stalls.tick)
shell = app.start(Path(sys.argv[1]))
shell.first_frame.connect(first_frame)
shell.usable.connect(usable)
qt.exec()
