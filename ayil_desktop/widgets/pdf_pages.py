"""What do the pages of a PDF look like at a scale?

pypdfium2 draws what reportlab wrote, so what is seen is what is printed. It must be used by one thread only.
"""

from functools import cached_property
from types import TracebackType
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


class PdfPages:
    """Pages are counted from 0; sizes are in points, a scale of 1 draws a pixel for each point."""

    def __init__(self, pdf: bytes) -> None:
        # Loaded with the first preview: its library takes some ten megabytes that most sittings never need.
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(pdf)
        self.pdf = pdf

    def __len__(self) -> int:
        return len(self.sizes)

    @cached_property
    def sizes(self) -> list[QSizeF]:
        """Width and height of each page."""
        return [QSizeF(*self._document.get_page_size(page)) for page in range(len(self._document))]

    def image(self, page: int, scale: float, *, grey: bool = False) -> QImage:
        """The page on white, as large as its size times the scale."""
        drawn = self._document[page].render(scale=scale, grayscale=grey, prefer_bgrx=True)
        form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
        # The copy outlives pdfium's buffer.
        return QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, form).copy()

    def close(self) -> None:
        self._document.close()

    def __enter__(self) -> "PdfPages":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
