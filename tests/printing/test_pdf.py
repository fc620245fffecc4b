"""Is the PDF a paper that the office can sign, send and keep?"""

import re
import threading
import zlib
from contextlib import closing
from itertools import pairwise

import pypdfium2
import pytest

from ayil_desktop.printing import page, pdf, text, typeset, writing
from ayil_desktop.printing.document import (
    AnnexMark,
    Column,
    Contents,
    DateLine,
    Document,
    Heading,
    KeepTogether,
    KeyValues,
    Letterhead,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Table,
    WritingLines,
)
from ayil_desktop.printing.drawing import Drawing, Label, Line, Polygon, Rectangle
from ayil_desktop.printing.page import Margins
from ayil_desktop.printing.strips import Rules, Words
from tests.printing import reading, samples


def printed(*blocks, **more):
    return reading.pages(pdf.render(Document("Сыноо", blocks, **more)))


def streams(made):
    """The painted pages, unpacked, without the letters in brackets."""
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL):
        try:
            unpacked = zlib.decompress(packed)
        except zlib.error:
            continue
        if b" Tf" in unpacked or b" re" in unpacked:
            yield re.sub(rb"\((?:\\.|[^\\()])*\)", b"()", unpacked)


@pytest.mark.parametrize("name", samples.ALL)
def test_the_same_document_gives_the_same_bytes(name):
    assert pdf.render(samples.ALL[name]()) == pdf.render(samples.ALL[name]())


def test_another_document_printed_meanwhile_changes_nothing():
    alone = pdf.render(samples.minutes())
    together = []

    def print_minutes():
        together.append(pdf.render(samples.minutes()))

    threads = [threading.Thread(target=print_minutes) for _ in range(4)]
    for thread in threads:
        thread.start()
        pdf.render(samples.plan())
    for thread in threads:
        thread.join()
    assert set(together) == {alone}


@pytest.mark.parametrize("name", samples.ALL)
def test_paper_is_black_and_white(name):
    painted = list(streams(pdf.render(samples.ALL[name]())))
    assert painted
    operators = {word for content in painted for word in re.findall(rb"(?<=\s)[A-Za-z*]+(?=\s)", content)}
    assert not operators & {b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN", b"sh"}


def test_the_file_says_what_it_is_and_in_which_language():
    made = pdf.render(Document("3-протокол\n<b>«Үлгү»</b>", (Paragraph("а"),), language="ru"))
    with closing(pypdfium2.PdfDocument(made)) as paper:
        assert paper.get_metadata_value("Title") == "3-протокол <b>«Үлгү»</b>"
        assert paper.get_metadata_value("Author") == ""
    assert b"/Lang (ru)" in made


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [("A4", "portrait", (210, 297)), ("A4", "landscape", (297, 210)), ("A3", "landscape", (420, 297))],
)
def test_the_sheet_has_the_size_asked_for(paper, orientation, size):
    made = pdf.render(Document("Сыноо", (Paragraph("а"),), paper=paper, orientation=orientation))
    with closing(pypdfium2.PdfDocument(made)) as opened:
        assert [round(points / page.POINTS_PER_MM) for points in opened[0].get_size()] == list(size)


def test_the_writing_keeps_to_the_margins():
    made = pdf.render(
        Document("Сыноо", (Paragraph("Ө" * 4000),), margins=Margins(left=50, right=40, top=30, bottom=60))
    )
    with closing(pypdfium2.PdfDocument(made)) as opened:
        objects = [found.get_bounds() for found in opened[0].get_objects(max_depth=1)]
    left = min(bounds[0] for bounds in objects)
    right = max(bounds[2] for bounds in objects)
    top = max(bounds[3] for bounds in objects)
    assert left >= page.millimetres(50) - 1
    assert right <= page.millimetres(210 - 40) + 1
    assert top <= page.millimetres(297 - 30)


def test_pages_are_numbered_unless_there_is_only_one():
    assert printed(Paragraph("а")) == ["а"]
    assert printed(Paragraph("а"), PageBreak(), Paragraph("б")) == ["а 1 / 2", "б 2 / 2"]
    assert printed(Paragraph("а"), PageBreak(), Paragraph("б"), page_numbers=False) == ["а", "б"]


def test_the_footer_stands_on_each_page_and_is_cut_where_it_is_too_long():
    made = printed(Paragraph("а"), PageBreak(), Paragraph("б"), footer="Протокол №3 " * 40)
    for shown in made:
        assert "Протокол №3" in shown
        assert "…" in shown
    assert [shown[-5:] for shown in made] == ["1 / 2", "2 / 2"]


def test_the_draft_mark_stands_once():
    made = printed(Paragraph("а"), PageBreak(), Paragraph("б"), draft="Долбоор")
    assert " ".join(made).count("Долбоор") == 1
    assert "Долбоор" in made[0]


def test_the_contents_name_the_pages_of_the_headings():
    made = printed(
        Contents("Мазмуну"),
        PageBreak(),
        Heading("Киришүү", 1),
        KeepTogether((Heading("Максаты"), Paragraph("а"))),
        Heading("Майда", 3),
        PageBreak(),
        Heading("Корутунду", 1),
    )
    assert made[0].startswith("Мазмуну Киришүү 2 Максаты 2 Корутунду 3")
    assert "Майда" not in made[0]


def test_the_headings_are_beside_the_pages_in_a_viewer():
    made = pdf.render(
        Document("С", (Heading("Бир", 2), Heading("Эки", 1), Heading("Үч", 3), PageBreak(), Heading("Төрт", 1)))
    )
    with closing(pypdfium2.PdfDocument(made)) as opened:
        found = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in opened.get_toc()]
    assert found == [(0, "Бир", 0), (0, "Эки", 0), (1, "Үч", 0), (0, "Төрт", 1)]


def test_counting_pages_and_finding_headings_without_painting():
    paper = samples.report()
    made = pdf.render(paper)
    assert pdf.page_count(paper) == len(reading.pages(made))
    assert pdf.heading_pages(paper)[0] == 3
    assert len(pdf.heading_pages(paper)) == 13


def test_justified_lines_end_at_the_same_edge():
    text = "Комиссия Чет-Нура айыл өкмөтүнө караштуу туруктуу иштеген 15\u00a0күн коомдук координациялык орган. " * 3
    runs = (Run(text[:40]), Run(text[40:90], bold=True), Run(text[90:], underline=True))
    for given in (text, runs):
        strips = writing.text_strips(given, room=400, size=12, align="justify")
        for strip in strips[:-1]:
            ends = [
                mark.x
                + mark.face.width(mark.text, mark.size)
                + mark.stretch * (mark.text.count(" ") + mark.text.count("\u00a0"))
                for mark in strip.marks
                if isinstance(mark, Words)
            ]
            assert max(ends) == pytest.approx(400, abs=0.1)
        assert all(mark.stretch == 0 for mark in strips[-1].marks if isinstance(mark, Words))


def test_a_line_is_not_torn_apart_to_reach_the_edge_nor_left_just_short_of_it():
    torn = writing.text_strips("а " + "Ө" * 40, room=400, size=12, align="justify")
    assert torn[0].marks[0].stretch == 0
    words = "баскычтарында анын туруктуулугунун/туруксуздугунун тышкы факторлорунун төмөнкүдөй"
    (wide, *_rest) = writing.text_strips(words, room=460, size=12, align="justify")
    assert [mark.x + mark.face.width(mark.text, 12) + mark.stretch * mark.text.count(" ") for mark in wide.marks] == [
        pytest.approx(460, abs=0.1)
    ]
    assert wide.marks[0].stretch > 12


def test_a_role_of_several_lines_ends_on_the_line_of_the_name():
    role = "Кызмат көрсөтүүлөрдү уюштуруу боюнча жумушчу комиссиянын жооптуу катчысы"
    sheet = page.sheet("A4", "portrait", page.MARGINS)
    strips = typeset.strips_of(Document("С", (Signatures((Signature(role, "Т.Сыдыкбеков"),)),)), sheet)
    (signed,) = [strip for strip in strips if any(isinstance(mark, Rules) for mark in strip.marks)]
    assert [mark.text for mark in signed.marks if isinstance(mark, Words)][-1] == "Т.Сыдыкбеков"
    assert len([mark for mark in signed.marks if isinstance(mark, Words)]) == 2


@pytest.mark.parametrize("count", [1, 2, 11])
def test_each_hand_has_twelve_millimetres_to_sign(count):
    sheet = page.sheet("A4", "portrait", page.MARGINS)
    block = Signatures(tuple(Signature("Мүчө", "А. Үлгүбаев") for _ in range(count)))
    y, lines = 0.0, [0.0]
    for strip in typeset.strips_of(Document("С", (block,)), sheet):
        lines += [y + mark.segments[0][1] for mark in strip.marks if isinstance(mark, Rules)]
        y += strip.height
    assert len(lines) == count + 1
    assert all(lower - upper >= page.millimetres(12) - 0.1 for upper, lower in pairwise(lines[1:]))


def test_an_empty_value_is_a_line_to_write_on():
    sheet = page.sheet("A4", "portrait", page.MARGINS)
    strips = typeset.strips_of(
        Document("С", (KeyValues((("Аты:", ""), ("Жашы:", "40"))), WritingLines(3, "Пикир:"))), sheet
    )
    assert sum(isinstance(mark, Rules) for strip in strips for mark in strip.marks) == 1 + 3


def test_every_shape_of_a_drawing_is_painted():
    shapes = (
        Line((0, 0), (50, 20), dashed=True, grey=0.5),
        *(
            Rectangle(x, 2, 8, 8, fill=0.8, hatch=hatch)
            for x, hatch in zip(range(0, 60, 10), ("", "/", "\\", "x", "-", "."), strict=True)
        ),
        Polygon(((5, 12), (8, 15), (5, 18)), fill=None),
        *(
            Label(30, y, align, align=align, bold=align == "center")
            for y, align in ((13, "left"), (16, "center"), (19, "right"))
        ),
        Label(0, 15, "өтө узун жазуу кесилет", width=10),
    )
    (shown,) = printed(Drawing(60, 20, shapes))
    assert shown.split()[:3] == ["left", "center", "right"]
    assert "…" in shown
    assert "кесилет" not in shown


def test_a_drawing_larger_than_the_page_is_made_smaller():
    made = printed(
        Drawing(1000, 100, (Label(990, 50, "чети", align="right"),)), Drawing(10, 5000, (Label(1, 4990, "асты"),))
    )
    assert "чети" in made[0]
    assert "асты" in " ".join(made)
    assert len(made) == 2


def test_nothing_is_painted_outside_the_field_of_a_drawing():
    """A bar that runs over the edge of its chart does not run into the next cell."""
    made = pdf.render(Document("С", (Drawing(20, 20, (Rectangle(-500, -500, 2000, 2000, fill=0, line=0),)),)))
    with closing(pypdfium2.PdfDocument(made)) as opened:
        picture = opened[0].render(scale=1, grayscale=True).to_pil()
    dark = sum(picture.histogram()[:128])
    assert dark == pytest.approx(page.millimetres(20) ** 2, rel=0.1)


@pytest.mark.parametrize("name", samples.ALL)
def test_every_text_of_a_sample_is_on_its_pages(name):
    paper = samples.ALL[name]()
    whole = "".join(reading.letters(one) for one in reading.pages(pdf.render(paper)))
    for line in text.render(paper).splitlines():
        for cell in line.split("\t"):
            wanted = reading.letters(cell)
            if wanted and not set(wanted) <= set("_☐"):
                assert wanted.replace("☐", "") in whole, cell


def test_an_annex_mark_and_a_letterhead_read_as_the_offices_write_them():
    (shown,) = printed(
        Letterhead(
            ("КЫРГЫЗ РЕСПУБЛИКАСЫ", "НАРЫН ОБЛУСУ"), ("КЫРГЫЗСКАЯ РЕСПУБЛИКА", "НАРЫНСКАЯ ОБЛАСТЬ"), "Орто-Нура"
        ),
        AnnexMark("Чет-Нура айылдык Кеңешинин\n24-декабрь 2018-жылдагы №15/8 токтомуна № 1 тиркеме"),
        DateLine("24-декабрь 2018-жыл", "№3", "Орто-Нура айылы"),
    )
    assert "24-декабрь 2018-жылдагы №15/8 токтомуна № 1 тиркеме" in shown
    assert "24-декабрь 2018-жыл №3 Орто-Нура айылы" in shown
    assert shown.index("КЫРГЫЗ РЕСПУБЛИКАСЫ") < shown.index("КЫРГЫЗСКАЯ РЕСПУБЛИКА") < shown.index("НАРЫН ОБЛУСУ")


@pytest.mark.parametrize("date", ["«___» ______________ 20___-ж.", "«___» ______________ 20___ г."])
def test_a_date_that_is_still_to_be_written_stands_on_one_line_with_number_and_place(date):
    (shown,) = printed(DateLine(date, "№ ________", "Орто-Нура айылы"))
    assert shown == f"{date} № ________ Орто-Нура айылы"


def test_a_long_number_leaves_room_for_date_and_place():
    (shown,) = printed(DateLine("24-декабрь 2018-жыл", "КЕЗЕКТЕГИ ОТУРУМДУН ПРОТОКОЛУ № 12/2018", "Орто-Нура айылы"))
    assert "24-декабрь 2018-жыл" in shown and "Орто-Нура айылы" in shown


def test_numbers_of_points_and_of_points_within_points():
    (shown,) = printed(NumberedList(("а", "б"), start=3, mark=")"), NumberedList(("в",), prefix="2.", hanging=False))
    assert shown == "3) а 4) б 2.1. в"


def test_a_table_stands_between_the_margins():
    paper = Document("С", (Table((Column("А"), Column("Б")), (("1", "2"),)),))
    sheet = page.sheet("A4", "portrait", page.MARGINS)
    segments = [
        segment
        for strip in typeset.strips_of(paper, sheet)
        for mark in strip.marks
        if isinstance(mark, Rules)
        for segment in mark.segments
    ]
    assert min(segment[0] for segment in segments) == 0
    assert max(segment[2] for segment in segments) == pytest.approx(sheet.writing_width)
