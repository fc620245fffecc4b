"""How do the rows of a table stand on paper?"""

import sys

import pytest

from ayil_desktop.printing import columns, fonts, page, pages, pdf, tables, typeset
from ayil_desktop.printing.document import Cell, Column, Document, Paragraph, Run, Table
from ayil_desktop.printing.drawing import Drawing, Label, Line
from ayil_desktop.printing.strips import Rules, Words
from tests.printing import reading

SHEET = page.sheet("A4", "portrait", page.MARGINS)
WIDTH, HEIGHT = SHEET.writing_width, SHEET.writing_height


def strips_of(table):
    return tables.table_strips(table, width=WIDTH, height=HEIGHT, size=13)


def printed(*tables_given):
    return reading.pages(pdf.render(Document("Сыноо", tables_given)))


def words(strip):
    return [mark.text for mark in strip.marks if isinstance(mark, Words)]


def test_a_row_is_as_high_as_its_longest_cell():
    long = "Калкка таза суу жеткирүүнүн сапатын жакшыртуу үчүн суу түтүктөрүн оңдоо"
    one, two = strips_of(Table((Column(), Column()), (("а", "б"), ("а", long))))
    assert len(words(one)) == 2
    count = len(words(two)) - 1
    assert count > 1
    assert two.height - one.height == pytest.approx((count - 1) * 11 * 1.14)


def test_a_row_to_sign_in_is_at_least_as_high_as_asked_for():
    (row,) = strips_of(Table((Column(),), (("а",),), row_height=12))
    assert row.height == pytest.approx(page.millimetres(12))


def test_the_row_height_is_no_limit():
    (row,) = strips_of(Table((Column(),), (("\n".join("абвгдеёж"),),), row_height=12))
    assert row.height > page.millimetres(12)


def test_columns_share_the_width_by_weight():
    given = (Column("а", weight=1), Column("б", weight=3))
    found = columns.widths(given, head=[["а"], ["б"]], body=[[], []], width=400, size=10, padding=8)
    assert found == [100, 300]


def test_fixed_and_unbroken_columns_get_what_they_need_first():
    given = (Column(width=20), Column(nowrap=True), Column())
    body = [[], ["15-апрелине чейин"], ["а"]]
    fixed, unbroken, rest = columns.widths(given, head=[[], [], []], body=body, width=400, size=10, padding=8)
    assert fixed == pytest.approx(page.millimetres(20))
    assert unbroken == pytest.approx(
        fonts.face().width("15-апрелине", 10) + 2.5 + fonts.face().width("чейин", 10) + 8.1
    )
    assert fixed + unbroken + rest == pytest.approx(400)


def test_no_column_is_narrower_than_its_longest_word_while_others_have_room():
    given = (Column("Жеткиликтүүлүгү", weight=0.1), Column("а", weight=5))
    narrow, wide = columns.widths(
        given, head=[["Жеткиликтүүлүгү"], ["а"]], body=[[], []], width=400, size=10, padding=8
    )
    assert narrow >= fonts.face(bold=True).width("Жеткиликтүүлүгү", 10) + 8
    assert narrow + wide == pytest.approx(400)


@pytest.mark.parametrize("word", ["ө" * 10_000, "=1+1", "<b>"])
def test_a_table_is_never_wider_than_the_page(word):
    given = (Column("№", nowrap=True), Column(width=150), *(Column(word) for _ in range(12)))
    strips = strips_of(Table(given, ((word,) * 14,)))
    for strip in strips:
        for mark in strip.marks:
            if isinstance(mark, Rules):
                assert all(0 <= x1 and x2 <= WIDTH + 0.1 for x1, _, x2, _ in mark.segments)


def test_a_cell_over_several_columns_takes_their_place():
    head, body = strips_of(
        Table((Column(), Column(), Column()), (("а", "б", "в"),), head=((Cell("эки", columns=2), "бир"),))
    )
    assert words(head) == ["эки", "бир"]
    uprights = {x1 for mark in head.marks if isinstance(mark, Rules) for x1, _, x2, _ in mark.segments if x1 == x2}
    assert len(uprights) == 3
    assert words(body) == ["а", "б", "в"]


def test_a_cell_over_several_rows_takes_their_place():
    first, second, third = strips_of(Table((Column(), Column()), ((Cell("үч", rows=3), "1"), ("2",), ("3",))))
    assert [words(strip) for strip in (first, second, third)] == [["үч", "1"], ["2"], ["3"]]
    assert (first.keep, second.keep, third.keep) == (True, True, False)


def test_a_long_cell_over_several_rows_makes_the_last_one_higher():
    text = "\n".join("абвгдеёжзи")
    first, second = strips_of(Table((Column(), Column()), ((Cell(text, rows=2), "1"), ("2",))))
    assert second.height > first.height
    assert first.height + second.height >= 10 * 11 * 1.14


def test_rows_joined_by_a_cell_stay_on_one_page_and_do_not_lose_a_line():
    body = []
    for group in range(12):
        body.append((Cell(f"топ{group}", rows=5), f"{group}-0"))
        body += [(f"{group}-{number}",) for number in range(1, 5)]
    made = printed(Table((Column("Топ"), Column("Иш")), tuple(body)))
    assert len(made) > 1
    for group in range(12):
        (text,) = (text for text in made if f"топ{group} " in text)
        assert f"{group}-0" in text
        assert f"{group}-4" in text


def test_a_group_of_rows_higher_than_a_page_goes_on_on_the_next_with_all_its_text():
    text = " ".join(f"сөз{number}" for number in range(400))
    body = ((Cell(text, rows=80), "катар0"), *((f"катар{number}",) for number in range(1, 80)))
    made = printed(Table((Column("А", width=40), Column("Б")), body))
    assert len(made) > 1
    whole = " ".join(made)
    assert all(f"сөз{number}" in whole.split() for number in range(400))
    assert all(f"катар{number}" in whole.split() for number in range(1, 80))
    paper = Document("Сыноо", (Table((Column("А", width=40), Column("Б")), body),))
    for one in pages.filled(typeset.strips_of(paper, SHEET), SHEET):
        for placed in one.placed:
            assert all(placed.y + mark.y <= SHEET.bottom for mark in placed.strip.marks if isinstance(mark, Words))


def test_a_row_higher_than_a_page_is_divided_and_the_head_stands_over_each_part():
    text = " ".join(f"сөз{number}" for number in range(3000))
    made = printed(Table((Column("БАШЫ"), Column("Б")), ((text, "кыска"), ("акыркы", "б"))))
    assert len(made) > 3
    assert [page_text.count("БАШЫ") for page_text in made] == [1] * len(made)
    whole = " ".join(made).split()
    assert all(f"сөз{number}" in whole for number in range(3000))
    assert whole.count("кыска") == 1


def test_a_row_under_half_a_page_is_never_divided():
    rows = tuple((f"{number} башы\n" + "орто\n" * 8 + f"{number} аягы",) for number in range(12))
    for text in printed(Table((Column("А"),), rows)):
        assert text.count("башы") == text.count("аягы")


def test_rows_in_bold_and_runs_in_cells():
    row = (Cell("калың", bold=True), Cell((Run("жантык ", italic=True), Run("асты", underline=True))))
    (strip,) = strips_of(Table((Column(), Column()), (row,)))
    faces = {mark.text: mark.face.name for mark in strip.marks if isinstance(mark, Words)}
    assert faces == {"калың": "Serif-Bold", "жантык": "Serif-Italic", "асты": "Serif-Regular"}


def test_a_table_without_lines_has_none():
    for strip in strips_of(Table((Column("А"),), (("б",),), grid=False)):
        assert not [mark for mark in strip.marks if isinstance(mark, Rules)]


def test_a_short_row_is_filled_up_and_a_long_one_is_a_mistake_of_the_program():
    (strip,) = strips_of(Table((Column(), Column()), (("а",),)))
    assert words(strip) == ["а"]
    with pytest.raises(ValueError, match="more cells than there are columns"):
        strips_of(Table((Column(),), (("а", "б"),)))


@pytest.mark.parametrize("table", [Table((), ()), Table((Column("А"),), ()), Table((Column(),), ())])
def test_a_table_without_rows_prints_its_head_or_nothing(table):
    made = printed(Paragraph("үстү"), table, Paragraph("асты"))
    assert made == ["үстү А асты"] if table.columns and table.columns[0].title else ["үстү асты"]


def test_a_drawing_fills_its_cell():
    chart = Drawing(100, 8, (Line((50, 0), (50, 8)), Label(50, 4, "40 %", align="center")))
    text = "Калкка таза суу жеткирүүнүн сапатын жакшыртуу үчүн суу түтүктөрүн оңдоо"
    table = Table((Column("Иш", width=40), Column(width=60)), ((text, Cell(drawing=chart)),))
    made = printed(table)
    assert "40 %" in made[0]


def test_the_work_grows_with_the_rows_and_no_faster():
    def calls(count):
        rows = tuple((str(number), "Суу түтүктөрүн оңдоо", "Айыл өкмөтү", "15-апрель") for number in range(count))
        paper = Document(
            "План", (Table((Column("№", nowrap=True), Column("Иш"), Column("Ким"), Column("Качан")), rows),)
        )
        seen = 0

        def count_call(_frame, event, _argument):
            nonlocal seen
            seen += event == "call"

        sys.setprofile(count_call)
        try:
            pdf.render(paper)
        finally:
            sys.setprofile(None)
        return seen

    calls(50)
    few, many = calls(300), calls(3000)
    assert many <= 10.5 * few


def test_no_table_begins_with_a_single_row_at_the_foot_of_a_page():
    table = Table((Column("Аты"),), tuple((f"киши {number}",) for number in range(5)))
    for lines_before in range(1, 60):
        first, *_ = [page for page in printed(Paragraph("\n".join(["сап"] * lines_before)), table) if "Аты" in page]
        assert "киши 1" in first


def test_keep_holds_a_row_with_the_next_one():
    rows = tuple((Cell(f"иш {number}", keep=number == 3),) for number in range(6))
    for lines_before in range(20, 60):
        pages_found = printed(Paragraph("\n".join(["сап"] * lines_before)), Table((Column("Аты"),), rows))
        assert [page for page in pages_found if "иш 3" in page] == [page for page in pages_found if "иш 4" in page]
