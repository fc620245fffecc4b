"""The floor: an empty QMainWindow in its own process."""

import json
import sys
import time

BEGAN = time.perf_counter()

from PySide6.QtCore import QEvent, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: E402

from tests.bench import measures  # noqa: E402


class Window(QMainWindow):
    """Tells when its first frame was drawn."""

    def event(self, event):
        answered = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not hasattr(self, "drawn"):
            self.drawn = time.perf_counter()
            self.worked = time.process_time() * 1000
            QTimer.singleShot(500, told)
        return answered


def told():
    first_frame = (window.drawn - BEGAN) * 1000
    found = {"first_frame": first_frame, "worked": window.worked, "pss": measures.pss()}
    sys.stdout.write(json.dumps(found) + "\n")
    QApplication.quit()


application = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 728)
window.show()
application.exec()
