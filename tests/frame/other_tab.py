"""The second subject for the tests of the frame; it tells when it is built and who looks ahead."""

import threading

from tests.frame import notes_tab

built = []
looked = []


def look_ahead(store):
    looked.append(threading.current_thread().name)


class Tab(notes_tab.Tab):
    def __init__(self, desk, parent=None):
        built.append(desk)
        super().__init__(desk, parent)
