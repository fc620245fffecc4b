"""Draw the pictures of the README anew: python -m tests.look.readme"""

import sys
import tempfile
from pathlib import Path

from tests.look import held, scenes, screens  # settles the screen before Qt is loaded

# isort: split
import pypdfium2

from ayil_desktop import app, command_line, shipped, subjects
from ayil_desktop.language import catalogue
from ayil_desktop.window.frame import Frame

PICTURES = shipped.resource("pictures")
WIDTH, HEIGHT = 1366, 728


def main() -> None:
    """In Kyrgyz, by day, on the secretary's screen."""
    subjects.know_records()
    app.dress()
    catalogue.use("ky")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sample in ("chet-nura", "practice"):
            command_line.make_sample(sample, folder / f"{sample}.ayil")
        draw(folder / "chet-nura.ayil", {"commission": "commission", "strategy": "strategy"})
        draw(folder / "practice.ayil", {"meeting": "meetings"})
        held.hold(folder / "practice.ayil")
        draw(folder / "practice.ayil", {"session": "meetings"})
        page(folder)
    sys.stdout.write(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.name}\n")


def draw(office: Path, tabs: dict[str, str]) -> None:
    """The tabs of some subjects of an office, each under a name."""
    shell = screens.opened(office, WIDTH, HEIGHT)
    stage = scenes.Stage(shell, shell.findChild(Frame))
    for name, subject in tabs.items():
        stage.tab(subject)
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
