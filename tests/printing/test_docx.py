"""Is the Word file the same paper, and can the office change it?"""

import sys
import zipfile
from io import BytesIO
from itertools import pairwise

import docx as word
import pytest
from docx.shared import Pt

from ayil_desktop.printing import docx, text
from ayil_desktop.printing.document import (
    Cell,
    Checkboxes,
    Column,
    Contents,
    CutLine,
    Document,
    Heading,
    KeepTogether,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Table,
    Title,
)
from ayil_desktop.printing.drawing import Drawing, Label, Rectangle
from ayil_desktop.printing.page import Margins
from tests.printing import reading, samples
from tests.printing.reading import WORD


def written(*blocks, **more):
    return docx.render(Document("Сыноо", blocks, **more))


def opened(made):
    return word.Document(BytesIO(made))


def flags(paragraph):
    """The names of what is set for a paragraph."""
    return {child.tag.removeprefix(WORD) for child in paragraph.find(WORD + "pPr")}


def lines(made):
    """All paragraphs of the body in their order, those in tables too: their text and what is set for them."""
    return [("".join(part.itertext(WORD + "t")), flags(part)) for part in reading.word_part(made).iter(WORD + "p")]


@pytest.mark.parametrize("name", samples.ALL)
def test_every_text_of_a_sample_is_in_the_file(name):
    paper = samples.ALL[name]()
    whole = reading.letters(reading.word_text(docx.render(paper)))
    drawn = {shape.text for block in paper.blocks for shape in getattr(block, "shapes", ()) if isinstance(shape, Label)}
    for line in text.render(Document("", paper.blocks)).splitlines():
        for cell in line.split("\t"):
            wanted = reading.letters(cell).replace("☐", "")
            if wanted and not set(wanted) <= set("_") and cell not in drawn:
                assert wanted in whole, cell


@pytest.mark.parametrize("name", samples.ALL)
def test_the_same_document_gives_the_same_bytes(name):
    assert docx.render(samples.ALL[name]()) == docx.render(samples.ALL[name]())


def test_sheet_margins_letters_and_language():
    made = written(Paragraph("а"), margins=Margins(left=35), size=14)
    (section,) = opened(made).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins] == [35, 15, 20, 20]
    assert round(section.header_distance.mm) == round(section.footer_distance.mm) == 10
    defaults = reading.word_part(made, "word/styles.xml").find(f"{WORD}docDefaults/{WORD}rPrDefault/{WORD}rPr")
    assert defaults.find(WORD + "rFonts").get(WORD + "ascii") == "Times New Roman"
    assert defaults.find(WORD + "sz").get(WORD + "val") == "28"
    assert defaults.find(WORD + "lang").get(WORD + "val") == "ky-KG"
    (face,) = reading.word_part(made, "word/fontTable.xml")
    assert face.find(WORD + "altName").get(WORD + "val") == "Liberation Serif"


def test_a_wide_sheet_lies():
    (section,) = opened(written(Paragraph("а"), orientation="landscape", paper="A3")).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (420, 297)


def test_the_head_of_a_table_repeats_and_no_row_is_torn():
    made = written(Table((Column("№"), Column("Аты")), (("1", "а"), ("2", "б"))))
    rows = list(reading.word_part(made).iter(WORD + "tr"))
    assert [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in rows)


def test_cells_over_columns_and_rows_are_joined():
    table = Table((Column(), Column(), Column()), ((Cell("эки", columns=2), Cell("ылдый", rows=2)), ("а", "б")))
    (joined,) = opened(written(table)).tables
    assert [cell.text for cell in joined.rows[0].cells] == ["эки", "эки", "ылдый"]
    assert [cell.text for cell in joined.rows[1].cells] == ["а", "б", "ылдый"]


def test_columns_are_as_wide_as_on_the_pdf():
    table = Table((Column("№", width=20), Column("Аты", weight=2), Column("Колу")), (("1", "а", ""),))
    grid = [
        round(int(column.get(WORD + "w")) / 56.7) for column in reading.word_part(written(table)).iter(WORD + "gridCol")
    ]
    assert grid == [20, 97, 48]


def test_signatures_stay_with_the_two_lines_before_them_and_together():
    made = written(
        Paragraph("бир"),
        Paragraph("эки"),
        Paragraph("үч"),
        Signatures((Signature("Төрага:", "Т.С."), Signature("Катчы:", "А.Ү."))),
    )
    found = lines(made)
    assert "keepNext" not in found[0][1]
    held = [(content, "keepNext" in marks) for content, marks in found if content]
    assert held[1:] == [
        ("эки", True),
        ("үч", True),
        ("Төрага:", True),
        ("Т.С.", True),
        ("Катчы:", True),
        ("А.Ү.", True),
    ]


def test_signatures_after_a_table_stay_with_its_last_two_rows():
    table = Table((Column(),), (("бир",), ("эки",), ("үч",), ("төрт",)))
    held = dict(lines(written(table, Signatures((Signature("Төрага:", "Т.С."),)))))
    # The first row stays with the second one, so that no table begins with one row at the foot of a page.
    assert [("keepNext" in held[word]) for word in ("бир", "эки", "үч", "төрт")] == [True, False, True, True]


def test_page_numbers_are_fields_and_absent_on_a_single_page():
    def codes(made):
        numbers = opened(made).sections[0].footer.part.element.iter(WORD + "instrText")
        return [element.text.strip() for element in numbers]

    assert codes(written(Paragraph("а"), PageBreak(), Paragraph("б"), footer="Протокол №3")) == ["PAGE", "NUMPAGES"]
    assert codes(written(Paragraph("а"))) == []
    assert codes(written(Paragraph("а"), PageBreak(), Paragraph("б"), page_numbers=False)) == []


def test_the_draft_mark_is_on_the_first_page_only_and_the_footer_on_all():
    (section,) = opened(written(Paragraph("а"), draft="Долбоор", footer="Протокол №3")).sections
    assert section.different_first_page_header_footer
    assert not section.footer.is_linked_to_previous
    assert section.first_page_header.paragraphs[0].text == "Долбоор"
    assert [part.paragraphs[0].text for part in (section.first_page_footer, section.footer)] == ["Протокол №3"] * 2


def test_a_page_break_is_set_on_what_follows():
    found = lines(written(Paragraph("а"), PageBreak(), Title("б"), PageBreak(), Table((Column(),), (("в",),))))
    breaks = [content for content, marks in found if "pageBreakBefore" in marks]
    assert breaks == ["б", "в"]


def test_manners_of_writing_line_breaks_and_soft_hyphens():
    made = written(Paragraph((Run("УГУЛДУ: ", bold=True), Run("су\u00adу\nжол", italic=True, underline=True))))
    bold, other = opened(made).paragraphs[0].runs
    assert (bold.bold, bold.italic, other.italic, other.underline) == (True, None, True, True)
    (_, last) = reading.word_part(made).iter(WORD + "r")
    tags = [child.tag.removeprefix(WORD) for child in last]
    assert tags == ["rPr", "t", "softHyphen", "t", "br", "t"]


def test_headings_have_levels_and_the_contents_the_pages_of_the_pdf():
    made = written(
        Contents("Мазмуну"), PageBreak(), Heading("Бир", 1), PageBreak(), Heading("Эки", 2), Heading("Үч", 3)
    )
    body = reading.word_part(made)
    assert [level.get(WORD + "val") for level in body.iter(WORD + "outlineLvl")] == ["0", "1", "2"]
    assert [content for content, _ in lines(made)][:3] == ["Мазмуну", "Бир2", "Эки3"]


def codes(element):
    return [code.text.strip() for code in element.iter(WORD + "instrText")]


def test_word_counts_the_pages_of_the_contents_itself_when_it_prints():
    """Each number is a reference to its heading, so that Word can put right what it lays out otherwise."""
    made = written(
        Contents("Мазмуну"), Heading("Бир", 1), Heading("Үч", 3), KeepTogether((Heading("Эки", 2), Paragraph("а")))
    )
    body = reading.word_part(made)
    places = {mark.get(WORD + "name"): mark.getparent() for mark in body.iter(WORD + "bookmarkStart")}
    whole, *numbers = codes(body)
    assert whole == 'TOC \\o "1-2" \\h \\z \\u'
    assert [code.split()[::2] for code in numbers] == [["PAGEREF", "\\h"]] * 2
    assert ["".join(places[code.split()[1]].itertext(WORD + "t")) for code in numbers] == ["Бир", "Эки"]
    links = list(body.iter(WORD + "hyperlink"))
    assert [link.get(WORD + "anchor") for link in links] == [code.split()[1] for code in numbers]
    depth = 0
    for mark in body.iter(WORD + "fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(WORD + "fldCharType")]
        assert depth >= 0
    assert depth == 0


def test_word_asks_nothing_when_it_opens_the_file():
    """Fields that are to be renewed at once make Word ask about other files that the paper might refer to."""
    made = written(Contents("Мазмуну"), PageBreak(), Heading("Бир", 1))
    assert not list(reading.word_part(made, "word/settings.xml").iter(WORD + "updateFields"))
    assert not [mark for mark in reading.word_part(made).iter(WORD + "fldChar") if mark.get(WORD + "dirty")]


def test_numbers_are_written_out():
    made = written(NumberedList(("а", "б"), prefix="3.", mark=")"), NumberedList(("в",), hanging=False))
    assert [content for content, _ in lines(made)] == ["3.1)а", "3.2)б", "1.\u00a0в"]


def test_what_is_kept_together_is_held():
    found = lines(written(KeepTogether((Paragraph("а"), Paragraph("б"), Paragraph("в")))))
    assert ["keepNext" in marks for _, marks in found] == [True, True, False]


def test_every_second_ballot_begins_a_sheet():
    blocks = []
    for number in range(4):
        blocks += [Checkboxes((f"макул{number}",), large=True), CutLine()]
    found = lines(written(*blocks))
    assert [content for content, marks in found if "pageBreakBefore" in marks] == ["☐ макул2"]
    assert sum("pBdr" in marks for _, marks in found) == 2


def test_a_drawing_is_a_grey_picture_of_its_size():
    made = written(Drawing(100, 20, (Label(5, 5, "Схема"),)))
    (shape,) = opened(made).inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (100, 20)
    (image,) = [part for part in opened(made).part.package.image_parts]
    assert image.content_type == "image/png"


def test_the_file_carries_no_names_and_no_moment():
    properties = opened(written(Paragraph("а"))).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("Сыноо", "", "")
    assert properties.comments == ""
    assert properties.created == properties.modified
    assert properties.language == "ky-KG"


def test_a_long_title_fits_the_properties():
    assert len(opened(docx.render(Document("ө" * 10_000, (Paragraph("а"),)))).core_properties.title) == 255


def test_letter_sizes_of_a_small_paragraph():
    (run,) = opened(written(Paragraph("а", size=9))).paragraphs[0].runs
    assert run.font.size == Pt(9)


def test_a_line_that_ends_within_its_paragraph_is_not_drawn_apart():
    made = opened(written(NumberedList(("Таштанды чыгарылсын.\nЖооптуу: Мисалова Гүлзат.",))))
    compat = made.settings.element.find(f"{WORD}compat")
    assert compat[0].tag == f"{WORD}doNotExpandShiftReturn"
    assert "Жооптуу" in made.paragraphs[0].text


def bars(count):
    """So many drawings, each another one."""
    return [Drawing(40, 5, (Rectangle(1 + number / 100, 1, 8, 3, fill=0.5),)) for number in range(count)]


def test_equal_pictures_are_kept_once():
    one, other = bars(2)
    made = written(Table((Column(),), tuple((Cell(drawing=each),) for each in (one, other, one))))
    names = zipfile.ZipFile(BytesIO(made)).namelist()
    assert len([name for name in names if name.startswith("word/media/")]) == 2
    numbers = [element.get("id") for element in reading.word_part(made).iter() if element.tag.endswith("}docPr")]
    assert sorted(numbers) == ["1", "2", "3"]


def test_the_last_rows_of_a_long_chart_are_no_more_work_than_the_first():
    written(Table((Column(),), pictured(1)))  # what is done once in a process is done
    counts = [calls_of(Table((Column(),), pictured(count))) for count in (60, 120, 180)]
    first, last = (after - before for before, after in pairwise(counts))
    assert last < 1.1 * first


def pictured(count):
    return tuple((Cell(drawing=one),) for one in bars(count))


def calls_of(block):
    """How many functions are called to write a block."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        written(block)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("words", ["июнь 2019\u00a0г.", "2019\u00a0жыл июнь", "№\u00a017/16"])
def test_word_parts_no_year_and_no_number_from_what_belongs_to_it(words):
    made = written(Paragraph(words.replace("\u00a0", " ")))
    assert words in [said for said, _ in lines(made)]


def test_words_do_not_touch_the_table_below_them():
    made = written(Paragraph("Себеби: сел"), Table((Column("Номери"),), (("1",),)))
    first = next(reading.word_part(made).iter(WORD + "p"))
    assert int(next(first.iter(WORD + "spacing")).get(WORD + "after")) > 0


def test_word_parts_no_day_from_its_month():
    made = written(Paragraph("Негиз: 24-декабрь 2018-жылдагы №15/8 токтому, № 1 тиркеме."))

    assert len(list(reading.word_part(made).iter(WORD + "noBreakHyphen"))) == 2
    assert "24-декабрь 2018-жылдагы №15/8 токтому, № 1 тиркеме." in reading.word_text(made)
