"""Minutes and long tables as PDF, beside the same lines drawn on reportlab's canvas by hand."""

import io
import json
import statistics
import sys
import time

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas

from ayil_desktop.printing import fonts, pdf
from ayil_desktop.printing.document import Column, Document, Heading, NumberedList, Paragraph, Table, Title

RUNS = 7
SAID = "Таза суу боюнча кызмат көрсөтүүнүн стандартынын долбоорун тааныштырды жана суроолорго жооп берди. " * 3
MEMBERS = [f"Өлчөмбаев Үлгү {number}" for number in range(1, 12)]


def minutes():
    blocks = [Title("ПРОТОКОЛ"), NumberedList(tuple(MEMBERS))]
    for number in range(1, 21):
        blocks += [
            Heading(f"{number}. Маселе", 2),
            Paragraph(SAID),
            Paragraph(SAID),
            Paragraph("Макул – 9, каршы – 2."),
        ]
    return Document(title="ПРОТОКОЛ", blocks=tuple(blocks))


def plan(rows):
    row = ("1.1", "Таза суу менен камсыздоо боюнча кызмат көрсөтүүлөрдү уюштуруу", "2019 жыл март", "Айыл өкмөтү")
    heads = ("№", "Иш-чара", "Мөөнөтү", "Жооптуу")
    columns = (Column("№", width=12), Column("Иш-чара", weight=4), Column("Мөөнөтү"), Column("Жооптуу"))
    return Document(title="План", blocks=(Table(columns, (row,) * rows, head=(heads,)),), size=10)


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


def timed(act):
    found = []
    for _ in range(RUNS):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1000)
    return statistics.median(found)


if __name__ == "__main__":
    paper = minutes()
    pages = pdf.page_count(paper)
    few, many = plan(600), plan(6000)
    result = {
        "minutes": timed(lambda: pdf.render(paper)),
        "canvas": timed(lambda: on_canvas(pages)),
        "rows_600": timed(lambda: pdf.render(few)),
        "rows_6000": timed(lambda: pdf.render(many)),
        "pages": pages,
    }
    sys.stdout.write(json.dumps(result) + "\n")
