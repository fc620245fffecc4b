"""How do pages come onto paper: in grey, at most 300 dots an inch, one page in memory at a time?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from ayil_desktop.widgets.pdf_pages import PdfPages

# Only for the type checker: printing support is loaded when something is printed.
if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST = 300  # dots an inch; more is not seen and fills the memory of an old machine


class PrintRun(QObject):
    """Prints the chosen pages, one in each turn of the event loop, so that the window lives and can cancel.

    It opens the PDF for itself and belongs to the program, so whoever began it may show another or be closed
    meanwhile; the program prints to the end before it quits. `printing` gives the page, from 1, and how many there are;
    `finished` whether all went to the printer.
    """

    printing = Signal(int, int)
    finished = Signal(bool)

    def __init__(self, pdf: bytes, printer: QPrinter) -> None:
        program = QCoreApplication.instance()
        super().__init__(program)
        self._pages = PdfPages(pdf)
        self._printer = printer
        self._painter = QPainter()
        self._chosen = list(chosen(printer, len(self._pages)))
        self._done = 0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._print_next)
        if program:
            program.aboutToQuit.connect(self._print_rest)

    def start(self) -> None:
        self._turn.start()

    def cancel(self) -> None:
        """What was sent so far may still be printed."""
        if self._turn.isActive():
            self._end(whole=False)

    def _print_next(self) -> None:
        if self._done == len(self._chosen):
            self._end(whole=True)
            return
        page = self._chosen[self._done]
        self.printing.emit(self._done + 1, len(self._chosen))
        if not self._turn.isActive():  # whoever was told has cancelled, or the program quits
            return
        self._printer.setPageLayout(layout(self._pages.sizes[page]))
        ready = self._painter.begin(self._printer) if self._done == 0 else self._printer.newPage()
        if not ready:
            self._end(whole=False)
            return
        self._draw(page)
        self._done += 1

    def _print_rest(self) -> None:
        while self._turn.isActive():
            self._print_next()

    def _draw(self, page: int) -> None:
        dots = self._printer.resolution()
        image = self._pages.image(page, min(dots, FINEST) / 72, grey=True)
        self._painter.drawImage(self._printer.pageLayout().fullRectPixels(dots), image)

    def _end(self, *, whole: bool) -> None:
        self._turn.stop()
        if self._painter.isActive():
            if not whole:
                self._printer.abort()
            self._painter.end()
        self._pages.close()
        self.finished.emit(whole)
        self.deleteLater()


def chosen(printer: QPrinter, count: int) -> Iterator[int]:
    """The pages that the user chose, from 0, as often as she wants copies that the printer does not make itself."""
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    first, last = printer.fromPage() or 1, printer.toPage() or count
    for _ in range(copies):
        yield from range(first - 1, min(last, count))


def layout(size: QSizeF) -> QPageLayout:
    """The paper of a page whose size is given in points, up to its edges: the margins are in the PDF."""
    is_wide = size.width() > size.height()
    upright = size.transposed() if is_wide else size
    orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch)
    return QPageLayout(paper, orientation, QMarginsF())
