"""The whole Chet-Nura strategy as PDF, beside a table of as many pages that reportlab's platypus lays out."""

import io
import json
import math
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from ayil_desktop import command_line, subjects
from ayil_desktop.printing import fonts, pdf
from ayil_desktop.store import opening
from ayil_desktop.store.work import reading
from ayil_desktop.strategy import handouts, papers

RUNS = 5
WIDTHS = [28, 190, 96, 68, 40, 85]
ROWS_OF_A_TABLE = 50


def table_of(rows):
    """Rows of six columns, one of them wrapped, in tables of fifty: the fastest way there (`rl_split`)."""
    face = fonts.face().name
    words = ParagraphStyle("words", fontName=face, fontSize=8, leading=10)
    style = [("FONT", (0, 0), (-1, -1), face, 8, 10), ("GRID", (0, 0), (-1, -1), 0.4, colors.black)]
    found = [
        [
            str(number),
            Paragraph(f"Окуу-усулдук кеңешменин жыйналышын өткөрүү ({number})", words),
            "Өмүрбек Үсөнов",
            "01.09.2026",
            "12",
            "көңүл бурулсун",
        ]
        for number in range(rows)
    ]
    sheet = SimpleDocTemplate(io.BytesIO())
    parts = [found[place : place + ROWS_OF_A_TABLE] for place in range(0, rows, ROWS_OF_A_TABLE)]
    sheet.build([Table(part, colWidths=WIDTHS, style=style) for part in parts])
    return sheet.page


def rows_for(pages):
    """How many rows fill as many pages."""
    rows = 40 * pages
    return math.ceil(rows * pages / table_of(rows))


def timed(act):
    """Milliseconds of the processor: others may be at work meanwhile."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    subjects.know_records()
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "chet-nura.ayil"
        command_line.make_sample("chet-nura", office)
        store = opening.open_office(office)
        with reading(store) as session:
            paper = papers.only(session, date(2019, 4, 16))
        pages = pdf.page_count(handouts.strategy(paper, "ky"))
        rows = rows_for(pages)
        ours, floor = [], []
        for _ in range(RUNS):
            ours.append(timed(lambda: pdf.render(handouts.strategy(paper, "ky"))))
            floor.append(timed(lambda: table_of(rows)))
        store.close()
    result = {"ours": statistics.median(ours), "floor": statistics.median(floor), "pages": pages}
    sys.stdout.write(json.dumps(result) + "\n")
