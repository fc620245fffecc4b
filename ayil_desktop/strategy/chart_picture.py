"""How does the chart of a plan become a picture? The chart of the screen in its full height, in light colours."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QFrame, QWidget

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.strategy.bars import Row, Scale
from ayil_desktop.strategy.gantt import Gantt

WIDTH = 1600
_TALLEST = 30_000  # pixels; few programs open more
_SHARPER = 2
_ROUNDS = 4
_FAST = 70  # of 100: packed less tightly, in a fraction of the time


def painted(rows: Sequence[Row], *, today: date, exceptions: Iterable[date]) -> QImage:
    """All rows, whatever is folded or out of view; Refused where they are too many for a picture."""
    gantt = Gantt()
    gantt.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    gantt.setFrameShape(QFrame.Shape.NoFrame)
    gantt.resize(WIDTH, 400)
    gantt.show_rows(rows, today=today, exceptions=exceptions)
    gantt.set_scale(Scale.FIT)
    _unroll(gantt)
    sharper = _SHARPER if gantt.height() * _SHARPER <= _TALLEST else 1
    picture = QImage(gantt.size() * sharper, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(sharper)
    _paint(gantt, picture)
    return picture


def png(picture: QImage) -> bytes:
    """The file; packing it takes long, and needs no screen."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(content, QByteArray(b"png"))
    writer.setQuality(_FAST)
    writer.write(picture)
    return bytes(content.data().data())


def _unroll(gantt: Gantt) -> None:
    """As high as all rows are; their heights are exact only once they were painted."""
    for _ in range(_ROUNDS):
        left = gantt.verticalScrollBar().maximum()
        if not left:
            return
        if gantt.height() + left > _TALLEST:
            raise Refused(Message("The plan is too long for one picture. Print it, or export it to Excel."), field="of")
        gantt.resize(WIDTH, gantt.height() + left)
        _paint(gantt, QImage(gantt.size(), QImage.Format.Format_RGB32))


def _paint(widget: QWidget, picture: QImage) -> None:
    painter = QPainter(picture)
    widget.render(painter, QPoint())
    painter.end()
