"""What can stand on a sheet of paper that the office prints?

A Document is a value: blocks in reading order. Nothing here knows how it becomes a PDF (`pdf`), a Word file (`docx`)
or plain text (`text`). All texts are literal: `<b>`, `&` and the like are printed as they are; a newline is a line
break. The caller passes the texts in the document's language; there is no word of any language in this folder.
Lengths are in mm, sizes of letters in points.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ayil_desktop.printing.drawing import Drawing
from ayil_desktop.printing.page import MARGINS, Margins, Orientation, Paper

Align = Literal["left", "right", "center", "justify"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph in one manner of writing."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


Text = str | tuple[Run, ...]


# The head of a document


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The office in Kyrgyz at the left and in Russian at the right: country, region, district, office; a line below.

    `contact` is one small line over that line: address, telephone.
    """

    kyrgyz: tuple[str, ...]
    russian: tuple[str, ...]
    contact: str = ""


@dataclass(frozen=True, slots=True)
class ResolutionHead:
    """The head of a council's resolution in the order of CN-0.1.

    «Депутаттардын … айылдык Кеңешинин» / «XXVII чакырылышынын кезектеги XV сессиясынын» / «ТОКТОМУ» /
    «24-декабрь 2018-жыл №15/8» at the left and «Орто-Нура айылы» at the right of one line.
    """

    body: str
    session: str
    word: str
    date: str
    number: str
    place: str


@dataclass(frozen=True, slots=True)
class DateLine:
    """One line: the date at the left, the number («№3») in the middle, the place at the right; any may be empty."""

    date: str
    number: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalMark:
    """«Бекитемин», upper right: who approves, a line to sign on with the name, a line for the date (CN-5.4.4).

    `date` is printed as given: a date, or blanks in the language («___» ________ 2019-ж.).
    """

    word: str
    role: str
    name: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class AnnexMark:
    """«… №15/8 токтомуна № 1 тиркеме», upper right on the first page of what is attached (CN-0.6)."""

    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """What the paper is (ПРОТОКОЛ) or is about («… жөнүндө»): bold, in the middle."""

    text: str


@dataclass(frozen=True, slots=True)
class Subtitle:
    """Below the title, in the middle: the full name of the commission (CN-0.7), the occasion."""

    text: str


# Running text


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter (level 1, in the middle), a section (2) or a part of it (3); never last on a page."""

    text: str
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `indent` moves its first line in; `size` 0 is the document's size."""

    text: Text
    align: Align = "justify"
    indent: bool = True
    keep_with_next: bool = False
    size: float = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list that has points of its own: «1.» with «1.1.» and «1.2.» below it."""

    text: Text
    items: "tuple[Text | Item, ...]" = ()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """1. 2. 3., nested 1.1. With prefix "3." it counts 3.1., 3.2.; `mark` ")" counts 1), 2).

    Hanging points stand clear of their numbers. Without `hanging` a point is a paragraph that begins with its number,
    as resolutions are written.
    """

    items: tuple[Text | Item, ...]
    start: int = 1
    prefix: str = ""
    mark: Literal[".", ")"] = "."
    hanging: bool = True


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points without numbers, with a bullet or a dash before each."""

    items: tuple[Text | Item, ...]
    mark: Literal["•", "–"] = "•"


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Lines of a name and what is to be said: «Төрага: А. Мусурканов».

    `key_width` in mm. An empty value is a line to write on.
    """

    pairs: tuple[tuple[str, Text], ...]
    key_width: float = 48


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of levels 1 and 2 of this document with their page numbers, under a title of its own."""

    title: str


# Tables


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: fixed `width` in mm, or a share (`weight`) of what the others leave.

    A column that must not wrap is as wide as its longest line. No column with a weight is narrower than its longest
    word while others have room to give.
    """

    title: str = ""
    width: float = 0
    weight: float = 1
    align: Align = "left"
    nowrap: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than a string: runs, bold, another alignment, several columns or rows, a drawing.

    With `keep` its row stays on one page with the row below it.
    """

    text: Text = ""
    bold: bool = False
    align: Align | None = None
    columns: int = 1
    rows: int = 1
    drawing: Drawing | None = None
    keep: bool = False


Row = tuple[str | Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that repeats on each page; a row is not split unless it is taller than half a page.

    `head` is rows of the head where it has more than the columns' titles (spans, the row 1 2 3 4). A cell that spans
    several rows or columns takes the place of those it covers: a row has only the cells that begin in it. A cell over
    several columns stands at the left unless it says otherwise; one over all columns is a heading within the table
    and stays with the row below it.
    `row_height` is the least height in mm, to sign or write in. `size` 0 is a little smaller than the document's.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    grid: bool = True
    row_height: float = 0
    size: float = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number and what it counts: "8 / 6", «катышты / керек»."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Large numbers side by side."""

    items: tuple[Figure, ...]


# To be signed, filled in, cut


@dataclass(frozen=True, slots=True)
class Signature:
    """Role at the left, a line to sign on, the name at the right (CN-0.5). An empty name is a line as well."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs; never alone on a page.

    `heading` stands over them, `caption` small under each line («колу»), `stamp` («М.О.») where the seal goes.
    """

    lines: tuple[Signature, ...]
    heading: str = ""
    caption: str = ""
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Checkboxes:
    """Empty boxes to tick, on paper, with a text beside each; `columns` of them side by side. Large on a ballot."""

    options: tuple[str, ...]
    columns: int = 1
    large: bool = False


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Empty lines to write on by hand, after a label."""

    count: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class CutLine:
    """Where to cut the sheet into `parts` of equal height; what follows stands on the next part.

    After the last part the next sheet begins, so an endless row of block, CutLine, block, CutLine fills sheets.
    """

    parts: int = 2


# Order on the page


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page if one page can hold them."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Space:
    """Empty height in mm; none at the top of a page that was not broken on purpose."""

    height: float


Block = (
    Letterhead
    | ResolutionHead
    | DateLine
    | ApprovalMark
    | AnnexMark
    | Title
    | Subtitle
    | Heading
    | Paragraph
    | NumberedList
    | BulletList
    | KeyValues
    | Contents
    | Table
    | Figures
    | Signatures
    | Checkboxes
    | WritingLines
    | CutLine
    | KeepTogether
    | PageBreak
    | Space
    | Drawing
)


@dataclass(frozen=True, slots=True)
class Document:
    """A paper of the office.

    `title` names the file's window, not the page. `footer` is small text at the foot of each page; the page numbers
    beside it («1 / 3») are left out on a paper of one page. `draft` («долбоор») stands once, in the upper right corner.
    `untranslated` and `outdated` are never printed: so many texts stand in another language than the paper's, and so
    many in its language say what the approved ones said before, which whoever prints it is told.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "ky"
    paper: Paper = "A4"
    orientation: Orientation = "portrait"
    margins: Margins = MARGINS
    footer: str = ""
    page_numbers: bool = True
    draft: str = ""
    size: float = 13
    untranslated: int = 0
    outdated: int = 0


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The headings in their order, those in kept blocks too."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, KeepTogether):
            yield from headings(block.blocks)


def plain(text: Text) -> str:
    """The words of a text without their manner of writing."""
    return text if isinstance(text, str) else "".join(run.text for run in text)
