"""Does this program work where it stands? It opens the samples, draws every tab and prints every document.

`ayil-desktop --self-check` answers 0 or 1; it is run on the frozen program after each build.
"""

import datetime
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import docx
import pypdfium2
from PySide6.QtCore import QEventLoop, QStandardPaths, QTimer
from PySide6.QtGui import QImage

from ayil_desktop import app, command_line, sheets, subjects
from ayil_desktop.language import catalogue
from ayil_desktop.strategy import exports
from ayil_desktop.window.frame import Frame
from ayil_desktop.window.shell import Shell

PATIENCE = 60_000
"""Milliseconds that an office may take to open on a slow machine."""
DAY = datetime.date(2026, 11, 21)
OF_THE_STRATEGY = (
    "strategy",
    "standards",
    "action-plan",
    "action-plan-a3",
    "gantt",
    "gantt-a3",
    "progress-report",
    "board-progress",
    "changes",
)


def run() -> int:
    """0 when everything could be drawn and printed, otherwise 1 with what went wrong on standard error."""
    # What this check remembers must not become what the user finds at the next start.
    QStandardPaths.setTestModeEnabled(True)
    try:
        with tempfile.TemporaryDirectory(prefix="ayil-check-") as folder:
            for words in _steps(Path(folder)):
                sys.stdout.write(f"{words}\n")
    except Exception:  # the one place where anything at all is an answer: it works, or it does not
        traceback.print_exc()
        return 1
    return 0


def _steps(folder: Path) -> Iterator[str]:
    subjects.know_records()
    offices = {name: folder / f"{name}.ayil" for name in command_line.SAMPLES}
    for name, office in offices.items():
        command_line.make_sample(name, office)
        yield f"made {name}"
    yield from _printed(offices, folder)
    for ending in exports.MAKERS:
        target = folder / f"plan{ending}"
        _expect(command_line.main(["export", str(offices["chet-nura"]), str(target)]) == 0, target.name)
        yield f"exported {target.name}"
    for name, office in offices.items():
        target = folder / f"{name}.json"
        command_line.export_office(office, target)
        command_line.import_office(target, folder / f"{name}-again.ayil")
        yield f"exported and imported {name}"
    yield from _drawn(offices["practice"])


def _printed(offices: dict[str, Path], folder: Path) -> Iterator[str]:
    for document in sheets.SHEETS:
        office = offices["chet-nura" if document in OF_THE_STRATEGY else "practice"]
        for language in ("ky", "ru"):
            for ending in command_line.RENDERERS:
                target = folder / f"{document}-{language}{ending}"
                words = ["print", str(office), document, "-o", str(target), "--language", language]
                _expect(command_line.main([*words, "--today", DAY.isoformat(), *_of(document)]) == 0, document)
                _expect(has_writing(target), target.name)
        yield f"printed {document}"


def has_writing(paper: Path) -> bool:
    """Something stands on every page of it; of a Word file, in its text or its tables."""
    if paper.suffix == ".docx":
        return any(part.text for part in docx.Document(str(paper)).element.body.iter() if part.tag.endswith("}t"))
    with closing(pypdfium2.PdfDocument(paper)) as made:
        return len(made) > 0 and all(page.get_textpage().count_chars() > _LEAST for page in made)


_LEAST = 20
"""Letters: the number of the page alone is no writing."""


def _of(document: str) -> list[str]:
    return [] if document in (*OF_THE_STRATEGY, *sheets.OF_A_BODY) else ["--of", "2"]


def _drawn(office: Path) -> Iterator[str]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if sys.platform == "linux" and not _has_screen() else "")
    if not os.environ["QT_QPA_PLATFORM"]:
        del os.environ["QT_QPA_PLATFORM"]
    application = app.dress()
    shell = app.start(office)
    _wait_for(shell)
    frame = shell.findChild(Frame)
    if frame is None:
        raise AssertionError("the window was not furnished")
    for language in catalogue.LANGUAGES:
        catalogue.use(language)
        shell.translate()
        for subject in shell.subjects:
            frame.show_tab(subject.name)
            application.processEvents()
            picture = shell.grab()
            _expect(not picture.isNull() and _has_colours(picture.toImage().copy(0, 0, 400, 300)), subject.name)
            yield f"drew {subject.name} in {language}"
    shell.close()
    application.processEvents()


def _has_screen() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _wait_for(shell: Shell) -> None:
    loop = QEventLoop()
    arrived: list[bool] = []

    def arrive() -> None:
        arrived.append(True)
        loop.quit()

    shell.usable.connect(arrive)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    _expect(bool(arrived), "the office did not open in the window")


def _has_colours(image: QImage) -> bool:
    """A window that draws nothing is of one colour."""
    return len({image.pixel(x, y) for x in range(0, 400, 7) for y in range(0, 300, 7)}) > 3


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(what)
