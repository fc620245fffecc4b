"""What surrounds the text in a Word file: sheet, letters, language, footer, and how is it written out?"""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu, Mm

from ayil_desktop.printing import document, literal, page, wordml
from ayil_desktop.printing.wordml import Element, made, paragraph, runs

File = Any  # python-docx's document

_LOCALES = {"ky": "ky-KG", "ru": "ru-RU", "en": "en-US"}
_LEADING = 250  # of 240 for the face's own distance of lines: what the PDF has
_FOOTER_SIZE = 9
_EDGE = 10.0  # mm from the foot of the sheet to the footer
_NO_MOMENT = datetime(2000, 1, 1)  # files of one document are equal whenever they are made
_FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Times New Roman">'
    '<w:altName w:val="Liberation Serif"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def empty(paper: document.Document, *, has_numbers: bool) -> File:
    """A file with the document's sheet, letters and footer, and no text yet."""
    file = docx.Document()
    _set_letters(file, paper)
    _end_lines(file)
    section = file.sections[0]
    width, height = page.size(paper.paper, paper.orientation)
    section.orientation = WD_ORIENT.LANDSCAPE if paper.orientation == "landscape" else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(paper.margins.left), Mm(paper.margins.right)
    section.top_margin, section.bottom_margin = Mm(paper.margins.top), Mm(paper.margins.bottom)
    section.header_distance = section.footer_distance = Mm(_EDGE)
    writing_width = width - paper.margins.left - paper.margins.right
    file.styles.element.extend(wordml.contents_style(level, writing_width) for level in (1, 2))
    _set_edges(section, paper, writing_width, has_numbers)
    properties = file.core_properties
    properties.title = " ".join(literal.clean(paper.title).split())[:255]
    properties.language = _LOCALES.get(paper.language, paper.language)
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _NO_MOMENT
    return file


def _set_letters(file: File, paper: document.Document) -> None:
    """The letters and the language of all text; the template's theme and its styles have no say."""
    defaults = file.styles.element.find(qn("w:docDefaults"))
    locale = _LOCALES.get(paper.language, paper.language)
    faces = {name: wordml.FACE for name in ("ascii", "hAnsi", "cs", "eastAsia")}
    letters = made(
        "rPr",
        made("rFonts", **faces),
        made("sz", val=round(paper.size * 2)),
        made("szCs", val=round(paper.size * 2)),
        made("lang", val=locale, eastAsia=locale, bidi=locale),
    )
    lines = made("pPr", made("spacing", before=0, after=0, line=_LEADING, lineRule="auto"))
    for child in list(defaults):
        defaults.remove(child)
    defaults.extend([made("rPrDefault", letters), made("pPrDefault", lines)])
    file.styles.element.append(wordml.field_style())


def _end_lines(file: File) -> None:
    """A line that ends in a break within its paragraph is not drawn apart to the margin."""
    file.settings.element.find(qn("w:compat")).insert(0, made("doNotExpandShiftReturn"))


def _set_edges(section: Any, paper: document.Document, width: float, has_numbers: bool) -> None:
    """The footer on each page, the draft mark on the first."""
    footers = [section.footer]
    if paper.draft:
        section.different_first_page_header_footer = True
        footers.append(section.first_page_footer)
        _replace(section.first_page_header, paragraph(runs(paper.draft, bold=True), align="right"))
    for footer in footers:
        inside = runs(paper.footer, size=_FOOTER_SIZE)
        if has_numbers:
            inside += _page_numbers()
        _replace(footer, paragraph(inside, stops=[(width, "right", "none")]))


def _page_numbers() -> list[Element]:
    page_number, count = (wordml.field(code, size=_FOOTER_SIZE) for code in ("PAGE", "NUMPAGES"))
    return [wordml.tab(), *page_number, *runs(" / ", size=_FOOTER_SIZE), *count]


def _replace(edge: Any, element: Element) -> None:
    edge.is_linked_to_previous = False
    for old in list(edge.paragraphs):
        edge._element.remove(old._element)  # noqa: SLF001 - python-docx has no other way to exchange a paragraph
    edge._element.append(element)  # noqa: SLF001


def append(file: File, element: Element) -> None:
    """Put the element after what is there."""
    body = file.element.body
    body.insert(len(body) - 1, element)  # the last one describes the sheet


class Pictures:
    """The pictures of a file, each kept once.

    python-docx looks through all of them for every further one: minutes for a chart of thousands of rows.
    """

    def __init__(self, file: File) -> None:
        self._part = file.part
        self._known: dict[bytes, str] = {}
        self._count = 0

    def run(self, content: bytes, width: Mm, height: Mm) -> Element:
        """A run with the PNG picture in it."""
        self._count += 1
        place = self._known.get(content) or self._keep(content)
        inline = CT_Inline.new_pic_inline(self._count, place, "", Emu(width), Emu(height))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # left out, LibreOffice keeps white around it
        return made("r", made("drawing", inline))

    def _keep(self, content: bytes) -> str:
        number = len(self._known) + 1
        name, place = PackURI(f"/word/media/image{number}.png"), f"rIdPicture{number}"
        self._part.load_rel(RELATIONSHIP_TYPE.IMAGE, ImagePart(name, CONTENT_TYPE.PNG, content), place)
        self._known[content] = place
        return place


def saved(file: File) -> bytes:
    """The bytes, with no moment of writing in them and without the template's picture of itself."""
    package = file.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    written = BytesIO()
    file.save(written)
    return _timeless(written)


def _timeless(written: BytesIO) -> bytes:
    made_again = BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made_again, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = _FONTS if info.filename == "word/fontTable.xml" else old.read(info)
            new.writestr(zipfile.ZipInfo(info.filename), content, zipfile.ZIP_DEFLATED)
    return made_again.getvalue()
