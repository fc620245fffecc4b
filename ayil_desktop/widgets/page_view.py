"""How does one leaf through the pages of a document on the screen?"""

from collections import OrderedDict
from itertools import accumulate

from PySide6.QtCore import QPoint, QPointF, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ayil_desktop.widgets import style
from ayil_desktop.widgets.pdf_pages import PdfPages

SMALLEST, LARGEST = 0.25, 3.0
GAP = style.STEP * 2
_NATURAL = 96 / 72  # logical pixels for a point at 100 %
_STEP = 1.25
_READABLE = 1.25  # at the beginning a wide window does not blow the paper up any further
_KEPT = 48 * 1024 * 1024  # bytes of drawn pages that are kept


class PageView(QAbstractScrollArea):
    """Pages under each other; only those in sight are drawn, and a few that were are kept.

    `page_changed` gives the page in the middle of the screen, from 0; `zoom_changed` the share of 1.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._drawn: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self.zoom = 1.0
        self.fits_width = True
        self._fits_up_to = _READABLE
        self._tops: list[int] = []
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, pages: PdfPages) -> None:
        """Another document, at the zoom of the one before; the same page stays in sight where there is one."""
        page = self._page
        self._pages = pages
        self._drawn.clear()
        self._lay_out()
        self.go_to_page(min(page, len(pages) - 1))

    @property
    def page(self) -> int:
        return self._page

    def go_to_page(self, page: int) -> None:
        """Bring its upper edge to the upper edge of the screen."""
        if self._pages and 0 <= page < len(self._pages):
            self.verticalScrollBar().setValue(self._place(page).top() - GAP)
            self._tell_page(page)

    def set_zoom(self, zoom: float) -> None:
        """A share of 1: at 1 the paper has its natural size."""
        self.fits_width = False
        self._zoom_to(zoom, QPointF(self.viewport().rect().center()))

    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * _STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / _STEP)

    def fit_width(self) -> None:
        """As wide as the window, and with it when it changes."""
        self.fits_width = True
        self._fits_up_to = LARGEST
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(style.colours().hover))
        for page in range(len(self._pages or ())):
            place = self._place(page).translated(-self._scroll())
            if place.intersects(event.rect()):
                painter.drawImage(place, self._image(page))
                painter.setPen(QColor(style.colours().edge))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            else:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and key == Qt.Key.Key_0:
            self.fit_width()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_page(0 if key == Qt.Key.Key_Home else len(self._pages or ()) - 1)
        else:
            super().keyPressEvent(event)

    def _zoom_to(self, zoom: float, anchor: QPointF) -> None:
        """What is seen at the anchor stays there."""
        seen = QPointF(self._scroll()) + anchor
        before = self.zoom
        self.zoom = min(max(zoom, SMALLEST), LARGEST)
        self._set_ranges()
        after = seen * (self.zoom / before) - anchor
        self.horizontalScrollBar().setValue(round(after.x()))
        self.verticalScrollBar().setValue(round(after.y()))
        self.viewport().update()
        self.zoom_changed.emit(self.zoom)

    def _lay_out(self) -> None:
        if not self._pages:
            return
        if self.fits_width:
            widest = max(size.width() for size in self._pages.sizes)
            fitting = (self.viewport().width() - 2 * GAP) / (widest * _NATURAL)
            self._zoom_to(min(fitting, self._fits_up_to), QPointF())
        else:
            self._set_ranges()
            self.viewport().update()

    def _set_ranges(self) -> None:
        if not self._pages:
            return
        heights = (round(self._size(page).height()) + GAP for page in range(len(self._pages)))
        self._tops = list(accumulate(heights, initial=GAP))
        last = self._place(len(self._pages) - 1)
        width = max(round(self._size(page).width()) for page in range(len(self._pages))) + 2 * GAP
        for bar, whole, shown in (
            (self.verticalScrollBar(), last.bottom() + GAP, self.viewport().height()),
            (self.horizontalScrollBar(), width, self.viewport().width()),
        ):
            bar.setRange(0, max(0, whole - shown))
            bar.setPageStep(shown)
            bar.setSingleStep(style.STEP * 5)

    def _size(self, page: int) -> QSizeF:
        """In logical pixels."""
        return self._pages.sizes[page] * (self.zoom * _NATURAL) if self._pages else QSizeF()

    def _place(self, page: int) -> QRect:
        """Where a page lies on the long sheet of all pages, in the middle of its width."""
        size = self._size(page).toSize()
        left = max(GAP, (self.viewport().width() - size.width()) // 2)
        return QRect(QPoint(left, self._tops[page]), size)

    def _scroll(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _image(self, page: int) -> QImage:
        scale = self.zoom * _NATURAL * self.devicePixelRatioF()
        key = (page, scale)
        if key not in self._drawn and self._pages:
            self._drawn[key] = self._pages.image(page, scale)
        self._drawn.move_to_end(key)
        while len(self._drawn) > 1 and sum(image.sizeInBytes() for image in self._drawn.values()) > _KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[key]

    def _scrolled(self) -> None:
        self.viewport().update()
        middle = self._scroll().y() + self.viewport().height() // 2
        pages = range(len(self._pages or ()))
        self._tell_page(next((page for page in pages if self._place(page).bottom() + GAP >= middle), 0))

    def _tell_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
