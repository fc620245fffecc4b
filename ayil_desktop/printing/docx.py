"""How does a document become a Word file that the office can still change?

The same blocks as in the PDF, in Word's own terms: head rows repeat, signatures stay with the lines before them, page
numbers are fields. Texts are letters only, with nothing for Word to carry out. The same document gives the same bytes.
"""

from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from typing import assert_never

import pypdfium2
from docx.shared import Mm
from PIL import ImageChops
from PIL.Image import Image, merge

from ayil_desktop.printing import document, drawing, page, pdf, word_file, word_tables, wordml
from ayil_desktop.printing.wordml import Element, paragraph, runs

_INDENT = 12.5
_CORNER_BEGINS = 0.54  # of the width: a mark in the upper right corner
_ABOVE_TABLE = 4.0  # points
_STEP = 8.0  # mm from one level of a list to the next
_LINES_BEFORE_SIGNATURE = 2
_LEVELS = 3  # of headings; the last one is not in the contents
_DOTS_PER_INCH = 200


def render(paper: document.Document) -> bytes:
    """The document as a .docx file."""
    return _Writing(paper).finished()


class _Writing:
    """The body of the file so far."""

    def __init__(self, paper: document.Document) -> None:
        self._paper = paper
        self._size = paper.size
        self._file = word_file.empty(paper, has_numbers=paper.page_numbers and pdf.page_count(paper) > 1)
        self._pictures = word_file.Pictures(self._file)
        self._width = page.size(paper.paper, paper.orientation)[0] - paper.margins.left - paper.margins.right
        self._breaks = False  # what comes next begins a page
        self._cuts = 0
        self._headings = 0

    def finished(self) -> bytes:
        """The file's bytes."""
        for element in self._joined(self._paper.blocks):
            word_file.append(self._file, element)
        return word_file.saved(self._file)

    def _joined(self, blocks: Sequence[document.Block]) -> list[Element]:
        elements: list[Element] = []
        for block in blocks:
            if isinstance(block, document.PageBreak):
                self._breaks = True
                continue
            if isinstance(block, document.Table | document.Figures) and elements:
                wordml.part_from_next(elements[-1], _ABOVE_TABLE)
            if isinstance(block, document.Signatures):
                _hold_last_lines(elements)
            made = self._elements(block)
            if self._breaks and made:
                wordml.break_before(made[0])
                self._breaks = False
            elements += made
        return elements

    def _elements(self, block: document.Block) -> list[Element]:  # noqa: C901 - one case for each word
        size = self._size
        match block:
            case document.Letterhead():
                return self._letterhead(block)
            case document.ResolutionHead():
                return self._resolution_head(block)
            case document.DateLine():
                return [self._date_line(block)]
            case document.ApprovalMark():
                return self._approval(block)
            case document.AnnexMark():
                return [paragraph(runs(block.text, size=size - 1), left=self._width * _CORNER_BEGINS, after=size)]
            case document.Title():
                return [self._middle(block.text, size + 1, bold=True)]
            case document.Subtitle():
                return [self._middle(block.text, size)]
            case document.Heading():
                return [self._heading(block)]
            case document.Paragraph():
                return [self._paragraph(block)]
            case document.NumberedList():
                return self._numbered(block.items, block, block.prefix, block.start, 0)
            case document.BulletList():
                return self._bulleted(block.items, block.mark, 0)
            case document.KeyValues():
                return self._key_values(block)
            case document.Contents():
                return self._contents(block)
            case document.Table():
                made = word_tables.table_element(block, width=self._width, size=size, picture=self._picture)
                return [made, _after_table()]
            case document.Figures():
                return self._figures(block)
            case document.Signatures():
                return self._signatures(block)
            case document.Checkboxes():
                return self._checkboxes(block)
            case document.WritingLines():
                return self._writing_lines(block)
            case document.CutLine():
                return self._cut(block)
            case document.KeepTogether():
                return self._kept(block)
            case document.PageBreak():
                return []
            case document.Space():
                return [paragraph([], exact=page.millimetres(block.height))]
            case drawing.Drawing():
                return [paragraph([self._picture(block, self._width)], align="center", before=size / 2, after=size / 2)]
            case _:
                assert_never(block)

    def _middle(self, text: str, size: float, *, bold: bool = False) -> Element:
        inside = runs(text, size=size, bold=bold)
        return paragraph(inside, align="center", before=size * 0.5, after=size * 0.8, keep_next=True)

    def _heading(self, block: document.Heading) -> Element:
        size = self._size + 1 if block.level == 1 else self._size
        align: document.Align = "center" if block.level == 1 else "left"
        inside = runs(block.text, size=size, bold=True)
        made = paragraph(inside, align=align, before=size, after=size * 0.4, keep_next=True, outline=block.level)
        self._headings += 1
        wordml.set_place(made, self._headings)
        return made

    def _paragraph(self, block: document.Paragraph) -> Element:
        first = _INDENT if block.indent and block.align in ("left", "justify") else 0
        inside = runs(block.text, size=block.size)
        return paragraph(inside, align=block.align, first=first, before=4, keep_next=block.keep_with_next)

    def _numbered(
        self,
        items: Sequence[document.Text | document.Item],
        block: document.NumberedList,
        prefix: str,
        start: int,
        depth: int,
    ) -> list[Element]:
        elements = []
        for number, item in enumerate(items, start=start):
            text, below = (item.text, item.items) if isinstance(item, document.Item) else (item, ())
            mark = f"{prefix}{number}{block.mark}"
            if block.hanging:
                elements.append(self._hanging(mark, text, depth, max(8, 2.4 * len(mark))))
            else:
                inside = [*runs(mark + "\u00a0"), *runs(text)]
                elements.append(paragraph(inside, align="justify", first=_INDENT, before=4))
            elements += self._numbered(below, block, f"{prefix}{number}.", 1, depth + 1)
        return elements

    def _bulleted(self, items: Sequence[document.Text | document.Item], mark: str, depth: int) -> list[Element]:
        elements = []
        for item in items:
            text, below = (item.text, item.items) if isinstance(item, document.Item) else (item, ())
            elements.append(self._hanging(mark, text, depth, 8))
            elements += self._bulleted(below, "–", depth + 1)
        return elements

    def _hanging(self, mark: str, text: document.Text, depth: int, inward: float) -> Element:
        left = depth * _STEP + inward
        inside = [*runs(mark), wordml.tab(), *runs(text)]
        return paragraph(inside, align="justify", left=left, first=-inward, before=4, stops=[(left, "left", "none")])

    def _letterhead(self, block: document.Letterhead) -> list[Element]:
        size = self._size - 1
        sides = [
            paragraph(runs("\n".join(lines), size=size, bold=True), align="center")
            for lines in (block.kyrgyz, block.russian)
        ]
        head = word_tables.plain_table([sides], widths=[self._width / 2, self._width / 2])
        contact = runs(block.contact, size=size - 2)
        line = paragraph(contact, align="center", before=4, after=size, border=("bottom", "thickThinSmallGap"))
        return [head, line]

    def _resolution_head(self, block: document.ResolutionHead) -> list[Element]:
        return [
            self._middle(f"{block.body}\n{block.session}", self._size, bold=True),
            self._middle(block.word, self._size + 3, bold=True),
            self._date_line(document.DateLine(f"{block.date} {block.number}", "", block.place)),
        ]

    def _date_line(self, block: document.DateLine) -> Element:
        stops = [(self._width / 2, "center", "none"), (self._width, "right", "none")]
        inside = [*runs(block.date), wordml.tab(), *runs(block.number), wordml.tab(), *runs(block.place)]
        return paragraph(inside, before=8, after=10, stops=stops)

    def _approval(self, block: document.ApprovalMark) -> list[Element]:
        left = self._width * _CORNER_BEGINS
        gap = 6 + len(block.name) * 2.2
        signing = [wordml.tab(), *runs("  " + block.name)]
        stops = [(self._width - min(gap, (self._width - left) * 0.6), "left", "underscore")]
        lines = [
            paragraph(runs(block.word, bold=True), left=left),
            paragraph(runs(block.role), left=left),
            paragraph(signing, left=left, before=16, stops=stops),
            paragraph(runs(block.date), left=left, before=4, after=self._size),
        ]
        return _kept_together(lines)

    def _key_values(self, block: document.KeyValues) -> list[Element]:
        elements = []
        for key, value in block.pairs:
            inside = [*runs(key, bold=True), wordml.tab(), *runs(value)]
            stops = [(block.key_width, "left", "none")]
            if not document.plain(value):
                inside.append(wordml.tab())
                stops.append((self._width, "right", "underscore"))
            elements.append(paragraph(inside, left=block.key_width, first=-block.key_width, before=5, stops=stops))
        return elements

    def _contents(self, block: document.Contents) -> list[Element]:
        """The table of contents as Word makes it: a field, each number in it a field of its own.

        The numbers are the PDF's until Word counts: it does when it prints and on F9. A file that has it count when it
        is opened asks the reader about "fields that may refer to other files" each time.
        """
        numbers = pdf.heading_pages(self._paper)
        headings = zip(document.headings(self._paper.blocks), numbers, strict=True)
        lines = []
        for place, (heading, number) in enumerate(headings, 1):
            if heading.level < _LEVELS:
                page_of = wordml.field(f"PAGEREF {wordml.place(place)} \\h", shown=str(number))
                inside = wordml.link(wordml.place(place), [*runs(heading.text), wordml.tab(), *page_of])
                left, stop = (heading.level - 1) * wordml.CONTENTS_STEP, (self._width, "right", "dot")
                lines.append(paragraph([inside], left=left, before=3, stops=[stop]))
        wordml.wrap_in_field(lines, 'TOC \\o "1-2" \\h \\z \\u')
        return [self._middle(block.title, self._size + 1, bold=True), *lines]

    def _figures(self, block: document.Figures) -> list[Element]:
        if not block.items:
            return []
        width = self._width / len(block.items)
        cells = [
            wordml.cell(
                [
                    paragraph(runs(figure.value, size=2.2 * self._size, bold=True), align="center", before=4),
                    paragraph(runs(figure.label, size=self._size - 2), align="center", after=4),
                ],
                width=width,
            )
            for figure in block.items
        ]
        return [wordml.table([wordml.row(cells)], widths=[width] * len(cells), grid=True), _after_table()]

    def _signatures(self, block: document.Signatures) -> list[Element]:
        widths = [self._width * share for share in (0.43, 0.22, 0.02, 0.33)]
        parts = []
        if block.heading:
            parts.append(paragraph(runs(block.heading, bold=True), before=self._size))
        for signature in block.lines:
            line = [paragraph(runs(text)) for text in (signature.role, "", "", signature.name)]
            ruled = [1] if signature.name else [1, 2, 3]
            parts.append(word_tables.plain_table([line], widths=widths, height=12, ruled=ruled))
            under = runs(block.caption, size=8)
            beside = widths[2] + widths[3]
            parts.append(
                paragraph(under, align="center", left=widths[0], right=beside, exact=10 if block.caption else 1)
            )
        if block.stamp:
            parts.append(paragraph(runs(block.stamp), left=6, before=page.millimetres(5)))
        return _kept_together(parts)

    def _checkboxes(self, block: document.Checkboxes) -> list[Element]:
        size = self._size + 4 if block.large else self._size
        stops = [(self._width / block.columns * number, "left", "none") for number in range(1, block.columns)]
        elements = []
        for begin in range(0, len(block.options), block.columns):
            inside: list[Element] = []
            for number, option in enumerate(block.options[begin : begin + block.columns]):
                inside += [wordml.tab()] if number else []
                inside += [*runs("☐", size=size + 4), *runs(f" {option}", size=size)]
            elements.append(paragraph(inside, before=6, after=6, stops=stops))
        return elements

    def _writing_lines(self, block: document.WritingLines) -> list[Element]:
        stops = [(self._width, "right", "underscore")]
        first = [*runs(block.label + " "), wordml.tab()] if block.label else [wordml.tab()]
        lines = [first, *([wordml.tab()] for _ in range(block.count - 1))]
        return [paragraph(inside, before=10, stops=stops) for inside in lines]

    def _cut(self, block: document.CutLine) -> list[Element]:
        """A dashed line, or, after the last part of a sheet, the next one."""
        self._cuts += 1
        if self._cuts % block.parts == 0:
            self._breaks = True
            return []
        return [paragraph([], before=24, after=24, border=("bottom", "dashed"))]

    def _kept(self, block: document.KeepTogether) -> list[Element]:
        return _kept_together(self._joined(block.blocks))

    def _picture(self, shapes: drawing.Drawing, room: float) -> Element:
        """A run with the drawing as a picture in greys, made smaller if it is wider than `room` (mm)."""
        image = BytesIO()
        with closing(pypdfium2.PdfDocument(pdf.render_drawing(shapes))) as drawn:
            _clear(drawn[0].render(scale=_DOTS_PER_INCH / 72, grayscale=True).to_pil()).save(image, "PNG")
        scale = min(1, room / shapes.width)
        return self._pictures.run(image.getvalue(), Mm(shapes.width * scale), Mm(shapes.height * scale))


def _clear(grey: Image) -> Image:
    """Black ink of that darkness on nothing: the lines of a table stay seen under a picture."""
    return merge("LA", (grey.point([0] * 256), ImageChops.invert(grey)))


def _kept_together(elements: list[Element]) -> list[Element]:
    for element in elements[:-1]:
        wordml.set_keep_next(element)
    return elements


def _hold_last_lines(elements: list[Element]) -> None:
    """Keep the last lines with what follows, so that a signature never stands alone on a page."""
    found = 0
    for element in reversed(elements):
        if found >= _LINES_BEFORE_SIGNATURE:
            return
        lines = wordml.lines_of(element)
        for line in reversed(lines[-_LINES_BEFORE_SIGNATURE:]):
            wordml.set_keep_next(line)
            found += wordml.has_text(line)


def _after_table() -> Element:
    """Word joins two tables that nothing parts."""
    return paragraph([], exact=5)
