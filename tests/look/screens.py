"""Draw the scenes of the offices in a folder: python -m tests.look.screens OFFICES TARGET SIZE SCHEME WIDTH HEIGHT

Beside the pictures of a language lies cut.txt: the words that have less room than they need.
"""

import os
import sys
from functools import partial
from pathlib import Path

from tests import offscreen

# Before any module loads Qt. The screen takes the scale away: tests want none.
FACTOR = os.environ.get("QT_SCALE_FACTOR", "1")
HOME = offscreen.use_empty_home()
offscreen.use_screen(HOME, 1920, 1200)
os.environ["QT_SCALE_FACTOR"] = FACTOR

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402

from ayil_desktop import app, subjects  # noqa: E402
from ayil_desktop.language import catalogue  # noqa: E402
from ayil_desktop.widgets import style  # noqa: E402
from ayil_desktop.window import joins  # noqa: E402
from ayil_desktop.window.frame import Frame  # noqa: E402
from tests.look import cut, scenes  # noqa: E402


def main(folder: Path, target: Path, size: str, scheme: str, width: int, height: int) -> None:
    """One window per office; its scenes one after the other, in each language."""
    subjects.know_records()
    app.dress()
    style.use(style.Scheme(scheme.title()))
    languages = os.environ.get("LANGUAGES", " ".join(catalogue.LANGUAGES)).split()
    for office in sorted(folder.glob("*.ayil")):
        shell = opened(office, width, height)
        sys.excepthook = sys.__excepthook__  # what goes wrong here is told to the developer, not to the secretary
        stage = scenes.Stage(shell, shell.findChild(Frame))
        for language in languages:
            to = target / f"{language}-{size}-{scheme}"
            to.mkdir(parents=True, exist_ok=True)
            (to / "cut.txt").touch()
            joins.speak(stage.frame, language)
            draw(stage, office.stem, to)
        shell.close()
        scenes.settled()


def draw(stage: scenes.Stage, office: str, to: Path) -> None:
    """All scenes of one office in the language of the screen."""
    for name, scene in scenes.of(office).items():
        with scenes.shown(stage, scene) as front:
            keep(to, f"{office}-{name}", front)
    if office == "practice":
        for name, question in scenes.QUESTIONS.items():
            scenes.asked(question, partial(keep, to, f"question-{name}"))


def keep(to: Path, name: str, front) -> None:
    """The picture, and what is cut off in it."""
    front.grab().save(str(to / f"{name}.png"))
    with (to / "cut.txt").open("a", encoding="utf-8") as lines:
        lines.writelines(f"{name}: {fault}\n" for fault in cut.found(front))


def opened(office: Path, width: int, height: int):
    """The real window over an office, when it takes input."""
    shell = app.start(office)
    shell.resize(width, height)
    loop = QEventLoop()
    shell.usable.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    return shell


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5]), int(sys.argv[6]))
