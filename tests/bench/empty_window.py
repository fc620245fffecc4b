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
            QTimer.singleShot(500, told)
        return answered


def told():
    sys.stdout.write(json.dumps({"first_frame": (window.drawn - BEGAN) * 1000, "pss": measures.pss()}) + "\n")
    QApplication.quit()


application = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 728)
window.show()
application.exec()
