"""Draw every tab of the offices in a folder: python -m tests.look.screens OFFICES TARGET SIZE SCHEME WIDTH HEIGHT"""

import os
import sys
from pathlib import Path

from tests import offscreen

# Before any module loads Qt. The screen takes the scale away: tests want none.
FACTOR = os.environ.get("QT_SCALE_FACTOR", "1")
HOME = offscreen.use_empty_home()
offscreen.use_screen(HOME, 1920, 1200)
os.environ["QT_SCALE_FACTOR"] = FACTOR

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from ayil_desktop import app, subjects  # noqa: E402
from ayil_desktop.language import catalogue  # noqa: E402
from ayil_desktop.widgets import style, translating  # noqa: E402


def main(folder: Path, target: Path, size: str, scheme: str, width: int, height: int) -> None:
    """One window per office; its tabs one after the other, in each language."""
    subjects.know_records()
    application = app.dress()
    style.use(style.Scheme(scheme.title()))
    for office in sorted(folder.glob("*.ayil")):
        shell = opened(office, width, height)
        for language in catalogue.LANGUAGES:
            catalogue.use(language)
            shell.translate()
            translating.translate(shell)
            to = target / f"{language}-{size}-{scheme}"
            to.mkdir(parents=True, exist_ok=True)
            for place, subject in enumerate(shell.subjects):
                shell.tabs.setCurrentIndex(place)
                settled(application)
                shell.grab().save(str(to / f"{office.stem}-{subject.name}.png"))
        shell.close()
        settled(application)


def opened(office: Path, width: int, height: int):
    """The real window over an office, when it takes input."""
    shell = app.start(office)
    shell.resize(width, height)
    loop = QEventLoop()
    shell.usable.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    return shell


def settled(application: QApplication) -> None:
    """Everything that was asked for is drawn."""
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5]), int(sys.argv[6]))
