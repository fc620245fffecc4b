"""Pictures of every screen and every page, for whoever changes one: python -m tests.look

build/look/screens/<language>-<size>-<scheme>/<office>-<scene>.png, with the words that are cut off in cut.txt, and
build/look/pages/<document>-<language>-<page>.png
"""

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from ayil_desktop import command_line, sheets, subjects
from ayil_desktop.selfcheck import OF_THE_STRATEGY
from ayil_desktop.store import opening
from tests.look import followed, held

BUILD = Path(__file__).parents[2] / "build" / "look"
SIZES = {"1366x768": (1366, 728, "1"), "1024x768": (1024, 728, "1"), "125": (1093, 582, "1.25")}
"""Less the task bar of Windows, 40 pixels."""
DRAWN = (*((size, "light") for size in SIZES), ("1366x768", "dark"))
TODAY = datetime.date(2026, 11, 21)


def main() -> None:
    """Make all pictures; screens in a process each, because a size and a scale belong to an application."""
    subjects.know_records()
    with tempfile.TemporaryDirectory() as folder:
        offices = make_offices(Path(folder))
        print_pages(offices)
        for size, scheme in DRAWN:
            draw(size, scheme, Path(folder))
    sys.stdout.write(f"{sum(1 for _ in BUILD.rglob('*.png'))} pictures in {BUILD}\n")


def make_offices(folder: Path) -> dict[str, Path]:
    """The samples and an empty office."""
    offices = {name: folder / f"{name}.ayil" for name in command_line.SAMPLES}
    for name, office in offices.items():
        command_line.make_sample(name, office)
    opening.create(folder / "empty.ayil").close()
    shutil.copytree(offices["practice"], folder / "session.ayil")
    held.hold(folder / "session.ayil")
    for name, told in (("followed", followed.follow), ("draft", followed.go_on)):
        offices[name] = folder / f"{name}.ayil"
        shutil.copytree(offices["chet-nura"], offices[name])
        told(offices[name])
    return offices


def print_pages(offices: dict[str, Path]) -> None:
    """Every page of every document in Kyrgyz and Russian."""
    target = BUILD / "pages"
    target.mkdir(parents=True, exist_ok=True)
    for document in sheets.SHEETS:
        office = offices["chet-nura" if document in OF_THE_STRATEGY else "practice"]
        of = [] if document in (*OF_THE_STRATEGY, *sheets.OF_A_BODY) else ["--of", "2"]
        _print(office, document, target / document, TODAY, of)
    for document, day in FOLLOWED.items():
        _print(offices["followed"], document, target / f"followed-{document}", day)


FOLLOWED = {
    "progress-report": followed.REVIEWED,
    "board-progress": followed.REVIEWED,
    "changes": TODAY,
    "action-plan": TODAY,
}
"""What is another paper once a quarter was reviewed and the plan amended, and the day on which it is printed."""


def _print(office: Path, document: str, target: Path, day: datetime.date, of: Sequence[str] = ()) -> None:
    for language in ("ky", "ru"):
        paper = target.with_name(f"{target.name}-{language}.pdf")
        words = ["print", str(office), document, "-o", str(paper), "--language", language, *of]
        command_line.main([*words, "--today", day.isoformat()])
        _pages(paper)


def _pages(paper: Path) -> None:
    document = pypdfium2.PdfDocument(paper)
    for number, page in enumerate(document, 1):
        page.render(scale=1.2).to_pil().save(paper.with_name(f"{paper.stem}-{number:02}.png"))
    document.close()


def draw(size: str, scheme: str, folder: Path) -> None:
    """One process that draws every tab of every office in three languages."""
    width, height, factor = SIZES[size]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
    words = [sys.executable, "-m", "tests.look.screens", str(folder), str(BUILD / "screens"), size, scheme]
    subprocess.run([*words, str(width), str(height)], env=environment, check=True)


if __name__ == "__main__":
    main()
