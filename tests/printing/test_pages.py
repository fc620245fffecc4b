"""What stands together on one page?"""

import pytest

from ayil_desktop.printing import page, pages, pdf, typeset
from ayil_desktop.printing.document import (
    BulletList,
    Cell,
    Column,
    CutLine,
    DateLine,
    Document,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Signature,
    Signatures,
    Space,
    Table,
    Title,
)
from ayil_desktop.printing.strips import Gap, NewPage, Strip
from tests.printing import reading, samples

SIGNED = Signatures((Signature("Төрага:", "Т.Сыдыкбеков"), Signature("Катчы:", "А. Үлгүбаева")), stamp="М.О.")


def printed(*blocks, **more):
    return reading.pages(pdf.render(Document("Сыноо", blocks, **more)))


def lines(count):
    return tuple(Paragraph(f"сап{number}") for number in range(count))


def one_paragraph(count):
    return (Paragraph("\n".join(f"сап{number}" for number in range(count))),)


def points(count):
    return (BulletList(tuple(f"сап{number}" for number in range(count))),)


def rows(count):
    body = tuple((f"сап{number}", "макул") for number in range(count))
    return (Table((Column("Ким"), Column("Добуш")), body, row_height=8),)


def under_a_gap(count):
    return (*lines(count), Space(5))


def followed_by_more(count):
    return (*lines(count), KeepTogether((SIGNED,)), DateLine("13-март 2019-жыл"), *lines(count))


@pytest.mark.parametrize("make", [lines, one_paragraph, points, rows, under_a_gap])
def test_signatures_never_stand_alone_on_a_page(make):
    for count in range(2, 121, 1 if make is lines else 7):
        made = printed(*make(count), SIGNED)
        signed = [text for text in made if "Т.Сыдыкбеков" in text]
        assert len(signed) == 1
        assert signed[0].count("сап") >= 2, f"after {count} lines"
        assert "А. Үлгүбаева" in signed[0]
        assert "М.О." in signed[0]


def test_signatures_kept_with_other_blocks_do_not_stand_alone_either():
    for count in range(2, 60):
        signed = next(text for text in printed(*followed_by_more(count)) if "Т.Сыдыкбеков" in text)
        assert signed.split("Төрага:")[0].count("сап") >= 2


def test_more_signatures_than_a_page_holds_go_on_on_the_next():
    many = Signatures(tuple(Signature("Мүчө", f"А. Үлгү{number}") for number in range(50)))
    made = printed(*lines(30), many)
    assert [sum(f"Үлгү{number}" in text.split() for text in made) for number in range(50)] == [1] * 50
    assert sum("сап" in text for text in made[-3:]) >= 1


def test_a_heading_is_never_the_last_on_a_page():
    for count in range(25, 60):
        made = printed(*lines(count), Heading("Бөлүм башы"), Paragraph("мазмуну"))
        with_heading = next(text for text in made if "Бөлүм башы" in text)
        assert "мазмуну" in with_heading


def test_no_line_of_a_paragraph_stands_alone_at_the_edge_of_a_page():
    for count in range(25, 45):
        made = printed(*lines(count), Paragraph("\n".join(f"жол{number}" for number in range(5))))
        assert sorted(text.count("жол") for text in made) in ([5], [0, 5], [2, 3])


def test_what_is_kept_together_goes_to_the_next_page_together():
    kept = KeepTogether(tuple(Paragraph(f"бирге{number}") for number in range(8)))
    for count in range(30, 50):
        made = printed(*lines(count), kept)
        assert [text.count("бирге") for text in made if "бирге" in text] == [8]


def test_what_no_page_can_keep_together_is_broken_all_the_same():
    kept = KeepTogether(tuple(Paragraph(f"бирге{number}") for number in range(90)))
    made = printed(Paragraph("башы"), kept)
    assert sum(text.count("бирге") for text in made) == 90
    assert "бирге0" in made[0]


def test_a_page_break_begins_a_page_but_never_an_empty_one():
    made = printed(PageBreak(), Paragraph("бир"), PageBreak(), PageBreak(), Paragraph("эки"), PageBreak())
    assert [text.replace(f" {number} / 2", "") for number, text in enumerate(made, 1)] == ["бир", "эки"]


def test_space_is_kept_after_a_break_and_dropped_where_a_page_happens_to_end():
    sheet = page.sheet("A4", "portrait", page.MARGINS)
    room = sheet.writing_height

    def tops(strips):
        return [[round(placed.y - sheet.top) for placed in one.placed] for one in pages.filled(strips, sheet)]

    assert tops([Strip(room), Gap(50), Strip(10)]) == [[0], [0]]
    assert tops([Strip(room), NewPage(0), Gap(50), Strip(10)]) == [[0], [0, 50]]
    assert tops([Gap(50), Strip(10, before=5)]) == [[0, 55]]


def test_the_larger_white_space_of_two_neighbours_counts():
    sheet = page.sheet("A4", "portrait", page.MARGINS)
    (one,) = pages.filled([Strip(10, before=7, after=20), Strip(10, before=5), Strip(10, before=30)], sheet)
    assert [round(placed.y - sheet.top) for placed in one.placed] == [0, 30, 70]


def test_a_strip_higher_than_a_page_does_not_stop_the_printing():
    sheet = page.sheet("A4", "portrait", page.MARGINS)
    filled = pages.filled([Strip(10), Strip(5000), Strip(10)], sheet)
    assert [len(one.placed) for one in filled] == [1, 1, 1]


def test_nothing_stands_below_the_margin():
    for make in samples.ALL.values():
        paper = make()
        sheet = page.sheet(paper.paper, paper.orientation, paper.margins)
        for one in pages.filled(typeset.strips_of(paper, sheet), sheet):
            assert all(placed.y + placed.strip.height <= sheet.bottom + 0.1 for placed in one.placed)


@pytest.mark.parametrize(("parts", "sheets"), [(2, 3), (3, 2), (4, 2)])
def test_ballots_fill_sheets_to_be_cut_into_equal_parts(parts, sheets):
    blocks = []
    for number in range(5):
        blocks += [Title(f"Баракча {number}"), CutLine(parts)]
    made = printed(*blocks[:-1], page_numbers=False)
    assert len(made) == sheets
    assert [text.count("Баракча") for text in made] == [parts] * (5 // parts) + [5 % parts] * bool(5 % parts)


def test_the_sheet_is_cut_in_the_middle():
    ballot = Paragraph("макул")
    sheet = page.sheet("A4", "portrait", page.MARGINS)
    (one,) = pages.filled(typeset.strips_of(Document("", (ballot, CutLine(), ballot)), sheet), sheet)
    assert one.cuts == [sheet.height / 2]
    first, second = (placed.y for placed in one.placed)
    assert second - first == pytest.approx(sheet.height / 2)


def test_an_empty_document_is_one_empty_page():
    assert printed() == [""]


def test_a_table_over_many_pages_has_its_head_on_each_once():
    body = tuple((str(number), f"иш-чара{number}") for number in range(300))
    made = printed(Title("План"), Table((Column("№", nowrap=True), Column("АТАЛЫШЫ")), body))
    assert len(made) > 5
    assert [text.count("АТАЛЫШЫ") for text in made] == [1] * len(made)
    assert all(text.count("иш-чара") > 3 for text in made)


def test_a_heading_within_a_table_stays_with_the_row_below_it():
    for count in range(20, 60):
        body = (*((f"{number}", "а") for number in range(count)), (Cell("МИЛДЕТ", columns=2),), ("акыркы", "а"))
        made = printed(Table((Column("№"), Column("Иш")), body))
        assert "акыркы" in next(text for text in made if "МИЛДЕТ" in text)
