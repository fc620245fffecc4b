"""How does a document become a PDF?

The pages are laid out by `typeset` and `pages` without a PDF in sight; here their marks are painted. There is no markup
anywhere on the way, no picture is loaded and no address opened, and the same document gives the same bytes.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from ayil_desktop.printing import document, drawing, fonts, lines, literal, operators, page, pages, typeset
from ayil_desktop.printing.strips import PageOf, Picture, Rules, Words

rl_config.trustedSchemes = []
rl_config.trustedHosts = []
rl_config.useA85 = 0  # streams as bytes, not as letters: a fifth smaller and faster

_Segment = tuple[float, float, float, float]

_FOOTER_SIZE = 9.0
_FOOTER_BELOW = 10.0  # mm under the writing
_DRAFT_ABOVE = 9.0  # mm over the writing
_FOOTER_PART, _DRAFT_PART = 0.5, 0.45
"""Of an edge that is narrower: no printer reaches the end of the sheet."""
_CUT_INSET = 5.0  # mm that a printer leaves white at the edges
_DASHES = (5.7, 4.0)
_TOUCHING = 0.01  # points
_HATCH_STEP = 1.4  # mm from one line of a hatch to the next
_MM = page.POINTS_PER_MM


class _Canvas(Canvas):
    """The document that is painted, with the codes that its letters get in it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._faces: dict[fonts.Face, operators.Face] = {}
        super().__init__(*given, **named)

    def face(self, mark: Words) -> operators.Face:
        """The face of those words."""
        found = self._faces.get(mark.face)
        if found is None:
            found = self._faces[mark.face] = operators.Face(mark.face.pen(self._doc))  # type: ignore[attr-defined]  # missing in its stub
        return found


def render(paper: document.Document) -> bytes:
    """The document as a PDF with the letters that it uses inside."""
    with fonts.one_at_a_time, _uncollected():
        sheet = page.sheet(paper.paper, paper.orientation, paper.margins)
        return _painted(paper, sheet, pages.filled(typeset.strips_of(paper, sheet), sheet))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python does not look for what nobody holds: a paper has none of it until it is done, and looking through all that
    a long one is made of takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def page_count(paper: document.Document) -> int:
    """On how many pages the document stands."""
    return len(_laid_out(paper))


def heading_pages(paper: document.Document) -> list[int]:
    """The page of each heading, in their order."""
    found = _heading_pages(_laid_out(paper))
    return [found[number] for number in sorted(found)]


def render_drawing(shapes: drawing.Drawing) -> bytes:
    """A PDF of one page as large as the drawing."""
    with fonts.one_at_a_time:
        made = BytesIO()
        canvas = _Canvas(made, pagesize=(shapes.width * _MM, shapes.height * _MM), invariant=1)
        _paint_drawing(canvas, Picture(0, 0, _MM, _MM, shapes), 0, shapes.height * _MM)
        canvas.showPage()
        canvas.save()
        return made.getvalue()


def _laid_out(paper: document.Document) -> list[pages.Page]:
    with fonts.one_at_a_time:
        sheet = page.sheet(paper.paper, paper.orientation, paper.margins)
        return pages.filled(typeset.strips_of(paper, sheet), sheet)


def _painted(paper: document.Document, sheet: page.Sheet, filled: Sequence[pages.Page]) -> bytes:
    made = BytesIO()
    canvas = _Canvas(
        made,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        initialFontName=fonts.face().name,
        lang=paper.language,
    )
    canvas.setTitle(" ".join(literal.clean(paper.title).split()))
    canvas.setAuthor("")
    canvas.setCreator("Ayil Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    found = _heading_pages(filled)
    headings = list(document.headings(paper.blocks))
    outline = _Outline(canvas, [heading.text for heading in headings], [heading.level for heading in headings])
    for number, one in enumerate(filled, start=1):
        _paint_page(canvas, one, sheet, found)
        _paint_edges(canvas, paper, sheet, number, len(filled))
        outline.add([heading for heading, on in found.items() if on == number])
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _heading_pages(filled: Sequence[pages.Page]) -> dict[int, int]:
    """By the number of the heading; pages count from 1."""
    return {
        placed.strip.heading: number
        for number, one in enumerate(filled, start=1)
        for placed in one.placed
        if placed.strip.heading is not None
    }


class _Outline:
    """The headings beside the pages in a viewer; a level is never skipped."""

    def __init__(self, canvas: _Canvas, texts: list[str], levels: list[int]) -> None:
        self._canvas = canvas
        self._texts = texts
        self._levels = levels
        self._level = -1

    def add(self, headings: Sequence[int]) -> None:
        """The headings of the page that is being painted."""
        for heading in headings:
            key = f"heading-{heading}"
            self._level = min(self._levels[heading] - 1, self._level + 1)
            self._canvas.bookmarkPage(key)
            title = " ".join(literal.clean(self._texts[heading]).split())
            self._canvas.addOutlineEntry(title, key, self._level)


def _paint_page(canvas: _Canvas, one: pages.Page, sheet: page.Sheet, heading_pages: dict[int, int]) -> None:
    """All words in one piece of the file, then drawings, then the lines over their edges."""
    pictures: list[tuple[float, float, Picture]] = []
    words: list[tuple[float, float, Words]] = []
    ruled: dict[tuple[float, tuple[float, float]], list[_Segment]] = {}
    left, top = sheet.left, sheet.height
    for y, strip in one.placed:
        base = top - y
        for mark in strip.marks:
            if isinstance(mark, Words):
                words.append((left + mark.x, base - mark.y, mark))
            elif isinstance(mark, Rules):
                ruled.setdefault((mark.width, mark.dash), []).extend(
                    (left + x1, base - y1, left + x2, base - y2) for x1, y1, x2, y2 in mark.segments
                )
            elif isinstance(mark, Picture):
                pictures.append((left + mark.x, base - mark.y, mark))
            else:
                words.append(_page_number(mark, left, base, heading_pages))
    _paint_words(canvas, words)
    for x, y, picture in pictures:
        _paint_drawing(canvas, picture, x, y)
    for (width, dash), segments in ruled.items():
        _paint_lines(canvas, segments, width, dash)
    for cut in one.cuts:
        inset = _CUT_INSET * _MM
        _paint_lines(canvas, [(inset, top - cut, sheet.width - inset, top - cut)], 0.5, _DASHES)


def _page_number(mark: PageOf, left: float, base: float, heading_pages: dict[int, int]) -> tuple[float, float, Words]:
    text = str(heading_pages[mark.heading])
    face = fonts.face()
    x = left + mark.x - face.width(text, mark.size)
    return x, base - mark.y, Words(0, 0, text, face, mark.size)


def _paint_words(canvas: _Canvas, words: Sequence[tuple[float, float, Words]]) -> None:
    if words:
        canvas.addLiteral(operators.words(words, canvas.face))


def _paint_lines(
    canvas: _Canvas,
    segments: list[_Segment],
    width: float,
    dash: tuple[float, float] = (0, 0),
) -> None:
    canvas.setLineWidth(width)
    if dash[0]:
        canvas.setDash(*dash)
    canvas.addLiteral(operators.lines(_joined(segments)))
    if dash[0]:
        canvas.setDash()


def _joined(segments: list[_Segment]) -> list[_Segment]:
    """Upright lines that go on where one at the same place ended become one: a table's rows share their edges."""
    joined: list[_Segment] = []
    uprights: dict[float, _Segment] = {}
    for segment in segments:
        x1, y1, x2, y2 = segment
        if x1 != x2:
            joined.append(segment)
            continue
        above = uprights.get(x1)
        if above and abs(above[3] - y1) < _TOUCHING:
            uprights[x1] = (x1, above[1], x1, y2)
        else:
            if above:
                joined.append(above)
            uprights[x1] = segment
    return joined + list(uprights.values())


def _paint_edges(canvas: _Canvas, paper: document.Document, sheet: page.Sheet, number: int, count: int) -> None:
    """What stands outside the writing: the footer, and the draft mark on the first page."""
    right = sheet.left + sheet.writing_width
    down = sheet.height - sheet.bottom - min(_FOOTER_BELOW, paper.margins.bottom * _FOOTER_PART) * _MM
    numbers = f"{number} / {count}" if paper.page_numbers and count > 1 else ""
    numbers_wide = fonts.face().width(numbers, _FOOTER_SIZE)
    footer = lines.shortened(paper.footer, size=_FOOTER_SIZE, width=sheet.writing_width - numbers_wide - 6 * _MM)
    marks = [(sheet.left, down, Words(0, 0, footer, fonts.face(), _FOOTER_SIZE))] if footer else []
    if numbers:
        marks.append((right - numbers_wide, down, Words(0, 0, numbers, fonts.face(), _FOOTER_SIZE)))
    if paper.draft and number == 1:
        bold = fonts.face(bold=True)
        draft = lines.shortened(paper.draft, size=paper.size, width=sheet.writing_width, bold=True)
        x = right - bold.width(draft, paper.size)
        marks.append(
            (
                x,
                sheet.height - sheet.top + min(_DRAFT_ABOVE, paper.margins.top * _DRAFT_PART) * _MM,
                Words(0, 0, draft, bold, paper.size),
            )
        )
    _paint_words(canvas, marks)


def _paint_drawing(canvas: _Canvas, picture: Picture, left: float, top: float) -> None:
    def place(point: drawing.Point) -> drawing.Point:
        return left + point[0] * picture.across, top - point[1] * picture.down

    canvas.saveState()
    field = canvas.beginPath()
    width, height = picture.drawing.width * picture.across, picture.drawing.height * picture.down
    field.rect(left, top - height, width, height)
    canvas.clipPath(field, stroke=0, fill=0)
    for shape in picture.drawing.shapes:
        match shape:
            case drawing.Line():
                canvas.setStrokeGray(shape.grey)
                dash = _DASHES if shape.dashed else (0, 0)
                _paint_lines(canvas, [(*place(shape.start), *place(shape.end))], shape.width, dash)
            case drawing.Rectangle():
                _paint_rectangle(canvas, shape, *place((shape.x, shape.y)), picture)
            case drawing.Polygon():
                _paint_polygon(canvas, shape, [place(point) for point in shape.points])
            case drawing.Label():
                _paint_label(canvas, shape, place((shape.x, shape.y)), picture)
    canvas.restoreState()


def _paint_rectangle(canvas: _Canvas, shape: drawing.Rectangle, left: float, top: float, picture: Picture) -> None:
    width, height = shape.width * picture.across, shape.height * picture.down
    canvas.setStrokeGray(0)
    canvas.setLineWidth(shape.line or 0.5)
    if shape.fill is not None:
        canvas.setFillGray(shape.fill)
    canvas.rect(left, top - height, width, height, stroke=0, fill=int(shape.fill is not None))
    if shape.hatch:
        _paint_hatch(canvas, shape.hatch, left, top - height, width, height)
    if shape.line:
        canvas.setLineWidth(shape.line)
        canvas.rect(left, top - height, width, height, stroke=1, fill=0)


def _paint_hatch(
    canvas: _Canvas, hatch: drawing.Hatch, left: float, bottom: float, width: float, height: float
) -> None:
    """Thin lines within the rectangle; a diagonal one begins below or above it so that it crosses all of it."""
    canvas.saveState()
    field = canvas.beginPath()
    field.rect(left, bottom, width, height)
    canvas.clipPath(field, stroke=0, fill=0)
    step = _HATCH_STEP * _MM
    right, top = left + width, bottom + height
    segments: list[_Segment] = []
    if hatch in ("/", "x"):
        segments += [(x, bottom, x + height, top) for x in _steps(left - height, right, step)]
    if hatch in ("\\", "x"):
        segments += [(x, top, x + height, bottom) for x in _steps(left - height, right, step)]
    if hatch in ("-", "."):
        segments += [(left, y, right, y) for y in _steps(bottom + step / 2, top, step)]
    if hatch == ".":
        canvas.setDash(0.6, step - 0.6)
    canvas.setLineWidth(0.9 if hatch == "." else 0.4)
    canvas.addLiteral(operators.lines(segments))
    canvas.restoreState()


def _steps(begin: float, end: float, step: float) -> list[float]:
    return [begin + step * count for count in range(int((end - begin) / step) + 1)]


def _paint_polygon(canvas: _Canvas, shape: drawing.Polygon, points: Sequence[drawing.Point]) -> None:
    outline = canvas.beginPath()
    outline.moveTo(*points[0])
    for point in points[1:]:
        outline.lineTo(*point)
    outline.close()
    canvas.setStrokeGray(0)
    canvas.setLineWidth(shape.line)
    if shape.fill is not None:
        canvas.setFillGray(shape.fill)
    canvas.drawPath(outline, stroke=int(shape.line > 0), fill=int(shape.fill is not None))


def _paint_label(canvas: _Canvas, shape: drawing.Label, place: drawing.Point, picture: Picture) -> None:
    face = fonts.face(bold=shape.bold)
    size = shape.size * min(1.0, picture.across / _MM)
    room = shape.width * picture.across if shape.width is not None else float("inf")
    text = lines.shortened(shape.text, size=size, width=room, bold=shape.bold)
    wide = face.width(text, size)
    x = place[0] - {"left": 0.0, "center": wide / 2, "right": wide}[shape.align]
    canvas.setFillGray(0)
    _paint_words(canvas, [(x, place[1] - size * 0.33, Words(0, 0, text, face, size))])
