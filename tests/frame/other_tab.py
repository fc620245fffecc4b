"""The second subject for the tests of the frame; it tells when it is built."""

from tests.frame import notes_tab

built = []


class Tab(notes_tab.Tab):
    def __init__(self, desk, parent=None):
        built.append(desk)
        super().__init__(desk, parent)
