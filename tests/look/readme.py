"""Draw the pictures of the README anew: python -m tests.look.readme"""

import sys
import tempfile
from pathlib import Path

from tests.look import held, scenes, screens  # settles the screen before Qt is loaded

# isort: split
import pypdfium2
from PySide6.QtWidgets import QApplication

from ayil_desktop import app, command_line, shipped, subjects
from ayil_desktop.language import catalogue

PICTURES = shipped.resource("pictures")
WIDTH, HEIGHT = 1366, 728


def main() -> None:
    """In Kyrgyz, by day, on the secretary's screen."""
    subjects.know_records()
    application = app.dress()
    catalogue.use("ky")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sample in ("chet-nura", "practice"):
            command_line.make_sample(sample, folder / f"{sample}.ayil")
        draw(application, folder / "chet-nura.ayil", {"commission": 0, "strategy": 2})
        draw(application, folder / "practice.ayil", {"meeting": 1})
        held.hold(folder / "practice.ayil")
        draw(application, folder / "practice.ayil", {"session": 1})
        page(folder)
    sys.stdout.write(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.name}\n")


def draw(application: QApplication, office: Path, tabs: dict[str, int]) -> None:
    """Some tabs of an office, each under a name."""
    shell = screens.opened(office, WIDTH, HEIGHT)
    for name, place in tabs.items():
        if place < shell.tabs.count():
            shell.tabs.setCurrentIndex(place)
            scenes.settled()
            scenes.settled()
            shell.grab().save(str(PICTURES / f"{name}.png"))
    shell.close()
    scenes.settled()


def page(folder: Path) -> None:
    """The first page of the minutes."""
    paper = folder / "minutes.pdf"
    command_line.main(["print", str(folder / "practice.ayil"), "minutes", "--of", "2", "-o", str(paper)])
    document = pypdfium2.PdfDocument(paper)
    document[0].render(scale=1.1).to_pil().save(PICTURES / "minutes.png")
    document.close()


if __name__ == "__main__":
    main()
