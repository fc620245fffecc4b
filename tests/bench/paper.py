"""Minutes of a meeting and long action plans as PDF, beside the same lines drawn on reportlab's canvas by hand."""

import io
import json
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas

from ayil_desktop import subjects
from ayil_desktop.meetings import decision_actions, speech_actions
from ayil_desktop.meetings import handouts as meeting_handouts
from ayil_desktop.meetings import papers as meeting_papers
from ayil_desktop.meetings.choices import ItemKind
from ayil_desktop.printing import fonts, pdf
from ayil_desktop.store import opening
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import handouts as strategy_handouts
from ayil_desktop.strategy import papers as strategy_papers
from ayil_desktop.strategy import selections as strategy_selections
from tests.bench import large_plan
from tests.meetings.made_up import Commission

RUNS, LONG_RUNS = 15, 5
MEMBERS, MATTERS = 11, 20
TODAY = date(2026, 6, 1)
SAID = "Таза суу боюнча кызмат көрсөтүүнүн стандартынын долбоорун тааныштырды жана суроолорго жооп берди. " * 3


def minutes(folder):
    """A meeting with twenty matters, each spoken to, voted by name and decided, as the program writes its minutes."""
    store = opening.create(folder / "minutes.ayil")
    commission = Commission(store, MEMBERS)
    commission.meets(present=MEMBERS - 2, items=(ItemKind.DECISION,) * MATTERS)
    for number in range(1, MATTERS + 1):
        item = commission.item(number).id
        speech_actions.record_speech(store, item_id=item, name="Айыл өкмөтүнүн адиси", text=SAID)
        commission.votes(number, for_=range(1, MEMBERS - 3), against=(MEMBERS - 3, MEMBERS - 2))
        decision_actions.add_decision(store, item_id=item, text_ky=SAID)
    with reading(store) as session:
        paper = meeting_papers.of(session, commission.meeting_id)
    store.close()
    return lambda: meeting_handouts.minutes(paper, "ky")


def plan(folder, rows):
    """The action plan of so many activities, in the five columns of the council's form."""
    office = folder / f"{rows}.ayil"
    large_plan.make(office, rows)
    store = opening.open_office(office)
    with reading(store) as session:
        (strategy,) = strategy_selections.strategies(session)
        paper = strategy_papers.of(session, strategy.id, TODAY)
    store.close()
    return lambda: strategy_handouts.action_plan(paper, "ky")


def on_canvas(pages):
    """As many pages, each line measured once and drawn: less cannot be done."""
    face = fonts.face(bold=False, italic=False).name
    sheet = canvas.Canvas(io.BytesIO(), pagesize=A4)
    words = SAID.split()
    for _ in range(pages):
        drawn = sheet.beginText(60, 780)
        drawn.setFont(face, 13)
        for _ in range(45):
            line, width = [], 0.0
            for word in words:
                width += pdfmetrics.stringWidth(word + " ", face, 13)
                if width > 470:
                    break
                line.append(word)
            drawn.textLine(" ".join(line))
        sheet.drawText(drawn)
        sheet.showPage()
    sheet.save()


def timed(*acts, runs=RUNS):
    """Milliseconds of the processor for each, one after the other in every run: others may be at work meanwhile."""
    found = []
    for _ in range(runs):
        for act in acts:
            began = time.process_time()
            act()
            found.append((time.process_time() - began) * 1000)
    return [statistics.median(found[place :: len(acts)]) for place in range(len(acts))]


if __name__ == "__main__":
    subjects.know_records()
    with tempfile.TemporaryDirectory() as offices:
        paper = minutes(Path(offices))
        few, many = plan(Path(offices), 600), plan(Path(offices), 6000)
    pages = pdf.page_count(paper())
    ours, floor = timed(lambda: pdf.render(paper()), lambda: on_canvas(pages))
    short, long = timed(lambda: pdf.render(few()), lambda: pdf.render(many()), runs=LONG_RUNS)
    result = {"minutes": ours, "canvas": floor, "rows_600": short, "rows_6000": long, "pages": pages}
    sys.stdout.write(json.dumps(result) + "\n")
