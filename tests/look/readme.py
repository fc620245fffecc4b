"""Draw the pictures of the README anew: python -m tests.look.readme"""

import sys
import tempfile
from pathlib import Path

from tests.look import screens  # settles the screen before Qt is loaded

# isort: split
import pypdfium2
from PySide6.QtWidgets import QApplication

from ayil_desktop import app, command_line, shipped, subjects
from ayil_desktop.language import catalogue
from ayil_desktop.meetings import actions, selections, vote_actions
from ayil_desktop.meetings.records import Presence, State
from ayil_desktop.store import opening
from ayil_desktop.store.work import reading

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
        hold(folder / "practice.ayil")
        draw(application, folder / "practice.ayil", {"session": 1})
        page(folder)
    sys.stdout.write(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.name}\n")


def draw(application: QApplication, office: Path, tabs: dict[str, int]) -> None:
    """Some tabs of an office, each under a name."""
    shell = screens.opened(office, WIDTH, HEIGHT)
    for name, place in tabs.items():
        if place < shell.tabs.count():
            shell.tabs.setCurrentIndex(place)
            screens.settled(application)
            screens.settled(application)
            shell.grab().save(str(PICTURES / f"{name}.png"))
    shell.close()
    screens.settled(application)


def hold(office: Path) -> None:
    """The planned practice meeting is in session, eight members have come."""
    store = opening.open_office(office)
    with reading(store) as session:
        planned = next(one for one in selections.whole_meetings(session) if one.state is State.PLANNED)
    actions.open_session(store, meeting_id=planned.id, at=planned.time)
    with reading(store) as session:
        people = [row.person_id for row in selections.meeting(session, planned.id).attendance]
    for person in people[:8]:
        vote_actions.mark_attendance(store, meeting_id=planned.id, person_id=person, status=Presence.PRESENT)
    store.close()


def page(folder: Path) -> None:
    """The first page of the minutes."""
    paper = folder / "minutes.pdf"
    command_line.main(["print", str(folder / "practice.ayil"), "minutes", "--of", "2", "-o", str(paper)])
    document = pypdfium2.PdfDocument(paper)
    document[0].render(scale=1.1).to_pil().save(PICTURES / "minutes.png")
    document.close()


if __name__ == "__main__":
    main()
