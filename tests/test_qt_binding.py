"""Does this PySide6 count its references to None rightly?

PySide6 6.12.0 gives back a reference too many for every call that returns nothing. On Python 3.11, where None is
counted like anything else, the program is aborted after some thousand such calls. When the probe passes with a later
PySide6, the upper bound in pyproject.toml may go.
"""

import subprocess
import sys

TIMES = 200
# In a process of its own, with enough references to None in hand that a faulty binding is measured, not died of.
PROBE = f"""
import sys
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollBar, QTableWidget, QTableWidgetItem, QWidget

spare = [None] * 1_000_000
application = QApplication([])
image = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
painter, path, colour = QPainter(image), QPainterPath(), QColor("red")
whole, exact = QRect(0, 0, 9, 9), QRectF(0, 0, 9, 9)
widget, label, table, bar, menu = QWidget(), QLabel("x"), QTableWidget(3, 3), QScrollBar(), QMenu()
calls = dict(
    fill_exact=lambda: painter.fillRect(exact, colour),
    fill_whole=lambda: painter.fillRect(whole, colour),
    fill_named=lambda: painter.fillRect(whole, Qt.GlobalColor.white),
    fill_brush=lambda: painter.fillRect(exact, QBrush(colour)),
    line=lambda: painter.drawLine(QPointF(0, 0), QPointF(1, 1)),
    text=lambda: painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter, "x"),
    pen=lambda: painter.setPen(QPen(colour)),
    brush=lambda: painter.setBrush(colour),
    rectangle=lambda: painter.drawRect(exact),
    rounded=lambda: painter.drawRoundedRect(exact, 2, 2),
    path=lambda: painter.drawPath(path),
    line_to=lambda: path.lineTo(1, 1),
    save=lambda: (painter.save(), painter.restore()),
    clip=lambda: painter.setClipRect(whole),
    update=lambda: widget.update(),
    resize=lambda: widget.resize(3, 3),
    label=lambda: label.setText("y"),
    bar=lambda: bar.setValue(1),
    item=lambda: table.setItem(0, 0, QTableWidgetItem("x")),
    action=lambda: menu.addAction("x"),
    events=lambda: application.processEvents(),
)
if "control" in sys.argv:
    calls["control"] = lambda: spare.append(None)
for name, call in calls.items():
    call()
    before = sys.getrefcount(None)
    for _ in range({TIMES}):
        call()
    if abs(sys.getrefcount(None) - before) >= {TIMES} // 2:
        print(name)
painter.end()
"""


def moved(*arguments):
    """The calls that leave more or fewer references to None than they found."""
    probe = subprocess.run([sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, check=True)
    return probe.stdout.split()


def test_no_call_gives_back_a_reference_too_many():
    assert moved() == []


def test_the_probe_notices_a_count_that_moves():
    is_counted = sys.version_info < (3, 12)  # later Pythons hold None to be immortal
    assert moved("control") == (["control"] if is_counted else [])
