"""Of what XML is a Word file made? The few elements that our papers need, built by name.

Lengths come in mm and become twentieths of a point, as Word counts them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from ayil_desktop.printing import document, literal

Element = Any  # lxml's; it has no types that strict checking would accept
FACE = "Times New Roman"
CELL_EDGE = 80  # white at the left and right of a cell, in twentieths of a point
FIELD = "Field"  # the style of a cell's picture
_LEAST = 1.0  # point
CONTENTS_STEP = 8.0  # mm from one level of the contents to the next

TWENTIETHS_PER_MM = 1440 / 25.4
_ALIGNED: dict[document.Align, str] = {"left": "left", "right": "right", "center": "center", "justify": "both"}


def twentieths(millimetres: float) -> int:
    """A length as Word writes it."""
    return round(millimetres * TWENTIETHS_PER_MM)


def made(tag: str, *inside: Element, **attributes: object) -> Element:
    """An element such as made("jc", val="both"), with what is inside it."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(inside)
    return element


def runs(text: document.Text, *, size: float = 0, bold: bool = False) -> list[Element]:
    """The text in its manners of writing; a newline is a line break."""
    parts = (document.Run(text),) if isinstance(text, str) else text
    return [_run(part, size, bold or part.bold) for part in parts if part.text]


def _run(run: document.Run, size: float, bold: bool) -> Element:
    manner = [made(tag) for tag, is_set in (("b", bold), ("i", run.italic)) if is_set]
    manner += _sized(size)
    if run.underline:
        manner.append(made("u", val="single"))
    return made("r", made("rPr", *manner), *_letters(run.text))


def _sized(size: float) -> list[Element]:
    """Word counts half points; rounded up they would need more lines than the PDF has."""
    half_points = int(size * 2)
    return [made("sz", val=half_points), made("szCs", val=half_points)] if size else []


_PARTED_BADLY = re.compile(r"(?<=\d{4}) (?=(?:гг?|жж?)\.|жыл)|(?<=№) (?=\d)")
"""What a line of the PDF never parts either: a year and «г.», № and its number."""


def _letters(text: str) -> Iterable[Element]:
    for number, line in enumerate(_PARTED_BADLY.sub(literal.NO_BREAK_SPACE, literal.clean(text)).split("\n")):
        if number:
            yield made("br")
        for count, part in enumerate(line.split(literal.SOFT_HYPHEN)):
            if count:
                yield made("softHyphen")
            yield from _unparted(part)


def _unparted(text: str) -> Iterator[Element]:
    """Word ends no line between 24- and декабрь."""
    for count, part in enumerate(_DAY_OF_A_MONTH.split(text)):
        if count:
            yield made("noBreakHyphen")
        if part:
            yield _letters_of(part)


_DAY_OF_A_MONTH = re.compile(r"(?<=\d)-(?=[а-яңөү])")


def _letters_of(text: str) -> Element:
    element = made("t")
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def tab() -> Element:
    """A jump to the next tab stop."""
    return made("r", made("tab"))


def field(code: str, *, size: float = 0, shown: str = "1") -> list[Element]:
    """What Word works out itself, such as PAGE; what is `shown` until it does."""
    parts = (
        made("fldChar", fldCharType="begin"),
        _instruction(code),
        made("fldChar", fldCharType="separate"),
        _letters_of(shown),
        made("fldChar", fldCharType="end"),
    )
    return [made("r", made("rPr", *_sized(size)), part) for part in parts]


def _instruction(code: str) -> Element:
    element = made("instrText")
    element.text = f" {code} "
    element.set(qn("xml:space"), "preserve")
    return element


def paragraph(
    inside: Sequence[Element],
    *,
    align: document.Align = "left",
    left: float = 0,
    right: float = 0,
    first: float = 0,
    before: float = 0,
    after: float = 0,
    keep_next: bool = False,
    stops: Sequence[tuple[float, str, str]] = (),
    border: tuple[str, str] | None = None,
    exact: float = 0,
    outline: int = 0,
) -> Element:
    """A paragraph. `left`, `right` and `first` (first line, negative to hang) in mm, white space in points.

    `stops` are tab stops: place in mm, kind, leader. `border` is side and kind. `exact` is its height in points,
    `outline` the level of a heading.
    """
    look = [made("keepNext")] if keep_next else []
    if border:
        look.append(made("pBdr", made(border[0], val=border[1], sz=12, space=1, color="000000")))
    if stops:
        look.append(made("tabs", *(made("tab", val=kind, pos=twentieths(at), leader=lead) for at, kind, lead in stops)))
    spacing = {"before": round(before * 20), "after": round(after * 20)}
    if exact:
        spacing |= {"line": max(round(exact * 20), 2), "lineRule": "exact"}  # type: ignore[dict-item]
    look.append(made("spacing", **spacing))
    inward = {"left": twentieths(left), "right": twentieths(right)}
    inward |= {"firstLine" if first >= 0 else "hanging": twentieths(abs(first))}
    look += [made("ind", **inward), made("jc", val=_ALIGNED[align])]
    if outline:
        look.append(made("outlineLvl", val=outline - 1))
    return made("p", made("pPr", *look), *inside)


def tight(inside: Element) -> Element:
    """A paragraph with the run of a picture from edge to edge of a cell; its letters are too small to add height."""
    inside.insert(0, made("rPr", *_sized(_LEAST)))
    look = (made("spacing", before=10, after=0), made("ind", left=-CELL_EDGE, right=-CELL_EDGE))
    return made("p", made("pPr", made("pStyle", val=FIELD), *look, made("rPr", *_sized(_LEAST))), inside)


def field_style() -> Element:
    """The style of a paragraph with nothing but a picture: LibreOffice takes the height of its line from the style."""
    letters = made("rPr", *_sized(_LEAST))
    return made("style", made("name", val=FIELD), letters, type="paragraph", customStyle=1, styleId=FIELD)


def contents_style(level: int, width: float) -> Element:
    """What Word gives the lines of the contents when it makes them anew: dots to the number at the right edge."""
    stop = made("tab", val="right", pos=twentieths(width), leader="dot")
    left = twentieths((level - 1) * CONTENTS_STEP)
    look = made("pPr", made("tabs", stop), made("spacing", before=60, after=0), made("ind", left=left))
    return made("style", made("name", val=f"toc {level}"), look, type="paragraph", styleId=f"TOC{level}")


def cell(
    inside: Sequence[Element],
    *,
    width: float,
    columns: int = 1,
    merge: str = "",
    borders: str = "",
    middle: str = "top",
) -> Element:
    """A cell of a table, `width` in mm. `merge` is "restart" or "continue"; `borders` the one side that has a line."""
    look = [made("tcW", w=twentieths(width), type="dxa")]
    if columns > 1:
        look.append(made("gridSpan", val=columns))
    if merge:
        look.append(made("vMerge", val=merge))
    if borders:
        look.append(made("tcBorders", made(borders, val="single", sz=5, color="000000")))
    look.append(made("vAlign", val=middle))
    return made("tc", made("tcPr", *look), *inside)


def row(cells: Iterable[Element], *, is_head: bool = False, height: float = 0, may_divide: bool = False) -> Element:
    """A row; as a head it repeats on each page. `height` is the least one, in mm."""
    look = [] if may_divide else [made("cantSplit")]
    if height:
        look.append(made("trHeight", val=twentieths(height), hRule="atLeast"))
    if is_head:
        look.append(made("tblHeader"))
    return made("tr", made("trPr", *look), *cells)


def table(rows: Iterable[Element], *, widths: Sequence[float], grid: bool) -> Element:
    """A table of fixed widths in mm, with lines or without."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = "single" if grid else "nil"
    look = made(
        "tblPr",
        made("tblW", w=sum(map(twentieths, widths)), type="dxa"),
        made("tblInd", w=CELL_EDGE if grid else 0, type="dxa"),
        made("tblBorders", *(made(side, val=kind, sz=4, space=0, color="000000") for side in sides)),
        made("tblLayout", type="fixed"),
        made(
            "tblCellMar", made("left", w=CELL_EDGE if grid else 0, type="dxa"), made("right", w=CELL_EDGE, type="dxa")
        ),
    )
    columns = made("tblGrid", *(made("gridCol", w=twentieths(width)) for width in widths))
    return made("tbl", look, columns, *rows)


def wrap_in_field(paragraphs: Sequence[Element], code: str) -> None:
    """Make the paragraphs what a field shows until Word works it out anew."""
    if not paragraphs:
        return
    begin, instruction, separate, _, end = field(code)
    for place, element in enumerate((begin, instruction, separate), start=1):
        paragraphs[0].insert(place, element)
    paragraphs[-1].append(end)


def place(number: int) -> str:
    """The name of a place in the file, as Word itself names what its contents lead to."""
    return f"_Toc{number:08}"


def set_place(element: Element, number: int) -> None:
    """Make a paragraph the place with that number."""
    element.insert(1, made("bookmarkStart", id=number, name=place(number)))
    element.append(made("bookmarkEnd", id=number))


def link(name: str, inside: Sequence[Element]) -> Element:
    """What leads to a place of the same file."""
    return made("hyperlink", *inside, anchor=name, history=1)


def set_keep_next(element: Element) -> None:
    """Hold every paragraph of the element on one page with what follows it."""
    for look in element.iter(qn("w:pPr")):
        if look.find(qn("w:keepNext")) is None:
            look.insert(0 if look.find(qn("w:pStyle")) is None else 1, made("keepNext"))


def set_mark(element: Element, size: float) -> None:
    """Give the mark at the end of a paragraph the size of its letters; a larger one would make its line higher."""
    next(element.iter(qn("w:pPr"))).append(made("rPr", *_sized(size)))


def break_before(element: Element) -> None:
    """Begin a page with the element."""
    look = next(element.iter(qn("w:pPr")))
    keeps = look.find(qn("w:keepNext")) is not None
    look.insert(1 if keeps else 0, made("pageBreakBefore"))


def part_from_next(element: Element, points: float) -> None:
    """So much white below a paragraph that has none; an empty one is white itself."""
    if element.tag == qn("w:p") and has_text(element):
        spacing = next(element.iter(qn("w:spacing")))
        spacing.set(qn("w:after"), str(max(round(points * 20), int(spacing.get(qn("w:after"), 0)))))


def lines_of(element: Element) -> list[Element]:
    """A table's rows; any other element is one line."""
    return list(element.iterchildren(qn("w:tr"))) or [element]


def has_text(element: Element) -> bool:
    """Is a letter in it?"""
    return any(letters.text for letters in element.iter(qn("w:t")))
