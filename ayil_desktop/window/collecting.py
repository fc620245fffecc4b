"""Which thread takes down what nobody holds any more? That of the window alone.

Python by itself collects in whichever thread happens to ask for memory. Parts of a screen that hold each other would
then be taken down by the thread that loads or prints, and Qt does not survive that.
"""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 500  # milliseconds; as much as comes in that time is collected unfelt: in 2 seconds a new screen comes


class Collector(QObject):
    """Collects now and then instead of Python, for as long as it lives.

    What is there when it is made stays to the end and is never looked at again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        timer = QTimer(self, interval=PAUSE)
        timer.timeout.connect(collect)
        timer.start()


def collect() -> None:
    """The youngest things, and the older ones as often as Python itself would."""
    for generation, most in enumerate(gc.get_threshold()):
        if gc.get_count()[generation] <= most:
            return
        gc.collect(generation)
