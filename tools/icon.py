"""How does the drawing of the program's icon become what Windows and the window want? python -m tools.icon"""

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "program"
LARGEST = 256
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, LARGEST)
"""What Windows shows at 100 to 200 %, in lists, on the desktop and in the task bar."""


def main() -> None:
    """Write icon.png and icon.ico beside the drawing; each size is drawn for itself."""
    application = QGuiApplication(sys.argv)
    drawn = [_drawn(side) for side in SIZES]
    drawn[-1].save(FOLDER / "icon.png", optimize=True)
    drawn[-1].save(FOLDER / "icon.ico", sizes=[image.size for image in drawn], append_images=drawn[:-1])
    del application


def _drawn(side: int) -> Image.Image:
    image = QImage(side, side, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(FOLDER / "icon.svg")).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return Image.frombytes("RGBA", (side, side), bytes(image.constBits()))


if __name__ == "__main__":
    main()
